/**
 * A cell's value as people read it, in the cell's own format.
 * The digits are money's one format function, and rounding is that of the page: what a reader would copy from it.
 */
import type { CellRef, Column, Filing, Line } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { formatAmount, type FormatOptions, printedValue } from '../money/format.ts'
import { CellError } from './cell_error.ts'
import { cellChoices, cellDecimals, cellFormat, cellPlaces } from './layout.ts'
import type { Value } from './value.ts'
import { Decimal } from '../money/decimal.ts'

/** How the cell's figures are formatted, without signs of currency and percent. */
export function formatOf(line: Line, column: Column): FormatOptions {
  const decimals = cellDecimals(line, column)
  const format = cellFormat(line, column)
  return {
    format,
    ...(decimals !== undefined && { decimals }),
    ...(format === 'choice' && { choices: cellChoices(line, column) }),
  }
}

/** The value as text; blank text for a blank, the code of an error. */
export function cellText(value: Value, line: Line, column: Column): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return value instanceof CellError ? value.code : formatAmount(value, formatOf(line, column))
}

type At = { line: Line; column: Column }

/** An amount as its cell prints it, half-up; a whole amount prints as it is. */
export function asPrinted({ line, column }: At, value: Decimal): Decimal {
  return value.isInteger() ? value : printedValue(value, cellFormat(line, column), cellDecimals(line, column))
}

/** The smallest step that a cell prints: 1 for an amount without decimals, 0.01 for a per-share amount. */
export function unitOf({ line, column }: At): Decimal {
  return new Decimal(10).pow(-cellPlaces(line, column))
}

/** The value of a cell as text, within sentences and tables: a word where it is blank, the code where there is no such cell. */
export function figureText(filing: Filing, ref: CellRef, value: Value): string {
  const found = findCell(filing, ref)
  return found ? cellText(value, found.line, found.column) || 'blank' : '#REF!'
}
