/**
 * Keeps the page's measures in step with the zoom and the density: the style sheets read the size from two variables of the page.
 */
import { rowHeight, scaleNow } from '../../session/view/comfort.ts'
import type { Session } from '../../session/session.ts'

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
