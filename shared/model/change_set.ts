/**
 * A change set: one user act with before and after, so that its inverse is a swap.
 * Holds no clock and no numbers: time and change number are given where it is stored.
 */
import type { CellRef } from './filing.ts'

/** A scenario: a named overlay of inputs on a filing; its inputs are cell changes of their own. */
export type ScenarioDefinition = {
  name: string
  description: string
  /** Its place among the filing's scenarios; moving it is allowed while it is locked. */
  position: number
  /** The scenario of the same filing over which it lies; null or absent: the base layer. Chains do not loop. */
  standsOn?: string | null
  /** A locked scenario takes no change but its unlocking; absent: not locked. */
  locked?: boolean
}

/** An input set, changed or removed. `scenario` null is the base layer (as filed, or the draft). */
export type CellEdit = CellRef & {
  kind: 'cell'
  scenario: string | null
  before: string | null
  after: string | null
  /** Where the figure of a completed input was found; only in the base layer of a filed filing. */
  source?: string
}

/**
 * A scenario made, changed or removed; null is "does not exist". A scenario is removed only when it is empty of inputs, not
 * locked, and carries no other scenario.
 */
export type ScenarioEdit = {
  kind: 'scenario'
  scenario: string
  before: ScenarioDefinition | null
  after: ScenarioDefinition | null
}

export type Change = CellEdit | ScenarioEdit

/** Where an act took place: undo goes back there. */
export type Place = { schedule: string; line: string; column: string; scenario: string | null }

export type ChangeSet = {
  /** Made by the client, unique: committing it twice stores it once. */
  id: string
  filing: string
  /** What was done, in words a controller uses: `Provision for loan losses, Q3 2007: 789,445 to 799,445`. */
  title: string
  place: Place | null
  /** Applied in order. */
  changes: Change[]
}

/** The same act backwards: before and after swapped, in reverse order. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
}
