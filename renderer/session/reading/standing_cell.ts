/**
 * Where a place still stands after a change of the structure: itself, or what came to stand where it stood. Pure.
 */
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { ColumnEdit } from '../../../shared/model/changes/column.ts'
import type { LineEdit } from '../../../shared/model/changes/line.ts'
import { scheduleOf } from '../../../shared/model/lookup.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'

/** What changes of a schedule did to one of its lines or columns. */
type Done = Pick<LineEdit | ColumnEdit, 'before' | 'after'> & { id: string }

function doneTo(kind: 'line' | 'column', schedule: string, changes: readonly Change[]): Done[] {
  return changes.flatMap((one) => {
    if (one.kind !== kind || one.schedule !== schedule) return []
    return [{ id: one.kind === 'line' ? one.line : one.column, before: one.before, after: one.after }]
  })
}

/** What changes brought back where they took nothing away: the item itself where it is among them. */
function returned(own: string, done: readonly Done[]): string | undefined {
  if (done.some(({ after }) => after === null)) return undefined
  const came = done.filter(({ before }) => before === null)
  if (came.some(({ id }) => id === own)) return own
  const ids = new Set(came.map(({ id }) => id))
  // The line that was deleted, not a detail that went with it.
  const top = came.filter(({ after }) => {
    const parent = after && 'parent' in after.definition ? after.definition.parent : undefined
    return parent === undefined || !ids.has(parent)
  })
  return top.toSorted((a, b) => a.after!.at - b.after!.at)[0]?.id
}

/** What came back, the item itself, or the one now at the place from which changes took it. */
function standing(id: string, items: readonly { id: string }[], done: readonly Done[]): string | undefined {
  const back = returned(id, done)
  if (back !== undefined || items.some((one) => one.id === id)) return back ?? id
  const taken = done.find((one) => one.id === id)?.before
  return taken ? (items[taken.at] ?? items.at(-1))?.id : undefined
}

/**
 * The cell of a place after changes of its schedule: a line or column that they took away gives way to the one that stands in its
 * place, be it the same under another name or the next one. Undefined where neither stands.
 */
export function standingCell(
  filing: Filing | undefined,
  ref: CellRef,
  changes: readonly Change[],
): { line: string; column: string } | undefined {
  const schedule = scheduleOf(filing, ref.schedule)
  if (!schedule) return undefined
  const line = standing(ref.line, schedule.lines, doneTo('line', schedule.id, changes))
  const column = standing(ref.column, schedule.columns, doneTo('column', schedule.id, changes))
  return line === undefined || column === undefined ? undefined : { line, column }
}
