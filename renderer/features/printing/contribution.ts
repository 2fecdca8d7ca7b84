/**
 * Printing a schedule.
 */
import './printing.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import manual from './manual.md?raw'
import { PrintPreview, type Asked } from './print_preview.tsx'
import type { Session } from '../../session/session.ts'

const PREVIEW: DialogDefinition<Asked> = { id: 'print', Content: PrintPreview }

/** Shows the paper once every edit is stored; with a bridge after the schedule, or the answer to a question instead, where one is given. */
function print(session: Session, given: unknown): void {
  void session
    .workbook()
    .queue.idle()
    .then(() => openDialog(session, PREVIEW, (given ?? {}) as Asked))
}

export const printing = {
  actions: { print: { run: print, enters: true } },
  manual: [{ order: 8, text: manual }],
} satisfies Contribution
