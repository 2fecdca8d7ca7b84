/** A change of one column of a schedule: made, changed, moved or removed. What stands on it goes before it, by changes of its own. */
import { z } from '../schema.ts'
import { idSchema, columnSchema } from '../filing.ts'
import { marks, oneByOne, placed, replaced, rowLeaves, type ChangeKind } from './change_kind.ts'
import { changeSchedule } from './held.ts'

const schema = z.strictObject({
  kind: z.literal('column'),
  schedule: idSchema,
  column: idSchema,
  before: placed(columnSchema).nullable(),
  after: placed(columnSchema).nullable(),
})

/** A column made, changed, moved or removed. It is removed only when no cell, fact, comment or scenario input stands on it. */
export type ColumnEdit = z.infer<typeof schema>

export const column = {
  schema,
  structural: true,
  reshapes: true,
  apply: oneByOne((held, { schedule, column: id, after }) =>
    changeSchedule(held, schedule, (one) => ({ ...one, columns: replaced(one.columns, id, after) })),
  ),
  leaves: (edit) => rowLeaves(edit.schedule, `${edit.schedule}@${edit.column}`, edit),
  meets: ({ schedule }) => [[marks.schedule(schedule), 'structure']],
} satisfies ChangeKind<ColumnEdit>
