/**
 * Copies an open workbook page by page and proves the copy, in turns: edits go on meanwhile and are in the copy too.
 * Never gives the copy its name: that is for its caller, once it is proven.
 */
import { closeSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Tell } from '../shared/contract/contract.ts'
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

/**
 * Copies the database into a new file beside `target`, readable for its owner only. On an error no file is left, nor where `tell` throws
 * because the copy was called off.
 */
export async function copyInTurns(db: Database.Database, target: string, checks: Checks, tell?: Tell): Promise<Copied> {
  const partial = partialName(target)
  try {
    closeSync(createPrivate(partial))
    await db.backup(partial, {
      progress({ totalPages, remainingPages }) {
        tell?.({ step: 'copying', done: steps(totalPages - remainingPages), of: steps(totalPages) })
        return PAGES
      },
    })
    syncFile(partial)
    return { partial, head: await proven(partial, checks, tell) }
  } catch (error) {
    for (const left of [partial, journalOf(partial)]) rmSync(left, { force: true })
    throw failureOf(error, 'copying')
  }
}

/** So many pages in mebibytes, a part of one being one. */
const steps = (pages: number): number => Math.ceil(pages / PAGES)

async function proven(partial: string, checks: Checks, tell?: Tell): Promise<Head> {
  const copy = new Database(partial, { readonly: true })
  try {
    await inTurns(verifyCopySteps(copy, checks.migrations, checks.productVersion), (counted) =>
      tell?.({ step: 'checking', done: 0, of: 0, ...counted }),
    )
    const head = readHead(copy)
    if (!head) throw damaged('the head of the change log is missing')
    // Called off in its last step, the copy gets no name.
    tell?.({ step: 'checking', done: head.number, of: head.number })
    return head
  } finally {
    copy.close()
  }
}
