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
import { cellFormat, Layout, structureFormula, takesInput } from './layout.ts'
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
  private readonly texts = new Map<number, string>()
  private readonly rangeNodes = new Map<string, number>()
  private built = false;

  /** The layer of a filing in steps, each a line or so, told by how many cells were looked at. */
  static *inSteps(filing: Filing): Steps<BaseLayer> {
    const layer = new BaseLayer(filing)
    yield* layer.fill(filing)
    return layer
  }

  /** Until it is filled nothing may be asked. */
  private constructor(filing: Filing) {
    this.layout = new Layout(filing)
    const { layout } = this
    this.structure = Array.from({ length: layout.cellCount })
    this.given = Array.from({ length: layout.cellCount })
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
    return this.texts.get(cell) ?? null
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
  define(cell: number, text: string): Definition {
    const place = this.layout.place(cell)
    const format = cellFormat(place.sheet.lines[place.line]!, place.sheet.columns[place.column]!)
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
    if (text === null) this.texts.delete(cell)
    else this.texts.set(cell, text)
    this.given[cell] = text === null ? undefined : this.define(cell, text)
    const after = this.definition(cell)
    if (before === after) return false
    if (before instanceof Bound) link(before, cell, this.edges, this.filed, 'remove')
    if (after instanceof Bound) link(after, cell, this.edges, this.filed, 'add')
    return before instanceof Bound || after instanceof Bound
  }

  /** Recomputes after inputs were put in place; `bound` are the cells where a formula came or went. */
  run(changed: readonly number[], bound: readonly number[]): Journal {
    const journal = emptyJournal()
    this.state.run([...changed, ...reordered(this.state, bound)], journal)
    return journal
  }

  private *fill(filing: Filing): Steps<void> {
    const { layout, state } = this
    const of = 4 * layout.cellCount
    for (const sheet of layout.sheets) {
      for (const [l, line] of sheet.lines.entries()) {
        for (const [c, column] of sheet.columns.entries()) {
          const formula = structureFormula(line, column)
          const cell = sheet.offset + l * sheet.columns.length + c
          if (formula) this.structure[cell] = this.bind(cell, formula.text)
        }
        yield { done: sheet.offset + l * sheet.columns.length, of }
      }
    }
    state.values = Array.from({ length: layout.cellCount }, () => null)
    for (const schedule of filing.schedules) {
      const done = layout.cellCount + layout.byId.get(schedule.id)!.offset
      for (const [at, input] of schedule.cells.entries()) {
        this.fillInput({ ...input, schedule: schedule.id })
        if (at % PIECE === 0) yield { done: done + at, of }
      }
    }
    yield* this.computeAll(of)
  }

  private fillInput(input: CellInput): void {
    const cell = this.layout.cell(input)
    if (cell === undefined || input.input === null) return
    const { sheet, line, column } = this.layout.place(cell)
    if (!takesInput(sheet.lines[line]!, sheet.columns[column]!)) return
    this.given[cell] = this.define(cell, input.input)
    this.texts.set(cell, input.input)
  }

  private *computeAll(of: number): Steps<void> {
    const { state, layout } = this
    for (let cell = 0; cell < layout.cellCount; cell++) {
      if (cell % PIECE === 0) yield { done: 2 * layout.cellCount + cell, of }
      const definition = this.definition(cell)
      if (definition instanceof Bound) link(definition, cell, this.edges, this.filed, 'add')
      else state.values[cell] = definition
    }
    state.order.build()
    const nodes: number[] = Array.from({ length: layout.cellCount + state.ranges.length })
    for (let node = 0; node < nodes.length; node++) nodes[state.order.rank(node)] = node
    for (const [at, node] of nodes.entries()) {
      if (at % PIECE === 0) yield { done: Math.min(3 * layout.cellCount + at, of), of }
      if (node >= layout.cellCount) state.ranges[node - layout.cellCount]!.fill(state.values)
      else if (this.definition(node) instanceof Bound) state.values[node] = state.compute(node)
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
