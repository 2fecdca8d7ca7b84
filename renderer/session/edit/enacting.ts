/**
 * Carrying a plan out where the screen is: its inputs become one change set. As filed, it starts a scenario as the same act. Plans
 * come from the analysis layer; nothing here judges a figure.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { CellInput, CellRef } from '../../../shared/model/filing.ts'
import { factOf, findCell, lineName } from '../../../shared/model/lookup.ts'
import { atOnce, type Steps } from '../../../shared/model/steps.ts'
import type { Plan } from '../../../shared/analysis/plan.ts'
import type { Book } from '../book/book.ts'
import { withFacts } from '../book/draft_facts.ts'
import { commitInSteps, type Act } from '../committing.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { sourceLineFor } from './source_lines.ts'
import { nextScenario } from '../scenarios/scenario_names.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { STARTED } from './wording.ts'

/** What an edit where the screen now is would be planned on; undefined where no filing is shown. */
export function groundOf(session: Session) {
  const { place, view } = session.getState()
  const { book, sheets } = session.workbook()
  const filing = place ? book.filing(place.filing) : undefined
  if (!place || !filing) return undefined
  const { scenario } = place
  const locked = lockedRefusal(book, filing.id, scenario)
  return {
    filing,
    flow: view.flow ?? 'books_and_tax',
    // As filed never takes an edit: it is planned on the scenario that it would start.
    scenario: scenario ?? (filing.status === 'draft' ? null : nextScenario(book.scenarios(filing.id)).id),
    /** For edits of which one clears its cell, where the input of the scenario below shows again. */
    engine: (clears: boolean): Engine =>
      clears ? sheets.fallingEngine(filing.id, scenario) : sheets.engine(filing.id, scenario),
    sourceLine: (ref: CellRef) => sourceLineFor(session, filing, ref),
    /** Why the cell takes no edit, or no clearing, whatever is typed; undefined where it does. */
    closed(ref: CellRef, clears: boolean): Refusal | undefined {
      const standing = locked || !clears ? undefined : book.standing(filing.id, scenario, ref)
      if (!standing || standing.scenario === scenario) return locked
      // An input of the scenario below is not taken back from here.
      return { code: 'from_below', scenario: isolated(standing.name) }
    },
  }
}

/** Why a scenario takes no edit; undefined where it does. */
export function lockedRefusal(book: Book, filing: string, scenario: string | null): Refusal | undefined {
  const head = book.scenarios(filing).find(({ id }) => id === scenario)
  return head?.locked ? { code: 'scenario_locked', scenario: isolated(head.name) } : undefined
}

/** Inputs looked at between two steps. */
const STRETCH = 1_000

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
  return atOnce(editsInSteps(session, filing, scenario, inputs))
}

function* editsInSteps(
  session: Session,
  filing: string,
  scenario: string | null,
  inputs: readonly CellInput[],
): Steps<CellEdit[]> {
  const { book } = session.workbook()
  const edits: CellEdit[] = []
  for (const [at, { schedule, line, column, input }] of inputs.entries()) {
    if (at % STRETCH === STRETCH - 1) yield
    const ref = { schedule, line, column }
    const before = book.input(filing, scenario, ref)
    if (before === input) continue
    const found = scenario === null && input === null ? findCell(book.filing(filing), ref) : undefined
    const source = found && factOf(found.schedule, line, column)?.source
    const edit = { kind: 'cell', schedule, line, column, scenario, before, after: input } as const
    edits.push(source === undefined ? edit : { ...edit, source })
  }
  return edits
}

/**
 * Why inputs that a plan takes back would not go: a scenario below holds one at the same cell, which would show again.
 * Undefined where nothing is in the way.
 */
export function heldBelow(session: Session, inputs: readonly CellInput[]): Refusal | undefined {
  const { place } = session.getState()
  const { book } = session.workbook()
  for (const one of inputs) {
    const below = place && one.input === null ? book.inherited(place.filing, place.scenario, one) : undefined
    if (!below) continue
    const found = findCell(book.filing(place!.filing), one)
    const line = found ? lineName(found) : one.line
    return { code: 'shows_again', scenario: isolated(below.name), line }
  }
  return undefined
}

/**
 * Carries a plan out at the place shown: as filed it starts a scenario with the planned inputs as its first edit, in one change set. `ref` is
 * the cell that undo goes back to. Returns why it was not carried out; undefined where it was.
 */
export function carryOut(session: Session, plan: Plan, ref: CellRef | null, more?: More): Refusal | undefined {
  return atOnce(carryOutInSteps(session, plan, ref, more))
}

type More = Pick<Act, 'text' | 'again' | 'once'>

/** As `carryOut`, in steps where the plan sets very many inputs. */
function* carryOutInSteps(
  session: Session,
  plan: Plan,
  ref: CellRef | null,
  more: More = {},
): Steps<Refusal | undefined> {
  const { place: shown } = session.getState()
  const { book } = session.workbook()
  const filing = shown && book.filing(shown.filing)
  if (!filing) return { code: 'no_filing_shown' }
  const { id } = filing
  const started = shown.scenario === null && filing.status !== 'draft' ? nextScenario(book.scenarios(id)) : undefined
  const scenario = started?.id ?? shown.scenario
  const edits = withFacts(filing, yield* editsInSteps(session, id, scenario, plan.inputs))
  const place = ref && { schedule: ref.schedule, line: ref.line, column: ref.column, scenario }
  if (!started || edits.length === 0) {
    return yield* commitInSteps(session, { filing: id, title: plan.title, place, changes: edits, ...more })
  }
  const name = isolated(started.definition.name)
  const refusal = yield* commitInSteps(session, {
    filing: id,
    title: STARTED.title(name, plan.title),
    place,
    changes: [{ kind: 'scenario', scenario: started.id, before: null, after: started.definition }, ...edits],
    leads: { to: { ...shown, scenario }, remember: true },
    ...more,
  })
  if (!refusal) {
    say(session, STARTED.said(name))
  }
  return refusal
}

/**
 * Applies a plan where the screen now is, as one change set. Returns why it was not applied; undefined where it was.
 * `ref` is the cell that undo goes back to; `resets` where inputs are meant to give way to those below; `again` offers
 * the act again where it could not be stored.
 */
export function enact(session: Session, plan: Plan, ref: CellRef | null, how?: How): Refusal | undefined {
  return atOnce(enactInSteps(session, plan, ref, how))
}

type How = { resets?: boolean } & Pick<Act, 'again'>

/** As `enact`, in steps where the plan sets very many inputs. */
export function* enactInSteps(
  session: Session,
  plan: Plan,
  ref: CellRef | null,
  { resets = false, again }: How = {},
): Steps<Refusal | undefined> {
  const { place } = session.getState()
  const { book } = session.workbook()
  if (!place) return { code: 'no_filing_shown' }
  const held = resets ? undefined : heldBelow(session, plan.inputs)
  const refusal = lockedRefusal(book, place.filing, place.scenario) ?? held
  if (refusal) return refusal
  if (plan.inputs.length === 0) return { code: 'nothing_to_change' }
  return yield* carryOutInSteps(session, plan, ref, { again, once: 'undo_before_applying' })
}
