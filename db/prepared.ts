/**
 * Statements that every commit needs, each made once for a connection: making one takes longer than running it.
 * Only for statements that are run to their end at once, never for one that is read row by row.
 */
import type Database from 'better-sqlite3'

const made = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** The statement of this text. */
export function prepared(db: Database.Database, sql: string): Database.Statement {
  const known = made.get(db) ?? new Map<string, Database.Statement>()
  made.set(db, known)
  const found = known.get(sql)
  if (found) return found
  const statement = db.prepare(sql)
  known.set(sql, statement)
  return statement
}
