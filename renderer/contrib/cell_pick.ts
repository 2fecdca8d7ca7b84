/**
 * Pointing at a figure of the schedule while a field that takes one has the focus: the press fills the field, and the focus, the selection
 * and the figure in focus stay as they were. The name of another schedule turns to it.
 */
import { findCell } from '../../shared/model/lookup.ts'
import { hasCell } from '../../shared/calc/layout.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { scheduleNamed } from '../session/edit/elsewhere.ts'
import { go } from '../session/place/going.ts'
import { shownFiling } from '../session/reading/figures.ts'
import type { Session } from '../session/session.ts'
import { isAsked } from '../session/state.ts'
import { settleTexts } from '../session/typed_texts.ts'
import { shownGrid } from './grid_handle.ts'

const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const

/** The figure of the schedule shown under the pointer. */
function figureAt(session: Session, target: EventTarget | null): CellRef | undefined {
  const { place } = session.getState()
  const { line, column } = shownGrid(session)?.spotAt(target) ?? {}
  if (!place || line === undefined || column === undefined) return undefined
  const ref = { schedule: place.schedule, line, column }
  const found = findCell(shownFiling(session), ref)
  return found && hasCell(found.line, found.column) ? ref : undefined
}

/** The schedule of the filing shown whose name is under the pointer. */
function scheduleAt(session: Session, target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('[data-goes-to]') : null
  const to = link?.getAttribute('data-goes-to')
  return to ? scheduleNamed(session, to) : undefined
}

/** Takes presses before the grid does, until the signal, while the field has the focus. */
export function pickWithMouse(
  session: Session,
  field: HTMLElement,
  pick: (ref: CellRef) => void,
  signal: AbortSignal,
): void {
  /** What follows a press that was taken belongs to it. */
  let isTaken = false
  let turnsTo: string | undefined
  const pressed = (event: MouseEvent): void => {
    if (event.type === 'pointerdown') {
      isTaken = false
      const state = session.getState()
      const isMeant = event.button === 0 && document.activeElement === field && !isAsked(state)
      const ref = isMeant ? figureAt(session, event.target) : undefined
      turnsTo = isMeant && !ref ? scheduleAt(session, event.target) : undefined
      // What is still typed in a cell is entered first; refused, it stays in its place, and the press is the grid's.
      isTaken = (ref !== undefined || turnsTo !== undefined) && !(state.editing && settleTexts(session) === 'kept')
      if (isTaken && ref) pick(ref)
    }
    // Enter in a form clicks its button, which is no press of the mouse.
    const isPress = event.type.startsWith('pointer') || event.detail > 0
    if (!isTaken || !isPress) return
    // A pointer's press that is prevented brings no mouse events; the press of the mouse would move the focus.
    if (event.type !== 'pointerdown') event.preventDefault()
    event.stopImmediatePropagation()
    const { place } = session.getState()
    if (event.type === 'click' && turnsTo !== undefined && place) go(session, { ...place, schedule: turnsTo })
  }
  for (const kind of PRESSES) window.addEventListener(kind, pressed, { capture: true, signal })
}
