/**
 * One act over all selected cells: planned as a whole, applied as one change set, or shown first where a cell refuses,
 * asks, or an edit has a consequence to be warned of. What an edit means is the analysis layer's.
 */
import {
  planMany,
  type ManyCell,
  type ManyPlan,
  type ManyRequest,
  type RefusedCell,
} from '../../shared/analysis/many.ts'
import { turned, type Turn } from '../../shared/analysis/step.ts'
import { cellFormat } from '../../shared/calc/layout.ts'
import { cellName, sameCell } from '../../shared/model/cell.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { parseTyped } from '../../shared/money/parse.ts'
import { counted, countText } from '../../shared/money/count.ts'
import { enact, lockedReason } from '../workbench/carry_out.ts'
import { cancelEdit, goBackTo, inheritedReason } from '../workbench/editing.ts'
import { shownFiling } from '../workbench/figures.ts'
import { atOnce, workbook } from '../workbench/opened.ts'
import { nextScenario } from '../workbench/scenario_names.ts'
import { focusedCell, session, type ManyAct } from '../workbench/session.ts'
import { sourceLineFor } from '../workbench/source_lines.ts'
import { say } from '../workbench/toasts.ts'
import { atWork, MOST_AT_ONCE } from './at_work.ts'
import { heldText } from './copying.ts'
import { endCut } from './cutting.ts'
import { planMove } from './move_plan.ts'
import { isMany, selectArea, selectedCells } from './selection.ts'

function clears(text: string): boolean {
  return text.trim() === ''
}

/** Said of a cell that was cut and holds something else by now. */
const CHANGED_SINCE = 'It holds another figure than when it was cut. It can be cut again.'

/**
 * The last plans for very many cells, without answers and with them: their preview, and each drawing of that, would
 * otherwise make them again.
 */
let lastPlans: { of: readonly unknown[]; plan: ManyPlan | undefined }[] = []

/** What an act would do where the screen now is; undefined where no filing is shown. */
export function planAct(asked: ManyAct): ManyPlan | undefined {
  const { act, cells, alike, turns, moves, answers } = asked
  if (cells.length <= MOST_AT_ONCE) return planned(asked)
  const { place, view, revision } = session.getState()
  const of = [act, cells, alike, turns, moves, answers, place, view.flow, revision, workbook().book]
  const known = lastPlans.find((last) => last.of.every((one, at) => one === of[at]))
  if (known) return known.plan
  const plan = planned(asked)
  lastPlans = [{ of, plan }, ...lastPlans].slice(0, 2)
  return plan
}

function planned({ act, cells, alike, turns, moves, answers }: ManyAct): ManyPlan | undefined {
  const { place, view } = session.getState()
  const filing = shownFiling()
  if (!place || !filing) return undefined
  const { book, sheets } = workbook()
  const { filing: id, scenario } = place
  const locked = lockedReason(book, id, scenario)
  // Read before the edits are supposed one after another.
  const others = new Set(moves?.flatMap(({ from, text }) => (heldText(from) === text ? [] : [cellName(from)])))
  const request: ManyRequest = {
    filing,
    engine: cells.some(({ text }) => clears(text)) ? sheets.fallingEngine(id, scenario) : sheets.engine(id, scenario),
    // As filed never takes an edit: it is planned on the scenario that it would start.
    scenario: scenario ?? (filing.status === 'draft' ? null : nextScenario(book.scenarios(id)).id),
    flow: view.flow ?? 'books_and_tax',
    act,
    cells,
    ...(alike && { alike }),
    ...(turns && { turns }),
    ...(answers && { answers }),
    sourceLine: (ref) => sourceLineFor(filing, ref),
    closed: ({ ref, text }) =>
      locked ??
      (clears(text) ? inheritedReason(ref, place) : undefined) ??
      (others.has(cellName(ref)) ? CHANGED_SINCE : undefined),
  }
  return moves ? planMove(request, moves) : planMany(request)
}

/** Applies the plan of an act; returns why it was not applied, null where it was or where nothing changes. */
export function applyPlan(planned: Extract<ManyPlan, { kind: 'plan' }>, act: ManyAct): string | null {
  const ref = focusedCell() ?? null
  const { place } = session.getState()
  const starts = place?.scenario === null && shownFiling()?.status !== 'draft'
  if (planned.plan.inputs.length === 0) {
    if (act.moves) endCut()
    atOnce(cancelEdit)
    say('Nothing changes: every selected cell holds this already.')
    return null
  }
  const at = ref ?? act.cells[0]?.ref
  const again = (): void => {
    if (place && at) goBackTo(place.filing, at)
    doMany(act)
  }
  const reason = enact(planned.plan, ref, { again })
  if (reason !== null) return reason
  lastPlans = []
  if (act.repeat) session.setState({ repeat: act.repeat })
  if (act.area && ref) selectArea({ line: ref.line, column: ref.column }, act.area.anchor, act.area.head)
  if (act.moves) endCut()
  // Of a scenario that was started, another message tells.
  if (!starts) sayDone(planned, act)
  return null
}

function sayDone({ plan, changed, passed, remarks }: Extract<ManyPlan, { kind: 'plan' }>, { moves }: ManyAct): void {
  if (moves) return say(`${plan.title}. Ctrl+Z takes it back.`)
  if (changed === 1 && passed.length === 0) {
    // What moved beside the cell itself, as the source line of a link, is in the title already.
    const more = remarks.length === 1 && plan.inputs.length === 1 ? ` ${remarks[0]!.text}` : ''
    return say(`${plan.title}.${more} Ctrl+Z takes it back.`)
  }
  const left =
    passed.length === 0 ? '' : `; ${countText(passed.length)} left as ${passed.length === 1 ? 'it is' : 'they are'}`
  say(`${counted(changed, 'cell')} changed${left}. Ctrl+Z takes all of it back.`)
}

/**
 * Does an act at once where every cell takes it without a warning; otherwise shows it first, as also what follows beyond
 * the cells themselves unless it was `seen` while typing. `kept`: it waits for an answer, or, over very many cells, for the
 * sign of work to be drawn.
 */
export function doMany(act: ManyAct, { seen = false }: { seen?: boolean } = {}): 'done' | 'kept' {
  const { queue } = workbook()
  if (queue.reversing()) {
    // What an undo brings back is not known yet; the act waits for it.
    atOnce(cancelEdit)
    void queue.idle().then(() => doMany(act, { seen }))
    return 'done'
  }
  const count = act.cells.length
  if (count <= MOST_AT_ONCE) return enactMany(act, seen)
  const { place, editing } = session.getState()
  atWork('Planning', count, () => {
    const state = session.getState()
    if (state.place?.filing !== place?.filing || state.place?.scenario !== place?.scenario) return
    const isOver = enactMany(act, seen) === 'done'
    // The formula bar keeps the focus until its text is taken.
    if (isOver && editing?.where === 'formula_bar') session.setState({ goal: session.getState().focus })
  })
  return 'kept'
}

function enactMany(act: ManyAct, seen: boolean): 'done' | 'kept' {
  const made = planAct(act)
  if (!made) return 'done'
  const isPlain =
    made.kind === 'plan' && !asksFirst(act) && !made.remarks.some(({ warning, minor }) => warning || !(seen || minor))
  if (made.kind === 'plan' && isPlain && !made.passed.some(({ differs }) => differs)) {
    const reason = applyPlan(made, act)
    if (reason === null) return 'done'
    say(reason, { tone: 'warned' })
    return 'kept'
  }
  if (made.kind === 'refused' && !asksFirst(act) && refusedAtCell(act, made.refusals)) return 'kept'
  session.setState({ dialog: { kind: 'many', ...act } })
  return 'kept'
}

/** True where something of the act is to be known or answered before it is applied. */
function asksFirst({ note, paste }: ManyAct): boolean {
  return note !== undefined || (paste !== undefined && paste.questions.length > 0)
}

/** Says at the cell why it refuses, as typing does, where an act is for one cell and asks nothing. */
function refusedAtCell({ cells }: ManyAct, [only]: readonly RefusedCell[]): boolean {
  if (cells.length !== 1 || !only || only.asks) return false
  const { editing } = session.getState()
  const isEdited = editing && sameCell(editing.ref, only.ref)
  atOnce(() =>
    session.setState(
      isEdited ? { editing: { ...editing, refusal: only.reason } } : { remark: { ref: only.ref, text: only.reason } },
    ),
  )
  return true
}

/** One text for each selected cell. */
function everywhere(text: string): ManyCell[] {
  return selectedCells().map((ref) => ({ ref, text }))
}

/** Delete: clears every selected cell that holds an input. */
export function clearSelected(): void {
  const cells = everywhere('')
  if (cells.length > 0) doMany({ act: 'Cleared', cells, repeat: { act: 'typed', text: '' } })
}

/** What an act of typing is called in the change log. */
function nameOf(text: string): string {
  return text === '' ? 'Cleared' : text.length > 40 ? 'Entered' : text
}

/** Types a text in every selected cell; those of another kind than the active one are passed over. */
export function typeInSelected(text: string): void {
  const [cells, alike] = [everywhere(text), focusedCell()]
  if (cells.length === 0) return say('The cell holds no figure.', { tone: 'warned' })
  const many = cells.length > 1 && text.trim() !== ''
  doMany({ act: nameOf(text.trim()), cells, ...(many && alike && { alike }), repeat: { act: 'typed', text } })
}

const TURN_WORDS = { step_up: 'Raised by a step', step_down: 'Lowered by a step', flip_sign: 'Sign flipped' } as const

/** Raises, lowers or turns every selected figure; each format has its own step. */
export function turnSelected(turn: Turn): void {
  const filing = shownFiling()
  const cells = filing ? turned(filing, selectedCells(), turn) : []
  if (cells.length === 0) return say('No selected cell holds a figure.', { tone: 'warned' })
  doMany({ act: TURN_WORDS[turn], cells, turns: turn === 'flip_sign', repeat: { act: turn } }, { seen: true })
}

function isChange(ref: CellRef, text: string): boolean {
  const found = findCell(shownFiling(), ref)
  return found !== undefined && parseTyped(text, cellFormat(found.line, found.column)).kind === 'change'
}

/** The act of the text under edit where it is meant for all selected cells: a change of what stands, or `all` was asked. */
function actOfEdit(all: boolean): ManyAct | undefined {
  const { editing } = session.getState()
  if (!editing || !isMany() || !(all || isChange(editing.ref, editing.text))) return undefined
  const text = editing.text.trim()
  return {
    act: nameOf(text),
    cells: everywhere(editing.text),
    alike: editing.ref,
    repeat: { act: 'typed', text: editing.text },
  }
}

/** Ends the edit over all selected cells; undefined where it is meant for its own cell alone. */
export function commitSelected(all: boolean): 'done' | 'kept' | undefined {
  const act = actOfEdit(all)
  return act && doMany(act, { seen: true })
}

/** Beyond this many cells the figures are not previewed at each keystroke. */
const MOST_PREVIEWED = 400

/** Previews, while a change is typed, what it does in all selected cells; says how many it is for. */
export function previewSelected(): void {
  const { editing, place } = session.getState()
  const act = actOfEdit(false)
  if (!editing || !place || !act || act.cells.length > MOST_PREVIEWED) return
  const planned = planAct(act)
  if (planned?.kind !== 'plan') return
  const preview = workbook().sheets.through(place.filing, place.scenario, planned.plan.inputs)
  const warning = planned.remarks.some((one) => one.warning)
  const count = planned.changed
  const text = `Enter changes ${countText(count)} selected ${count === 1 ? 'cell' : 'cells'}${warning ? '; shown first, since not every one is an input' : ''}.`
  session.setState({ editing: { ...editing, plan: { ...planned.plan, consequence: { text, warning } }, preview } })
}
