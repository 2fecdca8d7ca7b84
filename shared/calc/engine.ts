/**
 * The calculation engine of one filing in two layers: as filed (base) and the scenario laid over it.
 * Pure and synchronous; must not do I/O, format, or know why an edit is made.
 */
import type { Decimal } from '../money/decimal.ts'
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { cellName } from '../model/cell.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { REF_ERROR } from './cell_error.ts'
import { explain, type Explanation } from './explain.ts'
import { BaseLayer } from './base_layer.ts'
import { Network, type Edit } from './network.ts'
import type { Layout } from './layout.ts'
import { marked, restructured, supposed, type Moved } from './restructure.ts'
import { solve, type Goal, type Unsolvable } from './solve.ts'
import { HeldChange, type CellChange } from './cell_change.ts'
import { heldOf, sameAmount, type Held } from './held.ts'
import type { Value } from './value.ts'

export type { CellChange }

/** A value that is computed outside the formulas, with its cell. */
export type ProvidedValue = CellRef & { value: Value }

export type Engine = {
  /** True where the filing has the cell. */
  has(ref: CellRef): boolean
  /** The value of a cell, in the scenario layer unless said; #REF! for a cell that does not exist. */
  value(ref: CellRef, layer?: Layer): Value
  /**
   * Enters inputs in a layer (the scenario unless said) and recomputes what depends on them.
   * Returns exactly the cells of that layer whose value changed. A cell that takes no input is passed over;
   * a cell that does not exist throws a RangeError and nothing changes.
   */
  apply(inputs: readonly CellInput[], layer?: Layer): CellChange[]
  /** The changes that `apply` would return, leaving the engine as it was. */
  preview(inputs: readonly CellInput[], layer?: Layer): CellChange[]
  /** What `read` finds while the inputs stand in the layer; the engine is left as it was. */
  suppose<T>(inputs: readonly CellInput[], layer: Layer, read: () => T): T
  /**
   * Takes over another structure of the filing, and so do the other scenarios over its base; each keeps its inputs where there is still a
   * cell that takes them. `inputs` are those of the base that came, changed or went along; schedules that are new are read whole, and so
   * are cells that begin to take inputs. Unsaid, all of the filing are compared. Returns the changes of the scenario layer. Costs what differs.
   * Throws where an id stands twice or is reserved, having changed nothing.
   */
  restructure(filing: Filing, inputs?: readonly CellInput[]): CellChange[]
  /**
   * What `read` finds while the filing has another structure, inputs included; the engine and the others over its base are left as they
   * were, and nobody who watches is told. `standing` is the filing as it stands, inputs included.
   */
  supposeFiling<T>(next: Filing, standing: Filing, read: () => T): T
  /** Marks the figures of the scenario layer as they stand; tells of the cells that stood there and have another value when asked. */
  mark(): () => Moved[]
  /** Cells that the cell's formula reads, in the order of the filing. */
  precedents(ref: CellRef, layer?: Layer): CellRef[]
  /** Cells whose formulas read the cell, in the order of the filing. */
  dependents(ref: CellRef, layer?: Layer): CellRef[]
  /** Where the value of a cell comes from. */
  explain(ref: CellRef, layer?: Layer): Explanation
  /** The amount of `by` that gives `target` the value: exact where the structure is affine, otherwise the reason why not. */
  solve(goal: Goal): Decimal | Unsolvable
  /** The input that stands in a layer, as entered; null for none. */
  input(ref: CellRef, layer: Layer): string | null
  /**
   * Values computed outside the formulas (the trust model), replaced as a set: each serves its cell below any input and above a formula; the scenario layer's
   * stand over those of the base, as far as nothing was entered. Returns the cells of that layer whose value changed. A cell that does not exist throws a
   * RangeError and nothing changes. Cells that another structure takes away lose theirs.
   */
  provide(values: readonly ProvidedValue[], layer?: Layer): CellChange[]
  /** Brings the inputs of the scenario layer to these; cells that the filing has not are passed over. */
  enterScenario(inputs: readonly CellInput[]): CellChange[]
  /** Every input of the scenario layer, in the order of the filing. */
  scenarioInputs(): CellInput[]
  /**
   * Another engine of the same filing in another scenario: the base layer is the same, and an edit of it through either goes through both.
   */
  layer(scenario: readonly CellInput[]): Engine
  /** The engine follows its base no longer; nothing may be asked of it after. */
  release(): void
  /** The filing as last built or restructured. */
  filing(): Filing
  /**
   * Tells from now on of every cell that an edit touched, in whichever layer: its value or its input may have changed. A
   * supposition is told twice, as it begins and as it ends. Null is all cells, of another structure: `moved` are then those with another
   * value in the scenario layer. Returns the way to stop.
   */
  watch(told: (cells: readonly CellRef[] | null, moved: readonly CellRef[]) => void): () => void
}

/**
 * Builds the engine of a filing, with the inputs of a scenario laid over it. Cells of the scenario that the filing
 * no longer has are passed over. Throws where ids stand twice or are reserved.
 */
export function createEngine(filing: Filing, scenario: readonly CellInput[] = []): Engine {
  return engineOver(build(filing, scenario))
}

/** As `createEngine`, in steps told by how far they are. */
export function* engineInSteps(filing: Filing, scenario: readonly CellInput[]): Steps<Engine> {
  return engineOver(yield* buildInSteps(filing, scenario))
}

/** Who tells the watchers of a network's engine of an edit, or of the changes of another structure: any engine over a base edits it. */
const hearing = new WeakMap<Network, (done: Edit | readonly CellChange[]) => void>()

/** The bases of which another structure is supposed: nobody is told of what passes. */
const supposing = new WeakSet<BaseLayer>()

function engineOver(network: Network): Engine {
  const watchers = new Set<(cells: readonly CellRef[] | null, moved: readonly CellRef[]) => void>()

  const tell = (done: Edit | readonly CellChange[]): void => {
    if (supposing.has(network.ground)) return
    if (!('scenario' in done)) {
      for (const told of watchers) told(null, done)
      return
    }
    for (const [other, scenario] of done.others) hearing.get(other)?.({ ...done, scenario, others: [] })
    if (watchers.size === 0) return
    const touched = new Set([...done.base.cells, ...done.scenario.cells])
    const cells = [...[...touched].map((cell) => network.layout.ref(cell)), ...done.before]
    for (const told of watchers) told(cells, cells)
  }

  hearing.set(network, tell)

  const edit = (inputs: readonly CellInput[], layer: Layer, keep: boolean): CellChange[] => {
    const done = network.edit(inputs, layer, !keep)
    const changes = changesOf(network, done, layer)
    if (keep) tell(done)
    else network.revert(done, layer)
    return changes
  }

  const engine: Engine = {
    has: (ref) => network.layout.cell(ref) !== undefined,
    value(ref, layer = 'scenario') {
      const cell = network.layout.cell(ref)
      return cell === undefined ? REF_ERROR : network[layer].shown(cell)
    },
    apply: (inputs, layer = 'scenario') => edit(inputs, layer, true),
    preview: (inputs, layer = 'scenario') => edit(inputs, layer, false),
    suppose(inputs, layer, read) {
      const done = network.edit(inputs, layer, true)
      try {
        tell(done)
        return read()
      } finally {
        network.revert(done, layer)
        tell(done)
      }
    },
    restructure(next, inputs) {
      const changes = restructured(network, next, inputs)
      for (const [each, own] of changes) hearing.get(each)?.(own)
      return changes.get(network)!
    },
    supposeFiling(next, standing, read) {
      supposing.add(network.ground)
      const back = supposed(network, next, standing)
      try {
        return read()
      } finally {
        back()
        supposing.delete(network.ground)
      }
    },
    mark: () => marked(network),
    precedents: (ref, layer = 'scenario') => around(ref, (cell) => network.precedents(cell, layer)),
    dependents: (ref, layer = 'scenario') => around(ref, (cell) => network.dependents(cell, layer)),
    explain: (ref, layer = 'scenario') => explain(network, ref, layer),
    solve: (goal) => solve(network, engine, goal),
    input(ref, layer) {
      const cell = network.layout.cell(ref)
      return cell === undefined ? null : network.inputText(cell, layer)
    },
    provide(values, layer = 'scenario') {
      const done = network.provide(heldByCell(network, values), layer)
      const changes = changesOf(network, done, layer)
      tell(done)
      return changes
    },
    enterScenario: (inputs) => edit(network.scenarioChanges(inputs), 'scenario', true),
    scenarioInputs: () => network.scenarioInputs(),
    filing: () => network.layout.filing,
    layer: (scenario) => engineOver(scenarioOver(network.ground, scenario)),
    release: () => network.release(),
    watch(told) {
      watchers.add(told)
      return () => void watchers.delete(told)
    },
  }

  const around = (ref: CellRef, find: (cell: number) => number[]): CellRef[] => {
    const cell = network.layout.cell(ref)
    return cell === undefined ? [] : find(cell).map((found) => network.layout.ref(found))
  }

  return engine
}

function build(filing: Filing, scenario: readonly CellInput[]): Network {
  return atOnce(buildInSteps(filing, scenario))
}

function* buildInSteps(filing: Filing, scenario: readonly CellInput[]): Steps<Network> {
  return scenarioOver(yield* BaseLayer.inSteps(filing), scenario)
}

function scenarioOver(ground: BaseLayer, scenario: readonly CellInput[]): Network {
  const network = new Network(ground)
  const standing = scenario.filter((input) => network.layout.cell(input) !== undefined)
  if (standing.length > 0) network.edit(standing, 'scenario')
  return network
}

/** The cells of a layer whose value an edit changed, in the order of the filing. */
function changesOf(network: Network, done: Edit, layer: Layer): CellChange[] {
  const { values } = network[layer]
  const { cells, held } = done[layer]
  const changes: CellChange[] = []
  for (const at of inFilingOrder(cells, network.layout)) {
    const [cell, old] = [cells[at]!, held[at]!]
    const now = values[cell]!
    if (!sameAmount(old, now)) changes.push(new HeldChange(network.layout.ref(cell), old, now))
  }
  return changes
}

function heldByCell({ layout }: Network, values: readonly ProvidedValue[]): Map<number, Held> {
  const found = new Map<number, Held>()
  for (const { value, ...ref } of values) {
    const cell = layout.cell(ref)
    if (cell === undefined) throw new RangeError(`There is no cell ${cellName(ref)}.`)
    found.set(cell, heldOf(value))
  }
  return found
}

/** The places of the cells in the order of the filing, in which most were reached. */
function inFilingOrder(cells: readonly number[], { compare }: Layout): number[] {
  const places = [...cells.keys()]
  const isSorted = cells.every((cell, i) => i === 0 || compare(cells[i - 1]!, cell) < 0)
  return isSorted ? places : places.sort((a, b) => compare(cells[a]!, cells[b]!))
}
