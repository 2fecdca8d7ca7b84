/**
 * Columns by entity: the REIT, its taxable subsidiaries and the eliminations, each a part of a consolidated column of the same schedule. Says
 * which columns belong together, and in which of them a line that is of one entity reads. Reads structure only; knows no values.
 */
import type { CellRef, Column, Filing, Line, Schedule } from './filing.ts'
import { readLineName, scheduleOf } from './lookup.ts'

/** The columns of entities whose figures add up to those of a column, in their order; none where it is not split. */
export function entityColumns({ columns }: Pick<Schedule, 'columns'>, consolidated: string): Column[] {
  return columns.filter(({ entity }) => entity?.of === consolidated)
}

/** The column that a column is a part of, where it is one: its figures are of that period. */
export function consolidatedColumn({ id, entity }: Pick<Column, 'id' | 'entity'>): string {
  return entity?.of ?? id
}

/** The id of the column of an entity. */
export function entityColumnId(consolidated: string, name: string): string {
  return `${consolidated}_${name}`
}

/**
 * The column of a schedule in which a cell reads a line where it names no column: that of the cell's own id. A line of one entity reads, in
 * a schedule that is split by entity, the column of that entity for the same period; undefined where the schedule has none, since the
 * figure of another entity would be a wrong one.
 */
export function columnReadIn(
  { columns }: { columns: readonly Column[] },
  { entity }: Pick<Line, 'entity'>,
  column: Column,
): string | undefined {
  if (entity === undefined || columns.every((one) => one.entity === undefined)) return column.id
  const period = consolidatedColumn(column)
  return columns.find((one) => one.entity?.of === period && one.entity.name === entity)?.id
}

/** As `columnReadIn`, of a schedule by its id; the cell's own column where there is no such schedule. */
export function columnRead(
  filing: Filing,
  schedule: string,
  { line, column }: { line: Pick<Line, 'entity'>; column: Column },
): string | undefined {
  const read = line.entity === undefined ? undefined : scheduleOf(filing, schedule)
  return read ? columnReadIn(read, line, column) : column.id
}

/** The cell of the books that an adjustment mirrors in its column, which may not exist; undefined where the line mirrors none. */
export function sourceRef(
  filing: Filing,
  cell: { line: Pick<Line, 'entity' | 'source'>; column: Column },
  name: string | undefined = cell.line.source?.line,
): CellRef | undefined {
  if (name === undefined) return undefined
  const { schedule, line } = readLineName(name)
  const column = columnRead(filing, schedule, cell)
  return column === undefined ? undefined : { schedule, line, column }
}

/** An entity, as its columns are headed. */
export type Entity = { name: string; label: string }

/** The entities of some schedules, each once and in their order. */
export function entitiesOf(schedules: readonly Pick<Schedule, 'columns'>[]): Entity[] {
  const found = new Map<string, Entity>()
  for (const { entity, label } of schedules.flatMap(({ columns }) => columns)) {
    if (entity && !found.has(entity.name)) found.set(entity.name, { name: entity.name, label })
  }
  return [...found.values()]
}
