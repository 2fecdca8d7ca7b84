/**
 * Cells that stand in the way of an act, as a list that leads to each of them.
 */
import type { JSX } from 'react'
import type { CellRef } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName, scheduleName } from '../../../shared/model/lookup.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { closeDialog } from '../../session/asking.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

/** Most cells that are listed one by one. */
const MOST = 100

/** Leaves the dialog for a cell. */
function goTo(session: Session, cell: CellRef): void {
  closeDialog(session)
  goToCell(session, cell)
}

export function DependentList({ cells }: { cells: readonly CellRef[] }): JSX.Element {
  const session = useOpenSession()
  const filing = shownFiling(session)
  const more = cells.length - MOST
  return (
    <>
      <ul className="dependents" aria-label="Still in use by">
        {cells.slice(0, MOST).map((cell) => {
          const found = findCell(filing, cell)
          return (
            <li key={cellName(cell)}>
              <button type="button" onClick={() => goTo(session, cell)} title={`Go to ${cellName(cell)}`}>
                <span>{found ? lineName(found) : cell.line}</span>
                <small>
                  {found
                    ? `${columnName(found.schedule, found.column)}, ${scheduleName(found.schedule)}`
                    : cellName(cell)}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
      {more > 0 ? <p className="hint">And {more} more.</p> : null}
    </>
  )
}
