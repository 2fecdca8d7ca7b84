/**
 * Which dialog about a filing is open.
 */
import type { JSX } from 'react'
import { workbook } from '../workbench/opened.ts'
import type { FilingDialog } from '../workbench/session.ts'
import { DuplicateDialog, RollForwardDialog } from './copy_dialog.tsx'
import { DetailsDialog } from './details_dialog.tsx'
import { FileDialog, ReopenDialog } from './status_dialogs.tsx'

export function FilingDialogs({ act, filing: id }: { act: FilingDialog; filing: string }): JSX.Element | null {
  const filing = workbook().book.filing(id)
  if (!filing) return null
  switch (act) {
    case 'details':
      return <DetailsDialog filing={filing} />
    case 'duplicate':
      return <DuplicateDialog filing={filing} />
    case 'roll_forward':
      return <RollForwardDialog filing={filing} />
    case 'file':
      return <FileDialog filing={filing} />
    case 'reopen':
      return <ReopenDialog filing={filing} />
  }
}
