/**
 * Proves that a workbook holds what was stored in it: pages, tables, change log, content and definitions.
 * Reads only; says what is wrong and leaves it as it is. In steps, so that a copy can be proven while edits go on.
 */
import type Database from 'better-sqlite3'
import { verifyChain } from './change_log.ts'
import type { Head } from './change_log.ts'
import { damaged, failureOf } from './failure.ts'
import { checkVersion, hasFreshSchema } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { contentDigest, readDefinitions } from './records.ts'
import { text } from './row_reader.ts'
import { atOnce, type Steps } from '../shared/model/steps.ts'
import { readStacks } from './undo.ts'
import type { Stacks } from './undo.ts'

export type Verified = { head: Head; stacks: Stacks }

/** Pages, indexes and tables of a file of any known version. */
function* structure(db: Database.Database, migrations: readonly Migration[], version: number): Steps<void> {
  if (!hasFreshSchema(db, migrations, version)) throw damaged('its tables are not those of a workbook')
  yield
  // The whole also finds pages that belong to no table; it reads each page once and takes no longer than its parts.
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged('its pages do not fit together')
  yield
}

/** As `structure`, at once. Throws `damaged`. */
export function verifyStructure(db: Database.Database, migrations: readonly Migration[], version: number): void {
  atOnce(structure(db, migrations, version))
}

function* references(db: Database.Database): Steps<void> {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all().map(text)
  for (const table of tables) {
    const orphans = db.pragma(`foreign_key_check(${table})`) as unknown[]
    if (orphans.length > 0) throw damaged('it holds cells without a line or column')
    yield
  }
}

function* content(db: Database.Database, migrations: readonly Migration[]): Steps<Verified> {
  try {
    yield* structure(db, migrations, migrations.length)
    const head = yield* verifyChain(db)
    if ((yield* contentDigest(db)) !== head.digest) throw damaged('an input or a definition is not what was stored')
    yield* references(db)
    yield* readDefinitions(db)
    return { head, stacks: readStacks(db) }
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
  return atOnce(content(db, migrations))
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
    if (version === migrations.length) yield* content(db, migrations)
    else {
      yield* structure(db, migrations, version)
      yield* references(db)
    }
  } catch (error) {
    throw failureOf(error, 'reading')
  }
}

/** As `verifyCopySteps`, at once. */
export function verifyCopy(db: Database.Database, migrations: readonly Migration[], productVersion: string): void {
  atOnce(verifyCopySteps(db, migrations, productVersion))
}
