/**
 * Acts of what-if at the cell in focus: spreading a total, reclassifying, taking a scenario's edits back.
 * Plans come from the analysis layer; this module knows where the person is and says what became of the act.
 */
import { reset, type ResetScope } from '../../../shared/analysis/reset.ts'
import { spreadRefusal } from '../../../shared/analysis/spread.ts'
import { partsOf } from '../../../shared/analysis/total_parts.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import { enact } from './enacting.ts'
import { clearCell } from './editing.ts'
import { shownEngine, shownFiling } from '../reading/figures.ts'
import { focusedCell } from '../state.ts'
import { sayDone, warn } from '../messages.ts'
import type { Session } from '../session.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { NO_RESET } from './wording.ts'

/** The cell in focus as far as it is one of a schedule: the comparison's are not. */
function focusedInSchedule(session: Session): CellRef | undefined {
  const ref = focusedCell(session.getState())
  return ref && findCell(shownFiling(session), ref) ? ref : undefined
}

/** The cell under edit, else the one in focus, with what was typed at it. */
export function cellAtHand(session: Session): { ref: CellRef; text: string } | undefined {
  const { editing } = session.getState()
  if (editing) return { ref: editing.ref, text: editing.plan ? editing.text : '' }
  const ref = focusedInSchedule(session)
  return ref && { ref, text: '' }
}

/** Why an act at a cell cannot be done, undefined where a cell is under edit or in focus. */
export function needsCell(session: Session): Refusal | undefined {
  return cellAtHand(session) ? undefined : { code: 'no_cell_chosen' }
}

/** Why the figure under edit or in focus cannot be spread over its lines; undefined where it can. */
export function spreadRefusalHere(session: Session): Refusal | undefined {
  const [at, filing, engine] = [cellAtHand(session), shownFiling(session), shownEngine(session)]
  if (!at || !filing || !engine) return { code: 'no_cell_chosen' }
  return spreadRefusal(filing, engine, at.ref, editedLayer(filing, session.getState().place?.scenario ?? null))
}

/** True while an amount is typed at a total that could be spread over its lines instead of standing over its formula. */
export function spreadOffered(session: Session): boolean {
  const { editing, place } = session.getState()
  const [filing, engine] = [shownFiling(session), shownEngine(session)]
  if (!filing || !engine || !place || editing?.plan?.kind !== 'plan') return false
  const { ref, plan } = editing
  const isOver =
    plan.kind === 'plan' && plan.inputs.some((input) => sameCell(input, ref) && !input.input?.startsWith('='))
  return isOver && partsOf(filing, engine, ref, editedLayer(filing, place.scenario)) !== undefined
}

/** Why a scenario's edits cannot be taken back there: none is shown, or it holds none of its own. */
export function resetRefusal(session: Session, of: ResetScope['of']): Refusal | undefined {
  const { place } = session.getState()
  const filing = shownFiling(session)
  if (!place || !filing) return { code: 'no_filing_shown' }
  if (place.scenario === null) return { code: 'no_scenario_to_reset' }
  const ref = focusedInSchedule(session)
  const scope = of === 'cell' ? ref && { of, ref } : scopeOf(of, filing, place.schedule, ref)
  if (!scope) return { code: 'no_cell_chosen' }
  const plan = reset(filing, session.workbook().book.scenarioCells(place.filing, place.scenario), scope)
  return plan.kind === 'refused' ? plan.refusal : undefined
}

/** Takes the scenario's edits back within the cell, line or schedule in focus, or all of them; one change set. */
export function resetEdits(session: Session, of: ResetScope['of']): void {
  const { place } = session.getState()
  const filing = shownFiling(session)
  if (!place || !filing) return
  if (place.scenario === null) {
    return warn(session, NO_RESET.base(filing.status === 'draft'))
  }
  const ref = focusedInSchedule(session)
  if (of === 'cell' && ref) return clearCell(session, ref)
  const scope = scopeOf(of, filing, place.schedule, ref)
  if (!scope) return warn(session, NO_RESET.line)
  const plan = reset(filing, session.workbook().book.scenarioCells(place.filing, place.scenario), scope)
  if (plan.kind === 'refused') return warn(session, plan.refusal)
  const refusal = enact(session, plan, ref ?? null, { resets: true })
  sayDone(session, refusal, `${plan.title}. ${plan.consequence?.text ?? ''}`)
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
