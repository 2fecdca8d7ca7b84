/**
 * Copy, cut and paste of blocks, by the page's own clipboard events, so that no permission is asked for.
 * Text in, text out; what a pasted text means is decided where typed text is.
 */
import type { ManyCell } from '../../shared/analysis/many.ts'
import { cellText } from '../../shared/calc/cell_text.ts'
import { cellFormat, hasCell } from '../../shared/calc/layout.ts'
import { isAmount } from '../../shared/calc/value.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { editText } from '../../shared/money/format.ts'
import { shownEngine, shownFiling } from '../workbench/figures.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { laidOver, readClipboard, writeTable, writeTabbed } from './block.ts'
import { clearSelected, doMany } from './many_acts.ts'
import { cellsOf, type Block } from './range.ts'
import { selectedBlocks, shownSight } from './selection.ts'

/** Full precision is wanted of the next copy. */
let isExact = false

/** Copies the selection in full precision instead of as shown. */
export function copyExact(): void {
  isExact = true
  try {
    document.execCommand('copy')
  } finally {
    isExact = false
  }
}

function onlyBlock(what: string): Block | undefined {
  const blocks = selectedBlocks()
  if (blocks.length > 1) say(`${what} takes one block; ${blocks.length} are selected.`, { tone: 'warned' })
  return blocks.length === 1 ? blocks[0] : undefined
}

/** The text of each cell of a block: as shown, or in full precision. */
function textsOf(block: Block, exact: boolean): string[][] {
  const [shown, filing, engine] = [shownSight(), shownFiling(), shownEngine()]
  if (!shown || !engine) return []
  return cellsOf(block, shown.sight).map((row) =>
    row.map((cell) => {
      const ref = { schedule: shown.schedule.id, ...cell }
      const found = findCell(filing, ref)
      if (!found || !hasCell(found.line, found.column)) return ''
      const value = engine.value(ref)
      const format = cellFormat(found.line, found.column)
      return exact && isAmount(value) && format !== 'text'
        ? editText(value, format)
        : cellText(value, found.line, found.column)
    }),
  )
}

function copy(event: ClipboardEvent): Block | undefined {
  const block = onlyBlock(event.type === 'cut' ? 'Cut' : 'Copy')
  if (!block || !event.clipboardData) return undefined
  const texts = textsOf(block, isExact)
  event.clipboardData.setData('text/plain', writeTabbed(texts))
  event.clipboardData.setData('text/html', writeTable(texts))
  const count = texts.length * (texts[0]?.length ?? 0)
  if (event.type === 'copy')
    say(`${count} ${count === 1 ? 'cell' : 'cells'} copied${isExact ? ' in full precision' : ''}.`)
  return block
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** Lays a block over the selection; says how it does not fit. */
function paste(pasted: string[][]): void {
  const shown = shownSight()
  const block = onlyBlock('Paste')
  if (!shown || !block) return
  const { lines, columns } = shown.sight
  const texts = laidOver(pasted, block.bottom - block.top + 1, block.right - block.left + 1)
  const [rows, across] = [lines.length - block.top, columns.length - block.left]
  const [height, width] = [texts.length, texts[0]?.length ?? 0]
  const misfits = [
    ...(height > rows
      ? [`The block has ${counted(height, 'row')}; ${rows} ${rows === 1 ? 'fits' : 'fit'} from here.`]
      : []),
    ...(width > across
      ? [`The block has ${counted(width, 'column')}; ${across} ${across === 1 ? 'fits' : 'fit'} from here.`]
      : []),
  ]
  if (misfits.length > 0) return say(`Nothing was pasted. ${misfits.join(' ')}`, { tone: 'warned' })
  const spread = { ...block, bottom: block.top + height - 1, right: block.left + width - 1 }
  const filing = shownFiling()
  const cells = cellsOf(spread, shown.sight).flatMap((row, down) =>
    row.flatMap((cell, at): ManyCell[] => {
      const ref = { schedule: shown.schedule.id, ...cell }
      const found = findCell(filing, ref)
      const text = texts[down]![at]!
      // A blank over a heading says nothing; a figure over one is refused with the reason.
      const isMeant = text.trim() !== '' || (found !== undefined && hasCell(found.line, found.column))
      return isMeant ? [{ ref, text }] : []
    }),
  )
  if (cells.length > 0) doMany({ act: 'Pasted', cells })
}

/** Handles the clipboard while the focus is on a cell of the grid; everywhere else it is left to the browser. */
export function clipboardOn(container: HTMLElement): () => void {
  const handled = (event: ClipboardEvent): void => {
    const { editing, dialog } = session.getState()
    const at = document.activeElement
    if (editing || dialog || !at?.closest('.ag-cell') || !container.contains(at) || at.matches('input')) return
    event.preventDefault()
    if (event.type === 'paste') {
      const { clipboardData: data } = event
      const pasted = data ? readClipboard(data.getData('text/plain'), data.getData('text/html')) : undefined
      if (pasted) paste(pasted)
      else say('The clipboard holds no text that could be pasted.', { tone: 'warned' })
    } else if (copy(event) && event.type === 'cut') clearSelected('Cut')
  }
  const kinds = ['copy', 'cut', 'paste'] as const
  for (const kind of kinds) document.addEventListener(kind, handled)
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, handled)
  }
}
