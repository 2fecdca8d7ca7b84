/**
 * The formulas that depend on what goes. A range that only passes over blank cells of it does not: it is drawn in.
 */
import type { Engine } from '../calc/engine.ts'
import type { Range, Reference } from '../formula/ast.ts'
import { referencesOf } from '../formula/rewrite.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { columnMeant, PREVIOUS } from '../model/column_before.ts'
import { findCell, scheduleOf } from '../model/lookup.ts'
import { eachFormula, type FormulaPlace } from './formulas.ts'
import { columnReadFrom, endsLeft, isGone, reachOf, type Gone } from './gone.ts'
import type { Draft } from './plan.ts'
import { cellsServed } from './ranges.ts'

/** A formula that depends on what goes, and the cells that it serves in which it does. */
export type Dependent = { place: FormulaPlace; text: string; cells: CellRef[] }

/** The formulas outside what goes that depend on it, in the order of the filing. `engines`: of every layer, asked for where a range passes over it. */
export function dependentsOf(draft: Draft, gone: Gone, engines: () => Iterable<Engine>): Dependent[] {
  const isBlank = (ref: CellRef): boolean =>
    [...engines()].every((engine) => engine.value(ref) === null && engine.value(ref, 'base') === null)
  const found: Dependent[] = []
  eachFormula(draft, (text, place) => {
    if (isGone(gone, place)) return
    const references = referencesOf(text).filter((one) => (one.schedule ?? place.schedule) === gone.schedule)
    if (references.length === 0) return
    const cells = placesOf(draft.filing, place).filter(
      (at) => !isGone(gone, at) && references.some((one) => depends(draft.filing, gone, at, one, isBlank)),
    )
    if (cells.length > 0) found.push({ place, text, cells })
  })
  return found
}

/** The cells that a formula serves; one that serves none is judged where it stands first. */
function placesOf(filing: Filing, place: FormulaPlace): CellRef[] {
  const served = cellsServed(filing, place)
  const schedule = scheduleOf(filing, place.schedule)
  const line = place.kind === 'column' ? schedule?.lines[0]?.id : place.line
  const column = place.kind === 'line' ? schedule?.columns[0]?.id : place.column
  return served.length > 0 || line === undefined || column === undefined
    ? served
    : [{ schedule: place.schedule, line, column }]
}

/** True where a reference reads the column before, and that one goes: the cell would read the one before it. */
function readsBefore(filing: Filing, gone: Gone, at: CellRef, node: Reference | Range): boolean {
  if (node.type === 'column_range' || node.column !== PREVIOUS || !gone.columns) return false
  const found = findCell(filing, at)
  // The column by whose place it is found may go too, where another schedule is read.
  const columns = [PREVIOUS, undefined].map((named) => found && columnMeant(filing, gone.schedule, found, named))
  return columns.some((read) => read !== undefined && gone.columns!.has(read))
}

function depends(
  filing: Filing,
  gone: Gone,
  at: CellRef,
  node: Reference | Range,
  isBlank: (ref: CellRef) => boolean,
): boolean {
  if (readsBefore(filing, gone, at, node)) return true
  const reach = reachOf(filing, gone, at, node)
  if (!reach) return false
  // In a rule of tax a blank has its place too.
  if (node.type === 'reference' || node.role === 'list' || !reach.cells.every(isBlank)) return true
  const crossing = node.type === 'line_range' ? gone.columns : gone.lines
  const across =
    node.type === 'line_range' ? (node.column ?? columnReadFrom(filing, gone.schedule, at)) : (node.line ?? at.line)
  return crossing?.has(across) === true || endsLeft(filing, gone, at.schedule, node) === undefined
}
