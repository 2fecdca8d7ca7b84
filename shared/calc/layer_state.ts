/**
 * The values of one layer, and the recalculation that follows an edit: only what depends on it,
 * in topological order, stopping where a value did not change.
 */
import { evaluate, type Reading } from './evaluate.ts'
import { CellError, NAME_ERROR } from './cell_error.ts'
import { Bound } from './bind.ts'
import type { Edges } from './edges.ts'
import { cellDecimals, cellFormat, type Layout } from './layout.ts'
import type { Order } from './order.ts'
import type { Decimal } from '../money/decimal.ts'
import { decimalOf } from '../money/fixed_point.ts'
import { sameHeld, valueOf, type Held } from './held.ts'
import type { Value } from './value.ts'
import type { RangeResult, RangeTotal, SavedTotal } from './range_total.ts'
import { cellName } from '../model/cell.ts'

/** What stands in a cell: a value entered, a formula, or nothing. */
export type Definition = Held | Bound

/** What a recalculation replaced, enough to take it back. */
export type Journal = { values: Map<number, Held>; ranges: Map<number, SavedTotal> }

export function emptyJournal(): Journal {
  return { values: new Map(), ranges: new Map() }
}

/** What a layer needs to know of its surroundings. */
export type Surroundings = {
  layout: Layout
  definition(cell: number): Definition
  /** Edges along which a change of this layer travels. */
  edges: readonly Edges[]
  /** True for a dependent that does not use its base definition in this layer. */
  skips(dependent: number, edges: Edges): boolean
  filed(): readonly Held[]
}

export class LayerState {
  values: Held[] = []
  ranges: RangeTotal[] = []
  order: Order
  private readonly around: Surroundings
  private readonly reading: Reading
  /** Decimals that were asked for, with what they were made of. */
  private readonly shownLast = new Map<number, { held: bigint; value: Decimal }>()
  private cycleErrors = new Map<readonly number[], CellError>()

  constructor(around: Surroundings, order: Order) {
    this.around = around
    this.order = order
    const { layout } = around
    this.reading = {
      values: this.values,
      filed: [],
      range: (node): RangeResult => this.ranges[node - layout.cellCount]!.result,
      scale: (cell) => {
        const { sheet, line, column } = layout.place(cell)
        const [l, c] = [sheet.lines[line]!, sheet.columns[column]!]
        return { format: cellFormat(l, c), decimals: cellDecimals(l, c) }
      },
    }
  }

  /** The value of a cell as it leaves the engine: the same Decimal for as long as the cell holds the same amount. */
  shown(cell: number): Value {
    const held = this.values[cell]!
    if (typeof held !== 'bigint') return valueOf(held)
    const last = this.shownLast.get(cell)
    if (last?.held === held) return last.value
    const value = decimalOf(held)
    this.shownLast.set(cell, { held, value })
    return value
  }

  /** Takes over values and totals of another layer. */
  copyFrom(other: LayerState): void {
    this.values = [...other.values]
    this.ranges = other.ranges.map((range) => range.copy())
  }

  /** The value of a cell computed from its definition and the present values of its precedents. */
  compute(cell: number): Held {
    const cycle = this.order.cycles.get(cell)
    if (cycle) return this.cycleError(cycle)
    const definition = this.around.definition(cell)
    if (!(definition instanceof Bound)) return definition
    if (!definition.formula) return NAME_ERROR
    return evaluate(definition.formula.root, definition.slots, definition.filed, this.read())
  }

  /** What formulas of this layer read, as it stands now. */
  read(): Reading {
    this.reading.values = this.values
    this.reading.filed = this.around.filed()
    return this.reading
  }

  /** Recomputes from these cells on; what was replaced goes to the journal. */
  run(seeds: Iterable<number>, journal: Journal): void {
    const { cellCount } = this.around.layout
    const queue = new RankQueue(this.order)
    for (const seed of seeds) queue.push(seed)
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (node >= cellCount) {
        if (this.ranges[node - cellCount]!.settle(this.values)) this.spread(node, null, null, queue, journal)
        continue
      }
      const before = this.values[node]!
      const after = this.compute(node)
      if (sameHeld(before, after)) continue
      if (!journal.values.has(node)) journal.values.set(node, before)
      this.values[node] = after
      this.spread(node, before, after, queue, journal)
    }
  }

  /** Puts everything back as the journal found it. */
  restore(journal: Journal): void {
    for (const [cell, value] of journal.values) this.values[cell] = value
    for (const [range, saved] of journal.ranges) this.ranges[range]!.restore(saved)
  }

  /** Forgets the errors of cycles that no longer stand. */
  forgetCycles(): void {
    this.cycleErrors.clear()
  }

  private spread(node: number, before: Held, after: Held, queue: RankQueue, journal: Journal): void {
    const { cellCount } = this.around.layout
    for (const edges of this.around.edges) {
      for (let edge = edges.first(node); edge >= 0; edge = edges.following(edge)) {
        const dependent = edges.target(edge)
        if (dependent >= cellCount) {
          const range = this.ranges[dependent - cellCount]!
          if (!journal.ranges.has(dependent - cellCount)) journal.ranges.set(dependent - cellCount, range.saved())
          range.update(before, after)
        } else if (this.around.skips(dependent, edges)) continue
        queue.push(dependent)
      }
    }
  }

  private cycleError(group: readonly number[]): CellError {
    let error = this.cycleErrors.get(group)
    if (!error) {
      const { layout } = this.around
      const cells = group.filter((node) => node < layout.cellCount)
      error = new CellError(
        '#CYCLE!',
        cells.map((cell) => cellName(layout.ref(cell))),
      )
      this.cycleErrors.set(group, error)
    }
    return error
  }
}

/** Nodes waiting to be recomputed, the earliest in the order first, each once. */
class RankQueue {
  private readonly order: Order
  private readonly heap: number[] = []
  private readonly waiting = new Set<number>()

  constructor(order: Order) {
    this.order = order
  }

  push(node: number): void {
    if (this.waiting.has(node)) return
    this.waiting.add(node)
    const { heap, order } = this
    const rank = order.rank(node)
    let at = heap.length
    heap.push(node)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (order.rank(heap[above]!) <= rank) break
      heap[at] = heap[above]!
      at = above
    }
    heap[at] = node
  }

  pop(): number | undefined {
    const { heap, order } = this
    const top = heap[0]
    if (top === undefined) return undefined
    this.waiting.delete(top)
    const last = heap.pop()!
    if (heap.length === 0) return top
    const rank = order.rank(last)
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && order.rank(heap[child + 1]!) < order.rank(heap[child]!)) child++
      if (order.rank(heap[child]!) >= rank) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return top
  }
}
