/**
 * What a print part is: a document beside those of the filing's own schedules, such as a comparison or a bridge. One file per
 * part; parts.ts lists them. Must not choose among parts.
 */
import { refusalText } from '../refusals/refusal.ts'
import { effectiveInputs } from '../analysis/chain.ts'
import type { Engine } from '../calc/engine.ts'
import type { CellInput } from '../model/filing.ts'
import type { KeptFigures } from '../model/version.ts'
import type { StoredFiling, StoredScenario } from '../model/stored_filing.ts'
import type { PrintAddress } from './address.ts'
import type { PrintDocument, PrintOptions, Refusal } from './document.ts'

/** What an address asks of a filing; the engine stands in its scenario. */
export type Asked = {
  held: StoredFiling
  address: PrintAddress
  engine: Engine
  options: PrintOptions
  /** All filings of the workbook, and the versions that the address names. */
  workbook: { filings: readonly StoredFiling[]; versions: ReadonlyMap<string, KeptFigures> }
}

export type PrintPart = {
  /** What an address names it by, where a schedule could stand; a schedule of that id goes before it. */
  id?: string
  /** True where an address asks for it behind the schedules. */
  follows?: (address: PrintAddress) => boolean
  build: (asked: Asked) => PrintDocument | Refusal
}

/** Why nothing is printed at all; caught in prepare.ts, never seen outside. */
export class Nothing extends Error {}

export function heldScenario({ scenarios }: StoredFiling, id: string): StoredScenario {
  const scenario = scenarios.find((candidate) => candidate.id === id)
  if (!scenario) throw new Nothing(`The filing has no scenario ${id}.`)
  return scenario
}

/** The inputs in force in a scenario, those of the scenarios that it stands on included. */
export function inputsIn({ scenarios }: StoredFiling, id: string): CellInput[] {
  const inForce = effectiveInputs(scenarios, id)
  if (inForce.kind === 'refused') throw new Nothing(refusalText(inForce.refusal))
  return inForce.inputs
}

/** The period asked for, else the first of the filing. */
export function periodAsked({ held, address }: Asked): string {
  const columns = held.filing.schedules.flatMap((schedule) => schedule.columns)
  const periods = columns.filter(({ kind, entity }) => (kind === 'duration' || kind === 'instant') && !entity)
  const wanted = address.period
  const period = wanted ? periods.find(({ id }) => id === wanted) : periods[0]
  if (!period) throw new Nothing(wanted ? `The filing has no period ${wanted}.` : 'The filing has no period.')
  return period.id
}
