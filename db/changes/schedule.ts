/**
 * How a schedule made or removed whole is stored, with all that it carries.
 * Runs inside the caller's transaction. It must not know formulas: what carries them is planned before.
 */
import { isolated } from '../../shared/money/isolated.ts'
import type { Placed } from '../../shared/model/changes/change_kind.ts'
import type { ScheduleEdit } from '../../shared/model/changes/schedule.ts'
import { scheduleSchema, type Schedule } from '../../shared/model/filing.ts'
import { refused } from '../failure.ts'
import { checkStanding, place, type Listed } from '../placing.ts'
import { readFiling } from '../reading.ts'
import { headText, insertCarried } from '../records.ts'
import { number, text } from '../row_reader.ts'
import { checkBare, checkId } from './row.ts'
import type { ChangeWriter, Target } from './writing.ts'

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

function storedSchedule({ db, records, filing }: Target, id: string): Placed<Schedule> | undefined {
  const record = records.get('schedule', [filing, id])
  if (!record) return undefined
  const whole = readFiling(db, filing, text(records.get('filing', [filing])![2]))
  const at = records.places.orderOf('schedule', [filing, id]).rankOf(number(record[2]))
  return { at, definition: whole.schedules.find((one) => one.id === id)! }
}

function writeSchedule(target: Target, { schedule, before, after }: ScheduleEdit): void {
  const { records, filing } = target
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
    place(records, listed, null, { at, definition: headText(definition) })
    insertCarried(records, filing, definition)
    return
  }
  checkBare(target, ['scenario_cell', 'comment'], 'filing = ? AND schedule = ?', listed.key, name)
  const { lines, columns, cells, facts } = stored!.definition
  for (const { line, column } of facts ?? []) records.put('fact', [...listed.key, line, column], null)
  for (const { line, column } of cells) records.put('cell', [...listed.key, line, column], null)
  for (const { id } of lines) records.put('line', [...listed.key, id], null)
  for (const { id } of columns) records.put('schedule_column', [...listed.key, id], null)
  place(records, listed, { at: stored!.at, definition: '' }, null)
}

export const schedule: ChangeWriter<ScheduleEdit> = { write: writeSchedule }
