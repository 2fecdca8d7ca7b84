/**
 * Carrying a plan out: its inputs become one change set, on the screen and in the queue within the task. As filed, it
 * starts a scenario as the same act. Plans come from the analysis layer; nothing here judges a figure.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../../shared/model/change_set.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { factOf, findCell, lineName } from '../../../shared/model/lookup.ts'
import type { Plan } from '../../../shared/analysis/plan.ts'
import type { Book } from '../book/book.ts'
import { withFacts } from '../book/draft_facts.ts'
import { go } from '../place/going.ts'
import type { ShownPlace } from '../place/place.ts'
import { nextScenario } from '../scenarios/scenario_names.ts'

import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'

/** The layer that an edit enters where the screen now is: the base of a draft, else a scenario. */
export function layerShown(filing: Filing, scenario: string | null): Layer {
  return scenario === null && filing.status === 'draft' ? 'base' : 'scenario'
}

/** Why a scenario takes no edit; undefined where it does. */
export function lockedRefusal(book: Book, filing: string, scenario: string | null): Refusal | undefined {
  const head = book.scenarios(filing).find(({ id }) => id === scenario)
  return head?.locked ? { code: 'scenario_locked', scenario: isolated(head.name) } : undefined
}

/**
 * The cell edits that bring a layer to the planned inputs, without those that change nothing. Where a completed figure goes,
 * its source goes with it and comes back by undo.
 */
export function editsOf(
  session: Session,
  filing: string,
  scenario: string | null,
  inputs: readonly CellInput[],
): CellEdit[] {
  const { book } = session.workbook()
  return inputs.flatMap(({ schedule, line, column, input }): CellEdit[] => {
    const ref = { schedule, line, column }
    const before = book.input(filing, scenario, ref)
    if (before === input) return []
    const found = scenario === null && input === null ? findCell(book.filing(filing), ref) : undefined
    const source = found && factOf(found.schedule, line, column)?.source
    return [{ kind: 'cell', ...ref, scenario, before, after: input, ...(source !== undefined && { source }) }]
  })
}

/**
 * Why inputs that a plan takes back would not go: a scenario below holds one at the same cell, which would show again.
 * Undefined where nothing is in the way.
 */
export function heldBelow(
  session: Session,
  filing: Filing,
  scenario: string | null,
  inputs: readonly CellInput[],
): Refusal | undefined {
  for (const one of inputs) {
    const below = one.input === null ? session.workbook().book.inherited(filing.id, scenario, one) : undefined
    if (!below) continue
    const found = findCell(filing, one)
    const line = found ? lineName(found) : one.line
    return { code: 'shows_again', scenario: isolated(below.name), line }
  }
  return undefined
}

/** What was typed for a change set that is under way, in case it has to be offered back. */
const typedTexts = new WeakMap<ChangeSet, string>()

/** How an act over many cells is offered again, where its change set was taken back. */
const offers = new WeakMap<ChangeSet, () => void>()

/** Offers the act of a change set of this screen again; undefined where it can not be. */
export function offerOf(set: ChangeSet): (() => void) | undefined {
  return offers.get(set)
}

/** The text that a person typed for a change set of this screen; undefined where nothing was typed. */
export function typedText(set: ChangeSet): string | undefined {
  return typedTexts.get(set)
}

/** A change set about to be made: where it took place, and where the screen goes with it. */
type Act = {
  filing: string
  title: string
  /** What was typed, where it can be offered back. */
  text?: string
  /** Offers the act again, where it was more than a text typed in one cell. */
  again?: () => void
  /** The cell it belongs to; null where it belongs to none. */
  ref: CellRef | null
  scenario: string | null
  to?: ShownPlace
}

/** Puts a change set on the screen and into the queue within this task; one without changes ends the edit only. */
export function putThrough(
  session: Session,
  { filing, title, text, again, ref, scenario, to }: Act,
  changes: Change[],
): void {
  if (changes.length === 0) return session.atOnce(() => session.setState({ editing: null }))
  const place = ref && { schedule: ref.schedule, line: ref.line, column: ref.column, scenario }
  const set: ChangeSet = { id: crypto.randomUUID(), filing, title, place, changes }
  if (text !== undefined) typedTexts.set(set, text)
  if (again) offers.set(set, again)
  session.atOnce(() => {
    session.setState({ editing: null, remark: null, ...(text !== undefined && { repeat: { act: 'typed', text } }) })
    session.workbook().queue.commit(set)
    if (to) go(session, to, { remember: true })
  })
}

/** Starts a scenario with the planned inputs as its first edit, in one change set. */
export function startScenario(
  session: Session,
  place: ShownPlace,
  ref: CellRef | null,
  text: string | undefined,
  plan: Plan,
  again?: () => void,
): void {
  const { id, definition } = nextScenario(session.workbook().book.scenarios(place.filing))
  const edits = editsOf(session, place.filing, id, plan.inputs)
  if (edits.length === 0) return session.atOnce(() => session.setState({ editing: null }))
  const made: Change = { kind: 'scenario', scenario: id, before: null, after: definition }
  const title = `${isolated(definition.name)} started. ${plan.title}`
  const to = { ...place, scenario: id }
  putThrough(session, { filing: place.filing, title, text, again, ref, scenario: id, to }, [made, ...edits])
  say(
    session,
    `${isolated(definition.name)} was started: the figures as filed stay as they are, and this edit stands in the scenario.`,
  )
}

/**
 * Applies a plan where the screen now is, as one change set. Returns why it was not applied, as a sentence; null where it
 * was. `ref` is the cell that undo goes back to; `resets` where inputs are meant to give way to those below; `again` offers
 * the act again where it could not be stored.
 */
export function enact(
  session: Session,
  plan: Plan,
  ref: CellRef | null,
  { resets = false, again }: { resets?: boolean; again?: () => void } = {},
): string | null {
  const { place } = session.getState()
  const { book, queue } = session.workbook()
  const filing = place && book.filing(place.filing)
  if (!place || !filing) return refusalText({ code: 'no_filing_shown' })
  if (queue.reversing()) return refusalText({ code: 'undo_before_applying' })
  const held = resets ? undefined : heldBelow(session, filing, place.scenario, plan.inputs)
  const refusal = lockedRefusal(book, place.filing, place.scenario) ?? held
  if (refusal) return refusalText(refusal)
  if (plan.inputs.length === 0) return refusalText({ code: 'nothing_to_change' })
  if (place.scenario === null && filing.status !== 'draft') startScenario(session, place, ref, undefined, plan, again)
  else {
    const { filing: id, scenario } = place
    putThrough(
      session,
      { filing: id, title: plan.title, again, ref, scenario },
      withFacts(filing, editsOf(session, id, scenario, plan.inputs)),
    )
  }
  return null
}
