/**
 * Finding what a reference names in a filing, and naming it in words.
 * Reads structure only; knows no values.
 */
import { isolated } from '../money/isolated.ts'
import { columnNames, isNamedByLabel, labelOrId, lineNames, plainColumnName } from './names.ts'
import type { CellFact, CellRef, Column, ColumnGroup, Filing, Line, Origin, Schedule } from './filing.ts'

export type Found = { filing: Filing; schedule: Schedule; line: Line; column: Column }

/** Lists up to this long are searched as they stand. */
const FEW = 12

/** Where each id stands in a list, made when first asked for. Lists are never changed in place: an edit makes another. */
const positions = new WeakMap<readonly { id: string }[], ReadonlyMap<string, number>>()

/** Where the item of this id stands in a list; -1 where it does not. Costs the same in a list of ten or ten thousand. */
export function positionOf(items: readonly { id: string }[], id: string): number {
  if (items.length <= FEW) return items.findIndex((item) => item.id === id)
  let known = positions.get(items)
  // The length tells of a list that grew after all; of an id that stands twice the first counts, as in a search.
  if (known?.size !== items.length) {
    known = new Map(items.map((item, at): [string, number] => [item.id, at]).toReversed())
    positions.set(items, known)
  }
  return known.get(id) ?? -1
}

/** The ids of a list, in its order. */
export function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id)
}

function itemOf<T extends { id: string }>(items: readonly T[] | undefined, id: string): T | undefined {
  return items?.[positionOf(items, id)]
}

/** The schedule of a filing by its id. */
export function scheduleOf(filing: Filing | undefined, id: string | undefined): Schedule | undefined {
  return id === undefined ? undefined : itemOf(filing?.schedules, id)
}

/** The line of a schedule by its id. */
export function lineOf(schedule: Pick<Schedule, 'lines'> | undefined, id: string): Line | undefined {
  return itemOf(schedule?.lines, id)
}

/** The column of a schedule by its id. */
export function columnOf(schedule: Pick<Schedule, 'columns'> | undefined, id: string): Column | undefined {
  return itemOf(schedule?.columns, id)
}

/** What a cell's name stands for; undefined where schedule, line or column does not exist. */
export function findCell(filing: Filing | undefined, ref: CellRef): Found | undefined {
  const schedule = scheduleOf(filing, ref.schedule)
  const line = lineOf(schedule, ref.line)
  const column = columnOf(schedule, ref.column)
  return filing && schedule && line && column ? { filing, schedule, line, column } : undefined
}

/** The reference of what was found. */
export function refOf({ schedule, line, column }: Found): CellRef {
  return { schedule: schedule.id, line: line.id, column: column.id }
}

/** Reads `schedule.line`, or `schedule.line@column` where the column is fixed. */
export function readLineName(name: string): { schedule: string; line: string; column?: string } {
  const [path = '', column] = name.split('@')
  const [schedule = '', line = ''] = path.split('.')
  return column === undefined ? { schedule, line } : { schedule, line, column }
}

/** Names by id, with the label that each was made for. */
type Names = ReadonlyMap<string, { label: string; name: string }>

function byId(names: ReadonlyMap<{ id: string; label: string }, string>): Names {
  return new Map([...names].map(([{ id, label }, name]) => [id, { label, name }]))
}

/** The name of one; undefined for what is not among them as it is, such as a line that is yet to be put in or renamed. */
function nameIn(names: Names, { id, label }: { id: string; label: string }): string | undefined {
  const known = names.get(id)
  return known?.label === label ? known.name : undefined
}

const namesOfLines = new WeakMap<readonly Line[], Names>()

/** How often a name was asked for in a list whose names are not made yet. */
const askedOfLines = new WeakMap<readonly Line[], number>()
const FEW_NAMES = 4

/** True for the first few names of a list: making all takes long in a long one, and looking for each in turn would take longer still. */
function isFirstAsked(lines: readonly Line[]): boolean {
  const asked = (askedOfLines.get(lines) ?? 0) + 1
  askedOfLines.set(lines, asked)
  return asked <= FEW_NAMES
}

/** A line as messages name it: its label, with what it stands under where another line of the schedule has that label. */
export function lineName({ schedule, line }: { schedule: { lines: readonly Line[] }; line: Line }): string {
  let known = namesOfLines.get(schedule.lines)
  if (!known && isFirstAsked(schedule.lines) && isNamedByLabel(schedule.lines, line)) return labelOrId(line)
  if (!known) namesOfLines.set(schedule.lines, (known = byId(lineNames(schedule.lines))))
  return nameIn(known, line) ?? labelOrId(line)
}

const namesOfColumns = new WeakMap<readonly Column[], { groups: Schedule['groups']; names: Names }>()

/** The period or component of a column in full, as messages name it: `Three Months Ended September 30, 2007`. */
export function columnName(
  { columns, groups }: { columns: readonly Column[]; groups?: ColumnGroup[] },
  column: Column,
): string {
  let known = namesOfColumns.get(columns)
  if (!known || known.groups !== groups) {
    known = { groups, names: byId(columnNames(columns, groups)) }
    namesOfColumns.set(columns, known)
  }
  return nameIn(known.names, column) ?? plainColumnName(groups, column)
}

/** The name of a line by its id; the id where the schedule has no such line. */
export function lineNameOf(schedule: Schedule, id: string): string {
  const line = lineOf(schedule, id)
  return line ? lineName({ schedule, line }) : id
}

/** The name of a column by its id; the id where the schedule has no such column. */
export function columnNameOf(schedule: Schedule, id: string): string {
  const column = columnOf(schedule, id)
  return column ? columnName(schedule, column) : id
}

/** A cell as messages name it: `Provision for loan losses, Three Months Ended September 30, 2007`. */
export function cellTitle({ schedule, line, column }: Pick<Found, 'schedule' | 'line' | 'column'>): string {
  return `${lineName({ schedule, line })}, ${columnName(schedule, column)}`
}

/** A schedule in a few words, as lists name it. */
export function scheduleName({ short, title, id }: Schedule): string {
  return isolated(short ?? title ?? id)
}

/** The facts of a list by line and column, made when first asked for. */
const factsByCell = new WeakMap<readonly CellFact[], ReadonlyMap<string, CellFact>>()

/** What the document says of a cell. */
export function factOf({ facts }: Pick<Schedule, 'facts'>, line: string, column: string): CellFact | undefined {
  if (!facts || facts.length === 0) return undefined
  let known = factsByCell.get(facts)
  // The first of a cell stands, as a search from the front would find it.
  if (!known) {
    const made = new Map<string, CellFact>()
    for (const fact of facts.toReversed()) made.set(`${fact.line}@${fact.column}`, fact)
    factsByCell.set(facts, (known = made))
  }
  return known.get(`${line}@${column}`)
}

/** Where a figure comes from: the cell's own word, else its column's, else its line's. */
export function originOf({ schedule, line, column }: Omit<Found, 'filing'>): {
  origin: Origin | undefined
  how: string | undefined
} {
  const fact = factOf(schedule, line.id, column.id)
  if (fact?.origin) return { origin: fact.origin, how: fact.how }
  if (column.origin) return { origin: column.origin, how: fact?.how ?? column.how }
  return { origin: line.origin, how: fact?.how ?? line.how }
}

/** True where a line prints in the filing copy: as it is ticked, else all lines but the details of others. */
export function printsInFilingCopy({ filingCopy, parent }: Pick<Line, 'filingCopy' | 'parent'>): boolean {
  return filingCopy ?? parent === undefined
}

/** The head of a schedule: all but its rows, columns and figures. */
export function headOfSchedule({ columns: _columns, lines: _lines, cells: _cells, facts: _facts, ...head }: Schedule) {
  return head
}

/** The head of a filing: all but its schedules. */
export function headOfFiling({ schedules: _schedules, ...head }: Filing) {
  return head
}
