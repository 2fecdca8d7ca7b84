/**
 * Which filings are large: in those, what need not be there in the frame of a key follows later. Pure.
 */
import type { Filing } from '../../../shared/model/filing.ts'

/** Above this many cells a filing is large. */
const MOST_CELLS = 8_000

/** True for a filing of so many cells that what can wait does. */
export function isLarge(filing: Filing | undefined): boolean {
  const cells = filing?.schedules.reduce((sum, { lines, columns }) => sum + lines.length * columns.length, 0)
  return (cells ?? 0) > MOST_CELLS
}
