/**
 * The session of a large filing at rest: what explains its figures, which need not be there in the frame of a key, follows once the
 * hand pauses. In a filing of ordinary size it follows at once.
 */
import { createStore } from 'zustand/vanilla'
import { isLarge, filingShown } from '../session/reading/shown.ts'
import { ofSession } from '../session/session.ts'
import type { SessionState } from '../session/state.ts'
import { useOpenSession, usePart } from './use_session.ts'

/** How long nothing changes before a large filing is at rest, in milliseconds: less than a pause, more than two keys. */
const REST = 120

/** What a person does to figures; anything else is no work that would be waited for. */
const WORK = ['held', 'number', 'focus', 'place', 'period', 'tieOuts'] as const satisfies (keyof SessionState)[]

/** The state as it was when the filing shown was last at rest. */
const rested = ofSession((session) => {
  const store = createStore<SessionState>()(() => session.getState())
  const follow = (): void => store.setState(session.getState(), true)
  let forget: (() => void) | undefined
  session.subscribe((state, before) => {
    if (!isLarge(filingShown(state))) {
      forget?.()
      follow()
    } else if (WORK.some((part) => state[part] !== before[part])) {
      forget?.()
      forget = session.timer.after(REST, follow)
    }
  })
  return store
})

/** A part of the session as it was when the filing shown was last at rest. */
export function useRested<T>(select: (state: SessionState) => T, isSame: (a: T, b: T) => boolean = Object.is): T {
  return usePart(rested(useOpenSession()), select, isSame)
}
