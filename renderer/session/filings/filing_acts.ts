/**
 * Filings as acts of a person: making, filing, reopening, deleting one, changing its details; each one change set, after
 * which the screen is where work goes on, and says what was done.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { FilingDetails } from '../../../shared/templates/filing_details.ts'
import { counted } from '../../../shared/money/count.ts'
import { commitEdit } from '../edit/editing.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { leadBack } from '../place/leaving_missing.ts'
import { rememberedScenario } from '../place/going.ts'
import { putChanges } from '../structure/structure_acts.ts'
import { say } from '../messages.ts'
import {
  deleting,
  detailing,
  droppingSources,
  filingDraft,
  makingFiling,
  reopening,
  type Proposal,
} from './filing_changes.ts'
import type { Session } from '../session.ts'

/** Why an act was not done, as a sentence; null where it was. */
type Refused = string | null

function carry(session: Session, proposal: Proposal, to?: string): Refused {
  if (proposal.kind === 'refused') return proposal.reason
  const { filing, changes, title } = proposal
  if (changes.length === 0) return null
  return putChanges(session, { changes, title }, { filing, ...(to !== undefined && { to: { schedule: to } }) })
}

/** Makes the filing and goes to its first schedule; undo leads back to where the person was. */
export function makeFiling(session: Session, filing: Filing, how: string): Refused {
  const { place } = session.getState()
  const [first] = filing.schedules
  if (!first) return 'A filing needs at least one schedule.'
  const proposal = makingFiling(session.workbook().book, filing, how)
  if (proposal.kind === 'changes' && place) leadBack(session, filing.id, place)
  const reason = carry(session, proposal, first.id)
  if (reason === null) say(session, `${how}: “${isolated(filing.title)}”, a draft.`)
  return reason
}

/** Files the draft; its figures stay as they are from then on. */
export function fileFiling(session: Session, id: string): Refused {
  const title = session.workbook().book.filing(id)?.title ?? id
  const reason = carry(session, filingDraft(session.workbook().book, id))
  if (reason === null) say(session, `“${isolated(title)}” is filed and locked. An edit now starts a scenario.`)
  return reason
}

/** Makes a filed filing a draft again. */
export function reopenFiling(session: Session, id: string, why: string): Refused {
  const title = session.workbook().book.filing(id)?.title ?? id
  const reason = carry(session, reopening(session.workbook().book, id, why))
  if (reason === null) say(session, `“${isolated(title)}” is reopened as a draft. The reason is in the change log.`)
  return reason
}

/** Drops the printed figures that a draft's own differ from, after what was typed is entered. */
export function dropSourceFigures(session: Session, id: string): void {
  if (commitEdit(session) === 'kept') return
  const { book, sheets } = session.workbook()
  const filing = book.filing(id)
  const proposal = droppingSources(book, id, filing ? tieOuts(filing, sheets.engine(id, null)) : [])
  const reason = carry(session, proposal)
  if (reason !== null || proposal.kind === 'refused') return say(session, reason ?? '', { tone: 'warned' })
  const { length } = proposal.changes
  say(
    session,
    `${counted(length, 'printed figure')} that differed dropped. Undo brings ${length === 1 ? 'it' : 'them'} back.`,
  )
}

/** Deletes a filing and, where it was the one shown, goes to the one beside it. */
export function deleteFiling(session: Session, id: string): void {
  const { book } = session.workbook()
  const filings = book.filings()
  const at = filings.findIndex((one) => one.id === id)
  const title = filings[at]?.title ?? id
  const beside = filings[at + 1] ?? filings[at - 1]
  const [first] = beside?.schedules ?? []
  if (beside && first)
    leadBack(session, id, { filing: beside.id, schedule: first.id, scenario: rememberedScenario(session, beside.id) })
  const reason = carry(session, deleting(book, id))
  say(
    session,
    reason ?? `“${isolated(title)}” is deleted. Undo brings it back.`,
    reason === null ? {} : { tone: 'warned' },
  )
}

/** Changes the details of a draft. */
export function changeDetails(session: Session, id: string, details: FilingDetails): Refused {
  const proposal = detailing(session.workbook().book, id, details)
  const reason = carry(session, proposal)
  if (reason !== null) return reason
  const unchanged = proposal.kind === 'changes' && proposal.changes.length === 0
  say(
    session,
    unchanged ? 'The details stand as they were.' : `The details of “${isolated(details.title.trim())}” are changed.`,
  )
  return null
}

/** Deletes after what was typed is entered. */
export function deleteAfterEdit(session: Session, id: string): void {
  if (commitEdit(session) !== 'kept') deleteFiling(session, id)
}
