/**
 * The widths of a grid's columns: drawn at the edge of a head, fitted by a double click there, or changed by an action at
 * the focused column; what a person chose is remembered. Knows widths only: what figures need is told to it.
 */
import type { ColumnResizedEvent, GridApi } from 'ag-grid-community'
import type { Column } from '../../shared/model/filing.ts'
import { givenWidth, keepWidths, scaled } from '../session/view/comfort.ts'
import type { GridRow } from '../session/reading/rows.ts'

import { say } from '../session/messages.ts'
import { columnWidth } from './figures/measures.ts'
import type { Session } from '../session/session.ts'

type Api = GridApi<GridRow>

/** How much an action widens or narrows a column, and the bounds of its width, in pixels at 100%: a year in its head stands whole. */
const STEP = 16
const LEAST = 60
const MOST = 900

/** The width of a column as it was chosen, else as its head and figures need it. */
export function widthOf(session: Session, schedule: string, column: Column, figures: number): number {
  const given = givenWidth(session, schedule, column.id)
  if (given !== undefined) return Math.max(scaled(session, LEAST), given)
  return Math.min(scaled(session, MOST), Math.max(columnWidth(session, column), figures))
}

/** Remembers what a person chose, within its bounds; other changes of width are the grid's own. */
export function keepResized(session: Session, schedule: string, event: ColumnResizedEvent<GridRow>): boolean {
  const { api, finished, source, columns } = event
  if (!finished || !columns || source !== 'uiColumnResized') return false
  const narrow = columns.filter((column) => column.getActualWidth() < scaled(session, LEAST))
  api.setColumnWidths(narrow.map((key) => ({ key, newWidth: scaled(session, LEAST) })))
  keepWidths(
    session,
    schedule,
    columns.map((column) => ({ column: column.getColId(), width: column.getActualWidth() })),
  )
  return true
}

/** A grid whose columns can be made wider and narrower. */
export type Widths = {
  api: Api
  schedule: string
  /** The id of the column of labels. */
  labels: string
  /** The width at which all of a column shows, in pixels. */
  fitted: (column: string) => number
  /** Is told when a width was chosen. */
  changed: () => void
}

let shown: Widths | undefined

/** Makes this grid the one whose columns the actions change. Returns the way to end it. */
export function offerWidths(own: Widths): () => void {
  shown = own
  return () => {
    if (shown === own) shown = undefined
  }
}

/** Widens, narrows or fits the column of the focused cell, or that of the labels where the focus is on one. */
export function changeWidth(session: Session, how: 'wider' | 'narrower' | 'fit'): void {
  const { focus } = session.getState()
  if (!shown || !focus) return say(session, 'A cell is chosen first.')
  const { api, labels } = shown
  const isLabel = document.activeElement?.closest('.ag-cell')?.getAttribute('col-id') === labels
  const key = isLabel ? labels : focus.column
  const column = api.getColumn(key)
  if (!column) return say(session, 'A cell of the schedule shown is chosen first.')
  if (how === 'fit') fit(session, shown, key)
  else choose(session, shown, key, column.getActualWidth() + scaled(session, how === 'wider' ? STEP : -STEP))
  say(session, `The column is ${Math.round(column.getActualWidth())} pixels wide.`)
}

function choose(session: Session, { api, schedule, changed }: Widths, key: string, wanted: number): void {
  api.setColumnWidths([{ key, newWidth: Math.min(scaled(session, MOST), Math.max(scaled(session, LEAST), wanted)) }])
  keepWidths(session, schedule, [{ column: key, width: api.getColumn(key)?.getActualWidth() ?? wanted }])
  changed()
}

function fit(session: Session, widths: Widths, key: string): void {
  choose(session, widths, key, widths.fitted(key))
}

/** Fits a column where the edge of its head was double-clicked. */
export function fitAtEdge(session: Session, widths: Widths, target: EventTarget | null): void {
  if (!(target instanceof Element) || !target.closest('.ag-header-cell-resize')) return
  const key = target.closest('.ag-header-cell')?.getAttribute('col-id')
  if (key) fit(session, widths, key)
}
