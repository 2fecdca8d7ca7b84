/**
 * A text of the workbook set into a sentence: its apostrophes as print sets them, and signs of writing direction within it (U+202A to
 * U+202E, U+2066 to U+2069) turning round nothing beyond it. Stands with the parsing of figures, the lowest of the shared folders, so
 * that every other can use it.
 */
import { typeset } from './typeset.ts'

const ISOLATE = '\u2068'
const END = '\u2069'
const POP = '\u202c'

const SIGNS = /[\u202a-\u202e\u2066-\u2069]/
const EACH_SIGN = /[\u202a-\u202e\u2066-\u2069]/g

/** The text as it reads; where it holds such a sign set apart, with what it opens closed and what it closes unopened left out. */
export function isolated(text: string): string {
  const shown = typeset(text)
  if (!SIGNS.test(shown)) return shown
  const whole = balanced(shown)
  return isSetApart(whole) ? whole : ISOLATE + whole + END
}

/** What opens an isolate; the other openers, of embeddings and overrides, are ended by U+202C. */
function isIsolate(sign: string): boolean {
  return sign >= '\u2066' && sign <= '\u2068'
}

function balanced(text: string): string {
  const open: string[] = []
  const kept = text.replaceAll(EACH_SIGN, (sign) => {
    if (sign === POP) return open.length > 0 && !isIsolate(open.at(-1)!) ? close(open) : ''
    if (sign !== END) {
      open.push(sign)
      return sign
    }
    // The end of an isolate ends what was opened within it as well.
    if (!open.some(isIsolate)) return ''
    let closed = ''
    while (!isIsolate(open.at(-1)!)) closed += close(open)
    return closed + close(open)
  })
  let rest = ''
  while (open.length > 0) rest += close(open)
  return kept + rest
}

function close(open: string[]): string {
  return isIsolate(open.pop()!) ? END : POP
}

/** True where the first sign opens an isolate that only the last one ends: nothing more has to be set around it. */
function isSetApart(text: string): boolean {
  if (!text.startsWith(ISOLATE) || !text.endsWith(END)) return false
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (isIsolate(text[at]!)) depth += 1
    else if (text[at] === END) depth -= 1
    if (depth === 0) return at === text.length - 1
  }
  return false
}
