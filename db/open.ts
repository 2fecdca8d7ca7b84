/**
 * Creating a workbook file and opening one: lock, version, migration, verification, backup, in this order.
 * Nothing is written to a file before it proved to be a workbook that this version understands.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { Filing } from '../shared/model/filing.ts'
import { momentText } from '../shared/model/moment.ts'
import { listBackups, newestGood, writeBackup } from './backup.ts'
import type { Checks } from './backup.ts'
import { append, readHead } from './change_log.ts'
import type { Head } from './change_log.ts'
import { checkFile, connect, exists } from './connection.ts'
import { journalOf, partialName, placeNew } from './durable_file.ts'
import { damaged, failureOf, refused, WorkbookFailure } from './failure.ts'
import { checkVersion, hasFreshSchema, runMigrations } from './migrate.ts'
import { insertFiling, Records } from './records.ts'
import type { Stacks } from './undo.ts'
import { verifyContent, verifyStructure } from './verify.ts'

export type FileOptions = Checks & {
  now: () => Date
  author: string
  maximumPages?: number
  backUpOnOpen: boolean
}

/** A verified, locked database and what its log says. */
export type OpenFile = { db: Database.Database; records: Records; head: Head; stacks: Stacks; notices: string[] }

/** Writes a new workbook file with the filings as entry 1 of its log. Throws `refused` where the name is taken. */
export function createFile(path: string, filings: readonly Filing[], options: FileOptions): void {
  if (exists(path)) throw nameTaken()
  if (exists(journalOf(path))) {
    throw refused(
      'The journal of an earlier workbook stands at this place. Move it back beside that workbook, or choose another name.',
    )
  }
  const partial = partialName(path)
  try {
    closeSync(openSync(partial, 'wx'))
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
  runMigrations(db, options.migrations, 0, options.migrations.length)
  const time = options.now().toISOString()
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
  try {
    checkFile(path)
    db = connect(path, options.maximumPages)
    const notices: string[] = []
    const version = checkVersion(db, options.migrations, options.productVersion)
    if (version < options.migrations.length) notices.push(migrate(db, path, version, options))
    const { head, stacks } = verifyContent(db, options.migrations)
    if (options.backUpOnOpen) backUpOnOpen(db, path, head, options, notices)
    return { db, records: new Records(db), head, stacks, notices }
  } catch (error) {
    db?.close()
    throw withBackup(failureOf(error, 'opening'), path, options)
  }
}

/** Names the newest good backup in the answer to damage. */
function withBackup(error: unknown, path: string, checks: Checks): unknown {
  if (!(error instanceof WorkbookFailure) || error.kind !== 'damaged') return error
  const backup = newestGood(path, checks)
  if (backup) {
    const when = momentText(backup.time)
    const advice = `The newest good backup is of ${when}, change ${backup.number}. Restore it from the list of backups; the damaged file is kept beside it.`
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
      runMigrations(db, migrations, version, migrations.length)
      if (!hasFreshSchema(db, migrations, migrations.length))
        throw new Error('The tables differ from those of a new file')
      verifyContent(db, migrations)
    }).exclusive()
  } catch (error) {
    const failure = failureOf(error, 'opening')
    if (failure instanceof WorkbookFailure && failure.kind === 'storage') throw failure
    throw new WorkbookFailure(
      'refused',
      'The workbook could not be brought to the format of this version of Tieout. It is unchanged, and a backup of it was made. Open it with the version that saved it last.',
      { cause: error },
    )
  }
  return 'The workbook was brought to the format of this version of Tieout. A backup of it as it was before is kept.'
}
