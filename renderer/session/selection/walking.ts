/**
 * Where Enter and Tab lead, as in a spreadsheet: within a selected block from cell to cell and round again; elsewhere a step
 * away, and Enter after a run of Tabs to the column where they began. Knows the selection; puts the focus nowhere itself.
 */

import type { Schedule } from '../../../shared/model/filing.ts'
import { cellIn, sameSpot, spotIn, walked, type Cell } from './range.ts'
import { isMany, selectedBlocks, shownSight, walkTo, type Direction } from './selection.ts'
import { ofSession, type Session } from '../session.ts'
import { moveFocus } from '../place/focus.ts'

/** A run of Tabs: the column where it began and the cell that the last one led to. */
type Run = { schedule: string; from: string; at: Cell }

const runs = ofSession((): { tabs?: Run } => ({}))

/** The run goes on only from where its last Tab led. */
function runAt(session: Session, schedule: string, cell: Cell): Run | undefined {
  const { tabs } = runs(session)
  return tabs?.schedule === schedule && sameSpot(tabs.at, cell) ? tabs : undefined
}

/** The focus went to a cell, or to a label: any move but a Tab ends a run of Tabs. */
export function endTabs(session: Session, schedule: string, cell: Cell | undefined): void {
  const run = runs(session)
  if (run.tabs && !(cell && runAt(session, schedule, cell))) delete run.tabs
}

/** The next cell of the selected block, which becomes the active one; undefined where no block holds the cell. */
function withinBlock(session: Session, from: Cell, way: Direction): Cell | undefined {
  const sight = isMany(session) ? shownSight(session)?.sight : undefined
  const spot = sight && spotIn(sight, from)
  if (!spot) return undefined
  const by = way === 'down' || way === 'right' ? 1 : -1
  const next = walked(selectedBlocks(session), spot, way === 'down' || way === 'up' ? 'columns' : 'lines', by)
  const to = next && cellIn(sight, next.row, next.column)
  if (to) walkTo(session, to)
  return to
}

/**
 * The cell that Enter (down, with Shift up) or Tab (right, left) leads to from a cell; the cell itself at the edge of the
 * schedule, undefined where it is not in sight. The selection goes with it.
 */
export function entered(session: Session, from: Cell, way: Direction): Cell | undefined {
  const within = withinBlock(session, from, way)
  const shown = shownSight(session)
  if (within || !shown) {
    delete runs(session).tabs
    return within
  }
  const { schedule, sight } = shown
  const spot = spotIn(sight, from)
  if (!spot) return undefined
  const run = runAt(session, schedule.id, from)
  if (way === 'left' || way === 'right') {
    const column = sight.columns[spot.column + (way === 'right' ? 1 : -1)] ?? from.column
    const to = { line: from.line, column }
    // Only Tabs to the right begin a run; back and forth within it, it goes on.
    delete runs(session).tabs
    if (run || way === 'right') runs(session).tabs = { schedule: schedule.id, from: run?.from ?? from.column, at: to }
    return to
  }
  delete runs(session).tabs
  const column = way === 'down' && run ? run.from : from.column
  const by = way === 'down' ? 1 : -1
  // A heading has one stop, in the first column; others go past it.
  const isPassed = (id: string | undefined): boolean => column !== sight.columns[0] && isHeading(schedule, id)
  let row = spot.row + by
  while (isPassed(sight.lines[row])) row += by
  const line = sight.lines[row]
  return line === undefined ? from : { line, column }
}

function isHeading({ lines }: Pick<Schedule, 'lines'>, id: string | undefined): boolean {
  return lines.find((line) => line.id === id)?.kind === 'heading'
}

/** True where Tab has a next cell to go to, so that it does not leave the grid or the line. */
export function hasNext(session: Session, from: Cell, way: 'left' | 'right'): boolean {
  if (isMany(session)) return true
  const shown = shownSight(session)
  if (shown && isHeading(shown.schedule, from.line)) return false
  const columns = shown?.sight.columns ?? []
  return columns.at(way === 'right' ? -1 : 0) !== from.column
}

/** The way that a key of these leads; undefined for every other key and where Ctrl or Alt is held. */
export function wayOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Keyed): Direction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  return key === 'Tab' ? (shiftKey ? 'left' : 'right') : undefined
}

type Keyed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Leads on from a cell by the session, for what stands outside the grid; no way: back to the cell itself. */
export function leadOn(session: Session, from: Cell, way: Direction | undefined): void {
  const to = (way && entered(session, from, way)) ?? from
  // The grid may first have to be drawn; what shows the cell in focus does not wait for it.
  moveFocus(session, to, to)
}
