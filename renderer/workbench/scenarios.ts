/**
 * Scenarios as acts of a person: choosing one, making, renaming and removing one. Each change of the workbook is a
 * change set like any other, so that undo knows it.
 */
import type { Change, ScenarioDefinition } from '../../shared/model/change_set.ts'
import { go, workbook } from './opened.ts'
import { namedScenario } from './scenario_names.ts'
import { session } from './session.ts'

/** Shows a scenario (null: as filed) and remembers it as the filing's active one. */
export function chooseScenario(scenario: string | null): void {
  const { place } = session.getState()
  if (place) go({ ...place, scenario }, { remember: true })
}

function commit(filing: string, title: string, changes: Change[]): void {
  workbook().queue.commit({ id: crypto.randomUUID(), filing, title, place: null, changes })
}

/** Makes an empty scenario and shows it. */
export function makeScenario(name: string, description: string): void {
  const { place } = session.getState()
  if (!place) return
  const { id, definition } = namedScenario(name, description, workbook().book.scenarios(place.filing))
  const made: Change = { kind: 'scenario', scenario: id, before: null, after: definition }
  commit(place.filing, `Scenario made: ${definition.name}`, [made])
  chooseScenario(id)
}

function definitionOf(filing: string, scenario: string): ScenarioDefinition | undefined {
  const head = workbook()
    .book.scenarios(filing)
    .find(({ id }) => id === scenario)
  if (!head) return undefined
  const { id: _id, inputCount: _count, ...definition } = head
  return definition
}

/** Renames a scenario; its id stays. */
export function renameScenario(scenario: string, name: string, description: string): void {
  const { place } = session.getState()
  const before = place && definitionOf(place.filing, scenario)
  if (!place || !before) return
  const after = { ...before, name: name.trim(), description }
  if (after.name === before.name && after.description === before.description) return
  commit(place.filing, `Scenario renamed: ${before.name} to ${after.name}`, [
    { kind: 'scenario', scenario, before, after },
  ])
}

/** Removes a scenario with all its inputs, as one act that undo brings back whole. */
export function removeScenario(scenario: string): void {
  const { place } = session.getState()
  const before = place && definitionOf(place.filing, scenario)
  if (!place || !before) return
  const inputs: Change[] = workbook()
    .book.scenarioCells(place.filing, scenario)
    .map(({ schedule, line, column, input }) => ({
      kind: 'cell',
      schedule,
      line,
      column,
      scenario,
      before: input,
      after: null,
    }))
  commit(place.filing, `Scenario removed: ${before.name}`, [
    ...inputs,
    { kind: 'scenario', scenario, before, after: null },
  ])
}
