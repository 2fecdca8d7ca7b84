/**
 * Where the mark of a note is shown in its schedule. Pure.
 */
import { hasCell } from '../../../shared/calc/layout.ts'
import type { Schedule } from '../../../shared/model/filing.ts'

type Cell = { line: string; column: string }

/**
 * The cell to show for a mark: of the first line that bears it, in the column asked for where the line has a figure there;
 * else under the first head that bears it. Undefined where nothing does.
 */
export function firstBearer(schedule: Schedule, mark: string, column?: string): Cell | undefined {
  const line = schedule.lines.find(({ notes }) => notes?.includes(mark))
  if (line) {
    const own = schedule.columns.filter((one) => hasCell(line, one))
    const at = own.find(({ id }) => id === column) ?? own[0] ?? schedule.columns[0]
    return at && { line: line.id, column: at.id }
  }
  const headed = schedule.groups?.find(({ notes }) => notes?.includes(mark))?.columns[0]
  const under = schedule.columns.find(({ id }) => id === headed)
  const first = under && schedule.lines.find((one) => hasCell(one, under))
  return first && { line: first.id, column: under.id }
}
