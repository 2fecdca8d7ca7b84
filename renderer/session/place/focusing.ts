/**
 * Where the keyboard goes in the figures: the grid that is shown takes it there, once.
 */
import type { Session } from '../session.ts'
import type { SessionState } from '../state.ts'

/** To a cell; null for none. */
export function focusOn(session: Session, cell: SessionState['goal']): void {
  session.setState({ goal: cell })
}

/** Back to the figures: to the cell that waits for it already, else to the one in focus. */
export function focusFigures(session: Session): void {
  session.setState(({ goal, focus }) => ({ goal: goal ?? focus }))
}
