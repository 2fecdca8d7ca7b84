/**
 * The layers of a draft: the base and each scenario over what it stands on, with an engine for each.
 * Folds chains; must not change anything.
 */
import { createEngine, type Engine } from '../calc/engine.ts'
import { structureFormula } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import type { Draft, DraftScenario } from './plan.ts'

/** The scenarios, each after the one that it stands on; one whose chain is broken or loops stands on the base. */
export function inOrder(scenarios: readonly DraftScenario[]): DraftScenario[] {
  const byId = new Map(scenarios.map((one) => [one.id, one]))
  const done = new Set<DraftScenario>()
  const visit = (scenario: DraftScenario, above: ReadonlySet<DraftScenario>): void => {
    if (done.has(scenario) || above.has(scenario)) return
    const below = typeof scenario.standsOn === 'string' ? byId.get(scenario.standsOn) : undefined
    if (below) visit(below, new Set([...above, scenario]))
    done.add(scenario)
  }
  for (const scenario of scenarios) visit(scenario, new Set())
  return [...done]
}

/** The inputs in force in each scenario by cell: those of its chain, the upper one winning. */
export function effective(scenarios: readonly DraftScenario[]): Map<string, Map<string, CellInput>> {
  const all = new Map<string, Map<string, CellInput>>()
  for (const { id, standsOn, cells } of inOrder(scenarios)) {
    const inputs = new Map(typeof standsOn === 'string' ? all.get(standsOn) : [])
    for (const cell of cells) if (cell.input !== null) inputs.set(cellName(cell), cell)
    all.set(id, inputs)
  }
  return all
}

/** The engine of one layer: the base (null) or a scenario. */
export function engineOf({ filing, scenarios }: Draft, layer: string | null): Engine {
  const inputs = layer === null ? undefined : effective(scenarios).get(layer)
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
