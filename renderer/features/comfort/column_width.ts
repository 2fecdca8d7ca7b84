/**
 * Widening, narrowing and fitting the column in focus, as actions.
 */
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { shownGrid } from '../../contrib/grid_handle.ts'
import { say } from '../../session/messages.ts'
import { LABEL_COLUMN } from '../../session/reading/rows.ts'
import type { Session } from '../../session/session.ts'
import { scaled } from '../../session/view/comfort.ts'
import { CHOOSE_CELL, widthText } from './wording.ts'

/** How much an action widens or narrows a column, in pixels at 100%. */
const STEP = 16

/** Widens, narrows or fits the column of the focused cell, or that of the labels where the focus is on one. */
export function changeWidth(session: Session, how: 'wider' | 'narrower' | 'fit'): void {
  const { focus } = session.getState()
  const grid = shownGrid(session)
  if (!grid || !focus) return say(session, refusalText({ code: 'no_cell_chosen' }))
  const key = grid.focusedColumn() === LABEL_COLUMN ? LABEL_COLUMN : focus.column
  const width = grid.width(key)
  if (width === undefined) return say(session, CHOOSE_CELL)
  const wanted = how === 'fit' ? grid.fitted(key) : width + scaled(session, how === 'wider' ? STEP : -STEP)
  grid.chooseWidth(key, wanted)
  say(session, widthText(Math.round(grid.width(key) ?? wanted)))
}
