/**
 * Keeps figures from being seen in part where a grid scrolls sideways: it comes to rest on whole columns, a column that is cut by the
 * labels or by the edge shows neither figures nor head, and the column in focus is brought whole into sight. Marks the edges under which
 * columns lie. What is hidden is one rule of style for all rows, those that are drawn later too.
 */
import { cellAt, headAt, viewportOf } from './grid_elements.ts'
import type { Api } from './grid_context.ts'
import { cutColumns, isAtRest, restAfter, restShowing, type Scrolled } from './column_rests.ts'

/** How long nothing scrolls before it comes to rest, in milliseconds. */
const STILL = 140

let count = 0

const sights = new WeakMap<Api, (column: string) => boolean>()

/** True for a column of a grid that is known to be seen whole, without asking the page. */
export function isSeenWhole(api: Api, column: string): boolean {
  return sights.get(api)?.(column) ?? false
}

/** Whether the words of an element stand within two edges of the page. */
function isWithin(words: HTMLElement, from: number, to: number): boolean {
  const range = document.createRange()
  range.selectNodeContents(words)
  const { left, right } = range.getBoundingClientRect()
  return left >= from - 1 && right <= to + 1
}

/** Puts the words of a group's head over what is seen of its columns. */
function standOver(head: HTMLElement, seen: { from: number; to: number }): void {
  const { offsetLeft: left, offsetWidth: width } = head
  const [from, to] = [Math.max(left, seen.from), Math.min(left + width, seen.to)]
  if (to <= from) return
  head.style.setProperty('--seen-from', `${from - left}px`)
  head.style.setProperty('--seen', `${to - from}px`)
  const words = head.querySelector<HTMLElement>('.ag-header-group-text')
  head.classList.remove('cut')
  const start = head.getBoundingClientRect().left + from - left
  const isWhole =
    words === null || (isWithin(words, start, start + to - from) && words.scrollHeight <= head.clientHeight)
  head.classList.toggle('cut', !isWhole)
}

/** Takes the scrolling of a grid that was drawn into its care. */
export function columnSight(api: Api, container: HTMLElement) {
  const viewport = viewportOf(container)
  const mark = String(++count)
  container.dataset['sight'] = mark
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  let hidden = ''
  /** How it was scrolled when it was last looked at: to ask the page lays it out anew. */
  let seen: Scrolled = { columns: [], room: 0, at: -1 }
  let restedAt = viewport.scrollLeft
  let stillness: ReturnType<typeof setTimeout> | undefined
  /** A column that waits for the pointer to be lifted: nothing moves under it. */
  let waiting: string | undefined
  let isPressed = false

  const now = (): Scrolled => {
    const frozen = [...api.getDisplayedLeftColumns(), ...api.getDisplayedRightColumns()]
    return {
      columns: api.getDisplayedCenterColumns().map((column) => ({
        id: column.getColId(),
        left: column.getLeft() ?? 0,
        width: column.getActualWidth(),
      })),
      room: viewport.clientWidth - frozen.reduce((sum, column) => sum + column.getActualWidth(), 0),
      at: viewport.scrollLeft,
    }
  }

  const hide = (columns: readonly string[]): void => {
    const of = columns.map((id) => `[col-id="${CSS.escape(id)}"]`).join(', ')
    if (of === hidden) return
    hidden = of
    const within = `[data-sight="${mark}"] :is(${of})`
    // A head that is not drawn is read all the same.
    const rules = `${within} > .figure { visibility: hidden } ${within} .ag-header-cell-label { clip-path: inset(50%) }`
    sheet.replaceSync(of && rules)
  }

  const markEdges = ({ columns, room, at }: Scrolled): void => {
    const width = (side: typeof columns | ReturnType<Api['getDisplayedLeftColumns']>): number =>
      side.reduce((sum, one) => sum + ('width' in one ? one.width : one.getActualWidth()), 0)
    const rows = container.querySelector('.ag-grid-scrolling-container')?.getBoundingClientRect().bottom ?? 0
    const height = Math.min(viewport.clientHeight, Math.max(0, rows - viewport.getBoundingClientRect().top))
    const bar = container.clientWidth - viewport.clientWidth
    for (const [name, pixels] of [
      ['--frozen-left', width(api.getDisplayedLeftColumns())],
      ['--frozen-right', width(api.getDisplayedRightColumns()) + bar],
      ['--frozen-height', height],
    ] as const) {
      // What is as it was lays nothing out anew.
      const value = `${pixels}px`
      if (container.style.getPropertyValue(name) !== value) container.style.setProperty(name, value)
    }
    for (const head of container.querySelectorAll<HTMLElement>('.ag-grid-scrolling-cells > .ag-header-group-cell'))
      standOver(head, { from: at, to: at + room })
    container.toggleAttribute('data-before', at > 1)
    container.toggleAttribute('data-beyond', width(columns) > at + room + 1)
  }

  const markHeads = (): void => {
    if (!api.isDestroyed()) markEdges(now())
  }

  /** What is cut hides at once, at every place that it is scrolled through. */
  const look = (): void => {
    if (api.isDestroyed()) return
    const scrolled = now()
    seen = scrolled
    // The way on is told from the last rest that was passed: who turns at one does not go back to where the scrolling began.
    if (isAtRest(scrolled)) restedAt = scrolled.at
    hide(cutColumns(scrolled))
    markEdges(scrolled)
    // Heads of groups that come into sight are drawn a frame later.
    requestAnimationFrame(markHeads)
    clearTimeout(stillness)
    stillness = setTimeout(rest, STILL)
  }

  /** Down and up nothing is cut. */
  const passed = (): void => {
    if (viewport.scrollLeft !== seen.at) look()
  }

  const goTo = (left: number): void => {
    if (Math.abs(left - viewport.scrollLeft) < 1) return
    viewport.scrollLeft = left
    look()
  }

  function rest(): void {
    if (isPressed || api.isDestroyed()) return
    const to = restAfter(now(), restedAt)
    restedAt = to
    // Heads that came into sight meanwhile are drawn by now.
    if (Math.abs(to - viewport.scrollLeft) < 1) markEdges(now())
    else goTo(to)
  }

  /** True for a column that is known to be seen whole. */
  const isSeen = (id: string): boolean => {
    const { columns, room, at } = seen
    const column = columns.find((one) => one.id === id)
    return column !== undefined && column.left >= at && column.left + column.width <= at + room
  }
  sights.set(api, isSeen)

  /** Brings a column whole into sight. */
  const show = (column: string): void => {
    if (api.isDestroyed() || isSeen(column)) return
    const to = restShowing(now(), column)
    if (to === viewport.scrollLeft) return
    restedAt = to
    goTo(to)
  }

  const pressed = ({ target }: PointerEvent): void => {
    // A press on a scroll bar is not told when it ends.
    isPressed = cellAt(target) !== undefined || headAt(target) !== undefined
  }
  const lifted = (): void => {
    if (!isPressed) return
    isPressed = false
    // The click that follows belongs to where the pointer went down.
    requestAnimationFrame(() => {
      if (waiting !== undefined) show(waiting)
      else rest()
      waiting = undefined
    })
  }
  const focused = ({ target }: FocusEvent): void => {
    const column = cellAt(target)?.column ?? headAt(target)
    if (column === undefined) return
    if (isPressed) waiting = column
    else show(column)
  }

  const observer = new ResizeObserver(look)
  observer.observe(viewport)
  viewport.addEventListener('scroll', passed, { passive: true })
  container.addEventListener('focusin', focused)
  container.addEventListener('pointerdown', pressed, true)
  window.addEventListener('pointerup', lifted, true)
  window.addEventListener('pointercancel', lifted, true)
  for (const event of EVENTS) api.addEventListener(event, look)
  look()

  return {
    look,
    show,
    end(): void {
      clearTimeout(stillness)
      observer.disconnect()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      viewport.removeEventListener('scroll', passed)
      container.removeEventListener('focusin', focused)
      container.removeEventListener('pointerdown', pressed, true)
      window.removeEventListener('pointerup', lifted, true)
      window.removeEventListener('pointercancel', lifted, true)
      if (!api.isDestroyed()) for (const event of EVENTS) api.removeEventListener(event, look)
    },
  }
}

/** What moves columns but does not scroll. */
const EVENTS = ['columnResized', 'displayedColumnsChanged', 'columnPinned', 'modelUpdated'] as const
