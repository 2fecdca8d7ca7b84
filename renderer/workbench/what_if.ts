/**
 * Acts of what-if at the cell in focus: spreading a total, reclassifying, taking a scenario's edits back.
 * Plans come from the analysis layer; this module knows where the person is and says what became of the act.
 */
import { reset, type ResetScope } from '../../shared/analysis/reset.ts'
import { partsOf } from '../../shared/analysis/total_parts.ts'
import { sameCell } from '../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { enact, layerShown } from './carry_out.ts'
import { clearCell } from './editing.ts'
import { shownEngine, shownFiling } from './figures.ts'
import { workbook } from './opened.ts'
import { focusedCell, session } from './session.ts'
import { say } from './toasts.ts'
import { settleTexts } from './typed_texts.ts'

/** The cell in focus as far as it is one of a schedule: the comparison's are not. */
function focusedInSchedule(): CellRef | undefined {
  const ref = focusedCell()
  return ref && findCell(shownFiling(), ref) ? ref : undefined
}

/** The cell under edit, else the one in focus, with what was typed at it. */
function cellAtHand(): { ref: CellRef; text: string } | undefined {
  const { editing } = session.getState()
  if (editing) return { ref: editing.ref, text: editing.plan ? editing.text : '' }
  const ref = focusedInSchedule()
  return ref && { ref, text: '' }
}

/** Opens the spreading of the total under edit or in focus over its lines. */
export function openSpread(): void {
  const at = cellAtHand()
  if (!at) return say('A total is chosen first; then it can be spread over its lines.', { tone: 'warned' })
  session.setState({ dialog: { kind: 'spread', ref: at.ref, text: at.text } })
}

/** True while an amount is typed at a total that could be spread over its lines instead of standing over its formula. */
export function spreadOffered(): boolean {
  const { editing, place } = session.getState()
  const [filing, engine] = [shownFiling(), shownEngine()]
  if (!filing || !engine || !place || editing?.plan?.kind !== 'plan') return false
  const { ref, plan } = editing
  const isOver =
    plan.kind === 'plan' && plan.inputs.some((input) => sameCell(input, ref) && !input.input?.startsWith('='))
  return isOver && partsOf(filing, engine, ref, layerShown(filing, place.scenario)) !== undefined
}

/** Opens reclassifying in the column of the cell in focus. */
export function openReclassify(): void {
  // What is typed is no amount to be moved; it is entered first.
  if (settleTexts() === 'kept') return
  const at = cellAtHand()
  if (!at) return say('A line is chosen first; then an amount can be moved to it.', { tone: 'warned' })
  session.setState({ dialog: { kind: 'reclassify', ref: at.ref } })
}

/** Takes the scenario's edits back within the cell, line or schedule in focus, or all of them; one change set. */
export function resetEdits(of: ResetScope['of']): void {
  const { place } = session.getState()
  const filing = shownFiling()
  if (!place || !filing) return
  if (place.scenario === null) {
    const shown = filing.status === 'draft' ? 'The draft itself is' : 'The figures as filed are'
    return say(`${shown} shown; only a scenario can be reset.`, { tone: 'warned' })
  }
  const ref = focusedInSchedule()
  if (of === 'cell' && ref) return clearCell(ref)
  const scope = scopeOf(of, filing, place.schedule, ref)
  if (!scope) return say('A line of a schedule is chosen first; then its edits can be reset.', { tone: 'warned' })
  const plan = reset(filing, workbook().book.scenarioCells(place.filing, place.scenario), scope)
  const reason = plan.kind === 'refused' ? plan.reason : enact(plan, ref ?? null, { resets: true })
  if (reason !== null) say(reason, { tone: 'warned' })
  else if (plan.kind === 'plan') say(`${plan.title}. ${plan.consequence?.text ?? ''}`)
}

function scopeOf(
  of: ResetScope['of'],
  filing: Filing,
  schedule: string,
  ref: CellRef | undefined,
): ResetScope | undefined {
  if (of === 'scenario') return { of }
  if (of === 'schedule') return filing.schedules.some(({ id }) => id === schedule) ? { of, schedule } : undefined
  return of === 'line' && ref ? { of, schedule, line: ref.line } : undefined
}
