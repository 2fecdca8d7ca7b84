/**
 * Backups of a workbook: verified copies in a folder beside it, thinned with age and with the changes made since.
 * Never writes to the workbook itself, and never deletes a file that it did not name.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Backup } from '../shared/contract/contract.ts'
import type { Head } from './change_log.ts'
import { copyInTurns, type Checks } from './copying.ts'
import { putInPlace, writeDurably } from './durable_file.ts'
import { failureOf, refused, WorkbookFailure } from './failure.ts'
import { backupFolder, shortStem, stamp } from './file_names.ts'
import { clearLeftovers } from './leftovers.ts'
import { makePrivateFolder } from './private_file.ts'
import { superfluous } from './thinning.ts'
import { verifyCopy } from './verify.ts'

const NAME = /^.* (\d{4}-\d\d-\d\d) (\d\d)(\d\d)(\d\d) UTC change (\d{1,15}) ([0-9a-f]{8})\.tieout$/s

/** How much of the workbook's own name a backup carries, in bytes: the folder has the whole of it. */
const STEM_BYTES = 120

/**
 * Backups of a workbook, which need not be open; files of other names are passed over. The one with the most changes comes
 * first: a clock can be wrong, a change number cannot.
 */
export function listBackups(path: string): Backup[] {
  const folder = backupFolder(path)
  try {
    const backups = readdirSync(folder).flatMap((name): Backup[] => {
      const match = NAME.exec(name)
      const found = match && statSync(join(folder, name), { throwIfNoEntry: false })
      if (!match || !found?.isFile()) return []
      const time = `${match[1]}T${match[2]}:${match[3]}:${match[4]}.000Z`
      if (Number.isNaN(Date.parse(time))) return []
      return [{ name, time, bytes: found.size, number: Number(match[5]) }]
    })
    return backups.sort((a, b) => b.number! - a.number! || Date.parse(b.time) - Date.parse(a.time))
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw failureOf(error, 'reading')
  }
}

/** A copy of an open database as bytes, proven to hold what the database should. */
function verifiedImage(db: Database.Database, checks: Checks): Buffer {
  const image = db.serialize()
  verifyImage(image, checks)
  return image
}

function verifyImage(image: Buffer, checks: Checks): void {
  let copy: Database.Database | undefined
  try {
    copy = new Database(image)
    verifyCopy(copy, checks.migrations, checks.productVersion)
  } catch (error) {
    throw failureOf(error, 'copying')
  } finally {
    copy?.close()
  }
}

/** The bytes of a listed backup after verification; `refused` where there is none of that name, `damaged` where it does not verify. */
export function readBackup(path: string, name: string, checks: Checks): Buffer {
  if (!listBackups(path).some((backup) => backup.name === name)) {
    throw refused('This backup is not there any more. Choose another one from the list.')
  }
  try {
    const image = readFileSync(join(backupFolder(path), name))
    verifyImage(image, checks)
    return image
  } catch (error) {
    const failure = failureOf(error, 'copying')
    if (failure instanceof WorkbookFailure && failure.kind === 'damaged') {
      const message = 'This backup is damaged and was not used. Nothing was changed. Choose an older one from the list.'
      throw new WorkbookFailure('damaged', message, { cause: failure })
    }
    throw failure
  }
}

/** The backup with the most changes that verifies; null where none does. */
export function newestGood(path: string, checks: Checks): Backup | null {
  for (const backup of listBackups(path)) {
    try {
      readBackup(path, backup.name, checks)
      return backup
    } catch {
      // This one is no help; an older one may be.
    }
  }
  return null
}

/** The backup with the most changes, where it goes on from the state with this head: then the file is an older copy. */
export function laterBackup(path: string, head: Head): Backup | null {
  for (const backup of listBackups(path)) {
    if (backup.number! <= head.number) return null
    if (holdsEntry(join(backupFolder(path), backup.name), head)) return backup
  }
  return null
}

function holdsEntry(file: string, { number, hash }: Head): boolean {
  let copy: Database.Database | undefined
  try {
    copy = new Database(readFileSync(file))
    return copy.prepare('SELECT 1 FROM change_set WHERE number = ? AND hash = ?').get(number, hash) !== undefined
  } catch {
    return false
  } finally {
    copy?.close()
  }
}

const markOf = (head: Head): string => ` change ${head.number} ${head.hash.slice(0, 8)}.tieout`

/** True where a backup holds this state already. */
function isBackedUp(path: string, head: Head): boolean {
  return listBackups(path).some(({ name }) => name.endsWith(markOf(head)))
}

/**
 * The folder of the backups, made where it is not there, without what was left half written; a folder of the workbook itself
 * that is gone is not made anew. Throws `storage`.
 */
export function readyFolder(path: string): string {
  const folder = backupFolder(path)
  try {
    makePrivateFolder(folder)
  } catch (error) {
    throw failureOf(error, 'copying')
  }
  clearLeftovers(folder)
  return folder
}

const nameOf = (path: string, head: Head, now: Date): string =>
  `${shortStem(path, STEM_BYTES)} ${stamp(now)} UTC${markOf(head)}`

/** Deletes what is superfluous; what was just written stays, whatever the clock says. */
function thin(path: string, written: string, now: Date): Backup | null {
  const backups = listBackups(path)
  for (const name of superfluous(backups, now.toISOString())) {
    if (name !== written) rmSync(join(backupFolder(path), name), { force: true })
  }
  return backups.find(({ name }) => name === written) ?? null
}

/**
 * Stores a backup of the open database at once, as before its format is changed, and thins the older ones. Null where a
 * backup holds this state already. Throws `storage` where the folder cannot be written to; the workbook is not touched.
 */
export function writeBackup(db: Database.Database, path: string, head: Head, now: Date, checks: Checks): Backup | null {
  if (isBackedUp(path, head)) return null
  const image = verifiedImage(db, checks)
  try {
    const name = nameOf(path, head, now)
    writeDurably(join(readyFolder(path), name), image)
    return thin(path, name, now)
  } catch (error) {
    throw failureOf(error, 'copying')
  }
}

/** As `writeBackup`, in turns between which other work goes on; changes made meanwhile are in the backup. */
export async function backUpInTurns(
  db: Database.Database,
  path: string,
  head: Head,
  now: () => Date,
  checks: Checks,
): Promise<Backup | null> {
  if (isBackedUp(path, head)) return null
  try {
    const target = join(readyFolder(path), `${shortStem(path, STEM_BYTES)}.tieout`)
    const { partial, head: copied } = await copyInTurns(db, target, checks)
    const time = now()
    const name = nameOf(path, copied, time)
    putInPlace(partial, join(dirname(target), name))
    return thin(path, name, time)
  } catch (error) {
    throw failureOf(error, 'copying')
  }
}
