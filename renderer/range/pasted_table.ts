/**
 * A table of a page's text, read as a block: what browsers, Excel and LibreOffice put on the clipboard as HTML, and the
 * table that a copy gives them. Pure text work, so that nothing of a pasted page is ever loaded or run.
 */
import { isTypeset, settled, type PlacedRow } from './typeset.ts'

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  minus: '\u2212',
  ndash: '\u2013',
  mdash: '\u2014',
  shy: '',
}

/** Dashes, quotes and spaces that old pages name by their numbers in Windows' own set. */
const WINDOWS: Record<number, string> = {
  145: '\u2018',
  146: '\u2019',
  147: '\u201c',
  148: '\u201d',
  150: '\u2013',
  151: '\u2014',
}

function character(code: number): string {
  return WINDOWS[code] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '')
}

function plainText(html: string): string {
  return (
    html
      .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, ' ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
        (whole, hex?: string, digits?: string, name?: string) => {
          if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
          return character(hex === undefined ? parseInt(digits!, 10) : parseInt(hex, 16))
        },
      )
      // Marks without a width stand between figures of some pages and are not seen.
      .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  )
}

/** The text of a cell; the raised mark of a note behind a figure is no part of the figure. */
function cellText(html: string): string {
  const bare = plainText(html.replaceAll(/<sup\b[\s\S]*?<\/sup\s*>/gi, ''))
  return /\d/.test(bare) && !/\p{L}/u.test(bare) ? bare : plainText(html)
}

function attribute(tag: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(tag)
  return Math.max(1, Number(found?.[1] ?? 1))
}

/** The rows of the first table, each cell at its column; a cell over several rows keeps its place free below. */
function placedRows(html: string): PlacedRow[] | undefined {
  const bare = html.replaceAll(/<!--[\s\S]*?-->|<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, '')
  const table = /<table\b[\s\S]*?(?:<\/table\s*>|$)/i.exec(bare)?.[0]
  if (table === undefined) return undefined
  /** For each column, the number of further rows that a cell above still takes. */
  const taken: number[] = []
  const rows = table.split(/<tr\b[^>]*>/i).slice(1)
  return rows.map((row) => {
    const cells: PlacedRow = []
    let at = 0
    const free = (): void => {
      while ((taken[at] ?? 0) > 0) taken[at++]! -= 1
    }
    for (const cell of row.split(/<t[dh]\b/i).slice(1)) {
      free()
      const end = cell.indexOf('>')
      const tag = cell.slice(0, end)
      const span = Math.min(attribute(tag, 'colspan'), 500)
      const below = attribute(tag, 'rowspan') - 1
      cells.push({ at, span, text: cellText(cell.slice(end + 1).replace(/<\/t[dh]\s*>[\s\S]*$/i, '')) })
      for (let column = at; column < at + span; column += 1) taken[column] = below
      at += span
    }
    // Cells from above also stand behind the last cell of the row.
    for (; at < taken.length; at += 1) if (taken[at]! > 0) taken[at]! -= 1
    return cells
  })
}

/** Reads the first table of a page's text; undefined where it holds none. A cell over several columns leaves blanks. */
export function readTable(html: string): string[][] | undefined {
  const rows = placedRows(html)
  if (!rows?.some((row) => row.length > 0)) return undefined
  if (isTypeset(rows)) return settled(rows)
  const width = rows.flat().reduce((widest, { at, span }) => Math.max(widest, at + span), 1)
  return rows.map((row) => {
    const texts = Array.from({ length: width }, () => '')
    for (const { at, text } of row) texts[at] = text
    return texts
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A formula is text to other programs, which would take its names for their own. */
function cellTag(text: string): string {
  return text.startsWith('=') ? `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">` : '<td>'
}

/** Writes a block as a table. */
export function writeTable(block: readonly (readonly string[])[]): string {
  const rows = block.map((row) => `<tr>${row.map((text) => `${cellTag(text)}${escaped(text)}</td>`).join('')}</tr>`)
  return `<table><tbody>${rows.join('')}</tbody></table>`
}
