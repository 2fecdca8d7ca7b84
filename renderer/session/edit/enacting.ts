/**
 * Carrying a plan out where the screen is: its inputs become one change set. As filed, it starts a scenario as the same act. Plans
 * come from the analysis layer; nothing here judges a figure.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { factOf, findCell, lineName } from '../../../shared/model/lookup.ts'
import type { Plan } from '../../../shared/analysis/plan.ts'
import type { Book } from '../book/book.ts'
import { withFacts } from '../book/draft_facts.ts'
import { commit, type Act } from '../committing.ts'
import type { ShownPlace } from '../place/place.ts'
import { nextScenario } from '../scenarios/scenario_names.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'

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

/**
 * Carries a plan out at a place: as filed it starts a scenario with the planned inputs as its first edit, in one change set. `ref` is
 * the cell that undo goes back to. Returns why it was not carried out; undefined where it was.
 */
export function carryOut(
  session: Session,
  shown: ShownPlace,
  plan: Plan,
  ref: CellRef | null,
  more: Pick<Act, 'text' | 'again' | 'once'> = {},
): Refusal | undefined {
  const { book } = session.workbook()
  const filing = book.filing(shown.filing)
  if (!filing) return { code: 'no_filing_shown' }
  const { id } = filing
  const started = shown.scenario === null && filing.status !== 'draft' ? nextScenario(book.scenarios(id)) : undefined
  const scenario = started?.id ?? shown.scenario
  const edits = withFacts(filing, editsOf(session, id, scenario, plan.inputs))
  const place = ref && { schedule: ref.schedule, line: ref.line, column: ref.column, scenario }
  if (!started || edits.length === 0) {
    return commit(session, { filing: id, title: plan.title, place, changes: edits, ...more })
  }
  const name = isolated(started.definition.name)
  const refusal = commit(session, {
    filing: id,
    title: `${name} started. ${plan.title}`,
    place,
    changes: [{ kind: 'scenario', scenario: started.id, before: null, after: started.definition }, ...edits],
    leads: { to: { ...shown, scenario }, remember: true },
    ...more,
  })
  if (!refusal) {
    say(session, `${name} was started: the figures as filed stay as they are, and this edit stands in the scenario.`)
  }
  return refusal
}

/**
 * Applies a plan where the screen now is, as one change set. Returns why it was not applied; undefined where it was.
 * `ref` is the cell that undo goes back to; `resets` where inputs are meant to give way to those below; `again` offers
 * the act again where it could not be stored.
 */
export function enact(
  session: Session,
  plan: Plan,
  ref: CellRef | null,
  { resets = false, again }: { resets?: boolean } & Pick<Act, 'again'> = {},
): Refusal | undefined {
  const { place } = session.getState()
  const { book } = session.workbook()
  const filing = place && book.filing(place.filing)
  if (!place || !filing) return { code: 'no_filing_shown' }
  const held = resets ? undefined : heldBelow(session, filing, place.scenario, plan.inputs)
  const refusal = lockedRefusal(book, place.filing, place.scenario) ?? held
  if (refusal) return refusal
  if (plan.inputs.length === 0) return { code: 'nothing_to_change' }
  return carryOut(session, place, plan, ref, { again, once: 'undo_before_applying' })
}
