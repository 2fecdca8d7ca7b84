/**
 * Blocks of cells as programs pass them on in text: fields between tabs, lines between line breaks; which of text and
 * table a paste takes; and how a block lies over a selection. Pure.
 */
import { readTable } from './pasted_table.ts'
import { isTypeset, placed, settled } from './typeset.ts'

/** A field holds a tab, a line break or a quote only within quotes, which are doubled inside. */
function quotedField(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function writeTabbed(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quotedField).join('\t')).join('\r\n')
}

/**
 * Reads tab-separated text as spreadsheets write it; one line break at the end counts as none, ragged rows are filled up, and a quote that never
 * closes is text like any other.
 */
export function readTabbed(text: string): string[][] {
  const rows: string[][] = [[]]
  const field = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  const body = text.replace(/(?:\r\n|\r|\n)$/, '')
  for (let found = field.exec(body); found; found = field.exec(body)) {
    rows.at(-1)!.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'))
    if (found[3] === '') break
    if (found[3] !== '\t') rows.push([])
  }
  return even(rows)
}

function even(rows: string[][]): string[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1)
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/**
 * What the clipboard holds as a block: the text, which programs write as shown; the table where the text lost its columns
 * or sets parts of figures apart, since the table alone tells which cells go over several columns.
 */
export function readClipboard(text: string, html: string): string[][] | undefined {
  const table = html === '' ? undefined : readTable(html)
  const isFlat = !text.includes('\t') && (table?.[0]?.length ?? 1) > 1
  if (table && (text === '' || isFlat)) return table
  if (text === '') return undefined
  const block = readTabbed(text)
  const rows = placed(block)
  return isTypeset(rows) ? (table ?? settled(rows)) : block
}

/** A block laid over a selection of a size: one value, or a block that goes into it evenly, fills it. */
export function laidOver(block: readonly (readonly string[])[], rows: number, columns: number): string[][] {
  const [height, width] = [block.length, block[0]?.length ?? 0]
  const fills = rows % height === 0 && columns % width === 0
  const [down, across] = fills ? [rows, columns] : [height, width]
  return Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_, column) => block[row % height]![column % width]!),
  )
}
