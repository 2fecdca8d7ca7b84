/** How a change of a column is stored: as that of any row. */
import type { ColumnEdit } from '../../shared/model/changes/column.ts'
import { writeRow } from './row.ts'
import type { ChangeWriter } from './writing.ts'

export const column: ChangeWriter<ColumnEdit> = {
  write: (writing, change) => writeRow(writing, 'column', change.column, change),
}
