/**
 * What a workbook answers: its content, and what became of an act. Reads; must not write.
 */
import type Database from 'better-sqlite3'
import type { ChangeSet } from '../shared/model/change_set.ts'
import type { Registrant } from '../shared/model/changes/registrant.ts'
import type { Undoable } from '../shared/model/log_entry.ts'
import type { StoredFiling } from '../shared/model/stored_filing.ts'
import { readFilings } from './reading.ts'
import { readRegistrants } from './registrants.ts'

/** Each filing with its scenarios, and the registrants. */
export type Held = { filings: StoredFiling[]; registrants: Registrant[] }

/** What is stored, the last change number, and what undo and redo would take. */
export type Content = Held & Committed

/** The number of a stored change set, and what undo and redo would now take. */
export type Committed = { number: number; undo: Undoable; redo: Undoable }

/** What an undo, a redo or a revert applied, and the number of the edit that it reverses or repeats. */
export type Reversal = Committed & { changeSet: ChangeSet; reverses: number }

/** All filings and registrants as stored. Throws (ZodError, SyntaxError) on a malformed definition. */
export function readHeld(db: Database.Database): Held {
  return { filings: readFilings(db), registrants: readRegistrants(db) }
}
