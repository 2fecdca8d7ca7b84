/**
 * The handle at the corner of the selection: drawn over further cells it fills them, a double click fills down as far as
 * the neighbouring figures go, Escape while it is held leaves everything as it was. Keys have Ctrl+D, Ctrl+R and the
 * action that fills the selection. What a fill enters is decided in fill.
 */
import { autoScroll } from './auto_scroll.ts'
import { fillDownBeside, fillTo } from '../../session/selection/fill.ts'
import { forgetHandle, showFill } from './mark.ts'
import { fillTarget, placesOf } from '../../session/selection/range.ts'
import { selectedBlocks, shownSight } from '../../session/selection/selection.ts'
import { spotAt } from './pointed_spot.ts'
import type { Session } from '../../session/session.ts'

/** Keeps an event from the grid and the page. */
function take(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** A handle for the grid in the container; `end` takes it away. */
export function makeFillHandle(
  session: Session,
  container: HTMLElement,
  labels: string,
): { handle: HTMLElement; end: () => void } {
  const handle = document.createElement('div')
  handle.className = 'fill-handle'
  handle.setAttribute('aria-hidden', 'true')
  handle.title = 'Draw to fill; double click fills down'
  let target: ReturnType<typeof fillTarget>
  let isHeld = false

  const reach = (element: EventTarget | null): void => {
    const [spot, sight, block] = [spotAt(element, labels), shownSight(session)?.sight, selectedBlocks(session)[0]]
    if (!spot || !sight || !block) return
    const row = spot.line === undefined ? block.top : placesOf(sight.lines).get(spot.line)
    const column = spot.column === undefined ? block.left : placesOf(sight.columns).get(spot.column)
    if (row === undefined || column === undefined) return
    target = fillTarget(block, row, column)
    showFill(session, container, handle, target?.to)
  }
  const scroll = autoScroll(container, labels, reach)

  const release = (): typeof target => {
    const reached = target
    isHeld = false
    target = undefined
    scroll.end()
    container.classList.remove('filling')
    showFill(session, container, handle, undefined)
    return reached
  }
  const pressed = (event: PointerEvent): void => {
    // The grid may not take the press for its own; preventing it here would also keep the moves of the mouse away.
    event.stopPropagation()
    if (event.button !== 0) return
    isHeld = true
    container.classList.add('filling')
  }
  const moved = (event: MouseEvent): void => {
    if (!isHeld) return
    if ((event.buttons & 1) === 0) return void release()
    scroll.follow(event.clientX, event.clientY)
    reach(event.target)
  }
  const released = (): void => {
    if (!isHeld) return
    const reached = release()
    if (reached) fillTo(session, reached)
  }
  const left = (event: KeyboardEvent): void => {
    if (!isHeld || event.key !== 'Escape') return
    take(event)
    release()
  }

  handle.addEventListener('pointerdown', pressed)
  handle.addEventListener('mousedown', take)
  handle.addEventListener('click', take)
  handle.addEventListener('dblclick', (event) => {
    take(event)
    fillDownBeside(session)
  })
  document.addEventListener('mousemove', moved)
  document.addEventListener('mouseup', released)
  document.addEventListener('keydown', left, true)
  return {
    handle,
    end() {
      document.removeEventListener('mousemove', moved)
      document.removeEventListener('mouseup', released)
      document.removeEventListener('keydown', left, true)
      scroll.end()
      forgetHandle(handle)
    },
  }
}
