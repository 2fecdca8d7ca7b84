/**
 * Backups of a workbook: verified copies in a folder beside it, thinned with age.
 * Never writes to the workbook itself, and never deletes a file that it did not name.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Backup } from '../shared/contract/contract.ts'
import type { Head } from './change_log.ts'
import { PARTIAL, writeDurably } from './durable_file.ts'
import { failureOf, refused, WorkbookFailure } from './failure.ts'
import type { Migration } from './migrate.ts'
import { superfluous } from './thinning.ts'
import { verifyCopy } from './verify.ts'

const NAME = /^.* (\d{4}-\d\d-\d\d) (\d\d)(\d\d)(\d\d) UTC change (\d+) ([0-9a-f]{8})\.tieout$/

/** What a copy is checked against. */
export type Checks = { migrations: readonly Migration[]; productVersion: string }

/** The name of a workbook without its ending. */
export function stemOf(path: string): string {
  return basename(path).replace(/\.tieout$/i, '')
}

/** `2026-01-31 143015`, in UTC: for names of files. */
export function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '')
}

/** The folder of a workbook's backups; it need not exist. */
export function backupFolder(path: string): string {
  return join(dirname(path), `${stemOf(path)}.tieout-backups`)
}

/** Backups of a workbook, which need not be open, newest first; files of other names are passed over. */
export function listBackups(path: string): Backup[] {
  const folder = backupFolder(path)
  try {
    const backups = readdirSync(folder).flatMap((name): Backup[] => {
      const match = NAME.exec(name)
      if (!match) return []
      const time = `${match[1]}T${match[2]}:${match[3]}:${match[4]}.000Z`
      return [{ name, time, bytes: statSync(join(folder, name)).size, number: Number(match[5]) }]
    })
    return backups.sort((a, b) => (a.time === b.time ? b.number! - a.number! : a.time < b.time ? 1 : -1))
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return []
    throw failureOf(error, 'reading')
  }
}

/** A copy of an open database as bytes, proven to hold what the database should. */
export function verifiedImage(db: Database.Database, checks: Checks): Buffer {
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

/** The newest backup that verifies; null where none does. */
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

/**
 * Stores a backup of the open database and thins the older ones. Null where the newest backup already holds this state.
 * Throws `storage` where the folder cannot be written to; the workbook is not touched.
 */
export function writeBackup(db: Database.Database, path: string, head: Head, now: Date, checks: Checks): Backup | null {
  const mark = `change ${head.number} ${head.hash.slice(0, 8)}.tieout`
  const before = listBackups(path)
  if (before[0]?.name.endsWith(` ${mark}`)) return null
  const folder = backupFolder(path)
  const name = `${stemOf(path)} ${stamp(now)} UTC ${mark}`
  const image = verifiedImage(db, checks)
  try {
    mkdirSync(folder, { recursive: true })
    clearInterrupted(folder)
    writeDurably(join(folder, name), image)
    const backup = listBackups(path).find((entry) => entry.name === name)
    // Never thins away what was just written, even if the clock was set back.
    const old = superfluous(listBackups(path), now.toISOString()).filter((entry) => entry !== name)
    for (const entry of old) rmSync(join(folder, entry), { force: true })
    return backup ?? null
  } catch (error) {
    throw failureOf(error, 'copying')
  }
}

function clearInterrupted(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(PARTIAL)) rmSync(join(folder, name), { force: true })
  }
}
