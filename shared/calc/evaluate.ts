/**
 * Computes one bound formula from the values of the cells it names.
 * Pure: reads values, never writes them. Blanks, errors and rounding follow the rules of README's glossary.
 */
import type { FunctionName, Node, Range } from '../formula/ast.ts'
import { UNIT, fixedInRange, fixedMean, fixedWithoutResidue, type Fixed } from '../money/fixed_point.ts'
import { decimalsOf, isMeasured, type Format } from '../money/format.ts'
import { compare, divide, finish, multiply, percent, power, round, rounded, truth } from './arithmetic.ts'
import { CellError, NUMBER_ERROR, REF_ERROR, VALUE_ERROR } from './cell_error.ts'
import { isHeldAmount, negatedHeld, TRACE_LESS, unitsOf, type Held, type HeldAmount } from './held.ts'
import { amountOf, type RangeResult } from './range_total.ts'
import { isTaxFunction, TAX_FUNCTIONS, type TaxFunctionName } from '../tax/functions.ts'
import type { TaxArgument, TaxResult } from '../tax/tax_function.ts'

/** Where a reference of a formula points: a cell, a summed range, the cells of a range, before the first column, or nowhere. */
export type Slot =
  | { kind: 'cell'; cell: number }
  | { kind: 'range'; range: number }
  | { kind: 'cells'; cells: Int32Array }
  /** So many cells that are blank because there is no column before. */
  | { kind: 'blank'; cells: number }
  | null

/** What a formula reads while it computes. */
export type Reading = {
  values: readonly Held[]
  /** Values of the base layer. */
  filed: readonly Held[]
  range(range: number): RangeResult
  scale(cell: number): { format: Format; decimals: number | undefined }
}

/** What a rule of tax came to within a formula; the call is a node of its tree. */
export type TaxWorking = { name: TaxFunctionName; call: Node; result: TaxResult }

/** The value of a formula by itself; see Evaluation. */
export function evaluate(root: Node, slots: readonly Slot[], filed: readonly boolean[], reading: Reading): Held {
  return new Evaluation().of(root, slots, filed, reading)
}

function allBlank(slots: readonly Slot[], filed: readonly boolean[], reading: Reading): boolean {
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!
    if (slot === null) return false
    if (slot.kind === 'blank') continue
    if (slot.kind === 'cell') {
      if ((filed[i] ? reading.filed : reading.values)[slot.cell] !== null) return false
    } else if (slot.kind === 'range') {
      const { error, amounts } = reading.range(slot.range)
      if (error !== null || amounts > 0) return false
    } else if (slot.cells.some((cell) => reading.values[cell] !== null)) return false
  }
  return true
}

const NO_SLOTS: readonly Slot[] = []
const NOWHERE: Reading = {
  values: [],
  filed: [],
  range: () => ({ error: null, total: 0n, amounts: 0 }),
  scale: () => ({ format: 'amount', decimals: undefined }),
}

/** Computes formulas one after the other. */
export class Evaluation {
  private slots = NO_SLOTS
  private reading = NOWHERE
  private readonly told: ((working: TaxWorking) => void) | undefined

  /** `told` hears of each rule of tax as it is computed. */
  constructor(told?: (working: TaxWorking) => void) {
    this.told = told
  }

  /**
   * The value of a formula; blank where everything it refers to is blank (a formula without references never is).
   * Never throws for any formula that parses.
   */
  of(root: Node, slots: readonly Slot[], filed: readonly boolean[], reading: Reading): Held {
    if (slots.length > 0 && allBlank(slots, filed, reading)) return null
    this.slots = slots
    this.reading = reading
    return this.value(root)
  }

  private value(node: Node): Held {
    switch (node.type) {
      case 'number':
        return node.units
      case 'reference': {
        const slot = this.slots[node.slot]!
        if (slot?.kind === 'blank') return null
        if (slot?.kind !== 'cell') return REF_ERROR
        return (node.role === 'filed' ? this.reading.filed : this.reading.values)[slot.cell]!
      }
      case 'line_range':
      case 'column_range':
        return VALUE_ERROR
      case 'negate':
        return this.map(node.operand, negatedHeld)
      case 'sum':
        return this.sum(node.terms)
      case 'product':
        return this.product(node)
      case 'power':
        return this.pair(node.base, node.exponent, power)
      case 'comparison':
        return this.pair(node.left, node.right, (a, b) =>
          truth(compare(node.operator, fixedWithoutResidue(unitsOf(a) - unitsOf(b)))),
        )
      case 'call':
        return isTaxFunction(node.name) ? this.tax(node.name, node) : this.call(node.name, node.arguments)
    }
  }

  /** The operand as an amount; blank counts as 0. */
  private amount(node: Node): HeldAmount | CellError {
    const value = this.value(node)
    if (value === null) return 0n
    return typeof value === 'string' ? VALUE_ERROR : value
  }

  private map(node: Node, apply: (x: HeldAmount) => Held): Held {
    const x = this.amount(node)
    return x instanceof CellError ? x : apply(x)
  }

  private pair(left: Node, right: Node, apply: (a: HeldAmount, b: HeldAmount) => Held): Held {
    const a = this.amount(left)
    if (a instanceof CellError) return a
    const b = this.amount(right)
    return b instanceof CellError ? b : apply(a, b)
  }

  private sum(terms: readonly { sign: 1 | -1; node: Node }[]): Held {
    let total: HeldAmount | undefined
    for (const { sign, node } of terms) {
      const x = this.amount(node)
      if (x instanceof CellError) return x
      // The first term is no sum yet.
      if (total === undefined) {
        total = sign === 1 ? x : negatedHeld(x)
        continue
      }
      const term = unitsOf(x)
      total = fixedWithoutResidue(sign === 1 ? unitsOf(total) + term : unitsOf(total) - term)
      if (!fixedInRange(total)) return NUMBER_ERROR
    }
    return total ?? 0n
  }

  private product(product: Node & { type: 'product' }): Held {
    // Two factors, as most products have, need no list.
    if (product.left.type !== 'product') {
      const left = this.amount(product.left)
      return left instanceof CellError ? left : this.times(left, product)
    }
    const factors = factorsOf(product)
    let result = this.amount(factors[0]!.node)
    for (let i = 1; i < factors.length && !(result instanceof CellError); i++) {
      const { operator, node } = factors[i]!
      result = this.times(result, { operator, right: node })
    }
    return result
  }

  private times(left: HeldAmount, { operator, right }: { operator: '*' | '/'; right: Node }): Fixed | CellError {
    const x = this.amount(right)
    if (x instanceof CellError) return x
    return operator === '*' ? multiply(unitsOf(left), unitsOf(x)) : divide(unitsOf(left), unitsOf(x))
  }

  private call(name: Exclude<FunctionName, TaxFunctionName>, list: readonly Node[]): Held {
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
        return this.map(first, (x) => (unitsOf(x) < 0n || x === TRACE_LESS ? negatedHeld(x) : x))
      case 'round':
        return second === undefined
          ? this.map(first, (x) => round(x, 0n))
          : this.pair(first, second, (x, places) => round(x, unitsOf(places)))
      case 'if': {
        const condition = this.amount(first)
        if (condition instanceof CellError) return condition
        if (unitsOf(condition) !== 0n) return this.value(second)
        return third === undefined ? null : this.value(third)
      }
      case 'and':
      case 'or':
        return this.logic(name, list)
      case 'not':
        return this.map(first, (x) => truth(unitsOf(x) === 0n))
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
        return b instanceof CellError ? b : percent(unitsOf(a), unitsOf(b))
      }
    }
  }

  /** A rule of tax: its arguments are computed in reading order, and the first error among them stands for the whole. */
  private tax(name: TaxFunctionName, call: Node & { type: 'call' }): Held {
    const list: TaxArgument[] = []
    for (const node of call.arguments) {
      const cells: (Fixed | null)[] = []
      for (const value of this.each([node])) {
        if (value instanceof CellError) return value
        if (typeof value === 'string') return VALUE_ERROR
        cells.push(value === null ? null : unitsOf(value))
      }
      list.push(isRange(node) ? cells : cells[0]!)
    }
    const result = TAX_FUNCTIONS[name].compute(list)
    this.told?.({ name, call, result })
    if (result.value === 'value') return VALUE_ERROR
    return result.value === null ? null : finish(result.value)
  }

  private tally(name: 'sum' | 'average' | 'count', list: readonly Node[]): Held {
    let total = 0n
    let amounts = 0
    for (const node of list) {
      if (isRange(node)) {
        const slot = this.slots[node.slot]!
        if (slot?.kind === 'blank') continue
        if (slot?.kind !== 'range') return REF_ERROR
        const range = this.reading.range(slot.range)
        if (range.error) return range.error
        amounts += range.amounts
        total += range.total
      } else {
        const value = this.value(node)
        if (value instanceof CellError) return value
        if (typeof value === 'string') return VALUE_ERROR
        if (value === null) continue
        amounts++
        total += unitsOf(value)
      }
    }
    if (name === 'count') return BigInt(amounts) * UNIT
    if (name === 'sum') return amountOf(total)
    return amounts === 0 ? null : finish(fixedMean(fixedWithoutResidue(total), amounts))
  }

  private extreme(name: 'min' | 'max', list: readonly Node[]): Held {
    let best: HeldAmount | null = null
    for (const value of this.each(list)) {
      if (value instanceof CellError) return value
      if (typeof value === 'string') return VALUE_ERROR
      if (value === null) continue
      if (best === null) best = value
      else if (name === 'min' ? unitsOf(value) < unitsOf(best) : unitsOf(value) > unitsOf(best)) best = value
    }
    return best
  }

  private *each(list: readonly Node[]): Iterable<Held> {
    for (const node of list) {
      if (!isRange(node)) {
        yield this.value(node)
        continue
      }
      const slot = this.slots[node.slot]!
      if (slot?.kind === 'blank') for (let cell = 0; cell < slot.cells; cell++) yield null
      else if (slot?.kind !== 'cells') yield REF_ERROR
      else for (const cell of slot.cells) yield this.reading.values[cell]!
    }
  }

  /** Every argument is computed, so that an error anywhere shows. */
  private logic(name: 'and' | 'or', list: readonly Node[]): Held {
    let holds = name === 'and'
    for (const node of list) {
      const x = this.amount(node)
      if (x instanceof CellError) return x
      if (name === 'and') holds &&= unitsOf(x) !== 0n
      else holds ||= unitsOf(x) !== 0n
    }
    return truth(holds)
  }

  /** The cell rounded to its display scale; anything that is no amount as it is. */
  private printed(node: Node): Held {
    const value = this.value(node)
    const reference = node.type === 'call' && node.name === 'as_filed' ? node.arguments[0]! : node
    if (!isHeldAmount(value) || reference.type !== 'reference') return value
    const slot = this.slots[reference.slot]!
    if (slot?.kind !== 'cell') return value
    const { format, decimals } = this.reading.scale(slot.cell)
    return isMeasured(format) ? rounded(value, decimalsOf(format, decimals) + (format === 'rate' ? 2 : 0)) : value
  }

  private printedAmount(node: Node): HeldAmount | CellError {
    const value = this.printed(node)
    if (value === null) return 0n
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
