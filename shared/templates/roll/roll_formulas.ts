/**
 * Formulas carried to the columns of another period. Text for text: what is no name of a column stays as it was written.
 */
import { entityColumnId } from '../../model/entities.ts'
import type { Schedule } from '../../model/filing.ts'
import { addMonths } from '../../calendar/dates.ts'
import {
  grownToDate,
  idOfPeriod,
  periodOf,
  quarterAfter,
  rolled,
  type Period,
  type Roll,
} from '../../calendar/periods.ts'
import { quartersAdded } from './roll_columns.ts'
import type { ColumnPlan } from './rolled_column.ts'
import { namesIn, referencesOf, swapped, withNames } from '../../formula/rewrite.ts'

/** Where a column of a schedule went. */
export type ColumnMap = (schedule: string, column: string) => string

/** The text with every column that it names taken to where the map sends it; `own` is the schedule it stands in. */
export function mapColumns(text: string, own: string, map: ColumnMap): string {
  if (!text.includes('@')) return text
  return withNames(text, own, ({ kind, name }, schedule) => (kind === 'column' ? map(schedule, name) : name))
}

/**
 * Of lines of the schedule itself, of lines of other schedules, and of computed columns; `toDate` of lines of other schedules that read the year to
 * date: a first quarter, which is all of it, gives way to the year to date that the roll adds.
 */
export type PlaceMaps = { lines: ColumnMap; others: ColumnMap; columns: ColumnMap; toDate: ColumnMap }

/**
 * The text of a line that reads the year to date of other schedules. A range over the quarters of a year goes on to the current one from where it
 * began, as long as that stands.
 */
export function mapToDate(text: string, own: string, { lines, others, toDate }: PlaceMaps): string {
  const swaps = referencesOf(text).flatMap((reference) => {
    const schedule = reference.schedule ?? own
    const map = schedule === own ? lines : toDate
    const columns = namesIn(text, reference).filter(({ kind }) => kind === 'column')
    if (schedule === own || reference.type !== 'column_range')
      return columns.map((part) => ({ ...part, text: map(schedule, part.name) }))
    const [first, last] = columns.slice(-2) as [(typeof columns)[0], (typeof columns)[0]]
    return [
      { ...first, text: lines(schedule, first.name) },
      { ...last, text: others(schedule, last.name) },
    ]
  })
  return swapped(text, swaps)
}

/** Where the columns of the old filing stand in the new one, for formulas of lines and of computed columns. */
export function placeMap(plans: ReadonlyMap<string, ColumnPlan>, roll: Roll): PlaceMaps {
  const moved = new Map<string, Map<string, string>>()
  const read = new Map<string, Map<string, string>>()
  const kept = new Map<string, Map<string, string>>()
  const toDate = new Map<string, Map<string, string>>()
  for (const [schedule, { columns, growing }] of plans) {
    const there = columns.filter(({ supporting, added }) => !supporting && !added)
    const places = new Map(there.map(({ like, id }) => [like.id, id]))
    const stays = there.filter(({ comparative }) => comparative).map(({ id }): [string, string] => [id, id])
    // A year by quarters keeps its columns, so its lines go on naming them; a comparison of its last two goes with them.
    const own = growing ? new Map([...places, ...stays]) : places
    kept.set(schedule, own)
    // A line elsewhere that reads its current quarter, as a balance sheet does, goes on reading the current one.
    const current = growing ? there.findLast(({ period }) => period?.kind === 'quarter')?.period : undefined
    const before = current?.kind === 'quarter' ? idOfPeriod(quarterAfter(current, -roll.months)) : undefined
    read.set(schedule, before === undefined ? own : new Map([...own, [before, idOfPeriod(current!)]]))
    const sums = columns.filter(({ added }) => added).map(({ like, id }): [string, string] => [like.id, id])
    toDate.set(schedule, new Map([...read.get(schedule)!, ...sums]))
    moved.set(schedule, growing ? shifted(columns, roll) : places)
  }
  return { lines: reader(kept), others: reader(read), columns: reader(moved), toDate: reader(toDate) }
}

function reader(maps: ReadonlyMap<string, ReadonlyMap<string, string>>): ColumnMap {
  return (schedule, column) => maps.get(schedule)?.get(column) ?? column
}

function shifted(columns: ColumnPlan['columns'], roll: Roll): Map<string, string> {
  const there = new Set(columns.map(({ id }) => id))
  return new Map(
    columns.flatMap(({ like }): [string, string][] => {
      const period = periodOf(like)
      const id = period && idOfPeriod(later(period, roll.months), like.id)
      return id !== undefined && there.has(id) ? [[like.id, id]] : []
    }),
  )
}

/** A period so many months later, a year to date growing with them. */
function later(period: Period, months: number): Period {
  if (period.kind === 'quarter') return quarterAfter(period, months)
  if (period.kind === 'day') return { kind: 'day', date: addMonths(period.date, months) }
  const grown = grownToDate(period.months, months)
  return { kind: 'to_date', year: period.year + grown.years, months: grown.months }
}

/** For a formula typed in a cell: every period that it names, so many months later. */
export function laterMap(schedules: readonly Schedule[], months: number): ColumnMap {
  const map: ColumnMap = (schedule, id) => {
    const column = schedules.find((one) => one.id === schedule)?.columns.find((one) => one.id === id)
    if (column?.entity) return entityColumnId(map(schedule, column.entity.of), column.entity.name)
    const period = column && periodOf(column)
    return period ? idOfPeriod(later(period, months), id) : id
  }
  return map
}

/** Where the column of a balance goes: the last year end stays while the year lasts. Undefined for any other column. */
export function balanceAfter(
  schedules: readonly Schedule[],
  schedule: string,
  id: string,
  roll: Roll,
): string | undefined {
  const column = schedules.find((one) => one.id === schedule)?.columns.find((one) => one.id === id)
  const period = column && periodOf(column)
  return period?.kind === 'day' ? idOfPeriod(rolled(period, column?.end, roll), id) : undefined
}

/** True where the column's formula is one that the roll cannot judge: a year to date that is no plain sum of its quarters. */
export function isOtherYearToDate(schedule: Schedule, id: string): boolean {
  const column = schedule.columns.find((one) => one.id === id)
  if (column?.formula === undefined || periodOf(column)?.kind !== 'to_date') return false
  return quartersAdded(schedule, column) === undefined
}
