/**
 * Keeps figures from being seen in part where a grid scrolls sideways: it comes to rest on whole columns, a column that is cut by the
 * labels or by the edge shows neither figures nor head, and the column in focus is brought whole into sight. Marks the edges under which
 * columns lie. What is hidden is one rule of style for all rows, those that are drawn later too.
 */
import { cellAt, headAt, viewportOf } from './grid_elements.ts'
import type { Api } from './grid_context.ts'
import { cutColumns, restAfter, restShowing, type Scrolled } from './column_rests.ts'

/** How long nothing scrolls before it comes to rest, in milliseconds. */
const STILL = 140

let count = 0

/** A head says its words to those who cannot see it, also where they are not drawn. */
function nameUnseen(head: HTMLElement, isUnseen: boolean): void {
  head.ariaLabel = isUnseen ? head.textContent : null
}

/** Puts the words of a group's head over what is seen of its columns. */
function standOver(head: HTMLElement, seen: { from: number; to: number }): void {
  const { offsetLeft: left, offsetWidth: width } = head
  const [from, to] = [Math.max(left, seen.from), Math.min(left + width, seen.to)]
  if (to <= from) return
  head.style.setProperty('--seen-from', `${from - left}px`)
  head.style.setProperty('--seen', `${to - from}px`)
  const words = head.querySelector<HTMLElement>('.ag-header-group-text')
  const isCut = words !== null && (words.scrollWidth > to - from || words.scrollHeight > head.clientHeight)
  if (head.classList.toggle('cut', isCut) || head.ariaLabel !== null) nameUnseen(head, isCut)
}

/** Takes the scrolling of a grid that was drawn into its care. */
export function columnSight(api: Api, container: HTMLElement) {
  const viewport = viewportOf(container)
  const mark = String(++count)
  container.dataset['sight'] = mark
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  let hidden = ''
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
    for (const head of container.querySelectorAll<HTMLElement>('.ag-header-cell[aria-label]')) nameUnseen(head, false)
    const within = `[data-sight="${mark}"] :is(${of})`
    const heads = of ? container.querySelectorAll<HTMLElement>(`.ag-header-cell:is(${of})`) : []
    for (const head of heads) nameUnseen(head, true)
    sheet.replaceSync(of && `${within} > .figure, ${within} .ag-header-cell-label { visibility: hidden }`)
  }

  const markEdges = ({ columns, room, at }: Scrolled): void => {
    const width = (side: typeof columns | ReturnType<Api['getDisplayedLeftColumns']>): number =>
      side.reduce((sum, one) => sum + ('width' in one ? one.width : one.getActualWidth()), 0)
    const { style } = container
    const rows = container.querySelector('.ag-grid-scrolling-container')?.getBoundingClientRect().bottom ?? 0
    const height = Math.min(viewport.clientHeight, Math.max(0, rows - viewport.getBoundingClientRect().top))
    style.setProperty('--frozen-left', `${width(api.getDisplayedLeftColumns())}px`)
    style.setProperty(
      '--frozen-right',
      `${width(api.getDisplayedRightColumns()) + container.clientWidth - viewport.clientWidth}px`,
    )
    style.setProperty('--frozen-height', `${height}px`)
    for (const head of container.querySelectorAll<HTMLElement>('.ag-grid-scrolling-cells > .ag-header-group-cell'))
      standOver(head, { from: at, to: at + room })
    container.toggleAttribute('data-before', at > 1)
    container.toggleAttribute('data-beyond', width(columns) > at + room + 1)
  }

  /** What is cut hides at once, at every place that it is scrolled through. */
  const look = (): void => {
    if (api.isDestroyed()) return
    const scrolled = now()
    hide(cutColumns(scrolled))
    markEdges(scrolled)
    clearTimeout(stillness)
    stillness = setTimeout(rest, STILL)
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
    goTo(to)
  }

  /** Brings a column whole into sight. */
  const show = (column: string): void => {
    if (api.isDestroyed()) return
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
  viewport.addEventListener('scroll', look, { passive: true })
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
      viewport.removeEventListener('scroll', look)
      container.removeEventListener('focusin', focused)
      container.removeEventListener('pointerdown', pressed, true)
      window.removeEventListener('pointerup', lifted, true)
      window.removeEventListener('pointercancel', lifted, true)
      if (!api.isDestroyed()) for (const event of EVENTS) api.removeEventListener(event, look)
    },
  }
}

/** What moves columns but does not scroll. */
const EVENTS = ['columnResized', 'displayedColumnsChanged', 'columnPinned'] as const
