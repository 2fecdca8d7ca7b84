/**
 * What a context menu is about: a figure, the line whose label lies under the pointer, or the column whose head does. A line or column
 * that is not chosen yet is chosen, so that what the menu does is done to it.
 */
import { LABEL_COLUMN } from '../../session/reading/rows.ts'
import { labelAt } from '../../grid/grid_focus.ts'
import { firstOf } from '../blocks/range_keys.ts'
import { selectArea, shownSight } from '../../session/selection/selection.ts'

import { chosen } from '../../session/structure/chosen_lines.ts'
import type { Session } from '../../session/session.ts'

/** Chooses a whole line or a whole column of the schedule shown. */
function choose(session: Session, where: { line: string } | { column: string }): void {
  const [active, shown] = [firstOf(session, where), shownSight(session)]
  if (!active || !shown) return
  const { lines, columns } = shown.sight
  const corner = (end: 0 | -1): { line: string; column: string } => ({
    line: 'line' in where ? where.line : lines.at(end)!,
    column: 'column' in where ? where.column : columns.at(end)!,
  })
  session.setState({ focus: active, remark: null })
  selectArea(session, active, corner(0), corner(-1), 'line' in where)
}

/** What lies under the pointer, chosen where it was not. */
export function takeHold(session: Session, target: EventTarget): 'cell' | 'line' | 'column' {
  const line = labelAt(target)
  const now = chosen(session)
  if (line !== undefined) {
    if (now.areColumns || !now.lines.includes(line)) choose(session, { line })
    return 'line'
  }
  const head = target instanceof Element ? target.closest('.ag-header-cell') : null
  const column = head?.getAttribute('col-id')
  if (!column || column === LABEL_COLUMN) return 'cell'
  if (!now.areColumns || !now.columns.includes(column)) choose(session, { column })
  return 'column'
}
