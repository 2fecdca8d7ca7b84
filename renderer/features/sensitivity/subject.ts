/**
 * What a sensitivity analysis is of: the filing shown, its engine, the layer that an edit would enter, the period in focus. Names its cells.
 */
import { takesInput } from '../../../shared/calc/layout.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../../../shared/model/lookup.ts'
import { layerShown } from '../../session/edit/enacting.ts'
import { shownEngine, shownFiling } from '../../session/reading/figures.ts'
import { periodInForce } from '../../session/reading/period.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { focusedCell } from '../../session/state.ts'
import type { Session } from '../../session/session.ts'

export type Subject = {
  filing: Filing
  engine: Engine
  layer: Layer
  period: string
  /** The name of the focused cell where it takes an input; else empty. */
  cell: string
}

/** The subject of the place shown; undefined where no filing with a period is shown. */
export function shownSubject(session: Session): Subject | undefined {
  const filing = shownFiling(session)
  const engine = shownEngine(session)
  const { place, period: periods } = session.getState()
  const period = filing && periodInForce(filing, periods[filing.id])
  if (!filing || !engine || !place || period === undefined) return undefined
  const focus = focusedCell(session.getState())
  const found = focus && findCell(filing, focus)
  const cell = focus && found && takesInput(found.line, found.column) ? cellName(focus) : ''
  return { filing, engine, layer: layerShown(filing, place.scenario), period, cell }
}

/** A cell's name over its figures, in two parts: its line, and its period or component. */
export function axisHead(filing: Filing, ref: CellRef): { line: string; column: string } {
  const found = findCell(filing, ref)
  return found ? { line: lineName(found), column: columnName(found.schedule, found.column) } : ref
}
