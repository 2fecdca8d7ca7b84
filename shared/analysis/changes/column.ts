/** How the log tells of a column: by its definition and place. */
import type { ColumnEdit } from '../../model/changes/column.ts'
import { written, type Fields } from './fields.ts'

export function column(change: ColumnEdit): Fields {
  return { schedule: change.schedule, column: change.column, ...written(change) }
}
