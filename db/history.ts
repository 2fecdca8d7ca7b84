/**
 * What the change log says of one cell: the entries that touched it, and what each did to it.
 * Reads the log itself; no second record of it is kept that could differ from it.
 */
import type Database from 'better-sqlite3'
import type { Request } from '../shared/contract/contract.ts'
import { sameCell } from '../shared/model/cell.ts'
import { placeSchema } from '../shared/model/change_set.ts'
import type { CellEdit } from '../shared/model/changes/cell.ts'
import { toldAt, type Change } from '../shared/model/changes/kinds.ts'
import type { CellRef } from '../shared/model/filing.ts'
import type { HistoryEntry, LogEntry } from '../shared/model/log_entry.ts'
import { ENTRY_FIELDS } from './change_log.ts'
import { eachRow, number, optional, rowOf, rowsOf } from './row_reader.ts'
import { readAs, readChanges } from './stored_json.ts'

const LISTED = { ...ENTRY_FIELDS, place: optional((place) => readAs(placeSchema, place)) }
const touchingRow = rowOf({ ...LISTED, changes: readChanges })
const listedRow = rowOf({ ...LISTED, changeCount: number })

/**
 * An entry with those of its changes that touched the cell, in their order; none where only its comments were touched, or where
 * what was typed in it changed another, as an adjustment changes the line that it mirrors.
 */
type Touching = { entry: LogEntry; edits: CellEdit[] }

const NEWEST = Number.MAX_SAFE_INTEGER

/** Kinds of change in an entry of edits, and in one of structure. */
const CHANGES_OF: Record<'edits' | 'structure', readonly Change['kind'][]> = {
  edits: ['cell', 'fact', 'comment'],
  structure: ['line', 'column', 'schedule', 'schedule_head', 'filing', 'scenario'],
}

type Condition = { sql: string; values: readonly (string | number)[] }

/** True where the changes hold any of these texts, as JSON.stringify writes them: within a text quotes are escaped. */
function holds(...texts: string[]): Condition {
  return { sql: `(${texts.map(() => 'instr(changes, ?) > 0').join(' OR ')})`, values: texts }
}

/** What an entry must meet to be listed, but for the cell it touched. */
function conditions({ before, filing, schedule, scenario, kind, text }: Request<'log'>): Condition[] {
  const all: Condition[] = [{ sql: 'number < ?', values: [before ?? NEWEST] }]
  if (filing !== undefined) all.push({ sql: 'filing = ?', values: [filing] })
  if (schedule !== undefined) all.push(holds(`"schedule":"${schedule}"`))
  if (scenario === null) all.push({ sql: "kind <> 'created' AND instr(changes, ?) = 0", values: ['"scenario":"'] })
  else if (scenario !== undefined) all.push(holds(`"scenario":"${scenario}"`))
  if (kind === 'undo') all.push({ sql: "kind IN ('undo', 'redo')", values: [] })
  else if (kind !== undefined) {
    all.push({ sql: "kind = 'edit'", values: [] }, holds(...CHANGES_OF[kind].map((one) => `"kind":"${one}"`)))
  }
  if (text !== undefined) all.push({ sql: 'instr(lower(title), lower(?)) > 0', values: [text] })
  return all
}

/**
 * The entries that touched a cell in any layer, newest first. Changes are stored as JSON.stringify writes them, so an entry
 * that names the cell, or the place of which is the cell, contains these texts; only such entries are parsed and looked at closely.
 */
function* entriesTouching(
  db: Database.Database,
  { schedule, line, column }: CellRef,
  asked: readonly Condition[],
): Generator<Touching> {
  const names = [`"line":"${line}"`, `"column":"${column}"`, `"schedule":"${schedule}"`]
  const within = (field: 'changes' | 'place'): string => names.map(() => `instr(${field}, ?) > 0`).join(' AND ')
  const touched = { sql: `(${within('changes')} OR ${within('place')})`, values: [...names, ...names] }
  const all = [...asked, touched]
  const rows = db
    .prepare(
      `SELECT number, id, time, author, kind, filing, title, place, reverses, changes FROM change_set
       WHERE ${all.map(({ sql }) => sql).join(' AND ')} ORDER BY number DESC`,
    )
    .iterate(...all.flatMap(({ values }) => values))
  for (const { changes, ...row } of eachRow(touchingRow, rows)) {
    const ref = { schedule, line, column }
    const told = changes.filter((change) => toldAt(change).some((at) => sameCell(at, ref)))
    if (told.length === 0 && !(row.place && sameCell(row.place, ref))) continue
    const edits = told.filter((change) => change.kind === 'cell')
    yield { entry: { ...row, changeCount: changes.length }, edits }
  }
}

/**
 * The entries of the log as asked, newest first. The entry of creation belongs to no filing and touched nothing: it is left out
 * where any of that is asked for.
 */
export function listEntries(db: Database.Database, range: Request<'log'>): LogEntry[] {
  const all = conditions(range)
  if (range.cell) return listTouching(db, range.cell, all, range.limit)
  const rows = db
    .prepare(
      `SELECT number, id, time, author, kind, filing, title, place, reverses, json_array_length(changes) AS "changeCount"
       FROM change_set WHERE ${all.map(({ sql }) => sql).join(' AND ')} ORDER BY number DESC LIMIT ?`,
    )
    .all(...all.flatMap(({ values }) => values), range.limit)
  return rowsOf(listedRow, rows)
}

function listTouching(db: Database.Database, cell: CellRef, asked: readonly Condition[], limit: number): LogEntry[] {
  const entries: LogEntry[] = []
  for (const { entry } of entriesTouching(db, cell, asked)) {
    entries.push(entry)
    if (entries.length === limit) break
  }
  return entries
}

const HISTORY_LIMIT = 500

/**
 * What happened to a cell, newest first: one entry for each act and layer, from what stood before the act to what stood
 * after it. `standing` holds the numbers of the edits that undo would take.
 */
export function cellHistory(
  db: Database.Database,
  request: Request<'history'>,
  standing: ReadonlySet<number>,
): HistoryEntry[] {
  const history: HistoryEntry[] = []
  let left = request.limit ?? HISTORY_LIMIT
  for (const { entry, edits } of entriesTouching(
    db,
    request,
    conditions({ limit: left, before: request.before, filing: request.filing }),
  )) {
    const layers = new Map<string | null, CellEdit>()
    for (const edit of edits) {
      if (request.scenario !== undefined && edit.scenario !== request.scenario) continue
      layers.set(edit.scenario, { ...edit, before: (layers.get(edit.scenario) ?? edit).before })
    }
    if (layers.size === 0) continue
    const { number: at, time, author, kind, title, reverses } = entry
    // An entry of creation holds no changes, so none comes here.
    if (kind === 'created') continue
    const undone = kind === 'edit' && !standing.has(at)
    for (const { scenario, before, after } of layers.values()) {
      history.push({ number: at, time, author, kind, title, reverses, undone, scenario, before, after })
    }
    left -= 1
    if (left === 0) break
  }
  return history
}
