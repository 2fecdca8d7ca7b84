/**
 * The dependency network of a filing in its two layers: what stands in each cell, who depends on it, and edits.
 * Works on cell indexes; the engine's face speaks in names.
 */
import { fixedFromText, fixedInRange } from '../money/fixed_point.ts'
import { parseStored } from '../money/parse.ts'
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { bind, Bound } from './bind.ts'
import { VALUE_ERROR } from './cell_error.ts'
import { Edges } from './edges.ts'
import { heldOf, type Held } from './held.ts'
import { emptyJournal, type Journal } from './journal.ts'
import { LayerState, type Definition } from './layer_state.ts'
import { cellFormat, Layout, structureFormula, takesInput } from './layout.ts'
import { Order, type Dependencies } from './order.ts'
import { RangeTotal } from './range_total.ts'

/** What an edit replaced in each layer, and the inputs that stood. */
export type Edit = { base: Journal; scenario: Journal; before: CellInput[]; structural: boolean }

export class Network {
  readonly layout: Layout
  readonly base: LayerState
  readonly scenario: LayerState
  /** Formulas of lines and columns, by cell; they serve where no input stands. */
  private readonly structure: (Bound | undefined)[]
  private readonly given: (Definition | undefined)[]
  private readonly overlay = new Map<number, Definition>()
  private readonly texts = { base: new Map<number, string>(), scenario: new Map<number, string>() }
  private readonly baseEdges: Edges
  private readonly baseFiled: Edges
  private readonly overlayEdges: Edges
  private readonly overlayFiled: Edges
  private readonly rangeNodes = new Map<string, number>()
  private built = false;

  /** The network of a filing in steps, each a line or so, told by how many cells were looked at. */
  static *inSteps(filing: Filing): Steps<Network> {
    const network = new Network(filing, false)
    yield* network.fill(filing)
    return network
  }

  /** Until it is filled, which is done at once unless said, nothing may be asked. */
  constructor(filing: Filing, isFilled = true) {
    this.layout = new Layout(filing)
    const count = this.layout.cellCount
    this.structure = Array.from({ length: count })
    this.given = Array.from({ length: count })
    this.baseEdges = new Edges(count)
    this.baseFiled = new Edges(count)
    this.overlayEdges = new Edges(count)
    this.overlayFiled = new Edges(count)
    const filed = (): readonly Held[] => this.base.values
    this.base = new LayerState(
      {
        layout: this.layout,
        definition: (cell) => this.baseDefinition(cell),
        edges: [this.baseEdges, this.baseFiled],
        skips: () => false,
        filed,
      },
      new Order(this.dependencies('base')),
    )
    this.scenario = new LayerState(
      {
        layout: this.layout,
        definition: (cell) => this.definition(cell),
        edges: [this.baseEdges, this.overlayEdges],
        skips: (dependent, edges) => edges === this.baseEdges && this.overlay.size > 0 && this.overlay.has(dependent),
        filed,
      },
      this.base.order,
    )
    if (isFilled) atOnce(this.fill(filing))
  }

  /** What stands in a cell of the scenario layer. */
  definition(cell: number): Definition {
    const over = this.overlay.size > 0 ? this.overlay.get(cell) : undefined
    return over === undefined ? this.baseDefinition(cell) : over
  }

  baseDefinition(cell: number): Definition {
    const given = this.given[cell]
    return given === undefined ? (this.structure[cell] ?? null) : given
  }

  /** The input text that stands in one layer, null for none. */
  inputText(cell: number, layer: Layer): string | null {
    return this.texts[layer].get(cell) ?? null
  }

  scenarioInputs(): CellInput[] {
    const inputs = [...this.texts.scenario].sort(([a], [b]) => a - b)
    return inputs.map(([cell, input]) => ({ ...this.layout.ref(cell), input }))
  }

  /**
   * Applies inputs to a layer and recomputes. A cell that takes no input is passed over.
   * Throws for a cell that does not exist, having changed nothing.
   */
  edit(inputs: readonly CellInput[], layer: Layer): Edit {
    const cells = inputs.map((input) => this.cellOf(input))
    const before: CellInput[] = []
    const changed: number[] = []
    const bound: number[] = []
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!
      const { sheet, line, column } = this.layout.place(cell)
      if (!takesInput(sheet.lines[line]!, sheet.columns[column]!)) continue
      const { schedule, line: lineId, column: columnId } = inputs[i]!
      before.push({ schedule, line: lineId, column: columnId, input: this.inputText(cell, layer) })
      if (this.set(cell, inputs[i]!.input, layer)) bound.push(cell)
      changed.push(cell)
    }
    // Newest first, so that a cell given twice goes back to what stood at the start.
    before.reverse()
    const edit: Edit = {
      base: layer === 'base' ? emptyJournal() : UNTOUCHED,
      scenario: emptyJournal(),
      before,
      structural: bound.length > 0,
    }
    if (layer === 'base') this.runBase(changed, bound, edit)
    else {
      for (const cell of this.reorderScenario(bound)) changed.push(cell)
      this.scenario.run(changed, edit.scenario)
    }
    return edit
  }

  private cellOf(ref: CellRef): number {
    const cell = this.layout.cell(ref)
    if (cell === undefined) throw new RangeError(`There is no cell ${ref.schedule}.${ref.line}@${ref.column}.`)
    return cell
  }

  /** Takes an edit back, leaving no trace. */
  revert(edit: Edit, layer: Layer): void {
    if (edit.structural) {
      this.edit(edit.before, layer)
      return
    }
    for (const { input, ...ref } of edit.before) this.set(this.layout.cell(ref)!, input, layer)
    this.base.restore(edit.base)
    this.scenario.restore(edit.scenario)
  }

  /** Cells that a cell's formula reads in a layer, ranges by their members. */
  precedents(cell: number, layer: Layer): number[] {
    const definition = layer === 'base' ? this.baseDefinition(cell) : this.definition(cell)
    if (!(definition instanceof Bound)) return []
    const cells = [...definition.nodes].flatMap((node) => this.membersOf(node))
    return [...new Set([...cells, ...definition.filedCells])].sort((a, b) => a - b)
  }

  /** Cells whose formula reads the cell in a layer. */
  dependents(cell: number, layer: Layer): number[] {
    const found = new Set(this.followers(cell, layer))
    for (const edges of layer === 'base' ? [] : [this.baseFiled, this.overlayFiled]) {
      for (let edge = edges.first(cell); edge >= 0; edge = edges.following(edge)) {
        if (edges === this.overlayFiled || !this.overlay.has(edges.target(edge))) found.add(edges.target(edge))
      }
    }
    return [...found].sort((a, b) => a - b)
  }

  /** Those of them that an edit of the cell in this layer can move: as_filed in a scenario reads another layer. */
  followers(cell: number, layer: Layer): number[] {
    const found: number[] = []
    const visit = (node: number): void => {
      if (node < this.layout.cellCount) found.push(node)
      else this.eachDependent(node, layer, visit)
    }
    this.eachDependent(cell, layer, visit)
    return found
  }

  private membersOf(node: number): number[] {
    const { cellCount } = this.layout
    return node < cellCount ? [node] : [...this.base.ranges[node - cellCount]!.members]
  }

  private dependencies(layer: Layer): Dependencies {
    return {
      count: () => this.layout.cellCount + this.base.ranges.length,
      precedents: (node) => {
        if (node >= this.layout.cellCount) return [this.base.ranges[node - this.layout.cellCount]!.members]
        const definition = layer === 'base' ? this.baseDefinition(node) : this.definition(node)
        if (!(definition instanceof Bound)) return NONE
        return layer === 'base' ? [definition.nodes, definition.filedCells] : [definition.nodes]
      },
      eachDependent: (node, visit) => this.eachDependent(node, layer, visit),
    }
  }

  private eachDependent(node: number, layer: Layer, visit: (dependent: number) => void): void {
    for (const edges of layer === 'base' ? [this.baseEdges, this.baseFiled] : [this.baseEdges, this.overlayEdges]) {
      for (let edge = edges.first(node); edge >= 0; edge = edges.following(edge)) {
        const dependent = edges.target(edge)
        if (layer === 'base' || edges === this.overlayEdges || !this.overlay.has(dependent)) visit(dependent)
      }
    }
  }

  private define(cell: number, text: string): Definition {
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
    const node = this.layout.cellCount + this.base.ranges.length
    this.rangeNodes.set(key, node)
    for (const cell of cells) this.baseEdges.add(cell, node)
    for (const state of [this.base, this.scenario]) {
      const range = new RangeTotal(cells)
      if (this.built) range.fill(state.values)
      state.ranges.push(range)
    }
    if (this.built) {
      this.base.order.append()
      if (this.scenario.order !== this.base.order) this.scenario.order.append()
    }
    return node
  }

  /** Puts an input in place, keeping the edges true; true when a formula came or went. */
  private set(cell: number, text: string | null, layer: Layer): boolean {
    const next = text === null ? undefined : this.define(cell, text)
    if (text === null) this.texts[layer].delete(cell)
    else this.texts[layer].set(cell, text)
    const before = layer === 'base' ? this.baseDefinition(cell) : this.overlay.get(cell)
    const was = layer === 'scenario' ? this.definition(cell) : before
    if (layer === 'base') this.given[cell] = next
    else if (next === undefined) this.overlay.delete(cell)
    else this.overlay.set(cell, next)
    const after = layer === 'base' ? this.baseDefinition(cell) : next
    const [edges, filed] = layer === 'base' ? [this.baseEdges, this.baseFiled] : [this.overlayEdges, this.overlayFiled]
    if (before !== after) {
      if (before instanceof Bound) link(before, cell, edges, filed, 'remove')
      if (after instanceof Bound) link(after, cell, edges, filed, 'add')
    }
    const now = layer === 'scenario' ? this.definition(cell) : after
    return was !== now && (was instanceof Bound || now instanceof Bound)
  }

  private runBase(changed: readonly number[], bound: readonly number[], edit: Edit): void {
    const cyclic = this.base.order.cycles.size > 0
    this.base.run([...changed, ...reordered(this.base, bound)], edit.base)
    const own = this.reorderScenario(bound)
    // Without inputs of its own the scenario is the base, save where as_filed closes a cycle in the base alone.
    if (this.overlay.size === 0 && !cyclic && this.base.order.cycles.size === 0) {
      for (const cell of edit.base.cells) {
        edit.scenario.cells.push(cell)
        edit.scenario.held.push(this.scenario.values[cell]!)
        this.scenario.values[cell] = this.base.values[cell]!
      }
      for (const range of edit.base.ranges) {
        edit.scenario.ranges.push(range)
        edit.scenario.saved.push(this.scenario.ranges[range]!.saved())
        this.scenario.ranges[range]!.restore(this.base.ranges[range]!.saved())
      }
      return
    }
    const seeds = new Set([...changed, ...own])
    for (const cell of edit.base.cells) {
      for (const edges of [this.baseFiled, this.overlayFiled]) {
        for (let edge = edges.first(cell); edge >= 0; edge = edges.following(edge)) seeds.add(edges.target(edge))
      }
    }
    this.scenario.run(seeds, edit.scenario)
  }

  /**
   * Brings the scenario's order up to date. It shares the base's order until a formula or a cycle makes them differ.
   * Returns the cells whose part in a cycle may have changed.
   */
  private reorderScenario(bound: readonly number[]): number[] {
    if (this.scenario.order !== this.base.order) return reordered(this.scenario, bound)
    const cyclic = this.base.order.cycles.size > 0
    if (!cyclic && (bound.length === 0 || !bound.some((cell) => this.overlay.get(cell) instanceof Bound))) return []
    const own = new Order(this.dependencies('scenario'))
    own.copyFrom(this.base.order)
    this.scenario.order = own
    return takenUp(this.scenario, bound)
  }

  /** In four rounds over all cells: formulas, inputs, links, values. */
  private *fill(filing: Filing): Steps<void> {
    const { layout, base } = this
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
    base.values = Array.from({ length: layout.cellCount }, () => null)
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
    this.texts.base.set(cell, input.input)
  }

  private *computeAll(of: number): Steps<void> {
    const { base, layout } = this
    for (let cell = 0; cell < layout.cellCount; cell++) {
      if (cell % PIECE === 0) yield { done: 2 * layout.cellCount + cell, of }
      const definition = this.baseDefinition(cell)
      if (definition instanceof Bound) link(definition, cell, this.baseEdges, this.baseFiled, 'add')
      else base.values[cell] = definition
    }
    base.order.build()
    const nodes: number[] = Array.from({ length: layout.cellCount + base.ranges.length })
    for (let node = 0; node < nodes.length; node++) nodes[base.order.rank(node)] = node
    for (const [at, node] of nodes.entries()) {
      if (at % PIECE === 0) yield { done: Math.min(3 * layout.cellCount + at, of), of }
      if (node >= layout.cellCount) base.ranges[node - layout.cellCount]!.fill(base.values)
      else if (this.baseDefinition(node) instanceof Bound) base.values[node] = base.compute(node)
    }
    // The members of a cycle stand in no order, so a range over some of them may have been summed too early.
    if (base.order.cycles.size > 0) this.settleCycles()
    this.scenario.copyFrom(base)
    this.built = true
    if (base.order.cycles.size > 0) this.scenario.run(this.reorderScenario([]), emptyJournal())
  }

  private settleCycles(): void {
    const { base, layout } = this
    for (const cell of base.order.cycles.keys()) if (cell < layout.cellCount) base.values[cell] = base.compute(cell)
    for (const range of base.ranges) range.fill(base.values)
    const bound = [...base.values.keys()].filter((cell) => this.baseDefinition(cell) instanceof Bound)
    base.run(bound, emptyJournal())
  }
}

/** So many cells of plain work make a step. */
const PIECE = 1_000

const NONE: readonly Int32Array[] = []
/** The base under an edit of the scenario. */
const UNTOUCHED = emptyJournal()

function link(bound: Bound, cell: number, edges: Edges, filed: Edges, act: 'add' | 'remove'): void {
  for (const node of bound.nodes) edges[act](node, cell)
  for (const node of bound.filedCells) filed[act](node, cell)
}

/** Updates a layer's order after formulas came or went; the cells whose part in a cycle may have changed. */
function reordered(state: LayerState, bound: readonly number[]): number[] {
  return bound.length === 0 ? [] : takenUp(state, bound)
}

function takenUp(state: LayerState, bound: readonly number[]): number[] {
  const before = [...state.order.cycles.keys()]
  if (!state.order.update(bound)) return []
  state.forgetCycles()
  return [...before, ...state.order.cycles.keys()]
}
