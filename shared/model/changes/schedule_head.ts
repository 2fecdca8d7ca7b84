/** Titles, notes and heads of a schedule changed, or its place among the schedules. */
import { z } from '../schema.ts'
import { idSchema, scheduleHeadSchema } from '../filing.ts'
import { marks, oneByOne, placed, replaced, rowLeaves, type ChangeKind } from './change_kind.ts'

const schema = z.strictObject({
  kind: z.literal('schedule_head'),
  schedule: idSchema,
  before: placed(scheduleHeadSchema),
  after: placed(scheduleHeadSchema),
})

export type ScheduleHeadEdit = z.infer<typeof schema>

export const scheduleHead = {
  schema,
  structural: true,
  reshapes: true,
  apply: oneByOne((held, { schedule, after }) => {
    const { schedules } = held.filing
    const stood = schedules.find(({ id }) => id === schedule)
    if (!stood) return
    const { columns, lines, cells, facts } = stood
    const definition = { ...after.definition, columns, lines, cells, ...(facts && { facts }) }
    held.filing = { ...held.filing, schedules: replaced(schedules, schedule, { definition, at: after.at }) }
  }),
  leaves: (edit) => rowLeaves(edit.schedule, edit.schedule, edit),
  meets: ({ schedule }) => [[marks.schedule(schedule), 'structure']],
} satisfies ChangeKind<ScheduleHeadEdit>
