/**
 * One edit from the first keystroke to the change set: what Enter would do is known while typing, Enter applies it in
 * the same task, Escape leaves no trace. The rules of an edit are the analysis layer's; this module carries them out.
 */
import { completedInput } from '../../../shared/analysis/completed.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import type { CellRef, Flow } from '../../../shared/model/filing.ts'
import { factOf, findCell } from '../../../shared/model/lookup.ts'
import { afterReversal, commit } from '../committing.ts'
import { carryOut, editsOf, groundOf, heldBelow } from './enacting.ts'
import { editableText, shownFiling } from '../reading/figures.ts'
import { go, rememberedScenario } from '../place/going.ts'
import { remember } from '../place/remembering.ts'
import { planEdit, type EditPlan } from '../../../shared/analysis/edit.ts'
import type { Editing } from '../state.ts'
import type { Session } from '../session.ts'
import { ask } from '../asking.ts'
import { refused, refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { completedTitle } from './wording.ts'

type Plan = Extract<EditPlan, { kind: 'plan' }>

/** What an edit of the cell to this text would mean, where the screen now is. */
function plan(session: Session, ref: CellRef, text: string): EditPlan | undefined {
  const ground = groundOf(session)
  if (!ground) return undefined
  const { filing, scenario, flow } = ground
  const clears = text.trim() === ''
  const closed = ground.closed(ref, clears)
  if (closed) return refused(closed)
  const engine = ground.engine(clears)
  const planned = planEdit({ filing, engine, scenario, ref, text, flow, sourceLine: ground.sourceLine(ref) })
  const held = planned.kind === 'plan' && !clears ? heldBelow(session, planned.inputs) : undefined
  return held ? refused(held) : planned
}

/** Begins an edit; `typed` replaces what stands, undefined edits the text as entered. */
export function beginEdit(session: Session, ref: CellRef, where: Editing['where'], typed?: string): string {
  const { place } = session.getState()
  const text = typed ?? (place ? editableText(session, place.filing, place.scenario, ref) : '')
  session.setState({ editing: { ref, where, text, plan: null, preview: null, refusal: null }, remark: null })
  if (typed !== undefined) typeText(session, typed)
  return text
}

/** Takes the text as it stands after a keystroke: plans it and previews the figures, touching nothing. */
export function typeText(session: Session, text: string): void {
  const { editing, place } = session.getState()
  if (!editing || !place) return
  const next = plan(session, editing.ref, text) ?? null
  const preview =
    next?.kind === 'plan' ? session.workbook().sheets.through(place.filing, place.scenario, next.inputs) : null
  session.setState({ editing: { ...editing, text, plan: next, preview, refusal: null } })
}

export function cancelEdit(session: Session): void {
  session.setState({ editing: null })
}

/**
 * Carries the edit out. `done`: the text was taken (or changed nothing) and the edit is over. `kept`: it was refused or
 * needs an answer first; the text stays in the cell.
 */
export function commitEdit(session: Session): 'done' | 'kept' {
  const { editing, place } = session.getState()
  if (!editing || !place) return 'done'
  const { ref, text } = editing
  if (text === editableText(session, place.filing, place.scenario, ref)) {
    session.atOnce(() => cancelEdit(session))
    return 'done'
  }
  if (afterReversal(session, () => enter(session, ref, text))) {
    session.atOnce(() => cancelEdit(session))
    return 'done'
  }
  return enter(session, ref, text)
}

/** Enters text into a cell as if typed there and ended with Enter. */
function enter(session: Session, ref: CellRef, text: string): 'done' | 'kept' {
  const next = plan(session, ref, text)
  if (!next) return 'done'
  if (next.kind === 'refused') {
    const { editing } = session.getState()
    const refusal = refusalText(next.refusal)
    if (editing && sameCell(editing.ref, ref))
      session.atOnce(() => session.setState({ editing: { ...editing, text, refusal } }))
    else remarkOn(session, ref, next.refusal)
    return 'kept'
  }
  if (next.kind === 'confirm') {
    const choices = next.choices.map(({ label, text: chosen, plan: chosenPlan }) => ({
      label,
      run: () => {
        const held = chosenPlan && heldBelow(session, chosenPlan.inputs)
        if (held) remarkOn(session, ref, held)
        else if (chosenPlan) carryOutTyped(session, ref, chosen, chosenPlan)
        else enter(session, ref, chosen)
      },
    }))
    ask(session, { kind: 'choices', question: next.question, choices })
    return 'kept'
  }
  carryOutTyped(session, ref, text, next)
  return 'done'
}

/** Applies a plan and queues it; as filed, asks for a source or starts a scenario as the same act. */
function carryOutTyped(session: Session, ref: CellRef, text: string, edit: Plan): void {
  const { place } = session.getState()
  const filing = shownFiling(session)
  if (!place || !filing) return
  const isAsFiled = place.scenario === null && filing.status !== 'draft'
  const schedule = findCell(filing, ref)?.schedule
  // Once completed, the figure is filed like any other, and another one starts a scenario.
  const open = session.workbook().book.input(place.filing, null, ref) === null
  if (isAsFiled && open && schedule && factOf(schedule, ref.line, ref.column)?.completable) {
    session.atOnce(() => {
      session.setState({ editing: null })
      ask(session, { kind: 'complete', ref, text })
    })
    return
  }
  remarkOn(session, ref, carryOut(session, edit, ref, { text }))
}

/** Completes an input that the document does not disclose, with where the figure was found. */
export function completeInput(session: Session, ref: CellRef, text: string, source: string): void {
  const { place } = session.getState()
  const next = plan(session, ref, text)
  const found = findCell(shownFiling(session), ref)
  if (!place || !found || next?.kind !== 'plan') return
  const inputs = next.inputs.map((one) =>
    sameCell(one, ref) && one.input !== null ? { ...one, input: completedInput(found, one.input) } : one,
  )
  const edits = editsOf(session, place.filing, null, inputs).map((edit) =>
    sameCell(edit, ref) ? { ...edit, source } : edit,
  )
  const title = completedTitle(next.title)
  const { schedule, line, column } = ref
  const at = { schedule, line, column, scenario: null }
  remarkOn(session, ref, commit(session, { filing: place.filing, title, place: at, changes: edits, text }))
}

/** The same figure in a scenario of its own, as filed untouched. */
export function completeInScenario(session: Session, ref: CellRef, text: string): void {
  const next = plan(session, ref, text)
  if (next?.kind === 'plan') remarkOn(session, ref, carryOut(session, next, ref, { text }))
}

/** Delete: clears an input, reverts an override, or says why there is nothing to clear. */
export function clearCell(session: Session, ref: CellRef): void {
  if (!afterReversal(session, () => enter(session, ref, ''))) enter(session, ref, '')
}

/** Why a cell takes no typing, said beside it. */
export function explainRefusal(session: Session, ref: CellRef): void {
  const next = plan(session, ref, '0')
  if (next?.kind === 'refused') remarkOn(session, ref, next.refusal)
}

/** Says beside the cell why an edit was not carried out, where it was not. */
function remarkOn(session: Session, ref: CellRef, refusal: Refusal | undefined): void {
  if (refusal) session.atOnce(() => session.setState({ remark: { ref, text: refusalText(refusal) } }))
}

/** Goes back to the cell of an edit that was taken back. */
export function goBackTo(session: Session, filing: string, ref: CellRef): void {
  const { place } = session.getState()
  const scenario = place?.filing === filing ? place.scenario : rememberedScenario(session, filing)
  go(session, { filing, schedule: ref.schedule, scenario }, { cell: ref })
}

/** Goes to the cell of an edit that was taken back and puts what was typed there, ready for Enter. */
export function offerAgain(session: Session, filing: string, { schedule, line, column }: CellRef, text: string): void {
  const ref = { schedule, line, column }
  goBackTo(session, filing, ref)
  beginEdit(session, ref, 'formula_bar', text)
}

export function chooseFlow(session: Session, flow: Flow): void {
  remember(session, { flow })
  const { editing } = session.getState()
  if (editing?.plan) typeText(session, editing.text)
}

export function endRemark(session: Session): void {
  session.setState({ remark: null })
}
