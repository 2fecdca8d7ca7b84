/**
 * Cuts formula text into tokens with positions. Knows nothing of grammar or filings.
 */
import { countText } from '../money/count.ts'
import type { FormulaError, Span } from './ast.ts'

export type Token = Span & { type: 'name' | 'number' | 'symbol' | 'end'; text: string }

const PATTERN = /\s+|([A-Za-z_][A-Za-z0-9_]*)|(\d+(?:\.(?!\.)\d*)?|\.\d+)|(\.\.|<>|<=|>=|[-+*/^(),@.=<>%])/y

/** Longest formula, in characters; longer text is refused before it is read. */
export const MAX_LENGTH = 10_000

/** Tokens of the text from `start`, closed by one of type `end`; or the first character that belongs to none. */
export function tokenize(text: string, start: number): Token[] | FormulaError {
  if (text.length > MAX_LENGTH) {
    return {
      at: MAX_LENGTH,
      end: text.length,
      message: `A formula has at most ${countText(MAX_LENGTH)} characters.`,
    }
  }
  const tokens: Token[] = []
  for (const { type, text: written, at, end } of scan(text, start)) {
    if (type === 'strange') return { at, end, message: strange(written) }
    tokens.push({ type, text: written, at, end })
  }
  tokens.push({ type: 'end', text: '', at: text.length, end: text.length })
  return tokens
}

/** A token of a text that need not be a formula yet: a character that belongs to none is one of its own. */
export type Scanned = Span & { type: 'name' | 'number' | 'symbol' | 'strange'; text: string }

/** Tokens of any text from `start` on, one after the other; names in lower case. */
export function* scan(text: string, start: number): Generator<Scanned, void> {
  let at = start
  while (at < text.length) {
    PATTERN.lastIndex = at
    const match = PATTERN.exec(text)
    if (match) {
      const end = PATTERN.lastIndex
      const [, name, number, symbol] = match
      if (name !== undefined) yield { type: 'name', text: name.toLowerCase(), at, end }
      else if (number !== undefined) yield { type: 'number', text: number, at, end }
      else if (symbol !== undefined) yield { type: 'symbol', text: symbol, at, end }
      at = end
    } else {
      const character = String.fromCodePoint(text.codePointAt(at)!)
      yield { type: 'strange', text: character, at, end: at + character.length }
      at += character.length
    }
  }
}

function strange(character: string): string {
  if (character === ';') return 'Arguments are separated by a comma, not a semicolon.'
  if (character === '"' || character === "'") return 'A formula holds no quoted text.'
  if (character === '$') return 'An amount in a formula has no $ sign.'
  if (character === '!') return 'A line of another schedule is written schedule.line.'
  if (character === ':') return 'A range is written first..last.'
  return `The character ${character} has no meaning in a formula.`
}
