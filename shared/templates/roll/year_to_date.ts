/**
 * Which columns of a schedule hold the fiscal year to date of a period: one year to date, else shorter ones and quarters that make it
 * up without gap or overlap. Read off the columns as they stand, so that it holds after rolls and after columns come and go
 * by hand. Knows no figures.
 */
import type { Column, Filing, Schedule } from '../../model/filing.ts'
import { columnName } from '../../model/lookup.ts'
import { addMonths, readDate } from '../../calendar/dates.ts'
import { fiscalYearEnd, periodOf } from '../../calendar/periods.ts'
import { monthsNamed } from '../../calendar/spans.ts'

/** The months of a fiscal year that a column holds: from and to are counted from its start, so that 3 to 6 is the second quarter. */
type Held = { column: Column; year: number; from: number; to: number; isToDate: boolean }

/** A year to date: the day on which it ends, and the columns that hold it in their order, or the ends of the quarters that no column holds. */
export type YearToDate = { end: string; columns: Column[]; missing: string[] }

/** Months from the start of the fiscal year to the end of a day's month, and the year, by the year in which it ends. */
function inFiscalYear(day: string, yearEnd: number): { year: number; to: number } | undefined {
  const date = readDate(day)
  if (!date) return undefined
  return { year: date.month > yearEnd ? date.year + 1 : date.year, to: ((date.month - yearEnd + 11) % 12) + 1 }
}

/** How fiscal years are numbered in the ids of columns, against the year in which they end. */
function yearsOff(filing: Filing, yearEnd: number): number {
  for (const column of filing.schedules.flatMap(({ columns }) => columns)) {
    const named = namedMonths(column)
    const ends = named && column.end !== undefined ? inFiscalYear(column.end, yearEnd) : undefined
    if (named && ends) return named.year - ends.year
  }
  return 0
}

function namedMonths(column: Column): Held | undefined {
  const period = periodOf(column)
  if (!period || period.kind === 'day') return undefined
  const { year } = period
  return period.kind === 'quarter'
    ? { column, year, from: period.quarter * 3 - 3, to: period.quarter * 3, isToDate: false }
    : { column, year, from: 0, to: period.months, isToDate: true }
}

/** Reads the periods of a filing's columns in its fiscal year. */
class FiscalYears {
  private readonly filing: Filing
  private readonly yearEnd: number
  private readonly off: number

  constructor(filing: Filing) {
    this.filing = filing
    this.yearEnd = fiscalYearEnd(filing)
    this.off = yearsOff(filing, this.yearEnd)
  }

  /** The months to a day, such as that of a balance. */
  to(day: string | undefined): { year: number; to: number } | undefined {
    const ends = day === undefined ? undefined : inFiscalYear(day, this.yearEnd)
    return ends && { year: ends.year + this.off, to: ends.to }
  }

  /** The months that a period holds: by its id, else by its end and the span that its head or its label names. */
  held(schedule: Schedule, column: Column): Held | undefined {
    const named = namedMonths(column)
    if (named) return named
    const ends = column.kind === 'duration' ? this.to(column.end) : undefined
    const words = columnName(schedule, column)
    if (!ends) return undefined
    if (/year to date/i.test(words)) return { column, ...ends, from: 0, isToDate: true }
    const span = monthsNamed(words)
    if (span === undefined || span > ends.to) return undefined
    return { column, ...ends, from: ends.to - span, isToDate: span === ends.to && span > 3 }
  }

  /** The months that end with the period in focus, in whichever schedule it stands. */
  inFocus(schedule: Schedule, id: string): { year: number; to: number; isToDate: boolean } | undefined {
    const others = this.filing.schedules.filter((one) => one !== schedule)
    for (const one of [schedule, ...others]) {
      const column = one.columns.find((each) => each.id === id)
      if (!column) continue
      const day = column.kind === 'instant' ? this.to(column.end) : undefined
      const found = day ? { ...day, isToDate: false } : this.held(one, column)
      if (found) return found
    }
    return undefined
  }
}

/**
 * The year to date of the period in focus. The requirement is for the year, so that every quarter of the filing's own year has
 * the filing's year to date; a column that is a year to date has its own, and a quarter of another year that to its end. `passed`
 * are columns that others are better than, such as an empty year to date. Undefined where the column is no period of a year.
 */
export function yearToDateAt(
  filing: Filing,
  schedule: Schedule,
  focus: string,
  passed: ReadonlySet<string> = new Set(),
): YearToDate | undefined {
  const years = new FiscalYears(filing)
  const at = years.inFocus(schedule, focus)
  if (!at) return undefined
  const own = years.to(filing.periodEnd)
  const isOwn = own?.year === at.year
  const to = isOwn && !at.isToDate ? Math.max(own.to, at.to) : at.to
  const held = schedule.columns.flatMap((column) => {
    const one = years.held(schedule, column)
    return one?.year === at.year ? [one] : []
  })
  const { columns, missing } = covering(held, to, passed)
  const end = endAt(filing, years, schedule, at.year, to)
  return { end, columns, missing: missing.map((months) => addMonths(end, months - to)) }
}

/**
 * The columns that hold the year from its start to the month, from the end on and the longest first; and where quarters end that
 * none holds. What is passed over serves where nothing else ends there.
 */
function covering(
  held: readonly Held[],
  to: number,
  passed: ReadonlySet<string>,
): { columns: Column[]; missing: number[] } {
  const columns: Column[] = []
  const missing: number[] = []
  for (let at = to; at > 0;) {
    const ending = held.filter((one) => one.to === at)
    const isPassed = ({ column }: Held): number => (passed.has(column.id) ? 1 : 0)
    const toDate = ({ isToDate }: Held): number => (isToDate ? 0 : 1)
    const longest = ending.toSorted((a, b) => isPassed(a) - isPassed(b) || a.from - b.from || toDate(a) - toDate(b))[0]
    if (longest) columns.unshift(longest.column)
    else missing.unshift(at)
    at = longest ? longest.from : at - 3
  }
  return { columns, missing }
}

/** The day on which the months of a year end, from any day whose months are known. */
function endAt(filing: Filing, years: FiscalYears, schedule: Schedule, year: number, to: number): string {
  const days = [
    filing.periodEnd,
    ...[schedule, ...filing.schedules].flatMap(({ columns }) => columns.map((one) => one.end)),
  ]
  for (const day of days) {
    const known = years.to(day)
    if (known) return addMonths(day!, (year - known.year) * 12 + to - known.to)
  }
  return addMonths(`${year}-12-31`, to - 12)
}
