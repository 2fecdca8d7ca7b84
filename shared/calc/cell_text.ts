/**
 * A cell's value as people read it, in the cell's own format.
 * The digits are money's one format function; nothing is rounded or decided here.
 */
import type { CellRef, Column, Filing, Line } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { formatAmount, type FormatOptions } from '../money/format.ts'
import { CellError } from './cell_error.ts'
import { cellDecimals, cellFormat } from './layout.ts'
import type { Value } from './value.ts'

/** How the cell's figures are formatted, without signs of currency and percent. */
export function formatOf(line: Line, column: Column): FormatOptions {
  const decimals = cellDecimals(line, column)
  return { format: cellFormat(line, column), ...(decimals !== undefined && { decimals }) }
}

/** The value as text; blank text for a blank, the code of an error. */
export function cellText(value: Value, line: Line, column: Column): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return value instanceof CellError ? value.code : formatAmount(value, formatOf(line, column))
}

/** The value of a cell as text, within sentences and tables: a word where it is blank, the code where there is no such cell. */
export function figureText(filing: Filing, ref: CellRef, value: Value): string {
  const found = findCell(filing, ref)
  return found ? cellText(value, found.line, found.column) || 'blank' : '#REF!'
}
