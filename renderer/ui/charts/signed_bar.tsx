/**
 * A small bar of a difference: to the right of nil where it raises, hatched and to the left where it lowers, as long as its share of the
 * largest. A picture beside its figure only, and hidden from screen readers. No amount leaves the decimals but as a width.
 */
import type { JSX } from 'react'
import { Decimal } from '../../../shared/money/decimal.ts'

/** The width of a bar, a percentage of the whole of both sides; no more than a side, nil where there is nothing to compare with. */
export function barWidth(value: Decimal, most: Decimal): string {
  if (most.isZero()) return '0%'
  const share = Decimal.min(1, value.abs().div(most.abs()))
  return `${share.times(50).toDecimalPlaces(2).toFixed()}%`
}

/** `most` is the largest of the amounts that stand beside it; its sign does not matter. */
export function SignedBar({ value, most }: { value: Decimal; most: Decimal }): JSX.Element {
  return (
    <span className="signed-bar" aria-hidden>
      <span className={value.isNegative() ? 'length lower' : 'length'} style={{ width: barWidth(value, most) }} />
    </span>
  )
}
