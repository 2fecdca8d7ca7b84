/**
 * The remembered view: theme, folding, panels; and what gives way in a small window. View state only: none of it is in the change log.
 */
import { foldKey } from '../reading/rows.ts'
import { remember } from '../place/remembering.ts'
import { showHash } from '../place/going.ts'
import type { SessionState, Room } from '../state.ts'
import { closeDialog } from '../asking.ts'
import type { Session } from '../session.ts'

export function toggleFold(session: Session, line: string, fold?: boolean): void {
  const { place, view } = session.getState()
  if (!place) return
  const key = foldKey(place.filing, place.schedule, line)
  const folded = view.folded ?? []
  const isFolded = folded.includes(key)
  if (fold === isFolded) return
  remember(session, { folded: isFolded ? folded.filter((one) => one !== key) : [...folded, key] })
}

export function togglePanel(session: Session, panel: string): void {
  session.setState((state) =>
    state.panelOpen && state.panel === panel ? { panelOpen: false } : { panel, panelOpen: true, navigationOpen: false },
  )
}

export function showPanel(session: Session, panel: string): void {
  session.setState({ panel, panelOpen: true, navigationOpen: false })
}

/** Remembers which panel is shown, and whether one is, whoever shows it. */
export function followPanels(session: Session): void {
  let { panel, panelOpen } = session.getState()
  session.subscribe((state) => {
    if (state.phase !== 'open' || (state.panel === panel && state.panelOpen === panelOpen)) return
    panel = state.panel
    panelOpen = state.panelOpen
    // Over the sheet a panel comes and goes with what it is looked at for.
    const isOpen = state.room.close ? state.view.panelOpen : panelOpen
    if (state.view.panel === panel && state.view.panelOpen === isOpen) return
    remember(session, { panel, ...(isOpen !== undefined && { panelOpen: isOpen }) })
  })
}

/** Puts the first-run page away for good. */
export function dismissWelcome(session: Session): void {
  closeDialog(session)
  remember(session, { welcomed: true })
  const { place } = session.getState()
  if (place) showHash(session, place)
}

/** Shows the edits that explain the scenario shown, in the panel beside the grid. */
export function showWhatMoved(session: Session): void {
  session.setState({ explained: 'scenario', panel: 'explain', panelOpen: true })
}

/** Chooses which side panel stands there, without opening it. */
export function choosePanel(session: Session, panel: string): void {
  session.setState({ panel })
}

export function chooseExplained(session: Session, explained: SessionState['explained']): void {
  session.setState({ explained })
}

/** Takes the room that the window now leaves. What was folded out of the way in one window is as it was in another. */
export function takeRoom(session: Session, room: Room): void {
  session.setState(({ room: before, view, panelOpen }) => ({
    room,
    unfolded: false,
    navigationOpen: false,
    panelOpen: room.close === before.close ? panelOpen : !room.close && (view.panelOpen ?? false),
  }))
}

/** True while the list of filings is in sight: over a narrow sheet when called, beside a wide one unless folded away. */
export function isOutlineOpen({ room, navigationOpen, view }: SessionState): boolean {
  return room.narrow ? navigationOpen : view.outlineFolded !== true
}

/** Shows the list of filings, or puts it away; beside a wide sheet it stays as it was left. */
export function toggleNavigation(session: Session): void {
  const { room, view } = session.getState()
  if (!room.narrow) return remember(session, { outlineFolded: view.outlineFolded !== true })
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
