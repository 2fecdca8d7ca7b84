/**
 * Putting a backup in the place of a workbook, and copying a workbook elsewhere.
 * The replaced file is always kept; a copy is proven before it takes a name.
 */
import { realpathSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Tell } from '../shared/contract/contract.ts'
import { readBackup } from './backup.ts'
import { connect } from './connection.ts'
import { copyInTurns, type Checks } from './copying.ts'
import { copyWithJournal, placeNew, putInPlace, syncFolder, writeDurably } from './durable_file.ts'
import { failureOf, refused, WorkbookFailure } from './failure.ts'
import { checkFile, exists, fileId, journalWaits, kindOf } from './file_kind.ts'
import { journalOf, LONGEST_WORKBOOK_NAME, shortStem, stamp } from './file_names.ts'

/** Throws `locked` where another window or program has the workbook open; what is no workbook is nobody's. */
function checkUnlocked(path: string): void {
  if (!exists(path)) return
  try {
    checkFile(path)
    if (kindOf(path) === 'workbook') connect(path).close()
  } catch (error) {
    if (error instanceof WorkbookFailure && error.kind === 'locked') throw error
  }
}

/** A stem that leaves room for what is added, in bytes. */
const STEM_BYTES = 180

/** A name beside the workbook that neither a file nor a journal has yet. */
function freeName(path: string, now: Date): string {
  for (let attempt = 1; ; attempt++) {
    const again = attempt === 1 ? '' : ` ${attempt}`
    const name = join(dirname(path), `${shortStem(path, STEM_BYTES)} replaced ${stamp(now)}${again}.tieout`)
    if (!exists(name) && !exists(journalOf(name))) return name
  }
}

/** The file itself, where the path leads to it by links; the path where nothing stands there. Throws for a circle of links. */
function fileAt(path: string): string {
  return exists(path) ? realpathSync(path) : path
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
    const file = fileAt(path)
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

/** Throws `refused` for a name that leaves no room for the files that stand beside a workbook. */
export function checkName(path: string): void {
  const bytes = Buffer.byteLength(basename(path))
  if (bytes <= LONGEST_WORKBOOK_NAME) return
  throw refused(
    `The name of the file is too long: it takes ${bytes} bytes, and the name of a workbook may take ${LONGEST_WORKBOOK_NAME}, since its backups and its journal are named after it. Give the file a shorter name.`,
  )
}

/** Refuses to write over what a copy must not replace: the open file, one that is held, one whose journal waits, another program's data. */
function checkTarget(file: string, open: string | null): void {
  checkName(file)
  if (open !== null && fileId(file) === open) {
    throw refused('This is the workbook that is open. Choose another name for the copy.')
  }
  if (journalWaits(file)) {
    throw refused('The journal of an earlier file is at this place and would damage the copy. Choose another name.')
  }
  if (!exists(file)) return
  checkFileToReplace(file)
  checkUnlocked(file)
}

function checkFileToReplace(file: string): void {
  try {
    checkFile(file)
  } catch (error) {
    // What is too short to be a workbook can be replaced; a folder or what cannot be reached cannot.
    if (error instanceof WorkbookFailure && error.kind === 'damaged') return
    throw error
  }
  if (kindOf(file) === 'database') {
    throw refused('The database of another program is at this place and was left unchanged. Choose another name.')
  }
}

/**
 * Writes a verified copy of an open workbook in turns between which other work goes on; replaces a closed file at `to`.
 * `open` is the open file, null where it is no longer at its place. Throws `refused`, `locked` or `storage`, and what `tell` throws.
 */
export async function copyWorkbook(
  db: Database.Database,
  open: string | null,
  to: string,
  checks: Checks,
  tell?: Tell,
): Promise<void> {
  try {
    const file = fileAt(to)
    checkTarget(file, open)
    const { partial } = await copyInTurns(db, file, checks, tell)
    try {
      // Time has passed: someone may have opened the file meanwhile.
      checkTarget(file, open)
      if (exists(file)) putInPlace(partial, file)
      else placeNew(partial, file)
    } catch (error) {
      rmSync(partial, { force: true })
      throw error
    }
  } catch (error) {
    throw failureOf(error, 'copying')
  }
}
