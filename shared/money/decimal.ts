/**
 * The one configured decimal: every amount of the product is made by it, and the limits that keep sums exact.
 * Must not be reconfigured, and no amount may pass through a binary number.
 */
import { Decimal as Base } from 'decimal.js'

/** Precision 40, half-up away from zero; never printed with an exponent. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })
export type Decimal = Base

/** Every amount is smaller than this in size: 19 digits before the point and 20 after it fit the precision, so sums are exact. */
export const MAX: Decimal = new Decimal('10000000000000000000')

/** Decimal places to which products, quotients, powers and averages are kept. */
export const PLACES = 20

export const ZERO: Decimal = new Decimal(0)

/** The value rounded half-up to 20 decimal places; never a negative zero. */
export function quantize(x: Decimal): Decimal {
  const rounded = x.decimalPlaces() > PLACES ? x.toDecimalPlaces(PLACES, Base.ROUND_HALF_UP) : x
  return rounded.isZero() ? ZERO : rounded
}

/** True when the value is finite and smaller than MAX in size. */
export function inRange(x: Decimal): boolean {
  // The exponent of the first digit decides: 10^18 has exponent 18. NaN and the infinities have exponent NaN.
  return x.e < 19
}

/** Canonical text of an amount, as stored: no exponent, no separators, no surplus zeros, no negative zero. */
export function plain(x: Decimal): string {
  return x.isZero() ? '0' : x.toFixed()
}
