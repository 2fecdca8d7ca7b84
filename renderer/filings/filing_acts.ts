/**
 * Filings as acts of a person: making, filing, reopening, deleting one, changing its details; each one change set, after
 * which the screen is where work goes on, and says what was done.
 */
import { isolated } from '../../shared/money/isolated.ts'
import type { Filing } from '../../shared/model/filing.ts'
import type { FilingDetails } from '../../shared/templates/filing_details.ts'
import { counted } from '../../shared/money/count.ts'
import { commitEdit } from '../workbench/editing.ts'
import { tieOuts } from '../workbench/rules.ts'
import { leadBack, rememberedScenario, workbook } from '../workbench/opened.ts'
import { session, type FilingDialog } from '../workbench/session.ts'
import { putChanges } from '../workbench/structure_acts.ts'
import { say } from '../workbench/toasts.ts'
import {
  deleting,
  detailing,
  droppingSources,
  filingDraft,
  makingFiling,
  reopening,
  type Proposal,
} from './filing_changes.ts'

/** Why an act was not done, as a sentence; null where it was. */
type Refused = string | null

function carry(proposal: Proposal, to?: string): Refused {
  if (proposal.kind === 'refused') return proposal.reason
  const { filing, changes, title } = proposal
  if (changes.length === 0) return null
  return putChanges({ changes, title }, { filing, ...(to !== undefined && { to: { schedule: to } }) })
}

/** Makes the filing and goes to its first schedule; undo leads back to where the person was. */
export function makeFiling(filing: Filing, how: string): Refused {
  const { place } = session.getState()
  const [first] = filing.schedules
  if (!first) return 'A filing needs at least one schedule.'
  const proposal = makingFiling(workbook().book, filing, how)
  if (proposal.kind === 'changes' && place) leadBack(filing.id, place)
  const reason = carry(proposal, first.id)
  if (reason === null) say(`${how}: “${isolated(filing.title)}”, a draft.`)
  return reason
}

/** Files the draft; its figures stay as they are from then on. */
export function fileFiling(id: string): Refused {
  const title = workbook().book.filing(id)?.title ?? id
  const reason = carry(filingDraft(workbook().book, id))
  if (reason === null) say(`“${isolated(title)}” is filed and locked. An edit now starts a scenario.`)
  return reason
}

/** Makes a filed filing a draft again. */
export function reopenFiling(id: string, why: string): Refused {
  const title = workbook().book.filing(id)?.title ?? id
  const reason = carry(reopening(workbook().book, id, why))
  if (reason === null) say(`“${isolated(title)}” is reopened as a draft. The reason is in the change log.`)
  return reason
}

/** Drops the printed figures that a draft's own differ from, after what was typed is entered. */
export function dropSourceFigures(id: string): void {
  if (commitEdit() === 'kept') return
  const { book, sheets } = workbook()
  const filing = book.filing(id)
  const proposal = droppingSources(book, id, filing ? tieOuts(filing, sheets.engine(id, null)) : [])
  const reason = carry(proposal)
  if (reason !== null || proposal.kind === 'refused') return say(reason ?? '', { tone: 'warned' })
  const { length } = proposal.changes
  say(`${counted(length, 'printed figure')} that differed dropped. Undo brings ${length === 1 ? 'it' : 'them'} back.`)
}

/** Deletes a filing and, where it was the one shown, goes to the one beside it. */
export function deleteFiling(id: string): void {
  const { book } = workbook()
  const filings = book.filings()
  const at = filings.findIndex((one) => one.id === id)
  const title = filings[at]?.title ?? id
  const beside = filings[at + 1] ?? filings[at - 1]
  const [first] = beside?.schedules ?? []
  if (beside && first) leadBack(id, { filing: beside.id, schedule: first.id, scenario: rememberedScenario(beside.id) })
  const reason = carry(deleting(book, id))
  say(reason ?? `“${isolated(title)}” is deleted. Undo brings it back.`, reason === null ? {} : { tone: 'warned' })
}

/** Changes the details of a draft. */
export function changeDetails(id: string, details: FilingDetails): Refused {
  const proposal = detailing(workbook().book, id, details)
  const reason = carry(proposal)
  if (reason !== null) return reason
  const unchanged = proposal.kind === 'changes' && proposal.changes.length === 0
  say(unchanged ? 'The details stand as they were.' : `The details of “${isolated(details.title.trim())}” are changed.`)
  return null
}

/** Opens a dialog about a filing, after what was typed is entered. */
export function openFilingDialog(act: FilingDialog, filing: string): void {
  if (commitEdit() === 'kept') return
  const known = workbook().book.filing(filing)
  if (!known) return say('No filing is shown.', { tone: 'warned' })
  const isDraft = known.status === 'draft'
  if (act === 'file' && !isDraft) return say(`“${isolated(known.title)}” is filed already.`, { tone: 'warned' })
  if (act === 'reopen' && isDraft) return say(`“${isolated(known.title)}” is a draft already.`, { tone: 'warned' })
  session.setState({ dialog: { kind: 'filing', act, filing } })
}

/** Opens the dialog for a new filing. */
export function openNewFiling(): void {
  if (commitEdit() === 'kept') return
  session.setState({ dialog: { kind: 'new_filing' } })
}

/** Does what an action of the filing shown names. */
export function ofFilingShown(act: (filing: string) => void): () => void {
  return () => {
    const { place } = session.getState()
    if (!place) return say('No filing is shown.', { tone: 'warned' })
    act(place.filing)
  }
}

/** Deletes after what was typed is entered. */
export function deleteAfterEdit(id: string): void {
  if (commitEdit() !== 'kept') deleteFiling(id)
}
