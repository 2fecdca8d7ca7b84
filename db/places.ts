/**
 * The order of lists that are kept in the file: a record stands by a number, and the numbers of a list have gaps, so that one that is
 * put in, moved or taken out leaves the numbers of the others as they are. Only where a gap is used up its neighbours are spread.
 * What the rest of the product calls a place is the rank, counted from 0.
 *
 * Numbers without gaps, as earlier versions of the file have them, are an order like any other. Writes nothing: what it gives new
 * numbers is its caller's to store.
 */
import type Database from 'better-sqlite3'
import type { RecordValues } from './digest.ts'
import { damaged } from './failure.ts'
import { number, rowOf, rowsOf, text } from './row_reader.ts'

/** The tables whose rows have a place, and how many fields of their keys name what the list belongs to. */
const OWNER = { filing: 0, schedule: 1, line: 2, schedule_column: 2 } as const

export type ListTable = keyof typeof OWNER

/** What a list is of, or a record of it. */
type Key = RecordValues

/** A record and its number. */
export type Numbered = { id: string; number: number }

/**
 * Between two numbers that are given without need: twenty-six records in turn go into such a gap, each in the middle of what is left. A
 * number stays exact however many gaps lie before it in any list that there could be.
 */
export const GAP = 2 ** 26

/** Numbers are spread so wide at least. */
const LEAST_GAP = 16

/** The records of one list in their order. */
export class Order {
  readonly #records: Numbered[]

  /** In the order of their numbers. */
  constructor(records: Numbered[]) {
    this.#records = records
  }

  get length(): number {
    return this.#records.length
  }

  /** The rank of the record that stands by a number. Throws `damaged` where none does. */
  rankOf(number: number): number {
    let [from, to] = [0, this.#records.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#records[middle]!.number < number) from = middle + 1
      else to = middle
    }
    if (this.#records[from]?.number !== number) throw damaged('a record is not at its place')
    return from
  }

  /** Takes a record out; the numbers of the others stay. */
  remove(rank: number): void {
    this.#records.splice(rank, 1)
  }

  /** Puts a record in, so that it has that rank. Gives its number, and those that others were given to make room. */
  insert(rank: number, id: string): { number: number; moved: Numbered[] } {
    const free = this.#between(rank)
    if (free !== undefined) {
      this.#records.splice(rank, 0, { id, number: free })
      return { number: free, moved: [] }
    }
    const { from, to, first, step } = this.#room(rank)
    this.#records.splice(rank, 0, { id, number: Number.NaN })
    const spread = this.#records.slice(from, to + 1).map(({ id }, n) => ({ id, number: first + n * step }))
    this.#records.splice(from, spread.length, ...spread)
    const [own] = spread.splice(rank - from, 1)
    return { number: own!.number, moved: spread }
  }

  /** The number in the middle of the gap before a rank; undefined where there is none left. */
  #between(rank: number): number | undefined {
    const [before, after] = [this.#records[rank - 1]?.number, this.#records[rank]?.number]
    if (before === undefined) return after === undefined ? 0 : after - GAP
    if (after === undefined) return before + GAP
    return after - before > 1 ? before + Math.floor((after - before) / 2) : undefined
  }

  /**
   * The fewest neighbours of a rank, as ranks `from` to `to`, that can be spread wide with one more among them: the more there are,
   * the wider, so that the next use of the same gap is the farther away. Beyond an end of the list there is all the room: once it is
   * reached only what lies between it and the rank is spread.
   */
  #room(rank: number): { from: number; to: number; first: number; step: number } {
    for (let reach = 1; ; reach *= 2) {
      const [from, to] = [Math.max(0, rank - reach), Math.min(this.#records.length, rank + reach)]
      const [low, high] = [this.#records[from - 1]?.number, this.#records[to]?.number]
      const count = to - from + 1
      if (low === undefined) return { from, to: rank, first: this.#records[rank]!.number - (rank + 1) * GAP, step: GAP }
      if (high === undefined) return { from: rank, to, first: this.#records[rank - 1]!.number + GAP, step: GAP }
      const step = Math.floor((high - low) / (count + 1))
      if (step >= Math.max(LEAST_GAP, count)) return { from, to, first: low + step, step }
    }
  }
}

const numberedRow = rowOf({ id: text, number })

/** The orders of the lists of one connection, each read when it is first asked for. */
export class Places {
  readonly #db: Database.Database
  readonly #known = new Map<string, Order>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  /** The order of the list to which the record of that key belongs, or would belong. */
  orderOf(table: ListTable, key: Key): Order {
    const name = listName(table, key)
    const known = this.#known.get(name)
    if (known) return known
    const owner = ownerOf(table, key)
    const where = ['1 = 1', ...['filing = ?', 'schedule = ?'].slice(0, owner.length)].join(' AND ')
    const sql = `SELECT id, position AS "number" FROM ${table} WHERE ${where} ORDER BY position`
    const order = new Order(rowsOf(numberedRow, this.#db.prepare(sql).all(...owner)))
    this.#known.set(name, order)
    return order
  }

  /** Keeps an order that the records of the list were given. */
  keep(table: ListTable, key: Key, order: Order): void {
    this.#known.set(listName(table, key), order)
  }

  /** Forgets the order of the list to which a record belongs: it is read again. */
  forget(table: ListTable, key: Key): void {
    this.#known.delete(listName(table, key))
  }

  /** Forgets all, as after what was written was taken back. */
  forgetAll(): void {
    this.#known.clear()
  }
}

/** True for a table whose rows have a place. */
export function isList(table: string): table is ListTable {
  return Object.hasOwn(OWNER, table)
}

/** The part of a record's key that names what its list belongs to. */
export function ownerOf(table: ListTable, key: Key): (string | number | null)[] {
  return key.slice(0, OWNER[table])
}

function listName(table: ListTable, key: Key): string {
  return [table, ...ownerOf(table, key)].join(' ')
}
