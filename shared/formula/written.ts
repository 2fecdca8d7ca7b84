/**
 * What a formula text shows while it is being written, finished or not: its references and the kind of each piece, for
 * colours, completion and marks. Where the text parses, its references are those of the parser. Says nothing of errors.
 */
import { isFunctionName, type Span } from './ast.ts'
import { scan, type Scanned } from './tokens.ts'

/** A name in a reference and what it names. */
export type WrittenName = Span & { kind: 'schedule' | 'line' | 'column'; name: string }

/** A reference or range as far as it is written; `first` and `last` are the ends of a range, of lines or of columns. */
export type WrittenReference = Span & {
  type: 'reference' | 'line_range' | 'column_range'
  schedule?: string
  line?: string
  column?: string
  first?: string
  last?: string
  names: readonly WrittenName[]
}

/** Where the formula itself begins: after its equals sign. */
export function bodyStart(text: string): number {
  return /^\s*=?/.exec(text)![0].length
}

/** True for a text that is meant as a formula. */
export function isFormulaText(text: string): boolean {
  return text.trimStart().startsWith('=')
}

/** The references of a text in reading order. */
export function writtenReferences(text: string): WrittenReference[] {
  return readReferences([...scan(text, bodyStart(text))])
}

function readReferences(tokens: readonly Scanned[]): WrittenReference[] {
  const found: WrittenReference[] = []
  for (let i = 0; i < tokens.length;) {
    const read = new Reading(tokens, i)
    if (read.begins()) {
      found.push(read.whole())
      i = read.next
    } else i += 1
  }
  return found
}

class Reading {
  next: number
  private readonly tokens: readonly Scanned[]
  private readonly names: WrittenName[] = []

  constructor(tokens: readonly Scanned[], from: number) {
    this.tokens = tokens
    this.next = from
  }

  private token(ahead = 0): Scanned | undefined {
    return this.tokens[this.next + ahead]
  }

  private is(symbol: string, ahead = 0): boolean {
    const token = this.token(ahead)
    return token?.type === 'symbol' && token.text === symbol
  }

  private isName(ahead = 0): boolean {
    return this.token(ahead)?.type === 'name'
  }

  begins(): boolean {
    if (this.is('@')) return this.isName(1)
    return this.isName() && !this.is('(', 1) && !isFunctionName(this.token()!.text)
  }

  private take(kind: WrittenName['kind']): string {
    const { text, at, end } = this.token()!
    this.names.push({ kind, name: text, at, end })
    this.next += 1
    return text
  }

  /** Reads on as long as what follows completes a part; what does not is left for the next. */
  whole(): WrittenReference {
    const { at } = this.token()!
    let schedule: string | undefined
    let line: string | undefined
    if (this.isName()) {
      if (this.is('.', 1) && this.isName(2)) {
        schedule = this.take('schedule')
        this.next += 1
      }
      line = this.take('line')
      if (this.is('..') && this.isName(1)) return this.done(at, this.lines(line, schedule))
    }
    const of = { ...(schedule !== undefined && { schedule }), ...(line !== undefined && { line }) }
    if (!this.is('@') || !this.isName(1)) return this.done(at, { type: 'reference', ...of })
    this.next += 1
    const column = this.take('column')
    if (!this.is('..') || !this.is('@', 1) || !this.isName(2))
      return this.done(at, { type: 'reference', ...of, column })
    this.next += 2
    return this.done(at, { type: 'column_range', ...of, first: column, last: this.take('column') })
  }

  private lines(first: string, schedule: string | undefined): Omit<WrittenReference, 'at' | 'end' | 'names'> {
    this.next += 1
    if (this.is('.', 1) && this.isName(2)) {
      this.take('schedule')
      this.next += 1
    }
    const last = this.take('line')
    const range = { type: 'line_range' as const, ...(schedule !== undefined && { schedule }), first, last }
    if (!this.is('@') || !this.isName(1)) return range
    this.next += 1
    return { ...range, column: this.take('column') }
  }

  private done(at: number, parts: Omit<WrittenReference, 'at' | 'end' | 'names'>): WrittenReference {
    return { ...parts, at, end: this.tokens[this.next - 1]!.end, names: this.names }
  }
}

/** A piece of the text that is of one kind; `colour` numbers the references from 0, the same one always alike. */
export type Piece = Span & {
  kind: 'equals' | 'function' | 'number' | 'operator' | 'reference' | 'unfinished' | 'strange'
  colour?: number
}

/** The same text for references that name the same cells in the same way. */
function referenceKey({ type, schedule, line, column, first, last }: WrittenReference): string {
  return [type, schedule, line, first, last, column].map((part) => part ?? '').join(' ')
}

/** Numbers the references: equal ones share a number. */
export function colourNumbers(references: readonly WrittenReference[]): number[] {
  const known = new Map<string, number>()
  return references.map((reference) => {
    const key = referenceKey(reference)
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key)!
  })
}

/** The pieces of a formula text in order; blanks stand between them. */
export function pieces(text: string): Piece[] {
  const start = bodyStart(text)
  const tokens = [...scan(text, start)]
  const references = readReferences(tokens)
  const colours = colourNumbers(references)
  const found: Piece[] = start > 0 ? [{ kind: 'equals', at: 0, end: start }] : []
  let next = 0
  for (const [i, { type, text: written, at, end }] of tokens.entries()) {
    while (next < references.length && references[next]!.end <= at) next += 1
    const reference = references[next]
    if (reference && at >= reference.at) {
      if (at === reference.at)
        found.push({ kind: 'reference', at: reference.at, end: reference.end, colour: colours[next]! })
      continue
    }
    if (type === 'number' || type === 'strange') found.push({ kind: type, at, end })
    else if (type === 'symbol') found.push({ kind: 'operator', at, end })
    else found.push({ kind: callsFunction(tokens, i, written) ? 'function' : 'unfinished', at, end })
  }
  return found
}

function callsFunction(tokens: readonly Scanned[], i: number, name: string): boolean {
  return isFunctionName(name) || tokens[i + 1]?.text === '('
}
