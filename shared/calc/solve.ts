/**
 * Finds the amount of one cell that gives another a wanted value: by the slope of the formulas between them,
 * which is exact where they are affine, and checked by a preview. Must not guess where they are not.
 */
import type { FunctionName, Node } from '../formula/ast.ts'
import { isTaxFunction, type TaxFunctionName } from '../tax/functions.ts'
import { Decimal, ZERO, inRange, plain, quantize } from '../money/decimal.ts'
import { cellName, sameCell } from '../model/cell.ts'
import type { CellInput, CellRef } from '../model/filing.ts'
import type { Refusal } from '../refusals/refusal.ts'
import { Bound } from './bind.ts'
import { CellError } from './cell_error.ts'
import type { Slot } from './evaluate.ts'
import { evaluate, factorsOf } from './evaluate.ts'
import { valueOf } from './held.ts'
import { takesInput } from './layout.ts'
import type { Network } from './network.ts'
import { isAmount, type Value } from './value.ts'
import { columnName, lineName } from '../model/lookup.ts'

export type Goal = { target: CellRef; value: Decimal; by: CellRef }

/**
 * unknown: a cell does not exist. not_editable: the changing cell takes no input or is computed.
 * no_amount: the target is blank, text or an error. unrelated: nothing of the target depends on the cell.
 * offset: it does, but the effects cancel. not_affine: the formulas between bend. inexact: no amount gives the value exactly.
 */
export type UnsolvableKind =
  | 'unknown'
  | 'not_editable'
  | 'no_amount'
  | 'unrelated'
  | 'offset'
  | 'not_affine'
  | 'inexact'

/** Why there is no answer: its kind, which says what else may be tried, and the refusal to be shown. */
export class Unsolvable {
  readonly kind: UnsolvableKind
  readonly refusal: Refusal
  constructor(kind: UnsolvableKind, refusal: Refusal) {
    this.kind = kind
    this.refusal = refusal
  }
}

type Previewing = { preview(inputs: readonly CellInput[]): readonly (CellRef & { new: Value })[] }

/** A slope, or bent where the formula is not affine in the changing cell. */
type Slope = Decimal | 'bent'

const ONE = new Decimal(1)
/** Decimal places of an answer tried before all 20. */
const PLAIN_PLACES = 12

/** Solves in the scenario layer. Never throws. */
export function solve(network: Network, engine: Previewing, { target, value, by }: Goal): Decimal | Unsolvable {
  const { layout, scenario } = network
  const [to, from] = [layout.cell(target), layout.cell(by)]
  if (to === undefined) return new Unsolvable('unknown', { code: 'no_cell', cell: cellName(target) })
  if (from === undefined) return new Unsolvable('unknown', { code: 'no_cell', cell: cellName(by) })
  const place = layout.place(from)
  const [line, column] = [place.sheet.lines[place.line]!, place.sheet.columns[place.column]!]
  if (!takesInput(line, column))
    return new Unsolvable('not_editable', { code: 'takes_no_input', cell: named(network, by) })
  if (network.definition(from) instanceof Bound) {
    return new Unsolvable('not_editable', { code: 'computed_by_formula', cell: named(network, by) })
  }
  const start = scenario.shown(from)
  const now = scenario.shown(to)
  if (start !== null && !isAmount(start))
    return new Unsolvable('no_amount', { code: 'holds_no_amount', line: named(network, by) })
  if (!isAmount(now)) {
    const cell = named(network, target)
    return new Unsolvable(
      'no_amount',
      now === null ? { code: 'is_blank', cell } : { code: 'holds_no_amount', line: cell },
    )
  }
  if (to === from) return value
  const slope = slopeOf(network, from, to)
  const names = (): { target: string; by: string } => ({ target: named(network, target), by: named(network, by) })
  if (slope === undefined) return new Unsolvable('unrelated', { code: 'no_dependence', ...names() })
  if (slope === 'bent') return new Unsolvable('not_affine', { code: 'not_in_proportion', ...names() })
  if (slope.isZero()) return new Unsolvable('offset', { code: 'effects_offset', ...names() })
  const found = quantize((start ?? ZERO).plus(value.minus(now).div(slope)))
  if (!inRange(found)) return new Unsolvable('inexact', { code: 'answer_out_of_range' })
  // What stands may already be rounded at its last place, and the quotient is: the plainer amount is the one meant.
  for (const answer of [quantize(found.toDecimalPlaces(PLAIN_PLACES)), found]) {
    const after = engine.preview([{ ...by, input: plain(answer) }]).find((change) => sameCell(change, target))
    const reached = after ? after.new : now
    if (isAmount(reached) && reached.eq(value)) return answer
  }
  return new Unsolvable('inexact', { code: 'no_exact_amount', by: named(network, by) })
}

function named(network: Network, ref: CellRef): string {
  const sheet = network.layout.byId.get(ref.schedule)
  const line = sheet?.lines.find(({ id }) => id === ref.line)
  const column = sheet?.columns.find(({ id }) => id === ref.column)
  return sheet && line && column
    ? `${lineName({ schedule: sheet, line })} (${columnName(sheet, column)})`
    : cellName(ref)
}

/** How much the target moves for one unit of the changing cell; undefined where it does not depend on it. */
function slopeOf(network: Network, from: number, to: number): Slope | undefined {
  const cone = new Set([from])
  for (const cell of cone) for (const follower of network.followers(cell, 'scenario')) cone.add(follower)
  if (!cone.has(to)) return undefined
  const order = network.scenario.order
  const slopes = new Map<number, Slope>([[from, ONE]])
  for (const cell of [...cone].sort((a, b) => order.rank(a) - order.rank(b))) {
    if (cell === from) continue
    const definition = network.definition(cell)
    if (definition instanceof Bound && definition.formula) {
      slopes.set(cell, new Derivative(network, definition, slopes).of(definition.formula.root))
    }
    if (cell === to) break
  }
  return slopes.get(to)
}

class Derivative {
  private readonly network: Network
  private readonly bound: Bound
  private readonly slopes: ReadonlyMap<number, Slope>

  constructor(network: Network, bound: Bound, slopes: ReadonlyMap<number, Slope>) {
    this.network = network
    this.bound = bound
    this.slopes = slopes
  }

  of(node: Node): Slope {
    switch (node.type) {
      case 'number':
        return ZERO
      case 'reference':
        return node.role === 'filed' ? ZERO : this.slot(this.bound.slots[node.slot]!)
      case 'line_range':
      case 'column_range':
        return this.slot(this.bound.slots[node.slot]!)
      case 'negate':
        return scale(this.of(node.operand), ONE.neg())
      case 'sum':
        return total(node.terms.map((term) => scale(this.of(term.node), new Decimal(term.sign))))
      case 'product':
        return this.product(node)
      case 'power':
        return this.flat([node.base, node.exponent])
      case 'comparison':
        return this.flat([node.left, node.right])
      case 'call':
        return isTaxFunction(node.name) ? this.flat(node.arguments) : this.call(node.name, node.arguments)
    }
  }

  private slot(slot: Slot): Slope {
    if (slot === null || slot.kind === 'blank') return ZERO
    if (slot.kind === 'cell') return this.slopes.get(slot.cell) ?? ZERO
    const members = slot.kind === 'cells' ? slot.cells : this.network.ground.ranges.members[slot.range]!
    return total([...members].map((cell) => this.slopes.get(cell) ?? ZERO))
  }

  /** 0 where nothing inside moves, otherwise bent. */
  private flat(nodes: readonly Node[]): Slope {
    return nodes.every((node) => isFlat(this.of(node))) ? ZERO : 'bent'
  }

  private product(product: Node & { type: 'product' }): Slope {
    const [first, ...others] = factorsOf(product)
    let slope = this.of(first!.node)
    let before = first!.node
    for (const { operator, node } of others) {
      const own = this.of(node)
      if (isFlat(own)) slope = this.scaled(slope, operator, this.value(node))
      else if (operator === '/' || !isFlat(slope)) return 'bent'
      else slope = this.scaled(own, '*', this.value(before))
      before = { type: 'product', operator, left: before, right: node, at: product.at, end: node.end }
    }
    return slope
  }

  /** The slope times or divided by what does not move. */
  private scaled(slope: Slope, operator: '*' | '/', by: Value): Slope {
    if (isAmount(by) && !by.isZero()) return scale(slope, operator === '*' ? by : ONE.div(by))
    return isFlat(slope) || operator === '*' ? ZERO : 'bent'
  }

  private call(name: Exclude<FunctionName, TaxFunctionName>, list: readonly Node[]): Slope {
    const [first, second, third] = list as [Node, Node, Node | undefined]
    switch (name) {
      case 'sum':
        return total(list.map((node) => this.of(node)))
      case 'if': {
        if (!isFlat(this.of(first))) return 'bent'
        const condition = this.value(first)
        const holds = isAmount(condition) && !condition.isZero()
        return holds ? this.of(second) : third === undefined ? ZERO : this.of(third)
      }
      case 'iferror':
        return this.value(first) instanceof CellError ? this.of(second) : this.of(first)
      case 'needs':
        return this.of(second)
      case 'as_filed':
        return ZERO
      case 'average':
      case 'count':
      case 'min':
      case 'max':
      case 'abs':
      case 'round':
      case 'and':
      case 'or':
      case 'not':
      case 'is_blank':
      case 'printed':
      case 'percent_change':
        return this.flat(list)
    }
  }

  private value(node: Node): Value {
    return valueOf(evaluate(node, this.bound.slots, this.bound.filed, this.network.scenario.read()))
  }
}

function isFlat(slope: Slope): boolean {
  return slope !== 'bent' && slope.isZero()
}

function scale(slope: Slope, by: Decimal): Slope {
  return slope === 'bent' ? slope : slope.times(by)
}

function total(slopes: readonly Slope[]): Slope {
  let sum: Decimal = ZERO
  for (const slope of slopes) {
    if (slope === 'bent') return 'bent'
    sum = sum.plus(slope)
  }
  return sum
}
