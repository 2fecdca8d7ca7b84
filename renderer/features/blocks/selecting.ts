/**
 * Gives a grid its selection: pointer, clipboard, marks, handle, and an end to it when the focus moves on.
 */
import { shownFiling } from '../../session/reading/figures.ts'
import { clipboardOn } from './clipboard.ts'
import { sameSpot, type Cell } from '../../session/selection/range.ts'
import {
  addArea,
  collapse,
  extendTo,
  isMany,
  isSelected,
  rangeNow,
  selectArea,
  shownSight,
} from '../../session/selection/selection.ts'
import type { Session } from '../../session/session.ts'
import type { GridAttachment, Spot } from '../../contrib/grid_handle.ts'
import { autoScroll } from './auto_scroll.ts'
import { fillByHandle, makeHandle } from './fill_handle.ts'
import { makeMarks } from './mark.ts'
import { pressedInRange } from './range_keys.ts'
import { LABEL_COLUMN } from '../../session/reading/rows.ts'
import { sendFocus, takeFocus } from '../../session/place/focus.ts'
import { firstOf } from '../../session/selection/whole_lines.ts'

/** Keeps an event from the grid and the browser, which would move the focus. */
function take(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** The far corner of what a spot stands for: the cell itself, or the end of its line or column. */
export function cornerAt(session: Session, { line, column }: Spot, end: 0 | -1): Cell | undefined {
  const sight = shownSight(session)?.sight
  const [lineThere, columnThere] = [line ?? sight?.lines.at(end), column ?? sight?.columns.at(end)]
  return lineThere !== undefined && columnThere !== undefined ? { line: lineThere, column: columnThere } : undefined
}

/** Selects a whole line or column, as a further area or alone, the focus going to its first figure. */
function selectSpot(session: Session, spot: Spot, isFurther: boolean): void {
  const active = firstOf(session, spot.line === undefined ? { column: spot.column! } : { line: spot.line })
  if (!active && spot.line !== undefined && shownFiling(session)?.status === 'draft') {
    // A heading has no figures; its label takes the focus, so that no key acts on a figure elsewhere.
    return sendFocus(session, { line: spot.line, column: LABEL_COLUMN })
  }
  const [anchor, head] = [cornerAt(session, spot, 0), cornerAt(session, spot, -1)]
  if (!active || !anchor || !head) return
  if (isFurther) {
    addArea(session, active, { anchor, head })
    return sendFocus(session, active)
  }
  takeFocus(session, active)
  selectArea(session, active, anchor, head, spot.line !== undefined)
}

/** True where the selection has ended: it belongs to its active cell, and the focus went elsewhere. */
function isOver(session: Session): boolean {
  const { range, focus, place } = session.getState()
  return range !== null && (!sameSpot(range.active, focus) || place?.schedule !== range.schedule)
}

/** Gives a grid its selection. */
export const selecting: GridAttachment = (grid) => {
  const { session, element: container } = grid
  /** Where the pointer went down and is still held. */
  let dragged: Spot | undefined
  /** The press under way is the selection's own: neither the grid nor the browser may move the focus for it. */
  let isTaken = false

  const pointed = (event: PointerEvent): void => {
    isTaken = false
    const spot = grid.spotAt(event.target)
    const isHandle = event.target instanceof Element && event.target.matches('.fill-handle')
    if (!spot || isHandle || event.defaultPrevented || session.getState().editing?.where === 'cell') return
    const { line, column } = spot
    const cell = line !== undefined && column !== undefined ? { line, column } : undefined
    if (event.button === 2) {
      // What a menu does at a selected cell leaves the selection as it is.
      isTaken = cell !== undefined && isMany(session) && isSelected(session, cell)
      if (isTaken) event.stopPropagation()
      return
    }
    if (event.button !== 0) return
    dragged = spot
    const isFurther = event.ctrlKey || event.metaKey
    isTaken = (event.shiftKey && rangeNow(session) !== undefined) || !cell
    // The grid moves the focus at this event already.
    if (isTaken) event.stopPropagation()
    if (event.shiftKey && rangeNow(session)) {
      const head = cornerAt(session, spot, -1)
      if (head) extendTo(session, head)
      if (head && cell) grid.reveal(head)
    } else if (!cell) selectSpot(session, spot, isFurther)
    else if (isFurther) addArea(session, cell)
    else collapse(session)
  }
  const pressed = (event: MouseEvent): void => {
    if (isTaken) take(event)
  }
  const reach = (target: EventTarget | null): void => {
    if (!dragged) return
    const under = grid.spotAt(target)
    // A drag from a label stays among lines, one from a head among columns.
    const spot = under && {
      ...(dragged.line !== undefined && under.line !== undefined && { line: under.line }),
      ...(dragged.column !== undefined && under.column !== undefined && { column: under.column }),
    }
    const head = spot && (spot.line ?? spot.column) !== undefined ? cornerAt(session, spot, -1) : undefined
    const range = rangeNow(session)
    if (head && range && !sameSpot(range.areas.at(-1)!.head, head)) extendTo(session, head)
  }
  const scroll = autoScroll(grid, reach, () => ({
    across: dragged?.column !== undefined,
    down: dragged?.line !== undefined,
  }))
  const released = (): void => {
    dragged = undefined
    scroll.end()
  }
  const moved = (event: MouseEvent): void => {
    if (!dragged) return
    if ((event.buttons & 1) === 0) return released()
    scroll.follow(event.clientX, event.clientY)
    reach(event.target)
  }

  const ended = new AbortController()
  const { signal } = ended
  container.addEventListener('pointerdown', pointed, { capture: true, signal })
  container.addEventListener('mousedown', pressed, { capture: true, signal })
  document.addEventListener('mousemove', moved, { signal })
  document.addEventListener('mouseup', released, { capture: true, signal })
  clipboardOn(grid, signal)
  const handle = makeHandle()
  const marks = makeMarks(grid, handle)
  fillByHandle(grid, handle, marks, signal)
  container.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-multiselectable', 'true')

  if (isOver(session)) collapse(session)

  let { range, view, focus, place, cut } = session.getState()
  const unsubscribe = session.subscribe((state) => {
    if (isOver(session)) return collapse(session)
    const isSame = state.range === range && state.view === view && state.focus === focus && state.place === place
    if (isSame && state.cut === cut) return
    ;({ range, view, focus, place, cut } = state)
    marks.all()
  })
  marks.all()

  return {
    drawn: (element, cell) => marks.drawn(element, cell),
    viewed: () => marks.viewed(),
    pressed: (event, { line, column }) =>
      line !== undefined && column !== undefined && pressedInRange(session, event, { line, column }, grid),
    end() {
      unsubscribe()
      ended.abort()
      marks.end()
      scroll.end()
    },
  }
}
