/** A change of one line of a schedule: made, changed, moved or removed. What stands on it goes before it, by changes of its own. */
import { z } from '../schema.ts'
import { idSchema, lineSchema } from '../filing.ts'
import { marks, oneByOne, placed, replaced, rowLeaves, type ChangeKind } from './change_kind.ts'
import { changeSchedule } from './held.ts'

const schema = z.strictObject({
  kind: z.literal('line'),
  schedule: idSchema,
  line: idSchema,
  before: placed(lineSchema).nullable(),
  after: placed(lineSchema).nullable(),
})

/** A line made, changed, moved or removed. It is removed only when no cell, fact, comment or scenario input stands on it. */
export type LineEdit = z.infer<typeof schema>

export const line = {
  schema,
  structural: true,
  reshapes: true,
  apply: oneByOne((held, { schedule, line: id, after }) =>
    changeSchedule(held, schedule, (one) => ({ ...one, lines: replaced(one.lines, id, after) })),
  ),
  leaves: (edit) => rowLeaves(edit.schedule, `${edit.schedule}.${edit.line}`, edit),
  meets: ({ schedule }) => [[marks.schedule(schedule), 'structure']],
} satisfies ChangeKind<LineEdit>
