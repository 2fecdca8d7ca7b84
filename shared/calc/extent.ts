/**
 * The cells that a range runs over: lines of one column, or columns of one line. It stands as long as its ends do, wherever they are
 * moved. Knows which cells, not what they hold.
 */
import { cellAt, columnsInRange, linesInRange, type Row, type ScheduleLayout } from './layout.ts'

/** Lines by their rows in the slot of a column, or slots in the row of a line. */
export type Extent =
  | { along: 'lines'; sheet: ScheduleLayout; from: Row; to: Row; slot: number }
  | { along: 'columns'; sheet: ScheduleLayout; row: Row; from: number; to: number }

/** The cells of a range that stands, in reading order: headings and text are skipped, details count through their total. */
export function membersOf(extent: Extent): Int32Array {
  const { sheet } = extent
  if (extent.along === 'lines') {
    const column = sheet.columnOfSlot[extent.slot]!
    const lines = linesInRange(sheet.lines, extent.from.line, extent.to.line, sheet.columns[column]!)
    const cells = new Int32Array(lines.length)
    for (let at = 0; at < cells.length; at++) cells[at] = cellAt(sheet, lines[at]!, column)
    return cells
  }
  const [from, to] = [sheet.columnOfSlot[extent.from]!, sheet.columnOfSlot[extent.to]!]
  const { line } = extent.row
  const columns = columnsInRange(sheet.lines[line]!, sheet.columns, from, to)
  const cells = new Int32Array(columns.length)
  for (let at = 0; at < cells.length; at++) cells[at] = cellAt(sheet, line, columns[at]!)
  return cells
}
