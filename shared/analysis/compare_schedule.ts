/**
 * The comparison of scenarios as a schedule named `compare`, so that a grid and a print document can show it.
 * A view only: its row ids hold a dot, which no id of a filing does, and no engine is ever given it.
 */
import { isolated } from '../money/isolated.ts'
import type { Value } from '../calc/value.ts'
import type { CellRef, Column, ColumnGroup, Filing, Layer, Line, Schedule } from '../model/filing.ts'
import { compareRows, type CompareRequest, type CompareRow } from './compare.ts'
import { viewLine } from './view_line.ts'

/** The id of the schedule of its filing under which the comparison is shown. */
export const COMPARE = 'compare'

/** Where the figures of the view come from, in the shape in which print documents ask. */
export type CompareValues = (ref: CellRef, layer?: Layer) => Value

export type CompareSheet = {
  schedule: Schedule
  values: CompareValues
  rows: CompareRow[]
  /** The filing with the view among its schedules: for a print document, never for an engine. */
  filing: Filing
}

/**
 * The view: columns `base`, then for each scenario `<id>`, `<id>_difference` and `<id>_percent`; rows by the ids of
 * compareRows. In the base layer a scenario's column holds the base's figure, so that what changed is marked. Throws as
 * compareRows does, and for scenario ids whose columns would fall together.
 */
export function compareSchedule(request: CompareRequest): CompareSheet {
  const { filing, base, scenarios } = request
  const rows = compareRows(request)
  const columns = [
    columnOf('base', filing.status === 'draft' ? 'Draft' : 'As filed'),
    ...scenarios.flatMap(({ id }) => [
      columnOf(id, 'Scenario'),
      columnOf(`${id}_difference`, 'Difference'),
      { ...columnOf(`${id}_percent`, '%'), format: 'percent' as const },
    ]),
  ]
  if (new Set(columns.map(({ id }) => id)).size < columns.length) throw new RangeError('Two columns have the same id.')
  const groups = scenarios.map(({ id, name }): ColumnGroup => ({
    label: name,
    columns: [id, `${id}_difference`, `${id}_percent`],
  }))
  const unitLine = filing.schedules.find((one) => one.unitLine !== undefined)?.unitLine
  const schedule: Schedule = {
    id: COMPARE,
    title: 'Comparison of scenarios',
    kind: 'custom',
    caption: captionOf(request),
    columns,
    groups,
    lines: rows.map(lineOf),
    cells: [],
    ...(unitLine !== undefined && { unitLine }),
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  const places = new Map<string, (row: CompareRow) => Value>([['base', (row) => row.base]])
  for (const { id } of scenarios) {
    places.set(id, (row) => row.scenarios[id]?.value ?? null)
    places.set(`${id}_difference`, (row) => row.scenarios[id]?.difference ?? null)
    places.set(`${id}_percent`, (row) => row.scenarios[id]?.percent ?? null)
  }
  const figures = new Set(scenarios.map(({ id }) => id))
  const values: CompareValues = (ref, layer) => {
    if (ref.schedule !== COMPARE) return base.value(ref, layer)
    const row = byId.get(ref.line)
    if (!row || row.kind === 'heading') return null
    if (layer === 'base' && figures.has(ref.column)) return row.base
    return places.get(ref.column)?.(row) ?? null
  }
  return { schedule, values, rows, filing: { ...filing, schedules: [...filing.schedules, schedule] } }
}

function columnOf(id: string, label: string): Column {
  return { id, label, kind: 'computed', all: true }
}

/** A line of the view; details fold under their lines as in the filing. */
function lineOf(row: CompareRow): Line {
  const line = viewLine(row)
  if (line.kind !== 'heading' && row.line?.parent !== undefined) line.parent = `${row.schedule}.${row.line.parent}`
  return line
}

/** `Three Months Ended September 30, 2007`, read off the first schedule that has the period. */
function captionOf({ filing, column }: CompareRequest): string {
  for (const { columns, groups } of filing.schedules) {
    const found = columns.find(({ id }) => id === column)
    const group = groups?.find((one) => one.columns.includes(column))
    if (found) return group ? `${isolated(group.label)} ${isolated(found.label)}` : isolated(found.label)
  }
  return ''
}
