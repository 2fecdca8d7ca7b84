/**
 * Formulas that read lines whose sign is turned, or that leave the place where a range counted them: written so that they give the same
 * values as before. Works on text and tree; knows of lines only what it is asked to. What cannot be written so is told, never guessed.
 */
import { wholeSpan, type FunctionName, type Node, type Range, type Reference } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import { swapped } from '../formula/rewrite.ts'
import { isTaxFunction } from '../tax/functions.ts'
import { withoutNoughts } from './terms_left.ts'

/** What a formula has to be told of the lines that it reads. */
export type Readings = {
  /** The line that it reads holds its figures with the other sign now. */
  isTurned: (reference: Reference | Range) => boolean
  /** The line that it reads counts in it no more. */
  isDropped: (reference: Reference) => boolean
  /**
   * The members of a range of lines as they are to be counted now, runs and single lines, in their order; undefined where the range
   * stays as it is, null where its members cannot be told one by one.
   */
  pieces: (range: Range) => readonly Piece[] | undefined | null
}

/** A run of lines or a single one, as it is written; those that move may leave a total, `turned` ones count with the other sign. */
export type Piece = { text: string; moves: boolean; turned: boolean }

type Swap = { at: number; end: number; text: string }

/** Where a part stands: as an argument or alone, beside an operator, where only its being blank is asked, where a sign changes what it is. */
type Place = 'alone' | 'operand' | 'blankness' | 'shape'

/** The formula with each reading carried; undefined where it cannot be carried. */
export function withReadings(text: string, readings: Readings): string | undefined {
  const parsed = parseFormula(text)
  if ('error' in parsed) return text
  const carrier = new Carrier(text, readings)
  carrier.walk(parsed.formula.root, 'alone')
  if (!carrier.holds) return undefined
  return swapped(
    text,
    carrier.swaps.toSorted((a, b) => a.at - b.at || a.end - b.end),
  )
}

/**
 * The formula of a total without the lines that count in it no more, with what it reads else carried; undefined where it is no plain sum
 * or cannot be carried, null where nothing would be left.
 */
export function withoutTerms(text: string, readings: Readings): string | undefined | null {
  const parsed = parseFormula(text)
  if ('error' in parsed || !isPlainSum(parsed.formula.root)) return undefined
  const swaps: Swap[] = []
  for (const reference of parsed.formula.references) {
    if (reference.type === 'reference') {
      if (readings.isDropped(reference)) swaps.push({ ...reference, text: '0' })
      continue
    }
    const pieces = readings.pieces(reference)
    if (pieces === null) return undefined
    const staying = pieces?.filter(({ moves }) => !moves).map((piece) => piece.text)
    if (staying) swaps.push({ ...reference, text: staying.join(', ') || '0' })
  }
  let moved = 0
  const noughts = swaps.flatMap(({ at, end, text: by }) => {
    const now = at + moved
    moved += by.length - (end - at)
    return by === '0' ? [{ at: now, blank: true }] : []
  })
  const left = withoutNoughts(swapped(text, swaps), noughts)
  const read = parseFormula(left)
  return 'formula' in read && read.formula.references.length > 0 ? left : null
}

/** True for sums and differences of cells and ranges alone. */
export function isPlainSum(node: Node): boolean {
  switch (node.type) {
    case 'reference':
      return node.role !== 'filed'
    case 'line_range':
      return true
    case 'negate':
      return isPlainSum(node.operand)
    case 'sum':
      return node.terms.every((term) => isPlainSum(term.node))
    case 'call':
      return node.name === 'sum' && node.arguments.every(isPlainSum)
    case 'number':
    case 'product':
    case 'power':
    case 'comparison':
    case 'column_range':
      return false
  }
}

class Carrier {
  readonly swaps: Swap[] = []
  holds = true
  private readonly source: string
  private readonly readings: Readings

  constructor(source: string, readings: Readings) {
    this.source = source
    this.readings = readings
  }

  walk(node: Node, place: Place): void {
    switch (node.type) {
      case 'number':
        return
      case 'reference':
        if (this.readings.isTurned(node)) this.reference(node, place)
        return
      case 'line_range':
      case 'column_range':
        // Ranges stand in functions, which carry them themselves.
        if (this.readings.isTurned(node) || this.readings.pieces(node) !== undefined) this.holds = false
        return
      case 'negate':
        if (this.isBare(node.operand)) this.swaps.push({ at: node.at, end: node.operand.at, text: '' })
        else this.walk(node.operand, 'operand')
        return
      case 'sum':
        for (const [i, { node: term }] of node.terms.entries()) this.term(node, i, term)
        return
      case 'product':
      case 'comparison':
        this.walk(node.left, 'operand')
        this.walk(node.right, 'operand')
        return
      case 'power':
        this.walk(node.base, 'operand')
        this.walk(node.exponent, 'operand')
        return
      case 'call':
        this.call(node, place)
    }
  }

  private isBare(node: Node): node is Reference {
    return node.type === 'reference' && !node.around && this.readings.isTurned(node)
  }

  private reference(node: Node & Reference, place: Place): void {
    if (place === 'blankness') return
    if (place === 'shape') this.holds = false
    else if (place === 'alone' || node.around) this.swaps.push({ at: node.at, end: node.at, text: '-' })
    else this.wrapped(node)
  }

  private wrapped({ at, end }: { at: number; end: number }): void {
    this.swaps.push({ at, end: at, text: '(-' }, { at: end, end, text: ')' })
  }

  private term(sum: Node & { type: 'sum' }, i: number, term: Node): void {
    if (!this.isBare(term)) return this.walk(term, 'operand')
    if (i === 0) {
      this.swaps.push({ at: term.at, end: term.at, text: '-' })
      return
    }
    const { end } = wholeSpan(sum.terms[i - 1]!.node)
    const at = end + this.source.slice(end, term.at).search(/[-+]/)
    this.swaps.push({ at, end: at + 1, text: this.source[at] === '+' ? '-' : '+' })
  }

  private call(node: Node & { type: 'call' }, place: Place): void {
    const { name, arguments: list } = node
    if (READ_AS_REFERENCE.has(name)) {
      const turned = list.filter((one) => one.type === 'reference' && this.readings.isTurned(one))
      if (turned.length === 0) for (const one of list) this.walk(one, 'shape')
      else if (turned.length < list.length) this.holds = false
      else if (place === 'alone') this.swaps.push({ at: node.at, end: node.at, text: '-' })
      else this.wrapped(node)
      return
    }
    for (const [i, one] of list.entries()) {
      if (one.type === 'line_range') this.range(name, one)
      else this.walk(one, placeOf(name, i))
    }
  }

  private range(name: FunctionName, node: Range): void {
    const pieces = this.readings.pieces(node)
    if (pieces === undefined) return
    const isSigned = name === 'sum' || pieces?.every(({ turned }) => !turned)
    // A rule of tax takes a range as one argument, which pieces of it are not.
    if (pieces === null || pieces.length === 0 || isTaxFunction(name) || (!isSigned && name !== 'count')) {
      this.holds = false
      return
    }
    const text = pieces.map((piece) => (piece.turned && name === 'sum' ? '-' : '') + piece.text).join(', ')
    this.swaps.push({ at: node.at, end: node.end, text })
  }
}

/** Functions that take a reference and not what is computed from it. */
const READ_AS_REFERENCE: ReadonlySet<FunctionName> = new Set(['printed', 'as_filed', 'percent_change'])

/** A blank line is passed over, or told apart from nil, where what is computed from it is nil. */
const KEEPS_BLANKS: ReadonlySet<FunctionName> = new Set(['average', 'min', 'max', 'iferror'])

function placeOf(name: FunctionName, i: number): Place {
  if (isTaxFunction(name)) return 'shape'
  if (name === 'is_blank' || name === 'count' || (name === 'needs' && i === 0)) return 'blankness'
  if (KEEPS_BLANKS.has(name) || name === 'needs' || (name === 'if' && i > 0)) return 'shape'
  return 'alone'
}
