/**
 * The layer of a filing as filed, or of its draft: its cells, its formulas, who depends on whom. It stands once, however many scenarios
 * lie over it. Works on cell indexes.
 */
import { fixedFromText, fixedInRange } from '../money/fixed_point.ts'
import { parseStored } from '../money/parse.ts'
import type { CellInput, Filing } from '../model/filing.ts'
import type { Steps } from '../model/steps.ts'
import { bind, Bound } from './bind.ts'
import { VALUE_ERROR } from './cell_error.ts'
import { Edges, link } from './edges.ts'
import { heldOf } from './held.ts'
import { emptyJournal, type Journal } from './journal.ts'
import { LayerState, reordered, type Definition } from './layer_state.ts'
import { cellFormat, Layout, listOf, structureFormula, takesInput, type ScheduleLayout } from './layout.ts'
import { Order } from './order.ts'
import { RangeTotal } from './range_total.ts'

/** So many cells of plain work make a step. */
const PIECE = 1_000

export class BaseLayer {
  readonly layout: Layout
  readonly state: LayerState
  /** Cells and ranges whose base formulas read a node, and those that read it by as_filed. */
  readonly edges: Edges
  readonly filed: Edges
  /** The states of the scenarios over it, which have the same ranges. */
  readonly over = new Set<LayerState>()
  /** Formulas of lines and columns, by cell; they serve where no input stands. */
  private readonly structure: (Bound | undefined)[]
  private readonly given: (Definition | undefined)[]
  /** Inputs as entered, by cell. */
  private readonly texts: (string | undefined)[]
  private readonly rangeNodes = new Map<string, number>()
  private built = false;

  /** The layer of a filing in steps, each a line or so, told by how many cells were looked at. */
  static *inSteps(filing: Filing): Steps<BaseLayer> {
    const layer = new BaseLayer(filing)
    yield* layer.fill()
    return layer
  }

  /** Until it is filled nothing may be asked. */
  private constructor(filing: Filing) {
    this.layout = new Layout(filing)
    const { layout } = this
    this.structure = listOf(layout.cellCount, undefined)
    this.given = listOf(layout.cellCount, undefined)
    this.texts = listOf(layout.cellCount, undefined)
    this.edges = new Edges(layout.cellCount)
    this.filed = new Edges(layout.cellCount)
    const definition = (cell: number): Definition => this.definition(cell)
    const order = new Order({
      count: () => layout.cellCount + this.state.ranges.length,
      precedents: (node) => {
        if (node >= layout.cellCount) return [this.members(node)]
        const found = this.definition(node)
        return found instanceof Bound ? [found.nodes, found.filedCells] : NONE
      },
      eachDependent: (node, visit) => this.eachDependent(node, visit),
    })
    this.state = new LayerState(
      {
        layout,
        definition,
        edges: [this.edges, this.filed],
        skips: () => false,
        filed: () => this.state.values,
      },
      order,
    )
  }

  definition(cell: number): Definition {
    const given = this.given[cell]
    return given === undefined ? (this.structure[cell] ?? null) : given
  }

  /** The input text that stands in the cell, null for none. */
  inputText(cell: number): string | null {
    return this.texts[cell] ?? null
  }

  /** The cells of a range, or the cell itself. */
  membersOf(node: number): number[] {
    return node < this.layout.cellCount ? [node] : [...this.members(node)]
  }

  members(range: number): Int32Array {
    return this.state.ranges[range - this.layout.cellCount]!.members
  }

  eachDependent(node: number, visit: (dependent: number) => void): void {
    for (const edges of [this.edges, this.filed]) {
      for (let edge = edges.first(node); edge >= 0; edge = edges.following(edge)) visit(edges.target(edge))
    }
  }

  /** What an input's text means in the cell. */
  define(cell: number, text: string, { sheet, line, column } = this.layout.place(cell)): Definition {
    const format = cellFormat(sheet.lines[line]!, sheet.columns[column]!)
    if (format !== 'text') {
      const plain = fixedFromText(text)
      if (plain !== undefined && fixedInRange(plain)) return plain
    }
    if (text.trim() === '') return null
    if (format === 'text') return text
    if (text.trimStart().startsWith('=')) return this.bind(cell, text)
    const read = parseStored(text, format)
    return read === undefined ? VALUE_ERROR : heldOf(read)
  }

  private bind(cell: number, text: string): Bound {
    return bind(text, this.layout.place(cell), this.layout.byId, (key, members) => this.rangeNode(key, members))
  }

  private rangeNode(key: string, members: () => Int32Array): number {
    const known = this.rangeNodes.get(key)
    if (known !== undefined) return known
    const cells = members()
    const node = this.layout.cellCount + this.state.ranges.length
    this.rangeNodes.set(key, node)
    for (const cell of cells) this.edges.add(cell, node)
    const orders = new Set<Order>()
    for (const state of [this.state, ...this.over]) {
      const range = new RangeTotal(cells)
      if (this.built) range.fill(state.values)
      state.ranges.push(range)
      orders.add(state.order)
    }
    if (this.built) for (const order of orders) order.append()
    return node
  }

  /** Puts an input in place, keeping the edges true; true when a formula came or went. */
  set(cell: number, text: string | null): boolean {
    const before = this.definition(cell)
    this.texts[cell] = text ?? undefined
    this.given[cell] = text === null ? undefined : this.define(cell, text)
    const after = this.definition(cell)
    if (before === after) return false
    if (before instanceof Bound) link(before, cell, this.edges, this.filed, 'remove')
    if (after instanceof Bound) link(after, cell, this.edges, this.filed, 'add')
    return before instanceof Bound || after instanceof Bound
  }

  /** The input that stands in a cell, and what it means there; undefined for none. */
  standing(cell: number): { cell: number; text: string | undefined; definition: Definition | undefined } {
    return { cell, text: this.texts[cell], definition: this.given[cell] }
  }

  /** Puts back what stood, where no formula came or went since. */
  putBack({ cell, text, definition }: ReturnType<BaseLayer['standing']>): void {
    this.texts[cell] = text
    this.given[cell] = definition
  }

  /** Recomputes after inputs were put in place; `bound` are the cells where a formula came or went. */
  run(changed: readonly number[], bound: readonly number[]): Journal {
    const journal = emptyJournal()
    this.state.run([...changed, ...reordered(this.state, bound)], journal)
    return journal
  }

  private *fill(): Steps<void> {
    const { layout, state } = this
    const of = 4 * layout.cellCount
    for (const sheet of layout.sheets) {
      const hasColumnFormula = sheet.columns.some(({ formula }) => formula !== undefined)
      for (const [l, line] of sheet.lines.entries()) {
        const first = sheet.offset + l * sheet.columns.length
        yield { done: first, of }
        if (line.formula === undefined && !hasColumnFormula) continue
        for (const [c, column] of sheet.columns.entries()) {
          const formula = structureFormula(line, column)
          if (formula) this.structure[first + c] = this.bind(first + c, formula.text)
        }
      }
    }
    state.values = listOf(layout.cellCount, null)
    for (const sheet of layout.sheets) {
      let read = 0
      for (const input of sheet.schedule.cells) {
        if (read++ % PIECE === 0) yield { done: layout.cellCount + sheet.offset, of }
        this.fillInput(sheet, input)
      }
    }
    yield* this.computeAll(of)
  }

  private fillInput(sheet: ScheduleLayout, { line: lineId, column: columnId, input }: CellInput): void {
    const [line, column] = [sheet.lineIndex.get(lineId), sheet.columnIndex.get(columnId)]
    if (line === undefined || column === undefined || input === null) return
    if (!takesInput(sheet.lines[line]!, sheet.columns[column]!)) return
    const cell = sheet.offset + line * sheet.columns.length + column
    this.given[cell] = this.define(cell, input, { sheet, line, column })
    this.texts[cell] = input
  }

  private *computeAll(of: number): Steps<void> {
    const { state, layout } = this
    const computed: number[] = []
    for (let cell = 0; cell < layout.cellCount; cell++) {
      if (cell % PIECE === 0) yield { done: 2 * layout.cellCount + cell, of }
      const definition = this.definition(cell)
      if (definition instanceof Bound) {
        link(definition, cell, this.edges, this.filed, 'add')
        computed.push(cell)
      } else state.values[cell] = definition
    }
    for (let range = 0; range < state.ranges.length; range++) computed.push(layout.cellCount + range)
    state.order.build()
    let read = 0
    for (const node of computed.sort((a, b) => state.order.rank(a) - state.order.rank(b))) {
      if (read++ % PIECE === 0) yield { done: Math.min(3 * layout.cellCount + read, of), of }
      if (node >= layout.cellCount) state.ranges[node - layout.cellCount]!.fill(state.values)
      else state.values[node] = state.compute(node)
    }
    // The members of a cycle stand in no order, so a range over some of them may have been summed too early.
    if (state.order.cycles.size > 0) this.settleCycles()
    this.built = true
  }

  private settleCycles(): void {
    const { state, layout } = this
    for (const cell of state.order.cycles.keys()) if (cell < layout.cellCount) state.values[cell] = state.compute(cell)
    for (const range of state.ranges) range.fill(state.values)
    const bound = [...state.values.keys()].filter((cell) => this.definition(cell) instanceof Bound)
    state.run(bound, emptyJournal())
  }
}

const NONE: readonly Int32Array[] = []
