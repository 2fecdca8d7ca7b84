/**
 * From the stored workbook to print documents: inputs in, figures computed by the same engine as the screen's.
 * Must not touch the page.
 */
import type { StoredFiling } from '../model/stored_filing.ts'
import { createEngine, engineInSteps, type Engine } from '../calc/engine.ts'
import { NOTHING_BESIDE } from '../checks/beside.ts'
import { carriedSources, type EarlierFiling } from '../checks/carried.ts'
import { tieOutsInSteps } from '../checks/tie_outs.ts'
import { cellName } from '../model/cell.ts'
import type { Filing } from '../model/filing.ts'
import type { KeptFigures } from '../model/version.ts'
import { atOnce, type Counted, type Steps } from '../model/steps.ts'
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
type Held = {
  filings: readonly StoredFiling[]
  number: number
  /** The versions that the address names, by `documentName`. */
  versions?: ReadonlyMap<string, KeptFigures>
}

/** What is made of one document; nothing is printed of a set with one that failed. */
export type Made = PrintDocument | Refusal | { kind: 'failed'; message: string }

/** What makes the documents of an address one by one, so that a long set can be made in turns. */
export type Makers = { kind: 'makers'; makers: (() => Made)[] } | { kind: 'failed'; message: string }

/** The documents of the address, all of them or none: a set with one refused schedule is refused. */
export function prepareDocuments(workbook: Held, address: PrintAddress, time: string): Prepared {
  const prepared = atOnce(documentMakers(workbook, address, time))
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

/**
 * Computes the figures, which the documents share, in steps told by schedules of the filing; makes none of the documents. What is over
 * the whole filing is told as so many of its schedules.
 */
export function* documentMakers(workbook: Held, address: PrintAddress, time: string, zone?: string): Steps<Makers> {
  try {
    const { builders, ...about } = yield* askedOf(workbook, address, { time, ...(zone !== undefined && { zone }) })
    return { kind: 'makers', makers: builders.map((build) => () => typesetMade(orFailed(() => build(about)))) }
  } catch (fault) {
    return failedBy(fault)
  }
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
    return failedBy(fault)
  }
}

function failedBy(fault: unknown): { kind: 'failed'; message: string } {
  if (fault instanceof Nothing) return { kind: 'failed', message: fault.message }
  throw fault
}

/** Work that is the part from `from` to `to` of all there is to do, which is told in so many schedules. */
function* partOf<T>(steps: Steps<T>, schedules: number, from: number, to: number): Steps<T> {
  let last = 0
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    const share = value && value.of > 0 ? value.done / value.of : 0
    // What is looked at again was counted before.
    last = Math.max(last, Math.floor(schedules * (from + (to - from) * share)))
    yield { done: last, of: schedules } satisfies Counted
  }
}

/** The part of the work that is done when the values stand; the tie-outs are the rest. */
const VALUES = 0.6

/** What a set shares; the tie-outs stand by schedule, so that none is looked for among those of all. */
type Shared = Asked & { tieOutsIn: ReadonlyMap<string, PrintTieOut[]> }
type Builder = (asked: Shared) => PrintDocument | Refusal

function* askedOf(
  { filings, number, versions = new Map() }: Held,
  address: PrintAddress,
  when: Pick<PrintOptions, 'time' | 'zone'>,
): Steps<Shared & { builders: Builder[] }> {
  const held = filings.find(({ filing }) => filing.id === address.filing)
  if (!held) throw new Nothing(`The workbook has no filing ${address.filing}.`)
  const { filing } = held
  if (filing.deleted) throw new Nothing(`“${isolated(filing.title)}” was deleted. Undo brings it back.`)
  const scenario = address.scenario === null ? undefined : heldScenario(held, address.scenario)
  const { notes, extent } = setUpOf(address)
  // A schedule could bear the name of a part; one that the address says more of is meant.
  const part = address.against && PRINT_PARTS.find(({ id }) => id === address.schedules[0])
  const named = part ? [part.build] : address.schedules.map((id) => builderOf(held, id))
  const isWhole = extent === 'filing' && filing.schedules.some(({ id }) => id === address.schedules[0])
  const builders = isWhole ? filing.schedules.map(({ id }) => builderOf(held, id)) : named

  const cells = scenario ? inputsIn(held, scenario.id) : []
  const { length } = filing.schedules
  const engine = yield* partOf(engineInSteps(filing, cells), length, 0, VALUES)
  const commented = new Set(held.comments.map(cellName))
  const carried = carriedSources(filing, earlierFilings(filings))
  const options: PrintOptions = {
    mode: address.mode,
    details: address.details,
    tieOuts: yield* partOf(
      tieOutsInSteps(filing, engine, { ...NOTHING_BESIDE, commented, carried }),
      length,
      VALUES,
      1,
    ),
    comments: held.comments,
    notes: notes === 'printed',
    changeNumber: number,
    ...when,
    ...(scenario ? { scenario: { name: scenario.name, cells }, beside: true } : {}),
  }
  const behind = PRINT_PARTS.filter(({ follows }) => follows?.(address)).map(({ build }) => build)
  const tieOutsIn = Map.groupBy(options.tieOuts, ({ schedule }) => schedule)
  const workbook = { filings, versions }
  return { held, address, engine, options, workbook, tieOutsIn, builders: [...builders, ...behind] }
}

/** The other filings with the values of their base layers, each computed when it is first asked for. */
function earlierFilings(filings: readonly StoredFiling[]): EarlierFiling {
  const engines = new Map<string, Engine>()
  return (id) => {
    const filing = filings.find((one) => one.filing.id === id && !one.filing.deleted)?.filing
    if (!filing) return undefined
    return { filing, value: (ref) => (engines.get(id) ?? madeFor(engines, filing)).value(ref, 'base') }
  }
}

function madeFor(engines: Map<string, Engine>, filing: Filing): Engine {
  const engine = createEngine(filing)
  engines.set(filing.id, engine)
  return engine
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
