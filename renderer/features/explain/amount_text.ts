/**
 * Figures within the sentences and trees of an explanation, in the format of their cell. Formats only.
 */
import { figureText, formatOf } from '../../../shared/calc/cell_text.ts'
import type { Value } from '../../../shared/calc/value.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import type { Decimal } from '../../../shared/money/decimal.ts'
import { NIL, formatAmount } from '../../../shared/money/format.ts'

/** The value of a cell as text; a word where it is blank, a digit where it is nil. */
export function spokenValue(filing: Filing, ref: CellRef, value: Value): string {
  const text = figureText(filing, ref, value)
  return text === NIL ? '0' : text
}

/** A difference with its sign: `+10,000`, `(10,000)`; a dash for nil. */
export function signedDifference(filing: Filing, ref: CellRef, difference: Decimal): string {
  const found = findCell(filing, ref)
  const text = formatAmount(difference, found ? formatOf(found.line, found.column) : { format: 'amount' })
  return difference.isPositive() && !difference.isZero() ? `+${text}` : text
}
