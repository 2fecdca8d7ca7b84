/**
 * In which corner messages stand: the first where they cover nothing that a person works at. Reads the page; moves nothing.
 */

type Box = { left: number; top: number; right: number; bottom: number }

const MARGIN = 18
const GAP = 8

/** What a message may not cover, besides what has the keyboard: the cell chosen and what is said of it, dialogs, their fields and buttons most. */
const WORKED_AT = [
  '.ag-cell-focus',
  '.fill-handle',
  '.cell-editor',
  '.cell-hint',
  '.comment-hint',
  '.comment-popover',
  '.naming',
  '.dialog',
  '.dialog :is(button, input, select, textarea)',
].join(', ')

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

/** The boxes on the page that a message may not cover. */
export function workedAt(messages: Element): Box[] {
  const active = document.activeElement
  // A dialog as a whole may have the keyboard: what it holds counts, not its surface.
  const isControl = active !== document.body && !active?.matches('[role="dialog"]') && !messages.contains(active)
  const found = [...document.querySelectorAll(WORKED_AT), ...(active && isControl ? [active] : [])]
  return found.map((element) => element.getBoundingClientRect())
}

/** Where messages may stand: under the headlines and over the status bar, which holds the sum of what is selected. */
export function roomForMessages(): Box {
  const status = document.querySelector('.status-bar')?.getBoundingClientRect()
  const regions = document.querySelector('.regions')?.getBoundingClientRect()
  return {
    left: MARGIN,
    right: window.innerWidth - MARGIN,
    top: (regions?.top ?? 0) + GAP,
    bottom: (status?.top ?? window.innerHeight) - GAP,
  }
}

/**
 * Where messages of a size stand: at the bottom right, where the side panel is, else in the next corner that is free; where
 * none is, in the one with the least covered.
 */
export function messageCorner(
  size: { width: number; height: number },
  room: Box,
  avoid: readonly Box[],
): { left: number; top: number } {
  const [right, bottom] = [room.right - size.width, room.bottom - size.height]
  const corners = [
    { left: right, top: bottom },
    { left: right, top: room.top },
    { left: room.left, top: bottom },
    { left: room.left, top: room.top },
  ].map((corner) => {
    const box = { ...corner, right: corner.left + size.width, bottom: corner.top + size.height }
    return { ...corner, covered: avoid.reduce((sum, each) => sum + overlap(box, each), 0) }
  })
  const { left, top } = corners.reduce((best, each) => (each.covered < best.covered ? each : best))
  return { left, top }
}
