/**
 * Keeps what is seen, but is no figure, in the workbook: the place, the cell last in focus, the periods and scenarios
 * shown, widths, folding, panels. None of it is in the change log.
 */
import type { View } from '../../../shared/model/view.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import type { Session } from '../session.ts'

/** Keeps a part of the view in the workbook. Losing it is harmless, so a failure stays silent. */
export function remember(session: Session, view: View): void {
  session.setState((state) => ({ view: { ...state.view, ...view } }))
  void session.client.remember({ view }).catch(() => undefined)
}

/** How long the focus rests before it is remembered, in milliseconds: walking over cells writes nothing. */
const REST = 400

function rememberCell(session: Session): void {
  const { phase, place, focus, view, period } = session.getState()
  if (phase !== 'open' || !place || !focus) return
  const { filing, schedule } = place
  const { line, column } = focus
  // The comparison's cells are not those of a schedule.
  if (!findCell(session.workbook().book.filing(filing), { schedule, line, column })) return
  const { cell } = view
  const isKnown = cell?.filing === filing && cell.schedule === schedule && cell.line === line && cell.column === column
  if (!isKnown) remember(session, { cell: { filing, schedule, line, column }, periods: period })
}

/** Remembers the cell in focus wherever it comes to rest; returns what remembers it at once, as when the page goes out of sight. */
export function followCell(session: Session): () => void {
  let forget: (() => void) | undefined
  session.subscribe((state, before) => {
    if (state.focus === before.focus && state.place === before.place) return
    forget?.()
    forget = session.timer.after(REST, () => rememberCell(session))
  })
  return () => {
    forget?.()
    rememberCell(session)
  }
}
