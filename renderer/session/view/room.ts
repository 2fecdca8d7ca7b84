/**
 * What gives way in a small window: the list of filings, the side panel, what stands above the figures. State only.
 */
import type { Session } from '../session.ts'
import type { Room } from '../state.ts'

/** Takes the room that the window now leaves. What was folded out of the way in one window is as it was in another. */
export function takeRoom(session: Session, room: Room): void {
  session.setState(({ room: before, view, panelOpen }) => ({
    room,
    unfolded: false,
    navigationOpen: false,
    panelOpen: room.narrow === before.narrow ? panelOpen : !room.narrow && (view.panelOpen ?? true),
  }))
}

/** Shows the list of filings over a narrow sheet, or puts it away. */
export function toggleNavigation(session: Session): void {
  session.setState(({ navigationOpen }) => ({ navigationOpen: !navigationOpen, panelOpen: false }))
}

/** Shows or hides the panel beside the sheet; over a narrow one it stands alone. */
export function toggleSide(session: Session): void {
  session.setState(({ panelOpen }) => ({ panelOpen: !panelOpen, navigationOpen: false }))
}

/** Puts away what stands over a narrow sheet; the keyboard goes back to the figures where it was there. */
export function closeDrawers(session: Session, { toFigures }: { toFigures: boolean }): void {
  session.setState(({ goal, focus }) => ({
    navigationOpen: false,
    panelOpen: false,
    goal: toFigures ? (goal ?? focus) : goal,
  }))
}

/** Shows in full, in a low window, what stands above the figures; or folds it again. */
export function toggleUnfolded(session: Session): void {
  session.setState(({ unfolded }) => ({ unfolded: !unfolded }))
}
