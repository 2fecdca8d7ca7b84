/**
 * Which cell is explained: the one in focus, or the one behind the focused cell of the comparison, in its own scenario.
 */
import type { CellRef } from '../../../shared/model/filing.ts'
import { cellBehind, comparison, isCompare } from './compared.ts'
import { shown, type Shown } from './shown.ts'
import { go } from '../place/going.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import { focusedCell, type SessionState } from '../state.ts'
import type { Session } from '../session.ts'

export type Explained = Pick<Shown, 'filing' | 'engine' | 'scenario'> & {
  ref: CellRef
  /** What the cell stands in: another object where anything of it changed. */
  of: Shown
}

/** The cell to be explained; undefined where the focus is on none. */
export function explainedCell(session: Session, state: SessionState = session.getState()): Explained | undefined {
  const { place, focus } = state
  const compared = isCompare(place) ? comparison(session, state) : undefined
  const behind = compared && focus ? cellBehind(compared, focus.line, focus.column) : undefined
  const ref = isCompare(place) ? behind?.ref : focusedCell(state)
  const of = behind ? shown(session, state, behind.scenario) : shown(session, state)
  return ref && of && { filing: of.filing, engine: of.engine, scenario: of.scenario, ref, of }
}

/** True where the same cell is explained, and nothing of what it stands in changed. */
export function isSameExplained(a: Explained | undefined, b: Explained | undefined): boolean {
  return a?.of === b?.of && sameCell(a?.ref, b?.ref)
}

/** Shows a cell of the filing in the scenario in which it is explained. */
export function goToExplained(
  session: Session,
  { filing, scenario }: Pick<Explained, 'filing' | 'scenario'>,
  ref: CellRef,
): void {
  go(session, { filing: filing.id, schedule: ref.schedule, scenario }, { cell: { line: ref.line, column: ref.column } })
}
