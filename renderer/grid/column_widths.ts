/**
 * The widths of a grid's columns: drawn at the edge of a head, fitted by a double click there, or changed by an action at
 * the focused column; what a person chose is remembered. Knows widths only, no figures.
 */
import type { ColumnResizedEvent, GridApi } from 'ag-grid-community'
import type { Column } from '../../shared/model/filing.ts'
import { givenWidth, keepWidths, scaled } from '../workbench/comfort.ts'
import type { GridRow } from '../workbench/rows.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { columnWidth } from './measures.ts'

type Api = GridApi<GridRow>

/** How much an action widens or narrows a column, and the bounds that it keeps, in pixels at 100%. */
const STEP = 16
const LEAST = 48
const MOST = 900

/** The width of a column as it was chosen, else as its head and figures need it. */
export function widthOf(schedule: string, column: Column): number {
  return givenWidth(schedule, column.id) ?? columnWidth(column)
}

/** Remembers what a person chose; other changes of width are the grid's own. */
export function keepResized(schedule: string, { finished, source, columns }: ColumnResizedEvent<GridRow>): boolean {
  if (!finished || !columns || (source !== 'uiColumnResized' && source !== 'autosizeColumns')) return false
  keepWidths(
    schedule,
    columns.map((column) => ({ column: column.getColId(), width: column.getActualWidth() })),
  )
  return true
}

let shown: { api: Api; labels: string; changed: () => void; schedule: string } | undefined

/** Makes this grid the one whose columns the actions change; `changed` is told when one was. Returns the way to end it. */
export function offerWidths(api: Api, schedule: string, labels: string, changed: () => void): () => void {
  const own = { api, schedule, labels, changed }
  shown = own
  return () => {
    if (shown === own) shown = undefined
  }
}

/** Widens, narrows or fits the column of the focused cell, or that of the labels where the focus is on one. */
export function changeWidth(how: 'wider' | 'narrower' | 'fit'): void {
  const { focus } = session.getState()
  if (!shown || !focus) return say('A cell is chosen first.')
  const { api, schedule, labels, changed } = shown
  const isLabel = document.activeElement?.closest('.ag-cell')?.getAttribute('col-id') === labels
  const key = isLabel ? labels : focus.column
  const column = api.getColumn(key)
  if (!column) return say('A cell of the schedule shown is chosen first.')
  if (how === 'fit') api.autoSizeColumns([key])
  else {
    const wanted = column.getActualWidth() + scaled(how === 'wider' ? STEP : -STEP)
    api.setColumnWidths([{ key, newWidth: Math.min(scaled(MOST), Math.max(scaled(LEAST), wanted)) }])
  }
  keepWidths(schedule, [{ column: key, width: column.getActualWidth() }])
  changed()
  say(`The column is ${Math.round(column.getActualWidth())} pixels wide.`)
}
