/**
 * Gives a grid its selection: pointer, clipboard, marks, and an end to it when the focus moves on.
 */
import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../workbench/rows.ts'
import { session } from '../workbench/session.ts'
import { clipboardOn } from './clipboard.ts'
import { markAll } from './mark.ts'
import { sameSpot, type Cell } from './range.ts'
import { firstOf, reveal } from './range_keys.ts'
import { addArea, collapse, extendTo, isMany, rangeNow, selectArea, selectedCells, shownSight } from './selection.ts'

/** What of the grid lies under the pointer: a figure, a line's label, or a column's head. */
type Spot = { line?: string; column?: string }

function spotAt(target: EventTarget | null, labels: string): Spot | undefined {
  if (!(target instanceof Element) || target.closest('button, input, .ag-header-cell-resize')) return undefined
  const element = target.closest('.ag-cell, .ag-header-cell')
  const column = element?.getAttribute('col-id') ?? undefined
  const line = element?.closest('[row-id]')?.getAttribute('row-id') ?? undefined
  if (!element || (line === undefined && (column === undefined || column === labels))) return undefined
  return { ...(line !== undefined && { line }), ...(column !== undefined && column !== labels && { column }) }
}

/** The far corner of what a spot stands for: the cell itself, or the end of its line or column. */
function cornerAt({ line, column }: Spot, end: 0 | -1): Cell | undefined {
  const sight = shownSight()?.sight
  const [lineThere, columnThere] = [line ?? sight?.lines.at(end), column ?? sight?.columns.at(end)]
  return lineThere !== undefined && columnThere !== undefined ? { line: lineThere, column: columnThere } : undefined
}

type Api = GridApi<GridRow>

/** Keeps an event from the grid and the browser, which would move the focus. */
function take(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Makes the selection of a grid; `labels` is the id of its column of labels. Returns the way to end it. */
export function makeRange(container: HTMLElement, api: Api, labels: string): () => void {
  /** Where the pointer went down and is still held. */
  let dragged: Spot | undefined
  /** The press under way is the selection's own: neither the grid nor the browser may move the focus for it. */
  let isTaken = false

  const extend = (spot: Spot): void => {
    const head = cornerAt(spot, -1)
    if (!head) return
    extendTo(head)
    if (spot.line !== undefined && spot.column !== undefined) reveal(api, head)
  }
  /** Selects a whole line or column, the focus going to its first figure. */
  const selectSpot = (spot: Spot): void => {
    const active = firstOf(spot.line === undefined ? { column: spot.column! } : { line: spot.line })
    const [anchor, head] = [cornerAt(spot, 0), cornerAt(spot, -1)]
    if (!active || !anchor || !head) return
    session.setState({ focus: active, goal: active, remark: null })
    selectArea(active, anchor, head)
  }
  const pointed = (event: PointerEvent): void => {
    isTaken = false
    const spot = spotAt(event.target, labels)
    if (!spot || event.defaultPrevented || session.getState().editing?.where === 'cell') return
    const { line, column } = spot
    const cell = line !== undefined && column !== undefined ? { line, column } : undefined
    if (event.button === 2) {
      // What a menu does at a selected cell leaves the selection as it is.
      isTaken = cell !== undefined && isMany() && selectedCells().some((one) => sameSpot(one, cell))
      if (isTaken) event.stopPropagation()
      return
    }
    if (event.button !== 0) return
    dragged = spot
    isTaken = (event.shiftKey && rangeNow() !== undefined) || !cell
    // The grid moves the focus at this event already.
    if (isTaken) event.stopPropagation()
    if (event.shiftKey && rangeNow()) extend(spot)
    else if (!cell) selectSpot(spot)
    else if (event.ctrlKey || event.metaKey) addArea(cell)
    else collapse()
  }
  const pressed = (event: MouseEvent): void => {
    if (isTaken) take(event)
  }
  const moved = (event: MouseEvent): void => {
    if (!dragged) return
    if ((event.buttons & 1) === 0) {
      dragged = undefined
      return
    }
    const under = spotAt(event.target, labels)
    // A drag from a label stays among lines, one from a head among columns.
    const spot = under && {
      ...(dragged.line !== undefined && under.line !== undefined && { line: under.line }),
      ...(dragged.column !== undefined && under.column !== undefined && { column: under.column }),
    }
    const head = spot && (spot.line ?? spot.column) !== undefined ? cornerAt(spot, -1) : undefined
    const range = rangeNow()
    if (head && range && !sameSpot(range.areas.at(-1)!.head, head)) extend(spot!)
  }
  const released = (): void => {
    dragged = undefined
  }

  container.addEventListener('pointerdown', pointed, true)
  container.addEventListener('mousedown', pressed, true)
  document.addEventListener('mousemove', moved)
  document.addEventListener('mouseup', released, true)
  const endClipboard = clipboardOn(container)
  const grid = container.querySelector('[role="grid"], [role="treegrid"]')
  grid?.setAttribute('aria-multiselectable', 'true')

  let { range, view } = session.getState()
  const unsubscribe = session.subscribe((state) => {
    const { range: next, focus, place } = state
    // The selection belongs to its active cell and ends when the focus goes elsewhere.
    if (next && (!sameSpot(next.active, focus) || place?.schedule !== next.schedule)) return collapse()
    if (next === range && state.view === view) return
    range = next
    view = state.view
    markAll(container)
  })

  return () => {
    unsubscribe()
    endClipboard()
    container.removeEventListener('pointerdown', pointed, true)
    container.removeEventListener('mousedown', pressed, true)
    document.removeEventListener('mousemove', moved)
    document.removeEventListener('mouseup', released, true)
    collapse()
  }
}
