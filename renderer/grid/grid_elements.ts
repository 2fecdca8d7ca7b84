/**
 * What the elements of a grid are: which cell, label or head one belongs to, and where the figures are seen. Reads elements only; the
 * one place that knows the library's own marks on them.
 */
import type { Drawn, Spot } from '../contrib/grid_handle.ts'
import { LABEL_COLUMN } from '../session/reading/rows.ts'

type Cell = { line: string; column: string }

/** The cell that an element of the grid belongs to; undefined for heads, labels and all else. */
export function cellAt(target: EventTarget | null): Cell | undefined {
  const cell = target instanceof Element ? target.closest('.ag-cell') : null
  const line = cell?.closest('[row-id]')?.getAttribute('row-id')
  const column = cell?.getAttribute('col-id')
  return line && column && column !== LABEL_COLUMN ? { line, column } : undefined
}

/** The line whose label an element of the grid belongs to; undefined for figures, heads and all else. */
export function labelAt(target: EventTarget | null): string | undefined {
  const cell = target instanceof Element ? target.closest(`.ag-cell[col-id="${LABEL_COLUMN}"]`) : null
  return cell?.closest('[row-id]')?.getAttribute('row-id') ?? undefined
}

/** The column whose head an element of the grid belongs to; undefined for that of the labels and all else. */
export function headAt(target: EventTarget | null): string | undefined {
  const head = target instanceof Element ? target.closest('.ag-header-cell') : null
  const column = head?.getAttribute('col-id')
  return column && column !== LABEL_COLUMN ? column : undefined
}

/** The column at the edge of whose head an element is, where its width is drawn. */
export function edgeAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element) || !target.closest('.ag-header-cell-resize')) return undefined
  return target.closest('.ag-header-cell')?.getAttribute('col-id') ?? undefined
}

/** What lies under an event's target; undefined for controls, edges of heads, the head of the labels and all else. */
export function spotAt(target: EventTarget | null): Spot | undefined {
  if (!(target instanceof Element) || target.closest('button, input, .ag-header-cell-resize')) return undefined
  const element = target.closest('.ag-cell, .ag-header-cell')
  const column = element?.getAttribute('col-id') ?? undefined
  const line = element?.closest('[row-id]')?.getAttribute('row-id') ?? undefined
  if (!element || (line === undefined && (column === undefined || column === LABEL_COLUMN))) return undefined
  return { ...(line !== undefined && { line }), ...(column !== undefined && column !== LABEL_COLUMN && { column }) }
}

const DRAWN = {
  figures: `.ag-cell:not([col-id="${LABEL_COLUMN}"])`,
  labels: `.ag-cell[col-id="${LABEL_COLUMN}"]`,
  heads: `.ag-header-cell[col-id]:not([col-id="${LABEL_COLUMN}"])`,
} as const

/** The figures, labels or heads that are drawn within an element. */
export function drawnIn(grid: HTMLElement, what: keyof typeof DRAWN): Drawn[] {
  return [...grid.querySelectorAll<HTMLElement>(DRAWN[what])].map((element) => ({
    element,
    line: element.closest('[row-id]')?.getAttribute('row-id') ?? undefined,
    column: what === 'labels' ? undefined : (element.getAttribute('col-id') ?? undefined),
  }))
}

/** The element of a figure, of a label (no column) or of a head (no line), where it is drawn. */
export function elementIn(grid: HTMLElement, { line, column = LABEL_COLUMN }: Spot): HTMLElement | undefined {
  const where =
    line === undefined ? `.ag-header-cell[col-id="${column}"]` : `[row-id="${line}"] .ag-cell[col-id="${column}"]`
  return grid.querySelector<HTMLElement>(where) ?? undefined
}

/** The element that scrolls; the one given before the grid is drawn. */
export function viewportOf(grid: HTMLElement): Element {
  return grid.querySelector('.ag-grid-viewport') ?? grid
}

/** Where the figures are seen: heads and labels stay in place over those that scroll under them. `edge` is the grid's left side. */
export function sightIn(grid: HTMLElement): {
  top: number
  bottom: number
  left: number
  right: number
  edge: number
} {
  const viewport = viewportOf(grid)
  const box = viewport.getBoundingClientRect()
  const head = grid.querySelector('.ag-header')?.getBoundingClientRect()
  const labels = grid.querySelector(`.ag-header-cell[col-id="${LABEL_COLUMN}"]`)?.getBoundingClientRect()
  const frozen = grid.querySelector('.ag-header-row-column .ag-grid-pinned-right-cells')?.getBoundingClientRect()
  return {
    top: head?.bottom ?? box.top,
    bottom: box.top + viewport.clientHeight,
    left: labels?.right ?? box.left,
    right: frozen?.width ? frozen.left : box.left + viewport.clientWidth,
    edge: box.left,
  }
}
