/**
 * What a spot of the grid stands for among the cells.
 */
import type { Spot } from '../../contrib/grid_handle.ts'
import type { Cell } from '../../session/selection/range.ts'
import { shownSight } from '../../session/selection/selection.ts'
import type { Session } from '../../session/session.ts'

/** The far corner of what a spot stands for: the cell itself, or the end of its line or column. */
export function cornerAt(session: Session, { line, column }: Spot, end: 0 | -1): Cell | undefined {
  const sight = shownSight(session)?.sight
  const [lineThere, columnThere] = [line ?? sight?.lines.at(end), column ?? sight?.columns.at(end)]
  return lineThere !== undefined && columnThere !== undefined ? { line: lineThere, column: columnThere } : undefined
}
