/**
 * The columns of schedules of a tax year. A REIT's tax year is the calendar year (26 USC 859), and what it owes rests on the whole of it: what
 * stands to date, a forecast of the rest, and the year that they add up to. Makes columns only; how they roll is roll_tax_year's.
 */
import type { Column, ColumnGroup } from '../model/filing.ts'
import { dateInWords, readDate } from '../calendar/dates.ts'
import { idOfPeriod } from '../calendar/periods.ts'
import type { Covers } from './template.ts'

/** The id of the column of what stands to date. */
export const TO_DATE = 'to_date'
/** The id of the line that names the tax year, by its last day. */
export const TAX_YEAR = 'year_end'
/** The id of the line that holds the end of the filing's period, and of the one that holds the end of the period before. */
export const PERIOD_END = 'period_end'
export const PERIOD_BEFORE = 'period_before'
/** The id of the line that holds the end of the next tax year. */
export const NEXT_YEAR_END = 'next_year_end'
/** The id of the column of the forecast. */
export const FORECAST = 'forecast'

/** The year in which a period ends. */
export function taxYearOf(periodEnd: string): number {
  return readDate(periodEnd)!.year
}

/** The id of a tax year's column. */
export function taxYearId(year: number): string {
  return idOfPeriod({ kind: 'to_date', year, months: 12 })
}

/** The column of a whole tax year. */
export function taxYearColumn(year: number): Column {
  const end = `${year}-12-31`
  return { id: taxYearId(year), label: dateInWords(end), kind: 'duration', end }
}

/** What stands to date, the forecast and the year where the filing covers a part of it; the year alone where it covers years. */
export function taxYearColumns({ periodEnd, covers }: Covers): Column[] {
  const year = taxYearColumn(taxYearOf(periodEnd))
  if (covers === 'year') return [year]
  return [
    // No period: a schedule of quarters has the figures of its day.
    { id: TO_DATE, label: dateInWords(periodEnd), kind: 'component' },
    { id: FORECAST, label: 'Rest of the year', kind: 'component', filingCopy: false },
    { ...year, formula: `= @${TO_DATE} + @${FORECAST}` },
  ]
}

/** The heads over those columns. */
export function taxYearGroups(columns: readonly Column[]): ColumnGroup[] {
  const head = (label: string, id: string): ColumnGroup[] =>
    columns.some((column) => column.id === id) ? [{ label, columns: [id] }] : []
  const year = columns.filter(({ id }) => id !== TO_DATE && id !== FORECAST).map(({ id }) => id)
  return [
    ...head('If the Year Ended Now', TO_DATE),
    ...head('Forecast', FORECAST),
    { label: columns.length > year.length ? 'Year With Forecast' : 'Tax Year Ended', columns: year },
  ]
}
