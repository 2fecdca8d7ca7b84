/**
 * Light or dark: what is in force, switching it, and the page in step with it.
 */
import type { View } from '../../../shared/model/view.ts'
import type { Session } from '../../session/session.ts'
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
