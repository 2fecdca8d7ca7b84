/**
 * Outlines in the schedule the figures that the fields of the open tool name. Marks elements only, those drawn now and each that is drawn
 * later; none is left when the tool closes.
 */
import { chosenCells, onChosen } from '../../contrib/chosen_cells.ts'
import type { Cell, GridAttachment } from '../../contrib/grid_handle.ts'
import type { Session } from '../../session/session.ts'

const CHOSEN = 'is-chosen'

function isChosen(session: Session, { line, column }: Cell): boolean {
  const schedule = session.getState().place?.schedule
  const refs = [...chosenCells(session).values()]
  return refs.some((ref) => ref.schedule === schedule && ref.line === line && ref.column === column)
}

export const chosenMarks: GridAttachment = (grid) => {
  const { session } = grid
  const mark = (element: HTMLElement, cell: Cell): void => {
    if (chosenCells(session).size > 0 || element.classList.contains(CHOSEN)) {
      element.classList.toggle(CHOSEN, isChosen(session, cell))
    }
  }
  const all = (): void => {
    for (const { element, line = '', column = '' } of grid.drawn('figures')) mark(element, { line, column })
  }
  const end = onChosen(session, all)
  all()
  return { drawn: mark, viewed: all, end }
}
