/**
 * What the workbook holds, as the screen knows it: each filing's inputs and its scenarios.
 * It applies change sets and reads inputs; it computes nothing, and what is stored in the file is the service's to say.
 */
import { cellName } from '../../../shared/model/cell.ts'
import { holdWorkbook, type HeldFiling } from '../../../shared/model/changes/held.ts'
import { applyChanges, type Change } from '../../../shared/model/changes/kinds.ts'
import type { Registrant } from '../../../shared/model/changes/registrant.ts'
import type { CellInput, CellRef, Filing } from '../../../shared/model/filing.ts'
import { scheduleOf } from '../../../shared/model/lookup.ts'
import type { StoredComment, StoredFiling } from '../../../shared/model/stored_filing.ts'
import { chainOf, effectiveInputs, type ChainedScenario } from '../../../shared/analysis/chain.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { keptScenarios, type Held, type HeldFiling as Shown, type ScenarioHead } from './held.ts'

/** An input in force in a scenario, and the scenario of its chain that holds it. */
export type StandingInput = { scenario: string; name: string; input: string }

/** What is held of the filings of a snapshot, deleted ones left out where nothing else is said. */
export function readBook(stored: readonly StoredFiling[], registrants: readonly Registrant[] = []) {
  const workbook = holdWorkbook(stored, registrants)
  const { filings } = workbook
  /** The chains that were asked for since something changed, by filing and scenario. */
  const chains = new Map<string, readonly string[]>()

  const live = (id: string): HeldFiling | undefined => {
    const held = filings.get(id)
    return held?.filing.deleted ? undefined : held
  }

  const heads = (filing: string): ScenarioHead[] =>
    [...(filings.get(filing)?.scenarios ?? [])]
      .map(([id, { definition, cells }]) => ({ id, ...definition, inputCount: cells.size }))
      .toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))

  /** What was last told to be held of a filing; `isOld` once a change was applied since. */
  const told = new Map<string, { shown: Shown; isOld: boolean }>()
  const shownOf = (id: string, { filing, comments }: HeldFiling): Shown => {
    const last = told.get(id)
    if (last && !last.isOld) return last.shown
    const shown = { filing, comments, scenarios: keptScenarios(last?.shown.scenarios, heads(id)) }
    told.set(id, { shown, isOld: false })
    return shown
  }
  let held: Held | undefined

  /** The scenarios as chains of them are read, with the inputs of each. */
  const chained = (filing: string): ChainedScenario[] =>
    [...(filings.get(filing)?.scenarios ?? [])].map(([id, { definition, cells }]) => {
      const { name, standsOn } = definition
      return { id, name, standsOn, cells: [...cells.values()] }
    })
  /** The ids of the scenarios that bear on one, lowest first, itself last; empty for one that does not exist. */
  const chain = (filing: string, scenario: string): readonly string[] => {
    const book = filings.get(filing)
    if (!book?.scenarios.has(scenario)) return []
    const known = chains.get(`${filing} ${scenario}`)
    if (known) return known
    const all = [...book.scenarios].map(([id, { definition }]) => ({ id, ...definition, cells: [] }))
    const found = chainOf(all, scenario)
    if (found.kind === 'refused') throw new Error(refusalText(found.refusal))
    const ids = found.scenarios.map(({ id }) => id)
    chains.set(`${filing} ${scenario}`, ids)
    return ids
  }
  /** The uppermost input at a cell among the scenarios of a chain, the topmost of them left out where it is not asked for. */
  const topmost = (filing: string, scenario: string | null, ref: CellRef, own: boolean): StandingInput | undefined => {
    if (scenario === null) return undefined
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
    /** All that is held now; the same object as before where nothing changed since. */
    held(): Held {
      held ??= new Map(
        workbook.order.flatMap((id): [string, Shown][] => {
          const one = live(id)
          return one ? [[id, shownOf(id, one)]] : []
        }),
      )
      return held
    },
    filings: (): Filing[] => workbook.order.flatMap((id) => live(id)?.filing ?? []),
    /** The filing with its base inputs as they now stand. */
    filing: (id: string): Filing | undefined => live(id)?.filing,
    /** The place of a filing among all that the file keeps, deleted ones too; the next free one where it keeps none. */
    placeOf: (id: string): number => (workbook.order.includes(id) ? workbook.order.indexOf(id) : workbook.order.length),
    /** The ids of all filings that the file keeps, deleted ones too. */
    takenIds: (): string[] => [...workbook.order],
    /** The records of registrants. */
    registrants: (): Registrant[] => [...workbook.registrants.values()],
    /** The comments at the cells of a filing, the oldest first. */
    comments: (filing: string): StoredComment[] => filings.get(filing)?.comments ?? [],
    /** The filing's scenarios in their order. */
    scenarios: heads,
    hasScenario: (filing: string, scenario: string): boolean => filings.get(filing)?.scenarios.has(scenario) ?? false,
    /** A scenario's own inputs; none for the base layer. */
    scenarioCells: (filing: string, scenario: string | null): CellInput[] =>
      scenario === null ? [] : [...(filings.get(filing)?.scenarios.get(scenario)?.cells.values() ?? [])],
    chained,
    chain,
    /** The inputs in force in a scenario: its own over those of the scenarios that it stands on. */
    effectiveCells(filing: string, scenario: string | null): CellInput[] {
      if (scenario === null || !filings.get(filing)?.scenarios.has(scenario)) return []
      const found = effectiveInputs(chained(filing), scenario)
      if (found.kind === 'refused') throw new Error(refusalText(found.refusal))
      return found.inputs
    },
    /** The input of the scenario's chain that is in force at the cell; undefined where the base layer shows through. */
    standing: (filing: string, scenario: string | null, ref: CellRef): StandingInput | undefined =>
      topmost(filing, scenario, ref, true),
    /** The input that the scenarios below hold at the cell, whether it shows or the scenario's own stands over it. */
    inherited: (filing: string, scenario: string | null, ref: CellRef): StandingInput | undefined =>
      topmost(filing, scenario, ref, false),
    /** The text entered for a cell in exactly this layer (null: the base); null where there is none. */
    input(filing: string, scenario: string | null, ref: CellRef): string | null {
      const book = filings.get(filing)
      const name = cellName(ref)
      if (scenario !== null) return book?.scenarios.get(scenario)?.cells.get(name)?.input ?? null
      const at = book?.places.get(name)
      return at === undefined ? null : (scheduleOf(book!.filing, ref.schedule)?.cells[at]?.input ?? null)
    },
    apply(filing: string, changes: readonly Change[]): void {
      held = undefined
      applyChanges(workbook, filing, changes)
      chains.clear()
      const last = told.get(filing)
      if (last) last.isOld = true
    },
  }
}

export type Book = ReturnType<typeof readBook>
