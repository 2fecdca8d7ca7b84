/**
 * Noticing an amount entered in units where the schedule is in thousands, or the other way round.
 * Only raises the question; must not change what was typed.
 */
import type { Decimal } from './decimal.ts'

/**
 * True when the typed amount is about a thousand times (500 to 2,000) what stood, so that one of them is probably
 * in the wrong unit. Amounts of less than 10 are too small to tell.
 */
export function thousandTimes(stood: Decimal, typed: Decimal): boolean {
  // Most amounts are of much the same size, which their exponents tell at once.
  if (Math.abs(typed.e - stood.e) < 2 || stood.abs().lt(10)) return false
  const ratio = typed.div(stood).abs()
  return ratio.gte(500) && ratio.lte(2000)
}
