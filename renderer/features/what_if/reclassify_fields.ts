/**
 * What is filled in at reclassifying: the figure where an amount belongs, and the amount.
 */
import type { CellField } from '../../../shared/analysis/read_cell.ts'
import { cellInFocus, toolFields } from '../../contrib/tool_fields.ts'
import type { Session } from '../../session/session.ts'
import { settleTexts } from '../../session/typed_texts.ts'

export type ReclassifyFields = { to: CellField; amount: string }

export const reclassifyFields = toolFields<ReclassifyFields>((session) => ({ to: cellInFocus(session), amount: '' }))

/** The figure in focus is where an amount belongs; false where what is typed there is refused, and stays. */
export function reclassifyAtHand(session: Session): boolean {
  // What is typed is no amount to be moved; it is entered first.
  if (settleTexts(session) === 'kept') return false
  const to = cellInFocus(session)
  if (to.ref) reclassifyFields.set(session, { to })
  return true
}
