/**
 * Scrolls a grid while the pointer is held beyond its edge, the faster the farther away it is. Knows elements and places
 * of the pointer; what lies under it is the caller's affair.
 */

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
 * Scrolls the grid in the container until ended; `reached` hears what lies under the pointer, or at the edge nearest to it.
 * `labels` is the id of the column of labels; a drag that takes whole lines goes down only, one of columns across.
 */
export function autoScroll(
  container: HTMLElement,
  labels: string,
  reached: (element: Element) => void,
  axes: () => { across: boolean; down: boolean } = () => ({ across: true, down: true }),
): AutoScroll {
  let at: { x: number; y: number } | undefined
  let frame: number | undefined

  const step = (): void => {
    frame = undefined
    const grid = container.querySelector('.ag-grid-viewport')
    if (!at || !grid) return
    const box = grid.getBoundingClientRect()
    // Heads and labels stay in place over the figures that scroll under them.
    const top = container.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? box.top
    const labelled =
      container.querySelector(`.ag-header-cell[col-id="${labels}"]`)?.getBoundingClientRect().right ?? box.left
    const [right, bottom] = [box.left + grid.clientWidth, box.top + grid.clientHeight]
    const { across, down } = axes()
    const left = across ? labelled : box.left
    const [x, y] = [across ? speed(at.x, left, right) : 0, down ? speed(at.y, top, bottom) : 0]
    if (x === 0 && y === 0) return
    const before = [grid.scrollTop, grid.scrollLeft]
    grid.scrollTop += y
    grid.scrollLeft += x
    // The grid's own scroll bars lie over the cells at its edges.
    const under = document.elementsFromPoint(within(at.x, left, right), within(at.y, top, bottom))
    const cell = under.find((element) => element.matches('.ag-cell, .ag-header-cell') && container.contains(element))
    if (cell) reached(cell)
    if (before[0] === grid.scrollTop && before[1] === grid.scrollLeft) return
    frame = requestAnimationFrame(step)
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
