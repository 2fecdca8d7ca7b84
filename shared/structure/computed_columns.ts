/**
 * Columns ready to be inserted: variance, percent, total, component, period. Ids are free among those taken; labels are the trade's.
 * Makes definitions only.
 */
import type { Column } from '../model/filing.ts'
import { freeId } from './ids.ts'

/** The later and the earlier column that a comparison is of. */
export type Compared = { current: string; prior: string }

/** Blank until both columns are known: a comparison with what is not known would take it for nil. */
function onceKnown({ current, prior }: Compared, compared: string): string {
  return `= needs(@${current}, needs(@${prior}, ${compared}))`
}

/** The formula of an increase or decrease, on printed amounts. */
export function varianceFormula(of: Compared): string {
  return onceKnown(of, `printed(@${of.current}) - printed(@${of.prior})`)
}

/** The formula of a change in percent, on printed amounts. */
export function percentFormula(of: Compared): string {
  return onceKnown(of, `percent_change(@${of.current}, @${of.prior})`)
}

/** Increase or decrease from one column to another in every line, blank where one of them is. */
export function varianceColumn(of: Compared, taken: Iterable<string>): Column {
  const formula = varianceFormula(of)
  return { id: freeId('variance', taken), label: 'Increase (decrease)', kind: 'computed', all: true, formula }
}

/** Change in percent from one column to another in every line, blank where one of them is. */
export function percentColumn(of: Compared, taken: Iterable<string>): Column {
  const formula = percentFormula(of)
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

/** How long a period is: a date alone, a quarter, half a year, nine months, or a year. */
export type Span = 'instant' | 'quarter' | 'half_year' | 'nine_months' | 'year'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The head that usually spans such periods; blank for dates. */
export const SPAN_HEAD: Record<Span, string> = {
  instant: '',
  quarter: 'Three Months Ended',
  half_year: 'Six Months Ended',
  nine_months: 'Nine Months Ended',
  year: 'Year Ended',
}

/**
 * A period that ends on an ISO date, or that date itself: 2007-12-31 as a quarter gives q4_2007, `December 31, 2007`; nine months
 * m9_2007, a year fy_2007, a date december_31_2007. Undefined for a text that is no date
 * of the years that filings are of.
 */
export function periodColumn(of: { end: string; span: Span }, taken: Iterable<string>): Column | undefined {
  const date = readDate(of.end)
  if (!date) return undefined
  const label = `${MONTHS[date.month - 1]} ${date.day}, ${date.year}`
  const stems: Record<Span, string> = {
    instant: label,
    quarter: `q${Math.ceil(date.month / 3)}_${date.year}`,
    half_year: `m6_${date.year}`,
    nine_months: `m9_${date.year}`,
    year: `fy_${date.year}`,
  }
  const kind = of.span === 'instant' ? 'instant' : 'duration'
  return { id: freeId(stems[of.span], taken), label, kind, end: of.end }
}

/** Years outside these are slips of the hand. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199]

/** What a text is not that gives no period. */
export function noDate(text: string): string {
  return `“${text}” is no date from ${FIRST_YEAR} to ${LAST_YEAR}. A date is written year first: 2008-03-31.`
}

function readDate(text: string): { year: string; month: number; day: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  // Parts of a date, not amounts.
  const [year, month, day] = [match[1]!, Number(match[2]), Number(match[3])]
  const isNear = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
  return isNear && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(year), month)
    ? { year, month, day }
    : undefined
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
