/**
 * Words as print sets them: an apostrophe that was typed straight is drawn curved. For what is shown; what is stored, and what an
 * editor holds, stays as typed. Must not touch quotation marks, nor the marks of feet and inches behind a figure.
 */

const LETTER = /[\p{L}\p{M}]/u
const DIGIT = /\d/

const APOSTROPHE = '’'

/** The text with its apostrophes curved: `Stockholders' equity` becomes `Stockholders’ equity`. */
export function typeset(text: string): string {
  if (!text.includes("'")) return text
  let made = ''
  // A mark before a word opens a quotation, and the next one behind a word closes it: both stay as they were typed.
  let isQuoting = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (sign !== "'") {
      made += sign
      continue
    }
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
    const isBehindWord = LETTER.test(before) || (DIGIT.test(before) && LETTER.test(after))
    const isYear = !isBehindWord && !DIGIT.test(before) && /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4))
    const closes = isQuoting && isBehindWord && !LETTER.test(after)
    if (closes) isQuoting = false
    else if (!isBehindWord && !isYear && LETTER.test(after)) isQuoting = true
    made += !closes && (isBehindWord || isYear) ? APOSTROPHE : sign
  }
  return made
}
