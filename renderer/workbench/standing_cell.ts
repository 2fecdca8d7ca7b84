/**
 * Where a place still stands after a change of the structure: itself, or what came to stand where it stood. Pure.
 */
import type { Change, Placed } from '../../shared/model/change_set.ts'
import type { CellRef, Filing } from '../../shared/model/filing.ts'

/** The id, or that of the item now at the place from which the changes took it. */
function standing(
  id: string,
  items: readonly { id: string }[],
  taken: Placed<unknown> | null | undefined,
): string | undefined {
  if (items.some((one) => one.id === id)) return id
  return taken ? (items[taken.at] ?? items.at(-1))?.id : undefined
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
  const takenLine = changes.find((one) => one.kind === 'line' && one.schedule === id && one.line === line)
  const takenColumn = changes.find((one) => one.kind === 'column' && one.schedule === id && one.column === column)
  const there = {
    line: standing(line, schedule.lines, takenLine?.kind === 'line' ? takenLine.before : null),
    column: standing(column, schedule.columns, takenColumn?.kind === 'column' ? takenColumn.before : null),
  }
  return there.line === undefined || there.column === undefined ? undefined : { line: there.line, column: there.column }
}
