/**
 * Tables that are set for the eye, as filings on the web are: the dollar sign, the closing parenthesis and the percent
 * sign of one figure stand in cells of their own, and so do the marks of notes. Puts each figure together again. Pure;
 * must not read a figure's amount.
 */
import { closesFigure, isFigureText, isNoteMark, opensFigure } from './figure_text.ts'

/** A cell at its column, over `span` of them. */
export type PlacedCell = { at: number; span: number; text: string }
export type PlacedRow = PlacedCell[]

function written(row: PlacedRow): PlacedRow {
  return row.filter(({ text }) => text !== '')
}

/** True where parts of figures stand in cells of their own, beside the figure that they belong to. */
export function isTypeset(rows: readonly PlacedRow[]): boolean {
  return rows.some((row) => {
    const cells = written(row)
    return cells.some(({ text }, at) => {
      const [before, after] = [cells[at - 1]?.text ?? '', cells[at + 1]?.text ?? '']
      if (opensFigure(text)) return isFigureText(after)
      return (closesFigure(text) || isNoteMark(text)) && isFigureText(before)
    })
  })
}

/** The row with the parts of each figure joined in the cell of its digits; signs that belong to no figure say nothing. */
function joined(row: PlacedRow): PlacedRow {
  const cells: PlacedRow = []
  let before = ''
  const given = written(row)
  for (const [at, cell] of given.entries()) {
    const last = cells.at(-1)
    const isFirst = cell.at === 0
    if (isNoteMark(cell.text) && !isFirst) continue
    const after = given.slice(at + 1).find(({ text }) => !opensFigure(text))
    if (opensFigure(cell.text)) {
      // Of two dollar signs in a row the first stood beside a blank.
      const signs = opensFigure(`${before}${cell.text}`) ? `${before}${cell.text}` : cell.text
      before = after && isFigureText(after.text) ? signs : ''
    } else if (closesFigure(cell.text) && !isFirst) {
      if (last && isFigureText(last.text)) {
        const gap = /^[a-z]/i.test(cell.text) ? ' ' : ''
        cells[cells.length - 1] = { ...last, text: `${last.text}${gap}${cell.text}` }
      }
    } else {
      cells.push({ ...cell, text: `${before}${cell.text}` })
      before = ''
    }
  }
  return cells
}

/** The rows as a block: figures whole, words over several columns above the figures they head, no column without a cell. */
export function settled(rows: readonly PlacedRow[]): string[][] {
  const whole = rows.map(joined)
  const figures = new Set(
    whole.flatMap((row) => row.filter(({ span, text }) => span === 1 && isFigureText(text)).map(({ at }) => at)),
  )
  const placed = whole.map((row) =>
    row.map(({ at, span, text }) => {
      const head = Array.from({ length: span }, (_, i) => at + i).find((column) => figures.has(column))
      return { column: head ?? at, text }
    }),
  )
  const columns = [...new Set(placed.flatMap((row) => row.map(({ column }) => column)))].sort((a, b) => a - b)
  return placed.map((row) => {
    const texts = new Map<number, string>()
    for (const { column, text } of row) texts.set(column, [texts.get(column), text].filter(Boolean).join(' '))
    return columns.map((column) => texts.get(column) ?? '')
  })
}

/** The rows as a block, every cell in its own column; a cell over several columns leaves blanks. */
export function laidOut(rows: readonly PlacedRow[]): string[][] {
  const width = rows.flat().reduce((widest, { at, span }) => Math.max(widest, at + span), 1)
  return rows.map((row) => {
    const texts = Array.from({ length: width }, () => '')
    for (const { at, text } of row) texts[at] = text
    return texts
  })
}

/** The rows as a block of whole figures, where parts of figures stand apart; else every cell in its own column. */
export function composed(rows: readonly PlacedRow[]): string[][] {
  return isTypeset(rows) ? settled(rows) : laidOut(rows)
}

/** A block of tab-separated text as placed cells. */
export function placed(block: readonly (readonly string[])[]): PlacedRow[] {
  return block.map((row) => row.map((text, at) => ({ at, span: 1, text })))
}
