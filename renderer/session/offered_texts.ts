/**
 * The text in a cell and the name of a line or column as texts that may be typed and not entered: known once for the whole page.
 */
import { commitName } from './structure/name_acts.ts'
import { naming } from './structure/naming.ts'
import { editableText } from './reading/figures.ts'
import { settleEdit } from './selection/many_acts.ts'
import { offerText } from './typed_texts.ts'
import type { Session } from './session.ts'

/** Makes both known; called once. */
export function offerCellAndName(session: Session): void {
  offerText(session, {
    isTyped() {
      const { editing, place } = session.getState()
      return (
        editing !== null &&
        place !== null &&
        editing.text !== editableText(session, place.filing, place.scenario, editing.ref)
      )
    },
    settle: () => (settleEdit(session) ? 'done' : 'kept'),
  })
  offerText(session, {
    isTyped() {
      const { now } = naming(session).getState()
      return now !== null && now.text.trim() !== now.before.trim()
    },
    settle: () => commitName(session, { leaves: false }),
  })
}
