/**
 * How well a name answers to a few letters typed for it: whole, its beginning, its words, its initials, its letters.
 * Compares one name; must not know what is named.
 */
import { folded, foldedQuery } from './folded_text.ts'

const WHOLE = 1000
const BEGINS = 800
const WORD_BEGINS = 600
const WITHIN = 400
/** The first letters of the first words, none left out; of some of the words in order. */
const ALL_INITIALS = 500
const INITIALS = 300
const LETTERS = 100

/** Words that tell no name from another. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the'])

/** Fewer letters than this scattered over a name say nothing. */
const LEAST_LETTERS = 3

/** Ranks names by what is typed: higher is better, undefined is no answer. Every typed word must be answered. */
export type NameRank = (name: string) => number | undefined

/**
 * Reads what is typed once; the result ranks any number of names. Nothing typed: every name answers alike. `strict` asks
 * for the words as written: letters scattered over a name, as of one misspelt, are no answer then.
 */
export function nameRank(typed: string, { strict = false }: { strict?: boolean } = {}): NameRank {
  const query = foldedQuery(typed)
  if (query === '') return () => 0
  const all = query.split(' ')
  // "Duplicate the filing" asks for the same as "Duplicate filing".
  const telling = all.filter((word) => !ARTICLES.has(word))
  const words = telling.length > 0 ? telling : all
  return (name) => {
    const text = folded(name)
    let worst = WHOLE
    let sum = 0
    for (const word of words) {
      const own = rankWord(word, text, strict)
      if (own === undefined) return undefined
      worst = Math.min(worst, own)
      sum += own
    }
    // Words that stand together as typed beat the same words scattered; among equals the shorter name is meant.
    const together = words.length > 1 && text.includes(query) ? WITHIN : 0
    const whole = text === query ? WHOLE : 0
    return worst + sum / words.length + together + whole - Math.min(text.length, 200) / 10
  }
}

function rankWord(word: string, text: string, strict: boolean): number | undefined {
  if (text === word) return WHOLE
  const at = text.indexOf(word)
  if (at === 0) return BEGINS
  const initials = word.length >= 2 ? rankInitials(word, text) : undefined
  if (at > 0) {
    for (let next = at; next >= 0; next = text.indexOf(word, next + 1)) if (isStart(text, next)) return WORD_BEGINS
    return Math.max(WITHIN, initials ?? 0)
  }
  if (initials !== undefined) return initials
  return !strict && word.length >= LEAST_LETTERS ? rankLetters(word, text) : undefined
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)
}

/** The rank where the letters begin words of the text, in order; words between may be passed over. */
function rankInitials(word: string, text: string): number | undefined {
  let at = 0
  let passed = 0
  for (const letter of word) {
    while (at < text.length && !(text[at] === letter && isStart(text, at))) {
      if (isStart(text, at) && /[\p{L}\p{N}]/u.test(text[at]!)) passed += 1
      at += 1
    }
    if (at === text.length) return undefined
    at += 1
  }
  return passed === 0 ? ALL_INITIALS : INITIALS
}

/** Letters in order, the first at the start of a word, none more than a few characters after the one before. */
function rankLetters(word: string, text: string): number | undefined {
  for (let start = 0; start < text.length; start += 1) {
    if (text[start] !== word[0] || !isStart(text, start)) continue
    let at = start
    let gaps = 0
    for (const letter of word.slice(1)) {
      const next = text.indexOf(letter, at + 1)
      if (next < 0 || next - at > 4) {
        gaps = -1
        break
      }
      gaps += next - at - 1
      at = next
    }
    if (gaps >= 0) return LETTERS - gaps * 5
  }
  return undefined
}
