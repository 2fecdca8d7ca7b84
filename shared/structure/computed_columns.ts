/**
 * Columns ready to be inserted: variance, percent, total, component, period. Ids are free among those taken; labels are the trade's.
 * Makes definitions only.
 */
import { parseDate } from '../calendar/typed_dates.ts'
import { dateInWords, readDate } from '../calendar/dates.ts'
import { idOfPeriod, periodEnding } from '../calendar/periods.ts'
import { MONTHS_OF, type PeriodSpan } from '../calendar/spans.ts'
import type { Column } from '../model/filing.ts'
import type { Refusal } from '../refusals/refusal.ts'
import { freeId } from './ids.ts'

/** The later and the earlier column that a comparison is of. */
export type Compared = { current: string; prior: string }

/** Blank until both columns are known: a comparison with what is not known would take it for nil. */
function onceKnown({ current, prior }: Compared, compared: string): string {
  return `= needs(@${current}, needs(@${prior}, ${compared}))`
}

/** Increase or decrease from one column to another in every line, on printed amounts; blank where one of them is. */
export function varianceColumn(of: Compared, taken: Iterable<string>): Column {
  const formula = onceKnown(of, `printed(@${of.current}) - printed(@${of.prior})`)
  return { id: freeId('variance', taken), label: 'Increase (decrease)', kind: 'computed', all: true, formula }
}

/** Change in percent from one column to another in every line, on printed amounts; blank where one of them is. */
export function percentColumn(of: Compared, taken: Iterable<string>): Column {
  const formula = onceKnown(of, `percent_change(@${of.current}, @${of.prior})`)
  return { id: freeId('percent', taken), label: '% change', kind: 'computed', all: true, format: 'percent', formula }
}

/** The sum of neighbouring columns. Lines with a formula of their own keep it; per-share amounts and shares are not summed. */
export function totalColumn(of: { first: string; last: string }, taken: Iterable<string>, label = 'Total'): Column {
  const formula = `= sum(@${of.first}..@${of.last})`
  return { id: freeId(label, taken), label, kind: 'computed', formula }
}

/** A component, such as an asset class of a rollforward. */
export function componentColumn(label: string, taken: Iterable<string>): Column {
  return { id: freeId(label, taken), label, kind: 'component' }
}

/** How long a period is: a date alone, or a span. */
export type Span = 'instant' | PeriodSpan

/**
 * A period that ends on an ISO date, or that date itself: 2007-12-31 as a quarter gives q4_2007, `December 31, 2007`; nine months
 * m9_2007, a year fy_2007, a date december_31_2007. Undefined for a text that is no date
 * of the years that filings are of.
 */
export function periodColumn({ end, span }: { end: string; span: Span }, taken: Iterable<string>): Column | undefined {
  const year = readDate(end)?.year
  if (year === undefined || year < YEARS[0] || year > YEARS[1]) return undefined
  const label = dateInWords(end)
  const stem = span === 'instant' ? label : idOfPeriod(periodEnding(end, MONTHS_OF[span]))
  return { id: freeId(stem, taken), label, kind: span === 'instant' ? 'instant' : 'duration', end }
}

/** Years outside these are slips of the hand. */
const YEARS = [1900, 2199] as const

/** What a text is not that gives no period. */
export function noDate(text: string): Refusal {
  const parsed = parseDate(text)
  return parsed.kind === 'refused' && text.trim() !== '' ? parsed.refusal : { code: 'no_date', text, years: YEARS }
}
