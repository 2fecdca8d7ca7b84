/**
 * What stands at a path, found out without SQLite and without changing anything: a workbook, another program's database,
 * something else, a journal that waits. Must not read a file that is open in this process: its lock would be lost.
 */
import { closeSync, lstatSync, openSync, readSync, statSync } from 'node:fs'
import { damaged, failureOf, foreign, locked, missing, WorkbookFailure } from './failure.ts'
import { journalOf } from './file_names.ts'
import { APPLICATION_ID } from './schema.ts'

/** The files that are open as workbooks in this process. */
const held = new Set<string>()

/** Which file it is, whatever its name: device and number. */
export function fileId(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

/** Marks a file as open here until the function it returns is called. */
export function hold(id: string): () => void {
  held.add(id)
  return () => void held.delete(id)
}

/** The beginning of a journal that waits to be played back; a spent one has zeros there, or nothing. */
const JOURNAL_MARK = 'd9d505f920a163d7'

/** True where opening the database would first play its journal back. The journal must not be open in this process. */
export function isInterrupted(path: string): boolean {
  try {
    return firstBytes(journalOf(path), 8).toString('hex') === JOURNAL_MARK
  } catch {
    return false
  }
}

/**
 * True where a journal stands that would be played back into a database put beside it, or that cannot be looked at. A spent
 * one, as it stands beside a workbook while that is open, begins with a zero and is nobody's.
 */
export function journalWaits(path: string): boolean {
  const journal = journalOf(path)
  if (!exists(journal)) return false
  try {
    return (firstBytes(journal, 1)[0] ?? 0) !== 0
  } catch {
    return true
  }
}

function firstBytes(path: string, most: number): Buffer {
  const descriptor = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(descriptor, bytes, 0, most, 0))
  } finally {
    closeSync(descriptor)
  }
}

const DATABASE_MARK = 'SQLite format 3\0'
const APPLICATION_ID_AT = 68

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
      throw missing(error)
    }
    throw failureOf(error, 'opening')
  }
  if (size < PAGE) throw damaged(size === 0 ? 'the file is empty' : 'the file is too short to be one')
}

/**
 * What a closed file is by its first bytes. SQLite itself would play back a journal and change the way in which another
 * program's database is stored. Throws `locked` where the file is open in this process.
 */
export function kindOf(path: string): 'workbook' | 'database' | 'other' {
  const id = fileId(path)
  if (id !== null && held.has(id)) throw locked()
  const head = firstBytes(path, APPLICATION_ID_AT + 4)
  const isDatabase = head.toString('latin1', 0, DATABASE_MARK.length) === DATABASE_MARK
  if (!isDatabase || head.length < APPLICATION_ID_AT + 4) return 'other'
  return head.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID ? 'workbook' : 'database'
}

/**
 * Throws what keeps a file from being opened as a workbook. With backups beside it, a file that is marked as another
 * program's is a workbook whose mark was damaged.
 */
export function checkKind(path: string, hasBackups: boolean): void {
  const kind = kindOf(path)
  if (kind === 'other') throw damaged('it is not a workbook file')
  if (kind === 'database') throw hasBackups ? damaged('its mark is not that of a workbook') : foreign()
}

/** True when something, even a broken link, stands at the path. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
