/**
 * Shows the cell that was last in focus once more when the sheet of a workbook that was opened stands as it will.
 */
import type { Session } from '../session/session.ts'
import { sendFocus } from '../session/place/focus.ts'

/** How long a sheet takes to stand after its font is there, in milliseconds. */
const SETTLED = 120

/**
 * Brings the cell that was found again into sight once more when the sheet stands as it will: the product's own font and the room
 * for the figures come after the first drawing. Not where the person went on meanwhile.
 */
export async function showCellFound(session: Session): Promise<void> {
  const { focus } = session.getState()
  await document.fonts.ready
  await new Promise((resolve) => setTimeout(resolve, SETTLED))
  const here = document.activeElement
  const isThere = here === document.body || here?.closest('[data-schedule] [row-id] [col-id]') instanceof HTMLElement
  if (focus && isThere && session.getState().focus === focus && !session.getState().editing) {
    sendFocus(session, focus)
  }
}
