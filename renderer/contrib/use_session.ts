/**
 * The session in a component. Reads it; acts change it, and they are given the session as such. A component selects what it shows:
 * what is selected must be cheap to find, since it is looked for whenever anything of the session changes.
 */
import { createContext, useContext, useRef } from 'react'
import { useStore, type StoreApi } from 'zustand'
import { checked, type Checked } from '../session/reading/tie_out_books.ts'
import { shown, type Shown } from '../session/reading/shown.ts'
import type { Session } from '../session/session.ts'
import type { SessionState } from '../session/state.ts'

/** The session of the page, for all components within. */
export const SessionContext = createContext<Session | null>(null)

/** The session itself, for acts. */
export function useOpenSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No session is given to this component.')
  return session
}

/** A part of a state; what is the same by `isSame` stays the same object. */
export function usePart<T>(
  store: Pick<StoreApi<SessionState>, 'getState' | 'getInitialState' | 'subscribe'>,
  select: (state: SessionState) => T,
  isSame: (a: T, b: T) => boolean,
): T {
  const last = useRef<{ part: T } | null>(null)
  return useStore(store, (state) => {
    const part = select(state)
    if (!last.current || !isSame(last.current.part, part)) last.current = { part }
    return last.current.part
  })
}

/** A part of the session; the component is drawn again when that part changes, as `isSame` tells. */
export function useSession<T>(select: (state: SessionState) => T, isSame: (a: T, b: T) => boolean = Object.is): T {
  return usePart(useOpenSession(), select, isSame)
}

/** The filing shown with its figures; undefined where none is shown. */
export function useShown(): Shown | undefined {
  const session = useOpenSession()
  return useSession((state) => shown(session, state))
}

/** The same with its tie-outs, as far as they are known. */
export function useChecked(): Checked | undefined {
  const session = useOpenSession()
  return useSession((state) => checked(session, state))
}
