/**
 * Reading what is stored as the model has it: filings with their scenarios and comments. Reads only; the order is that of the numbers
 * by which records stand (places.ts).
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
import type { StoredComment, StoredFiling, StoredScenario } from '../shared/model/stored_filing.ts'
import { number, optional, rowOf, rowsOf, text } from './row_reader.ts'
import { readAs } from './stored_json.ts'

/** Groups what belongs to a filing by schedule, keeping the order. */
export function bySchedule<R extends { schedule: string }, T>(rows: R[], make: (row: R) => T): Map<string, T[]> {
  const groups = Map.groupBy(rows, ({ schedule }) => schedule)
  return new Map([...groups].map(([schedule, own]) => [schedule, own.map(make)]))
}

/** Cells stand in the order of their lines, then columns, so that the same content always reads the same. */
const IN_ORDER = `
  JOIN schedule s ON s.filing = c.filing AND s.id = c.schedule
  JOIN line l ON l.filing = c.filing AND l.schedule = c.schedule AND l.id = c.line
  JOIN schedule_column k ON k.filing = c.filing AND k.schedule = c.schedule AND k.id = c.column_id`
const ORDER = 'ORDER BY s.position, l.position, k.position'

const headRow = rowOf({ id: text, definition: text })
const rowOfSchedule = rowOf({ schedule: text, definition: text })
const cellRow = rowOf({ schedule: text, line: text, column: text, input: text })
const factRow = rowOf({ schedule: text, definition: text, source: optional(text) })

/** A filing as stored, all its schedules included. */
export function readFiling(db: Database.Database, id: string, definition: string): Filing {
  const rows = <T>(table: 'line' | 'schedule_column', form: { parse(value: unknown): T }): Map<string, T[]> => {
    const found = db.prepare(`SELECT schedule, definition FROM ${table} WHERE filing = ? ORDER BY position`).all(id)
    return bySchedule(rowsOf(rowOfSchedule, found), (row) => readAs(form, row.definition))
  }
  const lines = rows('line', lineSchema)
  const columns = rows('schedule_column', columnSchema)
  const inputs = db.prepare(
    `SELECT c.schedule, c.line, c.column_id AS "column", c.input FROM cell c ${IN_ORDER} WHERE c.filing = ? ${ORDER}`,
  )
  const cells = bySchedule(rowsOf(cellRow, inputs.all(id)), (cell) => cell)
  const said = db.prepare(
    `SELECT c.schedule, c.definition, v.source FROM fact c ${IN_ORDER}
     LEFT JOIN cell v ON v.filing = c.filing AND v.schedule = c.schedule AND v.line = c.line AND v.column_id = c.column_id
     WHERE c.filing = ? ${ORDER}`,
  )
  const facts = bySchedule(rowsOf(factRow, said.all(id)), (row): CellFact => {
    const fact = readAs(factSchema, row.definition)
    return row.source === null ? fact : { ...fact, source: row.source }
  })
  const heads = db.prepare('SELECT id, definition FROM schedule WHERE filing = ? ORDER BY position').all(id)
  const schedules = rowsOf(headRow, heads).map((row): Schedule => {
    const known = facts.get(row.id)
    return {
      ...readAs(scheduleHeadSchema, row.definition),
      columns: columns.get(row.id) ?? [],
      lines: lines.get(row.id) ?? [],
      cells: cells.get(row.id) ?? [],
      ...(known && { facts: known }),
    }
  })
  return { ...readAs(filingHeadSchema, definition), schedules }
}

const scenarioRow = rowOf({
  id: text,
  name: text,
  description: text,
  position: number,
  standsOn: optional(text),
  locked: number,
})

/** What is usual is left out: a scenario on the base names no other, one that is not locked says nothing of locks. */
function readScenarios(db: Database.Database, filing: string): StoredScenario[] {
  const heads = db.prepare(
    `SELECT id, name, description, position, stands_on AS "standsOn", locked
     FROM scenario WHERE filing = ? ORDER BY position, id`,
  )
  const inputs = db.prepare(
    `SELECT c.schedule, c.line, c.column_id AS "column", c.input FROM scenario_cell c ${IN_ORDER} WHERE c.filing = ? AND c.scenario = ? ${ORDER}`,
  )
  return rowsOf(scenarioRow, heads.all(filing)).map(({ standsOn, locked, ...head }) => ({
    ...head,
    ...(standsOn !== null && { standsOn }),
    ...(locked === 1 && { locked: true }),
    cells: rowsOf(cellRow, inputs.all(filing, head.id)),
  }))
}

const commentRow = rowOf({
  id: text,
  schedule: text,
  line: text,
  column: text,
  text,
  author: text,
  time: text,
})

/** The comments of a filing, the oldest first. */
function readComments(db: Database.Database, filing: string): StoredComment[] {
  const rows = db.prepare(
    `SELECT id, schedule, line, column_id AS "column", text, author, time FROM comment WHERE filing = ? ORDER BY time, id`,
  )
  return rowsOf(commentRow, rows.all(filing))
}

/**
 * All filings in order, each with its scenarios and comments. Equal to what was stored, with cells and facts in the order of lines and
 * columns, without null inputs and without an empty list of facts. Throws (ZodError, SyntaxError) on a malformed definition.
 */
export function readFilings(db: Database.Database): StoredFiling[] {
  const rows = db.prepare('SELECT id, definition FROM filing ORDER BY position').all()
  return rowsOf(headRow, rows).map(({ id, definition }) => ({
    filing: readFiling(db, id, definition),
    scenarios: readScenarios(db, id),
    comments: readComments(db, id),
  }))
}
