/**
 * A change set: one user act with before and after, so that its inverse is a swap.
 * Holds no clock and no numbers: time and change number are given where it is stored.
 */
import type { CellFact, CellRef, Column, FilingHead, Line, Schedule, ScheduleHead } from './filing.ts'

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

/** Something that stands in a list, and its place there, counted from 0. */
export type Placed<T> = { definition: T; at: number }

/** A line made, changed, moved or removed. It is removed only when no cell, fact, comment or scenario input stands on it. */
export type LineEdit = {
  kind: 'line'
  schedule: string
  line: string
  before: Placed<Line> | null
  after: Placed<Line> | null
}

/** A column made, changed, moved or removed, under the same rule as a line. */
export type ColumnEdit = {
  kind: 'column'
  schedule: string
  column: string
  before: Placed<Column> | null
  after: Placed<Column> | null
}

/** What is said of a figure beside its input: origin, figure per source, remark. Sources of completed inputs travel with the input. */
export type FactEdit = CellRef & { kind: 'fact'; before: CellFact | null; after: CellFact | null }

/** A schedule made or removed whole, its inputs and facts with it; comments and scenario inputs are removed before. */
export type ScheduleEdit = {
  kind: 'schedule'
  schedule: string
  before: Placed<Schedule> | null
  after: Placed<Schedule> | null
}

/** Titles, notes and heads of a schedule changed, or its place among the schedules. */
export type ScheduleHeadEdit = {
  kind: 'schedule_head'
  schedule: string
  before: Placed<ScheduleHead>
  after: Placed<ScheduleHead>
}

/**
 * A filing made, changed, filed, reopened, deleted or removed. A person deletes a filing by marking it `deleted`; only taking
 * back its making removes it. Filing locks it; reopening a filed one is done with a `reason`.
 */
export type FilingEdit = {
  kind: 'filing'
  before: Placed<FilingHead> | null
  after: Placed<FilingHead> | null
  reason?: string
}

/** A remark that a person leaves at a cell, whatever the layer; several can stand at one cell. */
export type CellComment = CellRef & {
  text: string
  author: string
  /** ISO 8601 instant in UTC at which it was written. */
  time: string
}

/** A comment made, changed or removed; `comment` is its id, unique in the workbook. */
export type CommentEdit = { kind: 'comment'; comment: string; before: CellComment | null; after: CellComment | null }

/** Changes of what a filing consists of; all but the filing's own need a draft. */
export type StructureChange = LineEdit | ColumnEdit | FactEdit | ScheduleEdit | ScheduleHeadEdit

export type Change = CellEdit | ScenarioEdit | StructureChange | FilingEdit | CommentEdit

/** True for a change of lines, columns, facts or schedules. */
export function isStructural(change: Change): change is StructureChange {
  return (
    change.kind === 'line' ||
    change.kind === 'column' ||
    change.kind === 'fact' ||
    change.kind === 'schedule' ||
    change.kind === 'schedule_head'
  )
}

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
