/**
 * When a large filing has come to rest: what explains its figures, which need not be there in the frame of a key, follows once
 * the hand pauses. In a filing of ordinary size it follows at once.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { shownFiling } from './figures.ts'
import type { SessionState } from '../state.ts'
import type { Session } from '../session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

/** Above this many cells a filing is large. */
const MOST_CELLS = 8_000
/** How long nothing changes before a large filing is at rest, in milliseconds: less than a pause, more than two keys. */
const REST = 120

/** True for a filing of so many cells that what can wait does. */
export function isLarge(filing: Filing | undefined): boolean {
  const cells = filing?.schedules.reduce((sum, { lines, columns }) => sum + lines.length * columns.length, 0)
  return (cells ?? 0) > MOST_CELLS
}

/** Reads the session in a component that may follow a large filing when it is at rest; what it returns tells of news. */
export function useSettled(select: (state: SessionState) => unknown): unknown {
  const session = useOpenSession()
  return useSession((state) => (isLarge(shownFiling(session)) ? state.settled : select(state)))
}

/** Notes when the filing shown is at rest. */
export function followRest(session: Session): void {
  let rest: ReturnType<typeof setTimeout> | undefined
  session.subscribe((state, before) => {
    const isNews =
      state.revision !== before.revision ||
      state.number !== before.number ||
      state.focus !== before.focus ||
      state.place !== before.place ||
      state.period !== before.period ||
      state.checked !== before.checked
    if (!isNews || !isLarge(shownFiling(session))) return
    clearTimeout(rest)
    rest = setTimeout(() => session.setState((now) => ({ settled: now.settled + 1 })), REST)
  })
}
