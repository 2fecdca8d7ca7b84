/**
 * The period that the headlines of a filing are of: the one last focused, as long as a schedule still shows it as a period. Columns
 * are renamed, deleted and made into other kinds while the screen remembers their ids. Pure.
 */
import type { Column, Filing, Schedule } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'

/** True for a column whose figures are of a period or a day. */
export function isPeriod({ kind }: Column): boolean {
  return kind === 'duration' || kind === 'instant'
}

/** The schedules with the one shown first. */
function inOrder({ schedules }: Filing, shown: string | undefined): Schedule[] {
  return schedules.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown))
}

/** The period noted, where it still is one; else the first period, of the schedule shown before others. Undefined where there is none. */
export function periodInForce(
  filing: Filing,
  noted: string | undefined,
  shown: string | undefined,
): string | undefined {
  const all = inOrder(filing, shown).flatMap(({ columns }) => columns.filter(isPeriod))
  return (all.find(({ id }) => id === noted) ?? all[0])?.id
}

/** The period in full, as the schedule shown heads it, else as the first that has it. */
export function periodName(filing: Filing, shown: string | undefined, period: string): string {
  for (const schedule of inOrder(filing, shown)) {
    const column = schedule.columns.find((one) => one.id === period && isPeriod(one))
    if (column) return columnName(schedule, column)
  }
  return ''
}
