/**
 * What a workbook holds, as changes are applied to it in memory: filings in order, each with its scenarios and comments.
 * Filings, schedules and lists that were handed out stay as they are: a change puts others in their place.
 */
import { cellName } from '../cell.ts'
import type { CellInput, Filing, Schedule } from '../filing.ts'
import type { StoredComment, StoredFiling } from '../stored_filing.ts'
import type { Registrant } from './registrant.ts'
import type { ScenarioDefinition } from './scenario.ts'

/** A scenario with its own inputs by the names of their cells. */
export type HeldScenario = { definition: ScenarioDefinition; cells: Map<string, CellInput> }

export type HeldFiling = {
  filing: Filing
  /** Where each base input stands in the list of its schedule, by the name of its cell. */
  places: Map<string, number>
  scenarios: Map<string, HeldScenario>
  /** The oldest first. */
  comments: StoredComment[]
}

/** `order` holds the ids of all filings, deleted ones too. */
export type HeldWorkbook = {
  filings: Map<string, HeldFiling>
  order: string[]
  registrants: Map<string, Registrant>
}

function inputsOf(cells: readonly CellInput[]): Map<string, CellInput> {
  return new Map(cells.filter((cell) => cell.input !== null).map((cell) => [cellName(cell), cell]))
}

/** The names of a schedule's base inputs and where each stands in its list. */
export function placesOf({ cells }: Schedule): [name: string, at: number][] {
  return cells.map((cell, at) => [cellName(cell), at])
}

/** A filing as stored, ready to be changed. */
export function holdFiling({ filing, scenarios, comments }: StoredFiling): HeldFiling {
  return {
    filing,
    comments,
    places: new Map(filing.schedules.flatMap(placesOf)),
    scenarios: new Map(scenarios.map(({ id, cells, ...definition }) => [id, { definition, cells: inputsOf(cells) }])),
  }
}

/** Filings as stored, in their order, ready to be changed. */
export function holdWorkbook(stored: readonly StoredFiling[], registrants: readonly Registrant[] = []): HeldWorkbook {
  const filings = new Map(stored.map((one) => [one.filing.id, holdFiling(one)]))
  return { filings, order: [...filings.keys()], registrants: new Map(registrants.map((one) => [one.id, one])) }
}

/** The filing of that id, deleted or not; throws where there is none. */
export function heldFiling({ filings }: HeldWorkbook, id: string): HeldFiling {
  const held = filings.get(id)
  if (!held) throw new Error(`There is no filing ${id}.`)
  return held
}

/** Puts another schedule in the place of one. A schedule that the filing lacks is left out. */
export function changeSchedule(held: HeldFiling, id: string, change: (schedule: Schedule) => Schedule): void {
  const schedules = held.filing.schedules.map((one) => (one.id === id ? change(one) : one))
  held.filing = { ...held.filing, schedules }
}
