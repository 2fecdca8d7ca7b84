/**
 * Which lines the grid shows, in order: all but the details of a folded line. Reads structure only.
 */
import type { Line, Schedule } from '../../../shared/model/filing.ts'

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
  const byId = new Map(schedule.lines.map((line) => [line.id, line]))
  const parents = new Set(schedule.lines.flatMap(({ parent }) => (parent === undefined ? [] : [parent])))
  const isFolded = (id: string): boolean => folded.has(foldKey(filing, schedule.id, id))
  return schedule.lines.flatMap((line) => {
    let depth = 0
    const seen = new Set<string>([line.id])
    for (let up = line.parent; up !== undefined && !seen.has(up); up = byId.get(up)?.parent) {
      if (isFolded(up)) return []
      seen.add(up)
      depth += 1
    }
    return [rowOf({ line, depth, hasDetails: parents.has(line.id), folded: isFolded(line.id) })]
  })
}

/** The row that each line was last shown as: one that says the same is the same object, and is not drawn again. */
const lastRows = new WeakMap<Line, GridRow>()

function rowOf(row: GridRow): GridRow {
  const last = lastRows.get(row.line)
  if (last && last.depth === row.depth && last.hasDetails === row.hasDetails && last.folded === row.folded) return last
  lastRows.set(row.line, row)
  return row
}
