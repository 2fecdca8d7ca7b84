/**
 * Writing content records: filings, scenarios and their inputs; each record is read here, whole filings in reading.ts.
 * Every write goes through here, so that the digest always follows; what may be written is judged in commit.ts.
 */
import type Database from 'better-sqlite3'
import {
  columnSchema,
  factSchema,
  filingHeadSchema,
  lineSchema,
  scheduleHeadSchema,
  type CellFact,
  type Filing,
  type Schedule,
} from '../shared/model/filing.ts'
import { registrantSchema } from '../shared/model/changes/registrant.ts'
import { ContentDigest } from './digest.ts'
import type { RecordValues } from './digest.ts'
import { notAsGiven } from './failure.ts'
import { GAP, isList, Places } from './places.ts'
import { CONTENT } from './schema.ts'
import type { ContentTable } from './schema.ts'
import type { Steps } from '../shared/model/steps.ts'
import { readAs } from './stored_json.ts'

/** What is done to the records of one table, each statement made once. */
type Statements = Record<'get' | 'insert' | 'update' | 'remove', Database.Statement>

/** The tables that hold inputs: of the base layer, with the source of a completed figure, and of scenarios. */
type InputTable = 'cell' | 'scenario_cell'

/** What is done to an input that is known, each statement made once. */
type Exchanges = Record<'set' | 'change' | 'clear', Database.Statement>

const WITHOUT_SOURCE: Record<InputTable, readonly string[]> = { cell: ['source IS NULL'], scenario_cell: [] }

/** The content tables of one connection, with the digest of what they hold. */
export class Records {
  readonly #db: Database.Database
  readonly #statements = new Map<ContentTable, Statements>()
  readonly #exchanges = new Map<InputTable, Exchanges>()
  #digest: ContentDigest
  /** The orders of the lists, as the records that were written leave them. */
  readonly places: Places

  constructor(db: Database.Database, digest?: string) {
    this.#db = db
    this.#digest = new ContentDigest(digest)
    this.places = new Places(db)
  }

  /**
   * Continues from a digest known to be that of the stored records: at the start of each transaction. Where that is not the one that was
   * left, what was written was taken back.
   */
  continueFrom(digest: string): void {
    if (digest !== this.digest) this.places.forgetAll()
    this.#digest = new ContentDigest(digest)
  }

  get digest(): string {
    return this.#digest.toString()
  }

  #of(table: ContentTable): Statements {
    const known = this.#statements.get(table)
    if (known) return known
    const columns = columnsOf(table)
    const all = columns.join(', ')
    const where = CONTENT[table].key.map((column) => `${column} = ?`).join(' AND ')
    const sets = CONTENT[table].rest.map((column) => `${column} = ?`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const statements: Statements = {
      get: this.#db.prepare(`SELECT ${all} FROM ${table} WHERE ${where}`).raw(),
      insert: this.#db.prepare(`INSERT INTO ${table} (${all}) VALUES (${marks}) RETURNING ${all}`).raw(),
      update: this.#db.prepare(`UPDATE ${table} SET ${sets} WHERE ${where} RETURNING ${all}`).raw(),
      remove: this.#db.prepare(`DELETE FROM ${table} WHERE ${where}`),
    }
    this.#statements.set(table, statements)
    return statements
  }

  /** The whole record under a key, key first; undefined when there is none. */
  get(table: ContentTable, key: RecordValues): RecordValues | undefined {
    return this.#of(table).get.get(...key) as RecordValues | undefined
  }

  /** Writes the record under its key, in place of the one that stands there; null removes it. `known` is that one, where it was read. */
  put(
    table: ContentTable,
    key: RecordValues,
    rest: RecordValues | null,
    known?: { stored: RecordValues | undefined },
  ): void {
    const old = known ? known.stored : this.get(table, key)
    if (isList(table)) this.places.forget(table, key)
    if (rest === null) {
      if (!old) return
      this.#of(table).remove.run(...key)
    } else if (old) this.#took(table, this.#of(table).update.get(...rest, ...key), [...key, ...rest])
    else {
      this.add(table, key, rest)
      return
    }
    this.#digest.remove(table, old)
  }

  #exchangesOf(table: InputTable): Exchanges {
    const known = this.#exchanges.get(table)
    if (known) return known
    const { key } = CONTENT[table]
    const where = [...key.map((column) => `${column} = ?`), 'input = ?', ...WITHOUT_SOURCE[table]].join(' AND ')
    const columns = [...key, 'input']
    const marks = columns.map(() => '?').join(', ')
    const exchanges: Exchanges = {
      set: this.#db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) ON CONFLICT DO NOTHING`),
      change: this.#db.prepare(`UPDATE ${table} SET input = ? WHERE ${where}`),
      clear: this.#db.prepare(`DELETE FROM ${table} WHERE ${where}`),
    }
    this.#exchanges.set(table, exchanges)
    return exchanges
  }

  /**
   * Puts one input in the place of another, null for none, in one statement that reads nothing back. False where that was not to be done
   * so, and nothing was written: where another input stands, one with a source, or where there is nothing to do.
   */
  exchange(table: InputTable, key: readonly string[], before: string | null, after: string | null): boolean {
    // Whole characters the file gives back as they are; half of one it would store, and find, as another.
    if (!key.every((part) => part.isWellFormed()) || ![before, after].every((one) => one?.isWellFormed() ?? true)) {
      return false
    }
    const { set, change, clear } = this.#exchangesOf(table)
    let made = { changes: 0 }
    if (before !== null) made = after === null ? clear.run(...key, before) : change.run(after, ...key, before)
    else if (after !== null) made = set.run(...key, after)
    if (made.changes === 0) return false
    const beside = table === 'cell' ? [null] : []
    if (before !== null) this.#digest.remove(table, [...key, before, ...beside])
    if (after !== null) this.#digest.add(table, [...key, after, ...beside])
    return true
  }

  /** Writes a record under a key that is free; one that is taken breaks a constraint and throws. */
  add(table: ContentTable, key: RecordValues, rest: RecordValues): void {
    if (isList(table)) this.places.forget(table, key)
    this.#took(table, this.#of(table).insert.get(...key, ...rest), [...key, ...rest])
  }

  /**
   * The digest is of what the file gives back, since the next opening computes it from that. Throws `storage` where this is
   * not what was handed over, such as half of a character: the caller's transaction rolls back.
   */
  #took(table: ContentTable, stored: unknown, given: RecordValues): void {
    const values = stored as RecordValues
    for (const [at, value] of given.entries()) if (values[at] !== value) throw notAsGiven()
    this.#digest.add(table, values)
  }
}

function columnsOf(table: ContentTable): string[] {
  return [...CONTENT[table].key, ...CONTENT[table].rest]
}

/** The digest of all content records as they stand, computed afresh. */
export function* contentDigest(db: Database.Database): Steps<string> {
  const digest = new ContentDigest()
  let read = 0
  for (const table of Object.keys(CONTENT) as ContentTable[]) {
    const rows = db
      .prepare(`SELECT ${columnsOf(table).join(', ')} FROM ${table}`)
      .raw()
      .iterate()
    for (const row of rows) {
      digest.add(table, row as RecordValues)
      if (++read % ROWS_OF_A_STEP === 0) yield
    }
  }
  return digest.toString()
}

const ROWS_OF_A_STEP = 200

const DEFINITIONS = [
  ['filing', filingHeadSchema],
  ['schedule', scheduleHeadSchema],
  ['line', lineSchema],
  ['schedule_column', columnSchema],
  ['fact', factSchema],
  ['registrant', registrantSchema],
] as const

/** Reads every definition; throws (ZodError, SyntaxError) on a malformed one. */
export function* readDefinitions(db: Database.Database): Steps<void> {
  let read = 0
  for (const [table, schema] of DEFINITIONS) {
    for (const definition of db.prepare(`SELECT definition FROM ${table}`).pluck().iterate()) {
      readAs<unknown>(schema, definition)
      if (++read % ROWS_OF_A_STEP === 0) yield
    }
  }
}

/**
 * Stores a filing at a rank among filings that are stored in turn. Definitions are checked against the model's schemas (throws a ZodError); a cell or fact
 * that names no line or column of its schedule, or one named twice, breaks a constraint and throws.
 */
export function insertFiling(records: Records, filing: Filing, rank: number): void {
  const { schedules, ...head } = filing
  records.add('filing', [filing.id], [rank * GAP, JSON.stringify(filingHeadSchema.parse(head))])
  for (const [rank, schedule] of schedules.entries()) {
    records.add('schedule', [filing.id, schedule.id], [rank * GAP, headText(schedule)])
    insertCarried(records, filing.id, schedule)
  }
}

/** The head of a schedule as it is stored: all but what the schedule carries. */
export function headText({
  lines: _lines,
  columns: _columns,
  cells: _cells,
  facts: _facts,
  ...head
}: Schedule): string {
  return JSON.stringify(scheduleHeadSchema.parse(head))
}

/**
 * Stores what a schedule carries; its head stands already. The source of a completed figure is kept with its input, wherever the facts
 * tell it.
 */
export function insertCarried(records: Records, filing: string, schedule: Schedule): void {
  const { id, lines, columns, cells, facts } = schedule
  for (const [rank, line] of lines.entries()) {
    records.add('line', [filing, id, line.id], [rank * GAP, JSON.stringify(lineSchema.parse(line))])
  }
  for (const [rank, column] of columns.entries()) {
    records.add('schedule_column', [filing, id, column.id], [rank * GAP, JSON.stringify(columnSchema.parse(column))])
  }
  const sources = new Map(facts?.map(({ line, column, source }) => [`${line}@${column}`, source ?? null]))
  for (const cell of cells) {
    if (cell.schedule !== id) throw new Error(`A cell of ${cell.schedule} stands among those of ${id}`)
    if (cell.input === null) continue
    const source = sources.get(`${cell.line}@${cell.column}`) ?? null
    records.add('cell', [filing, id, cell.line, cell.column], [cell.input, source])
  }
  for (const fact of facts ?? []) {
    records.add('fact', [filing, id, fact.line, fact.column], [factRecord(fact)])
  }
}

/** A fact as stored: without the source, which stands with the input. */
export function factRecord(fact: CellFact): string {
  const { source: _withTheInput, ...rest } = factSchema.parse(fact)
  return JSON.stringify(rest)
}
