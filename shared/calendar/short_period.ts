/**
 * The name of a period in a few words, as headlines and fields have it: `Q3 2007`, `Nine months 2007`, `Year 2009`, `Sep 30, 2007`.
 * Knows ids and dates; heads and their groups are the model's.
 */
import { dateInWords } from './dates.ts'
import { periodOf, type Dated } from './periods.ts'
import { SPAN_WORDS } from './spans.ts'

/** The short name of a column's period; undefined where neither its id nor its date names one. */
export function shortPeriod(column: Dated): string | undefined {
  const period = periodOf(column)
  if (!period) return undefined
  if (period.kind === 'quarter') return `Q${period.quarter} ${period.year}`
  if (period.kind === 'to_date') {
    const span = SPAN_WORDS[period.months]!
    return `${span.charAt(0).toUpperCase()}${span.slice(1)} ${period.year}`
  }
  const [month, ...rest] = dateInWords(period.date).split(' ')
  return [month!.slice(0, 3), ...rest].join(' ')
}
