/**
 * What stands on the screen as one value: the filing shown with all that is held of it, and its figures in the scenario shown.
 * Another object exactly where any of it changed. Reads; changes nothing.
 */
import type { Engine } from '../../../shared/calc/engine.ts'
import type { HeldFiling, ScenarioHead } from '../book/held.ts'
import type { Session } from '../session.ts'
import type { SessionState } from '../state.ts'
import type { Filing } from '../../../shared/model/filing.ts'

/** The figures are the engine's as they stand while this is the last such object; the engine itself outlives it. */
export type Shown = HeldFiling & { engine: Engine; scenario: string | null }

/** By scenario. What is held no more keeps the engine that it had, so that the two fit together whenever they are read. */
const known = new WeakMap<HeldFiling, Map<string | null, Shown>>()

/** All that is held of the filing shown; undefined where none is. */
export function heldShown({ place, phase, held }: SessionState): HeldFiling | undefined {
  return place && phase === 'open' ? held.get(place.filing) : undefined
}

/** The filing shown, as whatever selects a part of the session reads it. */
export function filingShown(state: SessionState): Filing | undefined {
  return heldShown(state)?.filing
}

/** The scenario shown; undefined where the base is. */
export function scenarioShown(state: SessionState): ScenarioHead | undefined {
  return heldShown(state)?.scenarios.find(({ id }) => id === state.place?.scenario)
}

/** The filings in the order of the workbook. */
export function filingsHeld({ held }: SessionState): Filing[] {
  return [...held.values()].map(({ filing }) => filing)
}

/** The filing shown with its figures in a scenario, else in the one shown. */
export function shown(
  session: Session,
  state: SessionState = session.getState(),
  scenario: string | null = state.place?.scenario ?? null,
): Shown | undefined {
  const held = heldShown(state)
  if (!held) return undefined
  let own = known.get(held)
  if (!own) known.set(held, (own = new Map()))
  let now = own.get(scenario)
  if (!now) {
    now = { ...held, engine: session.workbook().sheets.engine(held.filing.id, scenario), scenario }
    own.set(scenario, now)
  }
  return now
}

const MOST_CELLS = 8_000

/** True for a filing of so many cells that what need not be there in the frame of a key follows later. */
export function isLarge(filing: Filing | undefined): boolean {
  const cells = filing?.schedules.reduce((sum, { lines, columns }) => sum + lines.length * columns.length, 0)
  return (cells ?? 0) > MOST_CELLS
}
