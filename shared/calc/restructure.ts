/**
 * Takes over another structure of a filing in a base and in every scenario over it, carrying what stands: only what came, went, is read
 * otherwise or followed from that is computed. Works on cell indexes; the engine's face speaks in names.
 */
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { inputsBetween } from '../model/inputs_apart.ts'
import { HeldChange, type CellChange } from './cell_change.ts'
import { sameAmount, valueOf, type Held } from './held.ts'
import type { Journal } from './journal.ts'
import type { Network } from './network.ts'
import { reshape, type Reshaped } from './reshape.ts'
import type { Value } from './value.ts'

/** The changes of the scenario layer of each network over the base; see the engine's `restructure`. */
export function restructured(
  network: Network,
  next: Filing,
  inputs: readonly CellInput[] | undefined,
): ReadonlyMap<Network, CellChange[]> {
  const { ground, layout } = network
  const reshaped = reshape(layout, next)
  const entered = inputs === undefined ? allInputs(network) : givenInputs(network, inputs, reshaped)
  const taken = ground.take(reshaped, entered)
  const networks = [...network.beside()]
  const stood = networks.map(({ scenario }) => reshaped.gone.map(({ cell }) => scenario.values[cell]!))
  for (const each of networks) each.take(reshaped, taken)
  ground.settle(reshaped, taken)
  const base = ground.run(taken.seeds, taken.bound)
  const journals = networks.map((each) => each.resume(taken, base))
  reshaped.free()
  return new Map(networks.map((each, at) => [each, changesOf(each, journals[at]!, reshaped, stood[at]!)]))
}

/** What a journal tells of a network's scenario layer, and the cells that are gone with what they held. */
function changesOf(
  { layout, scenario }: Network,
  { cells, held }: Journal,
  { gone }: Reshaped,
  stood: readonly Held[],
): CellChange[] {
  const before = new Map(cells.map((cell, at) => [cell, held[at]!]))
  const changes: CellChange[] = []
  for (const cell of cells.toSorted(layout.compare)) {
    const [old, now] = [before.get(cell)!, scenario.values[cell]!]
    if (!sameAmount(old, now)) changes.push(new HeldChange(layout.ref(cell), old, now))
  }
  for (const [at, { ref }] of gone.entries()) {
    if (stood[at] !== null) changes.push(new HeldChange(ref, stood[at]!, null))
  }
  return changes
}

/** Takes over another structure for a while; the way back leaves every network over the base as it was. */
export function supposed(network: Network, next: Filing, standing: Filing): () => void {
  const networks = [...network.beside()]
  const inputs = networks.map((each) => each.scenarioInputs())
  const provided = providedNames(networks)
  restructured(network, next, inputsBetween(standing, next))
  const entered = network.ground.recordInputs()
  return () => {
    restructured(network, standing, [...entered(), ...inputsBetween(next, standing)])
    provideAgain(network, provided)
    // Inputs of cells that were gone for a while went with them, and others may have been supposed.
    for (const [at, each] of networks.entries()) each.edit(each.scenarioChanges(inputs[at]!), 'scenario')
  }
}

type Given = { of: Network; layer: Layer; values: [CellRef, Held][] }

function named(of: Network, layer: Layer): Given {
  return { of, layer, values: [...of.providedValues(layer)].map(([cell, value]) => [of.layout.ref(cell), value]) }
}

/** What was provided in the base and in each scenario, by names: the numbers of cells that go are given again. */
function providedNames(networks: readonly Network[]): Given[] {
  const [first] = networks
  const all = [...(first ? [named(first, 'base')] : []), ...networks.map((each) => named(each, 'scenario'))]
  return all.filter(({ values }) => values.length > 0)
}

function provideAgain({ layout }: Network, given: readonly Given[]): void {
  for (const { of, layer, values } of given) {
    of.provide(new Map(values.map(([ref, value]) => [layout.cell(ref)!, value])), layer)
  }
}

/** A cell whose value is not what it was, and what it was. */
export type Moved = { at: CellRef; value: Value }

/** Marks what a network's scenario layer holds; the cells, in the order of the filing, that hold another value when it is asked. */
export function marked({ layout, scenario }: Network): () => Moved[] {
  const then = scenario.values.slice()
  return () => {
    const found: number[] = []
    for (let cell = 0; cell < then.length; cell++) {
      const [was, now] = [then[cell]!, scenario.values[cell]!]
      if (was !== now && layout.has(cell) && !sameAmount(was, now)) found.push(cell)
    }
    return found.sort(layout.compare).map((cell) => ({ at: layout.ref(cell), value: valueOf(then[cell]!) }))
  }
}

/** The inputs that were given, all of schedules that are new, and those of cells that begin to take inputs, by their cells. */
function givenInputs(
  { layout, ground }: Network,
  inputs: readonly CellInput[],
  { newSheets, sheets, changed }: Reshaped,
): Map<number, string | null> {
  const entered = new Map<number, string | null>()
  const enter = (schedule: string, { line, column, input }: CellInput): void => {
    const cell = layout.cell({ schedule, line, column })
    if (cell !== undefined) entered.set(cell, input)
  }
  for (const { schedule } of newSheets) for (const input of schedule.cells) enter(schedule.id, input)
  const begun = sheets.filter(({ begins }) => begins)
  const anew = new Set(begun.length > 0 ? changed.filter((cell) => ground.inputText(cell) === null) : [])
  for (const { sheet } of begun) {
    const { id, cells } = sheet.schedule
    for (const input of cells) {
      const cell = layout.cell({ ...input, schedule: id })
      if (cell !== undefined && anew.has(cell)) entered.set(cell, input.input)
    }
  }
  for (const input of inputs) enter(input.schedule, input)
  return entered
}

/** Every input of the filing that differs from what stands, by its cell. */
function allInputs({ layout, ground }: Network): Map<number, string | null> {
  const differing = new Map<number, string | null>()
  const seen = new Set<number>()
  for (const { id, cells } of layout.filing.schedules) {
    for (const { line, column, input } of cells) {
      const cell = input === null ? undefined : layout.cell({ schedule: id, line, column })
      if (cell === undefined) continue
      seen.add(cell)
      if (ground.inputText(cell) !== input) differing.set(cell, input)
    }
  }
  for (const cell of layout.cells()) if (!seen.has(cell) && ground.inputText(cell) !== null) differing.set(cell, null)
  return differing
}
