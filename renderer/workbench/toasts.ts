/**
 * Saying something in passing: a message that appears, is read aloud by a screen reader, and leaves.
 * Nothing that needs an answer may be said this way.
 */
import { session, type Toast } from './session.ts'

let last = 0

/** Shows a message in place of the last one; warnings stay until dismissed. */
export function say(text: string, more: Partial<Pick<Toast, 'tone' | 'act'>> = {}): void {
  last += 1
  const toast: Toast = { id: last, text, tone: more.tone ?? 'said', act: more.act }
  session.setState(({ toasts }) => ({
    toasts: [...toasts.filter((one) => one.tone === 'warned' && one.text !== text).slice(-2), toast],
  }))
}

/** Takes a message away. */
export function unsay(id: number): void {
  session.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
