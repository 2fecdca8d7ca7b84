/**
 * Dragging lines by their labels and columns by their heads, in drafts: a grip shows under the pointer, a line shows where they would
 * land, the screen scrolls near its edges, Escape leaves everything as it stood. What a drop changes is planned elsewhere.
 */
import type { GridRow } from '../../session/reading/rows.ts'

import { around, dropParent } from './drop_parent.ts'
import { nearestGap, scrollStep, type Gap, type Stretch } from './drop_place.ts'
import type { Session } from '../../session/session.ts'
import { isAsked } from '../../session/state.ts'

type What = 'line' | 'column'

/** What the drag needs of the grid it works on. */
export type DragHost = {
  /** The id of the column of labels. */
  labels: string
  isOpen(): boolean
  rows(): readonly GridRow[]
  name(what: What, id: string): string
  /** All that goes along with an item that is taken hold of: the other chosen ones, and the details of each. */
  taken(what: What, id: string): { ids: string[]; along: ReadonlySet<string> }
  dropLines(ids: readonly string[], before: string | null, parent: string | undefined): void
  dropColumns(ids: readonly string[], before: string | null): void
}

type Drag = { what: What; id: string; ids: string[]; along: ReadonlySet<string>; x: number; y: number; gap: Gap | null }

function made(className: string, tag: 'div' | 'button'): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.hidden = true
  return element
}

/** Lets lines and columns of a grid be dragged. Returns the way to end it. */
export function makeDrag(session: Session, container: HTMLElement, host: DragHost): () => void {
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
  const port = (): Element => container.querySelector('.ag-grid-viewport') ?? container
  /** What is seen of the figures on the way of a drag: below the heads, or beside the labels. */
  const sight = (what: What): [number, number] => {
    const own = port().getBoundingClientRect()
    const head = container.querySelector(`.ag-header-cell[col-id="${host.labels}"]`)?.getBoundingClientRect()
    return what === 'line' ? [head?.bottom ?? own.top, own.bottom] : [head?.right ?? own.left, own.right]
  }

  function hideGrip(): void {
    grip.hidden = true
    held = undefined
  }

  /** The label or head under the pointer. */
  function itemAt(target: EventTarget | null): { what: What; id: string; element: Element } | undefined {
    if (!(target instanceof Element)) return undefined
    const label = target.closest(`.ag-cell[col-id="${host.labels}"]`)
    const line = label?.closest('[row-id]')?.getAttribute('row-id')
    if (label && line) return { what: 'line', id: line, element: label }
    const head = target.closest('.ag-header-cell')
    const column = head?.getAttribute('col-id')
    if (!head || !column || column === host.labels) return undefined
    return { what: 'column', id: column, element: head }
  }

  function hovered({ target }: MouseEvent): void {
    if (drag || target === grip) return
    const item = host.isOpen() && !isAsked(session.getState()) ? itemAt(target) : undefined
    if (!item) return hideGrip()
    const { what, id, element } = item
    const [at, own] = [element.getBoundingClientRect(), box()]
    held = { what, id }
    grip.className = `grip ${what}-grip`
    grip.setAttribute('aria-label', `Move ${host.name(what, id)}`)
    grip.title = 'Drag to move'
    grip.hidden = false
    grip.style.left = `${what === 'line' ? at.left - own.left : at.left - own.left + at.width / 2 - 14}px`
    grip.style.top = `${at.top - own.top}px`
    grip.style.height = what === 'line' ? `${at.height}px` : ''
  }

  function stretches(what: What): Stretch[] {
    if (what === 'line') {
      const shown = [...container.querySelectorAll(`[row-id] .ag-cell[col-id="${host.labels}"]`)].map((cell) => {
        const { top, bottom } = cell.getBoundingClientRect()
        return { id: cell.closest('[row-id]')!.getAttribute('row-id')!, from: top, to: bottom }
      })
      return shown.toSorted((a, b) => a.from - b.from)
    }
    const heads = [...container.querySelectorAll('.ag-header-cell[col-id]')].filter(
      (head) => head.getAttribute('col-id') !== host.labels,
    )
    return heads
      .map((head) => {
        const { left, right } = head.getBoundingClientRect()
        return { id: head.getAttribute('col-id')!, from: left, to: right }
      })
      .toSorted((a, b) => a.from - b.from)
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
    const rows = host.rows()
    return rows[rows.findIndex(({ line }) => line.id === last) + 1]?.line.id ?? null
  }

  function dropDepth(): number {
    const parent = parentAtGap()
    const row = parent === undefined ? undefined : host.rows().find(({ line }) => line.id === parent)
    return row ? row.depth + 1 : 0
  }

  function parentAtGap(): string | undefined {
    if (!drag?.gap || drag.what !== 'line') return undefined
    const rows = host.rows()
    const own = rows.find(({ line }) => line.id === drag!.id)
    return dropParent(rows, around(rows, drag.gap.before, drag.along), own?.depth ?? 0)
  }

  function scrollOn(): void {
    if (!drag) return
    const [from, to] = sight(drag.what)
    if (drag.what === 'line') port().scrollTop += scrollStep(drag.y, from, to)
    else port().scrollLeft += scrollStep(drag.x, from, to)
    follow()
    frame = requestAnimationFrame(scrollOn)
  }

  function mark(isDragged: boolean): void {
    if (!drag) return
    container.classList.toggle('dragging', isDragged)
    for (const element of container.querySelectorAll('.dragged')) element.classList.remove('dragged')
    if (!isDragged) return
    const ids = new Set(drag.along)
    const all = drag.what === 'line' ? '[row-id]' : '[col-id]'
    const key = drag.what === 'line' ? 'row-id' : 'col-id'
    for (const element of container.querySelectorAll(all)) {
      if (ids.has(element.getAttribute(key)!)) element.classList.add('dragged')
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
    document.removeEventListener('keydown', pressed, true)
    if (!isDropped || !gap) return
    if (what === 'line') {
      const rows = host.rows()
      const at = gap.before === null ? rows.length : rows.findIndex(({ line }) => line.id === gap.before)
      const before = rows.slice(at).find(({ line }) => !along.has(line.id))?.line.id ?? null
      host.dropLines(ids, before, parent)
    } else host.dropColumns(ids, gap.before)
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }

  function taken(event: PointerEvent): void {
    if (event.button !== 0 || !held) return
    event.preventDefault()
    event.stopPropagation()
    const { what, id } = held
    drag = { what, id, ...host.taken(what, id), x: event.clientX, y: event.clientY, gap: null }
    grip.setPointerCapture(event.pointerId)
    mark(true)
    document.addEventListener('keydown', pressed, true)
    frame = requestAnimationFrame(scrollOn)
  }

  function moved({ clientX, clientY }: PointerEvent): void {
    if (!drag) return
    drag.x = clientX
    drag.y = clientY
    follow()
  }

  const dropped = (): void => end(true)
  const left = (): void => end(false)
  const scrolled = (): void => {
    if (!drag) hideGrip()
  }
  container.addEventListener('mouseover', hovered)
  container.addEventListener('mouseleave', scrolled)
  container.addEventListener('scroll', scrolled, true)
  grip.addEventListener('pointerdown', taken)
  grip.addEventListener('pointermove', moved)
  grip.addEventListener('pointerup', dropped)
  grip.addEventListener('pointercancel', left)

  return () => {
    end(false)
    container.removeEventListener('mouseover', hovered)
    container.removeEventListener('mouseleave', scrolled)
    container.removeEventListener('scroll', scrolled, true)
    grip.remove()
    edge.remove()
  }
}
