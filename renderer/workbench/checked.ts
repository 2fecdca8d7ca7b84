/**
 * The tie-outs of the filing shown, computed once for each state of its figures however many parts of the screen ask.
 */
import type { Filing } from '../../shared/model/filing.ts'
import { tieOuts, type Engine, type TieOut } from './rules.ts'
import { session } from './session.ts'

let last: { filing: Filing; engine: Engine; revision: number; found: TieOut[] } | undefined

/** All tie-outs of a filing as its figures now stand. */
export function checkedTieOuts(filing: Filing, engine: Engine): TieOut[] {
  const { revision } = session.getState()
  if (last?.filing === filing && last.engine === engine && last.revision === revision) return last.found
  last = { filing, engine, revision, found: tieOuts(filing, engine) }
  return last.found
}

/** Above this many cells a preview keeps the tie-outs as they stand, so that a keystroke stays a keystroke. */
const MOST_CELLS = 8_000

/** The tie-outs while inputs are supposed: computed afresh where that is quick. */
export function supposedTieOuts(filing: Filing, engine: Engine): TieOut[] {
  const cells = filing.schedules.reduce((sum, { lines, columns }) => sum + lines.length * columns.length, 0)
  return cells > MOST_CELLS ? checkedTieOuts(filing, engine) : tieOuts(filing, engine)
}
