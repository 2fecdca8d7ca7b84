/**
 * Writing a formula while another schedule is shown: the text goes on in the formula bar, and when it ends the screen
 * goes back to its cell. Moves the screen; what is written is the field's.
 */
import type { CellRef } from '../../../shared/model/filing.ts'
import { go } from '../place/going.ts'
import { shownFiling } from '../reading/figures.ts'
import type { Session } from '../session.ts'

/** True while the text under edit belongs to a cell of another schedule than the one shown. */
export function isElsewhere(session: Session): boolean {
  const { editing, place } = session.getState()
  return editing?.where === 'formula_bar' && editing.ref.schedule !== place?.schedule
}

/** The schedule that `filing/schedule` names, where it is of the filing shown. */
export function scheduleNamed(session: Session, to: string): string | undefined {
  const [filing, id] = to.split('/')
  const shown = shownFiling(session)
  return shown?.id === filing ? shown?.schedules.find((one) => one.id === id)?.id : undefined
}

/** Shows another schedule of the filing, the formula staying under edit in the bar; true where it does. */
export function pointElsewhere(session: Session, to: string): boolean {
  const { editing, place } = session.getState()
  const schedule = scheduleNamed(session, to)
  if (!editing || !place || schedule === undefined || schedule === place.schedule) return false
  session.atOnce(() => {
    // Neither entered nor left: the text goes on, its editor in the cell does not.
    session.setState({ editing: null })
    go(session, { ...place, schedule })
    session.setState({ editing: { ...editing, where: 'formula_bar' } })
  })
  return true
}

/** Goes back to the schedule of a cell whose text was written while another was shown. */
export function comeBack(session: Session, cell: CellRef): void {
  const { place } = session.getState()
  const { schedule, line, column } = cell
  if (place && place.schedule !== schedule) go(session, { ...place, schedule }, { cell: { line, column } })
}
