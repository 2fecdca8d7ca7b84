/**
 * Copy, cut and paste of blocks, by the page's own clipboard events, so that no permission is asked for.
 * Text in, text out; what a pasted text means is decided where typed text is. A cut waits for its paste elsewhere.
 */
import type { ManyCell } from '../../shared/analysis/many.ts'
import { hasCell, isText } from '../../shared/calc/layout.ts'
import { columnOf, findCell, lineOf } from '../../shared/model/lookup.ts'
import { counted } from '../../shared/money/count.ts'
import { shownFiling } from '../workbench/figures.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { laidOver, readClipboard, writeTabbed } from './block.ts'
import { copiedTexts, type CopyKind } from './copying.ts'
import { cutPasted, endCut } from './cutting.ts'
import { misfit, sizeOfBlock, unlikeSelection } from './fitting.ts'
import { doMany } from './many_acts.ts'
import { cutSelected, pasteCut } from './moving.ts'
import { writeTable } from './pasted_table.ts'
import { cellsOf, type Block } from './range.ts'
import { selectedBlocks, selectedCells, shownSight } from './selection.ts'
import { hasLabels } from './typeset.ts'

/** What the next copy is asked to hold, where an action asked; it is then taken whatever has the focus. */
let asked: CopyKind | undefined
/** True while the copy asked for is the first half of a cut. */
let isCut = false

/** Copies the selection by an action of the list, otherwise than as shown. */
export function copyAs(kind: Exclude<CopyKind, 'shown'>): void {
  asked = kind
  try {
    if (!document.execCommand('copy')) warn('The clipboard did not take the copy. Nothing was changed.')
  } finally {
    asked = undefined
  }
}

/** Copies or cuts the selection as shown, by the menu of a cell. */
export function copyShown({ cut }: { cut: boolean }): void {
  asked = 'shown'
  isCut = cut
  try {
    if (!document.execCommand('copy')) warn('The clipboard did not take the copy. Nothing was changed.')
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
export async function pasteAsked(): Promise<void> {
  pasteText(await navigator.clipboard.readText().catch(() => ''), '')
}

/** Pastes what the clipboard holds: a block that was cut here moves, any other text goes in as it stands. */
function pasteText(text: string, html: string): void {
  const cut = cutPasted(text)
  if (cut) return pasteCut(cut)
  const pasted = readClipboard(text, html)
  if (pasted) paste(pasted)
  else warn('The clipboard holds no text that could be pasted.')
}

function warn(text: string): void {
  say(text, { tone: 'warned' })
}

const COPIED_WORDS = { shown: '', exact: ' in full precision', formulas: ' as formulas' } as const

/** Puts the selection on the clipboard, and where it is cut marks it. */
function copy(event: ClipboardEvent, kind: CopyKind): void {
  const texts = copiedTexts(kind)
  const isToGo = event.type === 'cut' || isCut
  if (!Array.isArray(texts)) {
    warn(`Nothing was ${isToGo ? 'cut' : 'copied'}. ${texts.reason}`)
    return
  }
  const text = writeTabbed(texts)
  event.clipboardData?.setData('text/plain', text)
  event.clipboardData?.setData('text/html', writeTable(texts))
  endCut()
  if (isToGo) return cutSelected(text)
  const count = texts.length * (texts[0]?.length ?? 0)
  say(`${counted(count, 'cell')} copied${COPIED_WORDS[kind]}.`)
}

/** One text in every selected cell, whatever the areas. */
function pasteEverywhere(text: string): void {
  const cells = selectedCells().map((ref): ManyCell => ({ ref, text }))
  if (cells.length > 0) doMany({ act: 'Pasted', cells })
}

/** True where a block of figures begins at figures, so that a column of words has no place. */
function isOverFigures(block: Block, rows: number): boolean {
  const shown = shownSight()
  const column = shown && columnOf(shown.schedule, shown.sight.columns[block.left]!)
  const lines = shown?.sight.lines.slice(block.top, block.top + rows) ?? []
  return lines.every((id) => {
    const line = lineOf(shown?.schedule, id)
    return !line || !column || !hasCell(line, column) || !isText(line)
  })
}

/** Lays a block over the selection; says how it does not fit. */
function paste(given: string[][]): void {
  const shown = shownSight()
  const blocks = selectedBlocks()
  const [block] = blocks
  if (!shown || !block) return
  if (given.length === 1 && given[0]!.length === 1) return pasteEverywhere(given[0]![0]!)
  if (blocks.length > 1) return warn(`Nothing was pasted. A block goes into one area; ${blocks.length} are selected.`)
  const notes: string[] = []
  const isLabelled = hasLabels(given) && isOverFigures(block, given.length)
  const pasted = isLabelled ? given.map((row) => row.slice(1)) : given
  if (isLabelled)
    notes.push('The first column of the block holds words and is left out; its lines go in by their order.')
  const { lines, columns } = shown.sight
  const selected = sizeOfBlock(block)
  const texts = laidOver(pasted, ...selected)
  const [height, width] = [texts.length, texts[0]?.length ?? 0]
  const without = misfit([height, width], [lines.length - block.top, columns.length - block.left])
  if (without !== undefined) return warn(`Nothing was pasted. ${without}`)
  const unlike = unlikeSelection([height, width], selected)
  if (unlike !== undefined) notes.push(unlike)
  const spread = { ...block, bottom: block.top + height - 1, right: block.left + width - 1 }
  const filing = shownFiling()
  const spots = cellsOf(spread, shown.sight)
  const cells = spots.flatMap((row, down) =>
    row.flatMap((cell, at): ManyCell[] => {
      const ref = { schedule: shown.schedule.id, ...cell }
      const found = findCell(filing, ref)
      const text = texts[down]![at]!
      // A blank over a heading says nothing; a figure over one is refused with the reason.
      const isMeant = text.trim() !== '' || (found !== undefined && hasCell(found.line, found.column))
      return isMeant ? [{ ref, text }] : []
    }),
  )
  if (cells.length === 0) return warn('Nothing was pasted: the block is blank where the selection takes figures.')
  const area = { anchor: spots[0]![0]!, head: spots.at(-1)!.at(-1)! }
  doMany({ act: 'Pasted', cells, area, ...(notes.length > 0 && { note: notes.join(' ') }) })
}

/** Handles the clipboard while the focus is on a cell of the grid; everywhere else it is left to the browser. */
export function clipboardOn(container: HTMLElement): () => void {
  const handled = (event: ClipboardEvent): void => {
    const { editing, dialog } = session.getState()
    const at = document.activeElement
    const isHere =
      at?.closest('.ag-cell:not([col-id="_label"])') !== null && container.contains(at) && !at?.matches('input')
    if (editing || dialog || !(isHere || asked)) return
    event.preventDefault()
    if (event.type === 'paste') {
      const { clipboardData: data } = event
      pasteText(data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '')
    } else copy(event, asked ?? 'shown')
  }
  const kinds = ['copy', 'cut', 'paste'] as const
  for (const kind of kinds) document.addEventListener(kind, handled)
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, handled)
  }
}
