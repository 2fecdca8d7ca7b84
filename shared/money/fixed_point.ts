/**
 * Amounts as whole numbers of 10^-20, for loops that add and multiply many of them: exact, and text for text what the one configured
 * decimal gives, its two roundings (to 40 digits, then to 20 places) included. Must not be shown: what leaves such a loop is a Decimal.
 */
import { Decimal, PLACES } from './decimal.ts'

/** An amount in units of 10^-20. */
export type Fixed = bigint

/** One, in units. */
export const UNIT: Fixed = 10n ** BigInt(PLACES)

const LIMIT = 10n ** 39n
/** A sum or difference smaller than this is nil: see withoutResidue. */
const RESIDUE = 100_000n

/** The significant digits to which the decimal rounds before anything else does. */
const PRECISION = 40

/** Powers of ten are asked for often and are few. */
const POWERS = Array.from({ length: 80 }, (_, i) => 10n ** BigInt(i))

function tenTo(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent)
}

function sizeOf(x: bigint): bigint {
  return x < 0n ? -x : x
}

/** True when the amount is smaller than 10^19 in size, as every amount is. */
export function fixedInRange(x: Fixed): boolean {
  return x < LIMIT && x > -LIMIT
}

/** A sum or difference without what kept quotients leave over: smaller than 10^-15 in size it is nil. */
export function fixedWithoutResidue(x: Fixed): Fixed {
  return x < RESIDUE && x > -RESIDUE ? 0n : x
}

/** Plain text of a whole number of units: no exponent, no surplus zeros, no negative zero. */
function unitsText(x: Fixed): string {
  const whole = x / UNIT
  const rest = x % UNIT
  if (rest === 0n) return whole.toString()
  const fraction = sizeOf(rest).toString().padStart(PLACES, '0').replace(/0+$/, '')
  return `${x < 0n && whole === 0n ? '-' : ''}${whole}.${fraction}`
}

/** The amount as a Decimal. */
export function decimalOf(x: Fixed): Decimal {
  return new Decimal(unitsText(x))
}

/** Plain decimal text of at most 20 places as units; undefined where the text is longer than any amount, or not plain. */
export function fixedFromText(text: string): Fixed | undefined {
  if (text.length > 41) return undefined
  const point = text.indexOf('.')
  if (point < 0) return /^-?\d+$/.test(text) ? BigInt(text) * UNIT : undefined
  const places = text.length - point - 1
  if (places > PLACES || !/^-?\d+\.\d+$/.test(text)) return undefined
  return BigInt(text.slice(0, point) + text.slice(point + 1)) * tenTo(PLACES - places)
}

/** An amount of at most 20 places as units. Throws a RangeError for one with more places or beyond the range of amounts. */
export function fixedOf(x: Decimal): Fixed {
  const fixed = fixedFromText(x.toFixed())
  if (fixed === undefined) throw new RangeError(`${x.toFixed()} is no amount of at most ${PLACES} places.`)
  return fixed
}

/** A whole number over another, both not negative, half-up. */
function halfUp(x: bigint, by: bigint): bigint {
  const quotient = x / by
  return (x - quotient * by) * 2n >= by ? quotient + 1n : quotient
}

/**
 * The quotient of two sizes, rounded to 40 significant digits and then to a whole number, both half-up. The first rounding shows only
 * where the remainder is a little less than half.
 */
function roundedTwice(x: bigint, by: bigint): bigint {
  const quotient = x / by
  const twice = (x - quotient * by) * 2n
  if (twice >= by) return quotient + 1n
  if (twice * 10n < by * 9n) return quotient
  const digits = quotient === 0n ? 0 : quotient.toString().length
  const more = PRECISION - digits
  if (more < 0) return halfUp(halfUp(x, by * tenTo(-more)) * tenTo(-more), 1n)
  return halfUp(halfUp(x * tenTo(more), by), tenTo(more))
}

function withSign(size: bigint, isNegative: boolean): bigint {
  return isNegative ? -size : size
}

/** The product to 20 places; it may be beyond the range of amounts. */
export function fixedTimes(a: Fixed, b: Fixed): Fixed {
  return withSign(roundedTwice(sizeOf(a) * sizeOf(b), UNIT), a < 0n !== b < 0n)
}

/** The quotient to 20 places; the divisor is not nil. The quotient may be beyond the range of amounts. */
export function fixedOver(a: Fixed, b: Fixed): Fixed {
  return withSign(roundedTwice(sizeOf(a) * UNIT, sizeOf(b)), a < 0n !== b < 0n)
}

/** `a` x `b` / `c`, rounded once, half-up, to 20 places; the divisor is not nil. The amounts may be beyond their range. */
export function fixedShare(a: Fixed, b: Fixed, c: Fixed): Fixed {
  const product = a * b
  return withSign(halfUp(sizeOf(product), sizeOf(c)), product < 0n !== c < 0n)
}

/** A total, which may be beyond the range of amounts, over a count of one or more: rounded once, to 20 places. */
export function fixedMean(total: Fixed, count: number): Fixed {
  return withSign(halfUp(sizeOf(total), BigInt(count)), total < 0n)
}

/** The amount rounded half-up, away from zero, to places after the point; a negative count rounds before it. */
export function fixedRounded(x: Fixed, places: number): Fixed {
  if (places >= PLACES) return x
  const step = tenTo(PLACES - places)
  return withSign(halfUp(sizeOf(x), step) * step, x < 0n)
}
