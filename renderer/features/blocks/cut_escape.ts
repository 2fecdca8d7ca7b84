/**
 * Escape lets cut cells go, wherever the keyboard is, except where something has an Escape of its own.
 */
import { letCutGo } from '../../session/selection/cutting.ts'
import type { Session } from '../../session/session.ts'
import { isAsked } from '../../session/state.ts'

/** What has an Escape of its own. */
const OWN_KEYS = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"], .toasts'

/** Listens on the page; returns what ends it. */
export function cutEndsByEscape(session: Session): () => void {
  const pressed = (event: KeyboardEvent): void => {
    const state = session.getState()
    const isElsewhere = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null
    if (event.key !== 'Escape' || state.editing || isAsked(state) || isElsewhere || !letCutGo(session)) return
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('keydown', pressed, true)
  return () => document.removeEventListener('keydown', pressed, true)
}
