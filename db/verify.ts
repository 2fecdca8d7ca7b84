/**
 * Proves that a workbook holds what was stored in it: pages, tables, change log, content and definitions.
 * Reads only; says what is wrong and leaves it as it is. In steps, so that a copy can be proven while edits go on.
 *
 * In full, or in two parts where the file stands as this program left it (see verified_mark.ts): before a figure is shown all that
 * figures are read from, which costs what the workbook holds; after that the log, which costs what was ever done. A changed cell, a
 * changed definition, a cut tail and a head that was set back are found by the first part, as the digest of the content is that of
 * the last entry alone; a changed entry further back by the second, within seconds, and it is refused from then on.
 */
import type Database from 'better-sqlite3'
import { verifyChain, verifyEnd } from './change_log.ts'
import type { Head } from './change_log.ts'
import { damaged, failureOf } from './failure.ts'
import { checkVersion, hasFreshSchema } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { contentDigest, readDefinitions } from './records.ts'
import { text } from './row_reader.ts'
import { atOnce, type Steps } from '../shared/model/steps.ts'
import type { Stacks } from './undo.ts'
import { proveVersions } from './versions.ts'

export type Verified = { head: Head; stacks: Stacks }

/** Tables of a file of any known version. */
function checkSchema(db: Database.Database, migrations: readonly Migration[], version: number): void {
  if (!hasFreshSchema(db, migrations, version)) throw damaged('its tables are not those of a workbook')
}

/** The pages and indexes of the whole file, or of some tables. */
function checkPages(db: Database.Database, table?: string): void {
  if (db.pragma(`integrity_check(${table ?? 1})`, { simple: true }) !== 'ok') {
    throw damaged('its pages do not fit together')
  }
}

/** Pages, indexes and tables of a file of any known version. */
function* structure(db: Database.Database, migrations: readonly Migration[], version: number): Steps<void> {
  checkSchema(db, migrations, version)
  yield
  // The whole also finds pages that belong to no table; it reads each page once and takes no longer than its parts.
  checkPages(db)
  yield
}

/** As `structure`, at once. Throws `damaged`. */
export function verifyStructure(db: Database.Database, migrations: readonly Migration[], version: number): void {
  atOnce(structure(db, migrations, version))
}

/** Rows that name rows which are not there, in these tables. */
function* references(db: Database.Database, tables: readonly string[]): Steps<void> {
  for (const table of tables) {
    const orphans = db.pragma(`foreign_key_check(${table})`) as unknown[]
    if (orphans.length > 0) throw damaged('it holds cells without a line or column')
    yield
  }
}

const tablesOf = (db: Database.Database): string[] =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all().map(text)

/** What the figures are read from, against the digest at the head of the log. */
function* inputs(db: Database.Database, digest: string): Steps<void> {
  if ((yield* contentDigest(db)) !== digest) throw damaged('an input or a definition is not what was stored')
  yield* readDefinitions(db)
}

function* content(db: Database.Database, migrations: readonly Migration[]): Steps<Verified> {
  yield* structure(db, migrations, migrations.length)
  const verified = yield* verifyChain(db)
  yield* inputs(db, verified.head.digest)
  yield* references(db, tablesOf(db))
  yield* proveVersions(db)
  return verified
}

/** The table of the log, which grows with every edit. What else there is costs what the workbook holds now. */
const LOG = 'change_set'

function* figures(db: Database.Database, migrations: readonly Migration[]): Steps<Head> {
  checkSchema(db, migrations, migrations.length)
  const tables = tablesOf(db).filter((table) => table !== LOG)
  // New pages are taken from the end of the file or from those that are free: that none of these is in use only the whole tells.
  if (db.pragma('freelist_count', { simple: true }) !== 0) checkPages(db)
  else for (const table of tables) checkPages(db, table)
  const head = verifyEnd(db)
  yield* inputs(db, head.digest)
  yield* references(db, tables)
  return head
}

function* rest(db: Database.Database): Steps<void> {
  checkPages(db)
  yield
  yield* references(db, [LOG])
  yield* verifyChain(db)
  yield* proveVersions(db)
}

/** The steps, each fault of reading told as damage. */
function* judged<T>(steps: Steps<T>): Steps<T> {
  try {
    return yield* steps
  } catch (error) {
    if (isUnreadable(error)) throw damaged('a definition cannot be read', error)
    throw failureOf(error, 'opening')
  }
}

/**
 * Everything about a file of the current version: structure, chain, head, digest, definitions, order of undo.
 * Throws `damaged` naming the part that does not hold.
 */
export function verifyContent(db: Database.Database, migrations: readonly Migration[]): Verified {
  return atOnce(judged(content(db, migrations)))
}

/**
 * Everything that a figure is read from, and the end of the log that vouches for it: every page, input and definition of the content,
 * by the digest at the head, which is the last entry as it was written. What it leaves is what `verifyRestSteps` proves: the pages of
 * the log and the entries before the last.
 */
export function verifyFigures(db: Database.Database, migrations: readonly Migration[]): Head {
  return atOnce(judged(figures(db, migrations)))
}

/** What `verifyFigures` leaves, of an open workbook: entries may be appended between the steps. */
export function verifyRestSteps(db: Database.Database): Steps<void> {
  return judged(rest(db))
}

/** True for what reading a definition throws: text that is no JSON, or JSON that the model's schemas refuse. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')
}

/** A closed copy, such as a backup: of this version in full, of an older one its structure. */
export function* verifyCopySteps(
  db: Database.Database,
  migrations: readonly Migration[],
  productVersion: string,
): Steps<void> {
  try {
    const version = checkVersion(db, migrations, productVersion)
    if (version === migrations.length) yield* judged(content(db, migrations))
    else {
      yield* structure(db, migrations, version)
      yield* references(db, tablesOf(db))
    }
  } catch (error) {
    throw failureOf(error, 'reading')
  }
}

/** As `verifyCopySteps`, at once. */
export function verifyCopy(db: Database.Database, migrations: readonly Migration[], productVersion: string): void {
  atOnce(verifyCopySteps(db, migrations, productVersion))
}
