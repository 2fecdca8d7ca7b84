/**
 * Copies an open workbook page by page and proves the copy, in turns: edits go on meanwhile and are in the copy too.
 * Never gives the copy its name: that is for its caller, once it is proven.
 */
import { closeSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Head } from './change_log.ts'
import { readHead } from './change_log.ts'
import { syncFile } from './durable_file.ts'
import { damaged, failureOf } from './failure.ts'
import { journalOf, partialName } from './file_names.ts'
import type { Migration } from './migrate.ts'
import { createPrivate } from './private_file.ts'
import { inTurns } from './steps.ts'
import { verifyCopySteps } from './verify.ts'

/** What a copy is checked against. */
export type Checks = { migrations: readonly Migration[]; productVersion: string }

/** Pages copied between two turns of other work: a mebibyte. */
const PAGES = 256

/** A proven copy that has no name yet: where it is, and the last change it holds. */
export type Copied = { partial: string; head: Head }

/** Copies the database into a new file beside `target`, readable for its owner only. On an error no file is left. */
export async function copyInTurns(db: Database.Database, target: string, checks: Checks): Promise<Copied> {
  const partial = partialName(target)
  try {
    closeSync(createPrivate(partial))
    await db.backup(partial, { progress: () => PAGES })
    syncFile(partial)
    return { partial, head: await proven(partial, checks) }
  } catch (error) {
    for (const left of [partial, journalOf(partial)]) rmSync(left, { force: true })
    throw failureOf(error, 'copying')
  }
}

async function proven(partial: string, checks: Checks): Promise<Head> {
  const copy = new Database(partial, { readonly: true })
  try {
    await inTurns(verifyCopySteps(copy, checks.migrations, checks.productVersion))
    const head = readHead(copy)
    if (!head) throw damaged('the head of the change log is missing')
    return head
  } finally {
    copy.close()
  }
}
