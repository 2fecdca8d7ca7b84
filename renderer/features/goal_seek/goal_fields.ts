/**
 * What is filled in at goal seek: the figure to be set, the value, the figure to be changed.
 */
import type { GoalFields } from '../../../shared/analysis/read_cell.ts'
import { cellInFocus, NO_CELL, toolFields } from '../../contrib/tool_fields.ts'
import type { Session } from '../../session/session.ts'

export const goalFields = toolFields<GoalFields>((session) => ({
  target: cellInFocus(session),
  value: '',
  by: NO_CELL,
}))

/** The question is asked of the figure in focus; what else was filled in stays. */
export function beginAtFocus(session: Session): void {
  const target = cellInFocus(session)
  if (target.ref) goalFields.set(session, { target })
}
