/**
 * Opens the workbook when the page loads and connects the page's own events: address, keyboard, closing.
 */

import { perform } from '../contrib/lookup.ts'
import { answers } from '../session/queue_answers.ts'
import { offerCellAndName } from '../session/offered_texts.ts'
import { followCell } from '../session/place/remembering.ts'
import { showCellFound } from './found_cell.ts'
import { leaveToInputMethods } from './input_method.ts'
import { open } from '../session/opening.ts'
import { showAddress, showHash } from '../session/place/going.ts'
import { readAddress } from '../session/place/place.ts'
import { pressed } from './keyboard.ts'
import { isTyping } from '../ui/typing.ts'
import { followWork, say } from '../session/messages.ts'
import { isAnyTyped, settleTexts } from '../session/typed_texts.ts'
import { closeDialog } from '../session/asking.ts'
import type { Question } from '../session/state.ts'
import { isHeldByWork, whyNoWork } from '../session/view/long_work.ts'
import { followPanels } from '../session/view/view.ts'
import { followRoom } from './window_room.ts'
import type { Contribution } from '../contrib/contribution.ts'
import type { Session } from '../session/session.ts'
import { STAYS_OPEN } from './wording.ts'

/** Questions that are about no cell, line or filing of the place shown. */
const ANYWHERE: ReadonlySet<Question['kind']> = new Set(['welcome', 'displaced'])

/** Reads the workbook and listens; called once. */
export async function start(session: Session, features: readonly Contribution[]): Promise<void> {
  const { client } = session
  // The window's room first: what is remembered of panels depends on it.
  followRoom(session)
  for (const feature of features) feature.start?.(session)
  followPanels(session)
  followWork(session)
  const rememberCell = followCell(session)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') rememberCell()
  })
  offerCellAndName(session)
  leaveToInputMethods(session)
  document.addEventListener('keydown', (event) => pressed(session, event))
  window.addEventListener('hashchange', () => {
    const { phase, dialog, question } = session.getState()
    if (phase !== 'open') return
    const wanted = readAddress(location.hash)
    // What is typed is entered before it goes out of sight; what is refused keeps the person where it is.
    const holds = dialog?.ofPlace || (question && !ANYWHERE.has(question.kind))
    if (holds || settleTexts(session) === 'kept') return returnTo(session)
    if (question?.kind === 'welcome') closeDialog(session)
    showAddress(session, wanted)
  })
  window.addEventListener('beforeunload', (event) => {
    if (session.getState().phase !== 'open') return
    if (isAnyTyped(session) || !session.workbook().queue.isIdle() || whyNoWork(session)) event.preventDefault()
  })
  client.on('action', ({ id }) => {
    // A native menu knows no text fields: undo and redo of what is being typed are the field's own.
    if ((id === 'undo' || id === 'redo') && isTyping(document.activeElement)) document.execCommand(id)
    else perform(session, id)
  })
  client.on('workbook_changed', () => void open(session, answers))
  client.on('close_requested', () => {
    if (session.getState().phase !== 'open') return void client.ready_to_close({})
    // What is typed is entered first; where it is refused or asks, the person is needed before anything closes.
    if (settleTexts(session, { forms: true }) === 'kept') {
      say(session, STAYS_OPEN, {
        tone: 'warned',
      })
      return void client.ready_to_close({ holds: true })
    }
    // A file that is being written would be half done.
    if (isHeldByWork(session)) return void client.ready_to_close({ holds: true })
    void session
      .workbook()
      .queue.idle()
      .then(() => client.ready_to_close({}))
  })
  await open(session, answers)
  void showCellFound(session)
}

/** Puts the address of the place shown back, where an address was not followed. */
function returnTo(session: Session): void {
  const { place } = session.getState()
  if (place) showHash(session, place)
}
