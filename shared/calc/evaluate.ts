/**
 * Computes one bound formula from the values of the cells it names.
 * Pure: reads values, never writes them. Blanks, errors and rounding follow the rules of README's glossary.
 */
import type { FunctionName, Node, Range } from '../formula/ast.ts'
import {
  Decimal,
  PLACES,
  ZERO,
  inRange,
  negated,
  quantize,
  roundedAway,
  roundedTo,
  withoutResidue,
} from '../money/decimal.ts'
import { percentChange, printedValue, type Format } from '../money/format.ts'
import { CellError, DIVISION_ERROR, NUMBER_ERROR, REF_ERROR, VALUE_ERROR } from './cell_error.ts'
import { NOTHING, amountOf, type RangeResult } from './range_total.ts'
import { isAmount, type Value } from './value.ts'

/** Where a reference of a formula points: a cell, a summed range, the cells of a range, or nowhere. */
export type Slot =
  | { kind: 'cell'; cell: number }
  | { kind: 'range'; range: number }
  | { kind: 'cells'; cells: Int32Array }
  | null

/** What a formula reads while it computes. */
export type Reading = {
  values: readonly Value[]
  /** Values of the base layer. */
  filed: readonly Value[]
  range(range: number): RangeResult
  scale(cell: number): { format: Format; decimals: number | undefined }
}

const ONE = new Decimal(1)

/**
 * The value of a formula; blank where everything it refers to is blank (a formula without references never is).
 * Never throws for any formula that parses.
 */
export function evaluate(root: Node, slots: readonly Slot[], filed: readonly boolean[], reading: Reading): Value {
  if (slots.length > 0 && allBlank(slots, filed, reading)) return null
  return new Evaluation(slots, reading).value(root)
}

function allBlank(slots: readonly Slot[], filed: readonly boolean[], reading: Reading): boolean {
  for (const [i, slot] of slots.entries()) {
    if (slot === null) return false
    if (slot.kind === 'cell') {
      if ((filed[i] ? reading.filed : reading.values)[slot.cell] !== null) return false
    } else if (slot.kind === 'range') {
      const { error, amounts } = reading.range(slot.range)
      if (error !== null || amounts > 0) return false
    } else if (slot.cells.some((cell) => reading.values[cell] !== null)) return false
  }
  return true
}

class Evaluation {
  private readonly slots: readonly Slot[]
  private readonly reading: Reading

  constructor(slots: readonly Slot[], reading: Reading) {
    this.slots = slots
    this.reading = reading
  }

  value(node: Node): Value {
    switch (node.type) {
      case 'number':
        return node.value
      case 'reference': {
        const slot = this.slots[node.slot]!
        if (slot?.kind !== 'cell') return REF_ERROR
        return (node.role === 'filed' ? this.reading.filed : this.reading.values)[slot.cell]!
      }
      case 'line_range':
      case 'column_range':
        return VALUE_ERROR
      case 'negate':
        return this.map(node.operand, negated)
      case 'sum':
        return this.sum(node.terms)
      case 'product':
        return this.product(factorsOf(node))
      case 'power':
        return this.pair(node.base, node.exponent, power)
      case 'comparison':
        return this.pair(node.left, node.right, (a, b) => truth(compare(node.operator, ordered(a, b))))
      case 'call':
        return this.call(node.name, node.arguments)
    }
  }

  /** The operand as an amount; blank counts as 0. */
  private amount(node: Node): Decimal | CellError {
    const value = this.value(node)
    if (value === null) return ZERO
    return typeof value === 'string' ? VALUE_ERROR : value
  }

  private map(node: Node, apply: (x: Decimal) => Value): Value {
    const x = this.amount(node)
    return x instanceof CellError ? x : apply(x)
  }

  private pair(left: Node, right: Node, apply: (a: Decimal, b: Decimal) => Value): Value {
    const a = this.amount(left)
    if (a instanceof CellError) return a
    const b = this.amount(right)
    return b instanceof CellError ? b : apply(a, b)
  }

  private sum(terms: readonly { sign: 1 | -1; node: Node }[]): Value {
    let total: Decimal | undefined
    for (const { sign, node } of terms) {
      const x = this.amount(node)
      if (x instanceof CellError) return x
      // The first term is no sum yet.
      if (total === undefined) total = sign === 1 ? x : negated(x)
      else total = withoutResidue(sign === 1 ? total.plus(x) : total.minus(x))
      if (!inRange(total)) return NUMBER_ERROR
    }
    return total ?? ZERO
  }

  private product(factors: readonly Factor[]): Value {
    let result = this.amount(factors[0]!.node)
    for (let i = 1; i < factors.length && !(result instanceof CellError); i++) {
      const { operator, node } = factors[i]!
      const x = this.amount(node)
      if (x instanceof CellError) return x
      result = operator === '*' ? multiply(result, x) : divide(result, x)
    }
    return result
  }

  private call(name: FunctionName, list: readonly Node[]): Value {
    const [first, second, third] = list as [Node, Node, Node]
    switch (name) {
      case 'sum':
      case 'average':
      case 'count':
        return this.tally(name, list)
      case 'min':
      case 'max':
        return this.extreme(name, list)
      case 'abs':
        return this.map(first, (x) => (x.isNegative() || roundedAway(x) < 0 ? negated(x) : x))
      case 'round':
        return second === undefined
          ? this.map(first, (x) => round(x, ZERO))
          : this.pair(first, second, (x, places) => round(x, places))
      case 'if': {
        const condition = this.amount(first)
        if (condition instanceof CellError) return condition
        if (!condition.isZero()) return this.value(second)
        return third === undefined ? null : this.value(third)
      }
      case 'and':
      case 'or':
        return this.logic(name, list)
      case 'not':
        return this.map(first, (x) => truth(x.isZero()))
      case 'iferror': {
        const value = this.value(first)
        return value instanceof CellError ? this.value(second) : value
      }
      case 'is_blank': {
        const value = this.value(first)
        return value instanceof CellError ? value : truth(value === null)
      }
      case 'needs': {
        const value = this.value(first)
        return value === null || value instanceof CellError ? value : this.value(second)
      }
      case 'printed':
        return this.printed(first)
      case 'as_filed':
        return this.value(first)
      case 'percent_change': {
        const a = this.printedAmount(first)
        if (a instanceof CellError) return a
        const b = this.printedAmount(second)
        if (b instanceof CellError) return b
        return finish(percentChange(a, b))
      }
    }
  }

  private tally(name: 'sum' | 'average' | 'count', list: readonly Node[]): Value {
    let total = NOTHING
    let amounts = 0
    for (const node of list) {
      if (isRange(node)) {
        const slot = this.slots[node.slot]!
        if (slot?.kind !== 'range') return REF_ERROR
        const range = this.reading.range(slot.range)
        if (range.error) return range.error
        amounts += range.amounts
        total = total.plus(range.total)
      } else {
        const value = this.value(node)
        if (value instanceof CellError) return value
        if (typeof value === 'string') return VALUE_ERROR
        if (value === null) continue
        amounts++
        total = total.plus(value)
      }
    }
    if (name === 'count') return new Decimal(amounts)
    if (name === 'sum') return finish(amountOf(total))
    return amounts === 0 ? null : finish(new Decimal(withoutResidue(total).div(amounts)))
  }

  private extreme(name: 'min' | 'max', list: readonly Node[]): Value {
    let best: Decimal | null = null
    for (const value of this.each(list)) {
      if (value instanceof CellError) return value
      if (typeof value === 'string') return VALUE_ERROR
      if (value === null) continue
      if (best === null || (name === 'min' ? value.lt(best) : value.gt(best))) best = value
    }
    return best
  }

  private *each(list: readonly Node[]): Iterable<Value> {
    for (const node of list) {
      if (!isRange(node)) {
        yield this.value(node)
        continue
      }
      const slot = this.slots[node.slot]!
      if (slot?.kind !== 'cells') yield REF_ERROR
      else for (const cell of slot.cells) yield this.reading.values[cell]!
    }
  }

  /** Every argument is computed, so that an error anywhere shows. */
  private logic(name: 'and' | 'or', list: readonly Node[]): Value {
    let holds = name === 'and'
    for (const node of list) {
      const x = this.amount(node)
      if (x instanceof CellError) return x
      if (name === 'and') holds &&= !x.isZero()
      else holds ||= !x.isZero()
    }
    return truth(holds)
  }

  /** The cell rounded to its display scale; anything that is no amount as it is. */
  private printed(node: Node): Value {
    const value = this.value(node)
    const reference = node.type === 'call' && node.name === 'as_filed' ? node.arguments[0]! : node
    if (!isAmount(value) || reference.type !== 'reference') return value
    const slot = this.slots[reference.slot]!
    if (slot?.kind !== 'cell') return value
    const { format, decimals } = this.reading.scale(slot.cell)
    return finish(printedValue(value, format, decimals))
  }

  private printedAmount(node: Node): Decimal | CellError {
    const value = this.printed(node)
    if (value === null) return ZERO
    return typeof value === 'string' ? VALUE_ERROR : value
  }
}

export type Factor = { operator: '*' | '/'; node: Node }

/**
 * The factors of a product from left to right; the operator of the first has no meaning.
 * Read in a loop, since products nested in the left of products may go deeper than calls can.
 */
export function factorsOf(product: Node): Factor[] {
  const factors: Factor[] = []
  let left = product
  while (left.type === 'product') {
    factors.push({ operator: left.operator, node: left.right })
    left = left.left
  }
  factors.push({ operator: '*', node: left })
  return factors.reverse()
}

function isRange(node: Node): node is Range {
  return node.type === 'line_range' || node.type === 'column_range'
}

function truth(holds: boolean): Decimal {
  return holds ? ONE : ZERO
}

/** Within the range of amounts, at 20 decimal places, without a negative zero. */
function finish(x: Decimal | CellError): Decimal | CellError {
  if (x instanceof CellError) return x
  return inRange(x) ? quantize(x) : NUMBER_ERROR
}

function multiply(a: Decimal, b: Decimal): Decimal | CellError {
  return finish(a.times(b))
}

function divide(a: Decimal, b: Decimal): Decimal | CellError {
  return b.isZero() ? DIVISION_ERROR : finish(a.div(b))
}

function power(base: Decimal, exponent: Decimal): Value {
  if (base.isZero() && exponent.isNeg() && !exponent.isZero()) return DIVISION_ERROR
  return finish(base.pow(exponent))
}

function round(x: Decimal, places: Decimal): Value {
  if (!places.isInteger() || places.abs().gt(PLACES)) return NUMBER_ERROR
  // A count of places, not an amount.
  const whole = Number(places.toFixed())
  if (whole >= 0) return finish(roundedTo(x, whole))
  const unit = new Decimal(10).pow(-whole)
  const units = roundedTo(x.div(unit), 0)
  return units.isZero() ? units : finish(units.times(unit))
}

/** How a stands to b: their difference decides, without the residue of quotients. */
function ordered(a: Decimal, b: Decimal): number {
  return withoutResidue(a.minus(b)).cmp(ZERO)
}

function compare(operator: string, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}
