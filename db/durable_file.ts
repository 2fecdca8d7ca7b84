/**
 * Whole files that are on disk or not there at all: written beside, synced, read back, then put in place.
 * Must never be given the path of a database that is open in this process (see workbook.ts).
 */
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { exists } from './file_kind.ts'
import { journalOf, partialName } from './file_names.ts'
import { createPrivate, makePrivate } from './private_file.ts'

/** Makes the names in a folder durable, where the file system has such a call (Windows and some network disks have none). */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    closeSync(descriptor)
  }
}

/** Makes the content of a file durable. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Writes bytes to `path`, taking the place of a file that stands there. On an error nothing has changed. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const partial = partialName(path)
  try {
    const descriptor = createPrivate(partial)
    try {
      writeFileSync(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    if (readFileSync(partial).compare(bytes) !== 0) {
      throw Object.assign(new Error('The file read back differs from what was written'), { code: 'EIO' })
    }
    putInPlace(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** Gives a finished file, whose content is on disk, the name of one that may stand there. */
export function putInPlace(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Gives a finished file its name; throws EEXIST where the name is taken, and then leaves that file alone. */
export function placeNew(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') throw error
    // Some file systems (FAT) have no links; a copy that must be new is the next best.
    copyPrivately(from, to)
  }
  rmSync(from)
  syncFolder(dirname(to))
}

function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  makePrivate(to)
  syncFile(to)
}

/** Copies a closed database with the journal that belongs to it; the name of the copy must be free. */
export function copyWithJournal(from: string, to: string): void {
  if (exists(journalOf(from))) copyPrivately(journalOf(from), journalOf(to))
  copyPrivately(from, to)
  syncFolder(dirname(to))
}
