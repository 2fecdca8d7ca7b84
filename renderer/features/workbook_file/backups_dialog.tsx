/**
 * Going back to a backup while the workbook is open.
 */
import type { JSX } from 'react'
import { BackupList } from './backup_list.tsx'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { ABOUT_BACKUPS } from './wording.ts'

export function Backups(): JSX.Element {
  const session = useOpenSession()
  return (
    <DialogFrame title="Restore a backup" about={ABOUT_BACKUPS}>
      <BackupList onRestored={() => closeDialog(session)} />
    </DialogFrame>
  )
}
