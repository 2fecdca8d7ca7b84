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
import { heldOf, type Held } from './held.ts'
import { differing, without } from './provided.ts'
import { emptyJournal, type Journal } from './journal.ts'
import { LayerState, reordered, type Definition } from './layer_state.ts'
import {
  cellAt,
  cellChoices,
  cellFormat,
  Layout,
  listOf,
  structureFormula,
  takesInput,
  type ScheduleLayout,
} from './layout.ts'
import { Order } from './order.ts'
import { RangeNodes } from './range_nodes.ts'
import { RangeTotal } from './range_total.ts'
import type { Reshaped } from './reshape.ts'

/** So many cells of plain work make a step. */
const PIECE = 1_000

/**
 * What another structure left to do: nodes to be recomputed, those whose precedents are others, and ranges that are gone.
 */
export type Taken = { seeds: number[]; bound: number[]; goneRanges: number[] }

export class BaseLayer {
  readonly layout: Layout
  readonly state: LayerState
  /** Cells and ranges whose base formulas read a node, and those that read it by as_filed. */
  readonly edges: Edges
  readonly filed: Edges
  /** The states of the scenarios over it, which have the same ranges. */
  readonly over = new Set<LayerState>()
  readonly ranges: RangeNodes
  /** What stands in each cell: what was entered, and where nothing was, the formula of its line or column. */
  private readonly definitions: (Definition | undefined)[]
  /** Inputs as entered, by cell. */
  private readonly texts: (string | undefined)[]
  /** Values computed outside the formulas, by cell: below an input, above a formula. */
  private given: ReadonlyMap<number, Held> = new Map()
  /** Cells whose formulas another structure may tie otherwise though all that they read stands. */
  private readonly loose = new Set<number>()
  private built = false
  /** While inputs are recorded, what stood first in the cells that were edited. */
  private stood: Map<number, string | null> | undefined
  /** While another structure is taken over, the ranges that were made. */
  private fresh: number[] | undefined;

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
    this.definitions = listOf(layout.count, undefined)
    this.texts = listOf(layout.count, undefined)
    this.edges = new Edges(layout.count)
    this.filed = new Edges(layout.count)
    this.ranges = new RangeNodes(this.edges)
    const definition = (cell: number): Definition => this.definition(cell)
    const order = new Order({
      cellCount: () => layout.count,
      rangeCount: () => this.ranges.members.length,
      precedents: (node) => {
        if (node < 0) return [this.ranges.members[~node]!]
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
    return this.definitions[cell] ?? null
  }

  /** The input text that stands in the cell, null for none. */
  inputText(cell: number): string | null {
    return this.texts[cell] ?? null
  }

  /** The cells of a range, or the cell itself. */
  membersOf(node: number): Iterable<number> {
    return node < 0 ? this.ranges.members[~node]! : [node]
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
    const read = parseStored(text, format, cellChoices(sheet.lines[line]!, sheet.columns[column]!))
    return read === undefined ? VALUE_ERROR : heldOf(read)
  }

  private bind(cell: number, text: string): Bound {
    return bind(text, this.layout.place(cell), this.layout.byId, (extent) => this.ranges.of(extent, this.made))
  }

  /** A new range stands in every layer, and last in every order. */
  private readonly made = (number: number, members: Int32Array): void => {
    const orders = new Set<Order>()
    for (const state of this.states()) {
      const range = new RangeTotal(members)
      if (this.built) range.fill(state.values)
      state.ranges[number] = range
      orders.add(state.order)
    }
    if (this.fresh) this.fresh.push(~number)
    else if (this.built) for (const order of orders) order.append(~number)
  };

  /** Its own state and those of the scenarios over it. */
  *states(): Iterable<LayerState> {
    yield this.state
    yield* this.over
  }

  /** The formula that its line or column gives a cell. */
  private ofStructure(cell: number): Bound | undefined {
    const { sheet, line, column } = this.layout.place(cell)
    const formula = structureFormula(sheet.lines[line]!, sheet.columns[column]!)
    return formula && this.bind(cell, formula.text)
  }

  /** What stands in a cell where nothing was entered. */
  private beneath(cell: number): Definition | undefined {
    return this.given.has(cell) ? this.given.get(cell) : this.ofStructure(cell)
  }

  /** True where a value computed outside the formulas serves the cell. */
  isProvided(cell: number): boolean {
    return this.texts[cell] === undefined && this.given.has(cell)
  }

  /** The values computed outside the formulas, by cell. */
  providedValues(): ReadonlyMap<number, Held> {
    return this.given
  }

  /** Replaces those values as a set, without computing; the cells that they touch, and those where a formula came or went. */
  provide(values: ReadonlyMap<number, Held>): { changed: number[]; bound: number[] } {
    const changed = differing(this.given, values)
    this.given = values
    const bound = changed.filter((cell) => this.texts[cell] === undefined && this.put(cell, this.beneath(cell)))
    return { changed, bound }
  }

  /** From now on, the first input that stood in each cell that is edited; it is told once, and no more is kept. */
  recordInputs(): () => CellInput[] {
    const stood = new Map<number, string | null>()
    this.stood = stood
    return () => {
      this.stood = undefined
      return [...stood].map(([cell, input]) => ({ ...this.layout.ref(cell), input }))
    }
  }

  /** Puts an input in place, keeping the edges true; true when a formula came or went. */
  set(cell: number, text: string | null): boolean {
    if (text === null && this.texts[cell] === undefined) return false
    if (this.stood && !this.stood.has(cell)) this.stood.set(cell, this.texts[cell] ?? null)
    this.texts[cell] = text ?? undefined
    return this.put(cell, text === null ? this.beneath(cell) : this.define(cell, text))
  }

  private put(cell: number, after: Definition | undefined): boolean {
    const before = this.definitions[cell]
    this.definitions[cell] = after
    const isBound = before instanceof Bound || after instanceof Bound
    if (before instanceof Bound) this.tie(before, cell, 'remove')
    if (after instanceof Bound) this.tie(after, cell, 'add')
    return isBound && before !== after
  }

  private tie(bound: Bound, cell: number, act: 'add' | 'remove'): void {
    link(bound, cell, this.edges, this.filed, act)
    if (!bound.isLoose) return
    if (act === 'add') this.loose.add(cell)
    else this.loose.delete(cell)
  }

  /**
   * Takes over the cells of another structure, without computing: what is new or read otherwise is defined anew, and so is what read
   * cells or ranges that are gone. `inputs` are those that came, changed or went along. Ranges that it makes stand in no order yet.
   */
  take(reshaped: Reshaped, inputs: ReadonlyMap<number, string | null>): Taken {
    this.grow()
    const cells = new Set([...reshaped.come, ...reshaped.changed, ...inputs.keys(), ...this.loose])
    const readers: number[] = []
    for (const cell of reshaped.changed) this.eachDependent(cell, (dependent) => readers.push(dependent))
    const goneRanges = reshaped.goneSheets.flatMap((sheet) => this.ranges.ofGone(sheet))
    const moved: number[] = []
    for (const sheet of reshaped.sheets) {
      const followed = this.ranges.follow(sheet)
      for (const range of followed.gone) goneRanges.push(range)
      for (const { range, members } of followed.moved) {
        const differing = this.ranges.replace(range, members)
        for (const state of this.states()) state.ranges[range]!.replace(members, differing, state.values)
        moved.push(~range)
      }
    }
    const left = (dependent: number): void => void (dependent >= 0 && cells.add(dependent))
    for (const { cell } of reshaped.gone) this.eachDependent(cell, left)
    for (const range of goneRanges) this.eachDependent(~range, left)
    this.fresh = []
    const gone = new Set(reshaped.gone.map(({ cell }) => cell))
    this.given = without(this.given, gone)
    for (const cell of gone) {
      cells.delete(cell)
      this.texts[cell] = undefined
      this.put(cell, undefined)
    }
    const bound = [...cells].filter((cell) => this.redefine(cell, inputs.get(cell)))
    // A cycle names its members in the order of the filing, which may be another now.
    const cyclic = [...this.states()].flatMap(({ order }) => [...order.cycles.keys()])
    return {
      seeds: [...cells, ...moved, ...readers.filter((cell) => !gone.has(cell))],
      bound: [...bound, ...moved, ...cyclic.filter((cell) => cell >= 0 && !gone.has(cell))],
      goneRanges,
    }
  }

  /** Room for cells that are new. */
  private grow(): void {
    for (let cell = this.definitions.length; cell < this.layout.count; cell++) {
      this.definitions.push(undefined)
      this.texts.push(undefined)
      for (const state of this.states()) state.values.push(null)
    }
  }

  /** Reads a cell anew, with another input where one is given; true when a formula came or went. */
  private redefine(cell: number, input: string | null | undefined): boolean {
    const place = this.layout.place(cell)
    const takes = takesInput(place.sheet.lines[place.line]!, place.sheet.columns[place.column]!)
    const text = takes ? ((input === undefined ? this.texts[cell] : input) ?? undefined) : undefined
    this.texts[cell] = text
    return this.put(cell, text === undefined ? this.beneath(cell) : this.define(cell, text, place))
  }

  /** Ends what `take` began, once the scenarios have followed: what is gone holds nothing, and what is new stands in every order. */
  settle({ come, gone }: Reshaped, { bound, goneRanges }: Taken): void {
    const states = [...this.states()]
    for (const { cell } of gone) for (const state of states) state.values[cell] = null
    for (const range of goneRanges) {
      this.ranges.drop(range)
      for (const state of states) state.ranges[range] = new RangeTotal(NO_CELLS)
    }
    const fresh = [...come, ...this.fresh!]
    this.fresh = undefined
    for (const order of new Set(states.map((state) => state.order))) order.admit(fresh)
    // A list of very many is no list of arguments.
    for (const node of fresh) bound.push(node)
  }

  /** The input that stands in a cell, and what stands in it; undefined for none. */
  standing(cell: number): { cell: number; text: string | undefined; definition: Definition | undefined } {
    return { cell, text: this.texts[cell], definition: this.definitions[cell] }
  }

  /** Puts back what stood, where no formula came or went since. */
  putBack({ cell, text, definition }: ReturnType<BaseLayer['standing']>): void {
    this.texts[cell] = text
    this.definitions[cell] = definition
  }

  /** Recomputes after inputs were put in place; `bound` are the cells where a formula came or went. */
  run(changed: readonly number[], bound: readonly number[]): Journal {
    const journal = emptyJournal()
    this.state.run([...changed, ...reordered(this.state, bound)], journal)
    return journal
  }

  private *fill(): Steps<void> {
    const { layout, state } = this
    const of = 4 * layout.count
    for (const sheet of layout.sheets) {
      let read = 0
      for (const input of sheet.schedule.cells) {
        if (read++ % PIECE === 0) yield { done: sheet.rows[0]?.first ?? 0, of }
        this.fillInput(sheet, input)
      }
    }
    for (const sheet of layout.sheets) {
      const hasColumnFormula = sheet.columns.some(({ formula }) => formula !== undefined)
      for (const [l, line] of sheet.lines.entries()) {
        const { first } = sheet.rows[l]!
        yield { done: layout.count + first, of }
        if (line.formula === undefined && !hasColumnFormula) continue
        for (const [c, column] of sheet.columns.entries()) {
          if (this.texts[first + c] !== undefined) continue
          const formula = structureFormula(line, column)
          if (formula) this.definitions[first + c] = this.bind(first + c, formula.text)
        }
      }
    }
    state.values = listOf(layout.count, null)
    yield* this.computeAll(of)
  }

  private fillInput(sheet: ScheduleLayout, { line: lineId, column: columnId, input }: CellInput): void {
    const [row, column] = [sheet.rowById.get(lineId), sheet.columnIndex.get(columnId)]
    if (row === undefined || column === undefined || input === null) return
    if (!takesInput(sheet.lines[row.line]!, sheet.columns[column]!)) return
    const cell = cellAt(sheet, row.line, column)
    this.definitions[cell] = this.define(cell, input, { sheet, line: row.line, column })
    this.texts[cell] = input
  }

  private *computeAll(of: number): Steps<void> {
    const { state, layout } = this
    const computed: number[] = []
    for (let cell = 0; cell < layout.count; cell++) {
      if (cell % PIECE === 0) yield { done: 2 * layout.count + cell, of }
      const definition = this.definition(cell)
      if (definition instanceof Bound) {
        this.tie(definition, cell, 'add')
        computed.push(cell)
      } else state.values[cell] = definition
    }
    for (let range = 0; range < state.ranges.length; range++) computed.push(~range)
    state.order.build()
    let read = 0
    for (const node of computed.sort((a, b) => state.order.rank(a) - state.order.rank(b))) {
      if (read++ % PIECE === 0) yield { done: Math.min(3 * layout.count + read, of), of }
      if (node < 0) state.ranges[~node]!.fill(state.values)
      else state.values[node] = state.compute(node)
    }
    // The members of a cycle stand in no order, so a range over some of them may have been summed too early.
    if (state.order.cycles.size > 0) this.settleCycles()
    this.built = true
  }

  private settleCycles(): void {
    const { state } = this
    for (const cell of state.order.cycles.keys()) if (cell >= 0) state.values[cell] = state.compute(cell)
    for (const range of state.ranges) range.fill(state.values)
    const bound = [...state.values.keys()].filter((cell) => this.definition(cell) instanceof Bound)
    state.run(bound, emptyJournal())
  }
}

const NONE: readonly Int32Array[] = []
const NO_CELLS = new Int32Array(0)
