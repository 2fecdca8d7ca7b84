/**
 * From the stored workbook to print documents: inputs in, figures computed by the same engine as the screen's.
 * Must not touch the page.
 */
import { createEngine } from '../../shared/calc/engine.ts'
import { tieOuts } from '../../shared/checks/tie_outs.ts'
import type { Snapshot } from '../../shared/contract/contract.ts'
import type { PrintAddress } from '../../shared/print/address.ts'
import { buildPrintDocument } from '../../shared/print/build_document.ts'
import type { PrintDocument, Refusal } from '../../shared/print/document.ts'

export type Prepared =
  | { kind: 'documents'; documents: PrintDocument[] }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'failed'; message: string }

/** The documents of the address, all of them or none: a set with one refused schedule is refused. */
export function prepareDocuments(snapshot: Snapshot, address: PrintAddress, time: string): Prepared {
  const stored = snapshot.filings.find(({ filing }) => filing.id === address.filing)
  if (!stored) return { kind: 'failed', message: `The workbook has no filing ${address.filing}.` }
  const { filing } = stored
  const scenario =
    address.scenario === null ? undefined : stored.scenarios.find((candidate) => candidate.id === address.scenario)
  if (address.scenario !== null && !scenario) {
    return { kind: 'failed', message: `The filing has no scenario ${address.scenario}.` }
  }
  const unknown = address.schedules.find((id) => !filing.schedules.some((schedule) => schedule.id === id))
  if (unknown !== undefined) return { kind: 'failed', message: `The filing has no schedule ${unknown}.` }

  const engine = createEngine(filing, scenario?.cells ?? [])
  const checks = tieOuts(filing, engine)
  const built = address.schedules.map((id) =>
    buildPrintDocument(filing, id, (ref, layer) => engine.value(ref, layer), {
      mode: address.mode,
      details: address.details,
      tieOuts: checks,
      changeNumber: snapshot.number,
      time,
      ...(scenario ? { scenario: { name: scenario.name, cells: scenario.cells } } : {}),
    }),
  )
  const refusals = built.filter((result) => result.kind === 'refusal')
  if (refusals.length > 0) return { kind: 'refused', refusals }
  return { kind: 'documents', documents: built.filter((result) => result.kind === 'document') }
}
