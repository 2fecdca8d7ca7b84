/**
 * The names in a formula text by their marks alone, whether the text parses or not: a name after `@` is a column, one before a point a
 * schedule, any other but that of a function a line. For texts whose meaning has changed since they were written.
 */
import { scan } from './tokens.ts'
import { swapped, type NamePart } from './rewrite.ts'
import { bodyStart } from './written.ts'

/** The text with each name as `other` gives it; `schedule` is the one that the name's reference reads, `own` that of the formula. */
export function withWrittenNames(
  text: string,
  own: string,
  other: (part: NamePart, schedule: string) => string,
): string {
  const tokens = [...scan(text, bodyStart(text))]
  let schedule = own
  const swaps = tokens.flatMap(({ type, text: name, at, end }, i) => {
    const [before, after] = [tokens[i - 1]?.text, tokens[i + 1]?.text]
    if (type !== 'name') {
      // What is no part of a reference ends it.
      if (name !== '.' && name !== '..' && (name !== '@' || (i > 0 && !isPart(tokens[i - 1]!)))) schedule = own
      return []
    }
    if (after === '(') return []
    const kind = before === '@' ? ('column' as const) : after === '.' ? ('schedule' as const) : ('line' as const)
    if (kind === 'schedule') schedule = name
    const next = other({ kind, name, at, end }, schedule)
    return next === name ? [] : [{ at, end, text: next }]
  })
  return swapped(text, swaps)
}

function isPart({ type, text }: { type: string; text: string }): boolean {
  return type === 'name' || text === '..'
}
