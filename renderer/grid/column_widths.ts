/**
 * The widths of a grid's columns: drawn at the edge of a head, fitted by a double click there, or changed by an action at
 * the focused column; what a person chose is remembered. Knows widths only: what figures need is told to it.
 */
import type { ColumnResizedEvent } from 'ag-grid-community'
import type { Column } from '../../shared/model/filing.ts'
import { givenWidth, keepWidths, scaled } from '../session/view/comfort.ts'
import type { GridRow } from '../session/reading/rows.ts'
import type { Api } from './grid_context.ts'
import { columnWidth, headWidth } from './figures/measures.ts'
import type { Session } from '../session/session.ts'

/** The bounds of a column's width, in pixels at 100%: a year in its head stands whole. */
const LEAST = 60
const MOST = 900

/** The ease of columns where room is left beside labels that stand on one line. */
export const AMPLE = 2

/**
 * The width of a column as it was chosen, else as its head and figures need it, and of what it has beyond that the share `ease` of one:
 * all of it where the columns have room side by side, none of it where they do not. At AMPLE it has what the head over its group needs.
 */
export function widthOf(
  session: Session,
  schedule: string,
  column: Column,
  { figures, ease, group = 0 }: { figures: number; ease: number; group?: number },
): number {
  const given = givenWidth(session, schedule, column.id)
  if (given !== undefined) return Math.max(scaled(session, LEAST), given)
  const least = Math.max(scaled(session, LEAST), headWidth(session, column), figures)
  const usual = Math.max(columnWidth(session, column), figures)
  if (ease === AMPLE) return Math.min(scaled(session, MOST), Math.max(usual, group))
  return Math.min(scaled(session, MOST), Math.floor(least + Math.max(0, usual - least) * ease))
}

/** How much ease columns have in so much room, given what they take without and with all of it. */
export function easeIn(room: number, least: number, usual: number): number {
  return usual <= room ? 1 : Math.max(0, (room - least) / (usual - least || 1))
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

/** Makes a column as wide as was chosen, within its bounds, and remembers it. */
export function chooseWidth(session: Session, api: Api, schedule: string, key: string, wanted: number): void {
  api.setColumnWidths([{ key, newWidth: Math.min(scaled(session, MOST), Math.max(scaled(session, LEAST), wanted)) }])
  keepWidths(session, schedule, [{ column: key, width: api.getColumn(key)?.getActualWidth() ?? wanted }])
}
