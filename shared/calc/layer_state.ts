/**
 * The values of one layer, and the recalculation that follows an edit: only what depends on it,
 * in topological order, stopping where a value did not change.
 */
import { Evaluation, type Reading } from './evaluate.ts'
import { CellError, NAME_ERROR } from './cell_error.ts'
import { Bound } from './bind.ts'
import type { Edges } from './edges.ts'
import { cellDecimals, cellFormat, type Layout } from './layout.ts'
import type { Order } from './order.ts'
import type { Decimal } from '../money/decimal.ts'
import { decimalOf } from '../money/fixed_point.ts'
import { sameHeld, valueOf, type Held } from './held.ts'
import type { Value } from './value.ts'
import type { Journal } from './journal.ts'
import { RankQueue } from './rank_queue.ts'
import type { RangeResult, RangeTotal } from './range_total.ts'
import { cellName } from '../model/cell.ts'

/** What stands in a cell: a value entered, a formula, or nothing. */
export type Definition = Held | Bound

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
  private readonly queue = new RankQueue()
  private readonly evaluation = new Evaluation()
  /** For each cell, and for each range, the last run that replaced something there. */
  private reached = new Uint32Array(0)
  private reachedRanges = new Uint32Array(0)
  private runs = 0
  private cycleErrors = new Map<readonly number[], CellError>()

  constructor(around: Surroundings, order: Order) {
    this.around = around
    this.order = order
    const { layout } = around
    this.reading = {
      values: this.values,
      filed: [],
      range: (range): RangeResult => this.ranges[range]!.result,
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
    return this.evaluation.of(definition.formula.root, definition.slots, definition.filed, this.read())
  }

  /** What formulas of this layer read, as it stands now. */
  read(): Reading {
    this.reading.values = this.values
    this.reading.filed = this.around.filed()
    return this.reading
  }

  /** Recomputes from these cells on; what was replaced goes to the journal, which has not served another run. */
  run(seeds: Iterable<number>, journal: Journal): void {
    const { queue, order } = this
    this.begin()
    for (const seed of seeds) queue.push(seed, order)
    for (let node = queue.pop(order); node !== undefined; node = queue.pop(order)) {
      if (node < 0) {
        if (this.ranges[~node]!.settle(this.values)) this.spread(node, null, null, journal)
        continue
      }
      const before = this.values[node]!
      const after = this.compute(node)
      if (sameHeld(before, after)) continue
      if (this.isFirst(node)) {
        journal.cells.push(node)
        journal.held.push(before)
      }
      this.values[node] = after
      this.spread(node, before, after, journal)
    }
  }

  /** Puts everything back as the journal found it. */
  restore({ cells, held, ranges, saved }: Journal): void {
    for (let i = 0; i < cells.length; i++) this.values[cells[i]!] = held[i]!
    for (let i = 0; i < ranges.length; i++) this.ranges[ranges[i]!]!.restore(saved[i]!)
  }

  private begin(): void {
    if (this.reached.length < this.values.length) this.reached = new Uint32Array(this.values.length * 2)
    if (this.reachedRanges.length < this.ranges.length) this.reachedRanges = new Uint32Array(this.ranges.length * 2)
    this.runs = (this.runs + 1) >>> 0
    // After four thousand million runs the count begins again.
    if (this.runs > 0) return
    this.reached.fill(0)
    this.reachedRanges.fill(0)
    this.runs = 1
  }

  /** True where this run has not replaced anything at the cell before. */
  private isFirst(cell: number): boolean {
    if (this.reached[cell] === this.runs) return false
    this.reached[cell] = this.runs
    return true
  }

  /** Forgets the errors of cycles that no longer stand. */
  forgetCycles(): void {
    this.cycleErrors.clear()
  }

  private spread(node: number, before: Held, after: Held, journal: Journal): void {
    const { queue, order } = this
    for (const edges of this.around.edges) {
      for (let edge = edges.first(node); edge >= 0; edge = edges.following(edge)) {
        const dependent = edges.target(edge)
        if (dependent < 0) {
          const range = this.ranges[~dependent]!
          if (this.reachedRanges[~dependent] !== this.runs) {
            this.reachedRanges[~dependent] = this.runs
            journal.ranges.push(~dependent)
            journal.saved.push(range.saved())
          }
          range.update(before, after)
        } else if (this.around.skips(dependent, edges)) continue
        queue.push(dependent, order)
      }
    }
  }

  private cycleError(group: readonly number[]): CellError {
    let error = this.cycleErrors.get(group)
    if (!error) {
      const { layout } = this.around
      const cells = group.filter((node) => node >= 0).sort(layout.compare)
      error = new CellError(
        '#CYCLE!',
        cells.map((cell) => cellName(layout.ref(cell))),
      )
      this.cycleErrors.set(group, error)
    }
    return error
  }
}

/** Updates a layer's order after formulas came or went; the cells whose part in a cycle may have changed. */
export function reordered(state: LayerState, bound: readonly number[]): number[] {
  return bound.length === 0 ? [] : takenUp(state, bound)
}

/** The same also where none did, as when an order was begun. */
export function takenUp(state: LayerState, bound: readonly number[]): number[] {
  const before = [...state.order.cycles.keys()]
  if (!state.order.update(bound)) return []
  state.forgetCycles()
  return [...before, ...state.order.cycles.keys()]
}
