/**
 * What cash of coming months is worth: at a yield compounded monthly (SF-48), or at a margin over the index (SF-53). Factors carry ten
 * places more than amounts, and a value is rounded once. Knows no trust.
 */
import { UNIT, type Fixed } from '../money/fixed_point.ts'
import { daysCounted } from './month_ends.ts'
import type { DayCount } from './terms.ts'

/** What one dollar at the end of each month is worth at the start, in units of 10^-30. */
export type Factors = readonly bigint[]

const FINE = 10n ** 30n
const FINER = FINE / UNIT

/** Factors of a yield a year above -1200%, for so many months. */
export function factorsAtYield(yearly: Fixed, months: number): Factors {
  const factors: bigint[] = []
  const growth = 12n * UNIT + yearly
  let factor = FINE
  for (let month = 0; month < months; month++) {
    factor = (factor * 12n * UNIT) / growth
    factors.push(factor)
  }
  return factors
}

/** Months as their index and their calendar days. */
export type IndexedMonth = { index: Fixed; days: number }

/** Factors of a margin over the index, month by month. */
export function factorsAtMargin(margin: Fixed, basis: DayCount, months: readonly IndexedMonth[]): Factors {
  let factor = FINE
  return months.map(({ index, days }) => {
    const yearly = (index + margin) * daysCounted(basis, days)
    factor = (factor * 360n * UNIT) / (360n * UNIT + yearly)
    return factor
  })
}

/** The present value of cash from the first month on, half-up at 20 places; months after the factors' end are nil. */
export function presentValue(cash: readonly Fixed[], factors: Factors): Fixed {
  let total = 0n
  for (let at = 0; at < cash.length; at++) if (cash[at] !== 0n) total += cash[at]! * factors[at]!
  const size = total < 0n ? -total : total
  const rounded = (size + FINE / 2n) / FINE
  return total < 0n ? -rounded : rounded
}

/** The value at the end of a month of the cash that comes after it, at the same factors. */
export function valueAfter(cash: readonly Fixed[], factors: Factors, month: number): Fixed {
  if (month >= cash.length) return 0n
  const base = month === 0 ? FINE : factors[month - 1]!
  let total = 0n
  for (let at = month; at < cash.length; at++) if (cash[at] !== 0n) total += cash[at]! * factors[at]!
  const size = total < 0n ? -total : total
  const rounded = (2n * size + base) / (2n * base)
  return total < 0n ? -rounded : rounded
}

/** A yield compounded monthly as its bond equivalent, compounded half-yearly: 2((1 + y/12)^6 - 1), to 20 places. */
export function bondEquivalent(monthly: Fixed): Fixed {
  const month = FINE + (monthly * FINER) / 12n
  const half = (((month * month) / FINE) * month) / FINE
  const growth = 2n * ((half * half) / FINE - FINE)
  const size = growth < 0n ? -growth : growth
  const rounded = (size + FINER / 2n) / FINER
  return growth < 0n ? -rounded : rounded
}
