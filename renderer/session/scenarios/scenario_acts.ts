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
  type Proposal,
  type Statement,
} from './scenario_changes.ts'
import { commit } from '../committing.ts'
import { settleTexts, STILL_TYPED } from '../typed_texts.ts'
import type { Session } from '../session.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

/** Shows a scenario (null: as filed) and remembers it as the filing's active one. */
export function chooseScenario(session: Session, scenario: string | null): void {
  const { place } = session.getState()
  if (place) go(session, { ...place, scenario }, { remember: true })
}

/** What became of an act: the scenario it was about and what was done, or why nothing was. */
export type Done = { ok: true; scenario: string; title: string } | { ok: false; reason: string }

function carry(session: Session, propose: (filing: string) => Proposal): Done {
  const { place } = session.getState()
  if (!place) return { ok: false, reason: refusalText({ code: 'no_filing_shown' }) }
  const { filing } = place
  const proposal = propose(filing)
  if (proposal.kind === 'refused') return { ok: false, reason: refusalText(proposal.refusal) }
  const { title, changes, scenario } = proposal
  const reason = commit(session, { filing, title, place: null, changes, keepsEdit: true })
  if (reason !== null) return { ok: false, reason }
  return { ok: true, scenario, title }
}

function of(session: Session, scenario: string): (filing: string) => Parameters<typeof removing>[0] {
  return (filing) => ({ book: session.workbook().book, filing, scenario })
}

/** Makes an empty scenario and shows it. */
export function makeScenario(session: Session, statement: Statement): Done {
  // What is typed belongs to the figures shown until now.
  if (settleTexts(session) === 'kept') return { ok: false, reason: STILL_TYPED }
  const done = carry(session, (filing) => making(session.workbook().book, filing, statement))
  if (done.ok) chooseScenario(session, done.scenario)
  return done
}

/** Changes a scenario's name, description and what it stands on; its id stays. */
export function reviseScenario(session: Session, scenario: string, statement: Statement): Done {
  return carry(session, (filing) => revising(of(session, scenario)(filing), statement))
}

/** Copies a scenario with its inputs. */
export function duplicateScenario(session: Session, scenario: string): Done {
  return carry(session, (filing) => duplicating(of(session, scenario)(filing)))
}

/** Moves a scenario one place up (-1) or down (1) the list. */
export function moveScenario(session: Session, scenario: string, step: -1 | 1): Done {
  return carry(session, (filing) => moving(of(session, scenario)(filing), step))
}

export function lockScenario(session: Session, scenario: string, locked: boolean): Done {
  return carry(session, (filing) => locking(of(session, scenario)(filing), locked))
}

/** Removes a scenario with all its inputs. */
export function removeScenario(session: Session, scenario: string): Done {
  return carry(session, (filing) => removing(of(session, scenario)(filing)))
}

/** Makes a scenario's figures those of the draft. */
export function postScenario(session: Session, scenario: string): Done {
  return carry(session, (filing) => posting(of(session, scenario)(filing)))
}
