/**
 * Tables that are set for the eye, as filings on the web are: the dollar sign, the closing parenthesis and the percent
 * sign of one figure stand in cells of their own. Puts each figure together again. Pure; must not read a figure's amount.
 */

/** A cell at its column, over `span` of them. */
export type PlacedCell = { at: number; span: number; text: string }
export type PlacedRow = PlacedCell[]

function opens(text: string): boolean {
  return /^(?:\(? ?\$ ?\(?|\()$/.test(text)
}

function closes(text: string): boolean {
  return /^(?:\) ?%?|%)$/.test(text)
}

function isFigure(text: string): boolean {
  return /^[$(]? ?[$(-]? ?[\d.,]*\d[\d.,]* ?\)? ?%?$/.test(text) || /^\$? ?[-\u2010-\u2015\u2212]+ ?%?$/.test(text)
}

/** True where parts of figures stand in cells of their own, beside the figure that they belong to. */
export function isTypeset(rows: readonly PlacedRow[]): boolean {
  return rows.some((row) => {
    const written = row.filter(({ text }) => text !== '')
    return written.some(({ text }, at) => {
      const [before, after] = [written[at - 1]?.text ?? '', written[at + 1]?.text ?? '']
      return (opens(text) && isFigure(after)) || (closes(text) && /\d|^[-\u2010-\u2015\u2212]$/.test(before))
    })
  })
}

/** The row with the parts of each figure joined in the cell of its digits; the others are gone. */
function joined(row: PlacedRow): PlacedRow {
  const written = row.filter(({ text }) => text !== '')
  const cells: PlacedRow = []
  let before = ''
  for (const cell of written) {
    const last = cells.at(-1)
    if (opens(cell.text)) before += cell.text
    else if (closes(cell.text) && last) cells[cells.length - 1] = { ...last, text: `${last.text}${cell.text}` }
    else {
      cells.push({ ...cell, text: `${before}${cell.text}` })
      before = ''
    }
  }
  return cells
}

/** The rows as a block: figures whole, words over several columns above the figures they head, empty columns gone. */
export function settled(rows: readonly PlacedRow[]): string[][] {
  const whole = rows.map(joined)
  const figures = new Set(
    whole.flatMap((row) => row.filter(({ span, text }) => span === 1 && isFigure(text)).map(({ at }) => at)),
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

/** A block of tab-separated text as placed cells. */
export function placed(block: readonly (readonly string[])[]): PlacedRow[] {
  return block.map((row) => row.map((text, at) => ({ at, span: 1, text: text.trim() })))
}

/** True where the first column names the lines in words and the others hold figures: it would not go into figures. */
export function hasLabels(block: readonly (readonly string[])[]): boolean {
  const written = block.filter((row) => row.some((text) => text.trim() !== ''))
  return (
    written.length > 1 &&
    written.every(([first = '']) => first.trim() === '' || /\p{L}{3}/u.test(first)) &&
    written.some(([first = '']) => first.trim() !== '') &&
    written.some((row) => row.slice(1).some((text) => isFigure(text.trim())))
  )
}
