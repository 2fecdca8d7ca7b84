/**
 * Copy, cut and paste of blocks, by the page's own clipboard events, so that no permission is asked for.
 * Text in, text out; what a pasted text means is decided where typed text is. A cut waits for its paste elsewhere.
 */
import { copied, readClipboard, type Pasted } from '../../../shared/intake/pasted.ts'
import { writeTabbed } from '../../../shared/intake/tabbed_text.ts'
import { counted } from '../../../shared/money/count.ts'
import { say } from '../../session/messages.ts'
import { copiedTexts, heldTexts, type CopyKind, writeTable } from '../../session/selection/copying.ts'
import { cutPasted, endCut } from '../../session/selection/cutting.ts'
import { cutSelected, pasteBlock, pasteCut } from '../../session/selection/pasting.ts'
import type { Session } from '../../session/session.ts'
import { isAsked } from '../../session/state.ts'
import type { GridHandle, Spot } from '../../contrib/grid_handle.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

/** What the next copy is asked to hold, where an action asked; it is then taken whatever has the focus. */
let asked: CopyKind | undefined
/** True while the copy asked for is the first half of a cut. */
let isCut = false

/** Copies the selection by an action of the list, otherwise than as shown. */
export function copyAs(session: Session, kind: Exclude<CopyKind, 'shown'>): void {
  asked = kind
  try {
    if (!document.execCommand('copy')) warn(session, 'The clipboard did not take the copy. Nothing was changed.')
  } finally {
    asked = undefined
  }
}

/** Copies or cuts the selection as shown, by the menu of a cell. */
export function copyShown(session: Session, { cut }: { cut: boolean }): void {
  asked = 'shown'
  isCut = cut
  try {
    if (!document.execCommand('copy')) warn(session, 'The clipboard did not take the copy. Nothing was changed.')
  } finally {
    asked = undefined
    isCut = false
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
  const pasted = (html === '' ? copiedHere(text) : undefined) ?? readClipboard(text, html)
  if (pasted) pasteBlock(session, pasted)
  else warn(session, 'The clipboard holds no text that could be pasted.')
}

/** The last copy: where the clipboard gives its text alone, what the cells held is still known. */
let lastCopy: { text: string; held: string[][] } | undefined

/** Line breaks come back from the clipboard as its system writes them. */
function plainBreaks(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function copiedHere(text: string): Pasted | undefined {
  return text !== '' && lastCopy?.text === plainBreaks(text) ? copied(lastCopy.held) : undefined
}

function warn(session: Session, text: string): void {
  say(session, text, { tone: 'warned' })
}

const COPIED_WORDS = { shown: '', exact: ' in full precision', formulas: ' as formulas' } as const

/** Puts the selection on the clipboard, and where it is cut marks it. */
function copy(session: Session, event: ClipboardEvent, kind: CopyKind): void {
  const texts = copiedTexts(session, kind)
  const isToGo = event.type === 'cut' || isCut
  if (!Array.isArray(texts)) {
    warn(session, `Nothing was ${isToGo ? 'cut' : 'copied'}. ${refusalText(texts.refusal)}`)
    return
  }
  const text = writeTabbed(texts)
  const held = kind === 'shown' ? heldTexts(session) : texts
  event.clipboardData?.setData('text/plain', text)
  event.clipboardData?.setData('text/html', writeTable(texts, held))
  lastCopy = { text: plainBreaks(text), held }
  endCut(session)
  if (isToGo) return cutSelected(session, text)
  const count = texts.length * (texts[0]?.length ?? 0)
  say(session, `${counted(count, 'cell')} copied${COPIED_WORDS[kind]}.`)
}

function isFigure(spot: Spot | undefined): boolean {
  return spot?.line !== undefined && spot.column !== undefined
}

/** Handles the clipboard while the focus is on a cell of the grid; everywhere else it is left to the browser. */
export function clipboardOn(grid: GridHandle): () => void {
  const { session } = grid
  const handled = (event: ClipboardEvent): void => {
    const state = session.getState()
    const at = document.activeElement
    const isHere = at !== null && !at.matches('input') && isFigure(grid.spotAt(at))
    if (state.editing || isAsked(state) || !(isHere || asked)) return
    event.preventDefault()
    if (event.type === 'paste') {
      const { clipboardData: data } = event
      pasteText(session, data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '')
    } else copy(session, event, asked ?? 'shown')
  }
  const kinds = ['copy', 'cut', 'paste'] as const
  for (const kind of kinds) document.addEventListener(kind, handled)
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, handled)
  }
}
