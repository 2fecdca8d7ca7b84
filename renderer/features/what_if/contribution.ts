/**
 * How an edit flows, and edits of several lines at once: a total spread over its lines, an amount moved between lines.
 */
import './what_if.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { FlowSwitch } from './flow_switch.tsx'
import type { CellRef } from '../../../shared/model/filing.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { ReclassifyDialog } from './reclassify_dialog.tsx'
import { SpreadDialog } from './spread_dialog.tsx'
import { NO_LINE_CHOSEN, NO_TOTAL_CHOSEN } from './wording.ts'
import type { Session } from '../../session/session.ts'
import { warn } from '../../session/messages.ts'
import { settleTexts } from '../../session/typed_texts.ts'
import { cellAtHand, needsCell } from '../../session/edit/resetting.ts'

const SPREAD: DialogDefinition<{ cell: CellRef; text: string }> = { id: 'spread', ofPlace: true, Content: SpreadDialog }
const RECLASSIFY: DialogDefinition<{ cell: CellRef }> = { id: 'reclassify', ofPlace: true, Content: ReclassifyDialog }

/** Opens the spreading of the total under edit or in focus over its lines. */
function openSpread(session: Session): void {
  const at = cellAtHand(session)
  if (!at) return warn(session, NO_TOTAL_CHOSEN)
  openDialog(session, SPREAD, { cell: at.ref, text: at.text })
}

/** Opens reclassifying in the column of the cell in focus. */
function openReclassify(session: Session): void {
  // What is typed is no amount to be moved; it is entered first.
  if (settleTexts(session) === 'kept') return
  const at = cellAtHand(session)
  if (!at) return warn(session, NO_LINE_CHOSEN)
  openDialog(session, RECLASSIFY, { cell: at.ref })
}

export const whatIf = {
  actions: {
    spread: {
      run: openSpread,
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 3, at: 1 }],
    },
    reclassify: {
      run: openReclassify,
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 3, at: 2 }],
    },
  },
  parts: [{ slot: 'scenario', order: 1, Content: FlowSwitch }],
} satisfies Contribution
