/**
 * Filings: their list, and what is done with one as a whole.
 */
import './filings.css'
import type { Filing } from '../../../shared/model/filing.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import manual from './manual.md?raw'
import type { Act, Contribution } from '../../contrib/contribution.ts'
import { Navigation } from './navigation.tsx'
import { dropRefusal, dropSourceFigures } from '../../session/filings/filing_acts.ts'
import { takeCorrected, takeRefusal } from '../../session/filings/carried_acts.ts'
import { earlierFilings, itemCell } from '../../session/filings/item_acts.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import type { Found } from '../../../shared/model/lookup.ts'
import { ItemDialog } from './item_dialog.tsx'
import { shownFiling } from '../../session/reading/figures.ts'
import type { Session } from '../../session/session.ts'
import { warn } from '../../session/messages.ts'
import { openFilingDialog, openNewFiling, type FilingDialog } from './open_filing_dialogs.ts'
import { NoFilings, NoSchedules } from './empty_places.tsx'
import { type Refusal } from '../../../shared/refusals/refusal.ts'

const needsFiling = (session: Session): Refusal | undefined =>
  shownFiling(session) ? undefined : { code: 'no_filing_shown' }

const dropsNone = (session: Session): Refusal | undefined => dropRefusal(session, session.getState().place?.filing)

function needsStatus(status: NonNullable<Filing['status']>): (session: Session) => Refusal | undefined {
  return (session) => {
    const filing = shownFiling(session)
    if (!filing) return { code: 'no_filing_shown' }
    const isDraft = filing.status === 'draft'
    if (isDraft === (status === 'draft')) return undefined
    return { code: isDraft ? 'draft_already' : 'filed_already', filing: isolated(filing.title) }
  }
}

/** An act on the filing that is given, else on the one shown. */
function ofFiling(act: (session: Session, filing: string) => void): Act['run'] {
  return (session, given) => {
    const filing = typeof given === 'string' ? given : session.getState().place?.filing
    if (filing === undefined) return warn(session, { code: 'no_filing_shown' })
    act(session, filing)
  }
}

const ITEM: DialogDefinition<{ found: Found; earlier: readonly Filing[] }> = {
  id: 'item',
  ofPlace: true,
  Content: ItemDialog,
}

/** Asks for an item at the figure in focus. */
function recordAtFocus(session: Session): void {
  const at = itemCell(session)
  if ('code' in at) return warn(session, at)
  openDialog(session, ITEM, { found: at.found, earlier: earlierFilings(session, at.found.filing) })
}

const opening = (dialog: FilingDialog): Act['run'] =>
  ofFiling((session, filing) => openFilingDialog(session, dialog, filing))

export const filings = {
  actions: {
    /** Given `own`, the filing is of another registrant than the one shown. */
    new_filing: { run: (session, given) => openNewFiling(session, given === 'own') },
    roll_forward: { run: opening('roll_forward'), whyNot: needsFiling },
    duplicate_filing: { run: opening('duplicate'), whyNot: needsFiling },
    filing_details: { run: opening('details'), whyNot: needsFiling },
    registrant: { run: opening('registrant'), whyNot: needsFiling },
    file_filing: { run: opening('file'), whyNot: needsStatus('draft') },
    reopen_filing: { run: opening('reopen'), whyNot: needsStatus('filed') },
    record_item: {
      run: recordAtFocus,
      whyNot: (session) => {
        const at = itemCell(session)
        return 'code' in at ? at : undefined
      },
      enters: true,
    },
    take_corrected: {
      run: ofFiling(takeCorrected),
      whyNot: (session) => takeRefusal(session, session.getState().place?.filing),
    },
    drop_source_figures: { run: ofFiling(dropSourceFigures), whyNot: dropsNone },
    delete_filing: { run: opening('delete'), whyNot: needsFiling },
  },
  parts: [
    { slot: 'left', order: 0, Content: Navigation },
    { slot: 'no_filings', order: 0, Content: NoFilings },
    { slot: 'no_schedules', order: 0, Content: NoSchedules },
  ],
  manual: [{ order: 6, text: manual }],
} satisfies Contribution
