/**
 * Fill down and fill right: the first line or column of the selection entered in the others, as one act.
 */
import { editText } from '../../shared/money/format.ts'
import { cellFormat, hasCell } from '../../shared/calc/layout.ts'
import { isAmount } from '../../shared/calc/value.ts'
import type { ManyCell } from '../../shared/analysis/many.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { shownEngine, shownFiling } from '../workbench/figures.ts'
import { workbook } from '../workbench/opened.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { doMany } from './many_acts.ts'
import { cellsOf } from './range.ts'
import { selectedBlocks, shownSight } from './selection.ts'

/** What a cell gives to be filled on: its text as entered, else the figure that its formula computes. */
function givenBy(ref: CellRef): string | undefined {
  const { place } = session.getState()
  const found = findCell(shownFiling(), ref)
  if (!place || !found || !hasCell(found.line, found.column)) return undefined
  const { book } = workbook()
  const entered = book.standing(place.filing, place.scenario, ref)?.input ?? book.input(place.filing, null, ref)
  if (entered !== null) return entered
  const value = shownEngine()?.value(ref) ?? null
  if (typeof value === 'string') return value
  return isAmount(value) ? editText(value, cellFormat(found.line, found.column)) : ''
}

/** Fills the selection from its first line or column; one line or column alone is filled from the one before it. */
export function fill(way: 'down' | 'right'): void {
  const blocks = selectedBlocks()
  const shown = shownSight()
  const [block] = blocks
  if (!shown || !block) return say('Cells are selected first; then they can be filled.', { tone: 'warned' })
  if (blocks.length > 1) return say(`Fill takes one block; ${blocks.length} are selected.`, { tone: 'warned' })
  const down = way === 'down'
  const isSingle = down ? block.top === block.bottom : block.left === block.right
  const from = (down ? block.top : block.left) - (isSingle ? 1 : 0)
  if (from < 0) return say(`There is nothing ${down ? 'above' : 'to the left'} to fill from.`, { tone: 'warned' })
  const rows = cellsOf(down ? { ...block, top: from } : { ...block, left: from }, shown.sight)
  const refOf = (cell: { line: string; column: string }): CellRef => ({ schedule: shown.schedule.id, ...cell })
  const filing = shownFiling()
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, across): ManyCell[] => {
      if ((down ? at : across) === 0) return []
      const found = findCell(filing, refOf(cell))
      const text = givenBy(refOf(down ? rows[0]![across]! : row[0]!))
      return text !== undefined && found && hasCell(found.line, found.column) ? [{ ref: refOf(cell), text }] : []
    }),
  )
  if (cells.length === 0) return say('No cell of the selection takes a figure.', { tone: 'warned' })
  doMany({ act: down ? 'Filled down' : 'Filled right', cells })
}
