/**
 * Dragging lines by their labels and columns by their heads, in drafts: a grip shows under the pointer, a line shows where they would
 * land, the screen scrolls near its edges, Escape leaves everything as it stood. What a drop changes is planned elsewhere.
 */

import type { Schedule } from '../../../shared/model/filing.ts'
import { columnNameOf, lineNameOf, scheduleOf } from '../../../shared/model/lookup.ts'
import { withDetails } from '../../../shared/structure/outline.ts'
import type { GridHandle } from '../../contrib/grid_handle.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import type { Session } from '../../session/session.ts'
import { isAsked } from '../../session/state.ts'
import { chosen } from '../../session/structure/structure_acts.ts'
import { dropColumns } from '../../session/structure/column_acts.ts'
import { dropLines } from '../../session/structure/line_acts.ts'
import { around, dropParent, nearestGap, scrollStep, type Gap, type Stretch } from './drop_place.ts'

type What = 'line' | 'column'

/** All that goes along with an item that is taken hold of: the other chosen ones, and the details of each. */
type Taken = { ids: string[]; along: ReadonlySet<string> }

type Drag = Taken & { what: What; id: string; x: number; y: number; gap: Gap | null }

function shownSchedule(session: Session): Schedule | undefined {
  return scheduleOf(shownFiling(session), session.getState().place?.schedule)
}

function nameOf(session: Session, what: What, id: string): string {
  const schedule = shownSchedule(session)
  if (!schedule) return id
  return what === 'line' ? lineNameOf(schedule, id) : columnNameOf(schedule, id)
}

function takenWith(session: Session, what: What, id: string): Taken {
  const { lines, columns, areColumns } = chosen(session)
  const all = what === 'column' ? columns : lines
  const ids = areColumns === (what === 'column') && all.includes(id) ? all : [id]
  if (what === 'column') return { ids, along: new Set(ids) }
  return { ids, along: new Set(withDetails(shownSchedule(session)?.lines ?? [], ids).map((line) => line.id)) }
}

function made(className: string, tag: 'div' | 'button'): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.hidden = true
  return element
}

/** Lets lines and columns of a grid be dragged until the signal. */
export function makeDrag(grid: GridHandle, signal: AbortSignal): void {
  const { session, element: container } = grid
  const grip = made('grip', 'button')
  grip.tabIndex = -1
  grip.setAttribute('type', 'button')
  const edge = made('drop-edge', 'div')
  container.append(grip, edge)
  /** What the grip would take hold of. */
  let held: { what: What; id: string } | undefined
  let drag: Drag | undefined
  let frame = 0

  const box = (): DOMRect => container.getBoundingClientRect()
  /** What is seen of the figures on the way of a drag. */
  const sight = (what: What): [number, number] => {
    const { top, bottom, left, right } = grid.sight()
    return what === 'line' ? [top, bottom] : [left, right]
  }

  function hideGrip(): void {
    grip.hidden = true
    held = undefined
  }

  /** The label or head under the pointer. */
  function itemAt(target: EventTarget | null): { what: What; id: string; element: Element } | undefined {
    const { line, column } = grid.spotAt(target) ?? {}
    if ((line === undefined) === (column === undefined)) return undefined
    const element = grid.elementOf({ line, column })
    if (!element) return undefined
    return line === undefined ? { what: 'column', id: column!, element } : { what: 'line', id: line, element }
  }

  function hovered({ target }: MouseEvent): void {
    if (drag || target === grip) return
    const isOpen = shownFiling(session)?.status === 'draft' && !isAsked(session.getState())
    const item = isOpen ? itemAt(target) : undefined
    if (!item) return hideGrip()
    const { what, id, element } = item
    const [at, own] = [element.getBoundingClientRect(), box()]
    held = { what, id }
    grip.className = `grip ${what}-grip`
    grip.setAttribute('aria-label', `Move ${nameOf(session, what, id)}`)
    grip.title = 'Drag to move'
    grip.hidden = false
    grip.style.left = `${what === 'line' ? at.left - own.left : at.left - own.left + at.width / 2 - 14}px`
    grip.style.top = `${at.top - own.top}px`
    grip.style.height = what === 'line' ? `${at.height}px` : ''
  }

  function stretches(what: What): Stretch[] {
    const items = grid.drawn(what === 'line' ? 'labels' : 'heads').map(({ element, line, column }) => {
      const { top, bottom, left, right } = element.getBoundingClientRect()
      return what === 'line' ? { id: line!, from: top, to: bottom } : { id: column!, from: left, to: right }
    })
    return items.toSorted((a, b) => a.from - b.from)
  }

  /** The item before which the gap lies, counted among all and not only those drawn. */
  function follow(): void {
    if (!drag) return
    const { what, x, y } = drag
    const gap = nearestGap(stretches(what), what === 'line' ? y : x)
    drag.gap = gap ? { ...gap, before: gap.before ?? undrawn(what) } : null
    const own = box()
    if (!gap) {
      edge.hidden = true
      return
    }
    const [from, to] = sight(what)
    const at = Math.min(Math.max(gap.at, from), to)
    edge.hidden = false
    edge.className = `drop-edge of-${what}`
    edge.style.top = what === 'line' ? `${at - own.top - 1}px` : '0'
    edge.style.left = what === 'line' ? `${dropDepth() * 20}px` : `${at - own.left - 1}px`
  }

  /** The first item that follows the last one drawn: a gap at the end of what is drawn may not be the end of all. */
  function undrawn(what: What): string | null {
    if (what === 'column') return null
    const last = stretches(what).at(-1)?.id
    const rows = grid.rows()
    return rows[rows.findIndex(({ line }) => line.id === last) + 1]?.line.id ?? null
  }

  function dropDepth(): number {
    const parent = parentAtGap()
    const row = parent === undefined ? undefined : grid.rows().find(({ line }) => line.id === parent)
    return row ? row.depth + 1 : 0
  }

  function parentAtGap(): string | undefined {
    if (!drag?.gap || drag.what !== 'line') return undefined
    const rows = grid.rows()
    const own = rows.find(({ line }) => line.id === drag!.id)
    return dropParent(rows, around(rows, drag.gap.before, drag.along), own?.depth ?? 0)
  }

  function scrollOn(): void {
    if (!drag) return
    const [from, to] = sight(drag.what)
    if (drag.what === 'line') grid.scrollBy(0, scrollStep(drag.y, from, to))
    else grid.scrollBy(scrollStep(drag.x, from, to), 0)
    follow()
    frame = requestAnimationFrame(scrollOn)
  }

  function mark(isDragged: boolean): void {
    if (!drag) return
    container.classList.toggle('dragging', isDragged)
    for (const element of container.querySelectorAll('.dragged')) element.classList.remove('dragged')
    if (!isDragged) return
    const key = drag.what === 'line' ? 'row-id' : 'col-id'
    for (const element of container.querySelectorAll(`[${key}]`)) {
      if (drag.along.has(element.getAttribute(key)!)) element.classList.add('dragged')
    }
  }

  function end(isDropped: boolean): void {
    if (!drag) return
    mark(false)
    cancelAnimationFrame(frame)
    const [{ what, ids, gap, along }, parent] = [drag, parentAtGap()]
    drag = undefined
    edge.hidden = true
    hideGrip()
    if (!isDropped || !gap) return
    if (what === 'line') {
      const { below } = around(grid.rows(), gap.before, along)
      dropLines(session, ids, below?.line.id ?? null, parent)
    } else dropColumns(session, ids, gap.before)
  }

  function pressed(event: KeyboardEvent): void {
    if (!drag || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }

  function taken(event: PointerEvent): void {
    if (event.button !== 0 || !held) return
    event.preventDefault()
    event.stopPropagation()
    const { what, id } = held
    drag = { what, id, ...takenWith(session, what, id), x: event.clientX, y: event.clientY, gap: null }
    grip.setPointerCapture(event.pointerId)
    mark(true)
    frame = requestAnimationFrame(scrollOn)
  }

  function moved({ clientX, clientY }: PointerEvent): void {
    if (!drag) return
    drag.x = clientX
    drag.y = clientY
    follow()
  }

  const scrolled = (): void => {
    if (!drag) hideGrip()
  }
  container.addEventListener('mouseover', hovered, { signal })
  container.addEventListener('mouseleave', scrolled, { signal })
  container.addEventListener('scroll', scrolled, { capture: true, signal })
  document.addEventListener('keydown', pressed, { capture: true, signal })
  grip.addEventListener('pointerdown', taken)
  grip.addEventListener('pointermove', moved)
  grip.addEventListener('pointerup', () => end(true))
  grip.addEventListener('pointercancel', () => end(false))
  signal.addEventListener('abort', () => {
    end(false)
    grip.remove()
    edge.remove()
  })
}
