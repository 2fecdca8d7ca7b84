/**
 * Which label of a line or head of a column is being typed in place, and the text as it stands. Holds that state and begins
 * and ends it; what a name changes is planned elsewhere.
 */
import { createStore } from 'zustand/vanilla'
import { shownFiling } from '../reading/figures.ts'
import { isOpenToChange } from './structure_acts.ts'
import { ofSession, type Session } from '../session.ts'

export type Naming = {
  what: 'line' | 'column'
  filing: string
  schedule: string
  id: string
  text: string
  /** Begun by typing, so that the next key goes on behind it. */
  isTyped: boolean
  before: string
  /** Where the focus goes back to: the label, or the figure that was in focus. */
  back: 'label' | 'figure'
  /** Why the text was refused; stays until it changes. */
  refusal: string | null
}

export const naming = ofSession(() => createStore<{ now: Naming | null }>()(() => ({ now: null })))

/** Begins to type a name in place; `typed` replaces it. Says why where the filing is closed. */
export function beginNaming(
  session: Session,
  what: Naming['what'],
  id: string,
  { typed, back = 'figure' }: { typed?: string; back?: Naming['back'] } = {},
): void {
  if (!isOpenToChange(session)) return
  const { place } = session.getState()
  const schedule = shownFiling(session)?.schedules.find((one) => one.id === place?.schedule)
  const named = (what === 'line' ? schedule?.lines : schedule?.columns)?.find((one) => one.id === id)
  if (!place || !schedule || !named) return
  const [before, text, isTyped] = [named.label, typed ?? named.label, typed !== undefined]
  const now = { what, filing: place.filing, schedule: schedule.id, id, text, isTyped, before, back, refusal: null }
  // At once: the next key already belongs to the field.
  session.atOnce(() => {
    session.setState({ goal: null })
    naming(session).setState({ now })
  })
}

export function typeName(session: Session, text: string): void {
  naming(session).setState(({ now }) => ({ now: now && { ...now, text, refusal: null } }))
}

export function endNaming(session: Session): void {
  naming(session).setState({ now: null })
}
