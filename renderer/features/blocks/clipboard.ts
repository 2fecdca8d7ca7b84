/**
 * Copy, cut and paste of blocks, by the page's own clipboard events, so that no permission is asked for.
 * Text in, text out; what a pasted text means is decided where typed text is. A cut waits for its paste elsewhere.
 */
import { copied, readClipboard, type Pasted } from '../../../shared/intake/pasted.ts'
import { writeTabbed } from '../../../shared/intake/tabbed_text.ts'
import { say, warn } from '../../session/messages.ts'
import { copiedTexts, heldTexts, type CopyKind, writeTable } from '../../session/selection/copying.ts'
import { cutPasted, endCut } from '../../session/selection/cutting.ts'
import { cutSelected, pasteBlock, pasteCut } from '../../session/selection/pasting.ts'
import { ofSession, type Session } from '../../session/session.ts'
import { isAsked } from '../../session/state.ts'
import type { GridHandle, Spot } from '../../contrib/grid_handle.ts'
import { copiedText, NOT_COPIED, NOTHING_TO_PASTE, nothingTaken } from './wording.ts'

type Clipboard = {
  /** What the next copy is asked to hold, where an action asked; it is then taken whatever has the focus. */
  asked?: { kind: CopyKind; isCut: boolean }
  /** The last copy: where the clipboard gives its text alone, what the cells held is still known. */
  last?: { text: string; held: string[][] }
}

const clipboard = ofSession((): Clipboard => ({}))

/** Copies the selection by an action, otherwise than by the key; `isCut`: as the first half of a cut. */
export function copyAs(session: Session, kind: CopyKind, isCut = false): void {
  const own = clipboard(session)
  own.asked = { kind, isCut }
  try {
    if (!document.execCommand('copy')) warn(session, NOT_COPIED)
  } finally {
    delete own.asked
  }
}

/** True where the page may read the clipboard without a question. */
export async function mayPaste(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state === 'granted'
  } catch {
    return false
  }
}

/** Pastes by the menu of a cell. */
export async function pasteAsked(session: Session): Promise<void> {
  const [item] = await navigator.clipboard.read().catch(() => [])
  const read = async (type: string): Promise<string> =>
    item?.types.includes(type) ? await (await item.getType(type)).text() : ''
  pasteText(session, await read('text/plain'), await read('text/html'))
}

/** Pastes what the clipboard holds: a block that was cut here moves, any other text goes in as it stands. */
function pasteText(session: Session, text: string, html: string): void {
  const cut = cutPasted(session, text)
  if (cut) return pasteCut(session, cut)
  const pasted = (html === '' ? copiedHere(session, text) : undefined) ?? readClipboard(text, html)
  if (pasted) pasteBlock(session, pasted)
  else warn(session, NOTHING_TO_PASTE)
}

/** Line breaks come back from the clipboard as its system writes them. */
function plainBreaks(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function copiedHere(session: Session, text: string): Pasted | undefined {
  const { last } = clipboard(session)
  return text !== '' && last?.text === plainBreaks(text) ? copied(last.held) : undefined
}

/** Puts the selection on the clipboard, and where it is cut marks it. */
function copy(session: Session, event: ClipboardEvent): void {
  const { kind, isCut } = clipboard(session).asked ?? { kind: 'shown', isCut: event.type === 'cut' }
  const texts = copiedTexts(session, kind)
  if (!Array.isArray(texts)) {
    return warn(session, nothingTaken(isCut, texts.refusal))
  }
  const text = writeTabbed(texts)
  const held = kind === 'shown' ? heldTexts(session) : texts
  event.clipboardData?.setData('text/plain', text)
  event.clipboardData?.setData('text/html', writeTable(texts, held))
  clipboard(session).last = { text: plainBreaks(text), held }
  endCut(session)
  if (isCut) return cutSelected(session, text)
  say(session, copiedText(texts.length * (texts[0]?.length ?? 0), kind))
}

function isFigure(spot: Spot | undefined): boolean {
  return spot?.line !== undefined && spot.column !== undefined
}

/** Handles the clipboard while the focus is on a cell of the grid, until the signal; everywhere else it is left to the browser. */
export function clipboardOn(grid: GridHandle, signal: AbortSignal): void {
  const { session } = grid
  const handled = (event: ClipboardEvent): void => {
    const state = session.getState()
    const at = document.activeElement
    const isHere = at !== null && !at.matches('input') && isFigure(grid.spotAt(at))
    if (state.editing || isAsked(state) || !(isHere || clipboard(session).asked)) return
    event.preventDefault()
    if (event.type === 'paste') {
      const { clipboardData: data } = event
      pasteText(session, data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '')
    } else copy(session, event)
  }
  for (const kind of ['copy', 'cut', 'paste'] as const) document.addEventListener(kind, handled, { signal })
}
