/**
 * Repeating the last edit at the cells now selected: what was typed, or the act that was done.
 */
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { fill, fillSelection } from './fill.ts'
import { turnSelected, typeInSelected } from './many_acts.ts'

/** Does the last edit again where the selection now is. */
export function repeatEdit(): void {
  const { repeat, editing } = session.getState()
  if (editing) return
  if (!repeat) return say('No edit was made yet that could be repeated.', { tone: 'warned' })
  switch (repeat.act) {
    case 'typed':
      return typeInSelected(repeat.text)
    case 'fill_down':
    case 'fill_right':
      return fill(repeat.act === 'fill_down' ? 'down' : 'right')
    case 'fill_selection':
      return fillSelection()
    case 'flip_sign':
    case 'step_up':
    case 'step_down':
      return turnSelected(repeat.act)
  }
}
