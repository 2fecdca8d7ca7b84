/**
 * The text in a cell and the name of a line or column as texts that may be typed and not entered: known once for the whole page.
 */
import { settleEdit } from '../find/find.ts'
import { commitName } from '../structure/name_acts.ts'
import { naming } from '../structure/naming.ts'
import { editableText } from './figures.ts'
import { session } from './session.ts'
import { offerText } from './typed_texts.ts'

/** Makes both known; called once. */
export function offerCellAndName(): void {
  offerText({
    isTyped() {
      const { editing, place } = session.getState()
      return (
        editing !== null && place !== null && editing.text !== editableText(place.filing, place.scenario, editing.ref)
      )
    },
    settle: () => (settleEdit() ? 'done' : 'kept'),
  })
  offerText({
    isTyped() {
      const { now } = naming.getState()
      return now !== null && now.text.trim() !== now.before.trim()
    },
    settle: () => commitName({ leaves: false }),
  })
}
