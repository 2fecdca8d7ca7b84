/**
 * A dialog of the session: closing it puts away what stands before the screen, and the focus goes back to the work.
 */
import { useCallback, type JSX } from 'react'
import { closeDialog } from '../session/asking.ts'
import { returnFocus as returnToCells } from '../session/place/focus.ts'
import type { Session } from '../session/session.ts'
import { DialogBox, type DialogContent } from '../ui/dialog_box.tsx'
import { LongWorkLine } from './long_work_line.tsx'
import { useOpenSession } from './use_session.ts'

/** Back to the text under edit, else to the cell that is the goal or was in focus. */
function returnFocus(session: Session): void {
  const { editing } = session.getState()
  if (editing) {
    const where = editing.where === 'cell' ? '.cell-editor input' : '.formula-bar input'
    document.querySelector<HTMLInputElement>(where)?.focus()
  } else returnToCells(session)
}

export function DialogFrame(content: DialogContent): JSX.Element {
  const session = useOpenSession()
  const close = useCallback(() => closeDialog(session), [session])
  return (
    <DialogBox {...content} onClose={close} onFocusBack={() => returnFocus(session)}>
      {content.children}
      <LongWorkLine />
    </DialogBox>
  )
}
