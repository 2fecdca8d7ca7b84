/**
 * Scenarios as acts of a person: choosing one, and making, revising, copying, moving, locking, removing and posting one.
 * Each change of the workbook is a change set like any other, so that undo knows it.
 */
import { atOnce, go, workbook } from './opened.ts'
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
import { session } from './session.ts'
import { settleTexts, STILL_TYPED } from './typed_texts.ts'

/** Shows a scenario (null: as filed) and remembers it as the filing's active one. */
export function chooseScenario(scenario: string | null): void {
  const { place } = session.getState()
  if (place) go({ ...place, scenario }, { remember: true })
}

/** What became of an act: the scenario it was about and what was done, or why nothing was. */
export type Done = { ok: true; scenario: string; title: string } | { ok: false; reason: string }

function carry(propose: (filing: string) => Proposal): Done {
  const { place } = session.getState()
  if (!place) return { ok: false, reason: 'No filing is shown.' }
  const { queue } = workbook()
  if (queue.reversing()) return { ok: false, reason: 'An undo is being stored. Once it is saved this can be done.' }
  const { filing } = place
  const proposal = propose(filing)
  if (proposal.kind === 'refused') return { ok: false, reason: proposal.reason }
  const { title, changes, scenario } = proposal
  if (changes.length > 0) {
    atOnce(() => queue.commit({ id: crypto.randomUUID(), filing, title, place: null, changes }))
  }
  return { ok: true, scenario, title }
}

function of(scenario: string): (filing: string) => Parameters<typeof removing>[0] {
  return (filing) => ({ book: workbook().book, filing, scenario })
}

/** Makes an empty scenario and shows it. */
export function makeScenario(statement: Statement): Done {
  // What is typed belongs to the figures shown until now.
  if (settleTexts() === 'kept') return { ok: false, reason: STILL_TYPED }
  const done = carry((filing) => making(workbook().book, filing, statement))
  if (done.ok) chooseScenario(done.scenario)
  return done
}

/** Changes a scenario's name, description and what it stands on; its id stays. */
export function reviseScenario(scenario: string, statement: Statement): Done {
  return carry((filing) => revising(of(scenario)(filing), statement))
}

/** Copies a scenario with its inputs. */
export function duplicateScenario(scenario: string): Done {
  return carry((filing) => duplicating(of(scenario)(filing)))
}

/** Moves a scenario one place up (-1) or down (1) the list. */
export function moveScenario(scenario: string, step: -1 | 1): Done {
  return carry((filing) => moving(of(scenario)(filing), step))
}

export function lockScenario(scenario: string, locked: boolean): Done {
  return carry((filing) => locking(of(scenario)(filing), locked))
}

/** Removes a scenario with all its inputs. */
export function removeScenario(scenario: string): Done {
  return carry((filing) => removing(of(scenario)(filing)))
}

/** Makes a scenario's figures those of the draft. */
export function postScenario(scenario: string): Done {
  return carry((filing) => posting(of(scenario)(filing)))
}
