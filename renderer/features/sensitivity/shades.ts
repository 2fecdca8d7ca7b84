/**
 * How deep a figure of a two-input table is shaded: by how far it lies above or below the figure as it stands. The figure stands in the
 * cell all the same. Pure.
 */
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import { Decimal } from '../../../shared/money/decimal.ts'

const DEPTHS = 4

/** The shade of each figure, such as `above-3` or `below-1`; empty where it is the figure as it stands, or no amount. */
export function shadesOf(values: readonly (readonly Value[])[], now: Value): string[][] {
  const gaps = values.map((row) =>
    row.map((value) => (isAmount(value) && isAmount(now) ? value.minus(now) : new Decimal(0))),
  )
  const most = Decimal.max(0, ...gaps.flat().map((gap) => gap.abs()))
  return gaps.map((row) =>
    row.map((gap) => {
      if (gap.isZero()) return ''
      const depth = gap.abs().div(most).times(DEPTHS).ceil()
      return `${gap.isNegative() ? 'below' : 'above'}-${depth.toFixed(0)}`
    }),
  )
}
