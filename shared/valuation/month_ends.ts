/**
 * The month-ends after a valuation date and the days that interest is counted over. Knows no rates of any trust.
 */
import { addMonths, readDate } from '../calendar/dates.ts'
import type { DayCount } from './terms.ts'

/** The end of a month, counted from 1 after the valuation date; and the calendar days of that month. */
export type MonthEnd = { date: string; days: number }

/** So many month-ends after a valuation date, which is itself one. */
export function monthEnds(asOf: string, count: number): MonthEnd[] {
  return Array.from({ length: count }, (_, at) => {
    const date = addMonths(asOf, at + 1)
    return { date, days: readDate(date)!.day }
  })
}

/** The days over 360 that a month counts. */
export function daysCounted(basis: DayCount, days: number): bigint {
  return basis === '30/360' ? 30n : BigInt(days)
}
