/**
 * Finding what a reference names in a filing, and naming it in words.
 * Reads structure only; knows no values.
 */
import type { CellFact, CellRef, Column, Filing, Line, Origin, Schedule } from './filing.ts'

export type Found = { filing: Filing; schedule: Schedule; line: Line; column: Column }

/** What a cell's name stands for; undefined where schedule, line or column does not exist. */
export function findCell(filing: Filing | undefined, ref: CellRef): Found | undefined {
  const schedule = filing?.schedules.find(({ id }) => id === ref.schedule)
  const line = schedule?.lines.find(({ id }) => id === ref.line)
  const column = schedule?.columns.find(({ id }) => id === ref.column)
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

/** The period or component of a column in full: `Three Months Ended September 30, 2007`. */
export function columnName(schedule: Schedule, column: Column): string {
  const isPeriod = column.kind === 'duration' || column.kind === 'instant'
  const group = isPeriod ? schedule.groups?.find(({ columns }) => columns.includes(column.id)) : undefined
  return group ? `${group.label} ${column.label}` : column.label
}

/** A schedule in a few words, as lists name it. */
export function scheduleName({ short, title, id }: Schedule): string {
  return short ?? title ?? id
}

/** What the document says of a cell. */
export function factOf(schedule: Schedule, line: string, column: string): CellFact | undefined {
  return schedule.facts?.find((fact) => fact.line === line && fact.column === column)
}

/** Where a figure comes from: the cell's own word, else its column's, else its line's. */
export function originOf({ schedule, line, column }: Found): { origin: Origin | undefined; how: string | undefined } {
  const fact = factOf(schedule, line.id, column.id)
  if (fact?.origin) return { origin: fact.origin, how: fact.how }
  if (column.origin) return { origin: column.origin, how: fact?.how ?? column.how }
  return { origin: line.origin, how: fact?.how ?? line.how }
}
