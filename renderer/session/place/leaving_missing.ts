/**
 * Leaves what no longer exists, as after an undo: a scenario, a schedule, a filing.
 */
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { go, showAddress } from './going.ts'
import { AS_FILED, type ShownPlace } from './place.ts'
import type { Book } from '../book/book.ts'
import { ofSession, type Session } from '../session.ts'
import { sayLost } from '../messages.ts'

/** Where the screen goes when a filing is no longer shown. */
const waysBack = ofSession(() => new Map<string, ShownPlace>())

/** Says where to go when a filing goes: where it was made from, or the filing beside one about to be deleted. */
export function leadBack(session: Session, filing: string, place: ShownPlace): void {
  waysBack(session).set(filing, place)
}

/**
 * Leaves what no longer exists: a scenario for the one it stood on, else for the base, as after undoing its start; a schedule for
 * another of its filing; a filing that was deleted, or whose making was undone, for the one that leads back, else for the first.
 */
export function leaveMissing(session: Session, changes: readonly Change[]): void {
  const { place, editing } = session.getState()
  const opened = session.opened()
  if (!opened || !place) return
  const filing = opened.book.filing(place.filing)
  const back = filing ? undefined : waysBack(session).get(place.filing)
  if (back && opened.book.filing(back.filing)) {
    go(session, back, { isForced: true })
    return sayLost(session, editing?.text, 'its cell is no longer there')
  }
  const exists = place.schedule === COMPARE || filing?.schedules.some(({ id }) => id === place.schedule)
  if (!filing || !exists) {
    const schedule = filing && besideTaken(filing, place.schedule, changes)
    const beside = { filing: place.filing, schedule, scenario: place.scenario ?? AS_FILED }
    showAddress(session, beside, { isForced: true })
    return sayLost(session, editing?.text, 'its cell is no longer there')
  }
  if (place.scenario === null || opened.book.hasScenario(place.filing, place.scenario)) return
  const scenario = scenarioUnder(opened.book, place.filing, place.scenario, changes)
  go(session, { ...place, scenario }, { remember: true, keepsEdit: true })
}

/** The scenario on which one stood that changes took away: what it showed but for its own inputs. Null for the base. */
export function scenarioUnder(
  book: Pick<Book, 'hasScenario'>,
  filing: string,
  scenario: string,
  changes: readonly Change[],
): string | null {
  const taken = changes.find((change) => change.kind === 'scenario' && change.scenario === scenario)
  const under = taken?.kind === 'scenario' ? (taken.before ?? taken.after)?.standsOn : undefined
  return under && book.hasScenario(filing, under) ? under : null
}

/** The schedule that stood before one that changes took away: a copy's original, what a new one was begun behind. */
function besideTaken({ schedules }: Filing, id: string, changes: readonly Change[]): string | undefined {
  const taken = changes.find((change) => change.kind === 'schedule' && change.schedule === id)
  const at = taken?.kind === 'schedule' ? taken.before?.at : undefined
  return at === undefined ? undefined : (schedules[at - 1] ?? schedules[at])?.id
}
