/**
 * Headline figures as text, on screen and on paper: a figure of no single cell has a format all the same.
 */
import { CellError } from '../calc/cell_error.ts'
import type { Value } from '../calc/value.ts'
import type { HeadlineId } from '../model/filing.ts'
import type { Decimal } from '../money/decimal.ts'
import { formatAmount, type Format } from '../money/format.ts'

/** In which format a headline figure stands. */
export function headlineFormat(id: HeadlineId): Format {
  return id === 'taxable_income_per_share' ? 'per_share' : 'amount'
}

/** The figure as it is formatted; blank text for blank. */
export function valueText(id: HeadlineId, value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value instanceof CellError) return value.toString()
  if (id === 'open_tie_outs') return value.toFixed(0)
  return formatAmount(value, { format: headlineFormat(id) })
}

/** A difference of such figures with its sign: `+10,000`, `(10,000)`; nil has none. */
export function signedText(id: HeadlineId, amount: Decimal): string {
  const text = valueText(id, amount)
  return amount.isNegative() || amount.isZero() ? text : `+${text}`
}
