/**
 * Blocks of cells as programs pass them on in text: fields between tabs, lines between line breaks, quotes around a field
 * that holds one of these. Pure; must not decide what a field means.
 */

/** A field holds a tab, a line break or a quote only within quotes, which are doubled inside. */
function quotedField(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function writeTabbed(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quotedField).join('\t')).join('\r\n')
}

/**
 * Reads tab-separated text as spreadsheets write it; one line break at the end counts as none, ragged rows are filled up,
 * and a quote that never closes is text like any other.
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
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1)
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}
