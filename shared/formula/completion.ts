/**
 * What stands around the caret in a formula being written: the name being typed, the function whose parentheses are open,
 * and whether a reference may come here. Reads text alone; which names exist is for who asks.
 */
import { FUNCTIONS, isFunctionName, type FunctionName, type Span } from './ast.ts'
import { scan, type Scanned } from './tokens.ts'
import { bodyStart, isFormulaText } from './written.ts'

/** A name under the caret: `query` is what stands of it before the caret, the offsets are of the whole name. */
export type NameAtCaret = Span & { query: string } & (
    | { kind: 'name' }
    /** A line of one schedule: after `schedule.`, or the end of a range; of the own schedule where none is named. */
    | { kind: 'line_of'; schedule?: string }
    /** A column after `@`, of the own schedule where none is named, else of `schedule`. */
    | { kind: 'column'; schedule?: string }
  )

function tokensOf(text: string): Scanned[] {
  return [...scan(text, bodyStart(text))]
}

/** The name being written at the caret; undefined where none is. An empty query is one just after `@` or `schedule.`. */
export function nameAtCaret(text: string, caret: number): NameAtCaret | undefined {
  if (!isFormulaText(text) || caret < bodyStart(text)) return undefined
  const tokens = tokensOf(text)
  const here = tokens.findIndex(({ type, at, end }) => type === 'name' && at < caret && caret <= end)
  const name = tokens[here]
  const before = name ? here - 1 : tokens.findLastIndex(({ end }) => end <= caret)
  const query = name ? text.slice(name.at, caret).toLowerCase() : ''
  const span = name ? { at: name.at, end: name.end } : { at: caret, end: caret }
  const mark = tokens[before]
  if (mark?.text === '@') {
    const schedule = scheduleBefore(tokens, before)
    return { kind: 'column', query, ...span, ...(schedule !== undefined && { schedule }) }
  }
  if (mark?.text === '.' && tokens[before - 1]?.type === 'name') {
    return { kind: 'line_of', query, ...span, schedule: tokens[before - 1]!.text }
  }
  if (name && mark?.text === '..') {
    const schedule = scheduleBefore(tokens, before)
    return { kind: 'line_of', query, ...span, ...(schedule !== undefined && { schedule }) }
  }
  return name ? { kind: 'name', query, ...span } : undefined
}

/** The schedule named by the reference that the token at `from` goes on. */
function scheduleBefore(tokens: readonly Scanned[], from: number): string | undefined {
  for (let i = from - 1; i >= 0; i--) {
    const { type, text } = tokens[i]!
    if (text === '.') return tokens[i - 1]?.text
    // Names and the marks between them alone make a reference; two names in a row are two.
    if (type === 'name' ? tokens[i + 1]?.type === 'name' : text !== '@' && text !== '..') return undefined
  }
  return undefined
}

/** The innermost function whose parentheses the caret is in, and which of its arguments, from 0. */
export type CallAtCaret = { name: FunctionName; argument: number }

export function callAtCaret(text: string, caret: number): CallAtCaret | undefined {
  if (!isFormulaText(text)) return undefined
  const call = openAt(text, caret).findLast(({ name }) => name !== undefined && isFunctionName(name))
  return call && { name: call.name as FunctionName, argument: call.argument }
}

/** The parentheses open at the caret, outermost first, with the name before each and how many commas stand in it. */
function openAt(text: string, caret: number): { name: string | undefined; argument: number }[] {
  const open: { name: string | undefined; argument: number }[] = []
  const tokens = tokensOf(text)
  for (const [i, { text: written, end }] of tokens.entries()) {
    if (end > caret) break
    const before = tokens[i - 1]
    if (written === '(') open.push({ name: before?.type === 'name' ? before.text : undefined, argument: 0 })
    else if (written === ')') open.pop()
    else if (written === ',' && open.length > 0) open.at(-1)!.argument += 1
  }
  return open
}

/**
 * What may be put at the caret: a whole reference, or what the one before it still lacks (a column's id after `@`, the
 * last column with its `@`, the last line).
 */
export type Opening = 'reference' | 'column' | 'last_column' | 'last_line'

/** What may be put where `from` to `to` is selected; undefined where a reference has no place. */
export function openingAt(text: string, from: number, to: number): Opening | undefined {
  const start = bodyStart(text)
  if (!isFormulaText(text) || from < start) return undefined
  // A name or amount that goes on at the caret would run into what is put there.
  if (/^[A-Za-z0-9_@.]/.test(text.slice(to))) return undefined
  const tokens = tokensOf(text.slice(0, from))
  const last = tokens.at(-1)
  if (!last) return 'reference'
  if (last.type !== 'symbol') return undefined
  if (last.text === '@') return 'column'
  if (last.text === '..') return tokens.at(-3)?.text === '@' ? 'last_column' : 'last_line'
  return ')%.'.includes(last.text) ? undefined : 'reference'
}

/** True where a range may stand at `at`: as an argument of a function that takes ranges. */
export function takesRange(text: string, at: number): boolean {
  const name = openAt(text, at).at(-1)?.name
  if (name === undefined || !isFunctionName(name) || !FUNCTIONS[name].ranges) return false
  const last = tokensOf(text.slice(0, at)).at(-1)
  return last?.text === '(' || last?.text === ','
}
