/**
 * Undo and redo as acts of a person: they wait for the queue and lead to where the change was.
 */

import { say } from './messages.ts'
import type { Session } from './session.ts'

/** Undoes or redoes one change; says so where there is none. */
export function reverse(session: Session, kind: 'undo' | 'redo'): void {
  const { queue } = session.workbook()
  const { undo, redo } = session.getState()
  const target = kind === 'undo' ? undo : redo
  if (!target && queue.isIdle())
    return say(session, kind === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.')
  queue.reverse(kind)
}

/** "Undo from here": takes one change of the log back by a new edit, after every edit before it is stored. */
export function revertChange(session: Session, number: number): void {
  session.workbook().queue.revert(number)
}
