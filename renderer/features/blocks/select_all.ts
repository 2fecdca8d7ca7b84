/**
 * Select all: the text where text is typed, else every cell of the schedule shown.
 */

import { firstOf } from './range_keys.ts'
import { selectWhole, shownSight } from '../../session/selection/selection.ts'
import type { Session } from '../../session/session.ts'

/** Selects the text of the field that has the focus; false where none has. */
export function selectTyped(): boolean {
  const field = document.activeElement
  if (!field?.matches('textarea, input:not([type="radio"], [type="checkbox"])')) return false
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select()
  return true
}

/** Selects every cell of the schedule shown, the focus coming to the grid. */
export function selectEverything(session: Session): void {
  const { focus } = session.getState()
  const line = shownSight(session)?.sight.lines[0]
  const active = focus ?? (line === undefined ? undefined : firstOf(session, { line }))
  if (!active) return
  session.setState({ focus: active, goal: active })
  selectWhole(session, 'all')
}
