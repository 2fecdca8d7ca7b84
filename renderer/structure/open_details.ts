/**
 * Opens the dialogs of lines, columns and schedules for what is in focus.
 */
import { session } from '../workbench/session.ts'
import { openDraft } from './carry.ts'
import { noColumn } from './column_acts.ts'
import { noLine } from './line_acts.ts'

export function openLineDetails(): void {
  const open = openDraft()
  if (!open) return
  const { focus } = session.getState()
  if (!focus) return noLine()
  session.setState({ dialog: { kind: 'line_details', schedule: open.schedule.id, line: focus.line } })
}

export function openColumnDetails(): void {
  const open = openDraft()
  if (!open) return
  const { focus } = session.getState()
  if (!focus) return noColumn()
  session.setState({ dialog: { kind: 'column_details', schedule: open.schedule.id, column: focus.column } })
}

export function openInsertColumn(): void {
  if (openDraft()) session.setState({ dialog: { kind: 'insert_column' } })
}
