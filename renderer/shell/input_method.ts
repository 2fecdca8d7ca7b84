/**
 * Keys that belong to an input method: those it composes Chinese, Japanese or Korean text with, dead keys and the letters
 * after them. No part of the page sees them, so that none takes them for its own; the text that they make reaches the field in focus.
 */
import { keyboardPlatform, actionForKey } from '../../shared/actions/shortcuts.ts'
import type { Session } from '../session/session.ts'

/** The code that browsers give a key which an input method has taken, whatever else they say of it. */
const TAKEN = 229

function isHeld({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey
}

/** Leaves keys of input methods to them, from now on and everywhere on the page. */
export function leaveToInputMethods(session: Session): void {
  /** A letter may still be due after a dead key: the two make one character. */
  let isDue = false

  /** True where the key is an input method's; asked once for each key pressed. */
  function isOfInputMethod(event: KeyboardEvent): boolean {
    const { key, isComposing } = event
    const wasDue = isDue
    if (key !== 'Shift') isDue = false
    if (isComposing) return true
    // No other property tells a key of an input method in every browser.
    // oxlint-disable-next-line typescript/no-deprecated
    const isTaken = event.keyCode === TAKEN || key === 'Process' || key === 'Dead'
    // With Alt held, letters of a shortcut are dead keys on some keyboards.
    if (isTaken && isHeld(event) && actionForKey(event, keyboardPlatform(navigator.platform), session.getState().shell))
      return false
    if (key === 'Dead') isDue = true
    return isTaken || (wasDue && !isHeld(event) && /^.$/su.test(key))
  }

  const pressed = (event: KeyboardEvent): void => {
    if (isOfInputMethod(event)) event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', pressed, true)
}
