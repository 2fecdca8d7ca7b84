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

/**
 * What a rounding leaves of a little more, or a little less, than nil. Both are nil in all arithmetic; a reader is shown that
 * there was something: 0.00, (0.00). They are told by identity, so that nothing but a rounding makes them.
 */
const LITTLE: Decimal = new Decimal(0)
const LITTLE_LESS: Decimal = new Decimal(0)

/** The sign that a nil had before it was rounded to nil; 0 for a nil that is one, and for every other amount. */
export function roundedAway(x: Decimal): -1 | 0 | 1 {
  return x === LITTLE ? 1 : x === LITTLE_LESS ? -1 : 0
}

/** The nil that a rounding leaves of a little more than nil (1), or of a little less (-1). */
export function littleOf(sign: 1 | -1): Decimal {
  return sign > 0 ? LITTLE : LITTLE_LESS
}

/** The value rounded half-up, away from zero. What is not nil and rounds to nil can still be told from nil. */
export function roundedTo(x: Decimal, places: number): Decimal {
  const rounded = x.toDecimalPlaces(places, Base.ROUND_HALF_UP)
  if (!rounded.isZero()) return rounded
  return x.isZero() ? asNil(x) : x.isNegative() ? LITTLE_LESS : LITTLE
}

/** The value with its sign turned; never a negative zero. */
export function negated(x: Decimal): Decimal {
  if (!x.isZero()) return x.neg()
  const sign = roundedAway(x)
  return sign === 0 ? ZERO : sign > 0 ? LITTLE_LESS : LITTLE
}

/** The value rounded half-up to 20 decimal places; never a negative zero. */
export function quantize(x: Decimal): Decimal {
  const rounded = x.decimalPlaces() > PLACES ? x.toDecimalPlaces(PLACES, Base.ROUND_HALF_UP) : x
  return rounded.isZero() ? asNil(x) : rounded
}

function asNil(x: Decimal): Decimal {
  return roundedAway(x) === 0 ? ZERO : x
}

/** A sum or difference smaller than 10 to the power of this is nil. */
export const RESIDUE_EXPONENT = -15

/**
 * A sum or difference without what kept quotients leave over: smaller than 10^-15 in size it is nil. Quotients are cut off
 * at 20 places, so that three thirds of 100 less 100 leave 10^-20. For sums and differences alone: what was typed, and
 * products, quotients and powers, may be as small as they like.
 */
export function withoutResidue(x: Decimal): Decimal {
  // The exponent of the first digit decides: that of 10^-15 is -15. Nil has the exponent 0.
  return x.e < RESIDUE_EXPONENT || x.isZero() ? ZERO : x
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
