/**
 * Keys that select cells or act on all that are selected, as in a spreadsheet.
 */
import type { GridApi } from 'ag-grid-community'
import { hasCell } from '../../shared/calc/layout.ts'
import type { GridRow } from '../workbench/rows.ts'
import { session } from '../workbench/session.ts'
import { fill } from './fill.ts'
import { clearSelected } from './many_acts.ts'
import type { Cell } from './range.ts'
import {
  cellAway,
  collapse,
  extendTo,
  headNow,
  isMany,
  rangeNow,
  selectWhole,
  shownSight,
  type Direction,
} from './selection.ts'

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** Brings a cell into sight without moving the focus. */
export function reveal(api: GridApi<GridRow>, { line, column }: Cell): void {
  const row = api.getRowNode(line)?.rowIndex
  if (row !== undefined && row !== null) api.ensureIndexVisible(row)
  api.ensureColumnVisible(column)
}

/** The end of the line, or of the whole schedule, that Home or End leads to. */
function endOf(from: Cell, end: 0 | -1, ofAll: boolean): Cell | undefined {
  const sight = shownSight()?.sight
  const [line, column] = [sight?.lines.at(end), sight?.columns.at(end)]
  return line !== undefined && column !== undefined ? { line: ofAll ? line : from.line, column } : undefined
}

/** Handles a key pressed on a cell that is not under edit. True where it was one of these keys. */
export function pressedInRange(event: KeyboardEvent, focus: Cell, api: GridApi<GridRow>): boolean {
  if (event.altKey || session.getState().editing?.where === 'cell' || !rangeNow()) return false
  const command = event.ctrlKey || event.metaKey
  const arrow = ARROWS[event.key]
  const isEnd = event.key === 'Home' || event.key === 'End'
  if (event.shiftKey && (arrow || isEnd)) {
    const from = headNow() ?? focus
    const to = arrow ? cellAway(from, arrow, command) : endOf(from, event.key === 'Home' ? 0 : -1, command)
    if (to) {
      extendTo(to)
      reveal(api, to)
    }
  } else if (arrow && command) {
    const to = cellAway(focus, arrow, true)
    if (to) session.setState({ goal: to })
  } else if (command && !event.shiftKey && event.key.toLowerCase() === 'a') selectWhole('all')
  // The grid would keep these two from the page, where the list of actions has them.
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'd') fill('down')
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'r') fill('right')
  else if (event.key === ' ' && command !== event.shiftKey) selectWhole(command ? 'columns' : 'lines')
  else if (event.key === 'Escape' && isMany()) collapse()
  else if (event.key === 'Delete' && !command && !event.shiftKey && isMany()) clearSelected()
  else return false
  return true
}

/** The cell that a whole line or column gives the focus to: its first that exists. */
export function firstOf(where: { line: string } | { column: string }): Cell | undefined {
  const shown = shownSight()
  if (!shown) return undefined
  const { schedule, sight } = shown
  const lines = 'line' in where ? [where.line] : sight.lines
  const columns = schedule.columns.filter(({ id }) => !('column' in where) || id === where.column)
  for (const id of lines) {
    const line = schedule.lines.find((one) => one.id === id)
    const column = line && columns.find((one) => hasCell(line, one))
    if (column) return { line: id, column: column.id }
  }
  return undefined
}
