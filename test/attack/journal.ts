/**
 * SQLite's rollback journal as bytes, as its file format describes it: a head of one sector, then records of a page each
 * with its number and a checksum. Reads and completes; must not be used for anything but building states of a disk.
 */

export const PAGE = 4_096
export const SECTOR = 512
const MARK = Buffer.from('d9d505f920a163d7', 'hex')
const RECORD = 4 + PAGE + 4

/** The checksum of a record: the head's random number and every 200th byte from the end. */
function checksum(page: Buffer, start: number): number {
  let sum = start
  for (let at = PAGE - 200; at > 0; at -= 200) sum = (sum + page[at]!) >>> 0
  return sum
}

/** How many whole records of the present transaction stand in a journal; behind them may lie those of an older one. */
export function recordsOf(journal: Buffer): number {
  const start = journal.readUInt32BE(12)
  let count = 0
  for (let at = SECTOR; at + RECORD <= journal.length; at += RECORD, count++) {
    const page = journal.subarray(at + 4, at + 4 + PAGE)
    if (journal.readUInt32BE(at + 4 + PAGE) !== checksum(page, start)) break
  }
  return count
}

/** The journal with its mark and the count of its records, as SQLite writes them once the rest is on disk. */
export function completed(journal: Buffer): Buffer {
  const bytes = Buffer.from(journal)
  MARK.copy(bytes)
  bytes.writeUInt32BE(recordsOf(journal), 8)
  return bytes
}

/** The numbers, from nought, of the pages that differ, those that are only in `after` included. */
export function changedPages(before: Buffer, after: Buffer): number[] {
  const numbers = Array.from({ length: Math.ceil(after.length / PAGE) }, (_, number) => number)
  const page = (bytes: Buffer, number: number): Buffer => bytes.subarray(number * PAGE, (number + 1) * PAGE)
  return numbers.filter((number) => !page(before, number).equals(page(after, number)))
}
