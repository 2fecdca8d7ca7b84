/**
 * Where the focus stands in the grid and where it goes. Moves the focus only.
 */
import type { Line } from '../../shared/model/filing.ts'
import { upFrom } from '../../shared/structure/outline.ts'
import { isElsewhere } from '../session/edit/elsewhere.ts'
import { endTabs, entered } from '../session/selection/walking.ts'
import { sameSpot } from '../session/selection/range.ts'
import type { Direction } from '../session/selection/selection.ts'
import { notePeriod } from '../session/place/going.ts'
import { LABEL_COLUMN, type GridRow } from '../session/reading/rows.ts'
import { focusReached, noteFocus as noteCell } from '../session/place/focus.ts'
import { isSeenWhole } from './column_sight.ts'
import { cellAt, labelAt } from './grid_elements.ts'
import type { Api, Step } from './grid_context.ts'
import type { Session } from '../session/session.ts'
import { isAsked } from '../session/state.ts'

type Cell = { line: string; column: string }

/** The focus went to a line's label: the line is in focus, the column stays. */
export function noteLabel(session: Session, line: string, columns: readonly { id: string }[]): void {
  const { focus } = session.getState()
  const column = focus?.column ?? columns[0]?.id
  if (column !== undefined && focus?.line !== line) noteCell(session, { line, column })
}

/** The row of a line that is in sight. */
export function rowOf(api: Api, line: string): number | undefined {
  return api.getRowNode(line)?.rowIndex ?? undefined
}

/** Puts the focus on the label of a line. */
export function focusLabel(api: Api, line: string): void {
  const rowIndex = rowOf(api, line)
  if (rowIndex !== undefined) focusCell(api, rowIndex, LABEL_COLUMN)
}

/**
 * Follows the focus at once, by the page's own event: the grid's comes a task later, when a fast hand has already
 * pressed the next key.
 */
export function noteFocus(session: Session, schedule: string, cell: Cell | undefined): void {
  endTabs(session, schedule, cell)
  // Where the focus is already, as where a schedule was opened, nobody moved it: the headlines keep their period.
  if (!cell || sameSpot(cell, session.getState().focus)) return
  noteCell(session, cell)
  notePeriod(session, schedule, cell.column)
}

function focusCell(api: Api, rowIndex: number, column: string): void {
  showRow(api, rowIndex)
  // As with rows: asking the grid lays the page out anew.
  if (!isSeenWhole(api, column)) api.ensureColumnVisible(column)
  api.setFocusedCell(rowIndex, column)
}

/** Puts the focus a step away, within the schedule; at its edges it stays. */
export function stepFocus(api: Api, step: Step): void {
  const at = api.getFocusedCell()
  if (!at) return
  const columns = figureColumns(api)
  const here = columns.indexOf(at.column.getColId())
  const across = step === 'left' ? -1 : step === 'right' ? 1 : 0
  const down = step === 'up' ? -1 : step === 'down' ? 1 : 0
  const rowIndex = Math.min(Math.max(at.rowIndex + down, 0), api.getDisplayedRowCount() - 1)
  const column = columns[Math.min(Math.max(here + across, 0), columns.length - 1)]
  if (column !== undefined) focusCell(api, rowIndex, column)
}

/** Puts the focus where Enter or Tab leads: on within the selected block, else a step away. */
export function enterFocus(session: Session, api: Api, way: Direction): void {
  const at = api.getFocusedCell()
  const line = at ? api.getDisplayedRowAtIndex(at.rowIndex)?.data?.line.id : undefined
  const to = at && line !== undefined ? entered(session, { line, column: at.column.getColId() }, way) : undefined
  const rowIndex = to ? rowOf(api, to.line) : undefined
  if (to && rowIndex !== undefined) focusCell(api, rowIndex, to.column)
}

function figureColumns(api: Api): string[] {
  const columns = api.getAllDisplayedColumns().map((column) => column.getColId())
  return columns.filter((id) => id !== LABEL_COLUMN)
}

/** Puts the focus at an end of the row, or of the whole schedule, as Home and End do with and without Ctrl. */
export function leapFocus(api: Api, end: 'first' | 'last', ofAll: boolean): void {
  const at = api.getFocusedCell()
  const column = figureColumns(api).at(end === 'first' ? 0 : -1)
  if (!at || column === undefined) return
  const last = api.getDisplayedRowCount() - 1
  focusCell(api, ofAll ? (end === 'first' ? 0 : last) : at.rowIndex, column)
}

/** The cell itself, or that of the nearest line above it in the fold that is in sight. */
export function inSight(cell: Cell, rows: readonly GridRow[], lines: readonly Line[]): Cell | undefined {
  const visible = new Set(rows.map(({ line }) => line.id))
  const line = upFrom(new Map(lines.map((one) => [one.id, one])), cell.line).find((id) => visible.has(id))
  return line === undefined ? undefined : { ...cell, line }
}

/** The id itself where it still stands, else what came to stand in its place: one renamed, or the next one. */
function nearest(id: string, before: readonly string[], now: readonly string[]): string | undefined {
  const standing = new Set(now)
  const at = before.indexOf(id)
  if (standing.has(id) || at < 0) return standing.has(id) ? id : undefined
  const above = before.slice(0, at).findLast((one) => standing.has(one))
  return now[above === undefined ? 0 : now.indexOf(above) + 1] ?? now.at(-1)
}

/** The cell of the line next to one that is gone; `before` are the rows among which it stood. */
export function nearestCell(cell: Cell, before: readonly GridRow[], rows: readonly GridRow[]): Cell | undefined {
  const [was, now] = [before, rows].map((list) => list.map(({ line }) => line.id)) as [string[], string[]]
  const line = nearest(cell.line, was, now)
  return line === undefined ? undefined : { ...cell, line }
}

type Known = readonly { id: string }[]

/** The cell in the column next to one that is gone. */
export function nearestColumn(cell: Cell, before: Known, columns: Known): Cell | undefined {
  const [was, now] = [before, columns].map((list) => list.map(({ id }) => id)) as [string[], string[]]
  const column = nearest(cell.column, was, now)
  return column === undefined ? undefined : { ...cell, column }
}

/** Puts the focus where the session wants it, once, as far as the line is in sight. */
export function reachGoal(session: Session, api: Api): void {
  const state = session.getState()
  const { goal } = state
  // A dialog keeps the focus to itself; when it is gone, its frame asks again.
  // A formula may be pointing here for a cell elsewhere; its field keeps the focus as well.
  if (!goal || isAsked(state) || isElsewhere(session) || document.querySelector('[role="dialog"]:not([data-docked])'))
    return
  const rowIndex = api.getRowNode(goal.line)?.rowIndex
  if (rowIndex === undefined || rowIndex === null || !api.getColumn(goal.column)) return
  focusCell(api, rowIndex, goal.column)
  // A grid not yet drawn has no cell to focus; it asks again when it has.
  noteReached(session, document.activeElement)
}

/** The focus came to an element of the grid: where it was sent there, it is sent no more. */
export function noteReached(session: Session, at: EventTarget | null): void {
  const { goal } = session.getState()
  if (!goal) return
  const reached = goal.column === LABEL_COLUMN ? { line: labelAt(at), column: LABEL_COLUMN } : cellAt(at)
  if (reached?.line === goal.line && reached.column === goal.column) focusReached(session)
}

/**
 * Scrolls so far that a row is in sight from its head to its foot. What is known of the rows is asked first: asking the grid lays the
 * page out anew even where nothing is to be done, at every key.
 */
export function showRow(api: Api, rowIndex: number): void {
  const { rowTop, rowHeight } = api.getDisplayedRowAtIndex(rowIndex) ?? {}
  const { top, bottom } = api.getVerticalPixelRange()
  const isKnown = typeof rowTop === 'number' && typeof rowHeight === 'number'
  if (!isKnown || rowTop < top || rowTop + rowHeight > bottom) api.ensureIndexVisible(rowIndex)
}
