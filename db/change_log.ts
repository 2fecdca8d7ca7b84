/**
 * The change log: appending an entry, reading entries, and proving that the chain is whole.
 * Appending is all that it can do to stored entries; triggers in the file refuse everything else.
 */
import type Database from 'better-sqlite3'
import type { LogEntry } from '../shared/contract/contract.ts'
import type { Change, ChangeSet } from '../shared/model/change_set.ts'
import { sha256, ZERO } from './digest.ts'
import { damaged, notAsGiven } from './failure.ts'
import type { Steps } from './steps.ts'
import { readStored } from './stored_json.ts'

/** The last entry and the digest of all content after it. */
export type Head = { number: number; hash: string; digest: string }

/** One act to be appended; `changes` and `place` still as values. */
export type NewEntry = Omit<ChangeSet, 'filing'> & {
  filing: string | null
  time: string
  author: string
  kind: LogEntry['kind']
  reverses: number | null
}

type EntryRow = {
  number: number
  id: string
  time: string
  author: string
  kind: LogEntry['kind']
  filing: string | null
  title: string
  place: string | null
  changes: string
  reverses: number | null
  previous_hash: string
  digest: string
  hash: string
}

const COLUMNS = 'number, id, time, author, kind, filing, title, place, changes, reverses, previous_hash, digest, hash'

const INSERT = `INSERT INTO change_set (${COLUMNS}) VALUES (${COLUMNS.split(', ')
  .map((column) => `@${column}`)
  .join(', ')}) RETURNING ${COLUMNS}`

/** SHA-256 over all fields of the entry but its own hash, as one JSON array of the stored texts and numbers. */
function entryHash(e: Omit<EntryRow, 'hash'>): string {
  return sha256(
    JSON.stringify([
      e.number,
      e.id,
      e.time,
      e.author,
      e.kind,
      e.filing,
      e.title,
      e.place,
      e.changes,
      e.reverses,
      e.previous_hash,
      e.digest,
    ]),
  )
}

/** The head as stored; undefined in a file without one. */
export function readHead(db: Database.Database): Head | undefined {
  return db.prepare('SELECT number, hash, digest FROM log_head').get() as Head | undefined
}

/**
 * Appends an entry and moves the head, inside the caller's transaction. `digest` is that of the content after the act. Throws
 * `storage` where the file does not give the entry back as it was hashed.
 */
export function append(db: Database.Database, head: Head | undefined, entry: NewEntry, digest: string): Head {
  const unsigned = {
    number: (head?.number ?? 0) + 1,
    id: entry.id,
    time: entry.time,
    author: entry.author,
    kind: entry.kind,
    filing: entry.filing,
    title: entry.title,
    place: entry.place === null ? null : JSON.stringify(entry.place),
    changes: JSON.stringify(entry.changes),
    reverses: entry.reverses,
    previous_hash: head?.hash ?? ZERO,
    digest,
  }
  const row: EntryRow = { ...unsigned, hash: entryHash(unsigned) }
  const stored = db.prepare(INSERT).get(row) as EntryRow
  // The next opening hashes what the file gives back: an entry that it would call damaged is not stored.
  if (entryHash(stored) !== row.hash) throw notAsGiven()
  const moved = { number: row.number, hash: row.hash, digest }
  const sql = head
    ? 'UPDATE log_head SET number = @number, hash = @hash, digest = @digest'
    : 'INSERT INTO log_head (only_row, number, hash, digest) VALUES (1, @number, @hash, @digest)'
  db.prepare(sql).run(moved)
  return moved
}

/** The change set of an entry; undefined where there is none of that number or id. */
export function storedChangeSet(
  db: Database.Database,
  by: 'number' | 'id',
  value: number | string,
): { number: number; kind: LogEntry['kind']; changeSet: ChangeSet } | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM change_set WHERE ${by} = ?`).get(value) as EntryRow | undefined
  if (!row) return undefined
  const changeSet: ChangeSet = {
    id: row.id,
    filing: row.filing ?? '',
    title: row.title,
    place: row.place === null ? null : (readStored(row.place) as ChangeSet['place']),
    changes: readStored(row.changes) as Change[],
  }
  return { number: row.number, kind: row.kind, changeSet }
}

/** Title of an entry; empty where there is none. */
export function titleOf(db: Database.Database, number: number): string {
  return (db.prepare('SELECT title FROM change_set WHERE number = ?').pluck().get(number) as string | undefined) ?? ''
}

/** An entry with its changes as values. */
export type LoggedEntry = Omit<EntryRow, 'changes'> & { changes: Change[] }

/** The entries after one number up to another, oldest first, one at a time. */
export function* entriesBetween(db: Database.Database, after: number, until: number): Generator<LoggedEntry> {
  const select = db.prepare(`SELECT ${COLUMNS} FROM change_set WHERE number > ? AND number <= ? ORDER BY number`)
  for (const row of select.iterate(after, until) as IterableIterator<EntryRow>) {
    yield { ...row, changes: readStored(row.changes) as Change[] }
  }
}

const ENTRIES_OF_A_STEP = 100
const LONG_ENTRY = 100_000

/**
 * Walks the whole log: numbers without a gap, each hash right and naming the one before, the head at the last
 * entry. Returns the head; throws `damaged` otherwise.
 */
export function* verifyChain(db: Database.Database): Steps<Head> {
  let last = { number: 0, hash: ZERO, digest: ZERO }
  for (const row of db
    .prepare(`SELECT ${COLUMNS} FROM change_set ORDER BY number`)
    .iterate() as IterableIterator<EntryRow>) {
    if (row.number !== last.number + 1) throw damaged(`entry ${last.number + 1} of the change log is missing`)
    if (row.previous_hash !== last.hash || row.hash !== entryHash(row)) {
      throw damaged(`entry ${row.number} of the change log is not what was written`)
    }
    last = { number: row.number, hash: row.hash, digest: row.digest }
    if (row.number % ENTRIES_OF_A_STEP === 0 || row.changes.length > LONG_ENTRY) yield
  }
  const head = readHead(db)
  if (!head) throw damaged('the head of the change log is missing')
  if (head.number > last.number) throw damaged(`the change log ends at entry ${last.number} of ${head.number}`)
  if (head.number !== last.number || head.hash !== last.hash || head.digest !== last.digest) {
    throw damaged('the head of the change log does not match its last entry')
  }
  return head
}
