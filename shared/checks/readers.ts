/**
 * Which cells are to be checked again when a cell changed: those whose structure formula names it. Kept by line and by
 * column, not by cell, so that it stays small under a filing of many cells; it may name a cell too many, never too few.
 * Knows structure, not values.
 */
import type { Range, Reference } from '../formula/ast.ts'
import { PREVIOUS } from '../model/column_before.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { idsOf, lineOf, positionOf, scheduleOf } from '../model/lookup.ts'
import { referencesIn } from './sum_terms.ts'

/** A line that reads another: in its own column, in a fixed one, or (null) in any. */
type LineReader = { schedule: Schedule; line: Line; at: string | undefined | null }

/** A column that reads another: on its own line, or on a fixed one that bears on all lines. */
type ColumnReader = { schedule: Schedule; column: Column; isOwn: boolean }

function add<T>(to: Map<string, T[]>, key: string, one: T): void {
  const some = to.get(key)
  if (some) some.push(one)
  else to.set(key, [one])
}

function between<T>(items: readonly (T & { id: string })[], first: string, last: string): readonly T[] {
  const [from, to] = [positionOf(items, first), positionOf(items, last)]
  return from < 0 || to < from ? [] : items.slice(from, to + 1)
}

/** The column that a reference names by its id. */
function columnNamed({ column }: { column?: string }): string | undefined {
  return column === PREVIOUS ? undefined : column
}

/** Who reads whom in a filing. */
export class Readers {
  private readonly filing: Filing
  private readonly ofLine = new Map<string, LineReader[]>()
  private readonly ofColumn = new Map<string, ColumnReader[]>()

  constructor(filing: Filing) {
    this.filing = filing
    for (const schedule of filing.schedules) {
      for (const line of schedule.lines) {
        for (const reference of referencesIn(line.formula)) this.lineReads(schedule, line, reference)
      }
      for (const column of schedule.columns) {
        for (const reference of referencesIn(column.formula)) this.columnReads(schedule, column, reference)
      }
    }
  }

  /** Tells every cell whose structure formula may read the cell. */
  tell({ schedule, line, column }: CellRef, reader: (schedule: Schedule, line: Line, column: Column) => void): void {
    for (const one of this.ofLine.get(`${schedule}.${line}`) ?? []) {
      if (typeof one.at === 'string' && one.at !== column) continue
      const own = one.at === undefined ? positionOf(one.schedule.columns, column) : -1
      if (own >= 0) reader(one.schedule, one.line, one.schedule.columns[own]!)
      else if (one.at !== undefined) for (const each of one.schedule.columns) reader(one.schedule, one.line, each)
    }
    for (const one of this.ofColumn.get(`${schedule}@${column}`) ?? []) {
      const own = one.isOwn ? lineOf(one.schedule, line) : undefined
      if (own) reader(one.schedule, own, one.column)
    }
    for (const one of this.ofColumn.get(`${schedule}.${line}@${column}`) ?? []) {
      for (const each of one.schedule.lines) reader(one.schedule, each, one.column)
    }
  }

  private lineReads(own: Schedule, line: Line, reference: Reference | Range): void {
    const sheet = scheduleOf(this.filing, reference.schedule ?? own.id)
    if (!sheet) return
    const reads = (target: string, at: LineReader['at']): void =>
      add(this.ofLine, `${sheet.id}.${target}`, { schedule: own, line, at })
    // A line of an entity reads that entity's column; the column before may be any.
    const isElsewhere =
      line.entity !== undefined || (reference.type !== 'column_range' && reference.column === PREVIOUS)
    const unnamed = isElsewhere ? null : undefined
    if (reference.type === 'line_range') {
      for (const { id } of between(sheet.lines, reference.first, reference.last))
        reads(id, columnNamed(reference) ?? unnamed)
    } else if (reference.type === 'column_range') reads(reference.line ?? line.id, null)
    else reads(reference.line ?? line.id, columnNamed(reference) ?? unnamed)
  }

  private columnReads(own: Schedule, column: Column, reference: Reference | Range): void {
    const sheet = scheduleOf(this.filing, reference.schedule ?? own.id)
    if (!sheet) return
    const isRange = reference.type === 'column_range'
    const columns = isRange
      ? between(sheet.columns, reference.first, reference.last).map(({ id }) => id)
      : reference.column === PREVIOUS ||
          (reference.column === undefined && own.lines.some(({ entity }) => entity !== undefined))
        ? idsOf(sheet.columns)
        : [reference.column ?? column.id]
    const lines =
      reference.type === 'line_range'
        ? between(sheet.lines, reference.first, reference.last).map(({ id }) => id)
        : reference.line === undefined
          ? undefined
          : [reference.line]
    for (const id of columns) {
      if (!lines) add(this.ofColumn, `${sheet.id}@${id}`, { schedule: own, column, isOwn: true })
      for (const line of lines ?? [])
        add(this.ofColumn, `${sheet.id}.${line}@${id}`, { schedule: own, column, isOwn: false })
    }
  }
}
