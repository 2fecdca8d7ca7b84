/**
 * Years to date that a schedule gains when a first quarter rolls on within its year: a first quarter's document shows none, since the
 * quarter is the year to date; the second quarter's shows six months, the third's nine, the fourth's the year. Decides columns only.
 *
 * A schedule gains them where it compares the quarter with that of the year before, as quarterly reports do, and where it reconciles to
 * taxable income, which is distributed by the year; so does one of earnings per share, whose year to date adds up nothing. Any other that compares
 * a quarter with the quarter before it shows quarters alone.
 */
import { isolated } from '../../money/isolated.ts'
import { entityColumnId } from '../../model/entities.ts'
import type { Schedule } from '../../model/filing.ts'
import {
  idOfPeriod,
  monthsApart,
  periodOf,
  quarterAfter,
  quartersTo,
  type Period,
  type Roll,
} from '../../calendar/periods.ts'
import { isOfPerShare } from './roll_per_share.ts'
import type { RolledColumn } from './rolled_column.ts'

/** The columns that are added behind the others, the newest year first, each the sum of its quarters unless periods stand on their own. */
export function yearsToDateAdded(schedule: Schedule, roll: Roll): RolledColumn[] {
  const quarters = schedule.columns.flatMap((like) => {
    const period = periodOf(like)
    return period?.kind === 'quarter' && period.quarter === 1 && isEntered(like) ? [{ like, period }] : []
  })
  const current = quarters.find(({ like }) => like.end === roll.from)
  if (!current || quarterAfter(current.period, roll.months).year !== current.period.year) return []
  const others = quarters.filter(({ period }) => period.year < current.period.year)
  const shows = schedule.columns.some((column) => periodOf(column)?.kind === 'to_date')
  const isOnItsOwn = isOfPerShare(schedule)
  if (shows || (others.length === 0 && schedule.kind !== 'reconciliation' && !isOnItsOwn)) return []
  return [current, ...others].map(({ like, period: { year } }) => {
    const period: Extract<Period, { kind: 'to_date' }> = { kind: 'to_date', year, months: 3 + roll.months }
    return {
      id: idOfPeriod(period),
      like,
      period,
      comparative: false,
      added: true,
      months: monthsApart({ kind: 'quarter', year, quarter: 1 }, period),
      ...(!isOnItsOwn && { sums: quartersTo(period) }),
    }
  })
}

/** True for a quarter that nothing but its entities adds up to. */
function isEntered({ id, formula }: Schedule['columns'][number]): boolean {
  return formula === undefined || formula.includes(`@${entityColumnId(id, '')}`)
}

/** What is said of a column that was added. */
export function addedRemark(name: string): string {
  return `“${isolated(name)}” is added, because the filing now covers more than the first quarter.`
}
