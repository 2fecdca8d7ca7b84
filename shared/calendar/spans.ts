/**
 * How long periods are: in months, in the words that heads over columns use, and by the names that forms have for them.
 * What an id says of its period goes before what stands over the column.
 */
import { periodOf, spanOf, type Dated } from './periods.ts'

/** How long a period is; a date has no length. */
export type PeriodSpan = 'quarter' | 'half_year' | 'nine_months' | 'year'

export const MONTHS_OF: Record<PeriodSpan, number> = { quarter: 3, half_year: 6, nine_months: 9, year: 12 }

export const SPAN_WORDS: Record<number, string> = { 3: 'three months', 6: 'six months', 9: 'nine months', 12: 'year' }

/** Words for so many months: `Nine Months Ended`, `Year Ended`. */
export function spanEnded(months: number): string {
  return `${SPAN_WORDS[months] ?? `${months} months`} ended`.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
}

/** A head that says how long the periods under it are. */
export const HEAD_OF_SPAN = /\b(?:(?:three|six|nine|twelve) months|quarter|(?:fiscal )?year) ended\b|\byear to date\b/i

const NAMED: readonly [RegExp, number][] = [
  [/nine months/i, 9],
  [/six months|half year/i, 6],
  [/three months|quarter/i, 3],
  [/year ended|twelve months|fiscal year/i, 12],
]

/** The months that a head or a label names; undefined where it names no span. */
export function monthsNamed(words: string): number | undefined {
  return NAMED.find(([written]) => written.test(words))?.[1]
}

/** How long the periods of a column are, by its id, else by the head above it; a quarter where neither tells. */
export function spanOfColumn(column: Dated | undefined, head: string): PeriodSpan {
  const period = column && periodOf(column)
  const months = (period && spanOf(period)) ?? monthsNamed(head) ?? (/year/i.test(head) ? 12 : 3)
  const spans = Object.keys(MONTHS_OF) as PeriodSpan[]
  return spans.find((span) => MONTHS_OF[span] === months) ?? 'quarter'
}
