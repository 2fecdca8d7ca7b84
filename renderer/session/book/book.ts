/**
 * What the workbook holds, as the screen knows it: each filing's inputs and its scenarios.
 * It applies change sets and reads inputs; it computes nothing, and what is stored in the file is the service's to say.
 */
import { cellName } from '../../../shared/model/cell.ts'
import { applyHead, applyStructure } from '../../../shared/model/apply_structure.ts'
import {
  isStructural,
  type CellEdit,
  type Change,
  type CommentEdit,
  type ScenarioDefinition,
  type StructureChange,
} from '../../../shared/model/change_set.ts'
import type { CellFact, CellInput, CellRef, Filing, Schedule } from '../../../shared/model/filing.ts'
import type { StoredComment, StoredFiling } from '../../../shared/contract/contract.ts'
import { scheduleOf } from '../../../shared/model/lookup.ts'
import { chainOf, effectiveInputs, type ChainedScenario } from '../../../shared/analysis/chain.ts'
import { keptScenarios, type Held, type HeldFiling, type ScenarioHead } from './held.ts'

type ScenarioBook = { definition: ScenarioDefinition; cells: Map<string, CellInput> }
type FilingBook = {
  filing: Filing
  /** Where each base input stands in the list of its schedule, by the name of its cell. */
  places: Map<string, number>
  scenarios: Map<string, ScenarioBook>
  /** The chains that were asked for, until a scenario is made, changed or removed. */
  chains: Map<string, readonly string[]>
  comments: StoredComment[]
  /** What was last told to be held of it; `isOld` once a change was applied since. */
  told?: { held: HeldFiling; isOld: boolean }
}

/** An input in force in a scenario, and the scenario of its chain that holds it. */
export type StandingInput = { scenario: string; name: string; input: string }

export type Book = {
  /** All that is held now; the same object as before where nothing changed since. */
  held(): Held
  /** The filings in their order, without those that were deleted. */
  filings(): Filing[]
  /** The filing with its base inputs as they now stand; undefined when the workbook has no such filing, or it was deleted. */
  filing(id: string): Filing | undefined
  /** The place of a filing among all that the file keeps, deleted ones too; the next free one where it keeps none. */
  placeOf(filing: string): number
  /** The ids of all filings that the file keeps, deleted ones too. */
  takenIds(): string[]
  /** The comments at the cells of a filing, the oldest first. */
  comments(filing: string): StoredComment[]
  /** The filing's scenarios in their order. */
  scenarios(filing: string): readonly ScenarioHead[]
  hasScenario(filing: string, scenario: string): boolean
  /** A scenario's own inputs; none for the base layer. */
  scenarioCells(filing: string, scenario: string | null): CellInput[]
  /** The scenarios as chains of them are read, with the inputs of each. */
  chained(filing: string): ChainedScenario[]
  /** The ids of the scenarios that bear on one, lowest first, itself last; empty for one that does not exist. */
  chain(filing: string, scenario: string): readonly string[]
  /** The inputs in force in a scenario: its own over those of the scenarios that it stands on. */
  effectiveCells(filing: string, scenario: string | null): CellInput[]
  /** The input of the scenario's chain that is in force at the cell; undefined where the base layer shows through. */
  standing(filing: string, scenario: string | null, ref: CellRef): StandingInput | undefined
  /** The input that the scenarios below hold at the cell, whether it shows or the scenario's own stands over it. */
  inherited(filing: string, scenario: string | null, ref: CellRef): StandingInput | undefined
  /** The text entered for a cell in exactly this layer (null: the base); null where there is none. */
  input(filing: string, scenario: string | null, ref: CellRef): string | null
  /** Applies the changes in order. */
  apply(filing: string, changes: readonly Change[]): void
}

function inputsOf(cells: readonly CellInput[]): Map<string, CellInput> {
  return new Map(cells.filter((cell) => cell.input !== null).map((cell) => [cellName(cell), cell]))
}

function placesOf({ cells }: Schedule): [name: string, at: number][] {
  return cells.map((cell, at) => [cellName(cell), at])
}

function readFiling({ filing, scenarios, comments }: StoredFiling): FilingBook {
  return {
    filing,
    comments,
    places: new Map(filing.schedules.flatMap(placesOf)),
    scenarios: new Map(scenarios.map(({ id, cells, ...definition }) => [id, { definition, cells: inputsOf(cells) }])),
    chains: new Map(),
  }
}

/**
 * The schedule with base inputs replaced, all at once, and their sources kept as facts of the cells. `places` follows. The
 * list that was handed out stays as it is; a copy of it is cheap, looking through it would not be.
 */
function withBaseInputs(schedule: Schedule, edits: readonly CellEdit[], places: Map<string, number>): Schedule {
  const cells = schedule.cells.slice()
  let facts = schedule.facts
  for (const edit of edits) {
    const { line, column, after, source } = edit
    const name = cellName(edit)
    const at = places.get(name)
    if (after !== null) {
      if (at === undefined) places.set(name, cells.length)
      cells[at ?? cells.length] = { schedule: schedule.id, line, column, input: after }
    } else if (at !== undefined) {
      places.delete(name)
      // The last one takes its place: inputs stand in no order.
      const last = cells.pop()!
      if (at < cells.length) {
        cells[at] = last
        places.set(cellName(last), at)
      }
    }
    if (source !== undefined) facts = withSource({ ...schedule, facts }, edit)
  }
  return { ...schedule, cells, facts }
}

/** The facts with the source of a completed figure; a figure taken back leaves none. */
function withSource({ facts = [] }: Schedule, { line, column, after, source }: CellEdit): CellFact[] {
  return facts.map((fact) => {
    if (fact.line !== line || fact.column !== column) return fact
    const { source: _replaced, ...rest } = fact
    return after === null ? rest : { ...rest, source }
  })
}

/** Applies cell edits that follow on one another. A schedule is made anew once, however many of its inputs change. */
function applyCells(book: FilingBook, edits: readonly CellEdit[]): void {
  const ofBase = new Map<string, CellEdit[]>()
  for (const edit of edits) {
    const { schedule, line, column, after } = edit
    if (edit.scenario === null) {
      const known = ofBase.get(schedule)
      if (known) known.push(edit)
      else ofBase.set(schedule, [edit])
      continue
    }
    const cells = book.scenarios.get(edit.scenario)?.cells
    if (!cells) throw new Error(`There is no scenario ${edit.scenario} in ${book.filing.id}.`)
    if (after === null) cells.delete(cellName(edit))
    else cells.set(cellName(edit), { schedule, line, column, input: after })
  }
  if (ofBase.size === 0) return
  const schedules = book.filing.schedules.map((one) => {
    const own = ofBase.get(one.id)
    return own ? withBaseInputs(one, own, book.places) : one
  })
  book.filing = { ...book.filing, schedules }
}

function applyComment(book: FilingBook, { comment, after }: CommentEdit): void {
  const others = book.comments.filter(({ id }) => id !== comment)
  const all = after === null ? others : [...others, { id: comment, ...after }]
  book.comments = all.toSorted((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1))
}

/** Changes the structure; a schedule made or removed whole brings or takes its inputs. */
function applyStructural(book: FilingBook, change: StructureChange): void {
  if (change.kind === 'schedule') {
    const before = scheduleOf(book.filing, change.schedule)
    for (const [name] of before ? placesOf(before) : []) book.places.delete(name)
  }
  book.filing = applyStructure(book.filing, change)
  if (change.kind === 'schedule') {
    const after = scheduleOf(book.filing, change.schedule)
    for (const [name, at] of after ? placesOf(after) : []) book.places.set(name, at)
  }
}

/** Reads the filings of a snapshot. */
export function readBook(stored: readonly StoredFiling[]): Book {
  const filings = new Map(stored.map((one) => [one.filing.id, readFiling(one)]))
  /** The order of all filings, deleted ones too. */
  let order = [...filings.keys()]

  const live = (id: string): FilingBook | undefined => {
    const book = filings.get(id)
    return book?.filing.deleted ? undefined : book
  }
  const applyFiling = (id: string, change: Extract<Change, { kind: 'filing' }>): void => {
    const known = filings.get(id)
    const filing = applyHead(known?.filing, change)
    order = order.filter((one) => one !== id)
    if (!filing) filings.delete(id)
    else {
      order = order.toSpliced(change.after!.at, 0, id)
      if (known) known.filing = filing
      else filings.set(id, readFiling({ filing, scenarios: [], comments: [] }))
    }
  }

  const heads = (filing: string): ScenarioHead[] =>
    [...(filings.get(filing)?.scenarios ?? [])]
      .map(([id, { definition, cells }]) => ({ id, ...definition, inputCount: cells.size }))
      .toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))
  const heldOf = (id: string, book: FilingBook): HeldFiling => {
    const { filing, comments, told } = book
    if (told && !told.isOld) return told.held
    const held = { filing, comments, scenarios: keptScenarios(told?.held.scenarios, heads(id)) }
    book.told = { held, isOld: false }
    return held
  }
  let held: Held | undefined

  const chained = (filing: string): ChainedScenario[] =>
    [...(filings.get(filing)?.scenarios ?? [])].map(([id, { definition, cells }]) => {
      const { name, standsOn } = definition
      return { id, name, standsOn, cells: [...cells.values()] }
    })
  const chain = (filing: string, scenario: string): readonly string[] => {
    const book = filings.get(filing)
    if (!book?.scenarios.has(scenario)) return []
    const known = book.chains.get(scenario)
    if (known) return known
    const all = [...book.scenarios].map(([id, { definition }]) => ({ id, ...definition, cells: [] }))
    const found = chainOf(all, scenario)
    if (found.kind === 'refused') throw new Error(found.reason)
    const ids = found.scenarios.map(({ id }) => id)
    book.chains.set(scenario, ids)
    return ids
  }
  /** The uppermost input at a cell among the scenarios of a chain, the topmost of them left out where it is not asked for. */
  const topmost = (filing: string, scenario: string, ref: CellRef, own: boolean): StandingInput | undefined => {
    const ids = chain(filing, scenario)
    const name = cellName(ref)
    for (let at = ids.length - (own ? 1 : 2); at >= 0; at -= 1) {
      const id = ids[at]!
      const one = filings.get(filing)!.scenarios.get(id)!
      const input = one.cells.get(name)?.input
      if (input !== undefined && input !== null) return { scenario: id, name: one.definition.name, input }
    }
    return undefined
  }

  return {
    held() {
      held ??= new Map(
        order.flatMap((id): [string, HeldFiling][] => {
          const book = live(id)
          return book ? [[id, heldOf(id, book)]] : []
        }),
      )
      return held
    },
    filings: () => order.flatMap((id) => live(id)?.filing ?? []),
    filing: (id) => live(id)?.filing,
    placeOf: (id) => (order.includes(id) ? order.indexOf(id) : order.length),
    takenIds: () => [...order],
    comments: (filing) => filings.get(filing)?.comments ?? [],
    scenarios: heads,
    hasScenario: (filing, scenario) => filings.get(filing)?.scenarios.has(scenario) ?? false,
    scenarioCells: (filing, scenario) =>
      scenario === null ? [] : [...(filings.get(filing)?.scenarios.get(scenario)?.cells.values() ?? [])],
    chained,
    chain,
    effectiveCells(filing, scenario) {
      if (scenario === null || !filings.get(filing)?.scenarios.has(scenario)) return []
      const found = effectiveInputs(chained(filing), scenario)
      if (found.kind === 'refused') throw new Error(found.reason)
      return found.inputs
    },
    standing: (filing, scenario, ref) => (scenario === null ? undefined : topmost(filing, scenario, ref, true)),
    inherited: (filing, scenario, ref) => (scenario === null ? undefined : topmost(filing, scenario, ref, false)),
    input(filing, scenario, ref) {
      const book = filings.get(filing)
      const name = cellName(ref)
      if (scenario !== null) return book?.scenarios.get(scenario)?.cells.get(name)?.input ?? null
      const at = book?.places.get(name)
      return at === undefined ? null : (scheduleOf(book!.filing, ref.schedule)?.cells[at]?.input ?? null)
    },
    apply(filing, changes) {
      held = undefined
      const edits: CellEdit[] = []
      for (const [at, change] of changes.entries()) {
        if (change.kind === 'filing') {
          applyFiling(filing, change)
          continue
        }
        const book = filings.get(filing)
        if (!book) throw new Error(`There is no filing ${filing}.`)
        if (isStructural(change)) applyStructural(book, change)
        else if (change.kind === 'cell') {
          edits.push(change)
          if (changes[at + 1]?.kind !== 'cell') applyCells(book, edits.splice(0))
        } else if (change.kind === 'comment') applyComment(book, change)
        else if (change.after === null) {
          book.scenarios.delete(change.scenario)
          book.chains.clear()
        } else {
          book.chains.clear()
          const cells = book.scenarios.get(change.scenario)?.cells ?? new Map<string, CellInput>()
          book.scenarios.set(change.scenario, { definition: change.after, cells })
        }
      }
      const { told } = filings.get(filing) ?? {}
      if (told) told.isOld = true
    },
  }
}
