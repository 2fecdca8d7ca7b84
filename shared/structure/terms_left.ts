/**
 * A formula without the noughts that stand for what went: `a + 0 - 0 + b` becomes `a + b`, and a sign goes with its term. Works on
 * text and tree alone; must change no value: a nought that says something more than nothing stays.
 *
 * Left as they are, because the formula would compute otherwise without them:
 * - a factor, a divisor, a power, a side of a comparison, a condition: `a * 0`, `if(0, a, b)`. What else they read would go too, and
 *   with it whether the formula is blank or an error;
 * - a branch of `if`, `iferror` and `needs`, where a nought is the outcome;
 * - a nil in average, count, min and max, which counts there; a blank does not, and goes;
 * - one nought where a sum is left with a single term that can be blank, and a blank is not nil at that place: `if(c, a + 0, b)`;
 *   and in percent_change, which rounds a reference and not a sum.
 */
import { factorsOf } from '../calc/evaluate.ts'
import { wholeSpan, type FunctionName, type Node, type Span } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import { isTaxFunction } from '../tax/functions.ts'

/** A nought in a formula that stands for what went, which was blank or nil. */
export type Nought = { at: number; blank: boolean }

/** The formula with the noughts at these places gone wherever its value is the same without them. */
export function withoutNoughts(text: string, noughts: readonly Nought[]): string {
  if (noughts.length === 0) return text
  const parsed = parseFormula(text)
  if ('error' in parsed) return text
  const { root, references } = parsed.formula
  const known = new Map(noughts.map((one) => [one.at, one.blank]))
  const next = new Reading(text, known, references.length).text(root, 'value')
  const { at, end } = wholeSpan(root)
  return text.slice(0, at) + next + text.slice(end)
}

/**
 * What a place makes of its value. `amount`: a blank counts as nil there. `value`: a blank is passed on or told apart from nil.
 * `shape`: a reference is read in another way than what is computed from it.
 */
type Place = 'amount' | 'value' | 'shape'

/** A term of a sum that is left; `node` is what it computes. */
type Term = { sign: 1 | -1; text: string; node: Node }

/** A part of the formula without noughts: as it was written, gone, a sum of what is left, or other text of the same make. */
type Left =
  | { kind: 'same' }
  | { kind: 'gone'; blank: boolean }
  | { kind: 'terms'; terms: Term[]; tight: boolean }
  | { kind: 'text'; text: string }

const SAME: Left = { kind: 'same' }
const NIL: Left = { kind: 'gone', blank: false }

/** Functions in which a nil counts and a blank does not. */
const COUNTING: ReadonlySet<FunctionName> = new Set(['average', 'count', 'min', 'max'])

class Reading {
  private readonly source: string
  private readonly noughts: ReadonlyMap<number, boolean>
  private readonly references: number
  private readonly known = new Map<Node, Left>()

  constructor(source: string, noughts: ReadonlyMap<number, boolean>, references: number) {
    this.source = source
    this.noughts = noughts
    this.references = references
  }

  private written({ at, end }: Span): string {
    return this.source.slice(at, end)
  }

  /** The text of a part at its place. */
  text(node: Node, place: Place): string {
    return this.told(node, this.left(node, place), place)
  }

  private told(node: Node, left: Left, place: Place): string {
    switch (left.kind) {
      case 'same':
        return this.written(wholeSpan(node))
      case 'gone':
        return '0'
      case 'text':
        return left.text
      case 'terms':
        return sumText(left) + (this.needsNought(left.terms, place) ? ' + 0' : '')
    }
  }

  /** The text of a part between operators that bind more closely than a sum. */
  private operand(node: Node): string {
    const left = this.left(node, 'amount')
    if (left.kind !== 'terms') return this.told(node, left, 'amount')
    const [first, ...rest] = left.terms
    return rest.length === 0 && first!.sign === 1 && isClosed(first!.node) ? first!.text : `(${sumText(left)})`
  }

  private needsNought([first, ...rest]: readonly Term[], place: Place): boolean {
    if (place === 'amount' || rest.length > 0 || first!.sign === -1) return false
    if (place === 'shape') return isReadAsReference(first!.node) || canBeBlank(first!.node)
    return canBeBlank(first!.node) && !this.isBlankWithAll(first!.node)
  }

  /** True where the part is blank only where all that the formula reads is: then the formula is blank with a nought as without. */
  private isBlankWithAll(node: Node): boolean {
    if (node.type === 'reference') return this.references === 1
    if (node.type !== 'call') return false
    const reads = node.arguments.every(({ type }) => type === 'reference' || type.endsWith('_range'))
    return reads && READING.has(node.name) && node.arguments.length === this.references
  }

  /** Read once: a part is asked for by what holds it and again where it is written. */
  private left(node: Node, place: Place): Left {
    let left = this.known.get(node)
    if (!left) this.known.set(node, (left = this.read(node, place)))
    return left
  }

  private read(node: Node, place: Place): Left {
    switch (node.type) {
      case 'number': {
        const blank = this.noughts.get(node.at)
        return blank === undefined ? SAME : { kind: 'gone', blank }
      }
      case 'reference':
      case 'line_range':
      case 'column_range':
        return SAME
      case 'negate':
        return this.negated(node.operand)
      case 'sum':
        return this.sum(node.terms)
      case 'product':
        return this.product(node)
      case 'power':
      case 'comparison':
        return this.pair(node)
      case 'call':
        return this.call(node, place)
    }
  }

  private negated(operand: Node): Left {
    const left = this.left(operand, 'amount')
    if (left.kind === 'same') return SAME
    if (left.kind === 'gone') return NIL
    if (left.kind === 'terms') return { ...left, terms: left.terms.map(turned) }
    return { kind: 'terms', terms: [{ sign: -1, text: left.text, node: operand }], tight: true }
  }

  private sum(terms: readonly { sign: 1 | -1; node: Node }[]): Left {
    const parts = terms.map(({ node }) => this.left(node, 'amount'))
    if (parts.every(({ kind }) => kind === 'same')) return SAME
    const left = terms.flatMap(({ sign, node }, i): Term[] => {
      const part = parts[i]!
      if (part.kind === 'gone') return []
      if (part.kind !== 'terms') return [{ sign, text: this.told(node, part, 'amount'), node }]
      const [first, ...rest] = part.terms
      if (rest.length === 0) return [{ ...first!, sign: sign === first!.sign ? 1 : -1 }]
      // A minus at the head of parentheses goes in front of them.
      const turn = first!.sign === -1
      const inner = turn ? part.terms.map(turned) : part.terms
      const group = `(${sumText({ ...part, terms: inner })})`
      return [{ sign: turn ? other(sign) : sign, text: group, node: { ...node, around: wholeSpan(node) } }]
    })
    const [first, ...rest] = left
    if (!first) return NIL
    const between = this.source.slice(wholeSpan(terms[0]!.node).end, wholeSpan(terms[1]!.node).at)
    return { kind: 'terms', terms: [this.withoutSign(first), ...rest], tight: !/\s/.test(between) }
  }

  /** The term that comes to stand first, with a minus of its own as its sign: `0 - -b` is `b`. */
  private withoutSign({ sign, text, node }: Term): Term {
    if (node.type !== 'negate' || text !== this.written(wholeSpan(node))) return { sign, text, node }
    return { sign: other(sign), text: this.written(wholeSpan(node.operand)), node: node.operand }
  }

  private product(node: Node & { type: 'product' }): Left {
    const factors = factorsOf(node)
    const parts = factors.map((factor) => this.left(factor.node, 'amount'))
    if (parts.every(({ kind }) => kind === 'same')) return SAME
    const isGone = (i: number): boolean => parts[i]!.kind === 'gone'
    const isConstant = factors.every((factor, i) => {
      const isDivisor = i > 0 && factor.operator === '/'
      if (isGone(i)) return !isDivisor
      const { node: own } = factor
      const number = own.type === 'negate' ? own.operand : own
      return number.type === 'number' && !(isDivisor && number.value.isZero())
    })
    if (isConstant && parts.some(({ kind }) => kind === 'gone')) return NIL
    const text = factors
      .map((factor, i) => (i === 0 ? '' : ` ${factor.operator} `) + this.operand(factor.node))
      .join('')
    return { kind: 'text', text: node.around ? `(${text})` : text }
  }

  private pair(node: Node & { type: 'power' | 'comparison' }): Left {
    const [first, second] = node.type === 'power' ? [node.base, node.exponent] : [node.left, node.right]
    if (this.left(first, 'amount').kind === 'same' && this.left(second, 'amount').kind === 'same') return SAME
    const side = (one: Node): string => (node.type === 'power' ? this.operand(one) : this.text(one, 'amount'))
    const operator = this.written({ at: wholeSpan(first).end, end: wholeSpan(second).at })
    const text = side(first) + operator + side(second)
    return { kind: 'text', text: node.around ? `(${text})` : text }
  }

  private call(node: Node & { type: 'call' }, place: Place): Left {
    const { name, arguments: list } = node
    const parts = list.map((argument, i) => this.left(argument, placeOf(name, i, place)))
    if (parts.every(({ kind }) => kind === 'same')) return SAME
    const isGone = (i: number): boolean => parts[i]!.kind === 'gone'
    if (name === 'abs' && isGone(0)) return NIL
    if (name === 'round' && isGone(0) && isPlaces(list[1])) return NIL
    if (name === 'sum' && list.every((_, i) => isGone(i))) return NIL
    const goes = (i: number): boolean => {
      const part = parts[i]!
      return part.kind === 'gone' && (name === 'sum' || (COUNTING.has(name) && part.blank))
    }
    const kept = list.flatMap((argument, i) =>
      goes(i) ? [] : [this.told(argument, parts[i]!, placeOf(name, i, place))],
    )
    if (kept.length === 0) return SAME
    const text = `${name}(${kept.join(', ')})`
    return { kind: 'text', text: node.around ? `(${text})` : text }
  }
}

/** Functions that are blank only where all that they read is. */
const READING: ReadonlySet<FunctionName> = new Set(['average', 'min', 'max', 'printed', 'as_filed'])

/** Functions whose outcome can be blank. */
const BLANKABLE: ReadonlySet<FunctionName> = new Set([...READING, 'if', 'iferror', 'needs'])

/** What a function makes of the value of an argument. */
function placeOf(name: FunctionName, i: number, place: Place): Place {
  if (COUNTING.has(name) || isTaxFunction(name) || name === 'is_blank') return 'value'
  if (name === 'if') return i === 0 ? 'amount' : handedOn(place)
  if (name === 'iferror') return handedOn(place)
  if (name === 'needs') return i === 0 ? 'value' : handedOn(place)
  return name === 'percent_change' ? 'shape' : 'amount'
}

/** What is handed on is computed, and no reference any more. */
function handedOn(place: Place): Place {
  return place === 'amount' ? 'amount' : 'value'
}

function other(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1
}

function turned({ sign, ...rest }: Term): Term {
  return { ...rest, sign: other(sign) }
}

function sumText({ terms, tight }: { terms: readonly Term[]; tight: boolean }): string {
  return terms
    .map(({ sign, text }, i) => {
      if (i === 0) return sign === -1 ? `-${text}` : text
      const operator = sign === -1 ? '-' : '+'
      return tight ? operator + text : ` ${operator} ${text}`
    })
    .join('')
}

/** True for what needs no parentheses beside any operator. */
function isClosed(node: Node): boolean {
  return node.around !== undefined || ['number', 'reference', 'call'].includes(node.type)
}

function isReadAsReference(node: Node): boolean {
  return node.type === 'reference' || (node.type === 'call' && node.name === 'as_filed')
}

function canBeBlank(node: Node): boolean {
  return node.type === 'reference' || (node.type === 'call' && (BLANKABLE.has(node.name) || isTaxFunction(node.name)))
}

/** True for no count of decimal places, or one that rounding takes. */
function isPlaces(node: Node | undefined): boolean {
  return node === undefined || (node.type === 'number' && node.value.isInteger() && node.value.lte(20))
}
