/**
 * Finds what the features contribute, and does it: the one way from a menu, a key, a button or another feature to an action. Knows no
 * feature; they are given to it.
 */
import { isActionId, type ActionId } from '../../shared/actions/actions.ts'
import { ofSession, type Session } from '../session/session.ts'
import { isAsked } from '../session/state.ts'
import { settleTexts } from '../session/typed_texts.ts'
import type { Act, Contribution } from './contribution.ts'
import { refusalText, type Refusal } from '../../shared/refusals/refusal.ts'

type Provided = {
  features: readonly Contribution[]
  acts: Partial<Record<ActionId, Act>>
  /** What the page's policy asks of style sheets that a library writes. */
  nonce: string | undefined
}

const provided = ofSession((): Provided => ({ features: [], acts: {}, nonce: undefined }))

/** Gives a session its features; called once, before anything is shown. */
export function provide(session: Session, given: Omit<Provided, 'acts'> & { acts: Record<ActionId, Act> }): void {
  Object.assign(provided(session), given)
}

export function nonceOf(session: Session): string | undefined {
  return provided(session).nonce
}

/** Everything that was contributed, in the order of the features. */
export function contributed<T>(session: Session, what: (feature: Contribution) => readonly T[] | undefined): T[] {
  return provided(session).features.flatMap((feature) => what(feature) ?? [])
}

export function actsOf(session: Session): Partial<Record<ActionId, Act>> {
  return provided(session).acts
}

/** What is about the filing shown, whatever else it needs. */
const OF_FILING: ReadonlySet<string> = new Set<ActionId>([
  'print',
  'find',
  'find_next',
  'find_previous',
  'select_all',
  'new_scenario',
  'scenarios',
  'go_as_filed',
  'goal_seek',
  'compare',
  'what_moved',
  'sensitivity',
  'bridges',
  'widen_column',
  'narrow_column',
  'fit_column',
])

/** Why an action cannot be done now, as a sentence; null where it can. */
export function whyNot(session: Session, id: string): string | null {
  const { phase, place } = session.getState()
  const isNowhere = phase === 'open' && !place && OF_FILING.has(id)
  const own = isActionId(id) ? provided(session).acts[id]?.whyNot?.(session) : undefined
  const refusal: Refusal | undefined = isNowhere ? { code: 'no_filing_shown' } : own
  return refusal ? refusalText(refusal) : null
}

/**
 * Does what an action names; anything unknown, or while no workbook is open or something stands before the screen, does nothing.
 * `given` goes to the act as it is.
 */
export function perform(session: Session, id: string, given?: unknown): void {
  const act = isActionId(id) ? provided(session).acts[id] : undefined
  if (!act || act.first?.()) return
  const state = session.getState()
  if (state.phase === 'failed' && act.withoutWorkbook) return act.run(session, given)
  if (state.phase !== 'open' || isAsked(state)) return
  if (act.enters && settleTexts(session) === 'kept') return
  act.run(session, given)
}
