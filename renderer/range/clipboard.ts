/**
 * Copy, cut and paste of blocks, by the page's own clipboard events, so that no permission is asked for.
 * Text in, text out; what a pasted text means is decided where typed text is.
 */
import type { ManyCell } from '../../shared/analysis/many.ts'
import { hasCell, isText } from '../../shared/calc/layout.ts'
import { columnOf, findCell, lineOf } from '../../shared/model/lookup.ts'
import { shownFiling } from '../workbench/figures.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { laidOver, readClipboard, writeTabbed } from './block.ts'
import { copiedTexts, type CopyKind } from './copying.ts'
import { clearSelected, doMany } from './many_acts.ts'
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
  const text = await navigator.clipboard.readText().catch(() => '')
  const pasted = readClipboard(text, '')
  if (pasted) paste(pasted)
  else warn('The clipboard holds no text that could be pasted.')
}

function warn(text: string): void {
  say(text, { tone: 'warned' })
}

const COPIED_WORDS = { shown: '', exact: ' in full precision', formulas: ' as formulas' } as const

/** Puts the selection on the clipboard; true where it did. */
function copy(event: ClipboardEvent, kind: CopyKind): boolean {
  const texts = copiedTexts(kind)
  if (!Array.isArray(texts)) {
    warn(`Nothing was ${event.type === 'cut' || isCut ? 'cut' : 'copied'}. ${texts.reason}`)
    return false
  }
  event.clipboardData?.setData('text/plain', writeTabbed(texts))
  event.clipboardData?.setData('text/html', writeTable(texts))
  const count = texts.length * (texts[0]?.length ?? 0)
  if (event.type === 'copy' && !isCut) say(`${counted(count, 'cell')} copied${COPIED_WORDS[kind]}.`)
  return true
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function sizeWords(rows: number, columns: number): string {
  return `${counted(rows, 'line')} by ${counted(columns, 'column')}`
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
  const selected = [block.bottom - block.top + 1, block.right - block.left + 1] as const
  const texts = laidOver(pasted, ...selected)
  const [rows, across] = [lines.length - block.top, columns.length - block.left]
  const [height, width] = [texts.length, texts[0]?.length ?? 0]
  const misfits = [
    ...(height > rows
      ? [`The block has ${counted(height, 'line')}; ${rows} ${rows === 1 ? 'fits' : 'fit'} from here.`]
      : []),
    ...(width > across
      ? [`The block has ${counted(width, 'column')}; ${across} ${across === 1 ? 'fits' : 'fit'} from here.`]
      : []),
  ]
  if (misfits.length > 0) return warn(`Nothing was pasted. ${misfits.join(' ')}`)
  const isOther = selected[0] * selected[1] > 1 && (height !== selected[0] || width !== selected[1])
  if (isOther) {
    notes.push(
      `The block is ${sizeWords(height, width)}, the selection ${sizeWords(...selected)}: it goes in from the first selected cell.`,
    )
  }
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
      const pasted = data ? readClipboard(data.getData('text/plain'), data.getData('text/html')) : undefined
      if (pasted) paste(pasted)
      else warn('The clipboard holds no text that could be pasted.')
    } else if (copy(event, asked ?? 'shown') && (event.type === 'cut' || isCut)) clearSelected('Cut')
  }
  const kinds = ['copy', 'cut', 'paste'] as const
  for (const kind of kinds) document.addEventListener(kind, handled)
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, handled)
  }
}
