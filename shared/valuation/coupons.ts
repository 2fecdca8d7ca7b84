/**
 * The coupon of a class and the interest that it accrues in a month. Knows no cash.
 */
import { UNIT, fixedShare, type Fixed } from '../money/fixed_point.ts'
import { daysCounted } from './month_ends.ts'
import { greater, lesser } from './splitting.ts'
import type { BondClass, Coupon } from './terms.ts'

/** The rate a year that a coupon bears at an index. */
export function couponAt(coupon: Coupon, index: Fixed): Fixed {
  if (coupon.kind === 'fixed') return coupon.rate
  const floating = index + coupon.margin
  const capped = coupon.cap === undefined ? floating : lesser(floating, coupon.cap)
  return coupon.floor === undefined ? capped : greater(capped, coupon.floor)
}

/** Interest of a month on the balance with which a class begins it; never less than nil. */
export function couponAccrued(
  { coupon, basis }: BondClass,
  balance: Fixed,
  { days, index }: { days: number; index: Fixed },
): Fixed {
  if (balance === 0n) return 0n
  const rate = greater(couponAt(coupon, index), 0n)
  return fixedShare(balance * daysCounted(basis, days), rate, 360n * UNIT)
}
