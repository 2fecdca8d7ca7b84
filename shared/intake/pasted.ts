/**
 * What the clipboard holds, read as tables: the table of a page where there is one, since it alone knows which lines and
 * cells belong together; else tab-separated text. Pure; must not decide where a figure goes.
 */
import { readTables } from './html_tables.ts'
import { readTabbed } from './tabbed_text.ts'
import { composed, placed, settled } from './typeset.ts'
import { visibleText } from './visible_text.ts'

export type Pasted = {
  /** The tables in the order of the page, each as rows of texts of one width. */
  tables: string[][][]
  /** Copied within this product: every text is exact and every cell stands where it stood. */
  isOwn: boolean
  /** Blank rows and columns stand where the person put them, as in a spreadsheet, and are not only space. */
  isGrid: boolean
  /** What of the selection is no table and is left out, as sentences. */
  leftOut: string[]
}

/** Reads a clipboard's text and HTML, each of which may be empty; undefined where it holds nothing to paste. */
export function readClipboard(text: string, html: string): Pasted | undefined {
  const page = html === '' ? undefined : readTables(html)
  if (page?.held) return copied(page.held)
  if (page) {
    const { isSheet } = page
    const tables = page.tables.map((rows) => {
      if (isSheet) return composed(rows)
      return settled(rows).filter((row) => row.some((cell) => cell !== ''))
    })
    const leftOut = page.hasTextBeside ? ['The text beside the tables is left out.'] : []
    const found = tables.filter((rows) => rows.length > 0)
    if (found.length > 0) return { tables: found, isOwn: false, isGrid: isSheet, leftOut }
  }
  if (text === '') return undefined
  const block = readTabbed(text).map((row) => row.map(visibleText))
  return { tables: [composed(placed(block))], isOwn: false, isGrid: true, leftOut: [] }
}

/** A block that was copied within this product. */
export function copied(held: string[][]): Pasted {
  return { tables: [held], isOwn: true, isGrid: true, leftOut: [] }
}
