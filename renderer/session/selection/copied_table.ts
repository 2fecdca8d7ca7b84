/**
 * The table that a copy gives to other programs, as HTML: figures as shown, and beside them, where only this product looks,
 * what the cells hold. Pure.
 */
import { HELD } from '../../../shared/intake/html_tables.ts'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A formula is text to other programs, which would take its names for their own. */
function cellTag(text: string): string {
  return text.startsWith('=') ? `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">` : '<td>'
}

/** Writes a block as a table; `held` is what its cells hold, as it would be typed. */
export function writeTable(block: readonly (readonly string[])[], held: readonly (readonly string[])[]): string {
  const rows = block.map((row) => `<tr>${row.map((text) => `${cellTag(text)}${escaped(text)}</td>`).join('')}</tr>`)
  return `<table ${HELD}="${escaped(JSON.stringify(held))}"><tbody>${rows.join('')}</tbody></table>`
}
