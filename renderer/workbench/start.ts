/**
 * Opens the workbook when the page loads and connects the page's own events: address, keyboard, closing.
 */
import { workbenchClient } from '../workbench_client.ts'
import { perform } from './actions.ts'
import { answers } from './answers.ts'
import { offerCellAndName } from './cell_text.ts'
import { showCellFound } from './last_cell.ts'
import { leaveToInputMethods } from './input_method.ts'
import { open, showAddress, showHash, workbook } from './opened.ts'
import { readAddress } from './place.ts'
import { session, type Dialog } from './session.ts'
import { isTyping, pressed } from './shortcuts.ts'
import { say } from './toasts.ts'
import { isAnyTyped, settleTexts } from './typed_texts.ts'

/** Dialogs about cells, lines or filings of the place shown: they are answered or closed before it is left. */
const OF_PLACE: ReadonlySet<Dialog['kind']> = new Set<Dialog['kind']>([
  'confirm',
  'complete',
  'many',
  'spread',
  'reclassify',
  'line_details',
  'column_details',
  'insert_column',
  'delete_structure',
  'new_schedule',
  'schedule_details',
])

/** Reads the workbook and listens; called once. */
export async function start(): Promise<void> {
  const client = workbenchClient()
  offerCellAndName()
  leaveToInputMethods()
  document.addEventListener('keydown', pressed)
  window.addEventListener('hashchange', () => {
    const { phase, dialog } = session.getState()
    if (phase !== 'open') return
    const wanted = readAddress(location.hash)
    // What is typed is entered before it goes out of sight; what is refused keeps the person where it is.
    if ((dialog && OF_PLACE.has(dialog.kind)) || settleTexts() === 'kept') return returnTo()
    if (dialog?.kind === 'welcome') session.setState({ dialog: null })
    showAddress(wanted)
  })
  window.addEventListener('beforeunload', (event) => {
    if (session.getState().phase === 'open' && (isAnyTyped() || !workbook().queue.isIdle())) event.preventDefault()
  })
  client.on('action', ({ id }) => {
    // A native menu knows no text fields: undo and redo of what is being typed are the field's own.
    if ((id === 'undo' || id === 'redo') && isTyping(document.activeElement)) document.execCommand(id)
    else perform(id)
  })
  client.on('workbook_changed', () => void open(client, answers))
  client.on('close_requested', () => {
    if (session.getState().phase !== 'open') return void client.ready_to_close({})
    // What is typed is entered first; where it is refused or asks, the person is needed before anything closes.
    if (settleTexts({ forms: true }) === 'kept') {
      say('Tieout stays open: what is typed here is not entered yet. It is mended or left first.', { tone: 'warned' })
      return void client.ready_to_close({ holds: true })
    }
    void workbook()
      .queue.idle()
      .then(() => client.ready_to_close({}))
  })
  await open(client, answers)
  void showCellFound()
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
