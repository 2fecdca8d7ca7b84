/**
 * What of the grid lies under the pointer: a figure, a line's label, or a column's head. Reads elements; selects nothing.
 */
import type { Cell } from '../../session/selection/range.ts'
import { shownSight } from '../../session/selection/selection.ts'
import type { Session } from '../../session/session.ts'

/** A figure where both are named; else a line's label or a column's head. */
export type Spot = { line?: string; column?: string }

/** The spot under an event's target; `labels` is the id of the column of labels. Undefined for controls and all else. */
export function spotAt(target: EventTarget | null, labels: string): Spot | undefined {
  if (!(target instanceof Element) || target.closest('button, input, .ag-header-cell-resize')) return undefined
  const element = target.closest('.ag-cell, .ag-header-cell')
  const column = element?.getAttribute('col-id') ?? undefined
  const line = element?.closest('[row-id]')?.getAttribute('row-id') ?? undefined
  if (!element || (line === undefined && (column === undefined || column === labels))) return undefined
  return { ...(line !== undefined && { line }), ...(column !== undefined && column !== labels && { column }) }
}

/** The far corner of what a spot stands for: the cell itself, or the end of its line or column. */
export function cornerAt(session: Session, { line, column }: Spot, end: 0 | -1): Cell | undefined {
  const sight = shownSight(session)?.sight
  const [lineThere, columnThere] = [line ?? sight?.lines.at(end), column ?? sight?.columns.at(end)]
  return lineThere !== undefined && columnThere !== undefined ? { line: lineThere, column: columnThere } : undefined
}
