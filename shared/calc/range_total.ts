/**
 * A range summed incrementally: total - old + new, so that an edit costs the same under ten cells or ten thousand.
 * Exact at any size: the total is a whole number of units, so an edited total equals a fresh one. The residue of quotients
 * is left out only where the total is given as an amount, so that the order of edits never shows.
 */
import { fixedInRange, fixedWithoutResidue, type Fixed } from '../money/fixed_point.ts'
import { CellError, NUMBER_ERROR, VALUE_ERROR } from './cell_error.ts'
import { isHeldAmount, sameHeld, unitsOf, type Held } from './held.ts'

/**
 * What formulas read of a range: the first error in reading order, else the exact total, which may be beyond the range of amounts, and
 * how many amounts it has.
 */
export type RangeResult = { error: CellError | null; total: Fixed; amounts: number }

/** What a total stood at, enough to take updates back. */
export type SavedTotal = { total: Fixed; amounts: number; errors: number; result: RangeResult }

export class RangeTotal {
  /** Cells of the range in reading order. */
  private members: Int32Array
  private total = 0n
  private amounts = 0
  private errors = 0
  result: RangeResult = { error: null, total: 0n, amounts: 0 }

  constructor(members: Int32Array) {
    this.members = members
  }

  /** Sums the members afresh. */
  fill(values: readonly Held[]): void {
    this.total = 0n
    this.amounts = 0
    this.errors = 0
    for (const member of this.members) this.add(values[member]!)
    this.result = this.current(values)
  }

  /** One member changed; the result waits until `settle`. */
  update(before: Held, after: Held): void {
    this.remove(before)
    this.add(after)
  }

  /** Other cells make the range; the result waits until `settle`. */
  replace(
    members: Int32Array,
    { added, removed }: { added: readonly number[]; removed: readonly number[] },
    values: readonly Held[],
  ): void {
    this.members = members
    for (const cell of removed) this.remove(values[cell]!)
    for (const cell of added) this.add(values[cell]!)
  }

  /** Takes up the updates; true when the result is another. */
  settle(values: readonly Held[]): boolean {
    const { error, total, amounts } = this.result
    const first = this.errors > 0 ? this.firstError(values) : null
    if (this.amounts === amounts && this.total === total && sameHeld(first, error)) return false
    this.result = { error: first, total: this.total, amounts: this.amounts }
    return true
  }

  /** A copy that later changes do not touch. */
  copy(): RangeTotal {
    const copy = new RangeTotal(this.members)
    copy.restore(this.saved())
    return copy
  }

  /** What it stands at. */
  saved(): SavedTotal {
    return { total: this.total, amounts: this.amounts, errors: this.errors, result: this.result }
  }

  restore(saved: SavedTotal): void {
    this.total = saved.total
    this.amounts = saved.amounts
    this.errors = saved.errors
    this.result = saved.result
  }

  private add(value: Held): void {
    if (isHeldAmount(value)) {
      this.total += unitsOf(value)
      this.amounts++
    } else if (value !== null) this.errors++
  }

  private remove(value: Held): void {
    if (isHeldAmount(value)) {
      this.total -= unitsOf(value)
      this.amounts--
    } else if (value !== null) this.errors--
  }

  private current(values: readonly Held[]): RangeResult {
    return { error: this.errors > 0 ? this.firstError(values) : null, total: this.total, amounts: this.amounts }
  }

  private firstError(values: readonly Held[]): CellError {
    for (const member of this.members) {
      const value = values[member]!
      if (value instanceof CellError) return value
      if (typeof value === 'string') return VALUE_ERROR
    }
    throw new Error('A range counts an error that none of its cells holds.')
  }
}

/** The total as an amount, without the residue of quotients; #NUM! beyond the range of amounts. */
export function amountOf(total: Fixed): Fixed | CellError {
  return fixedInRange(total) ? fixedWithoutResidue(total) : NUMBER_ERROR
}
