/**
 * Where the person is, for names of figures that leave open which schedule or column is meant.
 */
import type { Nearby } from '../../shared/analysis/cell_names.ts'
import { shownFiling } from '../session/reading/figures.ts'
import { periodInForce } from '../session/reading/period.ts'
import type { Session } from '../session/session.ts'

export function nearby(session: Session): Nearby {
  const { place, period } = session.getState()
  const filing = shownFiling(session)
  if (!place || !filing) return {}
  return { schedule: place.schedule, column: periodInForce(filing, period[filing.id]) }
}
