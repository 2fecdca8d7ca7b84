/**
 * The period that the headlines of a filing are of: the one last focused, as long as a schedule still shows it as a period. Columns
 * are renamed, deleted and made into other kinds while the screen remembers their ids. Opening another schedule leaves it as it is. Pure.
 */
import { shortPeriod } from '../../../shared/calendar/short_period.ts'
import type { Column, Filing } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'

/** True for a column whose figures are of a period or a day, and of no entity alone. */
export function isPeriod({ kind, entity }: Column): boolean {
  return (kind === 'duration' || kind === 'instant') && !entity
}

/** The period noted, where it still is one; else the first period of the filing. Undefined where there is none. */
export function periodInForce(filing: Filing, noted: string | undefined): string | undefined {
  const all = filing.schedules.flatMap(({ columns }) => columns.filter(isPeriod))
  return (all.find(({ id }) => id === noted) ?? all[0])?.id
}

/** The period in full, as the schedule shown heads it, else as the first that has it. */
export function periodName({ schedules }: Filing, shown: string | undefined, period: string): string {
  for (const schedule of schedules.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown))) {
    const column = schedule.columns.find((one) => one.id === period && isPeriod(one))
    if (column) return columnName(schedule, column)
  }
  return ''
}

/** The period in a few characters where its id or date tells it, else in full. */
export function shortPeriodName(filing: Filing, shown: string | undefined, period: string): string {
  const columns = filing.schedules.flatMap((schedule) => schedule.columns)
  const names = columns.filter(({ id }) => id === period).map((column) => shortPeriod(column))
  return names.find((name) => name !== undefined) ?? periodName(filing, shown, period)
}
