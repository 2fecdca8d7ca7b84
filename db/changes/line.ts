/** How a change of a line is stored: as that of any row. */
import type { LineEdit } from '../../shared/model/changes/line.ts'
import { writeRow } from './row.ts'
import type { ChangeWriter } from './writing.ts'

export const line: ChangeWriter<LineEdit> = {
  write: (writing, change) => writeRow(writing, 'line', change.line, change),
}
