/**
 * Opens the dialogs of lines, columns and schedules for what is in focus.
 */
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { openDraft } from '../../session/structure/structure_acts.ts'
import { noColumn } from '../../session/structure/column_acts.ts'
import { ColumnDialog } from './column_dialog.tsx'
import { InsertColumnDialog } from './insert_column_dialog.tsx'
import { noLine } from '../../session/structure/line_acts.ts'
import { LineDialog } from './line_dialog.tsx'
import { ScheduleDialog } from './schedule_dialog.tsx'
import type { Session } from '../../session/session.ts'

const LINE: DialogDefinition<{ schedule: string; line: string }> = { id: 'line', ofPlace: true, Content: LineDialog }
const COLUMN: DialogDefinition<{ schedule: string; column: string }> = {
  id: 'column',
  ofPlace: true,
  Content: ColumnDialog,
}
const INSERT_COLUMN: DialogDefinition<object> = { id: 'insert_column', ofPlace: true, Content: InsertColumnDialog }
const SCHEDULE: DialogDefinition<{ isNew: boolean }> = { id: 'schedule', ofPlace: true, Content: ScheduleDialog }

export function openLineDetails(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { focus } = session.getState()
  if (!focus) return noLine(session)
  openDialog(session, LINE, { schedule: open.schedule.id, line: focus.line })
}

export function openColumnDetails(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { focus } = session.getState()
  if (!focus) return noColumn(session)
  openDialog(session, COLUMN, { schedule: open.schedule.id, column: focus.column })
}

export function openInsertColumn(session: Session): void {
  if (openDraft(session)) openDialog(session, INSERT_COLUMN, {})
}

/** Shows the dialog in which a schedule is begun. */
export function openNewSchedule(session: Session): void {
  if (openDraft(session)) openDialog(session, SCHEDULE, { isNew: true })
}

/** Shows the dialog in which the head of the schedule shown is stated. */
export function openScheduleDetails(session: Session): void {
  if (openDraft(session)) openDialog(session, SCHEDULE, { isNew: false })
}
