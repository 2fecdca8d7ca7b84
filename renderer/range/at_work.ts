/**
 * A sign of work for acts over so many cells that the page stands still: shown, and drawn, before the act begins. Holds the words
 * of the sign; what is done is the act's.
 */
import { countText } from '../../shared/money/count.ts'
import { createStore } from 'zustand/vanilla'

/** Acts over more cells than this are put off by one frame, in which the sign is drawn; others end in the task of their key. */
export const MOST_AT_ONCE = 20_000

/** What is under way; null while nothing is. */
export const work = createStore<{ words: string | null }>()(() => ({ words: null }))

/** How long a frame is waited for, in milliseconds: a page out of sight draws none. */
const LONGEST_FRAME = 250

function afterFrame(run: () => void): void {
  let isOver = false
  const once = (): void => {
    if (!isOver) run()
    isOver = true
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, LONGEST_FRAME)
}

function show(words: string | null): void {
  work.setState({ words })
  const main = document.querySelector('main')
  if (words === null) main?.removeAttribute('aria-busy')
  else main?.setAttribute('aria-busy', 'true')
}

/** Does an act over `count` cells once the sign of it is on the screen; not while another is under way. */
export function atWork(word: 'Planning' | 'Applying', count: number, act: () => void): void {
  if (work.getState().words !== null) return
  show(`${word} ${countText(count)} cells…`)
  afterFrame(() => {
    try {
      act()
    } finally {
      // What the act shows is drawn first.
      setTimeout(() => show(null))
    }
  })
}
