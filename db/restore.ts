/**
 * Putting a backup in the place of a workbook, and copying a workbook elsewhere.
 * The replaced file is always kept; a copy is proven before it takes a name.
 */
import { realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { readBackup, stamp, stemOf, verifiedImage } from './backup.ts'
import type { Checks } from './backup.ts'
import { checkFile, connect, exists } from './connection.ts'
import { copyWithJournal, journalOf, syncFolder, writeDurably } from './durable_file.ts'
import { failureOf, refused, WorkbookFailure } from './failure.ts'

/** Throws `locked` where another window or program has the database open; what is no database is nobody's. */
function checkUnlocked(path: string): void {
  if (!exists(path)) return
  try {
    checkFile(path)
    connect(path).close()
  } catch (error) {
    if (error instanceof WorkbookFailure && error.kind === 'locked') throw error
  }
}

/** A name beside the workbook that neither a file nor a journal has yet. */
function freeName(path: string, now: Date): string {
  for (let attempt = 1; ; attempt++) {
    const again = attempt === 1 ? '' : ` ${attempt}`
    const name = join(dirname(path), `${stemOf(path)} replaced ${stamp(now)}${again}.tieout`)
    if (!exists(name) && !exists(journalOf(name))) return name
  }
}

/**
 * Replaces a closed workbook by one of its backups and returns where the replaced file is kept, with its journal.
 * Throws `refused`, `damaged` (the backup), `locked` or `storage`; until the last step the workbook stands as it was.
 */
export function replaceByBackup(path: string, name: string, now: Date, checks: Checks): string {
  try {
    const image = readBackup(path, name, checks)
    checkUnlocked(path)
    const kept = freeName(path, now)
    // Where the path is a link, SQLite keeps the journal beside the file that it leads to.
    const file = exists(path) ? realpathSync(path) : path
    if (exists(file)) copyWithJournal(file, kept)
    // A journal left here would be played back into the restored file. The pair is kept whole under the other name.
    rmSync(journalOf(file), { force: true })
    syncFolder(dirname(file))
    writeDurably(file, image)
    return kept
  } catch (error) {
    throw failureOf(error, 'copying')
  }
}

function isSameFile(a: string, b: string): boolean {
  const first = statSync(a, { bigint: true })
  const second = statSync(b, { bigint: true, throwIfNoEntry: false })
  return second !== undefined && first.dev === second.dev && first.ino === second.ino
}

/** Writes a verified copy of an open workbook; replaces a closed file at `to`, refuses the open file itself and a locked one. */
export function copyWorkbook(db: Database.Database, path: string, to: string, checks: Checks): void {
  try {
    if (isSameFile(path, to)) throw refused('This is the workbook that is open. Choose another name for the copy.')
    checkUnlocked(to)
    if (exists(journalOf(to))) {
      throw refused('A journal of an earlier file stands at this place and would spoil the copy. Choose another name.')
    }
    writeDurably(to, verifiedImage(db, checks))
  } catch (error) {
    throw failureOf(error, 'copying')
  }
}
