/**
 * Where the focus is among the cells, and where the grid is to put it next. The page's own focus is the grid's to move.
 */
import { notePeriod } from './going.ts'
import type { Session } from '../session.ts'

type Cell = { line: string; column: string }

/** Sends the focus to a cell of the schedule shown; the grid puts it there once it can. */
export function sendFocus(session: Session, cell: Cell | null): void {
  session.setState({ goal: cell })
}

/** Sends the focus to a cell that is the one in focus from now on, as after a choice by the pointer. */
export function takeFocus(session: Session, cell: Cell, to: Cell | null = cell): void {
  session.setState({ focus: cell, goal: to, remark: null })
  const { place } = session.getState()
  if (place) notePeriod(session, place.schedule, cell.column)
}

/** Sends the keyboard back to the cells: to the one that is wanted already, else to the one in focus. */
export function returnFocus(session: Session): void {
  session.setState(({ goal, focus }) => ({ goal: goal ?? focus }))
}

/** The page's focus came to a cell. */
export function noteFocus(session: Session, cell: Cell): void {
  const { focus } = session.getState()
  if (focus?.line !== cell.line || focus.column !== cell.column) session.setState({ focus: cell, remark: null })
}

/** The cell in focus is another one, which stands where it stood; what is said of it stays. */
export function moveFocus(session: Session, focus: Cell, goal?: Cell): void {
  session.setState({ focus, ...(goal && { goal }) })
}

export function focusReached(session: Session): void {
  session.setState({ goal: null })
}
