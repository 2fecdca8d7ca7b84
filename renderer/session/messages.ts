/**
 * Saying something in passing: a message that appears, is read aloud by a screen reader, and leaves.
 * Nothing that needs an answer may be said this way.
 */
import { refusalText, type Refusal } from '../../shared/refusals/refusal.ts'
import type { Toast } from './state.ts'
import { isolated } from '../../shared/money/isolated.ts'
import { ofSession, type Session } from './session.ts'
import { lostText } from './wording.ts'

/** The id of the last message, and the messages of the task that runs: what follows within it is not yet what comes after them. */
const said = ofSession(() => ({ last: 0, fresh: new Set<number>() }))

/** So many messages can be read again. */
const RECENT = 30

/**
 * Shows a message in place of the last one. A warning stays until dismissed or, being about the moment, until the workbook or the
 * place changes; one that `lasts` stays all the same, as where an edit was not stored.
 */
export function say(session: Session, text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  const { fresh } = said(session)
  const id = (said(session).last += 1)
  const toast: Toast = { tone: 'said', ...more, id, text }
  fresh.add(id)
  session.timer.after(0, () => fresh.delete(id))
  session.setState(({ toasts, saidBefore }) => ({
    toasts: [...toasts.filter((one) => one.tone === 'warned' && one.text !== text).slice(-2), toast],
    saidBefore: [...saidBefore, toast].slice(-RECENT),
  }))
}

/** Warns of the moment: an act was not done, and why. */
export function warn(session: Session, why: string | Refusal): void {
  say(session, typeof why === 'string' ? why : refusalText(why), { tone: 'warned' })
}

/** Says what was done or, where an act was refused, why not; true where it was done. */
export function sayDone(session: Session, refusal: Refusal | undefined, done: string): boolean {
  if (refusal) warn(session, refusal)
  else say(session, done)
  return !refusal
}

/** True for a warning of the moment once that is past. */
function isOver(session: Session, { id, tone, lasts }: Toast): boolean {
  return tone === 'warned' && !lasts && !said(session).fresh.has(id)
}

/** Takes warnings of the moment away once work went on: what they say may have become untrue, and so may their way on. */
export function followWork(session: Session): void {
  session.subscribe((state, before) => {
    const wentOn = state.held !== before.held || state.place !== before.place
    if (wentOn && state.toasts.some((toast) => isOver(session, toast))) {
      session.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => !isOver(session, toast)) }))
    }
  })
}

export function unsay(session: Session, id: number): void {
  session.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** What was typed and could not be entered is said, so that it can be typed again. */
export function sayLost(session: Session, typed: string | undefined, why: string): void {
  const text = typed?.trim()
  if (text) say(session, lostText(isolated(text), why), { tone: 'warned', lasts: true })
}
