/**
 * Names of the files that stand beside a workbook: its journal, what is being written, what was replaced, its backups.
 * File systems allow names of 255 bytes; every name made here fits where that of the workbook does.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

const LONGEST_NAME = 255

/** The rollback journal of a database: without it an interrupted commit cannot be taken back. */
export function journalOf(path: string): string {
  return `${path}-journal`
}

/** Ends the names of files that are being written, after the process that writes and a random part. */
const PARTIAL = /\.(?:(\d{1,10})-)?[0-9a-f]{12}\.part(?:ial)?(?:-journal)?$/

/** The longest that `partialName` adds, with the journal of a database that is being written. */
const PARTIAL_BYTES = '.4294967295-0123456789ab.partial-journal'.length

/** The longest name, in bytes, of a workbook that can be made, copied to and restored. */
export const LONGEST_WORKBOOK_NAME = LONGEST_NAME - PARTIAL_BYTES

/** A free name beside `path` for a file that is being written. */
export function partialName(path: string): string {
  return `${path}.${process.pid}-${randomBytes(6).toString('hex')}.partial`
}

/** Who writes under a name that `partialName` gave: the process's number, null where it is not told; undefined for other names. */
export function writerOf(name: string): number | null | undefined {
  const found = PARTIAL.exec(name)
  if (!found) return undefined
  return found[1] === undefined ? null : Number(found[1])
}

/** The name of a workbook without its ending. */
export function stemOf(path: string): string {
  return basename(path).replace(/\.tieout$/i, '')
}

/** The beginning of the stem that fits into so many bytes, cut between characters. */
export function shortStem(path: string, bytes: number): string {
  let stem = ''
  for (const { segment } of new Intl.Segmenter('en').segment(stemOf(path))) {
    if (Buffer.byteLength(stem + segment) > bytes) break
    stem += segment
  }
  return stem
}

/** `2026-01-31 143015`, in UTC: for names of files. */
export function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '')
}

/** The folder of a workbook's backups; it need not exist. It carries the whole name, so that `Books` and `Books.tieout` have one each. */
export function backupFolder(path: string): string {
  return join(dirname(path), `${basename(path)}-backups`)
}
