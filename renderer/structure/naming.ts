/**
 * Which label of a line or head of a column is being typed in place, and the text as it stands. Holds that state and begins
 * and ends it; what a name changes is planned elsewhere.
 */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { commitEdit } from '../workbench/editing.ts'
import { shownFiling } from '../workbench/figures.ts'
import { atOnce } from '../workbench/opened.ts'
import { session } from '../workbench/session.ts'
import { isOpenToChange } from './draft_open.ts'

export type Naming = {
  what: 'line' | 'column'
  filing: string
  schedule: string
  id: string
  text: string
  /** Begun by typing, so that the next key goes on behind it. */
  isTyped: boolean
  /** The name as it stood. */
  before: string
  /** Where the focus goes back to: the label, or the figure that was in focus. */
  back: 'label' | 'figure'
  /** Why the text was refused; stays until it changes. */
  refusal: string | null
}

export const naming = createStore<{ now: Naming | null }>()(() => ({ now: null }))

export function useNaming(): Naming | null {
  return useStore(naming, ({ now }) => now)
}

/** Begins to type a name in place; `typed` replaces it. Says why where the filing is closed. */
export function beginNaming(
  what: Naming['what'],
  id: string,
  { typed, back = 'figure' }: { typed?: string; back?: Naming['back'] } = {},
): void {
  if (!isOpenToChange() || commitEdit() === 'kept') return
  const { place } = session.getState()
  const schedule = shownFiling()?.schedules.find((one) => one.id === place?.schedule)
  const named = (what === 'line' ? schedule?.lines : schedule?.columns)?.find((one) => one.id === id)
  if (!place || !schedule || !named) return
  const now = {
    what,
    filing: place.filing,
    schedule: schedule.id,
    id,
    text: typed ?? named.label,
    isTyped: typed !== undefined,
    back,
    refusal: null,
  }
  // At once: the next key already belongs to the field.
  atOnce(() => {
    session.setState({ goal: null })
    naming.setState({ now: { ...now, before: named.label } })
  })
}

/** Takes the text as it stands after a keystroke. */
export function typeName(text: string): void {
  naming.setState(({ now }) => ({ now: now && { ...now, text, refusal: null } }))
}

/** Leaves the name as it stood. */
export function endNaming(): void {
  naming.setState({ now: null })
}
