/**
 * Naming a line at its label. The focus reaches a label from the first figure of a line in a draft: typing there names the
 * line, arrows go from label to label and back into the figures, with Shift they select whole lines. A double click names lines and columns alike.
 */
import type { GridHandle } from '../../contrib/grid_handle.ts'
import { sendFocus } from '../../session/place/focus.ts'
import { selectLine } from '../../session/selection/whole_lines.ts'
import { shownSight } from '../../session/selection/selection.ts'
import { beginNaming } from '../../session/structure/naming.ts'

function lineAway(grid: GridHandle, line: string, by: -1 | 1): string | undefined {
  const rows = grid.rows()
  return rows[rows.findIndex((row) => row.line.id === line) + by]?.line.id
}

/** Handles a key pressed on a label. True where it was one of these keys. */
export function pressedAtLabel(grid: GridHandle, event: KeyboardEvent, line: string): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { session } = grid
  const { key, shiftKey } = event
  if (shiftKey && (key === ' ' || key === 'ArrowUp' || key === 'ArrowDown')) {
    const reached = selectLine(session, line, key === ' ' ? undefined : key === 'ArrowUp' ? 'up' : 'down')
    if (reached !== undefined) grid.reveal({ line: reached })
    return true
  }
  const up = key === 'ArrowUp' || (key === 'Enter' && shiftKey)
  const down = key === 'ArrowDown' || (key === 'Enter' && !shiftKey)
  if (up || down) {
    const next = lineAway(grid, line, up ? -1 : 1)
    if (next !== undefined) grid.focusLabel(next)
  } else if (key === 'ArrowRight' || (key === 'Tab' && !shiftKey) || key === 'Home') {
    const column = shownSight(session)?.sight.columns[0]
    if (column !== undefined) sendFocus(session, { line, column })
  } else if (key === 'End') grid.focusEnd()
  else if (key === 'F2') beginNaming(session, 'line', line, { back: 'label' })
  else if (/^.$/su.test(key) && key !== ' ') beginNaming(session, 'line', line, { typed: key, back: 'label' })
  // A label does not leave the grid to the left, and Delete of a label would leave a line without a name.
  else return key === 'ArrowLeft' || key === 'Delete' || key === 'Backspace' || key === ' '
  return true
}

/** Lets a label or a head be typed where it was double-clicked; elsewhere it does nothing. */
export function nameAt(grid: GridHandle, target: EventTarget | null): void {
  const { line, column } = grid.spotAt(target) ?? {}
  if (line !== undefined && column === undefined) beginNaming(grid.session, 'line', line)
  else if (line === undefined && column !== undefined) beginNaming(grid.session, 'column', column)
}
