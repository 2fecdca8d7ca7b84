/**
 * Reads formula text into its tree, or says what is wrong at which character.
 * Bounded in length and depth; never throws. Does not know which lines exist: binding is calc's.
 */
import { Decimal } from '../money/decimal.ts'
import { fixedOf } from '../money/fixed_point.ts'
import {
  FUNCTIONS,
  isFunctionName,
  wholeSpan,
  type Comparison,
  type Formula,
  type FormulaError,
  type Node,
  type Range,
  type Reference,
  type Span,
} from './ast.ts'
import { PREVIOUS } from '../model/column_before.ts'
import { isTaxFunction } from '../tax/functions.ts'
import { nearest } from './nearest.ts'
import { tokenize, type Token } from './tokens.ts'

/** Deepest nesting of parentheses, functions and operators. */
export const MAX_DEPTH = 100

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>='])

class Unreadable extends Error {
  readonly span: Span
  /** Takes the offsets alone of the token or tree that is refused. */
  constructor(message: string, { at, end }: Span) {
    super(message)
    this.span = { at, end }
  }
}

/**
 * The formula of a text, with or without its leading `=`.
 * On failure: a message for a person and the offsets of the offending characters.
 */
export function parseFormula(text: string): { formula: Formula } | { error: FormulaError } {
  const start = /^\s*=?/.exec(text)![0].length
  const tokens = tokenize(text, start)
  if (!Array.isArray(tokens)) return { error: tokens }
  try {
    const parser = new Parser(tokens)
    const root = parser.whole()
    return { formula: { text, root, references: parser.references } }
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    return { error: { ...fault.span, message: fault.message } }
  }
}

class Parser {
  readonly references: (Reference | Range)[] = []
  private readonly tokens: Token[]
  private position = 0
  private depth = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  whole(): Node {
    const first = this.next
    if (first.type === 'end') throw new Unreadable('The formula is empty.', first)
    const root = this.expression()
    const rest = this.next
    if (rest.type !== 'end') throw new Unreadable(`${rest.text} is not expected here.`, rest)
    return this.noRange(root)
  }

  private get next(): Token {
    return this.tokens[this.position]!
  }

  private is(symbol: string): boolean {
    return this.next.type === 'symbol' && this.next.text === symbol
  }

  private take(): Token {
    const token = this.next
    if (token.type !== 'end') this.position++
    return token
  }

  private skip(symbol: string): boolean {
    if (!this.is(symbol)) return false
    this.position++
    return true
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new Unreadable('The formula is nested too deeply.', this.next)
    const result = read()
    this.depth--
    return result
  }

  private expression(): Node {
    return this.nested(() => {
      let left = this.additive()
      let count = 0
      while (this.next.type === 'symbol' && COMPARISONS.has(this.next.text)) {
        if (++count > 1) throw new Unreadable('Comparisons are not chained: use and(a < b, b < c).', this.next)
        const operator = this.take().text as Comparison
        this.noRange(left)
        const right = this.noRange(this.additive())
        left = { type: 'comparison', operator, left, right, at: wholeSpan(left).at, end: wholeSpan(right).end }
      }
      return left
    })
  }

  private additive(): Node {
    const first = this.multiplicative()
    if (!this.is('+') && !this.is('-')) return first
    const terms: { sign: 1 | -1; node: Node }[] = [{ sign: 1, node: this.noRange(first) }]
    let { end } = wholeSpan(first)
    while (this.is('+') || this.is('-')) {
      const sign = this.take().text === '+' ? 1 : -1
      const node = this.noRange(this.multiplicative())
      terms.push({ sign, node })
      end = wholeSpan(node).end
    }
    return { type: 'sum', terms, at: wholeSpan(first).at, end }
  }

  private multiplicative(): Node {
    let left = this.unary()
    let count = 0
    while (this.is('*') || this.is('/')) {
      if (++count > MAX_DEPTH) throw new Unreadable('Too many factors in one product.', this.next)
      const operator = this.take().text as '*' | '/'
      this.noRange(left)
      const right = this.noRange(this.unary())
      left = { type: 'product', operator, left, right, at: wholeSpan(left).at, end: wholeSpan(right).end }
    }
    return left
  }

  private unary(): Node {
    const at = this.next.at
    if (this.skip('-')) {
      const operand = this.nested(() => this.noRange(this.unary()))
      return { type: 'negate', operand, at, end: wholeSpan(operand).end }
    }
    if (this.skip('+')) return this.nested(() => this.noRange(this.unary()))
    return this.power()
  }

  private power(): Node {
    const base = this.primary()
    if (!this.skip('^')) return base
    this.noRange(base)
    const exponent = this.nested(() => this.noRange(this.unary()))
    return { type: 'power', base, exponent, at: wholeSpan(base).at, end: wholeSpan(exponent).end }
  }

  private primary(): Node {
    const token = this.take()
    if (token.type === 'number') return this.number(token)
    if (token.type === 'name') {
      if (this.is('(')) return this.call(token)
      if (isFunctionName(token.text))
        throw new Unreadable(`${token.text} is a function: write ${token.text}(…).`, token)
      return this.reference(token)
    }
    if (token.text === '@') return this.columns({ at: token.at })
    if (token.text === '(') {
      const inner = this.expression()
      const close = this.next
      if (!this.skip(')')) throw new Unreadable('A closing parenthesis is missing.', close)
      this.noRange(inner).around = { at: token.at, end: close.end }
      return inner
    }
    if (token.type === 'end')
      throw new Unreadable('The formula ends where an amount, a line or a function is expected.', token)
    throw new Unreadable(`${token.text} is not expected here: an amount, a line or a function is.`, token)
  }

  private number(token: Token): Node {
    const value = new Decimal(token.text)
    if (value.e >= 19 || value.decimalPlaces() > 20) {
      throw new Unreadable('An amount has at most 19 digits before and 20 after the point.', token)
    }
    if (this.is(',') && /^\d{1,3}$/.test(token.text)) this.refuseSeparator(token)
    const percent = this.is('%') ? this.take() : undefined
    const amount = percent ? value.div(100).toDecimalPlaces(20) : value
    return {
      type: 'number',
      value: amount,
      units: fixedOf(amount),
      at: token.at,
      end: (percent ?? token).end,
    }
  }

  /** `1,234` outside a function would silently become two arguments or nonsense. */
  private refuseSeparator(token: Token): void {
    const after = this.tokens[this.position + 1]
    const touching = this.next.at === token.end && after?.at === this.next.end
    if (touching && after.type === 'number' && /^\d{3}$/.test(after.text) && this.depth === 1) {
      throw new Unreadable('Amounts in a formula are written without separators: 1234.', {
        at: token.at,
        end: after.end,
      })
    }
  }

  private name(what: string): Token {
    const token = this.next
    if (token.type !== 'name') throw new Unreadable(`The id of a ${what} is expected here.`, token)
    this.position++
    return token
  }

  /** After a name that is no function: `line`, `schedule.line`, a range, each with an optional column. */
  private reference(name: Token): Node {
    let line = name
    let schedule: string | undefined
    if (this.skip('.')) {
      schedule = name.text
      line = this.name('line')
    }
    if (this.skip('..')) {
      let last = this.name('line')
      if (this.skip('.')) {
        if (last.text !== schedule) throw new Unreadable('A range stays within one schedule.', last)
        last = this.name('line')
      }
      const column = this.skip('@') ? this.name('column') : undefined
      return this.add({
        type: 'line_range',
        ...(schedule !== undefined && { schedule }),
        first: line.text,
        last: last.text,
        ...(column && { column: column.text }),
        at: name.at,
        end: (column ?? last).end,
      })
    }
    if (this.skip('@')) {
      return this.columns({ at: name.at, line: line.text, ...(schedule !== undefined && { schedule }) })
    }
    return this.add({
      type: 'reference',
      ...(schedule !== undefined && { schedule }),
      line: line.text,
      at: name.at,
      end: line.end,
    })
  }

  /** After an `@`: one column, or a range of columns. */
  private columns(of: { at: number; schedule?: string; line?: string }): Node {
    const first = this.name('column')
    if (!this.skip('..')) return this.add({ type: 'reference', ...of, column: first.text, end: first.end })
    if (!this.skip('@')) throw new Unreadable('A range of columns is written @first..@last.', this.next)
    const last = this.name('column')
    for (const end of [first, last]) {
      if (end.text === PREVIOUS) throw new Unreadable('A range of columns names its first and its last column.', end)
    }
    return this.add({ type: 'column_range', ...of, first: first.text, last: last.text, end: last.end })
  }

  private add(node: Omit<Reference, 'slot'> | Omit<Range, 'slot'>): Reference | Range {
    const full = { ...node, slot: this.references.length } as Reference | Range
    this.references.push(full)
    return full
  }

  private call(name: Token): Node {
    if (!isFunctionName(name.text)) {
      throw new Unreadable(`There is no function ${name.text}${insteadOf(name.text)}`, name)
    }
    const rule = FUNCTIONS[name.text]
    this.take()
    const list: Node[] = []
    if (!this.is(')')) {
      do {
        const argument = this.expression()
        list.push(rule.ranges ? argument : this.noRange(argument))
      } while (this.skip(','))
    }
    const close = this.next
    if (!this.skip(')')) throw new Unreadable(`${name.text}( lacks its closing parenthesis.`, close)
    const span = { at: name.at, end: close.end }
    if (list.length < rule.least || list.length > rule.most) {
      const expected = rule.least === rule.most ? `${rule.least}` : `${rule.least} to ${rule.most}`
      throw new Unreadable(
        `${name.text} takes ${expected} argument${expected === '1' ? '' : 's'}, not ${list.length}.`,
        span,
      )
    }
    if ((name.text === 'printed' || name.text === 'as_filed') && list[0]!.type !== 'reference') {
      throw new Unreadable(`${name.text} takes one line or column, not a calculation.`, list[0]!)
    }
    for (const argument of list) {
      if (name.text === 'as_filed' && argument.type === 'reference') argument.role = 'filed'
      if ((name.text === 'min' || name.text === 'max') && isRange(argument)) argument.role = 'members'
      if (isTaxFunction(name.text) && isRange(argument)) argument.role = 'list'
    }
    return { type: 'call', name: name.text, arguments: list, ...span }
  }

  private noRange(node: Node): Node {
    if (isRange(node)) {
      throw new Unreadable('A range can be used only inside sum, average, count, min, max or a function of tax.', node)
    }
    return node
  }
}

/** `; sum is one.` for a name much like that of a function, otherwise all there are. */
function insteadOf(name: string): string {
  const isOfTax = name.startsWith('tax')
  const names = Object.keys(FUNCTIONS).filter((one) => isTaxFunction(one) === isOfTax)
  const [first, ...more] = nearest(name, names)
  if (first === undefined) return `. Functions: ${names.join(', ')}.`
  return more.length === 0 ? `; ${first} is one.` : `; ${[first, ...more].join(', ')} are some.`
}

function isRange(node: Node): node is Range {
  return node.type === 'line_range' || node.type === 'column_range'
}
