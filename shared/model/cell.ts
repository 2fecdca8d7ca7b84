/**
 * Writing and reading a cell's name, `schedule.line@column`.
 * Must not know what a cell holds.
 */
import type { CellRef } from './filing.ts'

const ID = /^[a-z][a-z0-9_]*$/
const NAME = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)@([a-z][a-z0-9_]*)$/

/** True for lower_snake_case that starts with a letter: the form of every id. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** The cell's name, also its key in maps: `income.net_earnings@q3_2007`. */
export function cellName(ref: CellRef): string {
  return `${ref.schedule}.${ref.line}@${ref.column}`
}

/** Reads `schedule.line@column`; undefined for anything else. */
export function readCellName(text: string): CellRef | undefined {
  const match = NAME.exec(text.trim())
  if (!match) return undefined
  return { schedule: match[1]!, line: match[2]!, column: match[3]! }
}

/** True when both name the same cell. */
export function sameCell(a: CellRef | undefined, b: CellRef | undefined): boolean {
  return a !== undefined && b !== undefined && a.line === b.line && a.column === b.column && a.schedule === b.schedule
}
