/**
 * Proving a workbook that is open, while it is worked with: what opening put off, or all of it on request. Damage is answered as it is
 * on opening, with the newest good backup, and the next opening verifies in full. Changes nothing.
 */
import type { Tell } from '../shared/contract/contract.ts'
import type { Checks } from './copying.ts'
import { failureOf, isDamage } from './failure.ts'
import { withAdvice } from './open.ts'
import type { OpenFile } from './open.ts'
import { inTurns } from './steps.ts'
import { verifyFigures, verifyRestSteps } from './verify.ts'

/** An open file at its path, and how it is found that it was closed meanwhile. */
type Proven = { file: OpenFile; path: string; checks: Checks; isOpen: () => boolean }

async function proven({ file, path, checks, isOpen }: Proven, work: () => Promise<void>): Promise<void> {
  try {
    await work()
    file.isProven = true
  } catch (error) {
    // A file that was closed under the work says nothing of what it holds.
    if (!isOpen()) return
    file.isDoubted ||= isDamage(error)
    throw withAdvice(failureOf(error, 'reading'), path, checks)
  }
}

async function rest({ db }: OpenFile, tell?: Tell): Promise<void> {
  await inTurns(verifyRestSteps(db), (counted) => tell?.({ step: 'verifying', done: 0, of: 0, ...counted }))
}

/** Proves what opening put off, in turns between which other calls are answered; nothing where it put off nothing. */
export async function proveRest(of: Proven, tell?: Tell): Promise<void> {
  if (!of.file.isProven) await proven(of, () => rest(of.file, tell))
}

/** Proves all of it, read anew from the disk, in turns. Must only be asked for while the file stands at its place. */
export async function proveAll(of: Proven, tell?: Tell): Promise<void> {
  await proven(of, async () => {
    tell?.({ step: 'verifying', done: 0, of: 0 })
    // What is remembered of the file would answer for the disk.
    of.file.db.pragma('shrink_memory')
    verifyFigures(of.file.db, of.checks.migrations)
    await rest(of.file, tell)
  })
}
