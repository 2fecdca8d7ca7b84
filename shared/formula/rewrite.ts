/**
 * Carries a formula's text through the renaming of an id, and lists what a text refers to. Works on text and offsets alone:
 * it does not know which lines exist, and leaves every character that is no renamed id as it was written.
 */
import type { Range, Reference } from './ast.ts'
import { parseFormula } from './parse.ts'
import { tokenize, type Token } from './tokens.ts'

/** An id that changes. A line or column is named within its schedule. */
export type Renaming =
  | { kind: 'line'; schedule: string; from: string; to: string }
  | { kind: 'column'; schedule: string; from: string; to: string }
  | { kind: 'schedule'; from: string; to: string }

/**
 * References and ranges of a formula in reading order, with their offsets; none where the text does not parse.
 * Where `schedule` is absent the formula's own is meant, where `column` is absent the cell's own column.
 */
export function referencesOf(text: string): readonly (Reference | Range)[] {
  const parsed = parseFormula(text)
  return 'formula' in parsed ? parsed.formula.references : []
}

/** The names in a reference, each with what it names. */
export type NamePart = { kind: Renaming['kind']; name: string; at: number; end: number }

/** The names of one reference or range with their offsets in the text; whatever stands between them is left out. */
export function namesIn(text: string, reference: Reference | Range): NamePart[] {
  const tokens = tokenize(text.slice(0, reference.end), reference.at)
  if (!Array.isArray(tokens)) return []
  return tokens.flatMap((token, i) => (token.type === 'name' ? [part(tokens, token, i)] : []))
}

function part(tokens: readonly Token[], { text, at, end }: Token, i: number): NamePart {
  const kind = tokens[i - 1]?.text === '@' ? 'column' : tokens[i + 1]?.text === '.' ? 'schedule' : 'line'
  return { kind, name: text, at, end }
}

/**
 * The text with every reference carried through the change, all else as written. `own` is the schedule that the formula
 * stands in. Text that does not parse is returned as it is. Give formulas only: an input that is no formula is no matter of this.
 * A reference to another schedule without `@column` finds its column by the id of the cell's own: that match is not text.
 */
export function renameInFormula(text: string, own: { schedule: string }, change: Renaming): string {
  return withNames(text, own.schedule, ({ kind, name }, schedule) => {
    const isMeant = kind === change.kind && name === change.from
    return isMeant && (change.kind === 'schedule' || change.schedule === schedule) ? change.to : name
  })
}

/** The text with each name that it refers to as `other` gives it; `own` is the schedule that it stands in. */
export function withNames(text: string, own: string, other: (part: NamePart, schedule: string) => string): string {
  const swaps = referencesOf(text).flatMap((reference) =>
    namesIn(text, reference).map((part) => ({ ...part, text: other(part, reference.schedule ?? own) })),
  )
  return swapped(text, swaps)
}

/** The text with other text for parts of it, given in their order. */
export function swapped(text: string, swaps: readonly { at: number; end: number; text: string }[]): string {
  let next = ''
  let done = 0
  for (const swap of swaps) {
    next += text.slice(done, swap.at) + swap.text
    done = swap.end
  }
  return next + text.slice(done)
}
