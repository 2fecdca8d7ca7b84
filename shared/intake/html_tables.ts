/**
 * The tables of a page's text, as browsers, Excel and LibreOffice put them on the clipboard: all of them, also one within
 * another, in the order of the page. Nothing of the page is loaded or run. Must not decide what a cell means.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { z } from '../model/schema.ts'
import type { PlacedRow } from './typeset.ts'
import { visibleText } from './visible_text.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

export type HtmlTables = {
  /** Each table's rows, a cell at its column; rows without a cell are gone. */
  tables: PlacedRow[][]
  /** It comes from a spreadsheet, whose blank rows and columns stand where the person put them. */
  isSheet: boolean
  /** Words stand beside the tables. */
  hasTextBeside: boolean
  /** What the cells hold, where this product copied them. */
  held?: string[][]
}

/** Written by this product on a table that it copied: what the cells hold, rows of texts as JSON. */
export const HELD = 'data-tieout'

/** A longer page is not read; its text still is. */
const LONGEST = 20_000_000
const MOST_COLUMNS = 500
const SHEET =
  /urn:schemas-microsoft-com:office:excel|name="?generator"?[^>]*(?:excel|libreoffice|openoffice|calc)|google-sheets-html-origin/i

/** What is on the page and not of its text. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])
/** What stands on a line of its own within a cell. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4'])
/** Tables within tables within tables: further down than any page goes, nothing is read. */
const DEEPEST = 20

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

/** The nodes under a node in the order of the page; `enter` says whether what is inside one is walked too. */
function walk(from: Node, enter: (node: Node) => boolean): void {
  // A list of its own, since a hostile page nests deeper than calls may.
  const open: Node[] = []
  pushChildren(open, from)
  for (let node = open.pop(); node; node = open.pop()) if (enter(node)) pushChildren(open, node)
}

/** Puts the children of a node on a list, the first of them last; one by one, since a page may hold very many. */
function pushChildren(open: unknown[], node: Node): void {
  const children = childrenOf(node)
  for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at])
}

/** The text under a node without tables inside it; `marks` says whether raised marks of notes count. */
function textUnder(from: Node, marks: boolean): string {
  let text = ''
  const open: (Node | string)[] = [from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') text += node
    else if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if (!isElement(node) || node === from || isRead(node, marks)) {
      const breaks = isElement(node) && BREAKS.has(node.tagName)
      if (breaks) open.push(' ')
      pushChildren(open, node)
      if (breaks) open.push(' ')
    }
  }
  return visibleText(text)
}

function isRead({ tagName }: Element, marks: boolean): boolean {
  return !SILENT.has(tagName) && tagName !== 'table' && (marks || tagName !== 'sup')
}

/** The text of a cell; the raised mark of a note behind a figure is no part of the figure. */
function cellText(cell: Element): string {
  // Most cells hold plain text or nothing, and a copied sheet has very many.
  const [only] = cell.childNodes
  if (!only) return ''
  if (cell.childNodes.length === 1 && 'value' in only) return visibleText(only.value)
  const bare = textUnder(cell, false)
  const whole = textUnder(cell, true)
  if (bare === whole) return whole
  if (bare === '') return /^\(?\w{1,3}\)?$/.test(whole) ? `[${whole.replaceAll(/\W/g, '')}]` : whole
  return /\d/.test(bare) && !/\p{L}/u.test(bare) ? bare : whole
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const digits = /^\s*(\d{1,4})/.exec(attribute(cell, name) ?? '')?.[1]
  return Math.min(Math.max(1, digits === undefined ? 1 : parseInt(digits, 10)), MOST_COLUMNS)
}

/** Elements of some names under a node, none of those inside another table. */
function within(from: Node, names: readonly string[]): Element[] {
  const found: Element[] = []
  walk(from, (node) => {
    if (!isElement(node)) return true
    if (names.includes(node.tagName)) found.push(node)
    return node.tagName !== 'table' && !names.includes(node.tagName)
  })
  return found
}

/** The tables under a node, this one's rows first up to where another stands inside it. */
function readTable(table: Element, depth = 1): PlacedRow[][] {
  const tables: PlacedRow[][] = []
  let rows: PlacedRow[] = []
  /** For each column, the number of further rows that a cell above still takes. */
  const taken: number[] = []
  for (const row of within(table, ['tr'])) {
    const cells: PlacedRow = []
    const inner: Element[] = []
    let at = 0
    for (const cell of within(row, ['td', 'th'])) {
      while ((taken[at] ?? 0) > 0) taken[at++]! -= 1
      inner.push(...within(cell, ['table']))
      const [span, below] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan') - 1]
      cells.push({ at, span, text: cellText(cell) })
      for (let column = at; column < at + span; column += 1) taken[column] = below
      at += span
    }
    // Cells from above also stand behind the last cell of the row.
    for (; at < taken.length; at += 1) if ((taken[at] ?? 0) > 0) taken[at]! -= 1
    const isFrame = inner.length > 0 && cells.every(({ text }) => text === '')
    if (cells.length > 0 && !isFrame) rows.push(cells)
    if (inner.length > 0 && depth < DEEPEST) {
      if (rows.length > 0) tables.push(rows)
      rows = []
      for (const one of inner) tables.push(...readTable(one, depth + 1))
    }
  }
  return rows.length > 0 ? [...tables, rows] : tables
}

/** Reads all tables of a page's text; undefined where it holds none. */
export function readTables(html: string): HtmlTables | undefined {
  if (html.length > LONGEST || !/<table\b/i.test(html)) return undefined
  const outer: Element[] = []
  let beside = ''
  walk(parse(html), (node) => {
    if (node.nodeName === '#text' && 'value' in node) beside += node.value
    if (!isElement(node)) return true
    if (node.tagName === 'table') outer.push(node)
    return node.tagName !== 'table' && !SILENT.has(node.tagName)
  })
  const tables = outer.flatMap((table) => readTable(table))
  if (tables.length === 0) return undefined
  const held = outer.length === 1 ? heldTexts(attribute(outer[0]!, HELD)) : undefined
  return { tables, isSheet: SHEET.test(html), hasTextBeside: visibleText(beside) !== '', ...(held && { held }) }
}

const Held = z.array(z.array(z.string()).min(1)).min(1)

/** Rows of one width, as this product writes them; anything else was not written by it. */
function heldTexts(written: string | undefined): string[][] | undefined {
  if (written === undefined) return undefined
  try {
    const read = Held.safeParse(JSON.parse(written))
    return read.success && read.data.every((row) => row.length === read.data[0]!.length) ? read.data : undefined
  } catch {
    return undefined
  }
}
