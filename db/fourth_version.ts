/**
 * The fourth version of the workbook file: ids that formulas reserve since (`tax_...` for rules of tax, `previous` for the column before)
 * stand no more; what had one is renamed with everything that names it. Tables stay as they are. Never edited once released.
 *
 * The log is not rewritten: its entries go on telling of the ids that were. Since none of them can be taken back over the renaming, an
 * entry that says what was renamed is appended, at which undo ends. A file in which nothing is reserved gets no entry. The figures of
 * versions stay as they were kept; their ids are read as free ones (versions.ts).
 */
import type Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import type { Renaming } from '../shared/formula/rewrite.ts'
import type { CellFact, CellRef, Column, Filing, Line, Schedule } from '../shared/model/filing.ts'
import { headOfFiling, headOfSchedule } from '../shared/model/lookup.ts'
import { cutText } from '../shared/money/cut_text.ts'
import { listed } from '../shared/money/listed.ts'
import { withoutReservedIds } from '../shared/structure/reserved_ids.ts'
import type { Draft } from '../shared/structure/plan.ts'
import { append, readHead } from './change_log.ts'
import type { RecordValues } from './digest.ts'
import { Records } from './records.ts'
import { number, optional, rowOf, rowsOf, text } from './row_reader.ts'
import { CONTENT, type ContentTable } from './schema.ts'
import { readStored } from './stored_json.ts'

/** Who opens the file, and when. */
export type Opener = { author: string; time: string }

const LONGEST_TITLE = 1_000

/** Renames what has to be, and says so in the log. */
export function fourthVersion(db: Database.Database, opener: Opener): void {
  const head = readHead(db)
  // A file that is being made has no entry yet, and no such id.
  if (!head) return
  const records = new Records(db, head.digest)
  const renamings = new Map<string, Renaming[]>()
  const told: string[] = []
  for (const [filing, definition] of definitions(db)) {
    const stored = readRows(db, filing, definition)
    const { draft, renamings: own } = withoutReservedIds(draftOf(stored))
    if (own.length === 0) continue
    write(records, stored, draft)
    renamings.set(filing, own)
    const names = new Set(own.map(({ from, to }) => `${from} to ${to}`))
    told.push(`${listed([...names])} in ${draft.filing.title}`)
  }
  if (renamings.size === 0) return
  carryFacts(db, records, renamings)
  const title = cutText(`Renamed ids that formulas now reserve: ${told.join('; ')}`, LONGEST_TITLE, { ellipsis: true })
  const entry = { id: randomUUID(), ...opener, kind: 'created', title, filing: null, place: null } as const
  append(db, head, { ...entry, changes: [], reverses: null }, records.digest)
}

const filingRow = rowOf({ id: text, definition: text })

function definitions(db: Database.Database): [string, string][] {
  const rows = db.prepare('SELECT id, definition FROM filing ORDER BY position').all()
  return rowsOf(filingRow, rows).map(({ id, definition }) => [id, definition])
}

const definedRow = rowOf({ schedule: text, id: text, position: number, definition: text })
const cellRow = rowOf({ schedule: text, line: text, column: text, input: text, source: optional(text) })
const factRow = rowOf({ schedule: text, line: text, column: text, definition: text })
const overRow = rowOf({ scenario: text, schedule: text, line: text, column: text, input: text })
const commentRow = rowOf({
  id: text,
  schedule: text,
  line: text,
  column: text,
  text,
  author: text,
  time: text,
})

type Rows = ReturnType<typeof readRows>

/** The rows of a filing as this version of the tables has them, each list in one order. */
function readRows(db: Database.Database, filing: string, definition: string) {
  const all = (sql: string): unknown[] => db.prepare(sql).all(filing)
  const filed = db.prepare('SELECT position FROM filing WHERE id = ?').pluck().get(filing)
  return {
    definition,
    position: number(filed),
    schedules: rowsOf(
      definedRow,
      all('SELECT id AS "schedule", id, position, definition FROM schedule WHERE filing = ? ORDER BY position'),
    ),
    lines: rowsOf(
      definedRow,
      all('SELECT schedule, id, position, definition FROM line WHERE filing = ? ORDER BY position'),
    ),
    columns: rowsOf(
      definedRow,
      all('SELECT schedule, id, position, definition FROM schedule_column WHERE filing = ? ORDER BY position'),
    ),
    cells: rowsOf(
      cellRow,
      all(`SELECT schedule, line, column_id AS "column", input, source FROM cell WHERE filing = ?`),
    ),
    facts: rowsOf(factRow, all(`SELECT schedule, line, column_id AS "column", definition FROM fact WHERE filing = ?`)),
    over: rowsOf(
      overRow,
      all(`SELECT scenario, schedule, line, column_id AS "column", input FROM scenario_cell WHERE filing = ?`),
    ),
    comments: rowsOf(
      commentRow,
      all(`SELECT id, schedule, line, column_id AS "column", text, author, time FROM comment WHERE filing = ?`),
    ),
  }
}

function ofSchedule<T>(rows: readonly { schedule: string; definition: string }[], schedule: string): T[] {
  return rows.filter((row) => row.schedule === schedule).map((row) => readStored(row.definition) as T)
}

/** Definitions as they are stored, of no other form than the file has them. */
function draftOf(rows: Rows): Draft {
  const schedules = rows.schedules.map(({ id, definition }): Schedule => ({
    ...(readStored(definition) as Schedule),
    columns: ofSchedule<Column>(rows.columns, id),
    lines: ofSchedule<Line>(rows.lines, id),
    cells: rows.cells.filter(({ schedule }) => schedule === id).map(({ source: _source, ...cell }) => cell),
    facts: ofSchedule<CellFact>(rows.facts, id),
  }))
  const scenarios = [...Map.groupBy(rows.over, ({ scenario }) => scenario)].map(([id, cells]) => ({
    id,
    name: id,
    cells: cells.map(({ scenario: _scenario, ...cell }) => cell),
  }))
  const filing: Filing = { ...(readStored(rows.definition) as Filing), schedules }
  return { filing, at: 0, scenarios, comments: rows.comments }
}

/** What a table holds of a filing, in the order in which it was read: keys without the filing. */
type Held = { key: string[]; rest: RecordValues }

const TABLES = ['comment', 'scenario_cell', 'fact', 'cell', 'line', 'schedule_column', 'schedule'] as const

function defined(one: { id: string }, { position }: { position: number }, schedule: string): Held {
  return { key: [schedule, one.id], rest: [position, JSON.stringify(one)] }
}

/** Each table's rows as a draft has them, in the order of the rows that were read; what a draft does not carry is that of those. */
function heldOf({ filing, scenarios, comments }: Draft, rows: Rows): Record<(typeof TABLES)[number], Held[]> {
  const within = <T, R extends { schedule: string }>(
    list: (schedule: Schedule) => readonly T[],
    all: readonly R[],
    held: (one: T, row: R, schedule: string) => Held,
  ): Held[] =>
    filing.schedules.flatMap((schedule, at) => {
      const stood = all.filter((row) => row.schedule === rows.schedules[at]!.id)
      return list(schedule).map((one, i) => held(one, stood[i]!, schedule.id))
    })
  return {
    schedule: filing.schedules.map((schedule, i) => ({
      key: [schedule.id],
      rest: [rows.schedules[i]!.position, JSON.stringify(headOfSchedule(schedule))],
    })),
    line: within(({ lines }) => lines, rows.lines, defined),
    schedule_column: within(({ columns }) => columns, rows.columns, defined),
    cell: within(
      ({ cells }) => cells,
      rows.cells,
      ({ line, column, input }, { source }, schedule) => ({ key: [schedule, line, column], rest: [input, source] }),
    ),
    fact: within(
      ({ facts = [] }) => facts,
      rows.facts,
      (fact, _row, schedule) => ({ key: [schedule, fact.line, fact.column], rest: [JSON.stringify(fact)] }),
    ),
    scenario_cell: scenarios.flatMap(({ id, cells }) =>
      cells.map((cell) => ({ key: [id, cell.schedule, cell.line, cell.column], rest: [cell.input] })),
    ),
    comment: comments.map((one) => ({
      key: [one.id],
      rest: [filing.id, one.schedule, one.line, one.column, one.text, one.author, one.time],
    })),
  }
}

/** Puts what differs in the place of what stands: what stands on a row goes before it, and comes after it. */
function write(records: Records, rows: Rows, after: Draft): void {
  const stands = draftOf(rows)
  const { id: filing } = stands.filing
  const [before, now] = [heldOf(stands, rows), heldOf(after, rows)]
  const came: (() => void)[] = []
  for (const table of TABLES) {
    for (const [i, was] of before[table].entries()) {
      const is = now[table][i]!
      if (JSON.stringify(was) === JSON.stringify(is)) continue
      records.put(table, keyOf(table, filing, was.key), null)
      came.push(() => records.add(table, keyOf(table, filing, is.key), is.rest))
    }
  }
  for (const add of came.toReversed()) add()
  const [head, next] = [stands, after].map((draft) => JSON.stringify(headOfFiling(draft.filing)))
  if (next !== head) records.put('filing', [filing], [rows.position, next!])
}

/** The whole key of a row: comments stand under their own id, all else under the filing. */
function keyOf(table: ContentTable, filing: string, key: readonly string[]): RecordValues {
  return (CONTENT[table].key as readonly string[])[0] === 'filing' ? [filing, ...key] : key
}

const carriedRow = rowOf({ filing: text, schedule: text, line: text, column: text, definition: text })

/** Facts of any filing that say where a figure was carried from, where that is called otherwise now. */
function carryFacts(
  db: Database.Database,
  records: Records,
  renamings: ReadonlyMap<string, readonly Renaming[]>,
): void {
  const rows = db.prepare(
    `SELECT filing, schedule, line, column_id AS "column", definition FROM fact WHERE instr(definition, '"carried"') > 0`,
  )
  for (const { filing, schedule, line, column, definition } of rowsOf(carriedRow, rows.all())) {
    const fact = readStored(definition) as CellFact
    if (!fact.carried) continue
    const { filing: from, ...at } = fact.carried
    const carried = { filing: from, ...(renamings.get(from) ?? []).reduce(refAfter, at) }
    const next = JSON.stringify({ ...fact, carried })
    if (next !== definition) records.put('fact', [filing, schedule, line, column], [next])
  }
}

/** Where a cell stands after a renaming. */
function refAfter(at: CellRef, change: Renaming): CellRef {
  if (change.kind === 'schedule') return at.schedule === change.from ? { ...at, schedule: change.to } : at
  if (at.schedule !== change.schedule || at[change.kind] !== change.from) return at
  return { ...at, [change.kind]: change.to }
}
