/** A schedule made or removed whole, its inputs and facts with it; comments and scenario inputs are removed before. */
import { z } from '../schema.ts'
import { idSchema, scheduleSchema } from '../filing.ts'
import { scheduleOf } from '../lookup.ts'
import { marks, oneByOne, placed, replaced, rowLeaves, type ChangeKind } from './change_kind.ts'
import { placesOf } from './held.ts'

const schema = z.strictObject({
  kind: z.literal('schedule'),
  schedule: idSchema,
  before: placed(scheduleSchema).nullable(),
  after: placed(scheduleSchema).nullable(),
})

export type ScheduleEdit = z.infer<typeof schema>

export const schedule = {
  schema,
  structural: true,
  reshapes: true,
  apply: oneByOne((held, { schedule: id, after }) => {
    const stood = scheduleOf(held.filing, id)
    for (const [name] of stood ? placesOf(stood) : []) held.places.delete(name)
    held.filing = { ...held.filing, schedules: replaced(held.filing.schedules, id, after) }
    for (const [name, at] of after ? placesOf(after.definition) : []) held.places.set(name, at)
  }),
  leaves: (edit) => rowLeaves(edit.schedule, edit.schedule, edit),
  meets: ({ schedule: id }) => [[marks.schedule(id), 'structure']],
} satisfies ChangeKind<ScheduleEdit>
