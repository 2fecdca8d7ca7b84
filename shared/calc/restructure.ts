/**
 * Takes over another structure of a filing in a base and in every scenario over it, carrying what stands: only what came, went, is read
 * otherwise or followed from that is computed. Works on cell indexes; the engine's face speaks in names.
 */
import type { CellInput, Filing } from '../model/filing.ts'
import { HeldChange, type CellChange } from './cell_change.ts'
import { sameAmount } from './held.ts'
import type { Network } from './network.ts'
import { reshape, type Reshaped } from './reshape.ts'

/** The changes of one network's scenario layer; see the engine's `restructure`. */
export function restructured(network: Network, next: Filing, inputs: readonly CellInput[] | undefined): CellChange[] {
  const { ground, layout, scenario } = network
  const reshaped = reshape(layout, next)
  const was = reshaped.gone.map(({ cell }) => scenario.values[cell]!)
  const entered = inputs === undefined ? allInputs(network) : givenInputs(network, inputs, reshaped)
  const taken = ground.take(reshaped, entered)
  const networks = [...network.beside()]
  for (const each of networks) each.take(reshaped, taken)
  ground.settle(reshaped, taken)
  const base = ground.run(taken.seeds, taken.bound)
  const journals = networks.map((each) => each.resume(taken, base))
  reshaped.free()
  const { cells, held } = journals[networks.indexOf(network)]!
  const before = new Map(cells.map((cell, at) => [cell, held[at]!]))
  const changes: CellChange[] = []
  for (const cell of cells.toSorted(layout.compare)) {
    const [old, now] = [before.get(cell)!, scenario.values[cell]!]
    if (!sameAmount(old, now)) changes.push(new HeldChange(layout.ref(cell), old, now))
  }
  for (const [at, { ref }] of reshaped.gone.entries()) {
    if (was[at] !== null) changes.push(new HeldChange(ref, was[at]!, null))
  }
  return changes
}

/** The inputs that were given, and all of schedules that are new, by their cells. */
function givenInputs(
  { layout }: Network,
  inputs: readonly CellInput[],
  { newSheets }: Reshaped,
): Map<number, string | null> {
  const entered = new Map<number, string | null>()
  const enter = (schedule: string, { line, column, input }: CellInput): void => {
    const cell = layout.cell({ schedule, line, column })
    if (cell !== undefined) entered.set(cell, input)
  }
  for (const { schedule } of newSheets) for (const input of schedule.cells) enter(schedule.id, input)
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
