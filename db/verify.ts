/**
 * Proves that a workbook holds what was stored in it: pages, tables, change log, content and definitions.
 * Reads only; says what is wrong and leaves it as it is.
 */
import type Database from 'better-sqlite3'
import { verifyChain } from './change_log.ts'
import type { Head } from './change_log.ts'
import { damaged, failureOf } from './failure.ts'
import { checkVersion, hasFreshSchema } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { contentDigest, readFilings } from './records.ts'
import { readStacks } from './undo.ts'
import type { Stacks } from './undo.ts'

export type Verified = { head: Head; stacks: Stacks }

/** Pages, indexes and tables of a file of any known version. Throws `damaged`. */
export function verifyStructure(db: Database.Database, migrations: readonly Migration[], version: number): void {
  if (!hasFreshSchema(db, migrations, version)) throw damaged('its tables are not those of a workbook')
  const findings = db.pragma('integrity_check(1)', { simple: true })
  if (findings !== 'ok') throw damaged('its pages do not fit together')
}

function verifyReferences(db: Database.Database): void {
  const orphans = db.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw damaged('it holds cells without a line or column')
}

/**
 * Everything about a file of the current version: structure, chain, head, digest, definitions, order of undo.
 * Throws `damaged` naming the part that does not hold.
 */
export function verifyContent(db: Database.Database, migrations: readonly Migration[]): Verified {
  try {
    verifyStructure(db, migrations, migrations.length)
    const head = verifyChain(db)
    if (contentDigest(db) !== head.digest) throw damaged('an input or a definition is not what was stored')
    verifyReferences(db)
    readFilings(db)
    return { head, stacks: readStacks(db) }
  } catch (error) {
    if (isUnreadable(error)) throw damaged('a definition cannot be read', error)
    throw failureOf(error, 'opening')
  }
}

/** True for what reading a definition throws: text that is no JSON, or JSON that the contract's schemas refuse. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')
}

/** A closed copy, such as a backup: of this version in full, of an older one its structure. */
export function verifyCopy(db: Database.Database, migrations: readonly Migration[], productVersion: string): void {
  try {
    const version = checkVersion(db, migrations, productVersion)
    if (version === migrations.length) verifyContent(db, migrations)
    else {
      verifyStructure(db, migrations, version)
      verifyReferences(db)
    }
  } catch (error) {
    throw failureOf(error, 'reading')
  }
}
