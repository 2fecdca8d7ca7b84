/**
 * Which columns the formula of a line serves after a roll forward. A line that reads another schedule is often confined to the
 * periods that the other shows; then it serves, in the new filing, the periods that the other shows there. Any other
 * confinement follows the columns: what was made like a column that the formula served is served.
 */
import { namesColumn } from '../../formula/ast.ts'
import { referencesOf } from '../../formula/rewrite.ts'
import type { Column, Line, Schedule } from '../../model/filing.ts'
import { columnOf } from '../../model/lookup.ts'
import { periodOf } from '../../calendar/periods.ts'
import type { ColumnPlan } from './rolled_column.ts'

/** The schedules of the old filing and where their columns go. */
export type Rolling = { schedules: readonly Schedule[]; plans: ReadonlyMap<string, ColumnPlan> }

/** The ids of the columns that the line's formula serves after the roll; undefined where it serves all of them. */
export function servedAfter(schedule: Schedule, line: Line, plan: ColumnPlan, rolling: Rolling): string[] | undefined {
  const { columns } = line
  if (!columns) return undefined
  const like = (id: string): boolean => columns.includes(id)
  const sources = sourcesOf(schedule, line, rolling.schedules)
  const shown = (column: Column): boolean => sources.every((one) => columnOf(one, column.id) !== undefined)
  const isBySource =
    sources.length > 0 &&
    schedule.columns.every((column) => periodOf(column) === undefined || shown(column) === like(column.id))
  const shows = (id: string): boolean =>
    sources.every((one) => rolling.plans.get(one.id)!.columns.some((column) => column.id === id))
  return plan.columns
    .filter(({ id, like: old, period }) => (isBySource && period ? shows(id) : like(old.id)))
    .map(({ id }) => id)
}

/** The other schedules in which the formula finds its column by the id of its own. */
function sourcesOf({ id: own }: Schedule, { formula = '' }: Line, schedules: readonly Schedule[]): Schedule[] {
  const names = new Set(
    referencesOf(formula).flatMap((one) => {
      const elsewhere = !namesColumn(one) && one.schedule !== own
      return elsewhere && one.schedule !== undefined ? [one.schedule] : []
    }),
  )
  return schedules.filter(({ id }) => names.has(id))
}
