/**
 * Which lines and columns an act is about: those that the selection covers, else the one in focus. Reads the selection only.
 */
import type { Block, Sight } from '../selection/range.ts'
import { selectedBlocks, shownSight } from '../selection/selection.ts'
import type { Session } from '../session.ts'

/** `areColumns`: whole columns are selected, so that an act on what is selected is about them. */
export type Chosen = { lines: string[]; columns: string[]; areColumns: boolean }

/** The lines and columns that blocks cover, each once and in the order of the schedule. */
export function covered(blocks: readonly Block[], { lines, columns }: Sight): Chosen {
  const isWhole = blocks.every(({ top, bottom }) => top === 0 && bottom === lines.length - 1)
  const isAcross = blocks.every(({ left, right }) => left === 0 && right === columns.length - 1)
  return {
    lines: lines.filter((_, at) => blocks.some(({ top, bottom }) => at >= top && at <= bottom)),
    columns: columns.filter((_, at) => blocks.some(({ left, right }) => at >= left && at <= right)),
    // All of a schedule is a choice of its lines, and so is the one line that a schedule has.
    areColumns: blocks.length > 0 && isWhole && !isAcross && lines.length > 1,
  }
}

/** What is chosen in the schedule shown; nothing where no cell is in focus. */
export function chosen(session: Session): Chosen {
  const shown = shownSight(session)
  return shown ? covered(selectedBlocks(session), shown.sight) : { lines: [], columns: [], areColumns: false }
}
