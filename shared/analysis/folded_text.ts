/**
 * Finding words as people type them: capitals, accents, kinds of dashes, quotation marks and spaces make no difference.
 * Says where in the text as written the words stand; must not rank, and knows no amounts.
 */

/** Where a text matches: from the first character up to, not including, `to`. */
export type Span = { from: number; to: number }

const PLAIN = /^[ -~]*$/
const MARKS = /\p{M}/gu

/** One character as it is compared. */
function foldedCharacter(character: string): string {
  if (/\s/u.test(character)) return ' '
  if (/[\u2010-\u2015\u2212]/u.test(character)) return '-'
  if (/[\u2018\u2019\u201b]/u.test(character)) return "'"
  if (/[\u201c\u201d\u201f]/u.test(character)) return '"'
  return character.normalize('NFKD').replaceAll(MARKS, '').toLowerCase().replaceAll('ς', 'σ')
}

/** The text as it is compared. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  let whole = ''
  for (const character of text) whole += foldedCharacter(character)
  return whole
}

/** The words to look for: folded, surplus spaces gone; empty where nothing is looked for. */
export function foldedQuery(query: string): string {
  return folded(query).replaceAll(/ +/g, ' ').trim()
}

/** Where a folded query first stands in a text as written; undefined where it does not. */
export function findFolded(text: string, query: string): Span | undefined {
  if (query === '') return undefined
  if (PLAIN.test(text)) {
    const from = text.toLowerCase().indexOf(query)
    return from < 0 ? undefined : { from, to: from + query.length }
  }
  // Folding can lengthen or shorten the text, so each folded character remembers which written one it came from.
  let whole = ''
  const source: number[] = []
  let at = 0
  for (const character of text) {
    for (const unit of foldedCharacter(character)) {
      whole += unit
      for (let count = 0; count < unit.length; count += 1) source.push(at)
    }
    at += character.length
  }
  const from = whole.indexOf(query)
  if (from < 0) return undefined
  let to = source[from + query.length] ?? text.length
  // Marks that fold to nothing belong to the character before them.
  const last = source[from + query.length - 1]!
  if (to === last) to = last + (text.codePointAt(last)! > 0xffff ? 2 : 1)
  return { from: source[from]!, to }
}
