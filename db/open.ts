/**
 * Creating a workbook file and opening one: lock, version, migration, verification, backup, in this order.
 * Nothing is written to a file before it proved to be a workbook that this version understands.
 *
 * A file that stands as this program closed it is opened once all that figures are read from is proven; its log is proven beside the
 * work (Workbook.verifyRest). Every other file is verified in full first.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, realpathSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import type { Filing } from '../shared/model/filing.ts'
import { momentText } from '../shared/calendar/moment.ts'
import { laterBackup, listBackups, newestGood, writeBackup } from './backup.ts'
import { append, readHead } from './change_log.ts'
import type { Head } from './change_log.ts'
import { closeAndTidy, connect } from './connection.ts'
import type { Checks } from './copying.ts'
import { placeNew } from './durable_file.ts'
import { damaged, failureOf, playedBack, refused, WorkbookFailure } from './failure.ts'
import { checkFile, checkKind, exists, fileId, hold, isInterrupted, journalWaits } from './file_kind.ts'
import { journalOf, partialName } from './file_names.ts'
import { clearLeftovers } from './leftovers.ts'
import { checkVersion, hasFreshSchema, runMigrations } from './migrate.ts'
import { createPrivate } from './private_file.ts'
import { insertFiling, Records } from './records.ts'
import { checkName } from './restore.ts'
import { StandingFile } from './standing_file.ts'
import { UndoOrder } from './undo.ts'
import { markOf, readMark, removeMark, standingAs, writeMark } from './verified_mark.ts'
import { verifyContent, verifyFigures, verifyStructure } from './verify.ts'

export type FileOptions = Checks & {
  now: () => Date
  author: string
  maximumPages?: number
  backUpOnOpen: boolean
}

/** A verified, locked database and what its log says. */
export type OpenFile = {
  db: Database.Database
  records: Records
  head: Head
  /** What undo and redo would take. */
  order: UndoOrder
  /** False while the log is proven at its end alone. */
  isProven: boolean
  /** True once damage was found in it: it is not marked as verified when it is closed. */
  isDoubted: boolean
  notices: string[]
  /** Does a piece of work as one transaction. */
  inOne: <T>(work: () => T) => T
  /** The file as it was left, to be looked at before each write. */
  standing: StandingFile
  /** Which file it is, whatever its name. */
  id: string | null
  /** Gives the file back; one file is left. With the head of a log that nothing is known against, it is marked as verified. */
  close: (sound: Head | null) => void
}

/** Writes a new workbook file with the filings as entry 1 of its log. Throws `refused` where the name is taken. */
export function createFile(path: string, filings: readonly Filing[], options: FileOptions): void {
  if (exists(path)) throw nameTaken()
  if (journalWaits(path)) {
    throw refused(
      'The journal of an earlier workbook is at this place. Move it back beside that workbook, or choose another name.',
    )
  }
  checkName(path)
  const partial = partialName(path)
  try {
    closeSync(createPrivate(partial))
    const db = connect(partial)
    try {
      db.transaction(() => fill(db, filings, options)).exclusive()
    } finally {
      db.close()
    }
    placeNew(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    rmSync(journalOf(partial), { force: true })
    throw (error as { code?: unknown }).code === 'EEXIST' ? nameTaken() : failureOf(error, 'copying')
  }
}

function nameTaken(): WorkbookFailure {
  return refused('A file of this name is there already and was left as it is. Choose another name.')
}

function fill(db: Database.Database, filings: readonly Filing[], options: FileOptions): void {
  const time = options.now().toISOString()
  runMigrations(db, options.migrations, 0, options.migrations.length)
  const needs = options.migrations.at(-1)!.needs
  db.prepare('INSERT INTO workbook (only_row, needs_version, created) VALUES (1, ?, ?)').run(needs, time)
  const records = new Records(db)
  for (const [position, filing] of filings.entries()) insertFiling(records, filing, position)
  const titles = filings.map((filing) => filing.title).join('; ')
  const title = titles === '' ? 'Workbook created' : `Workbook created with ${titles}`
  const entry = { id: randomUUID(), time, author: options.author, kind: 'created', title } as const
  append(db, undefined, { ...entry, filing: null, place: null, changes: [], reverses: null }, records.digest)
}

/** Opens, locks and verifies a workbook; see WorkbookFailure for what it throws. */
export function openFile(path: string, options: FileOptions): OpenFile {
  let db: Database.Database | undefined
  let release: (() => void) | undefined
  let file = path
  let isPlayedBack = false
  try {
    checkFile(path)
    // SQLite keeps the journal beside the file that a link leads to.
    file = realpathSync(path)
    checkKind(file, listBackups(path).length > 0)
    const wasInterrupted = isInterrupted(file)
    const stood = wasInterrupted ? null : standingAs(file)
    db = connect(file, options.maximumPages)
    isPlayedBack = wasInterrupted
    const id = fileId(file)
    if (id !== null) release = hold(id)
    clearLeftovers(dirname(file))
    const notices: string[] = []
    const version = checkVersion(db, options.migrations, options.productVersion)
    if (version < options.migrations.length) notices.push(migrate(db, path, version, options))
    const { head, order, isProven } = verified(db, options, (end) => !!stood && readMark(path) === markOf(stood, end))
    notices.push(...olderCopy(path, head))
    if (options.backUpOnOpen) backUpOnOpen(db, path, head, options, notices)
    const opened = db
    const standing = new StandingFile(path, opened)
    // Made once: making a transaction costs as much as a small one.
    const transaction = opened.transaction((work: () => unknown) => work())
    const inOne = <T>(work: () => T): T => transaction.immediate(work) as T
    const close = (sound: Head | null): void => {
      release?.()
      // Where another file stands at its place, the journal there may be that file's.
      const isOurs = standing.displacement() === null
      // As long as the lock is held nobody else has written to it.
      const stands = isOurs && sound ? standingAs(file) : null
      if (isOurs) closeAndTidy(opened, file)
      else opened.close()
      if (stands && sound) writeMark(path, markOf(stands, sound))
      else removeMark(path)
    }
    return {
      db,
      records: new Records(db),
      head,
      order,
      isProven,
      isDoubted: false,
      notices,
      inOne,
      standing,
      id,
      close,
    }
  } catch (error) {
    release?.()
    db?.close()
    const failure = withAdvice(failureOf(error, 'opening'), path, options)
    throw isPlayedBack && failure instanceof WorkbookFailure ? playedBack(failure) : failure
  }
}

type Opened = Pick<OpenFile, 'head' | 'order' | 'isProven'>

/** Proves the figures of a file that is marked, and all of any other. */
function verified(db: Database.Database, { migrations }: FileOptions, isMarked: (end: Head) => boolean): Opened {
  const end = readHead(db)
  if (end && isMarked(end)) return { head: verifyFigures(db, migrations), order: new UndoOrder(db), isProven: false }
  const { head, stacks } = verifyContent(db, migrations)
  return { head, order: new UndoOrder(db, stacks), isProven: true }
}

/** What to say where backups go on from the state of the file: an older copy was put in the place of the workbook. */
function olderCopy(path: string, head: Head): string[] {
  const later = laterBackup(path, head)
  if (!later) return []
  return [
    `This file ends at change ${head.number}, and a backup of ${momentText(later.time)} goes on to change ${later.number}: an older copy was put in the place of the workbook, or a backup was restored. If the later changes are wanted, restore that backup before anything is edited.`,
  ]
}

/** Names the newest good backup in the answer to damage, and has the file verified in full from then on. */
export function withAdvice(error: unknown, path: string, checks: Checks): unknown {
  if (!(error instanceof WorkbookFailure) || error.kind !== 'damaged') return error
  removeMark(path)
  const backup = newestGood(path, checks)
  if (backup) {
    const when = momentText(backup.time)
    const advice = `The newest good backup holds change ${backup.number}, of ${when}. Restore it from the list of backups; the damaged file is kept beside it.`
    return new WorkbookFailure('damaged', `${error.message} ${advice}`, { backup: backup.name, cause: error })
  }
  const none =
    listBackups(path).length === 0 ? 'There is no backup beside it.' : 'None of the backups beside it is good.'
  return new WorkbookFailure('damaged', `${error.message} ${none} Open another copy of the workbook.`, { cause: error })
}

function backUpOnOpen(db: Database.Database, path: string, head: Head, options: FileOptions, notices: string[]): void {
  try {
    writeBackup(db, path, head, options.now(), options)
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error
    notices.push(`No backup could be made on opening. ${error.message}`)
  }
}

/** Backup first, then every step that is due in one transaction, verified before it counts. Returns a notice. */
function migrate(db: Database.Database, path: string, version: number, options: FileOptions): string {
  const { migrations } = options
  verifyStructure(db, migrations, version)
  const head = readHead(db)
  if (!head) throw damaged('the head of the change log is missing')
  writeBackup(db, path, head, options.now(), options)
  try {
    db.transaction(() => {
      db.pragma('defer_foreign_keys = ON')
      const opener = { author: options.author, time: options.now().toISOString() }
      runMigrations(db, migrations, version, migrations.length, opener)
      if (!hasFreshSchema(db, migrations, migrations.length))
        throw new Error('The tables differ from those of a new file')
      verifyContent(db, migrations)
    }).exclusive()
  } catch (error) {
    const failure = failureOf(error, 'opening')
    if (failure instanceof WorkbookFailure && failure.kind === 'storage') throw failure
    throw new WorkbookFailure(
      'refused',
      'The workbook could not be brought to the format of this version of Tieout. The workbook is unchanged, and a backup was made. Open it with the version that saved it last.',
      { cause: error },
    )
  }
  return 'The workbook was brought to the format of this version of Tieout. A backup of the earlier workbook is kept.'
}
