/**
 * The layers of a draft: the base and each scenario over what it stands on, with an engine for each.
 * Must not change anything.
 */
import { createEngine, type Engine } from '../calc/engine.ts'
import { structureFormula } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import { inForce } from '../model/chain.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import type { Draft } from './plan.ts'

/** The engine of one layer: the base (null) or a scenario. */
export function engineOf({ filing, scenarios }: Draft, layer: string | null): Engine {
  const inputs = layer === null ? undefined : inForce(scenarios).get(layer)
  return createEngine(filing, [...(inputs?.values() ?? [])])
}

/** An engine for each layer, the base (null) first. */
export function enginesOf(draft: Draft): Map<string | null, Engine> {
  const layers = [null, ...draft.scenarios.map(({ id }) => id)]
  return new Map(layers.map((layer) => [layer, engineOf(draft, layer)]))
}

/** The base inputs of a filing by cell. */
export function baseInputs({ schedules }: Filing): Map<string, string> {
  const inputs = new Map<string, string>()
  for (const { id, cells } of schedules) {
    for (const { line, column, input } of cells) {
      if (input !== null) inputs.set(cellName({ schedule: id, line, column }), input)
    }
  }
  return inputs
}

/** The formula that lines and columns give a cell. */
export function givenFormula(filing: Filing, ref: CellRef): string | undefined {
  const found = findCell(filing, ref)
  return found && structureFormula(found.line, found.column)?.text
}
