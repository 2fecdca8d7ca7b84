/**
 * Where a place still stands after a change of the structure: itself, or what came to stand where it stood. Pure.
 */
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { Placed } from '../../../shared/model/changes/change_kind.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'

/** The id, or that of the item now at the place from which the changes took it. */
function standing(
  id: string,
  items: readonly { id: string }[],
  taken: Placed<unknown> | null | undefined,
): string | undefined {
  if (items.some((one) => one.id === id)) return id
  return taken ? (items[taken.at] ?? items.at(-1))?.id : undefined
}

/** The line or column that changes brought back where they took none away; the one of the place where it is among them. */
function returned(
  changes: readonly Change[],
  schedule: string,
  kind: 'line' | 'column',
  own: string,
): string | undefined {
  const of = changes.flatMap((one) => {
    if (one.kind !== kind || one.schedule !== schedule) return []
    return [{ id: one.kind === 'line' ? one.line : one.column, before: one.before, after: one.after }]
  })
  if (of.some(({ after }) => after === null)) return undefined
  const came = of.filter(({ before }) => before === null)
  if (came.some(({ id }) => id === own)) return own
  const ids = new Set(came.map(({ id }) => id))
  // The line that was deleted, not a detail that went with it.
  const top = came.filter(({ after }) => {
    const parent = after && 'parent' in after.definition ? after.definition.parent : undefined
    return parent === undefined || !ids.has(parent)
  })
  return top.toSorted((a, b) => a.after!.at - b.after!.at)[0]?.id
}

/**
 * The cell of a place after changes of its schedule: a line or column that they took away gives way to the one that stands in its
 * place, be it the same under another name or the next one. Undefined where neither stands.
 */
export function standingCell(
  filing: Filing | undefined,
  { schedule: id, line, column }: CellRef,
  changes: readonly Change[],
): { line: string; column: string } | undefined {
  const schedule = filing?.schedules.find((one) => one.id === id)
  if (!schedule) return undefined
  const back = { line: returned(changes, id, 'line', line), column: returned(changes, id, 'column', column) }
  const takenLine = changes.find((one) => one.kind === 'line' && one.schedule === id && one.line === line)
  const takenColumn = changes.find((one) => one.kind === 'column' && one.schedule === id && one.column === column)
  const there = {
    line: back.line ?? standing(line, schedule.lines, takenLine?.kind === 'line' ? takenLine.before : null),
    column:
      back.column ?? standing(column, schedule.columns, takenColumn?.kind === 'column' ? takenColumn.before : null),
  }
  return there.line === undefined || there.column === undefined ? undefined : { line: there.line, column: there.column }
}
