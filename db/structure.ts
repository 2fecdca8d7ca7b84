/**
 * Lines, columns, facts and schedules as they are changed, judged against what is stored, then written.
 * Runs inside the caller's transaction. It must not know formulas: what carries them is planned before.
 */
import { isolated } from '../shared/money/isolated.ts'
import type Database from 'better-sqlite3'
import { columnSchema, lineSchema, scheduleHeadSchema, scheduleSchema } from '../shared/contract/filing_schema.ts'
import { isFunctionName } from '../shared/formula/ast.ts'
import type {
  ColumnEdit,
  FactEdit,
  LineEdit,
  Placed,
  ScheduleEdit,
  ScheduleHeadEdit,
  StructureChange,
} from '../shared/model/change_set.ts'
import type { CellFact, Filing, Schedule } from '../shared/model/filing.ts'
import { refused, stale } from './failure.ts'
import { checkStanding, place, standing, storedText } from './placing.ts'
import type { Listed } from './placing.ts'
import { factRecord, insertSchedule, readFiling } from './records.ts'
import type { Records } from './records.ts'
import { readStored } from './stored_json.ts'

/** What every change is applied to. */
export type Target = { db: Database.Database; records: Records; filing: string }

/** Applies one change of structure; throws `stale` where `before` is not what is stored, `refused` where a rule forbids it. */
export function applyStructure(target: Target, change: StructureChange): void {
  switch (change.kind) {
    case 'line':
      return applyRow(target, change)
    case 'column':
      return applyRow(target, change)
    case 'fact':
      return applyFact(target, change)
    case 'schedule':
      return applySchedule(target, change)
    case 'schedule_head':
      return applyScheduleHead(target, change)
  }
}

/** Refuses an id that a formula could not tell from a function, or that differs from the one it stands under. */
function checkId(id: string, definition: { id: string } | undefined, what: string): void {
  if (definition && definition.id !== id) {
    throw refused(`The ${what} ${id} was given the id ${definition.id}. The change was not stored.`)
  }
  if (definition && (isFunctionName(id) || id === 'compare')) {
    throw refused(`The id ${id} is reserved. Choose another id for the ${what}.`)
  }
}

/** Refuses to take out what still carries records; they go in the same change set, before it. */
function checkBare(
  { db }: Target,
  tables: readonly string[],
  where: string,
  key: readonly string[],
  name: string,
): void {
  for (const table of tables) {
    if (db.prepare(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`).get(...key) === undefined) continue
    const what = { scenario_cell: 'inputs of a scenario', comment: 'comments', fact: 'what is said of its figures' }[
      table
    ]
    throw refused(`${name} still holds ${what ?? 'inputs'}. They are removed with it, in one change.`)
  }
}

const ON_A_ROW = ['cell', 'scenario_cell', 'fact', 'comment']

function applyRow(target: Target, change: LineEdit | ColumnEdit): void {
  const { db, records, filing } = target
  const { schedule, before, after } = change
  const isLine = change.kind === 'line'
  const id = isLine ? change.line : change.column
  const form = isLine ? lineSchema : columnSchema
  checkId(id, after?.definition, change.kind)
  if (!records.get('schedule', [filing, schedule])) {
    throw refused(`The filing has no schedule ${schedule}. The change was not stored.`)
  }
  const listed: Listed = { table: isLine ? 'line' : 'schedule_column', key: [filing, schedule, id] }
  const text = (one: Placed<unknown> | null): Placed<string> | null =>
    one && { at: one.at, definition: storedText(form, one.definition) }
  const name = `The ${change.kind} “${isolated((before ?? after)?.definition.label || id)}”`
  checkStanding(standing(records, listed, form), text(before), name)
  if (after === null) {
    const field = isLine ? 'line' : 'column_id'
    checkBare(target, ON_A_ROW, `filing = ? AND schedule = ? AND ${field} = ?`, listed.key, name)
  }
  place(db, records, listed, text(before), text(after))
}

function applyFact({ records, filing }: Target, { schedule, line, column, before, after }: FactEdit): void {
  const key = [filing, schedule, line, column]
  for (const fact of [before, after]) {
    if (fact && (fact.line !== line || fact.column !== column)) {
      throw refused('What is said of a figure names another figure. The change was not stored.')
    }
  }
  const stored = records.get('fact', key)?.[4] as string | undefined
  const standing = stored === undefined ? null : factRecord(readStored(stored) as CellFact)
  if (standing !== (before && factRecord(before))) {
    throw stale(`What is said of ${line}, ${column}, is not what the change was to replace.`)
  }
  if (
    after &&
    !(records.get('line', [filing, schedule, line]) && records.get('schedule_column', [filing, schedule, column]))
  ) {
    throw refused(`The schedule ${schedule} has no cell ${line}, ${column}. The change was not stored.`)
  }
  records.put('fact', key, after && [factRecord(after)])
}

/** The text of a schedule that does not depend on the order of its inputs and facts. */
function canonical(schedule: Schedule): string {
  const { cells, facts, ...rest } = scheduleSchema.parse(schedule)
  const inputs = cells.filter(({ input }) => input !== null).map(({ line, column, input }) => [line, column, input])
  const said = (facts ?? []).map((fact) => JSON.stringify(fact))
  return JSON.stringify([rest, inputs.map((one) => JSON.stringify(one)).sort(), said.sort()])
}

/** Refuses a schedule in which an id stands twice, or a figure stands on no line or column of it. */
function checkWhole({ id, lines, columns, cells, facts = [] }: Schedule, name: string): void {
  const rows = { line: new Set(lines.map((line) => line.id)), column: new Set(columns.map((column) => column.id)) }
  if (rows.line.size < lines.length || rows.column.size < columns.length) {
    throw refused(`${name} has two lines or two columns of one id. It was not stored.`)
  }
  const stray = cells.some((cell) => cell.schedule !== id) || [...cells, ...facts].some((one) => !isOn(one))
  if (stray) throw refused(`${name} has figures outside its lines and columns. It was not stored.`)

  function isOn({ line, column }: { line: string; column: string }): boolean {
    return rows.line.has(line) && rows.column.has(column)
  }
}

/** A whole schedule at its place, as text. */
function wholeText(one: Placed<Schedule> | null | undefined): Placed<string> | null {
  return one ? { at: one.at, definition: canonical(one.definition) } : null
}

/** The head of a schedule at its place, in the form in which it is stored. */
function headText({ at, definition }: Placed<unknown>): Placed<string> {
  return { at, definition: storedText(scheduleHeadSchema, definition) }
}

function storedSchedule({ db, records, filing }: Target, id: string): Placed<Schedule> | undefined {
  const record = records.get('schedule', [filing, id])
  if (!record) return undefined
  const whole: Filing = readFiling(db, filing, records.get('filing', [filing])![2] as string)
  return { at: record[2] as number, definition: whole.schedules.find((one) => one.id === id)! }
}

function applySchedule(target: Target, { schedule, before, after }: ScheduleEdit): void {
  const { db, records, filing } = target
  if ((before === null) === (after === null)) {
    throw refused('A schedule is made or removed whole; its head, lines and columns change on their own.')
  }
  const stored = storedSchedule(target, schedule)
  const name = `The schedule “${isolated((before ?? after)!.definition.title ?? schedule)}”`
  checkStanding(wholeText(stored) ?? undefined, wholeText(before), name)
  const listed: Listed = { table: 'schedule', key: [filing, schedule] }
  if (after !== null) {
    const { definition, at } = after
    checkId(schedule, definition, 'schedule')
    for (const line of definition.lines) checkId(line.id, line, 'line')
    for (const column of definition.columns) checkId(column.id, column, 'column')
    checkWhole(definition, name)
    // Its place is made first, under a head that insertSchedule writes again with all that it carries.
    place(db, records, listed, null, { at, definition: '{}' })
    records.put('schedule', listed.key, null)
    insertSchedule(records, filing, definition, at)
    return
  }
  checkBare(target, ['scenario_cell', 'comment'], 'filing = ? AND schedule = ?', listed.key, name)
  const { lines, columns, cells, facts } = stored!.definition
  for (const { line, column } of facts ?? []) records.put('fact', [...listed.key, line, column], null)
  for (const { line, column } of cells) records.put('cell', [...listed.key, line, column], null)
  for (const { id } of lines) records.put('line', [...listed.key, id], null)
  for (const { id } of columns) records.put('schedule_column', [...listed.key, id], null)
  place(db, records, listed, { at: stored!.at, definition: '' }, null)
}

function applyScheduleHead({ db, records, filing }: Target, change: ScheduleHeadEdit): void {
  const { schedule, before, after } = change
  const listed: Listed = { table: 'schedule', key: [filing, schedule] }
  checkId(schedule, after.definition, 'schedule')
  const name = `The schedule “${isolated(before.definition.title ?? schedule)}”`
  checkStanding(standing(records, listed, scheduleHeadSchema), headText(before), name)
  place(db, records, listed, headText(before), headText(after))
}
