/**
 * Printing a schedule.
 */
import './printing.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import manual from './manual.md?raw'
import { PrintPreview } from './print_preview.tsx'
import type { Session } from '../../session/session.ts'

type Bridge = { bridge?: string; period?: string }

const PREVIEW: DialogDefinition<Bridge> = { id: 'print', Content: PrintPreview }

/** Shows the paper once every edit is stored; with a bridge after the schedule, for a period, where one is given. */
function print(session: Session, given: unknown): void {
  void session
    .workbook()
    .queue.idle()
    .then(() => openDialog(session, PREVIEW, (given ?? {}) as Bridge))
}

export const printing = {
  actions: { print: { run: print, enters: true } },
  manual: [{ order: 8, text: manual }],
} satisfies Contribution
