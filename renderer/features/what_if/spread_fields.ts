/**
 * What is filled in at spreading: the total, its new amount, how it is shared out, and the line that takes it alone.
 */
import type { CellField } from '../../../shared/analysis/read_cell.ts'
import type { SpreadWay } from '../../../shared/analysis/spread.ts'
import { cellLabel } from '../../../shared/analysis/cell_names.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { NO_CELL, toolFields } from '../../contrib/tool_fields.ts'
import { cancelEdit } from '../../session/edit/editing.ts'
import { cellAtHand } from '../../session/edit/resetting.ts'
import { shownEngine, shownFiling } from '../../session/reading/figures.ts'
import type { Session } from '../../session/session.ts'

export type SpreadFields = { total: CellField; amount: string; way: SpreadWay; line: string }

export const spreadFields = toolFields<SpreadFields>(() => ({
  total: NO_CELL,
  amount: '',
  way: 'in_proportion',
  line: '',
}))

/** The amount that a total has, as it would be typed. */
export function amountOf(session: Session, ref: CellRef): string {
  const value = shownEngine(session)?.value(ref) ?? null
  return isAmount(value) ? plain(value) : ''
}

/** The total under edit or in focus is to be spread; what is typed at it goes on as its new amount. */
export function spreadAtHand(session: Session): void {
  const [at, filing] = [cellAtHand(session), shownFiling(session)]
  if (!at || !filing) return
  if (session.getState().editing) session.atOnce(() => cancelEdit(session))
  const total = { text: cellLabel(filing, at.ref), ref: at.ref }
  spreadFields.set(session, { total, amount: at.text || amountOf(session, at.ref) })
}
