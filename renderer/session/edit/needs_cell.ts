/**
 * Whether a cell is chosen, as acts at a cell need it.
 */
import { findCell } from '../../../shared/model/lookup.ts'
import { shownFiling } from '../reading/figures.ts'
import type { Session } from '../session.ts'
import { focusedCell } from '../state.ts'

/** Why an act at a cell cannot be done, as a sentence; null where a cell is under edit or in focus. */
export function needsCell(session: Session): string | null {
  const state = session.getState()
  const ref = focusedCell(state)
  return state.editing || (ref && findCell(shownFiling(session), ref)) ? null : 'A cell is chosen first.'
}
