/**
 * Keys that the grid leaves to the product while no cell is edited: clearing, folding, and the reason why a cell is
 * closed.
 */
import type { GridApi } from 'ag-grid-community'
import { hasCell, takesInput } from '../../shared/calc/layout.ts'
import { clearCell, explainRefusal } from '../session/edit/editing.ts'
import { shownFiling } from '../session/reading/figures.ts'
import { hasNext, wayOf } from '../session/selection/walking.ts'
import type { GridRow } from '../session/reading/rows.ts'
import { actionForKey, keyboardPlatform } from '../../shared/actions/shortcuts.ts'
import { perform } from '../contrib/lookup.ts'
import { toggleFold } from '../session/view/view.ts'
import { enterFocus, focusLabel, leapFocus, rowOf } from './grid_focus.ts'
import { cellAt, labelAt } from './grid_elements.ts'
import type { GridStructure } from './grid_columns.ts'
import type { Session } from '../session/session.ts'
import type { Attached } from '../contrib/grid_handle.ts'

/** In a draft the labels can be typed, so the focus reaches them. */
function isDraft(session: Session): boolean {
  return shownFiling(session)?.status === 'draft'
}

/** True for a key that writes one character. */
function isCharacter(key: string): boolean {
  return /^.$/su.test(key)
}

/** Handles a key pressed in the grid of a schedule; what it does not know it leaves alone. */
export function pressedInGrid(
  session: Session,
  event: KeyboardEvent,
  schedule: GridStructure,
  api: GridApi<GridRow>,
  attached: readonly Attached[],
): void {
  const { editing } = session.getState()
  const { target } = event
  const label = labelAt(target)
  if (label !== undefined && attached.some((one) => one.pressed?.(event, { line: label }))) {
    event.preventDefault()
    return event.stopPropagation()
  }
  // Folding is the same on a label as on a figure of its line.
  const focus = label !== undefined && event.altKey ? session.getState().focus : cellAt(target)
  if (!focus || editing?.where === 'cell' || (target instanceof Element && target.closest('button'))) return
  const line = schedule.lines.find(({ id }) => id === focus.line)
  const column = schedule.columns.find(({ id }) => id === focus.column)
  if (!line || !column) return
  if (event.key === 'F2' && event.shiftKey) {
    // The grid would open the cell by F2 whatever is held with it.
    const action = actionForKey(event, keyboardPlatform(navigator.platform), session.getState().shell)
    event.preventDefault()
    if (action) perform(session, action.id)
    return event.stopPropagation()
  }
  const ref = { schedule: schedule.id, ...focus }
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const opens = isCharacter(event.key) || event.key === 'F2'
  const inRow = !event.altKey && !event.shiftKey
  // Tab at the end of a line is the grid's: on to the next, and out of the figures after the last.
  const way = wayOf(event)
  if (attached.some((one) => one.pressed?.(event, focus))) {
    // A key of a feature, as of the selection.
  } else if (plain && event.key === 'Delete') {
    if (hasCell(line, column)) clearCell(session, ref)
  } else if (event.altKey && event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const isParent = schedule.lines.some(({ parent }) => parent === line.id)
    const owner = isParent ? line.id : line.parent
    if (owner !== undefined) toggleFold(session, owner, event.key === 'ArrowLeft')
  } else if (way === 'down' || way === 'up' || (way && hasNext(session, focus, way))) {
    enterFocus(session, api, way)
  } else if (inRow && (event.key === 'Home' || event.key === 'End')) {
    leapFocus(api, event.key === 'Home' ? 'first' : 'last', event.ctrlKey || event.metaKey)
  } else if (plain && event.key === 'ArrowLeft' && column === schedule.columns[0] && isDraft(session)) {
    focusLabel(api, line.id)
  } else if (plain && event.key === 'ArrowUp' && api.getFocusedCell()?.rowIndex === 0) {
    // The column heads are reached by Tab; an arrow does not leave the figures.
  } else if (plain && opens && !takesInput(line, column)) {
    if (hasCell(line, column)) explainRefusal(session, ref)
  } else if (plain && (opens || event.key === 'Backspace') && event.key !== ' ') {
    // The editor holds the character within the task of its key, before the next one comes.
    const rowIndex = rowOf(api, focus.line)!
    session.atOnce(() => api.startEditingCell({ rowIndex, colKey: focus.column, key: event.key }))
  } else return
  event.preventDefault()
  event.stopPropagation()
}
