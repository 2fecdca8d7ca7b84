/**
 * Lists of records kept in places 0, 1, 2 …: putting one in, moving it, changing it, taking it out.
 * Checks what a change replaces; whether it is allowed is its caller's to judge. Runs inside the caller's transaction.
 */
import type Database from 'better-sqlite3'
import type { Placed } from '../shared/model/changes/change_kind.ts'
import { refused, stale } from './failure.ts'
import type { Records } from './records.ts'
import { number, rowOf, rowsOf, text } from './row_reader.ts'
import { readStored } from './stored_json.ts'

/** The tables whose rows have a place, and how many fields of their keys name what the list belongs to. */
const OWNER = { filing: 0, schedule: 1, line: 2, schedule_column: 2 } as const

type ListTable = keyof typeof OWNER

/** One record of a list, its definition as the text that is stored. */
export type Listed = { table: ListTable; key: readonly string[] }

/** A schema of the model: brings a definition to the form in which it is stored. */
type Form = { parse(value: unknown): unknown }

/** The definition as stored text; equal definitions give equal texts. */
export function storedText(form: Form, definition: unknown): string {
  return JSON.stringify(form.parse(definition))
}

/** What a change has at a place, its definition in the form in which it is stored. */
export function placedText(form: Form, one: Placed<unknown> | null): Placed<string> | null {
  return one && { at: one.at, definition: storedText(form, one.definition) }
}

/** What stands under the key: its place and its definition in today's form. */
export function standing(records: Records, { table, key }: Listed, form: Form): Placed<string> | undefined {
  const record = records.get(table, key)
  if (!record) return undefined
  const [at, definition] = record.slice(key.length)
  return { at: number(at), definition: storedText(form, readStored(text(definition))) }
}

function where(owner: number): string {
  return ['1 = 1', ...['filing = ?', 'schedule = ?'].slice(0, owner)].join(' AND ')
}

const listedRow = rowOf({ id: text, position: number, definition: text })

/** Moves the places from `from` (to `to` at most) by one up or down. */
function shift(db: Database.Database, records: Records, listed: Listed, from: number, to: number, by: 1 | -1): void {
  const owner = OWNER[listed.table]
  const rows = db
    .prepare(`SELECT id, position, definition FROM ${listed.table} WHERE ${where(owner)} AND position BETWEEN ? AND ?`)
    .all(...listed.key.slice(0, owner), from, to)
  for (const { id, position, definition } of rowsOf(listedRow, rows)) {
    records.put(listed.table, [...listed.key.slice(0, owner), id], [position + by, definition])
  }
}

function length(db: Database.Database, { table, key }: Listed): number {
  const owner = OWNER[table]
  const count = db.prepare(`SELECT count(*) FROM ${table} WHERE ${where(owner)}`).pluck()
  return number(count.get(...key.slice(0, owner)))
}

const LAST = Number.MAX_SAFE_INTEGER

/** Throws `stale` where the record is not what a change is to replace; `name` is how a person knows it. */
export function checkStanding(stored: Placed<string> | undefined, before: Placed<string> | null, name: string): void {
  if (!stored && !before) return
  if (!stored) throw stale(`${name} is no longer there: it was removed in another window.`)
  if (!before) throw stale(`${name} is there already: it was made in another window.`)
  if (stored.at !== before.at || stored.definition !== before.definition) {
    throw stale(`${name} is not what the change was to replace: it was changed in another window.`)
  }
}

/** Puts the record at its new place, or takes it out, the others closing up. `before` must be what stands. */
export function place(
  db: Database.Database,
  records: Records,
  listed: Listed,
  before: Placed<string> | null,
  after: Placed<string> | null,
): void {
  const { table, key } = listed
  if (after !== null) {
    const most = length(db, listed) - (before === null ? 0 : 1)
    if (after.at > most) throw refused(`There is no place ${after.at} among ${most + 1}. The change was not stored.`)
  }
  if (before === null) {
    if (after === null) return
    shift(db, records, listed, after.at, LAST, 1)
    records.add(table, key, [after.at, after.definition])
  } else if (after === null) {
    records.put(table, key, null)
    shift(db, records, listed, before.at + 1, LAST, -1)
  } else {
    if (after.at > before.at) shift(db, records, listed, before.at + 1, after.at, -1)
    if (after.at < before.at) shift(db, records, listed, after.at, before.at - 1, 1)
    records.put(table, key, [after.at, after.definition])
  }
}
