/**
 * Opens the comments of a figure.
 */
import { hasCell } from '../../../shared/calc/layout.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../../../shared/model/lookup.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import { CommentPopover } from './comment_popover.tsx'
import { explainedCell } from '../../session/reading/explained_cell.ts'
import { commitEdit, endRemark } from '../../session/edit/editing.ts'
import type { Session } from '../../session/session.ts'
import { say } from '../../session/messages.ts'
import { CHOOSE_FIGURE, noFigureText } from './wording.ts'

/** The comments of the cell in focus; `scenario` is the layer in which it is seen. */
const COMMENTS: DialogDefinition<{ at: { ref: CellRef; scenario: string | null } }> = {
  id: 'comment',
  Content: CommentPopover,
}

/** Opens the comments of the figure in focus, ready to write one; says why where there is no figure. */
export function openComments(session: Session): void {
  if (commitEdit(session) === 'kept') return
  const explained = explainedCell(session)
  const found = explained && findCell(explained.filing, explained.ref)
  if (!explained || !found) return say(session, CHOOSE_FIGURE)
  if (!hasCell(found.line, found.column))
    return say(session, noFigureText(lineName(found), columnName(found.schedule, found.column)))
  const { schedule, line, column } = explained.ref
  endRemark(session)
  openDialog(session, COMMENTS, { at: { ref: { schedule, line, column }, scenario: explained.scenario } })
}

/** Goes to a cell of the filing shown and opens its comments once the focus is there. */
export function openCommentsAt(session: Session, ref: CellRef): void {
  const { place } = session.getState()
  if (!place || commitEdit(session) === 'kept') return
  goToCell(session, ref)
  if (session.getState().goal === null) return openComments(session)
  const unsubscribe = session.subscribe(({ goal }) => {
    if (goal !== null) return
    unsubscribe()
    openComments(session)
  })
}
