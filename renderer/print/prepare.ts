/**
 * From the stored workbook to print documents: inputs in, figures computed by the same engine as the screen's.
 * Must not touch the page.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { effectiveInputs } from '../../shared/analysis/chain.ts'
import { MOST_COMPARED, type ComparedScenario } from '../../shared/analysis/compare.ts'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import { createEngine, type Engine } from '../../shared/calc/engine.ts'
import { tieOuts } from '../../shared/checks/tie_outs.ts'
import type { Snapshot } from '../../shared/contract/contract.ts'
import type { StoredFiling, StoredScenario } from '../../shared/model/stored_filing.ts'
import { cellName } from '../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../shared/model/filing.ts'
import type { PrintAddress } from '../../shared/print/address.ts'
import { bridgeById } from '../../shared/print/bridge_choice.ts'
import { bridgeDocument } from '../../shared/print/bridge_document.ts'
import { buildPrintDocument } from '../../shared/print/build_document.ts'
import { compareDocument } from '../../shared/print/compare_document.ts'
import type { PrintDocument, PrintOptions, Refusal } from '../../shared/print/document.ts'

export type Prepared =
  | { kind: 'documents'; documents: PrintDocument[] }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'failed'; message: string }

/** Why nothing is printed at all; caught here, never seen outside. */
class Nothing extends Error {}

/** The documents of the address, all of them or none: a set with one refused schedule is refused. */
export function prepareDocuments(snapshot: Snapshot, address: PrintAddress, time: string): Prepared {
  try {
    const built = documentsOf(snapshot, address, time)
    const refusals = built.filter((result) => result.kind === 'refusal')
    if (refusals.length > 0) return { kind: 'refused', refusals }
    return { kind: 'documents', documents: built.filter((result) => result.kind === 'document') }
  } catch (fault) {
    if (fault instanceof Nothing) return { kind: 'failed', message: fault.message }
    throw fault
  }
}

function documentsOf(snapshot: Snapshot, address: PrintAddress, time: string): (PrintDocument | Refusal)[] {
  const stored = snapshot.filings.find(({ filing }) => filing.id === address.filing)
  if (!stored) throw new Nothing(`The workbook has no filing ${address.filing}.`)
  if (stored.filing.deleted) throw new Nothing(`“${isolated(stored.filing.title)}” was deleted. Undo brings it back.`)
  const { filing } = stored
  const scenario = address.scenario === null ? undefined : scenarioOf(stored, address.scenario)
  const known = (id: string): boolean => id === COMPARE || filing.schedules.some((schedule) => schedule.id === id)
  const unknown = address.schedules.find((id) => !known(id))
  if (unknown !== undefined) throw new Nothing(`The filing has no schedule ${unknown}.`)

  const cells = scenario ? inputsOf(stored, scenario) : []
  const engine = createEngine(filing, cells)
  const options: PrintOptions = {
    mode: address.mode,
    details: address.details,
    tieOuts: tieOuts(filing, engine, new Set(stored.comments.map(cellName))),
    comments: stored.comments,
    changeNumber: snapshot.number,
    time,
    ...(scenario ? { scenario: { name: scenario.name, cells } } : {}),
  }
  const documents = address.schedules.map((id) =>
    id === COMPARE && !filing.schedules.some((schedule) => schedule.id === COMPARE)
      ? comparisonOf(stored, address, options)
      : buildPrintDocument(filing, id, (ref, layer) => engine.value(ref, layer), options),
  )
  return address.bridge ? [...documents, bridgeOf(filing, engine, address, options)] : documents
}

function scenarioOf({ scenarios }: StoredFiling, id: string): StoredScenario {
  const scenario = scenarios.find((candidate) => candidate.id === id)
  if (!scenario) throw new Nothing(`The filing has no scenario ${id}.`)
  return scenario
}

/** The inputs in force in a scenario, those of the scenarios that it stands on included. */
function inputsOf({ scenarios }: StoredFiling, { id }: StoredScenario): CellInput[] {
  const inForce = effectiveInputs(scenarios, id)
  if (inForce.kind === 'refused') throw new Nothing(inForce.reason)
  return inForce.inputs
}

function comparisonOf(stored: StoredFiling, address: PrintAddress, options: PrintOptions): PrintDocument | Refusal {
  const { filing } = stored
  const inOrder = stored.scenarios.toSorted((a, b) => a.position - b.position)
  const wanted = address.scenarios?.map((id) => scenarioOf(stored, id)) ?? inOrder.slice(0, MOST_COMPARED)
  if (wanted.length === 0) throw new Nothing('The filing has no scenario to compare with.')
  if (wanted.length > MOST_COMPARED) throw new Nothing(`At most ${MOST_COMPARED} scenarios stand side by side.`)
  const scenarios = [...new Set(wanted)].map((scenario): ComparedScenario => {
    return { id: scenario.id, name: scenario.name, engine: createEngine(filing, inputsOf(stored, scenario)) }
  })
  const { changeNumber, time } = options
  const column = periodOf(filing, address.period)
  return compareDocument(filing, createEngine(filing), scenarios, {
    column,
    changedOnly: address.changed === true,
    changeNumber,
    time,
  })
}

function bridgeOf(
  filing: Filing,
  engine: Engine,
  address: PrintAddress,
  options: PrintOptions,
): PrintDocument | Refusal {
  if (options.mode === 'filing') {
    return { kind: 'refusal', title: 'Bridge', reasons: ['A bridge prints with the workpaper copy of a schedule.'] }
  }
  const column = periodOf(filing, address.period)
  const scenario = options.scenario?.name ?? null
  const bridge = bridgeById({ filing, engine, id: address.bridge!, column, scenario })
  if (bridge.kind === 'refused') throw new Nothing(bridge.reason)
  return bridgeDocument(filing, engine, bridge, options)
}

/** The period asked for, else the first of the filing. */
function periodOf(filing: Filing, wanted: string | null | undefined): string {
  const columns = filing.schedules.flatMap((schedule) => schedule.columns)
  const periods = columns.filter(({ kind }) => kind === 'duration' || kind === 'instant')
  const period = wanted ? periods.find(({ id }) => id === wanted) : periods[0]
  if (!period) throw new Nothing(wanted ? `The filing has no period ${wanted}.` : 'The filing has no period.')
  return period.id
}
