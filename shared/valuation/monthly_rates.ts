/**
 * Rates a year as rates a month, by SF-6: 1 - (1 - rate)^(1/12), half-up at 20 places, exactly. Roots are taken in whole numbers, so
 * that no digit rests on a binary number.
 */
import { UNIT, type Fixed } from '../money/fixed_point.ts'

/** Half a unit of the twentieth place is one unit here, so that rounding half-up is exact. */
const HALVES = 2n * UNIT
const HALVES_TO_TWELFTH = HALVES ** 12n
/** Conversions that are remembered: curves repeat their values, and an edit changes one of hundreds. */
const MOST_KEPT = 20_000
const kept = new Map<Fixed, Fixed>()

/** The greatest whole number of half units whose twelfth power is not more than that of the root of `share`. */
function twelfthRoot(share: Fixed): bigint {
  // share x HALVES^12 / UNIT is the twelfth power that is sought, in half units.
  const sought = (share * HALVES_TO_TWELFTH) / UNIT
  // Newton's method from above, in rough digits first: the powers of a rough figure are short.
  let rough = HALVES
  for (;;) {
    const square = (rough * rough) / HALVES
    const fourth = (square * square) / HALVES
    const eighth = (fourth * fourth) / HALVES
    const eleventh = (((eighth * square) / HALVES) * rough) / HALVES
    if (eleventh === 0n) break
    const next = (11n * rough + (2n * share * HALVES) / eleventh) / 12n
    if (next >= rough) break
    rough = next
  }
  // One exact step leads to the root or above it wherever it begins; from there the steps go down to it.
  const step = (from: bigint): bigint => (11n * from + sought / from ** 11n) / 12n
  let root = step(rough)
  for (let next = step(root); next < root; next = step(root)) root = next
  return root
}

/** The monthly rate of a yearly one between 0 and 1, both as decimals: SMM of a CPR, MDR of a CDR. */
export function monthlyRate(yearly: Fixed): Fixed {
  if (yearly === 0n || yearly === UNIT) return yearly
  const known = kept.get(yearly)
  if (known !== undefined) return known
  // The root lies between this many half units and one more, so that the rate lies between the other ends: half-up takes the upper.
  const rate = (HALVES - twelfthRoot(UNIT - yearly)) >> 1n
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(yearly, rate)
  return rate
}

/** The root of so many months of a share between 0 and 1, to 20 places, rounded down: how much of a balance is left after each of them. */
export function nthRoot(share: Fixed, months: number): Fixed {
  if (months === 1 || share === 0n || share === UNIT) return share
  const exponent = BigInt(months)
  const sought = share * UNIT ** (exponent - 1n)
  const step = (from: bigint): bigint => ((exponent - 1n) * from + sought / from ** (exponent - 1n)) / exponent
  let root = UNIT
  for (let next = step(root); next < root; next = step(root)) root = next
  return root
}
