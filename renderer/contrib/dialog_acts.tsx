/**
 * The foot of a form in a dialog: the way out, then the act it is for. Does neither itself: the form is submitted, or the
 * dialog put away.
 */
import type { JSX, ReactNode } from 'react'
import { closeDialog } from '../session/asking.ts'
import { useOpenSession } from './use_session.ts'

type Props = {
  /** What the form does, on its main button. */
  submit: ReactNode
  /** What leaving comes to. */
  cancel?: string
  /** True while what the form states cannot be done. */
  disabled?: boolean
  /** What stands before the buttons. */
  children?: ReactNode
}

export function DialogActs({ submit, cancel = 'Cancel', disabled = false, children }: Props): JSX.Element {
  const session = useOpenSession()
  return (
    <div className="dialog-acts">
      {children}
      <button type="button" className="button" onClick={() => closeDialog(session)}>
        {cancel}
      </button>
      <button type="submit" className="button primary" disabled={disabled}>
        {submit}
      </button>
    </div>
  )
}
