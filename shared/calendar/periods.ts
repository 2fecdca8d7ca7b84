/**
 * The period that a column stands for, read from its id (`q3_2007`, `m9_2007`, `h1_2008`, `fy_2009`) or, for a balance, from
 * its date; and where that period goes when a filing rolls forward. Knows no figures and no words.
 */
import { addMonths, isoDate, lastDay, monthsBetween, quarterOf, readDate } from './dates.ts'

/** A column, as far as it tells its period: `end` is the ISO date on which that ends. */
export type Dated = { id: string; kind: string; end?: string }

/**
 * A quarter, the year to date (its months counted from the start of the fiscal year; 12 is the year), or a day.
 * Years are fiscal years, as the ids have them.
 */
export type Period =
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'to_date'; year: number; months: number }
  | { kind: 'day'; date: string }

const QUARTER = /^q([1-4])_(\d{4})$/
const TO_DATE = /^(?:m([369])|m12|(h1)|(fy))_(\d{4})$/

/** The period of an id; undefined where it names none. */
export function periodOfId(id: string): Period | undefined {
  const quarter = QUARTER.exec(id)
  if (quarter) return { kind: 'quarter', year: Number(quarter[2]), quarter: Number(quarter[1]) }
  const toDate = TO_DATE.exec(id)
  if (!toDate) return undefined
  return { kind: 'to_date', year: Number(toDate[4]), months: toDate[1] ? Number(toDate[1]) : toDate[2] ? 6 : 12 }
}

/** The period of a column; undefined for components, computed columns, and ids that name none. */
export function periodOf({ id, kind, end }: Dated): Period | undefined {
  if (kind === 'duration') return periodOfId(id)
  return kind === 'instant' && end !== undefined && readDate(end) ? { kind: 'day', date: end } : undefined
}

/** The period of so many months that ends on the date, in fiscal years that are calendar years; 3 are a quarter. */
export function periodEnding(end: string, months: number): Period {
  const { year } = readDate(end)!
  return months === 3 ? { kind: 'quarter', year, quarter: quarterOf(end) } : { kind: 'to_date', year, months }
}

/** The id of a period; `like` is an id whose way of naming it follows, where it can. */
export function idOfPeriod(period: Period, like = ''): string {
  if (period.kind === 'quarter') return `q${period.quarter}_${period.year}`
  if (period.kind === 'day') return `at_${period.date.replaceAll('-', '_')}`
  const { months, year } = period
  if (months === 12) return `${like.startsWith('m12_') ? 'm12' : 'fy'}_${year}`
  return `${months === 6 && like.startsWith('h1_') ? 'h1' : `m${months}`}_${year}`
}

/** The ids of the quarters of a year to date. */
export function quartersTo({ year, months }: Extract<Period, { kind: 'to_date' }>): string[] {
  return Array.from({ length: months / 3 }, (_, at) => idOfPeriod({ kind: 'quarter', year, quarter: at + 1 }))
}

/** The quarter so many months later. */
export function quarterAfter(period: Extract<Period, { kind: 'quarter' }>, months: number): typeof period {
  const counted = period.year * 4 + period.quarter - 1 + months / 3
  return { kind: 'quarter', year: Math.floor(counted / 4), quarter: (((counted % 4) + 4) % 4) + 1 }
}

/** A roll from one period's end to a later one; `yearEnd` is the month in which the fiscal year ends. */
export type Roll = { from: string; to: string; months: number; yearEnd: number }

/** The month in which the filing's fiscal year ends, as its columns tell; December where they do not. */
export function fiscalYearEnd({ schedules }: { schedules: readonly { columns: readonly Dated[] }[] }): number {
  for (const column of schedules.flatMap(({ columns }) => columns)) {
    const period = periodOf(column)
    const month = column.end === undefined ? undefined : readDate(column.end)?.month
    if (month === undefined || !period || period.kind === 'day') continue
    const left = period.kind === 'quarter' ? (4 - period.quarter) * 3 : 12 - period.months
    return ((month - 1 + left) % 12) + 1
  }
  return 12
}

/** The last end of a fiscal year before the date. */
export function yearEndBefore(date: string, yearEnd: number): string {
  const { year, month } = readDate(date)!
  const ended = month > yearEnd ? year : year - 1
  return isoDate({ year: ended, month: yearEnd, day: lastDay(ended, yearEnd) })
}

/** The months of a year to date that grow by the roll, and how many fiscal years it passes. */
export function grownToDate(months: number, by: number): { months: number; years: number } {
  return { months: ((months + by - 1) % 12) + 1, years: Math.floor((months + by - 1) / 12) }
}

/**
 * Where a column's period goes. Quarters move by the roll; a year to date that ends with the filing's period, or a year or
 * more before it, grows; the last year end before the period, as balance sheets and annual comparatives show it, becomes
 * the last one before the new period; other days move by the roll.
 */
export function rolled(period: Period, end: string | undefined, roll: Roll): Period {
  if (period.kind === 'quarter') return quarterAfter(period, roll.months)
  if (period.kind === 'day') return { kind: 'day', date: rolledDay(period.date, roll) }
  const aligned = end === undefined || readDate(end)?.month === readDate(roll.from)!.month
  if (aligned) {
    const { months, years } = grownToDate(period.months, roll.months)
    return { kind: 'to_date', months, year: period.year + years }
  }
  const years = monthsBetween(yearEndBefore(roll.from, roll.yearEnd), yearEndBefore(roll.to, roll.yearEnd)) / 12
  return { ...period, year: period.year + years }
}

function rolledDay(date: string, roll: Roll): string {
  if (date === roll.from) return roll.to
  if (date === yearEndBefore(roll.from, roll.yearEnd)) return yearEndBefore(roll.to, roll.yearEnd)
  return addMonths(date, roll.months)
}

/** How many months a period of this kind spans; undefined for a day. */
export function spanOf(period: Period): number | undefined {
  return period.kind === 'quarter' ? 3 : period.kind === 'to_date' ? period.months : undefined
}

/** How many months the period that an id names spans; undefined where it names none. */
export function monthsOfId(id: string): number | undefined {
  const period = periodOfId(id)
  return period && spanOf(period)
}

/** Months by which a period's end lies after another's of the same kind of fiscal year. */
export function monthsApart(from: Period, to: Period): number {
  if (from.kind === 'day' || to.kind === 'day') {
    return from.kind === 'day' && to.kind === 'day' ? monthsBetween(from.date, to.date) : 0
  }
  const count = (one: Exclude<Period, { kind: 'day' }>): number =>
    one.year * 12 + (one.kind === 'quarter' ? one.quarter * 3 : one.months)
  return count(to) - count(from)
}
