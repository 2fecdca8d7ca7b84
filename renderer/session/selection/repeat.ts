/**
 * Repeating the last edit at the cells now selected: what was typed, or the act that was done.
 */

import { warn } from '../messages.ts'
import { fill, fillSelection } from './fill.ts'
import { turnSelected, typeInSelected } from './many_acts.ts'
import type { Session } from '../session.ts'
import { NOTHING_TO_REPEAT } from './wording.ts'

/** Does the last edit again where the selection now is. */
export function repeatEdit(session: Session): void {
  const { repeat, editing } = session.getState()
  if (editing) return
  if (!repeat) return warn(session, NOTHING_TO_REPEAT)
  switch (repeat.act) {
    case 'typed':
      return typeInSelected(session, repeat.text)
    case 'fill_down':
    case 'fill_right':
      return fill(session, repeat.act === 'fill_down' ? 'down' : 'right')
    case 'fill_selection':
      return fillSelection(session)
    case 'flip_sign':
    case 'step_up':
    case 'step_down':
      return turnSelected(session, repeat.act)
  }
}
