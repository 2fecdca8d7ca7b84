/**
 * What a context menu is about: a figure, the line whose label lies under the pointer, or the column whose head does. A line or column
 * that is not chosen yet is chosen, so that what the menu does is done to it.
 */
import type { Under } from '../contrib/contribution.ts'
import { selectAlong } from '../session/selection/whole_lines.ts'
import type { Session } from '../session/session.ts'
import { chosen } from '../session/structure/chosen_lines.ts'
import { headAt, labelAt } from './grid_elements.ts'

/** What lies under the pointer, chosen where it was not. */
export function takeHold(session: Session, target: EventTarget): Under {
  const line = labelAt(target)
  const column = line === undefined ? headAt(target) : undefined
  const { lines, columns, areColumns } = chosen(session)
  if (line !== undefined) {
    if (areColumns || !lines.includes(line)) selectAlong(session, { line })
    return 'line'
  }
  if (column === undefined) return 'cell'
  if (!areColumns || !columns.includes(column)) selectAlong(session, { column })
  return 'column'
}
