/**
 * What stands before the screen: a question that an act asks, or a dialog that a feature opened. One at a time; which of them is
 * drawn, and how, is not known here.
 */
import type { Session } from './session.ts'
import type { OpenDialog, Question } from './state.ts'

/** Asks, in place of whatever stands before the screen. */
export function ask(session: Session, question: Question): void {
  session.setState({ question, dialog: null })
}

/** Shows a dialog, in place of whatever stands before the screen. */
export function showDialog(session: Session, dialog: OpenDialog): void {
  session.setState({ dialog, question: null })
}

/** Puts away what stands before the screen; nothing else changes. */
export function closeDialog(session: Session): void {
  session.setState({ dialog: null, question: null })
}
