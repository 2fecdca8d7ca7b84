/**
 * Keys that select cells or act on all that are selected, as in a spreadsheet.
 */
import type { GridApi } from 'ag-grid-community'
import { hasCell } from '../../shared/calc/layout.ts'
import type { GridRow } from '../workbench/rows.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { fill } from './fill.ts'
import { clearSelected, turnSelected } from './many_acts.ts'
import { placesOf, type Cell, type Range } from './range.ts'
import { showRow } from './show_row.ts'
import {
  addArea,
  cellAway,
  collapse,
  extendTo,
  headNow,
  holdSelection,
  isMany,
  rangeNow,
  selectArea,
  selectWhole,
  shownSight,
  type Direction,
} from './selection.ts'

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** Brings a cell into sight without moving the focus. */
export function reveal(api: GridApi<GridRow>, { line, column }: Cell): void {
  const row = api.getRowNode(line)?.rowIndex
  if (row !== undefined && row !== null) showRow(api, row)
  api.ensureColumnVisible(column)
}

/** Further areas by keys: while this holds, moves begin an area beside those selected, as after Shift+F8 in Excel. */
let adding: Range | undefined

/** Begins a further area, which the next moves place and Shift+arrows draw. */
function addByKeys(): void {
  // A cell that stands alone is no selection yet; held, it is the first area that the moves begin beside.
  const range = holdSelection()
  if (!range) return
  adding = range
  say('The next cells chosen join the selection: arrows go there, Shift+arrows select. Escape ends it.')
}

/** True while the selection is the one that a further area is being placed beside. */
function isAdding(): boolean {
  const range = rangeNow()
  if (adding && range?.areas[0] !== adding.areas[0]) adding = undefined
  return adding !== undefined
}

/** Moves the start of the further area; the first move leaves what was selected behind. */
function placeArea(to: Cell): void {
  const range = rangeNow()
  const isFirst = range?.areas.length === adding?.areas.length
  addArea(to, { instead: !isFirst })
  session.setState({ goal: to })
}

/** How many lines the grid shows at once. */
function pageOf(api: GridApi<GridRow>): number {
  return Math.max(1, api.getLastDisplayedRowIndex() - api.getFirstDisplayedRowIndex() - 1)
}

/** The cell a page away. */
function pageAway(from: Cell, by: 1 | -1, api: GridApi<GridRow>): Cell | undefined {
  const lines = shownSight()?.sight.lines ?? []
  const at = placesOf(lines).get(from.line)
  if (at === undefined) return undefined
  return { line: lines[Math.min(Math.max(at + by * pageOf(api), 0), lines.length - 1)]!, column: from.column }
}

/** The end of the line, or of the whole schedule, that Home or End leads to. */
function endOf(from: Cell, end: 0 | -1, ofAll: boolean): Cell | undefined {
  const sight = shownSight()?.sight
  const [line, column] = [sight?.lines.at(end), sight?.columns.at(end)]
  return line !== undefined && column !== undefined ? { line: ofAll ? line : from.line, column } : undefined
}

/** Handles a key pressed on a cell that is not under edit. True where it was one of these keys. */
export function pressedInRange(event: KeyboardEvent, focus: Cell, api: GridApi<GridRow>): boolean {
  if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    // The grid would take these for arrows, where the list of actions has them.
    if (session.getState().editing?.where === 'cell') return false
    turnSelected(event.key === 'ArrowUp' ? 'step_up' : 'step_down')
    return true
  }
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
  } else if (event.shiftKey && !command && (event.key === 'PageUp' || event.key === 'PageDown')) {
    const to = pageAway(headNow() ?? focus, event.key === 'PageUp' ? -1 : 1, api)
    if (to) {
      extendTo(to)
      reveal(api, to)
    }
  } else if (event.key === 'F8' && event.shiftKey && !command) addByKeys()
  else if (arrow && !event.shiftKey && isAdding()) {
    const to = cellAway(focus, arrow, command)
    if (to) placeArea(to)
  } else if (arrow && command) {
    const to = cellAway(focus, arrow, true)
    if (to) session.setState({ goal: to })
  } else if (command && !event.shiftKey && event.key.toLowerCase() === 'a') selectWhole('all')
  // The grid would keep these two from the page, where the list of actions has them.
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'd') fill('down')
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'r') fill('right')
  else if (event.key === ' ' && command !== event.shiftKey) selectWhole(command ? 'columns' : 'lines')
  else if (event.key === 'Escape' && (isMany() || isAdding())) {
    adding = undefined
    collapse()
  } else if (event.key === 'Delete' && !command && !event.shiftKey && isMany()) clearSelected()
  else return false
  return true
}

/** Selects a line from its label, the focus going to its first figure; `to` extends it over whole lines up or down. */
export function selectLine(line: string, api: GridApi<GridRow>, to?: 'up' | 'down'): void {
  const columns = shownSight()?.sight.columns ?? []
  const [first, last] = [columns[0], columns.at(-1)]
  if (first === undefined || last === undefined) return
  const active = firstOf({ line }) ?? { line, column: first }
  session.setState({ focus: active, goal: active, remark: null })
  selectArea(active, { line, column: first }, { line, column: last }, true)
  const head = to && cellAway({ line, column: last }, to, false)
  if (!head || head.line === line) return
  extendTo(head)
  const row = api.getRowNode(head.line)?.rowIndex
  if (row !== undefined && row !== null) showRow(api, row)
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
