/**
 * Opening the database file itself: settings, the exclusive lock, and the proof that both are in force.
 * Knows nothing of filings.
 */
import Database from 'better-sqlite3'
import { failureOf, WorkbookFailure } from './failure.ts'
import { journalOf } from './file_names.ts'
import { exists } from './file_kind.ts'

/**
 * What makes a commit durable and the file ours alone. EXTRA also syncs the folder; fullfsync asks macOS to empty
 * the drive's cache; recursive triggers let REPLACE meet the trigger against deletion.
 */
const SETTINGS: readonly [pragma: string, set: string, inForce: string | number][] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['ignore_check_constraints', 'OFF', 0],
  ['temp_store', 'MEMORY', 2],
  ['mmap_size', '0', 0],
  // Holds a whole workbook, which is what remains when another program writes over the file.
  ['cache_size', '-65536', -65_536],
]

/** The settings in force, by name; what `connect` promises. */
export function settingsOf(db: Database.Database): Record<string, unknown> {
  return Object.fromEntries(SETTINGS.map(([pragma]) => [pragma, db.pragma(pragma, { simple: true })]))
}

function applySettings(db: Database.Database): void {
  for (const [pragma, set, inForce] of SETTINGS) {
    db.pragma(`${pragma} = ${set}`)
    const actual = db.pragma(pragma, { simple: true })
    if (actual !== inForce) {
      throw new WorkbookFailure(
        'storage',
        `The workbook was not opened: the safe way of storing (${pragma}) is not available for this file. Move it to a local disk, then open it again.`,
      )
    }
  }
}

/** Opens a database file that exists and locks it against every other program; with `maximumPages` it cannot grow beyond. */
export function connect(path: string, maximumPages?: number): Database.Database {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { fileMustExist: true, timeout: 0 })
    applySettings(db)
    // Takes the lock now and, in exclusive mode, keeps it: a second opener is told at once, not at its first edit.
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    if (maximumPages !== undefined) db.pragma(`max_page_count = ${maximumPages}`)
    return db
  } catch (error) {
    db?.close()
    throw failureOf(error, 'opening')
  }
}

/**
 * Takes the lock anew and forgets what is remembered of the file: after another descriptor of it was closed in this process,
 * which drops the lock unseen. Throws `locked` where another program was quicker.
 */
export function lockAgain(db: Database.Database): void {
  try {
    db.pragma('locking_mode = NORMAL')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
  } catch (error) {
    throw failureOf(error, 'opening')
  }
}

/** Closes the database; a spent journal, as an earlier program that was killed leaves one, goes with it. */
export function closeAndTidy(db: Database.Database, path: string): void {
  try {
    if (exists(journalOf(path))) {
      // Only SQLite knows whether the journal is spent, and removes it under its lock when it leaves this mode.
      db.pragma('locking_mode = NORMAL')
      db.prepare('SELECT 1 FROM sqlite_schema').get()
      db.pragma('journal_mode = PERSIST')
      db.pragma('journal_mode = DELETE')
    }
  } catch {
    // What cannot be tidied now is tidied when the workbook is closed the next time.
  } finally {
    db.close()
  }
}
