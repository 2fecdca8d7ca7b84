/**
 * The comparison of two documents as a schedule of three columns, so that a print document can show it. A view only: its row ids hold a
 * dot, which no id of a filing does, and no engine is ever given it.
 */
import type { Value } from '../calc/value.ts'
import type { CellRef, Column, Filing, Schedule } from '../model/filing.ts'
import { printsInFilingCopy } from '../model/lookup.ts'
import { comparedDocuments, differingRows, type DocumentRow, type DocumentSide } from './documents.ts'
import { viewLine } from './view_line.ts'

/** The name under which the comparison is asked for, where a schedule could stand. */
export const DOCUMENTS = 'documents'

export type DocumentSheet = {
  rows: DocumentRow[]
  /** The later filing with the view as its only schedule: for a print document, never for an engine. */
  filing: Filing
  values: (ref: CellRef) => Value
}

export type DocumentHeads = { title: string; caption: string; earlier: string; adjustment: string; later: string }

type Shown = { period: string; differingOnly: boolean; filingCopy: boolean; heads: DocumentHeads }

/** The view of two documents for a period; with `differingOnly`, of the lines that differ. */
export function documentSchedule(
  earlier: DocumentSide,
  later: DocumentSide,
  { period, differingOnly, filingCopy, heads }: Shown,
): DocumentSheet {
  const found = comparedDocuments(earlier, later, period)
  // What could be filed shows the lines that a filing copy of either document would.
  const all = filingCopy ? found.filter(({ line }) => !line || printsInFilingCopy(line)) : found
  const rows = differingOnly ? differingRows(all) : all
  const unitLine = later.filing.schedules.find((one) => one.unitLine !== undefined)?.unitLine
  const schedule: Schedule = {
    id: DOCUMENTS,
    title: heads.title,
    kind: 'custom',
    caption: heads.caption,
    columns: (['earlier', 'adjustment', 'later'] as const).map((id): Column => ({
      id,
      label: heads[id],
      kind: 'computed',
      all: true,
    })),
    lines: rows.map(viewLine),
    cells: [],
    ...(unitLine !== undefined && { unitLine }),
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  const values = ({ line, column }: CellRef): Value => {
    const row = byId.get(line)
    return row && (column === 'earlier' || column === 'adjustment' || column === 'later') ? row[column] : null
  }
  return { rows, filing: { ...later.filing, schedules: [schedule] }, values }
}
