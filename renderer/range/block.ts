/**
 * Blocks of cells as programs pass them on: tab-separated text and HTML tables, read and written. Pure; reads text only,
 * so that nothing of a pasted page is ever loaded or run.
 */

/** A field holds a tab, a line break or a quote only within quotes, which are doubled inside. */
function quotedField(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function writeTabbed(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quotedField).join('\t')).join('\r\n')
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  minus: '\u2212',
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function writeTable(block: readonly (readonly string[])[]): string {
  const rows = block.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
  return `<table><tbody>${rows.join('')}</tbody></table>`
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

/** Reads the first table of a page's text; undefined where it holds none. A cell over several columns leaves blanks. */
export function readTable(html: string): string[][] | undefined {
  const bare = html.replaceAll(/<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
  const table = /<table\b[\s\S]*?(?:<\/table\s*>|$)/i.exec(bare)?.[0]
  if (table === undefined) return undefined
  const rows = table.split(/<tr\b[^>]*>/i).slice(1)
  const block = rows.map((row) =>
    row
      .split(/<t[dh]\b/i)
      .slice(1)
      .flatMap((cell) => {
        const end = cell.indexOf('>')
        const span = Number(/\bcolspan\s*=\s*["']?(\d{1,3})/i.exec(cell.slice(0, end))?.[1] ?? 1)
        const text = cell.slice(end + 1).replace(/<\/t[dh]\s*>[\s\S]*$/i, '')
        return [plainText(text), ...Array.from({ length: Math.max(0, span - 1) }, () => '')]
      }),
  )
  return block.some((row) => row.length > 0) ? even(block) : undefined
}

function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
      (whole, hex?: string, digits?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
        const code = hex === undefined ? parseInt(digits!, 10) : parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function even(rows: string[][]): string[][] {
  const width = Math.max(1, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** What the clipboard holds as a block: a table that the plain text does not show as one, else the text. */
export function readClipboard(text: string, html: string): string[][] | undefined {
  const table = html === '' ? undefined : readTable(html)
  const isFlat = !text.includes('\t') && (table?.[0]?.length ?? 1) > 1
  if (table && (text === '' || isFlat)) return table
  return text === '' ? undefined : readTabbed(text)
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
