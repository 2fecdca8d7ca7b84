/**
 * The change log: appending an entry, reading entries, and proving that the chain is whole.
 * Appending is all that it can do to stored entries; triggers in the file refuse everything else.
 */
import type Database from 'better-sqlite3'
import { placeSchema, type ChangeSet } from '../shared/model/change_set.ts'
import type { Change } from '../shared/model/changes/kinds.ts'
import { ENTRY_KINDS, type LogEntry } from '../shared/model/log_entry.ts'
import { sha256, ZERO } from './digest.ts'
import { damaged, notAsGiven } from './failure.ts'
import type { Steps } from '../shared/model/steps.ts'
import { prepared } from './prepared.ts'
import { eachRow, number, oneOf, optional, rowOf, text, type RowOf } from './row_reader.ts'
import { readAs, readChanges } from './stored_json.ts'
import { advance, type Stacks } from './undo.ts'

const headRow = rowOf({ number, hash: text, digest: text })

/** The last entry and the digest of all content after it. */
export type Head = RowOf<typeof headRow>

/** One act to be appended; `changes` and `place` still as values. */
export type NewEntry = Omit<ChangeSet, 'filing'> & {
  filing: string | null
  time: string
  author: string
  kind: LogEntry['kind']
  reverses: number | null
}

/** What every list of entries tells of each. */
export const ENTRY_FIELDS = {
  number,
  id: text,
  time: text,
  author: text,
  kind: oneOf(...ENTRY_KINDS),
  filing: optional(text),
  title: text,
  reverses: optional(number),
}

const entryRow = rowOf({
  ...ENTRY_FIELDS,
  place: optional(text),
  changes: text,
  previous_hash: text,
  digest: text,
  hash: text,
})

type EntryRow = RowOf<typeof entryRow>

const COLUMNS = 'number, id, time, author, kind, filing, title, place, changes, reverses, previous_hash, digest, hash'

const FIELDS = COLUMNS.split(', ') as (keyof EntryRow)[]

/** By place, not by name: binding by name takes as long as storing the entry. */
const INSERT = `INSERT INTO change_set (${COLUMNS}) VALUES (${FIELDS.map(() => '?').join(', ')})`

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
  const row = prepared(db, 'SELECT number, hash, digest FROM log_head').get()
  return row === undefined ? undefined : headRow(row)
}

/**
 * Appends an entry and moves the head, inside the caller's transaction. `digest` is that of the content after the act. Throws
 * `storage` where the file would not give the entry back as it was hashed.
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
  const given = FIELDS.map((field) => row[field])
  // The next opening hashes what the file gives back: an entry that it would call damaged is not stored. Text comes back as it was given
  // but where it holds half of a character.
  if (given.some((value) => typeof value === 'string' && !value.isWellFormed())) throw notAsGiven()
  prepared(db, INSERT).run(...given)
  const moved = { number: row.number, hash: row.hash, digest }
  const sql = head
    ? 'UPDATE log_head SET number = ?, hash = ?, digest = ?'
    : 'INSERT INTO log_head (only_row, number, hash, digest) VALUES (1, ?, ?, ?)'
  prepared(db, sql).run(moved.number, moved.hash, moved.digest)
  return moved
}

/** The change set of an entry; undefined where there is none of that number or id. */
export function storedChangeSet(
  db: Database.Database,
  by: 'number' | 'id',
  value: number | string,
): { number: number; kind: LogEntry['kind']; changeSet: ChangeSet } | undefined {
  const found = prepared(db, `SELECT ${COLUMNS} FROM change_set WHERE ${by} = ?`).get(value)
  if (found === undefined) return undefined
  const row = entryRow(found)
  const changeSet: ChangeSet = {
    id: row.id,
    filing: row.filing ?? '',
    title: row.title,
    place: row.place === null ? null : readAs(placeSchema, row.place),
    changes: readChanges(row.changes),
  }
  return { number: row.number, kind: row.kind, changeSet }
}

const titleRow = rowOf({ title: text })

/** Title of an entry; empty where there is none. */
export function titleOf(db: Database.Database, entry: number): string {
  const found = prepared(db, 'SELECT title FROM change_set WHERE number = ?').get(entry)
  return found === undefined ? '' : titleRow(found).title
}

/** An entry with its changes as values. */
export type LoggedEntry = Omit<EntryRow, 'changes'> & { changes: Change[] }

/** The entries after one number up to another, oldest first, one at a time. */
export function* entriesBetween(db: Database.Database, after: number, until: number): Generator<LoggedEntry> {
  const select = db.prepare(`SELECT ${COLUMNS} FROM change_set WHERE number > ? AND number <= ? ORDER BY number`)
  for (const row of eachRow(entryRow, select.iterate(after, until))) {
    yield { ...row, changes: readChanges(row.changes) }
  }
}

const ENTRIES_OF_A_STEP = 100
const LONG_ENTRY = 100_000

/** The entry's own fields give its hash. */
function checkEntry(row: EntryRow, previous: string): void {
  if (row.previous_hash !== previous || row.hash !== entryHash(row)) {
    throw damaged(`entry ${row.number} of the change log is not what was written`)
  }
}

/** True where these are the same entry and the same content. */
export function isSameHead(one: Head, other: Head): boolean {
  return one.number === other.number && one.hash === other.hash && one.digest === other.digest
}

/**
 * Walks the whole log: numbers without a gap, each hash right and naming the one before, undo in order, the head at the last entry.
 * Returns the head and what undo and redo would take; throws `damaged` otherwise. No statement is open between two steps: entries may
 * be appended meanwhile and are walked too.
 */
export function* verifyChain(db: Database.Database): Steps<{ head: Head; stacks: Stacks }> {
  let last: Head = { number: 0, hash: ZERO, digest: ZERO }
  const stacks: Stacks = { undo: [], redo: [], closed: 0 }
  const after = db.prepare(`SELECT ${COLUMNS} FROM change_set WHERE number > ? ORDER BY number`)
  for (let isMore = true; isMore;) {
    isMore = false
    for (const row of eachRow(entryRow, after.iterate(last.number))) {
      if (row.number !== last.number + 1) throw damaged(`entry ${last.number + 1} of the change log is missing`)
      checkEntry(row, last.hash)
      advance(stacks, row)
      last = { number: row.number, hash: row.hash, digest: row.digest }
      isMore = row.number % ENTRIES_OF_A_STEP === 0 || row.changes.length > LONG_ENTRY
      if (isMore) break
    }
    if (isMore) yield { done: last.number, of: readHead(db)?.number ?? 0 }
  }
  const head = readHead(db)
  if (!head) throw damaged('the head of the change log is missing')
  if (head.number > last.number) throw damaged(`the change log ends at entry ${last.number} of ${head.number}`)
  if (!isSameHead(head, last)) throw damaged('the head of the change log does not match its last entry')
  return { head, stacks }
}

/** The head, proven to be the last entry of the log and that entry to be as it was written; what is before it is not looked at. */
export function verifyEnd(db: Database.Database): Head {
  const head = readHead(db)
  if (!head) throw damaged('the head of the change log is missing')
  const found = db.prepare(`SELECT ${COLUMNS} FROM change_set ORDER BY number DESC LIMIT 1`).get()
  const last = found === undefined ? undefined : entryRow(found)
  if (last) checkEntry(last, last.previous_hash)
  if (!last || !isSameHead(head, last)) throw damaged('the head of the change log does not match its last entry')
  return head
}
