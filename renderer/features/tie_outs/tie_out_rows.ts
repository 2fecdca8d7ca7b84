/**
 * Tie-outs as rows of a table, those that need work first. Reads; what a row does is the table's.
 */
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { storedAt } from '../../../shared/calc/layout.ts'
import type { TieOut, TieOutStatus } from '../../../shared/checks/tie_out.ts'
import type { TieOutCounts } from '../../../shared/checks/tie_out_book.ts'
import { textBeside } from '../../../shared/checks/footing.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { cellTitle, columnName, factOf, findCell, lineName, scheduleName } from '../../../shared/model/lookup.ts'

/** The verdicts by the work that they ask for. */
export const ORDER: readonly TieOutStatus[] = [
  'fail',
  'flagged',
  'changed_by_scenario',
  'not_testable',
  'within_rounding',
  'pass',
]

/** Which tie-outs are listed. */
export type Shown = TieOutStatus | 'all'

export type TieOutRow = {
  line: string
  schedule: string
  column: string
  /** The figure that the document prints for the cell; blank where it prints none. */
  source: string
  now: string
  difference: string
  /** What was held against what, without the name of the cell. */
  check: string
}

/** How many there are of some verdicts. */
export function countOf(counts: TieOutCounts, statuses: readonly TieOutStatus[]): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** A tie-out with its figures as they are now; undefined where its cell is gone. */
export function rowOf(filing: Filing, engine: Engine, tieOut: TieOut): TieOutRow | undefined {
  const found = findCell(filing, tieOut)
  if (!found) return undefined
  const { schedule, line, column } = found
  const printed = factOf(schedule, line.id, column.id)?.perSource
  const source = printed === undefined ? undefined : storedAt({ line, column }, printed)
  return {
    line: lineName(found),
    schedule: scheduleName(schedule),
    column: columnName(schedule, column),
    source: source ? textBeside(found, source, [source.decimalPlaces()]) : '',
    now: cellText(engine.value(tieOut), line, column),
    difference: tieOut.differenceText,
    check: unnamed(tieOut.text, `${cellTitle(found)}: `),
  }
}

/** A sentence without the name that it begins with, as one of its own. */
function unnamed(text: string, name: string): string {
  if (!text.startsWith(name)) return text
  const rest = text.slice(name.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
