/**
 * Names and figures of cells in the tables of an analysis, in the format of each cell. Formats only.
 */
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { Value } from '../../../shared/calc/value.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../../../shared/model/lookup.ts'

/** A value as the cell prints it; words where it is blank. */
export function figureText(filing: Filing, ref: CellRef, value: Value): string {
  const found = findCell(filing, ref)
  return found ? cellText(value, found.line, found.column) || 'blank' : '#REF!'
}

/** A cell's name in two parts: its line, and its period or component. */
export function cellWords(filing: Filing, ref: CellRef): { line: string; column: string } {
  const found = findCell(filing, ref)
  return found
    ? { line: lineName(found), column: columnName(found.schedule, found.column) }
    : { line: ref.line, column: ref.column }
}
