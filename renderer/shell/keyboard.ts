/**
 * The keyboard outside the grid's own keys: shortcuts of the shared list, F6 from region to region.
 */
import { actionForKey, keyboardPlatform } from '../../shared/actions/shortcuts.ts'
import { perform } from '../contrib/lookup.ts'
import { isTyping, OF_TYPED_TEXT } from '../ui/typing.ts'
import { cancelEdit } from '../session/edit/editing.ts'
import type { Session } from '../session/session.ts'
import { isAsked } from '../session/state.ts'
import { sendFocus } from '../session/place/focus.ts'

function regions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')]
}

/** The element of a region that takes the focus: the grid's focused cell, a chosen tab, or the first control. */
function entryOf(session: Session, region: HTMLElement): HTMLElement | null {
  const { focus } = session.getState()
  const cell = focus && region.querySelector<HTMLElement>(`[row-id="${focus.line}"] [col-id="${focus.column}"]`)
  return (
    cell ??
    region.querySelector<HTMLElement>('[aria-current="page"], [role="tab"][aria-selected="true"]') ??
    region.querySelector<HTMLElement>('button:not([disabled]), input, a[href], [tabindex="0"]')
  )
}

function nextRegion(session: Session, backwards: boolean): void {
  const all = regions()
  const here = all.findIndex((region) => region.contains(document.activeElement))
  for (let count = 1; count <= all.length; count += 1) {
    const at = (here + (backwards ? -count : count) + all.length * 2) % all.length
    const entry = all[at] && entryOf(session, all[at])
    // What gives way to the figures in a small window is passed over.
    if (!entry?.checkVisibility()) continue
    if (entry.matches('[row-id] [col-id]') && session.getState().focus) {
      sendFocus(session, session.getState().focus)
    } else entry.focus()
    return
  }
}

/** Actions of cells, which do nothing while text is typed. */
const OF_CELLS: ReadonlySet<string> = new Set([
  'copy_exact',
  'copy_formulas',
  'fill_down',
  'fill_right',
  'fill_selection',
  'repeat_edit',
  'step_up',
  'step_down',
  'flip_sign',
  'move_line_up',
  'move_line_down',
])

/**
 * Gives a key that no part of the page has, as between a dialog's end and the grid, to the cell that is chosen: a fast hand
 * types on, and half an amount would be worse than none.
 */
function passToCell(session: Session, event: KeyboardEvent): void {
  const state = session.getState()
  const { editing, focus } = state
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.target !== document.body || isAsked(state) || editing || !focus || !isPlain) return
  sendFocus(session, focus)
  const cell = document.activeElement
  if (!(cell instanceof HTMLElement) || cell === document.body) return
  event.preventDefault()
  const { key, code, shiftKey } = event
  cell.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))
}

/** The page's key handler. */
export function pressed(session: Session, event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  const state = session.getState()
  const { editing, shell } = state
  if (event.key === 'Escape' && editing && !isAsked(state)) {
    // The focus may not be back in the cell yet, as when two dialogs' worth of Escape is pressed at once.
    event.preventDefault()
    return cancelEdit(session)
  }
  if (event.key === 'F6' && !isAsked(state)) {
    event.preventDefault()
    return nextRegion(session, event.shiftKey)
  }
  const action = actionForKey(event, keyboardPlatform(navigator.platform), shell)
  if (!action) return passToCell(session, event)
  const typing = isTyping(event.target)
  if (typing && OF_TYPED_TEXT.has(action.id)) return
  // Taken from the browser even where it does nothing: while text is typed, Ctrl+R must not load the page anew.
  event.preventDefault()
  if (!typing || !OF_CELLS.has(action.id)) perform(session, action.id)
}
