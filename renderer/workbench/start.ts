/**
 * Opens the workbook when the page loads and connects the page's own events: address, keyboard, closing.
 */
import { workbenchClient } from '../workbench_client.ts'
import { perform } from './actions.ts'
import { answers } from './answers.ts'
import { commitEdit } from './editing.ts'
import { open, showAddress, showHash, workbook } from './opened.ts'
import { readAddress } from './place.ts'
import { session } from './session.ts'
import { isTyping, pressed } from './shortcuts.ts'

/** Reads the workbook and listens; called once. */
export async function start(): Promise<void> {
  const client = workbenchClient()
  document.addEventListener('keydown', pressed)
  window.addEventListener('hashchange', () => {
    const { phase, dialog } = session.getState()
    if (phase !== 'open') return
    const wanted = readAddress(location.hash)
    // What is typed is entered before its cell goes out of sight; what is refused keeps the person where it is.
    if (commitEdit() === 'kept') return returnTo()
    if (dialog?.kind === 'welcome') session.setState({ dialog: null })
    showAddress(wanted)
  })
  window.addEventListener('beforeunload', (event) => {
    if (session.getState().phase === 'open' && !workbook().queue.isIdle()) event.preventDefault()
  })
  client.on('action', ({ id }) => {
    // A native menu knows no text fields: undo and redo of what is being typed are the field's own.
    if ((id === 'undo' || id === 'redo') && isTyping(document.activeElement)) document.execCommand(id)
    else perform(id)
  })
  client.on('workbook_changed', () => void open(client, answers))
  client.on('close_requested', () => {
    const idle = session.getState().phase === 'open' ? workbook().queue.idle() : Promise.resolve()
    void idle.then(() => client.ready_to_close({}))
  })
  await open(client, answers)
}

/** Puts the address of the place shown back, where an address was not followed. */
function returnTo(): void {
  const { place } = session.getState()
  if (place) showHash(place)
}

/** Reads the workbook again, as after a failure to open it. */
export async function reopen(): Promise<void> {
  session.setState({ phase: 'opening', failure: null })
  await open(workbenchClient(), answers)
}
