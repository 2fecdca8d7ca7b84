/**
 * A headline's figure as text: per-share figures to the cent, counts without a dash, all else as amounts.
 */
import { CellError } from '../../../shared/calc/cell_error.ts'
import type { Value } from '../../../shared/calc/value.ts'
import type { Decimal } from '../../../shared/money/decimal.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'
import { formatAmount } from '../../../shared/money/format.ts'

/** The figure in force as it is formatted; blank text for blank. */
export function valueText(id: HeadlineId, value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value instanceof CellError) return value.toString()
  if (id === 'open_tie_outs') return value.toFixed(0)
  return formatAmount(value, { format: id === 'taxable_income_per_share' ? 'per_share' : 'amount' })
}

/** A difference of such figures with its sign: `+10,000`, `(10,000)`; nil has none. */
export function signedText(id: HeadlineId, amount: Decimal): string {
  const text = valueText(id, amount)
  return amount.isNegative() || amount.isZero() ? text : `+${text}`
}
