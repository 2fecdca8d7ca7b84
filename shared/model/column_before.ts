/**
 * The column before a column, which `@previous` of a formula reads: the nearest one before it that is of the same kind and the same
 * entity, and that a formula computes throughout only where it is computed throughout itself. Reads structure only; knows no values.
 */
import { columnReadIn } from './entities.ts'
import type { Column, Filing, Line } from './filing.ts'
import { columnOf, positionOf, scheduleOf } from './lookup.ts'

/** What stands after `@` for the column before; no column has it as its id. */
export const PREVIOUS = 'previous'

/** The column before one of a list; undefined at the first of its kind. */
export function columnBefore(columns: readonly Column[], column: Column): Column | undefined {
  for (let at = positionOf(columns, column.id) - 1; at >= 0; at--) {
    const one = columns[at]!
    const isAlike = one.kind === column.kind && (one.all ?? false) === (column.all ?? false)
    if (isAlike && one.entity?.name === column.entity?.name) return one
  }
  return undefined
}

/**
 * The id of the column in which a cell reads a schedule: the one that a reference names after its `@`, which may be the one before.
 * Undefined where that leads nowhere, and where there is none before.
 */
export function columnMeant(
  filing: Filing,
  schedule: string,
  { line, column }: { line: Pick<Line, 'entity'>; column: Column },
  named: string | undefined,
): string | undefined {
  if (named !== undefined && named !== PREVIOUS) return named
  const read = scheduleOf(filing, schedule)
  const own = read ? columnReadIn(read, line, column) : column.id
  if (named === undefined || own === undefined) return own
  const stands = columnOf(read, own)
  return read && stands && columnBefore(read.columns, stands)?.id
}
