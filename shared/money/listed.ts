/**
 * Several words in one sentence, parted as English parts them, whatever the locale. Not for values, which stand behind commas alone.
 */

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return AND.format(words)
}

/** `a`, `a or b`, `a, b or c`. */
export function listedOr(words: readonly string[]): string {
  return OR.format(words)
}
