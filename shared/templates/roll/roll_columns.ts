/**
 * Which columns a schedule has after a roll forward: for each, the old column whose place and rules it takes (`like`), and
 * whether its period stood in the old filing, so that it is a comparative. Decides columns only; figures come after.
 *
 * Two layouts are told apart. A schedule that runs through the quarters of the year from the first to the current one, with
 * opening and closing balance, gains the new quarter and keeps the others; in the next year it starts afresh. In any
 * other schedule each column moves in its place; quarters that a year to date still needs are kept at the end, and those
 * that stood for nothing but an old year to date go.
 */
import { isolated } from '../../money/isolated.ts'
import { referencesOf } from '../../formula/rewrite.ts'
import type { Column, Schedule } from '../../model/filing.ts'
import { ORDINALS } from '../../calendar/period_words.ts'
import {
  idOfPeriod,
  monthsApart,
  periodOf,
  periodOfId,
  quarterAfter,
  quartersTo,
  rolled,
  type Period,
  type Roll,
} from '../../calendar/periods.ts'
import { yearsToDateAdded } from './roll_added.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'
import { withEntities, withoutEntities } from './roll_entities.ts'
import { isOfQuartersAhead, isOfTrusts, rollQuartersAhead, rollTrusts } from './roll_beside_equity.ts'
import { rollforwards } from './roll_lines.ts'
import { isOfMethodChanges } from '../method_changes.ts'
import { isCalendar, isOfClasses, isOfQuarters, isOfRows, rollPayments } from './roll_register.ts'
import { isOfLayers, isOfTaxYears, rollLayers, rollTaxYears } from './roll_tax_year.ts'

type Quarter = Extract<Period, { kind: 'quarter' }>

function quarterOf(column: Column): Quarter | undefined {
  const period = periodOf(column)
  return period?.kind === 'quarter' ? period : undefined
}

/** The columns of a schedule after the roll. */
export function rollColumns(schedule: Schedule, roll: Roll): ColumnPlan {
  if (isOfTaxYears(schedule)) return rollTaxYears(schedule, roll)
  if (isOfLayers(schedule)) return rollLayers(schedule, roll)
  const isByRow = [isOfRows, isOfClasses, isCalendar, isOfQuarters, isOfMethodChanges].some((is) => is(schedule))
  if (isByRow) return rollPayments(schedule, roll)
  if (isOfTrusts(schedule)) return rollTrusts(schedule)
  if (isOfQuartersAhead(schedule)) return rollQuartersAhead(schedule, roll)
  const consolidated = withoutEntities(schedule)
  const plan = isYearByQuarters(consolidated, roll) ? growing(consolidated, roll) : moving(consolidated, roll)
  return consolidated === schedule ? plan : withEntities(schedule, plan)
}

/** True where the period columns are the quarters of one year from the first to the current one, between two balances. */
function isYearByQuarters(schedule: Schedule, roll: Roll): boolean {
  const periods = schedule.columns.filter(({ kind }) => kind === 'duration' || kind === 'instant')
  const quarters = periods.map(quarterOf)
  if (periods.length === 0 || rollforwards(schedule).length === 0) return false
  return (
    quarters.every((one, at) => one !== undefined && one.quarter === at + 1 && one.year === quarters[0]!.year) &&
    periods.at(-1)!.end === roll.from
  )
}

function growing(schedule: Schedule, roll: Roll): ColumnPlan {
  const old = schedule.columns.filter((column) => quarterOf(column))
  const last = quarterOf(old.at(-1)!)!
  const current = quarterAfter(last, roll.months)
  const columns: RolledColumn[] = Array.from({ length: current.quarter }, (_, at) => {
    const period: Quarter = { kind: 'quarter', year: current.year, quarter: at + 1 }
    const id = idOfPeriod(period)
    const own = old.find((column) => column.id === id)
    // The quarter before it serves as its pattern, save in a new year, where the same quarter of the old year does.
    const like = own ?? (current.year === last.year ? old.at(-1)! : (old[at] ?? old.at(-1)!))
    return { id, like, period, comparative: own !== undefined, months: monthsApart(quarterOf(like)!, period) }
  })
  const others = schedule.columns.filter((column) => !quarterOf(column))
  const ids = { old: old.map(({ id }) => id), rolled: columns.map(({ id }) => id) }
  return { columns: [...columns, ...others.map((one) => beside(schedule, one, ids, roll))], growing: true, remarks: [] }
}

/** A column beside the quarters. One that adds up all of them adds up the new ones, and opens as its formulas say. */
function beside(
  schedule: Schedule,
  like: Column,
  quarters: { old: readonly string[]; rolled: string[] },
  roll: Roll,
): RolledColumn {
  const added = PLAIN_SUM.test(like.formula ?? '') ? columnsNamed(schedule, like.formula) : []
  const isOfAll = added.length === quarters.old.length && quarters.old.every((id) => added.includes(id))
  return { ...unmoved(like, roll), ...(isOfAll && { sums: quarters.rolled, opening: 'none' as const }) }
}

/** A column that names no period keeps its place; where it says that it ends with the old filing, it ends with the new one. */
function unmoved(like: Column, roll: Roll): RolledColumn {
  const months = like.end === roll.from ? roll.months : 0
  return { id: like.id, like, period: undefined, comparative: false, months }
}

function moving(schedule: Schedule, roll: Roll): ColumnPlan {
  const remarks: string[] = []
  const stood = new Set(schedule.columns.map(({ id }) => id))
  const only = supporters(schedule)
  const columns: RolledColumn[] = []
  for (const column of schedule.columns) {
    const from = periodOf(column)
    if (!from) {
      if (column.kind === 'duration' || column.kind === 'instant') {
        remarks.push(`${named(column)}: its id ${column.id} names no period, so the column stays where it is, cleared.`)
      }
      columns.push(unmoved(column, roll))
      continue
    }
    const period = rolled(from, column.end, roll)
    const months = monthsApart(from, period)
    const id = months === 0 ? column.id : idOfPeriod(period, column.id)
    if (columns.some((one) => one.id === id)) {
      remarks.push(`${named(column)} would become a second column for the same period and was left out.`)
      continue
    }
    columns.push({ id, like: column, period, comparative: stood.has(id), months })
  }
  for (const column of yearsToDateAdded(schedule, roll)) {
    if (!columns.some((one) => one.id === column.id)) columns.push(column)
  }
  const missing = new Set<string>()
  for (const column of columns) {
    if (quartersAdded(schedule, column.like) && column.period?.kind === 'to_date')
      column.sums = quartersTo(column.period)
    for (const id of column.sums ?? []) if (!columns.some((one) => one.id === id)) missing.add(id)
  }
  const needed = new Set(columns.flatMap(({ sums = [] }) => sums))
  const kept = columns.filter(({ id, like }) => !only.has(like.id) || needed.has(id))
  const back = schedule.columns.filter(({ id }) => missing.has(id)).toReversed()
  for (const like of back) {
    const last = kept.findLastIndex(({ period }) => period !== undefined)
    kept.splice(last + 1, 0, {
      id: like.id,
      like,
      period: periodOf(like),
      comparative: true,
      supporting: true,
      months: 0,
    })
  }
  const placed = newestFirst(kept, ({ supporting, like }) => supporting === true || only.has(like.id))
  return { columns: placed.map((column) => withSums(column, placed, remarks)), growing: false, remarks }
}

/** The quarters that serve a year to date alone stand together where the first of them stood, the newest first. */
function newestFirst(columns: readonly RolledColumn[], serves: (column: RolledColumn) => boolean): RolledColumn[] {
  const first = columns.findIndex(serves)
  if (first < 0) return [...columns]
  const serving = columns.filter(serves).toSorted((a, b) => monthsApart(a.period!, b.period!))
  const rest = columns.filter((column) => !serves(column))
  return rest.toSpliced(first, 0, ...serving)
}

/** A year to date keeps its sum only where every quarter of it has a column. */
function withSums(column: RolledColumn, columns: readonly RolledColumn[], remarks: string[]): RolledColumn {
  const lacking = column.sums?.filter((id) => !columns.some((one) => one.id === id)) ?? []
  if (lacking.length === 0) return column
  remarks.push(
    `${named(column.like)}: the year to date has no column for every quarter (${lacking.map(quarterInWords).join(', ')}), so it takes typed figures.`,
  )
  return { ...column, sums: [] }
}

/** Quarters outside the filing copy that serve a year to date alone: no other formula names them. */
function supporters(schedule: Schedule): Set<string> {
  const serving = new Set(schedule.columns.flatMap((column) => quartersAdded(schedule, column) ?? []))
  const others = schedule.columns.filter((column) => !quartersAdded(schedule, column))
  for (const { formula } of others) {
    for (const id of columnsNamed(schedule, formula)) serving.delete(id)
  }
  return new Set(
    schedule.columns.filter(({ id, filingCopy }) => filingCopy === false && serving.has(id)).map(({ id }) => id),
  )
}

/** The columns that a formula names, ranges by every column in them; undefined parts are passed over. */
function columnsNamed({ columns }: Schedule, formula: string | undefined): string[] {
  return referencesOf(formula ?? '').flatMap((one) => {
    if (one.type !== 'column_range') return one.column === undefined ? [] : [one.column]
    const ends = [one.first, one.last].map((end) => columns.findIndex(({ id }) => id === end))
    return ends[0]! < 0 ? [] : columns.slice(ends[0], ends[1]! + 1).map(({ id }) => id)
  })
}

const PLAIN_SUM = /^\s*=?\s*(?:@\w+(?:\s*\+\s*@\w+)*|sum\s*\(\s*@\w+(?:\s*(?:,|\.\.)\s*@\w+)*\s*\))\s*$/i

/** The quarters that a year to date adds up: all of its own year so far and nothing else; undefined for other columns. */
export function quartersAdded(schedule: Schedule, column: Column): string[] | undefined {
  const period = periodOf(column)
  if (period?.kind !== 'to_date' || column.formula === undefined || !PLAIN_SUM.test(column.formula)) return undefined
  const named = columnsNamed(schedule, column.formula)
  const wanted = quartersTo(period)
  return named.length === wanted.length && wanted.every((id) => named.includes(id)) ? wanted : undefined
}

/** `second quarter of 2007`, for the id of a quarter. */
function quarterInWords(id: string): string {
  const period = periodOfId(id)
  return period?.kind === 'quarter' ? `${ORDINALS[period.quarter - 1]} quarter of ${period.year}` : id
}

function named({ label }: Column): string {
  return `The column “${isolated(label)}”`
}
