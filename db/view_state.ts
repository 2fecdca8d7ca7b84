/**
 * What the screen remembers in the workbook: active scenarios, folding, theme.
 * Not content: no change number, no digest; what cannot be read, or names what is no longer there, is forgotten, never a reason
 * to refuse a file.
 */
import type Database from 'better-sqlite3'
import { COMPARE } from '../shared/analysis/compare_schedule.ts'
import { isId } from '../shared/model/cell.ts'
import { viewSchema, type View } from '../shared/model/view.ts'
import { WorkbookFailure } from './failure.ts'
import { rowOf, rowsOf, text } from './row_reader.ts'
import { readStored } from './stored_json.ts'

const viewRow = rowOf({ key: text, value: text })

/** The remembered view; what names a filing, schedule, line, column or scenario that no longer exists is left out. */
export function readView(db: Database.Database): View {
  const view: View = {}
  for (const { key, value } of rowsOf(viewRow, db.prepare('SELECT key, value FROM view_state').all())) {
    const read = viewSchema.safeParse({ [key]: readStored(value) })
    if (read.success) Object.assign(view, read.data)
  }
  return standing(view, lookup(db))
}

/** What exists in the workbook. */
type Lookup = {
  filing: (id: string) => boolean
  schedule: (filing: string, id: string) => boolean
  line: (filing: string, schedule: string, id: string) => boolean
  column: (filing: string, schedule: string, id: string) => boolean
  scenario: (filing: string, id: string) => boolean
}

function lookup(db: Database.Database): Lookup {
  const there = (table: string, key: readonly string[]): ((...ids: string[]) => boolean) => {
    const where = key.map((column) => `${column} = ?`).join(' AND ')
    const find = db.prepare(`SELECT 1 FROM ${table} WHERE ${where}`)
    return (...ids) => find.get(...ids) !== undefined
  }
  return {
    filing: there('filing', ['id']),
    schedule: there('schedule', ['filing', 'id']),
    line: there('line', ['filing', 'schedule', 'id']),
    column: there('schedule_column', ['filing', 'schedule', 'id']),
    scenario: there('scenario', ['filing', 'id']),
  }
}

const AS_FILED = 'as_filed'

function standing(view: View, has: Lookup): View {
  const { scenarios, place, cell, folded, compared, widths, ...rest } = view
  const shown = place && placeStanding(place, has)
  const isCell =
    cell && has.line(cell.filing, cell.schedule, cell.line) && has.column(cell.filing, cell.schedule, cell.column)
  return {
    ...rest,
    ...(scenarios && { scenarios: fields(scenarios, (filing, id) => isScenario(filing, id, has)) }),
    ...(shown && { place: shown }),
    ...(isCell && { cell }),
    ...(folded && { folded: folded.filter((key) => isRow(key, has.line)) }),
    ...(compared && { compared: comparedStanding(compared, has) }),
    ...(widths && { widths: fields(widths, (key) => isColumn(key, has)) }),
  }
}

function fields<T>(record: Record<string, T>, stands: (key: string, value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => stands(key, value)))
}

function isScenario(filing: string, id: string, has: Lookup): boolean {
  return id === AS_FILED ? has.filing(filing) : has.scenario(filing, id)
}

/** `#/filing/schedule?scenario=id`: undefined where filing or schedule are gone; without the scenario where that is. */
function placeStanding(place: string, has: Lookup): string | undefined {
  const [, filing = '', schedule = '', scenario] = /^#\/([^/?]*)\/([^/?]*)(?:\?scenario=(.*))?$/.exec(place) ?? []
  // The comparison is a view of the filing, not one of its schedules.
  if (schedule === COMPARE ? !has.filing(filing) : !has.schedule(filing, schedule)) return undefined
  return scenario === undefined || isScenario(filing, scenario, has) ? place : `#/${filing}/${schedule}`
}

function comparedStanding(compared: NonNullable<View['compared']>, has: Lookup): NonNullable<View['compared']> {
  const known = Object.entries(compared).filter(([filing]) => has.filing(filing))
  return Object.fromEntries(known.map(([filing, ids]) => [filing, ids.filter((id) => has.scenario(filing, id))]))
}

/** True for `filing/schedule/row` of a row that exists. */
function isRow(key: string, exists: Lookup['line']): boolean {
  const [filing, schedule, row, ...more] = key.split('/')
  return more.length === 0 && row !== undefined && exists(filing!, schedule!, row)
}

/** True for a column that exists, and for one that is the screen's own, such as that of the labels: its name is no id. */
function isColumn(key: string, has: Lookup): boolean {
  return isRow(key, (filing, schedule, id) =>
    isId(id) ? has.column(filing, schedule, id) : has.schedule(filing, schedule),
  )
}

/**
 * Merges into what is remembered: a field replaces its old value, but scenarios, panels and widths are merged by name. What is
 * given may name what its own change, still on its way, is about to make.
 */
export function mergeView(db: Database.Database, change: View): void {
  const given = viewSchema.safeParse(change)
  if (!given.success)
    throw new WorkbookFailure('invalid', 'The view to be remembered is malformed. Nothing was stored.')
  const stored = readView(db)
  const { scenarios, panels, widths, ...rest } = given.data
  const merged: View = {
    ...rest,
    ...(scenarios && { scenarios: { ...stored.scenarios, ...scenarios } }),
    ...(panels && { panels: { ...stored.panels, ...panels } }),
    ...(widths && { widths: { ...stored.widths, ...widths } }),
  }
  const write = db.prepare(
    'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  for (const [key, value] of Object.entries(merged)) {
    if (value !== undefined) write.run(key, JSON.stringify(value))
  }
}
