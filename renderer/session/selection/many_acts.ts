/**
 * One act over all selected cells: planned as a whole, applied as one change set, or shown first where a cell refuses,
 * asks, or an edit has a consequence to be warned of. What an edit means is the analysis layer's.
 */
import {
  planManyInSteps,
  type ManyCell,
  type ManyPlan,
  type ManyRequest,
  type RefusedCell,
} from '../../../shared/analysis/many.ts'
import { turned, type Turn } from '../../../shared/analysis/step.ts'
import { typedAt } from '../../../shared/calc/layout.ts'
import { cellName, sameCell } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { atOnce, type Steps } from '../../../shared/model/steps.ts'
import { afterReversal } from '../committing.ts'
import { enactInSteps, groundOf } from '../edit/enacting.ts'
import { cancelEdit, commitEdit, goBackTo } from '../edit/editing.ts'
import { shownFiling } from '../reading/figures.ts'
import { focusedCell, type ManyAct } from '../state.ts'
import { say, warn } from '../messages.ts'
import { atWork, MOST_AT_ONCE } from './at_work.ts'
import { heldText } from './copying.ts'
import { endCut } from './cutting.ts'
import { planMove } from './move_plan.ts'
import { isMany, selectArea, selectedCells } from './selection.ts'
import { ofSession, type Session } from '../session.ts'
import { ask } from '../asking.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { ALL_HOLD_THIS, enterText, CHANGED } from './wording.ts'

function clears(text: string): boolean {
  return text.trim() === ''
}

/** Said of a cell that was cut and holds something else by now. */
const CHANGED_SINCE: Refusal = { code: 'changed_since_cut' }

/**
 * The last plans for very many cells, without answers and with them: their preview, and each drawing of that, would
 * otherwise make them again.
 */
const lastPlans = ofSession((): { plans: { of: readonly unknown[]; plan: ManyPlan | undefined }[] } => ({ plans: [] }))

/** What an act would do where the screen now is; undefined where no filing is shown. */
export function planAct(session: Session, asked: ManyAct): ManyPlan | undefined {
  return atOnce(planActInSteps(session, asked))
}

function* planActInSteps(session: Session, asked: ManyAct): Steps<ManyPlan | undefined> {
  const { act, cells, alike, turns, moves, answers } = asked
  if (cells.length <= MOST_AT_ONCE) return yield* planned(session, asked)
  const { place, view, held } = session.getState()
  const of = [act, cells, alike, turns, moves, answers, place, view.flow, held]
  const known = lastPlans(session).plans.find((one) => one.of.every((each, at) => each === of[at]))
  if (known) return known.plan
  const plan = yield* planned(session, asked)
  const last = lastPlans(session)
  last.plans = [{ of, plan }, ...last.plans].slice(0, 2)
  return plan
}

function* planned(
  session: Session,
  { act, cells, alike, turns, moves, answers }: ManyAct,
): Steps<ManyPlan | undefined> {
  const ground = groundOf(session)
  if (!ground) return undefined
  const { filing, scenario, flow, sourceLine } = ground
  // Read before the edits are supposed one after another.
  const others = new Set(moves?.flatMap(({ from, text }) => (heldText(session, from) === text ? [] : [cellName(from)])))
  const request: ManyRequest = {
    filing,
    engine: ground.engine(cells.some(({ text }) => clears(text))),
    scenario,
    flow,
    act,
    cells,
    ...(alike && { alike }),
    ...(turns && { turns }),
    ...(answers && { answers }),
    sourceLine,
    closed: ({ ref, text }) =>
      ground.closed(ref, clears(text)) ?? (others.size > 0 && others.has(cellName(ref)) ? CHANGED_SINCE : undefined),
  }
  return moves ? planMove(request, moves) : yield* planManyInSteps(request)
}

/** Applies the plan of an act; returns why it was not applied, undefined where it was or where nothing changes. */
export function applyPlan(session: Session, plan: Good, act: ManyAct): Refusal | undefined {
  return atOnce(applyPlanInSteps(session, plan, act))
}

type Good = Extract<ManyPlan, { kind: 'plan' }>

/** As `applyPlan`, in steps where it sets very many inputs. */
export function* applyPlanInSteps(session: Session, planned: Good, act: ManyAct): Steps<Refusal | undefined> {
  const ref = focusedCell(session.getState()) ?? null
  const { place } = session.getState()
  const starts = place?.scenario === null && shownFiling(session)?.status !== 'draft'
  if (planned.plan.inputs.length === 0) {
    if (act.moves) endCut(session)
    session.atOnce(() => cancelEdit(session))
    say(session, ALL_HOLD_THIS)
    return undefined
  }
  const at = ref ?? act.cells[0]?.ref
  const again = (): void => {
    if (place && at) goBackTo(session, place.filing, at)
    doMany(session, act)
  }
  const refusal = yield* enactInSteps(session, planned.plan, ref, { again })
  if (refusal) return refusal
  lastPlans(session).plans = []
  if (act.repeat) session.setState({ repeat: act.repeat })
  if (act.area && ref) selectArea(session, { line: ref.line, column: ref.column }, act.area.anchor, act.area.head)
  if (act.moves) endCut(session)
  // Of a scenario that was started, another message tells.
  if (!starts) sayChanged(session, planned, act)
  return undefined
}

function sayChanged(session: Session, { plan, changed, passed, remarks }: Good, { moves }: ManyAct): void {
  if (moves) return say(session, CHANGED.one(plan.title))
  if (changed === 1 && passed.length === 0) {
    // What moved beside the cell itself, as the source line of a link, is in the title already.
    const more = remarks.length === 1 && plan.inputs.length === 1 ? ` ${remarks[0]!.text}` : ''
    return say(session, CHANGED.one(plan.title, more))
  }
  say(session, CHANGED.many(changed, passed.length))
}

/**
 * Does an act at once where every cell takes it without a warning; otherwise shows it first, as also what follows beyond
 * the cells themselves unless it was `seen` while typing. `kept`: it waits for an answer, or, over very many cells, for the
 * sign of work to be drawn.
 */
export function doMany(session: Session, act: ManyAct, { seen = false }: { seen?: boolean } = {}): 'done' | 'kept' {
  if (afterReversal(session, () => doMany(session, act, { seen }))) {
    session.atOnce(() => cancelEdit(session))
    return 'done'
  }
  const count = act.cells.length
  if (count <= MOST_AT_ONCE) return atOnce(doManyInSteps(session, act, seen))
  const { place, editing } = session.getState()
  atWork(session, 'Planning', count, function* () {
    const state = session.getState()
    if (state.place?.filing !== place?.filing || state.place?.scenario !== place?.scenario) return
    const isOver = (yield* doManyInSteps(session, act, seen)) === 'done'
    // The formula bar keeps the focus until its text is taken.
    if (isOver && editing?.where === 'formula_bar') session.setState({ goal: session.getState().focus })
  })
  return 'kept'
}

/** As `doMany`, within a longer work that no undo is waited for any more. */
export function* doManyInSteps(session: Session, act: ManyAct, seen = false): Steps<'done' | 'kept'> {
  const made = yield* planActInSteps(session, act)
  if (!made) return 'done'
  const isPlain =
    made.kind === 'plan' && !asksFirst(act) && !made.remarks.some(({ warning, minor }) => warning || !(seen || minor))
  if (made.kind === 'plan' && isPlain && !made.passed.some(({ differs }) => differs)) {
    const refusal = yield* applyPlanInSteps(session, made, act)
    if (!refusal) return 'done'
    warn(session, refusal)
    return 'kept'
  }
  if (made.kind === 'refused' && !asksFirst(act) && refusedAtCell(session, act, made.refusals)) return 'kept'
  ask(session, { kind: 'many', ...act })
  return 'kept'
}

/** True where something of the act is to be known or answered before it is applied. */
function asksFirst({ note, paste }: ManyAct): boolean {
  return note !== undefined || (paste !== undefined && paste.questions.length > 0)
}

/** Says at the cell why it refuses, as typing does, where an act is for one cell and asks nothing. */
function refusedAtCell(session: Session, { cells }: ManyAct, [only]: readonly RefusedCell[]): boolean {
  if (cells.length !== 1 || !only || only.asks) return false
  const { editing } = session.getState()
  const isEdited = editing && sameCell(editing.ref, only.ref)
  const text = refusalText(only.refusal)
  session.atOnce(() =>
    session.setState(isEdited ? { editing: { ...editing, refusal: text } } : { remark: { ref: only.ref, text } }),
  )
  return true
}

function everywhere(session: Session, text: string): ManyCell[] {
  return selectedCells(session).map((ref) => ({ ref, text }))
}

/** Delete: clears every selected cell that holds an input. */
export function clearSelected(session: Session): void {
  const cells = everywhere(session, '')
  if (cells.length > 0) doMany(session, { act: 'Cleared', cells, repeat: { act: 'typed', text: '' } })
}

function nameOf(text: string): string {
  return text === '' ? 'Cleared' : text.length > 40 ? 'Entered' : text
}

/** Types a text in every selected cell; those of another kind than the active one are passed over. */
export function typeInSelected(session: Session, text: string): void {
  const [cells, alike] = [everywhere(session, text), focusedCell(session.getState())]
  if (cells.length === 0) return warn(session, { code: 'none_takes_figure' })
  const many = cells.length > 1 && text.trim() !== ''
  doMany(session, { act: nameOf(text.trim()), cells, ...(many && alike && { alike }), repeat: { act: 'typed', text } })
}

const TURN_WORDS = { step_up: 'Raised by a step', step_down: 'Lowered by a step', flip_sign: 'Sign flipped' } as const

/** Raises, lowers or turns every selected figure; each format has its own step. */
export function turnSelected(session: Session, turn: Turn): void {
  const filing = shownFiling(session)
  const cells = filing ? turned(filing, selectedCells(session), turn) : []
  if (cells.length === 0) return warn(session, { code: 'none_holds_figure' })
  doMany(session, { act: TURN_WORDS[turn], cells, turns: turn === 'flip_sign', repeat: { act: turn } }, { seen: true })
}

function isChange(session: Session, ref: CellRef, text: string): boolean {
  const found = findCell(shownFiling(session), ref)
  return found !== undefined && typedAt(found, text).kind === 'change'
}

/** The act of the text under edit where it is meant for all selected cells: a change of what stands, or `all` was asked. */
function actOfEdit(session: Session, all: boolean): ManyAct | undefined {
  const { editing } = session.getState()
  if (!editing || !isMany(session) || !(all || isChange(session, editing.ref, editing.text))) return undefined
  const text = editing.text.trim()
  return {
    act: nameOf(text),
    cells: everywhere(session, editing.text),
    alike: editing.ref,
    repeat: { act: 'typed', text: editing.text },
  }
}

/** Ends the edit over all selected cells; undefined where it is meant for its own cell alone. */
export function commitSelected(session: Session, all: boolean): 'done' | 'kept' | undefined {
  const act = actOfEdit(session, all)
  return act && doMany(session, act, { seen: true })
}

/** Enters what is typed in a cell, for all cells that it is meant for; false where it was refused and stays. */
export function settleEdit(session: Session): boolean {
  return (commitSelected(session, false) ?? commitEdit(session)) === 'done'
}

/** Beyond this many cells the figures are not previewed at each keystroke. */
const MOST_PREVIEWED = 400

/** Previews, while a change is typed, what it does in all selected cells; says how many it is for. */
export function previewSelected(session: Session): void {
  const { editing, place } = session.getState()
  const act = actOfEdit(session, false)
  if (!editing || !place || !act || act.cells.length > MOST_PREVIEWED) return
  const planned = planAct(session, act)
  if (planned?.kind !== 'plan') return
  const preview = session.workbook().sheets.through(place.filing, place.scenario, planned.plan.inputs)
  const warning = planned.remarks.some((one) => one.warning)
  const count = planned.changed
  const text = enterText(count, warning)
  session.setState({ editing: { ...editing, plan: { ...planned.plan, consequence: { text, warning } }, preview } })
}
