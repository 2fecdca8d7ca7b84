/**
 * Filings as acts of a person: making, filing, reopening, deleting one, changing its details; each one change set, after
 * which the screen is where work goes on, and says what was done.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { CLASS_RULES, type CorrectionClass } from '../../../shared/model/correction.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { FilingDetails } from '../../../shared/templates/filing_details.ts'
import { commitEdit } from '../edit/editing.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { leadBack } from '../place/leaving_missing.ts'
import { isLarge } from '../reading/shown.ts'
import { checkedBook } from '../reading/tie_out_books.ts'
import { rememberedScenario } from '../place/going.ts'
import { commit } from '../committing.ts'
import { say, warn } from '../messages.ts'
import { undoOffer } from '../undo_offer.ts'
import { typedRefusal } from '../typed_texts.ts'
import {
  classing,
  deleting,
  detailing,
  droppingSources,
  filingDraft,
  makingFiling,
  reopening,
  type Corrected,
  type Proposal,
} from './filing_changes.ts'
import type { Session } from '../session.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { DONE } from './wording.ts'

type Carried = {
  /** The schedule that is shown then. */
  first?: string
  /** The message offers to undo it. */
  offersUndo?: true
}

/** Carries a proposal out and says so; returns why it was not done, undefined where it was. */
function carry(
  session: Session,
  proposal: Proposal,
  done: string,
  { first, offersUndo }: Carried = {},
): Refusal | undefined {
  if (proposal.kind === 'refused') return proposal.refusal
  const { filing, changes, title } = proposal
  const leads =
    first === undefined ? {} : { leads: { to: { filing, schedule: first, scenario: null }, remember: true } }
  const refusal =
    changes.length === 0
      ? undefined
      : (typedRefusal(session) ?? commit(session, { filing, title, place: null, changes, ...leads }))
  if (!refusal) say(session, done, offersUndo ? { act: undoOffer(session) } : {})
  return refusal
}

function titleOf(session: Session, id: string): string {
  return isolated(session.workbook().book.filing(id)?.title ?? id)
}

/** Makes the filing and goes to its first schedule; undo leads back to where the person was. */
export function makeFiling(session: Session, filing: Filing, how: string): Refusal | undefined {
  const { place } = session.getState()
  const [first] = filing.schedules
  if (!first) return { code: 'filing_without_schedule' }
  const proposal = makingFiling(session.workbook().book, filing, how)
  if (proposal.kind === 'changes' && place) leadBack(session, filing.id, place)
  return carry(session, proposal, DONE.made(how, isolated(filing.title)), { first: first.id })
}

/** Files the draft; its figures stay as they are from then on. */
export function fileFiling(session: Session, id: string): Refusal | undefined {
  const done = DONE.filed(titleOf(session, id))
  return carry(session, filingDraft(session.workbook().book, id), done)
}

/** Reopens a filing to correct it, as its class says; the figures as filed are kept as a version. */
export function reopenFiling(
  session: Session,
  id: string,
  corrected: Corrected | undefined,
  why: string,
): Refusal | undefined {
  const done = DONE.reopened(titleOf(session, id))
  return carry(session, reopening(session.workbook().book, id, corrected, why), done)
}

/** Classes what a draft changes against another document of its period. */
export function classChange(
  session: Session,
  id: string,
  against: string,
  of: CorrectionClass,
  why: string,
): Refusal | undefined {
  return carry(session, classing(session.workbook().book, id, against, of, why), DONE.classed(CLASS_RULES[of].name))
}

/** Why there is no printed figure to drop; undefined where there is, and while the tie-outs of a large filing are first looked at. */
export function dropRefusal(session: Session, id: string | undefined): Refusal | undefined {
  const { book, sheets } = session.workbook()
  const filing = id === undefined ? undefined : book.filing(id)
  if (!filing) return { code: 'no_filing_shown' }
  if (filing.status !== 'draft') return { code: 'printed_figures', filing: isolated(filing.title) }
  if (!isLookedAt(session, filing)) return undefined
  const open = checkedBook(session, filing, sheets.engine(filing.id, null))?.allOpen()
  const proposal = open && droppingSources(book, filing.id, open)
  return proposal?.kind === 'refused' ? proposal.refusal : undefined
}

/** False where the tie-outs of the base are not those shown: of a large filing no others are looked at for a menu, nor kept. */
function isLookedAt(session: Session, filing: Filing): boolean {
  const { place } = session.getState()
  return !isLarge(filing) || (place?.filing === filing.id && place.scenario === null)
}

/** Drops the printed figures that a draft's own differ from, after what was typed is entered. */
export function dropSourceFigures(session: Session, id: string): void {
  if (commitEdit(session) === 'kept') return
  const { book, sheets } = session.workbook()
  const filing = book.filing(id)
  const engine = sheets.engine(id, null)
  const known = filing && isLookedAt(session, filing) ? checkedBook(session, filing, engine)?.allOpen() : undefined
  const open = known ?? (filing && tieOuts(filing, engine))
  const proposal = droppingSources(book, id, open ?? [])
  const count = proposal.kind === 'changes' ? proposal.changes.length : 0
  const refusal = carry(session, proposal, DONE.dropped(count), { offersUndo: true })
  if (refusal) warn(session, refusal)
}

/** Deletes a filing and, where it was the one shown, goes to the one beside it; answers why not, undefined where it was done. */
export function deleteFiling(session: Session, id: string): Refusal | undefined {
  const { book } = session.workbook()
  const filings = book.filings()
  const at = filings.findIndex((one) => one.id === id)
  const beside = filings[at + 1] ?? filings[at - 1]
  const [first] = beside?.schedules ?? []
  if (beside && first)
    leadBack(session, id, { filing: beside.id, schedule: first.id, scenario: rememberedScenario(session, beside.id) })
  const done = DONE.deleted(titleOf(session, id))
  return carry(session, deleting(book, id), done, { offersUndo: true })
}

export function changeDetails(session: Session, id: string, details: FilingDetails): Refusal | undefined {
  const proposal = detailing(session.workbook().book, id, details)
  const isSame = proposal.kind === 'changes' && proposal.changes.length === 0
  const done = DONE.detailed(isolated(details.title.trim()))
  return carry(session, proposal, isSame ? DONE.same : done)
}
