/**
 * The handle at the corner of the selection: drawn over further cells it fills them, a double click fills down as far as
 * the neighbouring figures go, Escape while it is held leaves everything as it was. Keys have Ctrl+D, Ctrl+R and the
 * action that fills the selection. What a fill enters is decided in fill.
 */
import { autoScroll } from './auto_scroll.ts'
import { fillDownBeside, fillTo } from '../../session/selection/fill.ts'
import type { GridHandle } from '../../contrib/grid_handle.ts'
import type { Marks } from './mark.ts'
import { fillTarget, placesOf } from '../../session/selection/range.ts'
import { selectedBlocks, shownSight } from '../../session/selection/selection.ts'
import { FILL_HANDLE } from './wording.ts'

/** Keeps an event from the grid and the page. */
function take(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** The element that is drawn at the corner of the selection; it does nothing until a grid has it. */
export function makeHandle(): HTMLElement {
  const handle = document.createElement('div')
  handle.className = 'fill-handle'
  handle.setAttribute('aria-hidden', 'true')
  handle.title = FILL_HANDLE
  return handle
}

/** Lets the handle fill cells of a grid until the signal. */
export function fillByHandle(grid: GridHandle, handle: HTMLElement, marks: Marks, signal: AbortSignal): void {
  const { session, element: container } = grid
  let target: ReturnType<typeof fillTarget>
  let isHeld = false

  const reach = (element: EventTarget | null): void => {
    const [spot, sight, block] = [grid.spotAt(element), shownSight(session)?.sight, selectedBlocks(session)[0]]
    if (!spot || !sight || !block) return
    const row = spot.line === undefined ? block.top : placesOf(sight.lines).get(spot.line)
    const column = spot.column === undefined ? block.left : placesOf(sight.columns).get(spot.column)
    if (row === undefined || column === undefined) return
    target = fillTarget(block, row, column)
    marks.showFill(target?.to)
  }
  const scroll = autoScroll(grid, reach)

  const release = (): typeof target => {
    const reached = target
    isHeld = false
    target = undefined
    scroll.end()
    container.classList.remove('filling')
    marks.showFill(undefined)
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
  document.addEventListener('mousemove', moved, { signal })
  document.addEventListener('mouseup', released, { signal })
  document.addEventListener('keydown', left, { capture: true, signal })
  signal.addEventListener('abort', () => scroll.end())
}
