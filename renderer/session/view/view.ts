/**
 * The remembered view: theme, folding, panels. View state only: none of it is in the change log.
 */
import { foldKey } from '../reading/rows.ts'
import { remember } from '../place/remembering.ts'
import { showHash } from '../place/going.ts'
import type { Session } from '../session.ts'
import type { SessionState } from '../state.ts'
import { closeDialog } from '../asking.ts'

/** Folds or unfolds the details of a line of the schedule shown. */
export function toggleFold(session: Session, line: string, fold?: boolean): void {
  const { place, view } = session.getState()
  if (!place) return
  const key = foldKey(place.filing, place.schedule, line)
  const folded = view.folded ?? []
  const isFolded = folded.includes(key)
  if (fold === isFolded) return
  remember(session, { folded: isFolded ? folded.filter((one) => one !== key) : [...folded, key] })
}

/** Shows a side panel, or hides it where it is already shown. */
export function togglePanel(session: Session, panel: string): void {
  session.setState((state) =>
    state.panelOpen && state.panel === panel ? { panelOpen: false } : { panel, panelOpen: true, navigationOpen: false },
  )
}

/** Shows a side panel. */
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
    // Over a narrow sheet a panel comes and goes with what it is looked at for.
    const isOpen = state.room.narrow ? state.view.panelOpen : panelOpen
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

/** Chooses what the panel Explain explains. */
export function chooseExplained(session: Session, explained: SessionState['explained']): void {
  session.setState({ explained })
}
