/**
 * Acts over very many cells: done piece by piece, so that the page answers meanwhile, with a sign of work from before the first piece to
 * after the last. Holds the words of the sign; what is done is the act's.
 */
import type { Steps } from '../../../shared/model/steps.ts'
import { countText } from '../../../shared/money/count.ts'
import { createStore } from 'zustand/vanilla'
import { inPieces } from '../pieces.ts'
import { ofSession, type Session } from '../session.ts'

/** Acts over more cells than this are put off by one frame, in which the sign is drawn; others end in the task of their key. */
export const MOST_AT_ONCE = 20_000

export const work = ofSession(() => createStore<{ words: string | null }>()(() => ({ words: null })))

/** True while an act over very many cells is under way: nothing else is begun. */
export function isAtWork(session: Session): boolean {
  return work(session).getState().words !== null
}

function show(session: Session, words: string | null): void {
  work(session).setState({ words })
}

/** Does an act over `count` cells once the sign of it is on the screen; not while another is under way. */
export function atWork(
  session: Session,
  word: 'Planning' | 'Applying',
  count: number,
  act: () => Steps<unknown>,
): void {
  if (isAtWork(session)) return
  show(session, `${word} ${countText(count)} cells…`)
  session.timer.afterFrame(() => {
    // The sign goes once what the act shows is drawn.
    void inPieces(session.timer, act()).finally(() => session.timer.after(0, () => show(session, null)))
  })
}
