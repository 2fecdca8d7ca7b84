/**
 * Which cell is explained: the one in focus, or the one behind the focused cell of the comparison, in its own scenario.
 */
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { cellBehind, comparison, isCompare } from './compared.ts'
import { shownEngine, shownFiling } from './figures.ts'
import { go } from '../place/going.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { focusedCell } from '../state.ts'
import type { Session } from '../session.ts'

export type Explained = { filing: Filing; engine: Engine; scenario: string | null; ref: CellRef }

/** The cell to be explained; undefined where the focus is on none. */
export function explainedCell(session: Session): Explained | undefined {
  const { place, focus } = session.getState()
  const filing = shownFiling(session)
  if (!filing || !place) return undefined
  if (isCompare(place)) {
    const shown = comparison(session)
    const behind = shown && focus ? cellBehind(shown, focus.line, focus.column) : undefined
    if (!behind) return undefined
    return { filing, engine: session.workbook().sheets.engine(filing.id, behind.scenario), ...behind }
  }
  const ref = focusedCell(session.getState())
  const engine = shownEngine(session)
  return ref && engine ? { filing, engine, scenario: place.scenario, ref } : undefined
}

/** Shows a cell of the filing in the scenario in which it is explained. */
export function goToExplained(
  session: Session,
  { filing, scenario }: Pick<Explained, 'filing' | 'scenario'>,
  ref: CellRef,
): void {
  go(session, { filing: filing.id, schedule: ref.schedule, scenario }, { cell: { line: ref.line, column: ref.column } })
}
