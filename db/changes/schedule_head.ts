/** How a change of a schedule's head, or of its place, is stored. Runs inside the caller's transaction. */
import { isolated } from '../../shared/money/isolated.ts'
import type { ScheduleHeadEdit } from '../../shared/model/changes/schedule_head.ts'
import { scheduleHeadSchema } from '../../shared/model/filing.ts'
import { checkStanding, place, placedText, standing, type Listed } from '../placing.ts'
import { checkId } from './row.ts'
import type { ChangeWriter } from './writing.ts'

export const scheduleHead: ChangeWriter<ScheduleHeadEdit> = {
  write({ records, filing }, { schedule, before, after }) {
    const listed: Listed = { table: 'schedule', key: [filing, schedule] }
    checkId(schedule, after.definition, 'schedule')
    const name = `The schedule “${isolated(before.definition.title ?? schedule)}”`
    const [was, now] = [placedText(scheduleHeadSchema, before), placedText(scheduleHeadSchema, after)]
    checkStanding(standing(records, listed, scheduleHeadSchema), was, name)
    place(records, listed, was, now)
  },
}
