/**
 * How the page looks: light or dark, and the size of the sheet; the style sheets read both from the page's root.
 */
import type { View } from '../../../shared/model/view.ts'
import type { Session } from '../../session/session.ts'
import { rowHeight, scaleNow } from '../../session/view/comfort.ts'
import { remember } from '../../session/place/remembering.ts'

type Theme = NonNullable<View['theme']>

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
export function switchTheme(session: Session): void {
  remember(session, { theme: themeInForce(session.getState().view.theme) === 'dark' ? 'light' : 'dark' })
}

function showTheme(session: Session): void {
  document.documentElement.dataset['theme'] = themeInForce(session.getState().view.theme)
}

/** Keeps the document's theme in step with the view and the system. */
export function followTheme(session: Session): void {
  showTheme(session)
  let { theme } = session.getState().view
  session.subscribe(({ view }) => {
    if (view.theme === theme) return
    theme = view.theme
    showTheme(session)
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showTheme(session))
}

function showScale(session: Session): void {
  const { style } = document.documentElement
  style.setProperty('--zoom', String(scaleNow(session)))
  style.setProperty('--row', `${rowHeight(session)}px`)
}

/** Keeps the page's measures in step with the view. */
export function followScale(session: Session): void {
  showScale(session)
  let { view, room } = session.getState()
  session.subscribe((state) => {
    const isSame = state.view.zoom === view.zoom && state.view.density === view.density && state.room === room
    ;({ view, room } = state)
    if (!isSame) showScale(session)
  })
}
