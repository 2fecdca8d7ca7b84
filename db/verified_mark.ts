/**
 * The verified mark: a note beside the backups that a workbook was whole when this program closed it. It decides only what opening
 * puts off until the screen stands (the older entries of the change log and the pages that hold them), never what it leaves out.
 *
 * A mark is a hint, no proof. It holds for one file as it was left: the same device and number, size, and times of the last writing to
 * its bytes and of the last change to the file, and the same head of the change log. Whatever was copied, restored, edited by another
 * program, played back from a journal or left by a program that did not end cleanly differs in one of them and is verified in full
 * while opening; so is a file without a mark. A bit that flips on disk changes none of them: the figures are proven at every opening
 * all the same (see verify.ts), and the log is proven right after it.
 *
 * A workbook that is closed before its log was proven keeps its mark: nothing is known against it, and every opening proves the log
 * anew. One in which damage or a fault was met is not marked.
 *
 * It stands outside the workbook, since writing it into the file would change what it speaks of, and a copy would carry it along.
 */
import { closeSync, lstatSync, readFileSync, rmSync, statSync, writeFileSync, type BigIntStats } from 'node:fs'
import { join } from 'node:path'
import type { Head } from './change_log.ts'
import { backupFolder } from './file_names.ts'
import { createPrivate } from './private_file.ts'

/** The file as it was left and the head of its log, as one text. */
type Mark = string

const NAME = 'verified.json'

const markFile = (path: string): string => join(backupFolder(path), NAME)

/** How a file stands in its folder; null where none does. Opens nothing. */
export function standingAs(file: string): BigIntStats | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null
}

/** What is marked of a file that stands so, and ends with this entry. */
export function markOf(stands: BigIntStats, { number, hash, digest }: Head): Mark {
  const { dev, ino, size, mtimeNs, ctimeNs } = stands
  return JSON.stringify({ file: [dev, ino, size, mtimeNs, ctimeNs].map(String), number, hash, digest })
}

/** The mark of a workbook; null where there is none that can be read. */
export function readMark(path: string): Mark | null {
  try {
    return readFileSync(markFile(path), 'utf8')
  } catch {
    return null
  }
}

/** Writes the mark where the folder of the backups stands. One that cannot be written only costs time at the next opening. */
export function writeMark(path: string, mark: Mark): void {
  removeMark(path)
  try {
    if (!lstatSync(backupFolder(path)).isDirectory()) return
    const descriptor = createPrivate(markFile(path))
    try {
      writeFileSync(descriptor, mark)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    removeMark(path)
  }
}

/** Takes the mark away, so that the next opening verifies in full. */
export function removeMark(path: string): void {
  try {
    rmSync(markFile(path), { force: true })
  } catch {
    // In a folder that cannot be changed none was written, and one from before holds for a file that stands as it did then.
  }
}
