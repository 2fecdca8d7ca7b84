/**
 * Whether an action can be done as things stand, and why not: menus and the palette say it before anything is tried.
 * An action may still refuse with a reason of its own; what is said here must never be wrong.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { isActionId, type ActionId } from '../../shared/actions/actions.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { STRUCTURE_ACTIONS } from '../structure/structure_actions.ts'
import { shownFiling } from './figures.ts'
import { focusedCell, session } from './session.ts'
import { closedReason } from './structure_acts.ts'

const needsScenario = (): string | null => {
  const { place } = session.getState()
  if (!place || place.scenario !== null) return null
  return 'Only a scenario can be reset.'
}

const needsCell = (): string | null => {
  const ref = focusedCell()
  return session.getState().editing || (ref && findCell(shownFiling(), ref)) ? null : 'A cell is chosen first.'
}

const needsFiling = (): string | null => (shownFiling() ? null : 'No filing is shown.')

const needsDraft = (): string | null => {
  const filing = shownFiling()
  if (filing?.status === 'draft') return null
  return filing ? `“${isolated(filing.title)}” is filed: its figures are those printed.` : 'No filing is shown.'
}

const needsStatus = (status: 'filed' | 'draft'): string | null => {
  const filing = shownFiling()
  if (!filing) return 'No filing is shown.'
  const isDraft = filing.status === 'draft'
  if (isDraft === (status === 'draft')) return null
  return `“${isolated(filing.title)}” is ${isDraft ? 'a draft' : 'filed'} already.`
}

const WHY_NOT: Partial<Record<ActionId, () => string | null>> = {
  ...Object.fromEntries(STRUCTURE_ACTIONS.map((id) => [id, () => closedReason(shownFiling()) ?? null])),
  undo: () => (session.getState().undo ? null : 'Nothing to undo.'),
  redo: () => (session.getState().redo ? null : 'Nothing to redo.'),
  copy_exact: needsCell,
  fill_down: needsCell,
  fill_right: needsCell,
  roll_forward: needsFiling,
  duplicate_filing: needsFiling,
  filing_details: needsFiling,
  delete_filing: needsFiling,
  go_as_filed: () => (session.getState().place?.scenario === null ? 'Shown already.' : null),
  fill_selection: needsCell,
  step_up: needsCell,
  step_down: needsCell,
  flip_sign: needsCell,
  copy_formulas: needsCell,
  comment: needsCell,
  drop_source_figures: needsDraft,
  file_filing: () => needsStatus('draft'),
  reopen_filing: () => needsStatus('filed'),
  spread: needsCell,
  reclassify: needsCell,
  reset_cell: needsScenario,
  reset_line: needsScenario,
  reset_schedule: needsScenario,
  reset_scenario: needsScenario,
}

/** Why the action cannot be done now, as a sentence; null where it can. */
export function whyNot(id: string): string | null {
  return isActionId(id) ? (WHY_NOT[id]?.() ?? null) : null
}
