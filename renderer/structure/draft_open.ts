/**
 * Whether the structure of the filing shown can be changed: it is a draft. Says why where it cannot.
 */
import { openFilingDialog } from '../filings/filing_acts.ts'
import { shownFiling } from '../workbench/figures.ts'
import { workbook } from '../workbench/opened.ts'
import { closedReason } from '../workbench/structure_acts.ts'
import { say } from '../workbench/toasts.ts'

/** True where the structure takes changes; otherwise says why not, with the way on where there is one. */
export function isOpenToChange(): boolean {
  const filing = shownFiling()
  const closed = closedReason(filing)
  if (closed !== undefined) {
    const act = filing && { label: 'Duplicate as a draft…', run: () => openFilingDialog('duplicate', filing.id) }
    say(closed, { tone: 'warned', ...(act && { act }) })
    return false
  }
  if (!workbook().queue.reversing()) return true
  say('An undo is being stored. Once it is saved this can be done.', { tone: 'warned' })
  return false
}
