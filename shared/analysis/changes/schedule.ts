/** How the log tells of a schedule made or removed: by all of it. */
import type { ScheduleEdit } from '../../model/changes/schedule.ts'
import { written, type Fields } from './fields.ts'

export function schedule(change: ScheduleEdit): Fields {
  return { schedule: change.schedule, ...written(change) }
}
