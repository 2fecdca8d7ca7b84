/**
 * A sign of work for acts over so many cells that the page stands still: shown, and drawn, before the act begins. Holds the words
 * of the sign; what is done is the act's.
 */
import { countText } from '../../../shared/money/count.ts'
import { createStore } from 'zustand/vanilla'
import { ofSession, type Session } from '../session.ts'

/** Acts over more cells than this are put off by one frame, in which the sign is drawn; others end in the task of their key. */
export const MOST_AT_ONCE = 20_000

export const work = ofSession(() => createStore<{ words: string | null }>()(() => ({ words: null })))

function show(session: Session, words: string | null): void {
  work(session).setState({ words })
}

/** Does an act over `count` cells once the sign of it is on the screen; not while another is under way. */
export function atWork(session: Session, word: 'Planning' | 'Applying', count: number, act: () => void): void {
  if (work(session).getState().words !== null) return
  show(session, `${word} ${countText(count)} cells…`)
  session.timer.afterFrame(() => {
    try {
      act()
    } finally {
      // What the act shows is drawn first.
      session.timer.after(0, () => show(session, null))
    }
  })
}
