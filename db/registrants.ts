/** Reading the records of registrants. */
import type Database from 'better-sqlite3'
import { registrantSchema, type Registrant } from '../shared/model/changes/registrant.ts'
import { readAs } from './stored_json.ts'

/** All records, in the order of their ids. Throws (ZodError, SyntaxError) on a malformed one. */
export function readRegistrants(db: Database.Database): Registrant[] {
  const rows = db.prepare('SELECT definition FROM registrant ORDER BY id').pluck().all()
  return rows.map((definition) => readAs(registrantSchema, definition))
}
