/**
 * Whether the structure of the filing shown can be changed: it is a draft. Says why where it cannot.
 */
import { shownFiling } from '../reading/figures.ts'
import { reversingReason } from '../committing.ts'
import { closedRefusal } from './structure_acts.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

/** True where the structure takes changes; otherwise says why not, with the way on where there is one. */
export function isOpenToChange(session: Session): boolean {
  const filing = shownFiling(session)
  const closed = closedRefusal(filing)
  if (closed) {
    const act = filing && { label: 'Duplicate as a draft…', perform: 'duplicate_filing' as const }
    say(session, refusalText(closed), { tone: 'warned', ...(act && { act }) })
    return false
  }
  const reason = reversingReason(session)
  if (reason !== null) say(session, reason, { tone: 'warned' })
  return reason === null
}
