/**
 * What a change is written with: the file, the filing, the act, and what was read of the filing for it.
 * Knows no kind of change; each has a file of its own beside this one.
 */
import type Database from 'better-sqlite3'
import type { Records } from '../records.ts'
import type { Definitions } from './definitions.ts'

/** What every change is applied to. */
export type Target = { db: Database.Database; records: Records; filing: string }

/** Who acts. An edit obeys every rule; a reversal was an edit once, so only its `before` and the rules of scenarios are checked again. */
export type Act = { isEdit: boolean; author: string }

/** A change set on its way into the file; `isDraft` where the filing is a draft now. */
export type Writing = Target & Act & { definitions: Definitions; isDraft: boolean }

/** How the changes of one kind are stored. */
export type ChangeWriter<C> = {
  /** True for a change of the filing's own head; any other is of a filing that is there and was not deleted. */
  ofHead?: true
  /** True where a change from nothing to nothing is no mistake. */
  mayBeNothing?: true
  /** Judges the change against what is stored, then writes it. Throws `stale` where `before` is not what is stored, `refused` where a rule forbids it. */
  write(writing: Writing, change: C): void
}
