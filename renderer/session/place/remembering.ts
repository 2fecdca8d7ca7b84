/**
 * Keeps what is seen, but is no figure, in the workbook: the place, the scenarios shown, widths, folding, panels. None of it is in the
 * change log.
 */
import type { View } from '../../../shared/model/view.ts'
import type { Session } from '../session.ts'

/** Keeps a part of the view in the workbook. Losing it is harmless, so a failure stays silent. */
export function remember(session: Session, view: View): void {
  session.setState((state) => ({ view: { ...state.view, ...view } }))
  void session.client.remember({ view }).catch(() => undefined)
}
