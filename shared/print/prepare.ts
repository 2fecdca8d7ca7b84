/**
 * From the stored workbook to print documents: inputs in, figures computed by the same engine as the screen's.
 * Must not touch the page.
 */
import type { StoredFiling } from '../model/stored_filing.ts'
import { createEngine } from '../calc/engine.ts'
import { tieOuts } from '../checks/tie_outs.ts'
import { cellName } from '../model/cell.ts'
import { isolated } from '../money/isolated.ts'
import { setUpOf, type PrintAddress } from './address.ts'
import { buildPrintDocument } from './build_document.ts'
import type { PrintDocument, PrintOptions, PrintTieOut, Refusal } from './document.ts'
import { heldScenario, inputsIn, Nothing, type Asked } from './part.ts'
import { PRINT_PARTS } from './parts.ts'
import { typesetDocument } from './typeset_document.ts'

export type Prepared =
  | { kind: 'documents'; documents: PrintDocument[] }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'failed'; message: string }

/** What is printed from: the filings as stored, up to the change of that number. */
type Held = { filings: readonly StoredFiling[]; number: number }

/** What is made of one document; nothing is printed of a set with one that failed. */
export type Made = PrintDocument | Refusal | { kind: 'failed'; message: string }

/** What makes the documents of an address one by one, so that a long set can be made in turns. */
export type Makers = { kind: 'makers'; makers: (() => Made)[] } | { kind: 'failed'; message: string }

/** The documents of the address, all of them or none: a set with one refused schedule is refused. */
export function prepareDocuments(workbook: Held, address: PrintAddress, time: string): Prepared {
  const prepared = documentMakers(workbook, address, time)
  return prepared.kind === 'failed' ? prepared : asSet(prepared.makers.map((make) => make()))
}

/** What was made, as a set. */
export function asSet(made: readonly Made[]): Prepared {
  const failed = made.find((result) => result.kind === 'failed')
  if (failed) return failed
  const refusals = made.filter((result) => result.kind === 'refusal')
  if (refusals.length > 0) return { kind: 'refused', refusals }
  return { kind: 'documents', documents: made.filter((result) => result.kind === 'document') }
}

/** Computes the figures, which the documents share; makes none of them. */
export function documentMakers(workbook: Held, address: PrintAddress, time: string, zone?: string): Makers {
  const asked = orFailed(() => askedOf(workbook, address, { time, ...(zone !== undefined && { zone }) }))
  if (asked.kind === 'failed') return asked
  const { builders, ...about } = asked
  return { kind: 'makers', makers: builders.map((build) => () => typesetMade(orFailed(() => build(about)))) }
}

/** What was made, with its words set as print sets them. */
function typesetMade(made: Made): Made {
  return made.kind === 'document' ? typesetDocument(made) : made
}

/** What is made, or why nothing is printed at all. */
function orFailed<T>(make: () => T): T | { kind: 'failed'; message: string } {
  try {
    return make()
  } catch (fault) {
    if (fault instanceof Nothing) return { kind: 'failed', message: fault.message }
    throw fault
  }
}

/** What a set shares; the tie-outs stand by schedule, so that none is looked for among those of all. */
type Shared = Asked & { tieOutsIn: ReadonlyMap<string, PrintTieOut[]> }
type Builder = (asked: Shared) => PrintDocument | Refusal

function askedOf(
  { filings, number }: Held,
  address: PrintAddress,
  when: Pick<PrintOptions, 'time' | 'zone'>,
): Shared & { kind: 'asked'; builders: Builder[] } {
  const held = filings.find(({ filing }) => filing.id === address.filing)
  if (!held) throw new Nothing(`The workbook has no filing ${address.filing}.`)
  const { filing } = held
  if (filing.deleted) throw new Nothing(`“${isolated(filing.title)}” was deleted. Undo brings it back.`)
  const scenario = address.scenario === null ? undefined : heldScenario(held, address.scenario)
  const { notes, extent } = setUpOf(address)
  const named = address.schedules.map((id) => builderOf(held, id))
  const isWhole = extent === 'filing' && filing.schedules.some(({ id }) => id === address.schedules[0])
  const builders = isWhole ? filing.schedules.map(({ id }) => builderOf(held, id)) : named

  const cells = scenario ? inputsIn(held, scenario.id) : []
  const engine = createEngine(filing, cells)
  const options: PrintOptions = {
    mode: address.mode,
    details: address.details,
    tieOuts: tieOuts(filing, engine, new Set(held.comments.map(cellName))),
    comments: held.comments,
    notes: notes === 'printed',
    changeNumber: number,
    ...when,
    ...(scenario ? { scenario: { name: scenario.name, cells }, beside: true } : {}),
  }
  const behind = PRINT_PARTS.filter(({ follows }) => follows?.(address)).map(({ build }) => build)
  const tieOutsIn = Map.groupBy(options.tieOuts, ({ schedule }) => schedule)
  return { kind: 'asked', held, address, engine, options, tieOutsIn, builders: [...builders, ...behind] }
}

/** What builds the document that an address names: a schedule of the filing, else a part. */
function builderOf({ filing }: StoredFiling, id: string): Builder {
  if (filing.schedules.some((schedule) => schedule.id === id)) {
    return ({ engine, options, tieOutsIn }) => {
      const own = { ...options, tieOuts: tieOutsIn.get(id) ?? [] }
      return buildPrintDocument(filing, id, (ref, layer) => engine.value(ref, layer), own)
    }
  }
  const part = PRINT_PARTS.find((one) => one.id === id)
  if (!part) throw new Nothing(`The filing has no schedule ${id}.`)
  return part.build
}
