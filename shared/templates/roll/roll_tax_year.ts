/**
 * Schedules of a tax year in a roll forward: within the year they keep their columns, and what is to date moves on; in the next year the year
 * becomes the year before, where the schedule shows that. Decides columns only.
 */
import { dayNumber } from '../../calendar/day_number.ts'
import type { Column, Line, Schedule } from '../../model/filing.ts'
import { addMonths, dateInWords, readDate } from '../../calendar/dates.ts'
import { idOfPeriod, periodOf, type Roll } from '../../calendar/periods.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'
import { FORECAST, NEXT_YEAR_END, PERIOD_BEFORE, PERIOD_END, TAX_YEAR, TO_DATE } from '../tax_year.ts'

/** True for a schedule whose periods are tax years, the latest first; a rollforward runs from the earliest on. */
export function isOfTaxYears({ kind, columns }: Schedule): boolean {
  if (kind !== 'reit_tests') return false
  const periods = columns.filter((column) => column.kind === 'duration')
  const ends = periods.map(({ end = '' }) => end)
  const isLatestFirst = ends.every((end, at) => at === 0 || end <= ends[at - 1]!)
  return periods.length > 0 && isLatestFirst && periods.every((column) => months(column) === 12)
}

function months(column: Column): number | undefined {
  const period = periodOf(column)
  return period?.kind === 'to_date' ? period.months : undefined
}

/** The columns of such a schedule after the roll. */
export function rollTaxYears({ columns }: Schedule, roll: Roll): ColumnPlan {
  const years = readDate(roll.to)!.year - readDate(roll.from)!.year
  const stood = new Set(columns.map(({ id }) => id))
  const rolled = columns.map((like): RolledColumn => {
    const period = periodOf(like)
    if (period?.kind !== 'to_date') {
      const isToDate = like.id === TO_DATE
      const label = isToDate ? dateInWords(roll.to) : like.label
      const opening = like.id === FORECAST ? 'none' : isToDate && years === 0 ? 'kept' : undefined
      const plain = { id: like.id, like, period: undefined, comparative: false, months: 0, label }
      return opening === undefined ? plain : { ...plain, opening }
    }
    const next = { ...period, year: period.year + years }
    const id = idOfPeriod(next, like.id)
    const end = like.end === undefined ? undefined : addMonths(like.end, 12 * years)
    return {
      id,
      like,
      period: next,
      comparative: years > 0 && stood.has(id),
      ...(years === 0 && { sameYear: true }),
      months: 12 * years,
      ...(end !== undefined && { label: dateInWords(end) }),
    }
  })
  return { columns: rolled, growing: false, remarks: [] }
}

/** True for a schedule of layers: what each opens with is what it closed with in the year before. */
export function isOfLayers({ kind, columns }: Schedule): boolean {
  const has = (id: string): boolean => columns.some((column) => column.id === id && column.kind === 'component')
  return kind === 'reit_tests' && has(LAYER_YEAR) && has(OPENING) && has(CLOSING)
}

const LAYER_YEAR = 'layer_year'
const OPENING = 'opening'
const CLOSING = 'closing'
/** What happened to the layers in a year, which begins afresh in the next. */
const MOVEMENTS = new Set(['added', 'used', 'expired', CLOSING])

/**
 * The columns of layers after the roll: in the next year each opens at its close; within the year all stays, and what a layer opens with is
 * held against the filing before like any figure that is carried.
 */
export function rollLayers({ columns }: Schedule, roll: Roll): ColumnPlan {
  const isNext = readDate(roll.to)!.year > readDate(roll.from)!.year
  const rolled = columns.map((like): RolledColumn => {
    const { id, label } = like
    const plain = { id, like, period: undefined, comparative: false, months: 0, label }
    if (isNext && id === OPENING) return { ...plain, opens: CLOSING }
    if (id === OPENING) return { ...plain, opens: OPENING, sameYear: true }
    return isNext && MOVEMENTS.has(id) ? plain : { ...plain, sameYear: true }
  })
  return { columns: rolled, growing: false, remarks: [] }
}

/** The formula of a line that holds a day of the filing (the end of its tax year, of its period, of the one before), for the new filing; undefined for any other. */
export function taxYearFormula({ kind }: Schedule, { id, formula }: Line, { from, to }: Roll): string | undefined {
  if (kind !== 'reit_tests' || !/^\s*=\s*\d+\s*$/.test(formula ?? '')) return undefined
  const days: Record<string, string> = {
    [TAX_YEAR]: `${readDate(to)!.year}-12-31`,
    [NEXT_YEAR_END]: `${readDate(to)!.year + 1}-12-31`,
    [PERIOD_END]: to,
    [PERIOD_BEFORE]: from,
  }
  return Object.hasOwn(days, id) ? `= ${dayNumber(days[id]!)!}` : undefined
}
