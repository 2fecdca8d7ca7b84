/**
 * What the schedules of dividends share: ids, choices in the order of the rules of tax, rows of payments, notes with their sources.
 * Holds no lines of its own.
 */
import type { CellInput, Column, Note } from '../model/filing.ts'

/** The register of the year's payments, and the year by class. */
export const DIVIDENDS = 'dividends'
export const DIVIDEND_YEAR = 'dividend_year'
/** A published table, by payment and by class. */
export const PUBLISHED = 'published_dividends'
export const PUBLISHED_YEAR = 'published_dividend_year'

export const CLASS_WORDS = ['preferred', 'common']
export const TIMING_WORDS = [
  'year',
  'january',
  'spillover',
  'carried in',
  'next year',
  'prior year',
  'consent',
  'deficiency',
]
export const METHOD_WORDS = ['months', 'days', 'as shown']
export const JANUARY_WORDS = ['what earnings cover', 'whole payment']
export const GAIN_WORDS = ['dividends', 'distributions']
export const STANDING_WORDS = ['within others', 'beside others']
export const YES_NO = ['yes', 'no']

/** Rows for payments; more are inserted among them. */
export const PAYMENT_ROWS = 16

const FIRST = 'payment_1'
const LAST = `payment_${PAYMENT_ROWS}`

/** The payments of a register's column, from another schedule where one is named. */
export function payments(column: string, schedule?: string): string {
  return `${schedule === undefined ? '' : `${schedule}.`}${FIRST}..${LAST}@${column}`
}

export function component(id: string, label: string, more: Partial<Column> = {}): Column {
  return { id, label, kind: 'component', ...more }
}

export function perShare(id: string, label: string, formula?: string): Column {
  return component(id, label, { format: 'per_share', decimals: 6, ...(formula !== undefined && { formula }) })
}

export const CLASS_COLUMNS: readonly Column[] = [component('preferred', 'Preferred'), component('common', 'Common')]

export const ESTIMATE: Note = {
  mark: '1',
  text: 'An estimate, not tax advice. The character of the year’s payments is known when the year is over: until then a return of capital is provisional. 26 USC 301(c), 316.',
}

export const EARNINGS_NOTES: Note[] = [
  {
    mark: '2',
    text: 'Current earnings cover preferred stock in full first, then common pro rata to the payments of the year; accumulated earnings cover what is left by date, preferred first within a day. A deficit of the year is charged by the months gone unless days are chosen. 26 CFR 1.316-2; Rev. Rul. 69-440, 74-164.',
  },
  {
    mark: '3',
    text: 'A dividend declared and of record in October to December and paid in January counts for the year before as far as earnings cover it (857(b)(9)); the rest counts in the next. A record date in January moves it wholly. Spill-over, consent and deficiency dividends (858, 565, 860) are chosen.',
  },
  {
    mark: '4',
    text: 'Capital gain designated for the year is spread over all classes by their dividends unless distributions are chosen. 26 USC 857(b)(3)(B); Rev. Rul. 89-81.',
  },
  {
    mark: '5',
    text: 'A return of capital beyond a holder’s basis is gain. The basis is the holder’s, so nothing is shown until one is given. 26 USC 301(c)(2), (3).',
  },
  {
    mark: '6',
    text: 'Parts per share are rounded half up at the places given; the last that is not nil takes what is left, so that they add to the payment.',
  },
]

export const DECLARED_NOTE: Note = {
  mark: '7',
  text: 'Equity falls and a dividend per share is reported when a dividend is declared; it counts for tax when it is paid. A dividend declared after the period’s end is in neither.',
}

export const PUBLISHED_NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. A published table is described and checked, and never corrected. Form 1099-DIV; Form 8937.',
  },
  {
    mark: '2',
    text: 'The ratio is the shortest decimal that prints every part of the class alike. Where there is none, the table is not pro rata. 26 CFR 1.316-2(b).',
  },
]

/** A formula for each class, in the cells of a line: the place of the class stands in it. */
export function byClass(schedule: string, line: string, formula: (place: number) => string): CellInput[] {
  return CLASS_COLUMNS.map(({ id }, at) => ({ schedule, line, column: id, input: formula(at + 1) }))
}
