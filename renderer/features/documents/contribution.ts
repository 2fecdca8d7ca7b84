/**
 * Documents of a registrant side by side: versions, stages, filings.
 */
import './documents.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import type { Session } from '../../session/session.ts'
import { warn } from '../../session/messages.ts'
import { DocumentsDialog } from './documents_dialog.tsx'
import manual from './manual.md?raw'

const DIALOG: DialogDefinition<{ filing: Filing }> = { id: 'documents', ofPlace: true, Content: DocumentsDialog }

/** Of the filing that is given, else of the one shown. */
function compareDocuments(session: Session, given: unknown): void {
  const filing = typeof given === 'string' ? session.workbook().book.filing(given) : shownFiling(session)
  if (!filing) return warn(session, { code: 'no_filing_shown' })
  openDialog(session, DIALOG, { filing })
}

export const documents = {
  actions: {
    compare_documents: {
      run: compareDocuments,
      whyNot: (session) => (shownFiling(session) ? undefined : { code: 'no_filing_shown' }),
      enters: true,
    },
  },
  manual: [{ order: 7, text: manual }],
} satisfies Contribution
