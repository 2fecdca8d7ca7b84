/**
 * Keeps keys, pointers and the clipboard from the page while an act over very many cells is under way, and after it until the hand
 * rests: of an amount typed meanwhile a half would be worse than none. Scrolling goes on.
 */

const KEPT = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'pointerdown',
  'mousedown',
  'click',
  'dblclick',
  'contextmenu',
  'dragstart',
  'drop',
  'copy',
  'cut',
  'paste',
] as const

/** How long the hand rests before the page listens again, in milliseconds. */
const REST = 250

/** Keeps input from a page until what it returns is called, and then until the hand rests. */
export function keepInputFrom(page: Window): () => void {
  let last = -Infinity
  const keep = (event: Event): void => {
    last = performance.now()
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const kind of KEPT) page.addEventListener(kind, keep, { capture: true })
  const listenAgain = (): void => {
    const left = last + REST - performance.now()
    if (left > 0) return void setTimeout(listenAgain, left)
    for (const kind of KEPT) page.removeEventListener(kind, keep, { capture: true })
  }
  return listenAgain
}
