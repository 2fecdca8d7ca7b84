/**
 * Opens the dialogs about a filing, after what was typed is entered.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { JSX } from 'react'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { DuplicateDialog, RollForwardDialog } from './copy_dialog.tsx'
import { DeleteFilingDialog } from './delete_filing_dialog.tsx'
import { DetailsDialog } from './details_dialog.tsx'
import { NewFilingDialog } from './new_filing_dialog.tsx'
import { RegistrantDialog } from './registrant_dialog.tsx'
import { FileDialog, ReopenDialog } from './status_dialogs.tsx'
import { commitEdit } from '../../session/edit/editing.ts'
import type { Session } from '../../session/session.ts'
import { warn } from '../../session/messages.ts'

const CONTENTS = {
  details: DetailsDialog,
  duplicate: DuplicateDialog,
  roll_forward: RollForwardDialog,
  file: FileDialog,
  reopen: ReopenDialog,
  delete: DeleteFilingDialog,
  registrant: RegistrantDialog,
} satisfies Record<string, (props: { filing: Filing }) => JSX.Element | null>

/** Dialogs about a filing that stands. */
export type FilingDialog = keyof typeof CONTENTS

const NEW_FILING: DialogDefinition<{ isOwn: boolean }> = { id: 'new_filing', Content: NewFilingDialog }

/** Opens a dialog about a filing, after what was typed is entered. */
export function openFilingDialog(session: Session, act: FilingDialog, id: string): void {
  if (commitEdit(session) === 'kept') return
  const filing = session.workbook().book.filing(id)
  if (!filing) return warn(session, { code: 'no_filing_shown' })
  const isDraft = filing.status === 'draft'
  if (act === 'file' && !isDraft) return warn(session, { code: 'filed_already', filing: isolated(filing.title) })
  if (act === 'reopen' && isDraft) return warn(session, { code: 'draft_already', filing: isolated(filing.title) })
  openDialog(session, { id: act, Content: CONTENTS[act] }, { filing })
}

/** Opens the dialog for a new filing; `isOwn` where its registrant is not the one shown. */
export function openNewFiling(session: Session, isOwn: boolean): void {
  if (commitEdit(session) === 'kept') return
  openDialog(session, NEW_FILING, { isOwn })
}
