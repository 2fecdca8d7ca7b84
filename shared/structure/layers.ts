/**
 * The layers of a draft: the base and each scenario over what it stands on, with an engine for each.
 * Must not change anything.
 */
import { createEngine, type Engine } from '../calc/engine.ts'
import { structureFormula } from '../calc/layout.ts'
import { inForce } from '../model/chain.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell, scheduleOf } from '../model/lookup.ts'
import type { Draft } from './plan.ts'

/** The engine of one layer: the base (null) or a scenario. */
export function engineOf({ filing, scenarios }: Draft, layer: string | null): Engine {
  const inputs = layer === null ? undefined : inForce(scenarios).get(layer)
  return createEngine(filing, [...(inputs?.values() ?? [])])
}

/** An engine for each layer over one base, the base (null) first. */
export type Layered = { engines: ReadonlyMap<string | null, Engine>; release: () => void }

/** The engines of a draft over the base of one that there is of its filing, else over one of their own. */
export function layered({ filing, scenarios }: Draft, over?: Engine): Layered {
  const base = over?.layer([]) ?? createEngine(filing)
  const engines = new Map<string | null, Engine>([[null, base]])
  for (const [id, inputs] of inForce(scenarios)) engines.set(id, base.layer([...inputs.values()]))
  return { engines, release: () => engines.forEach((engine) => engine.release()) }
}

/** The inputs of a list by line and column, made when first asked for: lists are never changed in place. */
const inputsOfLists = new WeakMap<readonly CellInput[], ReadonlyMap<string, string>>()

/** The input of the base at a cell; undefined for none. */
export function baseInput(filing: Filing, { schedule, line, column }: CellRef): string | undefined {
  const cells = scheduleOf(filing, schedule)?.cells
  if (!cells) return undefined
  let known = inputsOfLists.get(cells)
  if (!known) {
    const standing = cells.filter(({ input }) => input !== null)
    known = new Map(standing.map((cell) => [`${cell.line}@${cell.column}`, cell.input!]))
    inputsOfLists.set(cells, known)
  }
  return known.get(`${line}@${column}`)
}

/** The formula that lines and columns give a cell. */
export function givenFormula(filing: Filing, ref: CellRef): string | undefined {
  const found = findCell(filing, ref)
  return found && structureFormula(found.line, found.column)?.text
}
