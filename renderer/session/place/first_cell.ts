/**
 * The cell that takes the focus where a schedule is opened at no cell in particular: its first entry, in the column of the period that the
 * headlines show or in the one that stands for it. Reads only.
 */
import { periodColumn } from '../../../shared/analysis/headlines.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import type { Schedule } from '../../../shared/model/filing.ts'
import { periodInForce } from '../reading/period.ts'
import type { Session } from '../session.ts'
import { shownFiling } from '../reading/figures.ts'

/** The cell, or null where the schedule takes no entry. */
export function firstCell(
  session: Session,
  { lines, columns }: Pick<Schedule, 'lines' | 'columns'>,
): { line: string; column: string } | null {
  const { place, period } = session.getState()
  const filing = shownFiling(session)
  const schedule = filing?.schedules.find(({ id }) => id === place?.schedule)
  const wanted = filing && periodInForce(filing, period[filing.id])
  const own = filing && schedule && wanted !== undefined ? periodColumn(filing, schedule, wanted) : undefined
  const inOrder = columns.toSorted((a, b) => Number(b.id === own?.id) - Number(a.id === own?.id))
  for (const line of lines) {
    const column = inOrder.find((one) => takesInput(line, one))
    if (column) return { line: line.id, column: column.id }
  }
  return null
}
