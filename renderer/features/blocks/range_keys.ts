/**
 * Keys that select cells or act on all that are selected, as in a spreadsheet.
 */
import { say } from '../../session/messages.ts'
import { fill } from '../../session/selection/fill.ts'
import { clearSelected, turnSelected } from '../../session/selection/many_acts.ts'
import { placesOf, type Cell, type Range } from '../../session/selection/range.ts'
import {
  addArea,
  cellAway,
  collapse,
  extendTo,
  headNow,
  holdSelection,
  isMany,
  rangeNow,
  selectWhole,
  shownSight,
  type Direction,
} from '../../session/selection/selection.ts'
import { ofSession, type Session } from '../../session/session.ts'
import type { GridHandle } from '../../contrib/grid_handle.ts'
import { sendFocus } from '../../session/place/focus.ts'
import { ADDING } from './wording.ts'

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** Further areas by keys: while this holds, moves begin an area beside those selected, as after Shift+F8 in Excel. */
const further = ofSession((): { adding?: Range } => ({}))

/** Begins a further area, which the next moves place and Shift+arrows draw. */
function addByKeys(session: Session): void {
  // A cell that stands alone is no selection yet; held, it is the first area that the moves begin beside.
  const range = holdSelection(session)
  if (!range) return
  further(session).adding = range
  say(session, ADDING)
}

/** True while the selection is the one that a further area is being placed beside. */
function isAdding(session: Session): boolean {
  const range = rangeNow(session)
  const { adding } = further(session)
  if (adding && range?.areas[0] !== adding.areas[0]) delete further(session).adding
  return further(session).adding !== undefined
}

/** Moves the start of the further area; the first move leaves what was selected behind. */
function placeArea(session: Session, to: Cell): void {
  const range = rangeNow(session)
  const isFirst = range?.areas.length === further(session).adding?.areas.length
  addArea(session, to, { instead: !isFirst })
  sendFocus(session, to)
}

/** The cell a page away. */
function pageAway(session: Session, from: Cell, by: 1 | -1, grid: GridHandle): Cell | undefined {
  const lines = shownSight(session)?.sight.lines ?? []
  const at = placesOf(lines).get(from.line)
  if (at === undefined) return undefined
  return { line: lines[Math.min(Math.max(at + by * grid.page(), 0), lines.length - 1)]!, column: from.column }
}

/** The end of the line, or of the whole schedule, that Home or End leads to. */
function endOf(session: Session, from: Cell, end: 0 | -1, ofAll: boolean): Cell | undefined {
  const sight = shownSight(session)?.sight
  const [line, column] = [sight?.lines.at(end), sight?.columns.at(end)]
  return line !== undefined && column !== undefined ? { line: ofAll ? line : from.line, column } : undefined
}

/** Handles a key pressed on a cell that is not under edit. True where it was one of these keys. */
export function pressedInRange(session: Session, event: KeyboardEvent, focus: Cell, grid: GridHandle): boolean {
  if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    // The grid would take these for arrows, where the list of actions has them.
    if (session.getState().editing?.where === 'cell') return false
    turnSelected(session, event.key === 'ArrowUp' ? 'step_up' : 'step_down')
    return true
  }
  if (event.altKey || session.getState().editing?.where === 'cell' || !rangeNow(session)) return false
  const command = event.ctrlKey || event.metaKey
  const arrow = ARROWS[event.key]
  const isEnd = event.key === 'Home' || event.key === 'End'
  if (event.shiftKey && (arrow || isEnd)) {
    const from = headNow(session) ?? focus
    const to = arrow
      ? cellAway(session, from, arrow, command)
      : endOf(session, from, event.key === 'Home' ? 0 : -1, command)
    if (to) {
      extendTo(session, to)
      grid.reveal(to)
    }
  } else if (event.shiftKey && !command && (event.key === 'PageUp' || event.key === 'PageDown')) {
    const to = pageAway(session, headNow(session) ?? focus, event.key === 'PageUp' ? -1 : 1, grid)
    if (to) {
      extendTo(session, to)
      grid.reveal(to)
    }
  } else if (event.key === 'F8' && event.shiftKey && !command) addByKeys(session)
  else if (arrow && !event.shiftKey && isAdding(session)) {
    const to = cellAway(session, focus, arrow, command)
    if (to) placeArea(session, to)
  } else if (arrow && command) {
    const to = cellAway(session, focus, arrow, true)
    if (to) sendFocus(session, to)
  } else if (command && !event.shiftKey && event.key.toLowerCase() === 'a') selectWhole(session, 'all')
  // The grid would keep these two from the page, where the list of actions has them.
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'd') fill(session, 'down')
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'r') fill(session, 'right')
  else if (event.key === ' ' && command !== event.shiftKey) selectWhole(session, command ? 'columns' : 'lines')
  else if (event.key === 'Escape' && (isMany(session) || isAdding(session))) {
    delete further(session).adding
    collapse(session)
  } else if (event.key === 'Delete' && !command && !event.shiftKey && isMany(session)) clearSelected(session)
  else return false
  return true
}
