/**
 * From the stored workbook to print documents: inputs in, figures computed by the same engine as the screen's.
 * Must not touch the page.
 */
import type { StoredFiling } from '../model/stored_filing.ts'
import { createEngine } from '../calc/engine.ts'
import { tieOuts } from '../checks/tie_outs.ts'
import { cellName } from '../model/cell.ts'
import { isolated } from '../money/isolated.ts'
import type { PrintAddress } from './address.ts'
import { buildPrintDocument } from './build_document.ts'
import type { PrintDocument, PrintOptions, Refusal } from './document.ts'
import { heldScenario, inputsIn, Nothing, type Asked } from './part.ts'
import { PRINT_PARTS } from './parts.ts'
import { typesetDocument } from './typeset_document.ts'

export type Prepared =
  | { kind: 'documents'; documents: PrintDocument[] }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'failed'; message: string }

/** What is printed from: the filings as stored, up to the change of that number. */
type Held = { filings: readonly StoredFiling[]; number: number }

/** The documents of the address, all of them or none: a set with one refused schedule is refused. */
export function prepareDocuments(workbook: Held, address: PrintAddress, time: string): Prepared {
  try {
    const built = documentsOf(workbook, address, time)
    const refusals = built.filter((result) => result.kind === 'refusal')
    if (refusals.length > 0) return { kind: 'refused', refusals }
    return { kind: 'documents', documents: built.filter((result) => result.kind === 'document').map(typesetDocument) }
  } catch (fault) {
    if (fault instanceof Nothing) return { kind: 'failed', message: fault.message }
    throw fault
  }
}

function documentsOf({ filings, number }: Held, address: PrintAddress, time: string): (PrintDocument | Refusal)[] {
  const held = filings.find(({ filing }) => filing.id === address.filing)
  if (!held) throw new Nothing(`The workbook has no filing ${address.filing}.`)
  const { filing } = held
  if (filing.deleted) throw new Nothing(`“${isolated(filing.title)}” was deleted. Undo brings it back.`)
  const scenario = address.scenario === null ? undefined : heldScenario(held, address.scenario)
  const builders = address.schedules.map((id) => builderOf(held, id))

  const cells = scenario ? inputsIn(held, scenario.id) : []
  const engine = createEngine(filing, cells)
  const options: PrintOptions = {
    mode: address.mode,
    details: address.details,
    tieOuts: tieOuts(filing, engine, new Set(held.comments.map(cellName))),
    comments: held.comments,
    changeNumber: number,
    time,
    ...(scenario ? { scenario: { name: scenario.name, cells } } : {}),
  }
  const behind = PRINT_PARTS.filter(({ follows }) => follows?.(address)).map(({ build }) => build)
  return [...builders, ...behind].map((build) => build({ held, address, engine, options }))
}

/** What builds the document that an address names: a schedule of the filing, else a part. */
function builderOf({ filing }: StoredFiling, id: string): (asked: Asked) => PrintDocument | Refusal {
  if (filing.schedules.some((schedule) => schedule.id === id)) {
    return ({ engine, options }) => buildPrintDocument(filing, id, (ref, layer) => engine.value(ref, layer), options)
  }
  const part = PRINT_PARTS.find((one) => one.id === id)
  if (!part) throw new Nothing(`The filing has no schedule ${id}.`)
  return part.build
}
