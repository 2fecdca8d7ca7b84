/**
 * What an act of deleting takes out, and which references of formulas reach into it. Reads structure only.
 */
import { columnsInRange, isColumnRange, isLineRange, linesInRange } from '../calc/layout.ts'
import type { Range, Reference } from '../formula/ast.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { columnMeant, PREVIOUS } from '../model/column_before.ts'
import { columnRead } from '../model/entities.ts'
import { columnOf, findCell, lineOf, positionOf, scheduleOf } from '../model/lookup.ts'

/** Lines or columns of a schedule that go; both absent: the schedule goes whole. */
export type Gone = { schedule: string; lines?: ReadonlySet<string>; columns?: ReadonlySet<string> }

/** True for a cell that goes, and for a line or a column alone. */
export function isGone(
  gone: Gone,
  { schedule, line, column }: { schedule: string; line?: string; column?: string },
): boolean {
  if (schedule !== gone.schedule) return false
  if (!gone.lines && !gone.columns) return true
  return (line !== undefined && gone.lines?.has(line)) || (column !== undefined && gone.columns?.has(column)) || false
}

/**
 * What a reference in a cell reads of what goes. `named`: the reference, or an end of its range, names it, with the column that the
 * cell stands in; `cells` are those cells of it that go.
 */
export type Reach = { named: boolean; cells: CellRef[] }

/** How a reference of a formula in a cell reaches into what goes; undefined where it does not. */
export function reachOf(filing: Filing, gone: Gone, own: CellRef, reference: Reference | Range): Reach | undefined {
  const id = reference.schedule ?? own.schedule
  if (id !== gone.schedule) return undefined
  const at = { ...own, column: columnReadFrom(filing, id, own) }
  const schedule = scheduleOf(filing, id)
  if (!schedule) return undefined
  const column = reference.type === 'column_range' ? at.column : columnNamed(filing, id, own, reference.column)
  // Nothing names the column before: where it goes the text stays, and its readers are found by dependents.ts.
  if (reference.type !== 'column_range' && reference.column === PREVIOUS && gone.columns && !gone.lines)
    return undefined
  if (reference.type === 'reference') {
    const ref = { schedule: id, line: reference.line ?? at.line, column }
    if (!isGone(gone, ref)) return undefined
    const exists = lineOf(schedule, ref.line) && columnOf(schedule, ref.column)
    // A column of the cell's own id that does not stand there is not what goes.
    if (!exists && reference.column === undefined && !gone.lines?.has(ref.line)) return undefined
    return { named: true, cells: exists ? [ref] : [] }
  }
  const cells = rangeCells(schedule, { ...at, column }, reference)
  const lost = cells.filter((ref) => isGone(gone, ref))
  const named =
    reference.type === 'line_range'
      ? isNamed(gone, [reference.first, reference.last], column)
      : isNamed(gone, [reference.line ?? at.line], reference.first, reference.last)
  return named || lost.length > 0 ? { named, cells: lost } : undefined
}

/** The column that a reference reads from a cell; one that there is not where there is none before. */
function columnNamed(filing: Filing, schedule: string, at: CellRef, named: string | undefined): string {
  if (named !== PREVIOUS) return named ?? columnReadFrom(filing, schedule, at)
  const found = findCell(filing, at)
  return (found && columnMeant(filing, schedule, found, named)) ?? PREVIOUS
}

/** The column in which a cell reads a schedule where it names none; its own where it leads nowhere. */
export function columnReadFrom(filing: Filing, schedule: string, at: CellRef): string {
  const found = findCell(filing, at)
  return (found && columnRead(filing, schedule, found)) ?? at.column
}

function isNamed(gone: Gone, lines: string[], ...columns: string[]): boolean {
  if (!gone.lines && !gone.columns) return true
  return lines.some((id) => gone.lines?.has(id)) || columns.some((id) => gone.columns?.has(id))
}

/** The cells that a range covers, as the engine reads it; none where it is no range. */
function rangeCells(schedule: Schedule, at: CellRef, range: Range): CellRef[] {
  const { id, lines, columns } = schedule
  if (range.type === 'line_range') {
    const [from, to] = [positionOf(lines, range.first), positionOf(lines, range.last)]
    const column = columnOf(schedule, at.column)
    if (!column || from < 0 || !isLineRange(lines, from, to)) return []
    return linesInRange(lines, from, to, column).map((l) => ({ schedule: id, line: lines[l]!.id, column: column.id }))
  }
  const [from, to] = [positionOf(columns, range.first), positionOf(columns, range.last)]
  const line = lineOf(schedule, range.line ?? at.line)
  if (!line || !isColumnRange(columns, from, to)) return []
  return columnsInRange(line, columns, from, to).map((c) => ({ schedule: id, line: line.id, column: columns[c]!.id }))
}

/** The ends of a range once what goes is out of it: the next members inwards. Undefined where none are left, or it is no range. */
export function endsLeft(filing: Filing, gone: Gone, own: string, range: Range): [string, string] | undefined {
  const schedule = scheduleOf(filing, range.schedule ?? own)
  if (!schedule || (!gone.lines && !gone.columns)) return undefined
  const isLine = range.type === 'line_range'
  const list: readonly (Line | Column)[] = isLine ? schedule.lines : schedule.columns
  const [from, to] = [positionOf(list, range.first), positionOf(list, range.last)]
  if (!(isLine ? isLineRange(schedule.lines, from, to) : isColumnRange(schedule.columns, from, to))) return undefined
  const out = isLine ? gone.lines : gone.columns
  const parent = isLine ? schedule.lines[from]!.parent : schedule.columns[from]!.entity?.of
  const left = list
    .slice(from, to + 1)
    .filter((one) => !out?.has(one.id) && (isLine ? (one as Line).parent : (one as Column).entity?.of) === parent)
  return left.length === 0 ? undefined : [left[0]!.id, left.at(-1)!.id]
}
