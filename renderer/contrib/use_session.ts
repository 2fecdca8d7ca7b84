/**
 * The session in a component. Reads it; acts change it, and they are given the session as such.
 */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
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

/** A part of the session; the component is drawn again when that part changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useOpenSession(), select)
}
