/**
 * The dependency network of a filing in two layers: the base, and one scenario over it. Several scenarios lie over one base, each a
 * network of its own. Works on cell indexes; the engine's face speaks in names.
 */
import type { CellInput, CellRef, Layer } from '../model/filing.ts'
import type { BaseLayer, Taken } from './base_layer.ts'
import { Bound } from './bind.ts'
import { Edges, link } from './edges.ts'
import { emptyJournal, type Journal } from './journal.ts'
import { LayerState, reordered, takenUp, type Definition } from './layer_state.ts'
import { takesInput, type Layout } from './layout.ts'
import type { Held } from './held.ts'
import { Order } from './order.ts'
import { differing, without } from './provided.ts'
import type { Reshaped } from './reshape.ts'

/** What an edit replaced in each layer, in the other scenarios over the base, and the inputs that stood. */
export type Edit = {
  base: Journal
  scenario: Journal
  others: [Network, Journal][]
  before: CellInput[]
  /** What stood in each cell of `before`, in the order in which the inputs were put in place. */
  stood: Stood[]
  structural: boolean
}

/** An input as it stood in a layer: its text, and what that means; undefined for none. */
type Stood = { cell: number; text: string | undefined; definition: Definition | undefined }

/** The networks over each base; an edit of the base goes through all of them. */
const networksOver = new WeakMap<BaseLayer, Set<Network>>()

export class Network {
  readonly ground: BaseLayer
  readonly layout: Layout
  readonly base: LayerState
  readonly scenario: LayerState
  private readonly overlay = new Map<number, Definition>()
  private readonly texts = new Map<number, string>()
  /** Values of the scenario computed outside the formulas: below any input, above a formula. */
  private given: ReadonlyMap<number, Held> = new Map()
  private readonly edges: Edges
  private readonly filed: Edges

  /** A scenario without inputs over a base that is filled. */
  constructor(ground: BaseLayer) {
    this.ground = ground
    this.layout = ground.layout
    this.base = ground.state
    this.edges = new Edges(0)
    this.filed = new Edges(0)
    this.scenario = new LayerState(
      {
        layout: this.layout,
        definition: (cell) => this.definition(cell),
        edges: [ground.edges, this.edges],
        skips: (dependent, edges) => edges === ground.edges && this.isOver(dependent),
        filed: () => this.base.values,
      },
      this.base.order,
    )
    this.scenario.copyFrom(this.base)
    ground.over.add(this.scenario)
    const beside = networksOver.get(ground) ?? new Set()
    networksOver.set(ground, beside.add(this))
    if (this.base.order.cycles.size > 0) this.scenario.run(this.reorderScenario([]), emptyJournal())
  }

  /** The scenario follows its base no longer; nothing may be asked of it after. */
  release(): void {
    this.ground.over.delete(this.scenario)
    networksOver.get(this.ground)?.delete(this)
  }

  /** What stands in a cell of the scenario layer. */
  definition(cell: number): Definition {
    const over = this.overlay.size > 0 ? this.overlay.get(cell) : undefined
    if (over !== undefined) return over
    return this.isGiven(cell) ? this.given.get(cell)! : this.ground.definition(cell)
  }

  /** True where a value computed outside the formulas, for this scenario, stands where nothing was entered in the base. */
  private isGiven(cell: number): boolean {
    return this.given.size > 0 && this.given.has(cell) && this.ground.inputText(cell) === null
  }

  /** True where the scenario has something of its own over the base. */
  private isOver(cell: number): boolean {
    return (this.overlay.size > 0 && this.overlay.has(cell)) || this.isGiven(cell)
  }

  /** True where a value computed outside the formulas serves the cell in a layer. */
  isProvided(cell: number, layer: Layer): boolean {
    if (layer === 'scenario' && this.overlay.has(cell)) return false
    return (layer === 'scenario' && this.isGiven(cell)) || this.ground.isProvided(cell)
  }

  /** The values computed outside the formulas for a layer, by cell. */
  providedValues(layer: Layer): ReadonlyMap<number, Held> {
    return layer === 'base' ? this.ground.providedValues() : this.given
  }

  /** Replaces the values of a layer that are computed outside the formulas, as a set, and recomputes. */
  provide(values: ReadonlyMap<number, Held>, layer: Layer): Edit {
    const nothing = { before: [], stood: [], structural: false }
    if (layer === 'base') {
      const { changed, bound } = this.ground.provide(values)
      return { ...this.runBase(changed, bound, false), ...nothing }
    }
    const changed = differing(this.given, values)
    const before = changed.map((cell) => this.definition(cell))
    this.given = values
    const bound = changed.filter((cell, at) => before[at] instanceof Bound || this.definition(cell) instanceof Bound)
    const scenario = emptyJournal()
    this.scenario.run([...changed, ...this.reorderScenario(bound)], scenario)
    return { base: UNTOUCHED, scenario, others: NOBODY, ...nothing }
  }

  baseDefinition(cell: number): Definition {
    return this.ground.definition(cell)
  }

  /** The input text that stands in one layer, null for none. */
  inputText(cell: number, layer: Layer): string | null {
    return layer === 'base' ? this.ground.inputText(cell) : (this.texts.get(cell) ?? null)
  }

  scenarioInputs(): CellInput[] {
    const inputs = [...this.texts].sort(([a], [b]) => this.layout.compare(a, b))
    return inputs.map(([cell, input]) => ({ ...this.layout.ref(cell), input }))
  }

  /** What brings the inputs of the scenario to others: those that are not there, and null for those that are not to be. */
  scenarioChanges(inputs: readonly CellInput[]): CellInput[] {
    const wanted = new Map<number, CellInput>()
    for (const input of inputs) {
      const cell = this.layout.cell(input)
      if (cell !== undefined && input.input !== null) wanted.set(cell, input)
    }
    const gone = [...this.texts.keys()].filter((cell) => !wanted.has(cell))
    return [
      ...gone.map((cell) => ({ ...this.layout.ref(cell), input: null })),
      ...[...wanted].filter(([cell, { input }]) => this.texts.get(cell) !== input).map(([, input]) => input),
    ]
  }

  /**
   * Applies inputs to a layer and recomputes. A cell that takes no input is passed over. A trial is taken back before anything else is
   * asked, and the other scenarios over the base are not told of it.
   * Throws for a cell that does not exist, having changed nothing.
   */
  edit(inputs: readonly CellInput[], layer: Layer, isTrial = false): Edit {
    const cells = inputs.map((input) => this.cellOf(input))
    const before: CellInput[] = []
    const stood: Stood[] = []
    const changed: number[] = []
    const bound: number[] = []
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!
      const { sheet, line, column } = this.layout.place(cell)
      if (!takesInput(sheet.lines[line]!, sheet.columns[column]!)) continue
      const { schedule, line: lineId, column: columnId } = inputs[i]!
      const standing = this.standing(cell, layer)
      before.push({ schedule, line: lineId, column: columnId, input: standing.text ?? null })
      stood.push(standing)
      if (this.set(cell, inputs[i]!.input, layer)) bound.push(cell)
      changed.push(cell)
    }
    // Newest first, so that a cell given twice goes back to what stood at the start.
    before.reverse()
    const structural = bound.length > 0
    if (layer === 'base') return { ...this.runBase(changed, bound, isTrial), before, stood, structural }
    const scenario = emptyJournal()
    for (const cell of this.reorderScenario(bound)) changed.push(cell)
    this.scenario.run(changed, scenario)
    return { base: UNTOUCHED, scenario, others: NOBODY, before, stood, structural }
  }

  private cellOf(ref: CellRef): number {
    const cell = this.layout.cell(ref)
    if (cell === undefined) throw new RangeError(`There is no cell ${ref.schedule}.${ref.line}@${ref.column}.`)
    return cell
  }

  /** Takes a trial back, leaving no trace. */
  revert(edit: Edit, layer: Layer): void {
    if (edit.structural) {
      this.edit(edit.before, layer, true)
      return
    }
    // No formula came or went: what stood is put back as it was, unread. Newest first, for a cell that was given twice.
    for (let i = edit.stood.length - 1; i >= 0; i--) this.putBack(edit.stood[i]!, layer)
    this.base.restore(edit.base)
    this.scenario.restore(edit.scenario)
  }

  private standing(cell: number, layer: Layer): Stood {
    if (layer === 'base') return this.ground.standing(cell)
    return { cell, text: this.texts.get(cell), definition: this.overlay.get(cell) }
  }

  private putBack(stood: Stood, layer: Layer): void {
    if (layer === 'base') return this.ground.putBack(stood)
    const { cell, text, definition } = stood
    if (text === undefined) this.texts.delete(cell)
    else this.texts.set(cell, text)
    if (definition === undefined) this.overlay.delete(cell)
    else this.overlay.set(cell, definition)
  }

  /** Cells that a cell's formula reads in a layer, ranges by their members. */
  precedents(cell: number, layer: Layer): number[] {
    const definition = layer === 'base' ? this.baseDefinition(cell) : this.definition(cell)
    if (!(definition instanceof Bound)) return []
    const cells = [...definition.nodes].flatMap((node) => [...this.ground.membersOf(node)])
    return [...new Set([...cells, ...definition.filedCells])].sort(this.layout.compare)
  }

  /** Cells whose formula reads the cell in a layer. */
  dependents(cell: number, layer: Layer): number[] {
    const found = new Set(this.followers(cell, layer))
    for (const edges of layer === 'base' ? [] : [this.ground.filed, this.filed]) {
      for (let edge = edges.first(cell); edge >= 0; edge = edges.following(edge)) {
        if (edges === this.filed || !this.isOver(edges.target(edge))) found.add(edges.target(edge))
      }
    }
    return [...found].sort(this.layout.compare)
  }

  /** Those of them that an edit of the cell in this layer can move: as_filed in a scenario reads another layer. */
  followers(cell: number, layer: Layer): number[] {
    const found: number[] = []
    const visit = (node: number): void => {
      if (node >= 0) found.push(node)
      else this.eachDependent(node, layer, visit)
    }
    this.eachDependent(cell, layer, visit)
    return found
  }

  private eachDependent(node: number, layer: Layer, visit: (dependent: number) => void): void {
    if (layer === 'base') return this.ground.eachDependent(node, visit)
    for (const edges of [this.ground.edges, this.edges]) {
      for (let edge = edges.first(node); edge >= 0; edge = edges.following(edge)) {
        const dependent = edges.target(edge)
        if (edges === this.edges || !this.isOver(dependent)) visit(dependent)
      }
    }
  }

  /** Puts an input in place, keeping the edges true; true when a formula came or went. */
  private set(cell: number, text: string | null, layer: Layer): boolean {
    if (layer === 'base') return this.ground.set(cell, text)
    const was = this.definition(cell)
    if (text === null) this.texts.delete(cell)
    else this.texts.set(cell, text)
    this.tie(cell, text === null ? undefined : this.ground.define(cell, text))
    const now = this.definition(cell)
    return was !== now && (was instanceof Bound || now instanceof Bound)
  }

  private runBase(
    changed: readonly number[],
    bound: readonly number[],
    isTrial: boolean,
  ): Pick<Edit, 'base' | 'scenario' | 'others'> {
    const wasCyclic = this.base.order.cycles.size > 0
    const base = this.ground.run(changed, bound)
    const follow = (network: Network): Journal => network.followBase(changed, bound, base, wasCyclic)
    const beside = isTrial ? [] : [...networksOver.get(this.ground)!].filter((network) => network !== this)
    return { base, scenario: follow(this), others: beside.map((network) => [network, follow(network)]) }
  }

  /** Brings the scenario in step with a base that was recomputed; what that replaced. */
  private followBase(changed: readonly number[], bound: readonly number[], base: Journal, wasCyclic: boolean): Journal {
    const journal = emptyJournal()
    const own = this.reorderScenario(bound)
    // Without inputs of its own the scenario is the base, save where as_filed closes a cycle in the base alone.
    if (this.overlay.size === 0 && this.given.size === 0 && !wasCyclic && this.base.order.cycles.size === 0) {
      for (const cell of base.cells) {
        journal.cells.push(cell)
        journal.held.push(this.scenario.values[cell]!)
        this.scenario.values[cell] = this.base.values[cell]!
      }
      for (const range of base.ranges) {
        journal.ranges.push(range)
        journal.saved.push(this.scenario.ranges[range]!.saved())
        this.scenario.ranges[range]!.restore(this.base.ranges[range]!.saved())
      }
      return journal
    }
    const seeds = new Set([...changed, ...own])
    for (const cell of base.cells) this.eachFiled(cell, (dependent) => seeds.add(dependent))
    this.scenario.run(seeds, journal)
    return journal
  }

  /** The networks over the same base, this one among them. */
  beside(): Iterable<Network> {
    return networksOver.get(this.ground)!
  }

  /** Follows a base that has taken over another structure: inputs of cells that are gone or take none go, formulas are tied anew. */
  take({ gone, changed }: Reshaped, { seeds, bound }: Taken): void {
    this.given = without(this.given, new Set(gone.map(({ cell }) => cell)))
    for (const { cell } of gone) {
      this.texts.delete(cell)
      this.tie(cell, undefined)
    }
    const anew = new Set(changed.filter((cell) => this.texts.has(cell)))
    for (const [cell, definition] of this.overlay) if (definition instanceof Bound) anew.add(cell)
    for (const cell of anew) {
      const { sheet, line, column } = this.layout.place(cell)
      const text = takesInput(sheet.lines[line]!, sheet.columns[column]!) ? this.texts.get(cell) : undefined
      if (text === undefined) this.texts.delete(cell)
      this.tie(cell, text === undefined ? undefined : this.ground.define(cell, text))
      seeds.push(cell)
      bound.push(cell)
    }
  }

  /** Puts another definition of the scenario in place, keeping the edges true. */
  private tie(cell: number, next: Definition | undefined): void {
    const before = this.overlay.get(cell)
    if (next === undefined) this.overlay.delete(cell)
    else this.overlay.set(cell, next)
    if (before === next) return
    if (before instanceof Bound) link(before, cell, this.edges, this.filed, 'remove')
    if (next instanceof Bound) link(next, cell, this.edges, this.filed, 'add')
  }

  /** Recomputes after another structure was taken over and the base was recomputed. */
  resume({ seeds, bound }: Taken, base: Journal): Journal {
    const journal = emptyJournal()
    const all = new Set([...seeds, ...this.reorderScenario(bound)])
    for (const cell of base.cells) this.eachFiled(cell, (dependent) => all.add(dependent))
    this.scenario.run(all, journal)
    return journal
  }

  private eachFiled(cell: number, visit: (dependent: number) => void): void {
    for (const edges of [this.ground.filed, this.filed]) {
      for (let edge = edges.first(cell); edge >= 0; edge = edges.following(edge)) visit(edges.target(edge))
    }
  }

  /**
   * Brings the scenario's order up to date. It shares the base's order until a formula or a cycle makes them differ.
   * Returns the cells whose part in a cycle may have changed.
   */
  private reorderScenario(bound: readonly number[]): number[] {
    if (this.scenario.order !== this.base.order) return reordered(this.scenario, bound)
    const cyclic = this.base.order.cycles.size > 0
    if (!cyclic && (bound.length === 0 || !bound.some((cell) => this.overlay.get(cell) instanceof Bound))) return []
    const own = new Order({
      cellCount: () => this.layout.count,
      rangeCount: () => this.ground.ranges.members.length,
      precedents: (node) => {
        if (node < 0) return [this.ground.ranges.members[~node]!]
        const definition = this.definition(node)
        return definition instanceof Bound ? [definition.nodes] : NONE
      },
      eachDependent: (node, visit) => this.eachDependent(node, 'scenario', visit),
    })
    own.copyFrom(this.base.order)
    this.scenario.order = own
    return takenUp(this.scenario, bound)
  }
}

const NONE: readonly Int32Array[] = []
const NOBODY: [Network, Journal][] = []
/** The base under an edit of the scenario. */
const UNTOUCHED = emptyJournal()
