/** How the log tells of a schedule's head: by its definition and place. */
import type { ScheduleHeadEdit } from '../../model/changes/schedule_head.ts'
import { written, type Fields } from './fields.ts'

export function scheduleHead(change: ScheduleHeadEdit): Fields {
  return { schedule: change.schedule, ...written(change) }
}
