/**
 * Schedules of a tax year in a roll forward: within the year they keep their columns, and what is to date moves on; in the next year the year
 * becomes the year before, where the schedule shows that. Decides columns only.
 */
import type { Column, Schedule } from '../model/filing.ts'
import { addMonths, dateInWords, readDate } from '../calendar/dates.ts'
import { idOfPeriod, periodOf, type Roll } from '../calendar/periods.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'
import { TO_DATE } from './tax_year.ts'

/** True for a schedule whose periods are tax years. */
export function isOfTaxYears({ kind, columns }: Schedule): boolean {
  if (kind !== 'reit_tests') return false
  const periods = columns.filter((column) => column.kind === 'duration')
  return periods.length > 0 && periods.every((column) => months(column) === 12)
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
      const label = like.id === TO_DATE ? dateInWords(roll.to) : like.label
      return { id: like.id, like, period: undefined, comparative: false, months: 0, label }
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
