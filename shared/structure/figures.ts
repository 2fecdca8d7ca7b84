/**
 * Inputs that an act leaves without a cell to stand in: found, and taken out where that was asked for. Judges no values.
 */
import { hasCell, structureFormula, takesInput } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing, Schedule } from '../model/filing.ts'
import { columnOf, findCell, lineOf } from '../model/lookup.ts'
import { mapped } from './formulas.ts'
import type { Draft } from './plan.ts'

/** True where the filing has the cell and it takes inputs. */
function isTaken(filing: Filing, ref: CellRef): boolean {
  const found = findCell(filing, ref)
  return found !== undefined && takesInput(found.line, found.column)
}

/** The draft without inputs that `drop` finds; scenarios and schedules without one stay the same objects. */
export function withoutInputs(draft: Draft, drop: (cell: CellInput) => boolean): Draft {
  const keep = <T extends { cells: readonly CellInput[] }>(owner: T, of: (cell: CellInput) => CellInput): T => {
    const cells = owner.cells.filter((cell) => !drop(of(cell)))
    return cells.length === owner.cells.length ? owner : { ...owner, cells }
  }
  const { filing } = draft
  const schedules = mapped(filing.schedules, (schedule) =>
    keep(schedule, (cell) => ({ ...cell, schedule: schedule.id })),
  )
  const scenarios = mapped(draft.scenarios, (scenario) => keep(scenario, (cell) => cell))
  return { ...draft, filing: { ...filing, schedules }, scenarios }
}

/** The inputs of the later draft, base and scenarios, that `test` finds among those whose line or column is another than before. */
function inputsWhere(before: Draft, after: Draft, test: (cell: CellInput) => boolean): CellInput[] {
  const isMoved = rowsMoved(before.filing, after.filing)
  const found: CellInput[] = []
  const look = (cell: CellInput, schedule: string): void => {
    if (cell.input === null || !isMoved(schedule, cell)) return
    const named = { ...cell, schedule }
    if (test(named)) found.push(named)
  }
  for (const { id, cells } of after.filing.schedules) for (const cell of cells) look(cell, id)
  for (const { cells } of after.scenarios) for (const cell of cells) look(cell, cell.schedule)
  return found
}

/** Whether the line or the column of a cell is another object than before, or one of them is gone or new. */
function rowsMoved(
  before: Filing,
  after: Filing,
): (schedule: string, cell: { line: string; column: string }) => boolean {
  const old = new Map(before.schedules.map((one) => [one.id, one]))
  const moved = new Map(
    after.schedules.map(({ id, lines, columns }) => {
      const was = old.get(id)
      return [id, { lines: differing(was?.lines ?? [], lines), columns: differing(was?.columns ?? [], columns) }]
    }),
  )
  return (schedule, { line, column }) => {
    const here = moved.get(schedule)
    return here === undefined || here.lines.has(line) || here.columns.has(column)
  }
}

function differing<T extends { id: string }>(before: readonly T[], after: readonly T[]): Set<string> {
  if (before === after) return new Set()
  const kept = new Set(before)
  const now = new Set(after)
  const differ = [...after.filter((one) => !kept.has(one)), ...before.filter((one) => !now.has(one))]
  return new Set(differ.map(({ id }) => id))
}

/** Inputs of the later draft that stand where no cell takes them, though one did before. */
export function stranded(before: Draft, after: Draft): CellInput[] {
  return inputsWhere(before, after, (cell) => isTaken(before.filing, cell) && !isTaken(after.filing, cell))
}

/** Inputs of the later draft over which a formula of the structure came that was not there before. */
export function covering(before: Draft, after: Draft): CellInput[] {
  return inputsWhere(before, after, (cell) => !isServed(before.filing, cell) && isServed(after.filing, cell))
}

/** The draft without these inputs. */
export function droppedFrom(draft: Draft, inputs: readonly CellInput[]): Draft {
  if (inputs.length === 0) return draft
  const gone = new Set(inputs.map(cellName))
  return withoutInputs(draft, (cell) => gone.has(cellName(cell)))
}

/** The schedule without what is said of cells that it does not have. */
export function withoutIdleFacts(before: Schedule, after: Schedule): Schedule {
  if (!after.facts) return after
  const facts = after.facts.filter((fact) => hasCellOf(after, fact) || !hasCellOf(before, fact))
  return facts.length === after.facts.length ? after : { ...after, facts }
}

function hasCellOf(schedule: Schedule, at: { line: string; column: string }): boolean {
  const line = lineOf(schedule, at.line)
  const column = columnOf(schedule, at.column)
  return line !== undefined && column !== undefined && hasCell(line, column)
}

/** True where a line or column gives the cell a formula. */
function isServed(filing: Filing, ref: CellRef): boolean {
  const found = findCell(filing, ref)
  return found !== undefined && structureFormula(found.line, found.column) !== undefined
}
