/**
 * The cell last in focus, remembered in the workbook once the hand rests and found again when it is opened. View state only.
 */
import { findCell } from '../../../shared/model/lookup.ts'
import { remember } from './remembering.ts'

import type { Session } from '../session.ts'

/** How long the focus rests before it is remembered, in milliseconds: walking over cells writes nothing. */
const REST = 400

/** How long a sheet takes to stand after its font is there, in milliseconds. */
const SETTLED = 120

function rememberCell(session: Session): void {
  const { phase, place, focus, view } = session.getState()
  if (phase !== 'open' || !place || !focus) return
  const { filing, schedule } = place
  const { line, column } = focus
  // The comparison's cells are not those of a schedule.
  if (!findCell(session.workbook().book.filing(filing), { schedule, line, column })) return
  const { cell } = view
  const isKnown = cell?.filing === filing && cell.schedule === schedule && cell.line === line && cell.column === column
  if (!isKnown) remember(session, { cell: { filing, schedule, line, column } })
}

/**
 * Brings the cell that was found again into sight once more when the sheet stands as it will: the product's own font and the room
 * for the figures come after the first drawing. Not where the person went on meanwhile.
 */
export async function showCellFound(session: Session): Promise<void> {
  const { focus } = session.getState()
  await document.fonts.ready
  await new Promise((resolve) => setTimeout(resolve, SETTLED))
  const here = document.activeElement
  const isThere = here === document.body || here?.closest('[data-schedule] .ag-cell') instanceof HTMLElement
  if (focus && isThere && session.getState().focus === focus && !session.getState().editing) {
    session.setState({ goal: focus })
  }
}

/** Remembers the cell in focus wherever it comes to rest, and at once when the page goes out of sight. */
export function followCell(session: Session): void {
  let rest: ReturnType<typeof setTimeout> | undefined
  session.subscribe((state, before) => {
    if (state.focus === before.focus && state.place === before.place) return
    clearTimeout(rest)
    rest = setTimeout(() => rememberCell(session), REST)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return
    clearTimeout(rest)
    rememberCell(session)
  })
}
