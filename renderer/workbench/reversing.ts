/**
 * Undo and redo as acts of a person: they wait for the queue and lead to where the change was.
 */
import { workbook } from './opened.ts'
import { session } from './session.ts'
import { say } from './toasts.ts'
import type { Reversal } from './commit_queue.ts'

/** Undoes or redoes one change; says so where there is none. */
export function reverse(kind: Reversal): void {
  const { queue } = workbook()
  const { undo, redo } = session.getState()
  const target = kind === 'undo' ? undo : redo
  if (!target && queue.isIdle()) return say(kind === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.')
  queue.reverse(kind)
}
