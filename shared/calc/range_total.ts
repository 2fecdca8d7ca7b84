/**
 * A range summed incrementally: total - old + new, so that an edit costs the same under ten cells or ten thousand.
 * Exact at any size: the total is kept wider than an amount, so an edited total equals a fresh one. The residue of quotients
 * is left out only where the total is given as an amount, so that the order of edits never shows.
 */
import { Decimal, inRange, withoutResidue } from '../money/decimal.ts'
import { CellError, NUMBER_ERROR, VALUE_ERROR } from './cell_error.ts'
import { isAmount, sameValue, type Value } from './value.ts'

/** Wide enough for the sum of 10^20 amounts of 19 + 20 digits; only totals are made by it. */
const Wide = Decimal.clone({ precision: 60 })
/** The zero from which an exact total starts: `NOTHING.plus(x)` is as wide as a total. */
export const NOTHING: Decimal = new Wide(0)

/** What formulas read of a range: the first error in reading order, else the exact total and how many amounts it has. */
export type RangeResult = { error: CellError | null; total: Decimal; amounts: number }

export class RangeTotal {
  /** Cells of the range in reading order. */
  readonly members: Int32Array
  private total = NOTHING
  private amounts = 0
  private errors = 0
  result: RangeResult = { error: null, total: NOTHING, amounts: 0 }

  constructor(members: Int32Array) {
    this.members = members
  }

  /** Sums the members afresh. */
  fill(values: readonly Value[]): void {
    this.total = NOTHING
    this.amounts = 0
    this.errors = 0
    for (const member of this.members) this.add(values[member]!)
    this.result = this.current(values)
  }

  /** One member changed; the result waits until `settle`. */
  update(before: Value, after: Value): void {
    this.remove(before)
    this.add(after)
  }

  /** Takes up the updates; true when the result is another. */
  settle(values: readonly Value[]): boolean {
    const next = this.current(values)
    const { error, total, amounts } = this.result
    if (next.amounts === amounts && sameValue(next.error, error) && next.total.eq(total)) return false
    this.result = next
    return true
  }

  /** A copy that later changes do not touch. */
  copy(): RangeTotal {
    const copy = new RangeTotal(this.members)
    copy.restore(this)
    return copy
  }

  restore(saved: RangeTotal): void {
    this.total = saved.total
    this.amounts = saved.amounts
    this.errors = saved.errors
    this.result = saved.result
  }

  private add(value: Value): void {
    if (isAmount(value)) {
      this.total = this.total.plus(value)
      this.amounts++
    } else if (value !== null) this.errors++
  }

  private remove(value: Value): void {
    if (isAmount(value)) {
      this.total = this.total.minus(value)
      this.amounts--
    } else if (value !== null) this.errors--
  }

  private current(values: readonly Value[]): RangeResult {
    return { error: this.errors > 0 ? this.firstError(values) : null, total: this.total, amounts: this.amounts }
  }

  private firstError(values: readonly Value[]): CellError {
    for (const member of this.members) {
      const value = values[member]!
      if (value instanceof CellError) return value
      if (typeof value === 'string') return VALUE_ERROR
    }
    throw new Error('A range counts an error that none of its cells holds.')
  }
}

/** The total as an amount, without the residue of quotients; #NUM! beyond the range of amounts. */
export function amountOf(total: Decimal): Decimal | CellError {
  return inRange(total) ? new Decimal(withoutResidue(total)) : NUMBER_ERROR
}
