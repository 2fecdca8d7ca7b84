/**
 * Opens spreading and reclassifying for the cell at hand.
 */
import type { CellRef } from '../../../shared/model/filing.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { ReclassifyDialog } from './reclassify_dialog.tsx'
import { SpreadDialog } from './spread_dialog.tsx'
import type { Session } from '../../session/session.ts'
import { say } from '../../session/messages.ts'
import { settleTexts } from '../../session/typed_texts.ts'
import { cellAtHand } from '../../session/edit/resetting.ts'

const SPREAD: DialogDefinition<{ cell: CellRef; text: string }> = { id: 'spread', ofPlace: true, Content: SpreadDialog }
const RECLASSIFY: DialogDefinition<{ cell: CellRef }> = { id: 'reclassify', ofPlace: true, Content: ReclassifyDialog }

/** Opens the spreading of the total under edit or in focus over its lines. */
export function openSpread(session: Session): void {
  const at = cellAtHand(session)
  if (!at) return say(session, 'A total is chosen first; then it can be spread over its lines.', { tone: 'warned' })
  openDialog(session, SPREAD, { cell: at.ref, text: at.text })
}

/** Opens reclassifying in the column of the cell in focus. */
export function openReclassify(session: Session): void {
  // What is typed is no amount to be moved; it is entered first.
  if (settleTexts(session) === 'kept') return
  const at = cellAtHand(session)
  if (!at) return say(session, 'A line is chosen first; then an amount can be moved to it.', { tone: 'warned' })
  openDialog(session, RECLASSIFY, { cell: at.ref })
}
