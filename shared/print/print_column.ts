/**
 * A printed column: its head, and the longest parts of the figures that stand in it, for which room is kept.
 */
import type { Column } from '../model/filing.ts'
import type { PrintColumn, PrintRow, StandingMark } from './document.ts'

/** A printed column, with the longest parts of the figures that the rows have in it. */
export function printColumn(
  column: Pick<Column, 'id' | 'label'>,
  rows: readonly PrintRow[],
  index: number,
  marks: StandingMark[],
): PrintColumn {
  const widest = { digits: '', sign: '', suffix: '', words: '', marks: 0, comment: '' }
  let currency = false
  for (const row of rows) {
    const cell = row.cells[index]!
    if ('marks' in cell) widest.marks = Math.max(widest.marks, cell.marks.length)
    widest.comment = longer(widest.comment, cell.comment ?? '')
    if (cell.kind === 'figure') {
      widest.digits = longer(widest.digits, cell.parts.digits)
      widest.sign = longer(widest.sign, cell.parts.sign)
      widest.suffix = longer(widest.suffix, cell.parts.suffix)
      currency ||= cell.parts.currency !== ''
    } else if (cell.kind === 'words') widest.words = longer(widest.words, cell.text)
    else if (cell.kind === 'error') widest.words = longer(widest.words, cell.code)
    else if (cell.kind === 'not_disclosed') widest.words = longer(widest.words, 'n.d.')
  }
  return { id: column.id, label: column.label, marks, currency, widest }
}

function longer(a: string, b: string): string {
  return b.length > a.length ? b : a
}
