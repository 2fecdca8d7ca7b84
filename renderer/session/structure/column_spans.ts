/**
 * How long the period of a column is, as its head and its id tell. Pure.
 */
import type { Column, Schedule } from '../../../shared/model/filing.ts'
import type { Span } from '../../../shared/structure/computed_columns.ts'

/** How long a period is; a date has no length. */
export type PeriodSpan = Exclude<Span, 'instant'>

export const MONTHS_OF: Record<PeriodSpan, number> = { quarter: 3, half_year: 6, nine_months: 9, year: 12 }

/** How long the periods of a column are, from the head above it or its id. */
export function spanOf(schedule: Schedule, column: Column | undefined): PeriodSpan {
  const head = schedule.groups?.find(({ columns }) => column && columns.includes(column.id))?.label ?? ''
  const words = `${head} ${column?.id ?? ''}`.toLowerCase()
  if (/nine months|\bm9_/.test(words)) return 'nine_months'
  if (/six months|\bm6_/.test(words)) return 'half_year'
  return /year|twelve months|\bfy_/.test(words) ? 'year' : 'quarter'
}
