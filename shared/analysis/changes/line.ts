/** How the log tells of a line: by its definition and place. */
import type { LineEdit } from '../../model/changes/line.ts'
import { written, type Fields } from './fields.ts'

export function line(change: LineEdit): Fields {
  return { schedule: change.schedule, line: change.line, ...written(change) }
}
