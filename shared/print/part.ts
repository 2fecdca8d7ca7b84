/**
 * What a print part is: a document beside those of the filing's own schedules, such as a comparison or a bridge. One file per
 * part; parts.ts lists them. Must not choose among parts.
 */
import { refusalText } from '../refusals/refusal.ts'
import { effectiveInputs } from '../analysis/chain.ts'
import type { Engine } from '../calc/engine.ts'
import type { CellComment, ScenarioDefinition } from '../model/change_set.ts'
import type { CellInput, Filing } from '../model/filing.ts'
import type { PrintAddress } from './address.ts'
import type { PrintDocument, PrintOptions, Refusal } from './document.ts'

type HeldScenario = ScenarioDefinition & { id: string; cells: readonly CellInput[] }

/** A filing as the workbook holds it, with its scenarios and comments. */
export type HeldFiling = {
  filing: Filing
  scenarios: readonly HeldScenario[]
  comments: readonly CellComment[]
}

/** What an address asks of a filing; the engine stands in its scenario. */
export type Asked = { held: HeldFiling; address: PrintAddress; engine: Engine; options: PrintOptions }

export type PrintPart = {
  /** What an address names it by, where a schedule could stand; a schedule of that id goes before it. */
  id?: string
  /** True where an address asks for it behind the schedules. */
  follows?: (address: PrintAddress) => boolean
  build: (asked: Asked) => PrintDocument | Refusal
}

/** Why nothing is printed at all; caught in prepare.ts, never seen outside. */
export class Nothing extends Error {}

export function heldScenario({ scenarios }: HeldFiling, id: string): HeldScenario {
  const scenario = scenarios.find((candidate) => candidate.id === id)
  if (!scenario) throw new Nothing(`The filing has no scenario ${id}.`)
  return scenario
}

/** The inputs in force in a scenario, those of the scenarios that it stands on included. */
export function inputsIn({ scenarios }: HeldFiling, id: string): CellInput[] {
  const inForce = effectiveInputs(scenarios, id)
  if (inForce.kind === 'refused') throw new Nothing(refusalText(inForce.refusal))
  return inForce.inputs
}

/** The period asked for, else the first of the filing. */
export function periodAsked({ held, address }: Asked): string {
  const columns = held.filing.schedules.flatMap((schedule) => schedule.columns)
  const periods = columns.filter(({ kind }) => kind === 'duration' || kind === 'instant')
  const wanted = address.period
  const period = wanted ? periods.find(({ id }) => id === wanted) : periods[0]
  if (!period) throw new Nothing(wanted ? `The filing has no period ${wanted}.` : 'The filing has no period.')
  return period.id
}
