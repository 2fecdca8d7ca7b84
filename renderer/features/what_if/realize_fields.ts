/**
 * What is filled in at realizing a difference: its figure, the amount, the character and the capital gains that bear a capital loss. A field that nothing
 * was filled in takes what the filing tells.
 */
import type { CellField } from '../../../shared/analysis/read_cell.ts'
import type { Character } from '../../../shared/analysis/realize.ts'
import { cellInFocus, toolFields } from '../../contrib/tool_fields.ts'
import type { Session } from '../../session/session.ts'
import { settleTexts } from '../../session/typed_texts.ts'

export type RealizeFields = { of: CellField; amount: string; character?: Character; gains?: string }

export const realizeFields = toolFields<RealizeFields>((session) => ({ of: cellInFocus(session), amount: '' }))

/** The figure in focus is what is realized; false where what is typed there is refused, and stays. */
export function realizeAtHand(session: Session): boolean {
  if (settleTexts(session) === 'kept') return false
  const of = cellInFocus(session)
  // Another difference has a character of its own.
  if (of.ref) realizeFields.set(session, { of, character: undefined, gains: undefined })
  return true
}
