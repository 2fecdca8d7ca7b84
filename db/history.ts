/**
 * What the change log says of one cell: the entries that touched it, and what each did to it.
 * Reads the log itself; no second record of it is kept that could differ from it.
 */
import type Database from 'better-sqlite3'
import type { Request } from '../shared/contract/contract.ts'
import { sameCell } from '../shared/model/cell.ts'
import { placeSchema } from '../shared/model/change_set.ts'
import type { CellEdit } from '../shared/model/changes/cell.ts'
import { toldAt } from '../shared/model/changes/kinds.ts'
import type { CellRef } from '../shared/model/filing.ts'
import type { HistoryEntry, LogEntry } from '../shared/model/log_entry.ts'
import { ENTRY_FIELDS } from './change_log.ts'
import { eachRow, number, optional, rowOf, rowsOf } from './row_reader.ts'
import { readAs, readChanges } from './stored_json.ts'

const LISTED = { ...ENTRY_FIELDS, place: optional((place) => readAs(placeSchema, place)) }
const touchingRow = rowOf({ ...LISTED, changes: readChanges })
const listedRow = rowOf({ ...LISTED, changeCount: number })

/** An entry with those of its changes that touched the cell, in their order; none where only its comments were touched. */
type Touching = { entry: LogEntry; edits: CellEdit[] }

const NEWEST = Number.MAX_SAFE_INTEGER

/**
 * The entries that touched a cell in any layer, newest first. Changes are stored as JSON.stringify writes them, so an entry
 * that names the cell contains these texts; only such entries are parsed and looked at closely.
 */
function* entriesTouching(
  db: Database.Database,
  { schedule, line, column }: CellRef,
  range: { before?: number; filing?: string },
): Generator<Touching> {
  const rows = db
    .prepare(
      `SELECT number, id, time, author, kind, filing, title, place, reverses, changes FROM change_set
       WHERE number < @before AND (@filing IS NULL OR filing = @filing)
         AND instr(changes, @line) > 0 AND instr(changes, @column) > 0 AND instr(changes, @schedule) > 0
       ORDER BY number DESC`,
    )
    .iterate({
      before: range.before ?? NEWEST,
      filing: range.filing ?? null,
      line: `"line":"${line}"`,
      column: `"column":"${column}"`,
      schedule: `"schedule":"${schedule}"`,
    })
  for (const { changes, ...row } of eachRow(touchingRow, rows)) {
    const ref = { schedule, line, column }
    const told = changes.filter((change) => toldAt(change).some((at) => sameCell(at, ref)))
    if (told.length === 0) continue
    const edits = told.filter((change) => change.kind === 'cell')
    yield { entry: { ...row, changeCount: changes.length }, edits }
  }
}

/**
 * The entries of the log as asked, newest first. The entry of creation belongs to no filing and touched no cell: it is
 * left out where either is asked for.
 */
export function listEntries(db: Database.Database, range: Request<'log'>): LogEntry[] {
  if (range.cell) return listTouching(db, range.cell, range)
  const rows = db
    .prepare(
      `SELECT number, id, time, author, kind, filing, title, place, reverses, json_array_length(changes) AS "changeCount"
       FROM change_set WHERE number < @before AND (@filing IS NULL OR filing = @filing) ORDER BY number DESC LIMIT @limit`,
    )
    .all({ before: range.before ?? NEWEST, filing: range.filing ?? null, limit: range.limit })
  return rowsOf(listedRow, rows)
}

function listTouching(db: Database.Database, cell: CellRef, range: Request<'log'>): LogEntry[] {
  const entries: LogEntry[] = []
  for (const { entry } of entriesTouching(db, cell, range)) {
    entries.push(entry)
    if (entries.length === range.limit) break
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
  for (const { entry, edits } of entriesTouching(db, request, request)) {
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
