/**
 * Scenarios as acts of a person: choosing one, and making, revising, copying, moving, locking, removing and posting one.
 * Each change of the workbook is a change set like any other, so that undo knows it.
 */
import { go } from '../place/going.ts'
import {
  duplicating,
  locking,
  making,
  moving,
  posting,
  removing,
  revising,
  type Of,
  type Proposal,
  type Statement,
} from './scenario_changes.ts'
import type { Book } from '../book/book.ts'
import { commit } from '../committing.ts'
import { settleTexts } from '../typed_texts.ts'
import type { Session } from '../session.ts'
import { refused, type Refusal } from '../../../shared/refusals/refusal.ts'

/** Shows a scenario (null: as filed) and remembers it as the filing's active one. */
export function chooseScenario(session: Session, scenario: string | null): void {
  const { place } = session.getState()
  if (place) go(session, { ...place, scenario }, { remember: true })
}

function carry(session: Session, propose: (book: Book, filing: string) => Proposal): Proposal {
  const { place } = session.getState()
  if (!place) return refused({ code: 'no_filing_shown' })
  const { filing } = place
  const proposal = propose(session.workbook().book, filing)
  if (proposal.kind === 'refused') return proposal
  const { title, changes } = proposal
  const refusal = commit(session, { filing, title, place: null, changes, keepsEdit: true })
  return refusal ? refused(refusal) : proposal
}

/** Makes an empty scenario and shows it. */
export function makeScenario(session: Session, statement: Statement): Proposal {
  // What is typed belongs to the figures shown until now.
  if (settleTexts(session) === 'kept') return refused({ code: 'still_typed' })
  const made = carry(session, (book, filing) => making(book, filing, statement))
  if (made.kind === 'changes') chooseScenario(session, made.scenario)
  return made
}

/** The act that carries out what is proposed of a scenario; returns what was done, or why nothing was. */
function act<Given extends unknown[]>(propose: (of: Of, ...given: Given) => Proposal) {
  return (session: Session, scenario: string, ...given: Given): Proposal =>
    carry(session, (book, filing) => propose({ book, filing, scenario }, ...given))
}

/** Why a scenario cannot be removed; undefined where it can. */
export function removalRefusal(session: Session, scenario: string): Refusal | undefined {
  const { place } = session.getState()
  if (!place) return { code: 'no_filing_shown' }
  const proposal = removing({ book: session.workbook().book, filing: place.filing, scenario })
  return proposal.kind === 'refused' ? proposal.refusal : undefined
}

export const reviseScenario = act(revising)
export const duplicateScenario = act(duplicating)
export const moveScenario = act(moving)
export const lockScenario = act(locking)
export const removeScenario = act(removing)
export const postScenario = act(posting)
