/**
 * Lists of records: putting one in at a place, moving it, changing it, taking it out. Places are ranks, 0, 1, 2 …; how the file keeps
 * them is the matter of places.ts. Writes what the act touches, however long the list is.
 * Checks what a change replaces; whether it is allowed is its caller's to judge. Runs inside the caller's transaction.
 */
import type { Placed } from '../shared/model/changes/change_kind.ts'
import { refused, stale } from './failure.ts'
import { ownerOf, type ListTable, type Order } from './places.ts'
import type { Records } from './records.ts'
import { number, text } from './row_reader.ts'
import { readStored } from './stored_json.ts'

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
  return {
    at: records.places.orderOf(table, key).rankOf(number(at)),
    definition: storedText(form, readStored(text(definition))),
  }
}

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
  records: Records,
  listed: Listed,
  before: Placed<string> | null,
  after: Placed<string> | null,
): void {
  const { table, key } = listed
  const order = records.places.orderOf(table, key)
  const most = order.length - (before === null ? 0 : 1)
  if (after !== null && after.at > most) {
    throw refused(`There is no place ${after.at} among ${most + 1}. The change was not stored.`)
  }
  if (before !== null && before.at === after?.at) {
    const stored = records.get(table, key)!
    records.put(table, key, [stored[key.length]!, after.definition], { stored })
  } else {
    if (before !== null) order.remove(before.at)
    if (after !== null) records.put(table, key, [room(records, listed, order, after.at), after.definition])
    else if (before !== null) records.put(table, key, null)
  }
  // Each record that was written has made the order be forgotten, which follows them here.
  records.places.keep(table, key, order)
}

/** The number under which the record gets its rank; neighbours that must make room get others. */
function room(records: Records, { table, key }: Listed, order: Order, rank: number): number {
  const { number, moved } = order.insert(rank, key.at(-1)!)
  for (const one of moved) {
    const neighbour = [...ownerOf(table, key), one.id]
    const stored = records.get(table, neighbour)!
    records.put(table, neighbour, [one.number, ...stored.slice(neighbour.length + 1)], { stored })
  }
  return number
}
