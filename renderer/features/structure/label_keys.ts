/**
 * Naming a line at its label. The focus reaches a label from the first figure of a line in a draft: typing there names the
 * line, arrows go from label to label and back into the figures, with Shift they select whole lines. A double click names lines and columns alike.
 */
import type { GridApi } from 'ag-grid-community'
import { LABEL_COLUMN } from '../../session/reading/rows.ts'
import { focusLabel, labelAt, leapFocus, rowOf } from '../../grid/grid_focus.ts'
import { selectLine } from '../blocks/range_keys.ts'
import type { GridRow } from '../../session/reading/rows.ts'

import { beginNaming } from '../../session/structure/naming.ts'
import type { Session } from '../../session/session.ts'

type Api = GridApi<GridRow>

function lineAway(api: Api, line: string, by: -1 | 1): string | undefined {
  const row = rowOf(api, line)
  return row === undefined ? undefined : api.getDisplayedRowAtIndex(row + by)?.data?.line.id
}

/** Puts the focus on the line's first figure. */
function intoFigures(session: Session, api: Api, line: string): void {
  const column = api.getAllDisplayedColumns()[1]?.getColId()
  if (column !== undefined) session.setState({ goal: { line, column } })
}

/** Handles a key pressed on a label. True where it was one of these keys. */
export function pressedAtLabel(session: Session, event: KeyboardEvent, line: string, api: Api): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { key, shiftKey } = event
  if (shiftKey && (key === ' ' || key === 'ArrowUp' || key === 'ArrowDown')) {
    selectLine(session, line, api, key === ' ' ? undefined : key === 'ArrowUp' ? 'up' : 'down')
    return true
  }
  const up = key === 'ArrowUp' || (key === 'Enter' && shiftKey)
  const down = key === 'ArrowDown' || (key === 'Enter' && !shiftKey)
  if (up || down) {
    const next = lineAway(api, line, up ? -1 : 1)
    if (next !== undefined) focusLabel(api, next)
  } else if (key === 'ArrowRight' || (key === 'Tab' && !shiftKey) || key === 'Home') intoFigures(session, api, line)
  else if (key === 'End') leapFocus(api, 'last', false)
  else if (key === 'F2') beginNaming(session, 'line', line, { back: 'label' })
  else if (/^.$/su.test(key) && key !== ' ') beginNaming(session, 'line', line, { typed: key, back: 'label' })
  // A label does not leave the grid to the left, and Delete of a label would leave a line without a name.
  else return key === 'ArrowLeft' || key === 'Delete' || key === 'Backspace' || key === ' '
  return true
}

/** A double click on a label or on a head lets it be typed; elsewhere it does nothing. */
export function nameAt(session: Session, { target }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('button, input, .ag-header-cell-resize')) return
  const line = labelAt(target)
  if (line !== undefined) return beginNaming(session, 'line', line)
  const column = target.closest('.ag-header-cell')?.getAttribute('col-id')
  if (column && column !== LABEL_COLUMN) beginNaming(session, 'column', column)
}
