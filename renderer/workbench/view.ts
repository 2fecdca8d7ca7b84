/**
 * The remembered view: theme, folding, panels. View state only: none of it is in the change log.
 */
import { foldKey } from './rows.ts'
import { remember, showHash } from './opened.ts'
import { session, type PanelId } from './session.ts'

type Theme = 'light' | 'dark' | 'system'

/** Folds or unfolds the details of a line of the schedule shown. */
export function toggleFold(line: string, fold?: boolean): void {
  const { place, view } = session.getState()
  if (!place) return
  const key = foldKey(place.filing, place.schedule, line)
  const folded = view.folded ?? []
  const isFolded = folded.includes(key)
  if (fold === isFolded) return
  remember({ folded: isFolded ? folded.filter((one) => one !== key) : [...folded, key] })
}

/** True where the system asks for dark. */
function systemIsDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

/** The theme in force. */
function themeInForce(theme: Theme | undefined): 'light' | 'dark' {
  if (theme === 'light' || theme === 'dark') return theme
  return systemIsDark() ? 'dark' : 'light'
}

/** Switches between light and dark. */
export function switchTheme(): void {
  remember({ theme: themeInForce(session.getState().view.theme) === 'dark' ? 'light' : 'dark' })
}

function showTheme(): void {
  document.documentElement.dataset['theme'] = themeInForce(session.getState().view.theme)
}

/** Keeps the document's theme in step with the view and the system. */
export function followTheme(): void {
  showTheme()
  let { theme } = session.getState().view
  session.subscribe(({ view }) => {
    if (view.theme === theme) return
    theme = view.theme
    showTheme()
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme)
}

/** Shows a side panel, or hides it where it is already shown. */
export function togglePanel(panel: PanelId): void {
  session.setState((state) =>
    state.panelOpen && state.panel === panel ? { panelOpen: false } : { panel, panelOpen: true, navigationOpen: false },
  )
}

/** Shows a side panel. */
export function showPanel(panel: PanelId): void {
  session.setState({ panel, panelOpen: true, navigationOpen: false })
}

/** Remembers which panel is shown, and whether one is, whoever shows it. */
export function followPanels(): void {
  let { panel, panelOpen } = session.getState()
  session.subscribe((state) => {
    if (state.phase !== 'open' || (state.panel === panel && state.panelOpen === panelOpen)) return
    panel = state.panel
    panelOpen = state.panelOpen
    // Over a narrow sheet a panel comes and goes with what it is looked at for.
    const isOpen = state.room.narrow ? state.view.panelOpen : panelOpen
    if (state.view.panel === panel && state.view.panelOpen === isOpen) return
    remember({ panel, ...(isOpen !== undefined && { panelOpen: isOpen }) })
  })
}

/** Puts the first-run page away for good. */
export function dismissWelcome(): void {
  session.setState({ dialog: null })
  remember({ welcomed: true })
  const { place } = session.getState()
  if (place) showHash(place)
}
