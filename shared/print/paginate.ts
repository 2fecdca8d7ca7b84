/**
 * Divides a document into pages from measured heights: a pure calculation, so that preview, browser print and PDF agree.
 * Must not know fonts, or look at what rows and notes say.
 */
import type { PrintBlock, PrintDocument } from './document.ts'
import { total } from './layout.ts'

/** Heights in points, as laid out at the widths of the layout. */
export type Heights = {
  /** Head of the first page: registrant, title, unit, banner. */
  title: number
  /** Head of later pages, with "(continued)". */
  continued: number
  /** Column heads, one for each panel. */
  heads: number[]
  /** Rows, one list for each panel. */
  rows: number[][]
  blocks: number[]
  /** Space between the table and what follows it. */
  gap: number
}

/** One page; rows and blocks are half-open ranges, empty where `from` equals `to`. */
export type Page = {
  number: number
  count: number
  continued: boolean
  panel: number
  rows: { from: number; to: number }
  /** `head` is the block that heads the columns of those that it begins with, where that stands on the page before. */
  blocks: { from: number; to: number; head?: number }
}

/**
 * Pages that hold at most `height` points: head of the page, column heads, rows, notes; the foot stands outside.
 * A row and a note are never split. A total is not left first on a page, a heading not last, nor the last row alone,
 * where that can be avoided. The rows of each panel come in turn, then the notes; what is taller than a page stands
 * alone on one. An item or two that would end the document on a page of their own take their heading along.
 */
export function paginate(document: PrintDocument, heights: Heights, height: number): Page[] {
  const pages: Omit<Page, 'number' | 'count'>[] = []
  const headHeight = (): number => (pages.length === 0 ? heights.title : heights.continued)
  let left = height
  for (const [panel, rows] of heights.rows.entries()) {
    if (rows.length === 0 && pages.length > 0) continue
    let from = 0
    do {
      const room = height - headHeight() - (heights.heads[panel] ?? 0)
      const to = rowsThatFit(document, rows, from, room)
      left = room - total(rows.slice(from, to))
      pages.push({ continued: pages.length > 0, panel, rows: { from, to }, blocks: { from: 0, to: 0 } })
      from = to
    } while (from < rows.length)
  }
  const all = withBlocks(document, heights, height, pages, left)
  return all.map((page, index) => ({ ...page, number: index + 1, count: all.length }))
}

/** The end of the range of rows from `from` that fit: at least one row, moved back from a bad break. */
function rowsThatFit(document: PrintDocument, rows: readonly number[], from: number, room: number): number {
  let used = 0
  let to = from
  while (to < rows.length && (to === from || used + rows[to]! <= room)) {
    used += rows[to]!
    to += 1
  }
  if (to >= rows.length) return rows.length
  for (let end = to; end > from; end -= 1) if (isGoodBreak(document, end)) return end
  return to
}

/** A page may end before row `next` unless that row is a total or the last, or the row before it a heading. */
function isGoodBreak(document: PrintDocument, next: number): boolean {
  if (next === document.rows.length - 1) return false
  return document.rows[next]?.kind !== 'total' && document.rows[next - 1]?.kind !== 'heading'
}

function withBlocks(
  document: PrintDocument,
  heights: Heights,
  height: number,
  pages: Omit<Page, 'number' | 'count'>[],
  roomAfterTable: number,
): Omit<Page, 'number' | 'count'>[] {
  const { blocks } = heights
  let left = roomAfterTable - heights.gap
  let from = 0
  let fresh = false
  while (from < blocks.length) {
    const head = fresh ? headAbove(document.blocks, from) : undefined
    const room = head === undefined ? left : left - blocks[head]!
    const to = blocksThatFit(document, blocks, from, room, fresh)
    const page = pages.at(-1)!
    if (to > from) page.blocks = { from, to, ...(head !== undefined && { head }) }
    from = to
    if (from < blocks.length) {
      pages.push({ continued: true, panel: page.panel, rows: { from: 0, to: 0 }, blocks: { from, to: from } })
      left = height - heights.continued
      fresh = true
    }
  }
  return withHeadedEnd(document, heights, height, pages)
}

/** So few items on the last page look lost there without those before them. */
const FEW = 2
/** A section of more blocks than these stays where it is. */
const SHORT_SECTION = 5

/** Moves a short section to the last page where only its end would stand there. */
function withHeadedEnd(
  { blocks }: PrintDocument,
  heights: Heights,
  height: number,
  pages: Omit<Page, 'number' | 'count'>[],
): Omit<Page, 'number' | 'count'>[] {
  const [before, last] = [pages.at(-2), pages.at(-1)!]
  const { from, to } = last.blocks
  const hasRows = last.rows.to > last.rows.from
  if (!before || hasRows || to - from > FEW || from === to || isHead(blocks[from])) return pages
  let heading = blocks.findLastIndex((block, at) => at < from && block.kind === 'heading')
  while (heading > before.blocks.from && isHead(blocks[heading - 1])) heading -= 1
  // What it leaves must not be a page without anything on it.
  const leaves = before.rows.to > before.rows.from || heading > before.blocks.from
  const fits = total(heights.blocks.slice(heading, to)) <= height - heights.continued
  if (heading < before.blocks.from || !leaves || to - heading > SHORT_SECTION || !fits) return pages
  const { head: _head, ...range } = last.blocks
  return [
    ...pages.slice(0, -2),
    { ...before, blocks: { ...before.blocks, to: heading } },
    { ...last, blocks: { ...range, from: heading } },
  ]
}

/** A heading, and what heads the columns of lines: neither is left last on a page. */
function isHead(block: PrintBlock | undefined): boolean {
  return block?.kind === 'heading' || (block?.kind === 'row' && block.isHead)
}

/** What heads the columns of the lines that a page begins with. */
function headAbove(blocks: readonly PrintBlock[], from: number): number | undefined {
  if (blocks[from]?.kind !== 'row' || isHead(blocks[from])) return undefined
  const head = blocks.findLastIndex((block, at) => at < from && isHead(block))
  return blocks[head]?.kind === 'row' ? head : undefined
}

/** The end of the range of blocks that fit; on a fresh page at least one, since nothing larger than a page can wait. */
function blocksThatFit(
  document: PrintDocument,
  blocks: readonly number[],
  from: number,
  room: number,
  fresh: boolean,
): number {
  let used = 0
  let to = from
  while (to < blocks.length && used + blocks[to]! <= room) {
    used += blocks[to]!
    to += 1
  }
  if (to < blocks.length) while (to > from && isHead(document.blocks[to - 1])) to -= 1
  if (to === from && fresh) {
    while (to < blocks.length - 1 && isHead(document.blocks[to])) to += 1
    return to + 1
  }
  return to
}
