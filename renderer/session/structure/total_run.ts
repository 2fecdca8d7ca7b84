/**
 * What a total of columns adds up: the run that it would most likely be of, and what a run counts twice. Pure; refuses nothing.
 */
import { referencesOf } from '../../../shared/formula/rewrite.ts'
import type { Column, Schedule } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import { monthsBetween, readDate } from '../../../shared/calendar/dates.ts'
import { periodOf } from '../../../shared/calendar/periods.ts'
import { MONTHS_OF, spanOfColumn } from '../../../shared/calendar/spans.ts'
import { listed } from '../../../shared/money/listed.ts'
import { headOver } from '../../../shared/structure/column_groups.ts'
import { SUM } from './wording.ts'

type Months = { end: string; months: number; year: number }

/** The months that a column covers, and the year they are of; undefined for what is no period. */
function monthsOf(schedule: Schedule, column: Column): Months | undefined {
  const { kind, end } = column
  const date = kind === 'duration' && end !== undefined ? readDate(end) : undefined
  if (!date) return undefined
  const period = periodOf(column)
  const months = MONTHS_OF[spanOfColumn(column, headOver(schedule, column))]
  return { end: end!, months, year: period && period.kind !== 'day' ? period.year : date.year }
}

const isEntered = ({ kind, formula }: Column): boolean => kind !== 'computed' && formula === undefined

/**
 * The columns beside one that a total would add up with it: entered ones of its kind, for periods as long, of the same year
 * and each once. The column alone where it is computed itself or has no such neighbour.
 */
export function runAround(schedule: Schedule, at: number): [string, string] {
  const { columns } = schedule
  const own = columns[at]
  if (!own) return ['', '']
  if (!isEntered(own)) return [own.id, own.id]
  const run = [own]
  const joins = (one: Column | undefined): one is Column => {
    if (!one || one.kind !== own.kind || !isEntered(one)) return false
    const [mine, other] = [monthsOf(schedule, own), monthsOf(schedule, one)]
    if (!mine || !other) return own.kind !== 'duration'
    const stands = run.some(({ end }) => end === one.end)
    return !stands && mine.months === other.months && mine.year === other.year
  }
  for (let one = columns[at - 1]; joins(one); one = columns[at - run.length]) run.unshift(one)
  const first = run[0]!
  for (let next = at + 1; joins(columns[next]); next += 1) run.push(columns[next]!)
  return [first.id, run.at(-1)!.id]
}

/** The columns that the formula of a column reads, and those that theirs read in turn. */
function readBy(columns: readonly Column[], column: Column, found: Set<Column> = new Set()): Set<Column> {
  for (const one of referencesOf(column.formula ?? '')) {
    if (one.type === 'line_range' && one.column === undefined) continue
    const [from, to] = one.type === 'column_range' ? [one.first, one.last] : [one.column, one.column]
    const [first, last] = [from, to].map((id) => columns.findIndex((other) => other.id === id))
    if (first! < 0) continue
    for (const other of columns.slice(first, last! + 1)) {
      if (found.has(other)) continue
      found.add(other)
      readBy(columns, other, found)
    }
  }
  return found
}

/** True where the months of one column lie among those of another; of two alike, the later column lies in the earlier. */
function liesWithin(schedule: Schedule, part: Column, whole: Column): boolean {
  const [own, other] = [monthsOf(schedule, part), monthsOf(schedule, whole)]
  if (!own || !other) return false
  const after = monthsBetween(own.end, other.end)
  if (after < 0 || after + own.months > other.months) return false
  return own.months < other.months || schedule.columns.indexOf(whole) < schedule.columns.indexOf(part)
}

/** What a sum of the columns from one to another counts twice, in words; undefined where it counts each amount once. */
export function countedTwice(schedule: Schedule, { first, last }: { first: string; last: string }): string | undefined {
  const [from, to] = [first, last].map((id) => schedule.columns.findIndex((one) => one.id === id))
  const members = from! < 0 ? [] : schedule.columns.slice(from, to! + 1)
  const said: string[] = []
  for (const whole of members) {
    const read = readBy(schedule.columns, whole)
    const parts = members.filter((one) => one !== whole && (read.has(one) || liesWithin(schedule, one, whole)))
    if (parts.length === 0) continue
    const name = columnName(schedule, whole)
    const names = listed(parts.map((one) => columnName(schedule, one)))
    said.push(whole.all ? SUM.compared(name, names) : SUM.twice(name, names))
  }
  return said.length === 0 ? undefined : said.join(' ')
}
