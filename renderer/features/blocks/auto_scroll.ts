/**
 * Scrolls a grid while the pointer is held beyond its edge, the faster the farther away it is. Knows elements and places
 * of the pointer; what lies under it is the caller's affair.
 */

import type { GridHandle } from '../../contrib/grid_handle.ts'

/** How fast the grid scrolls at most, in pixels for each frame. */
const FASTEST = 40

/** How far beyond the edge the pointer is, as pixels to scroll. */
function speed(at: number, from: number, to: number): number {
  const beyond = at < from ? at - from : at > to ? at - to : 0
  return Math.sign(beyond) * Math.min(FASTEST, Math.ceil(Math.abs(beyond) / 3))
}

function within(at: number, from: number, to: number): number {
  return Math.min(Math.max(at, from + 3), to - 3)
}

export type AutoScroll = {
  /** Notes where the held pointer is. */
  follow(x: number, y: number): void
  end(): void
}

/**
 * Scrolls the grid until ended; `reached` hears what lies under the pointer, or at the edge nearest to it. A drag that takes whole
 * lines goes down only, one of columns across.
 */
export function autoScroll(
  grid: GridHandle,
  reached: (element: Element) => void,
  axes: () => { across: boolean; down: boolean } = () => ({ across: true, down: true }),
): AutoScroll {
  let at: { x: number; y: number } | undefined
  let frame: number | undefined

  const step = (): void => {
    frame = undefined
    if (!at) return
    const { top, bottom, left: labelled, right, edge } = grid.sight()
    const { across, down } = axes()
    const left = across ? labelled : edge
    const [x, y] = [across ? speed(at.x, left, right) : 0, down ? speed(at.y, top, bottom) : 0]
    if (x === 0 && y === 0) return
    const isMoved = grid.scrollBy(x, y)
    // The grid's own scroll bars lie over the cells at its edges.
    const under = document.elementsFromPoint(within(at.x, left, right), within(at.y, top, bottom))
    const cell = under.find((element) => grid.spotAt(element) !== undefined)
    if (cell) reached(cell)
    if (isMoved) frame = requestAnimationFrame(step)
  }

  return {
    follow(x, y) {
      at = { x, y }
      frame ??= requestAnimationFrame(step)
    },
    end() {
      if (frame !== undefined) cancelAnimationFrame(frame)
      frame = undefined
      at = undefined
    },
  }
}
