/**
 * Ties a formula to the cell it stands in: each name becomes the index of a cell or of a range.
 * Names that do not exist become #REF! slots; nothing is computed here.
 */
import type { Formula, Range, Reference } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import type { Slot } from './evaluate.ts'
import { columnBefore, PREVIOUS } from '../model/column_before.ts'
import { columnReadIn } from '../model/entities.ts'
import { membersOf, type Extent } from './extent.ts'
import { cellAt, isColumnRange, isLineRange, type CellPlace, type ScheduleLayout } from './layout.ts'

const NO_CELLS = new Int32Array(0)

type BoundParts = {
  text: string
  /** Undefined where the text cannot be read. */
  formula: Formula | undefined
  slots: readonly Slot[]
  /** For each slot, whether it is read in the base layer. */
  filed: readonly boolean[]
  /** Precedents: cells by their number, ranges by the complement of their own. */
  nodes: Int32Array
  /** Cells read in the base layer. */
  filedCells: Int32Array
  /** Whether it stands on a line of one entity. */
  isOfEntity: boolean
}

/** A formula in its place. */
export class Bound {
  readonly text: string
  readonly formula: Formula | undefined
  readonly slots: readonly Slot[]
  readonly filed: readonly boolean[]
  readonly nodes: Int32Array
  readonly filedCells: Int32Array

  /**
   * True where another structure may mean something else though every cell that it reads stands: it names none, lists cells, is of an
   * entity, or reads the column before.
   */
  readonly isLoose: boolean

  constructor(parts: BoundParts) {
    this.text = parts.text
    this.formula = parts.formula
    this.slots = parts.slots
    this.filed = parts.filed
    this.nodes = parts.nodes
    this.filedCells = parts.filedCells
    const readsBefore = parts.formula?.references.some((one) => one.type !== 'column_range' && one.column === PREVIOUS)
    const isListed = parts.slots.some((slot) => slot === null || slot.kind === 'cells')
    this.isLoose = parts.isOfEntity || isListed || readsBefore === true
  }
}

/** Gives the number of a range over these cells, making it where it is new. */
export type RangeOf = (extent: Extent) => number

const parsed = new Map<string, Formula | undefined>()
const PARSED_MOST = 20_000

/** The tree of a formula text, read once; undefined where it cannot be read. */
function read(text: string): Formula | undefined {
  if (!parsed.has(text)) {
    if (parsed.size >= PARSED_MOST) parsed.clear()
    const result = parseFormula(text)
    parsed.set(text, 'formula' in result ? result.formula : undefined)
  }
  return parsed.get(text)
}

/** Binds formula text to the cell at `place`. */
export function bind(
  text: string,
  place: CellPlace,
  sheets: ReadonlyMap<string, ScheduleLayout>,
  rangeOf: RangeOf,
): Bound {
  const formula = read(text)
  const isOfEntity = place.sheet.lines[place.line]!.entity !== undefined
  if (!formula)
    return new Bound({ text, formula, slots: [], filed: [], nodes: NO_CELLS, filedCells: NO_CELLS, isOfEntity })
  const slots = formula.references.map((node) => slotOf(node, place, sheets, rangeOf))
  const filed = formula.references.map((node) => node.role === 'filed')
  const nodes: number[] = []
  const filedCells: number[] = []
  for (const [i, slot] of slots.entries()) {
    if (slot === null || slot.kind === 'blank') continue
    if (slot.kind === 'range') nodes.push(~slot.range)
    else if (slot.kind === 'cells') nodes.push(...slot.cells)
    else (filed[i] ? filedCells : nodes).push(slot.cell)
  }
  return new Bound({ text, formula, slots, filed, nodes: unique(nodes), filedCells: unique(filedCells), isOfEntity })
}

function unique(nodes: number[]): Int32Array {
  if (nodes.length < 2) return nodes.length === 0 ? NO_CELLS : Int32Array.of(nodes[0]!)
  return Int32Array.from(new Set(nodes))
}

function slotOf(
  node: Reference | Range,
  place: CellPlace,
  sheets: ReadonlyMap<string, ScheduleLayout>,
  rangeOf: RangeOf,
): Slot {
  const sheet = node.schedule === undefined ? place.sheet : sheets.get(node.schedule)
  if (!sheet) return null
  if (node.type !== 'column_range' && node.column === PREVIOUS) {
    const own = ownColumn(sheet, place)
    const before = own === undefined ? undefined : columnBefore(sheet.columns, sheet.columns[own]!)
    // At the first column there is nothing to read; what would be read in its own column says how much of nothing.
    const { column: _before, ...named } = node
    const here = { ...named, ...(before && { column: before.id }) }
    const slot = slotOf(here, place, sheets, before ? rangeOf : () => 0)
    if (before || slot === null) return slot
    return { kind: 'blank', cells: slot.kind === 'cells' ? slot.cells.length : 1 }
  }
  const column = (id: string | undefined): number | undefined =>
    id === undefined ? ownColumn(sheet, place) : sheet.columnIndex.get(id)
  if (node.type === 'reference') {
    const line = lineOf(node.line, sheet, place)
    const at = column(node.column)
    return line === undefined || at === undefined ? null : { kind: 'cell', cell: cellAt(sheet, line, at) }
  }
  const extent =
    node.type === 'line_range' ? lineExtent(node, sheet, column(node.column)) : columnExtent(node, sheet, place)
  if (!extent) return null
  if (node.role === 'members' || node.role === 'list') return { kind: 'cells', cells: membersOf(extent) }
  return { kind: 'range', range: rangeOf(extent) }
}

/** The column in which a cell reads a schedule where it names none. */
function ownColumn(sheet: ScheduleLayout, { sheet: own, line: at, column: index }: CellPlace): number | undefined {
  const line = own.lines[at]!
  if (line.entity === undefined && sheet === own) return index
  const id = columnReadIn(sheet, line, own.columns[index]!)
  return id === undefined ? undefined : sheet.columnIndex.get(id)
}

/** The line's index; the cell's own line where the reference names none, by id in another schedule. */
function lineOf(id: string | undefined, sheet: ScheduleLayout, place: CellPlace): number | undefined {
  if (id !== undefined) return sheet.rowById.get(id)?.line
  return sheet === place.sheet ? place.line : sheet.rowById.get(place.sheet.lines[place.line]!.id)?.line
}

/** Lines of one parent from first to last. */
function lineExtent(
  { first, last }: { first: string; last: string },
  sheet: ScheduleLayout,
  column: number | undefined,
): Extent | null {
  const from = sheet.rowById.get(first)
  const to = sheet.rowById.get(last)
  if (from === undefined || to === undefined || column === undefined) return null
  if (!isLineRange(sheet.lines, from.line, to.line)) return null
  return { along: 'lines', sheet, from, to, slot: sheet.slots[column]! }
}

function columnExtent(
  node: { line?: string; first: string; last: string },
  sheet: ScheduleLayout,
  place: CellPlace,
): Extent | null {
  const line = lineOf(node.line, sheet, place)
  const from = sheet.columnIndex.get(node.first)
  const to = sheet.columnIndex.get(node.last)
  if (line === undefined || from === undefined || to === undefined || !isColumnRange(sheet.columns, from, to))
    return null
  return { along: 'columns', sheet, row: sheet.rows[line]!, from: sheet.slots[from]!, to: sheet.slots[to]! }
}
