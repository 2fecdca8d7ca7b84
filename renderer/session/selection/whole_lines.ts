/**
 * Whole lines and columns as selections: what gets the focus, and how far they reach.
 */
import { hasCell } from '../../../shared/calc/layout.ts'
import { takeFocus } from '../place/focus.ts'
import type { Session } from '../session.ts'
import type { Cell } from './range.ts'
import { cellAway, extendTo, selectArea, shownSight } from './selection.ts'

/** The cell that a whole line or column gives the focus to: its first that exists. */
export function firstOf(session: Session, where: { line: string } | { column: string }): Cell | undefined {
  const shown = shownSight(session)
  if (!shown) return undefined
  const { schedule, sight } = shown
  const lines = 'line' in where ? [where.line] : sight.lines
  const columns = schedule.columns.filter(({ id }) => !('column' in where) || id === where.column)
  for (const id of lines) {
    const line = schedule.lines.find((one) => one.id === id)
    const column = line && columns.find((one) => hasCell(line, one))
    if (column) return { line: id, column: column.id }
  }
  return undefined
}

/**
 * Selects a line from its label, the focus going to its first figure; `to` extends it over whole lines up or down. Returns the line
 * that it reaches to.
 */
export function selectLine(session: Session, line: string, to?: 'up' | 'down'): string | undefined {
  const [first, ...more] = shownSight(session)?.sight.columns ?? []
  if (first === undefined) return undefined
  const last = more.at(-1) ?? first
  const active = firstOf(session, { line }) ?? { line, column: first }
  takeFocus(session, active)
  selectArea(session, active, { line, column: first }, { line, column: last }, true)
  const head = to && cellAway(session, { line, column: last }, to, false)
  if (!head || head.line === line) return undefined
  extendTo(session, head)
  return head.line
}

/** Selects a whole line or a whole column; the page's focus stays. */
export function selectAlong(session: Session, where: { line: string } | { column: string }): void {
  const [active, shown] = [firstOf(session, where), shownSight(session)]
  if (!active || !shown) return
  const { lines, columns } = shown.sight
  const corner = (end: 0 | -1): Cell => ({
    line: 'line' in where ? where.line : lines.at(end)!,
    column: 'column' in where ? where.column : columns.at(end)!,
  })
  takeFocus(session, active, session.getState().goal)
  selectArea(session, active, corner(0), corner(-1), 'line' in where)
}
