/**
 * Which lines the grid shows, in order: all but the details of a folded line. Reads structure only.
 */
import type { Line, Schedule } from '../../../shared/model/filing.ts'
import { lineOf } from '../../../shared/model/lookup.ts'

/** The id of the frozen column of labels; it starts with an underscore, as no column of a schedule can. */
export const LABEL_COLUMN = '_label'

export type GridRow = {
  line: Line
  /** How deep the line is nested: 0 for a line without a parent. */
  depth: number
  hasDetails: boolean
  folded: boolean
}

/** The key under which a folded line is remembered. */
export function foldKey(filing: string, schedule: string, line: string): string {
  return `${filing}/${schedule}/${line}`
}

/** The schedule's visible rows; `folded` holds fold keys. Details of a folded line are left out, at any depth. */
export function visibleRows(
  filing: string,
  schedule: Pick<Schedule, 'id' | 'lines'>,
  folded: ReadonlySet<string>,
): GridRow[] {
  const owner = foldKey(filing, schedule.id, '')
  const known = lastVisible.get(schedule.lines)
  if (known && known.owner === owner && isSameSet(known.folded, folded)) return known.rows
  const rows = rowsInSight(filing, schedule, folded)
  lastVisible.set(schedule.lines, { owner, folded, rows })
  return rows
}

/** What each list of lines was last shown as: more than one part of the screen asks. Lists are never changed in place. */
const lastVisible = new WeakMap<readonly Line[], { owner: string; folded: ReadonlySet<string>; rows: GridRow[] }>()

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((one) => b.has(one)))
}

function rowsInSight(filing: string, schedule: Pick<Schedule, 'id' | 'lines'>, folded: ReadonlySet<string>): GridRow[] {
  const parents = new Set<string>()
  for (const { parent } of schedule.lines) if (parent !== undefined) parents.add(parent)
  const prefix = foldKey(filing, schedule.id, '')
  const own = [...folded].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  const closed = new Set(own)
  const rows: GridRow[] = []
  for (const line of schedule.lines) {
    const above = linesAbove(schedule, line)
    if (closed.size > 0 && above.some((id) => closed.has(id))) continue
    rows.push(rowOf({ line, depth: above.length, hasDetails: parents.has(line.id), folded: closed.has(line.id) }))
  }
  return rows
}

const NONE: readonly string[] = []

/** The ids of the lines that a line folds under, the nearest first; each once, where they came to fold under one another. */
function linesAbove(schedule: Pick<Schedule, 'lines'>, { id, parent }: Line): readonly string[] {
  if (parent === undefined) return NONE
  const above: string[] = []
  for (let up: string | undefined = parent; up !== undefined && up !== id && !above.includes(up);) {
    above.push(up)
    up = lineOf(schedule, up)?.parent
  }
  return above
}

/** The row that each line was last shown as: one that says the same is the same object, and is not drawn again. */
const lastRows = new WeakMap<Line, GridRow>()

function rowOf(row: GridRow): GridRow {
  const last = lastRows.get(row.line)
  if (last && last.depth === row.depth && last.hasDetails === row.hasDetails && last.folded === row.folded) return last
  lastRows.set(row.line, row)
  return row
}
