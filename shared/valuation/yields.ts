/**
 * The yield, or margin over the index, at which cash is worth a price. Solved in whole numbers within fixed bounds and in a bounded number
 * of steps; where no single figure exists, says why. Knows no trust.
 */
import { UNIT, type Fixed } from '../money/fixed_point.ts'
import { daysCounted } from './month_ends.ts'
import type { IndexedMonth } from './discounting.ts'
import type { DayCount } from './terms.ts'

/** Why there is no yield. */
export type NoYield = 'nothing_paid' | 'nothing_back' | 'several_changes' | 'below_bounds' | 'above_bounds'

/** A rate a year half-up at 20 places, or why there is none. */
export type Solved = { kind: 'solved'; rate: Fixed } | { kind: 'none'; why: NoYield }

/** One, in the units of the search: a power of two finer than 10^-34, so that a product is scaled by moving its digits. */
const PLACES = 116n
const FINE = 1n << PLACES
/** Amounts are finer by this many binary digits than units of 10^-20. */
const FINER = 50n
const LOWEST = (-FINE * 95n) / 100n
const HIGHEST = FINE * 10n
/** The bracket is as narrow as 10^-25. */
const NARROW = FINE / 10n ** 25n
/** Bisection alone takes 87 steps to such a width, so that this many of either kind are never needed. */
const MOST_STEPS = 200

/** The worth of cash at a rate less the price, and how fast it falls with the rate; both in fine dollars. */
type Evaluation = { excess: bigint; slope: bigint }

function changesOfSign(price: Fixed, cash: readonly Fixed[]): number {
  let changes = 0
  let isNegative = price > 0n
  for (const amount of cash) {
    if (amount === 0n || amount < 0n === isNegative) continue
    changes += 1
    isNegative = !isNegative
  }
  return changes
}

function solve(price: Fixed, cash: readonly Fixed[], at: (rate: bigint) => Evaluation): Solved {
  if (price <= 0n) return { kind: 'none', why: 'nothing_paid' }
  const changes = changesOfSign(price, cash)
  if (changes !== 1) return { kind: 'none', why: changes === 0 ? 'nothing_back' : 'several_changes' }
  // With one change of sign the worth exceeds the price below the yield and falls short of it above. The ends are tried when they are needed.
  let [low, high] = [LOWEST, HIGHEST]
  let [isLowTried, isHighTried] = [false, false]
  let rate = FINE / 10n
  for (let step = 0; step < MOST_STEPS && high - low > NARROW; step++) {
    const { excess, slope } = at(rate)
    if (excess === 0n) return kept(rate)
    if (excess > 0n) [low, isLowTried] = [rate, true]
    else [high, isHighTried] = [rate, true]
    const next = stepFrom(rate, excess, slope, price)
    if (next !== undefined && next > low && next < high) {
      const moved = next > rate ? next - rate : rate - next
      // Newton's steps shrink by themselves: one that no longer moves has arrived.
      if (moved < NARROW / 10n) return kept(next)
      rate = next
      continue
    }
    if (!isLowTried && at(low).excess < 0n) return { kind: 'none', why: 'below_bounds' }
    if (!isHighTried && at(high).excess > 0n) return { kind: 'none', why: 'above_bounds' }
    ;[isLowTried, isHighTried] = [true, true]
    rate = (low + high) >> 1n
  }
  return kept((low + high) >> 1n)
}

/**
 * Newton's step on the logarithm of the worth, which is nearly straight in the rate, with ln x taken as 2(x - 1)/(x + 1): far from the
 * price it keeps the step within bounds, near to it the step is Newton's own. None where the worth has no logarithm.
 */
function stepFrom(rate: bigint, excess: bigint, slope: bigint, price: Fixed): bigint | undefined {
  const worth = excess + (price << FINER)
  if (slope <= 0n || worth <= 0n) return undefined
  const sum = worth + (price << FINER)
  return rate + ((2n * excess * worth) << PLACES) / (sum * slope)
}

function kept(rate: bigint): Solved {
  const size = rate < 0n ? -rate : rate
  const rounded = (size * UNIT + (FINE >> 1n)) >> PLACES
  return { kind: 'solved', rate: rate < 0n ? -rounded : rounded }
}

/**
 * Horner's rule from the last month to the first: what a dollar at a month's end is worth at its start, by month, and the days over 360
 * by which a rate works in that month.
 */
function evaluation(
  price: Fixed,
  cash: readonly Fixed[],
  month: (at: number) => { factor: bigint; days: bigint },
): Evaluation {
  let worth = 0n
  // The fall with the rate, 360 times.
  let fall = 0n
  for (let at = cash.length - 1; at >= 0; at--) {
    const { factor, days } = month(at)
    worth = ((worth + (cash[at]! << FINER)) * factor) >> PLACES
    fall = ((fall + worth * days) * factor) >> PLACES
  }
  return { excess: worth - (price << FINER), slope: fall / 360n }
}

/** The yield a year, compounded monthly, at which cash from the first month on is worth the price. Amounts in dollars. */
export function yieldOf(price: Fixed, cash: readonly Fixed[]): Solved {
  return solve(price, cash, (rate) => {
    const month = { factor: ((12n * FINE) << PLACES) / (12n * FINE + rate), days: 30n }
    return evaluation(price, cash, () => month)
  })
}

/** The margin over the index at which cash is worth the price. */
export function marginOf(
  price: Fixed,
  cash: readonly Fixed[],
  basis: DayCount,
  months: readonly IndexedMonth[],
): Solved {
  const counted = months.map(({ days }) => daysCounted(basis, days))
  const index = months.map((month) => (month.index << PLACES) / UNIT)
  return solve(price, cash, (rate) =>
    evaluation(price, cash, (at) => {
      const days = counted[at]!
      return { factor: ((360n * FINE) << PLACES) / (360n * FINE + (index[at]! + rate) * days), days }
    }),
  )
}
