/**
 * Versions of the workbook file: which there are, which one a file has, and how an older one is brought up to date.
 * A migration runs in one transaction with all others that are due; either the file is up to date afterwards or untouched.
 */
import Database from 'better-sqlite3'
import { damaged, foreign, WorkbookFailure } from './failure.ts'
import { fourthVersion, type Opener } from './fourth_version.ts'
import { number, text } from './row_reader.ts'
import { APPLICATION_ID, FIRST_VERSION } from './schema.ts'
import { SECOND_VERSION } from './second_version.ts'
import { THIRD_VERSION } from './third_version.ts'

/** One step from a version of the file to the next. */
export type Migration = {
  /** The first version of the product that reads the result. */
  needs: string
  /**
   * Changes tables and rows. A step that changes what is fingerprinted appends an entry to the change log itself:
   * verification follows in the same transaction.
   */
  up: (db: Database.Database, opener: Opener) => void
}

/** In order; the file's `user_version` is how many of them it went through. The first creates the tables. */
export const MIGRATIONS: readonly Migration[] = [
  { needs: '0.1.0', up: (db) => void db.exec(FIRST_VERSION) },
  { needs: '0.2.0', up: (db) => void db.exec(SECOND_VERSION) },
  // The numbers of places have gaps from here on too (places.ts). Those that stand are an order as they are; a program from before would
  // take a number for a rank and put lines in the wrong places.
  { needs: '0.3.0', up: (db) => void db.exec(THIRD_VERSION) },
  { needs: '0.4.0', up: fourthVersion },
]

/** The version of the file's tables; 0 for a database that is no workbook yet. */
function fileVersion(db: Database.Database): number {
  return number(db.pragma('user_version', { simple: true }))
}

/** For a file without content, in which there is nothing to say of anybody. */
const NOBODY: Opener = { author: '', time: '' }

/** Runs steps `from`..`to` (counts), for whoever opens the file, on a database that is inside a transaction or new, and marks the version. */
export function runMigrations(
  db: Database.Database,
  migrations: readonly Migration[],
  from: number,
  to: number,
  opener: Opener = NOBODY,
): void {
  for (const migration of migrations.slice(from, to)) {
    migration.up(db, opener)
    db.prepare('UPDATE workbook SET needs_version = ?').run(migration.needs)
  }
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${to}`)
}

/** Refuses a file that is not a workbook (`refused`), or that a newer product wrote (`newer`, naming the version it needs). */
export function checkVersion(db: Database.Database, migrations: readonly Migration[], productVersion: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw foreign()
  }
  const version = fileVersion(db)
  if (version > migrations.length) {
    const needs = text(db.prepare('SELECT needs_version FROM workbook').pluck().get())
    // A newer program would have said that it is needed.
    if (!isLater(needs, productVersion)) throw damaged('its version mark is not the one that was written')
    throw new WorkbookFailure(
      'newer',
      `The workbook was last saved by a newer version of Tieout and needs version ${needs} or later; this is ${productVersion}. Nothing in it was changed. Install version ${needs} or later to open it.`,
    )
  }
  if (version < 1) throw damaged('its version mark is missing')
  return version
}

/** True where a version of three numbers is later than the other. */
function isLater(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const at = a.findIndex((number, index) => number !== b[index])
  return at >= 0 && a[at]! > (b[at] ?? 0)
}

function schemaOf(db: Database.Database): string {
  return JSON.stringify(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all())
}

const fresh = new WeakMap<readonly Migration[], Map<number, string>>()

function freshSchema(migrations: readonly Migration[], version: number): string {
  const known = fresh.get(migrations) ?? new Map<number, string>()
  fresh.set(migrations, known)
  const cached = known.get(version)
  if (cached !== undefined) return cached
  const db = new Database(':memory:')
  try {
    runMigrations(db, migrations, 0, version)
    const schema = schemaOf(db)
    known.set(version, schema)
    return schema
  } finally {
    db.close()
  }
}

/** True when tables, indexes and triggers are those of a new file of this version, to the letter. */
export function hasFreshSchema(db: Database.Database, migrations: readonly Migration[], version: number): boolean {
  return schemaOf(db) === freshSchema(migrations, version)
}
