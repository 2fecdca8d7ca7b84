/**
 * Opening the database file itself: settings, the exclusive lock, and the proof that both are in force.
 * Knows nothing of filings.
 */
import { lstatSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { damaged, failureOf, WorkbookFailure } from './failure.ts'

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

/** The size of a page, and so of the smallest workbook. */
const PAGE = 4_096

/** Refuses what cannot be a workbook before SQLite would take a short file for a new database and write to it. */
export function checkFile(path: string): void {
  let size: number
  try {
    const found = statSync(path)
    if (!found.isFile()) {
      throw new WorkbookFailure(
        'refused',
        'There is a folder at this place, not a workbook. Choose a file that ends in .tieout.',
      )
    }
    size = found.size
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') {
      throw new WorkbookFailure(
        'storage',
        'The workbook is not there: the file was moved, renamed or deleted, or its disk is not connected. Choose the file where it is now.',
        { cause: error },
      )
    }
    throw failureOf(error, 'opening')
  }
  if (size < PAGE) throw damaged(size === 0 ? 'the file is empty' : 'the file is too short to be one')
}

/** True when something, even a broken link, stands at the path. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
