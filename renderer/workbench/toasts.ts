/**
 * Saying something in passing: a message that appears, is read aloud by a screen reader, and leaves.
 * Nothing that needs an answer may be said this way.
 */
import { session, type Toast } from './session.ts'

let last = 0

/** Messages of the task that runs: what follows within it is not yet what comes after them. */
const fresh = new Set<number>()

/**
 * Shows a message in place of the last one. A warning stays until dismissed or, being about the moment, until the workbook or the
 * place changes; one that `lasts` stays all the same, as where an edit was not stored.
 */
export function say(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  last += 1
  const id = last
  const toast: Toast = { tone: 'said', ...more, id, text }
  fresh.add(id)
  setTimeout(() => fresh.delete(id))
  session.setState(({ toasts }) => ({
    toasts: [...toasts.filter((one) => one.tone === 'warned' && one.text !== text).slice(-2), toast],
  }))
}

/** True for a warning of the moment once that is past. */
function isOver({ id, tone, lasts }: Toast): boolean {
  return tone === 'warned' && !lasts && !fresh.has(id)
}

/** Takes warnings of the moment away once work went on: what they say may have become untrue, and so may their way on. */
export function followWork(): void {
  session.subscribe((state, before) => {
    const wentOn = state.revision !== before.revision || state.place !== before.place
    if (wentOn && state.toasts.some(isOver)) {
      session.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => !isOver(toast)) }))
    }
  })
}

/** Takes a message away. */
export function unsay(id: number): void {
  session.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
