/**
 * An amount that is looked for: typed in any accepted form, compared exactly with a figure as it stands and as it is
 * printed. Must not round a figure to compare it: what prints as the amount lies between two bounds.
 */
import { parseTyped } from '../money/parse.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalsOf, type Format } from '../money/format.ts'

/** True where the figure is the amount looked for, or prints as it. */
export type AmountTest = (x: Decimal) => boolean

/** What a query means as an amount, for cells of each kind. */
export type AmountQuery = {
  /** The test for cells of a format with that many decimals; undefined where the query is no amount of that format. */
  testFor(format: Format, decimals?: number): AmountTest | undefined
}

/** A choice is found by its words. */
const FORMATS = ['amount', 'per_share', 'shares', 'percent', 'rate', 'date'] as const

/** Reads a query as an amount; undefined where it is one in no format. An amount without a sign stands for both signs. */
export function readAmountQuery(query: string): AmountQuery | undefined {
  const read = new Map<Format, Decimal>()
  for (const format of FORMATS) {
    const typed = parseTyped(query, format)
    if (typed.kind === 'amount') read.set(format, typed.value)
  }
  if (read.size === 0) return undefined
  const tests = new Map<string, AmountTest>()
  return {
    testFor(format, decimals) {
      const wanted = read.get(format)
      if (wanted === undefined) return undefined
      const places = decimalsOf(format, decimals) + (format === 'rate' ? 2 : 0)
      const key = `${format} ${places}`
      const known = tests.get(key)
      if (known) return known
      const test = amountTest(wanted, places)
      tests.set(key, test)
      return test
    },
  }
}

/** Half-up, away from zero: |x| prints as |wanted| from half a step below it up to, not including, half a step above. */
function amountTest(wanted: Decimal, places: number): AmountTest {
  const size = wanted.abs()
  const isNegative = wanted.isNegative() && !wanted.isZero()
  if (size.decimalPlaces() > places) {
    return (x) => x.e === size.e && (isNegative ? x.eq(wanted) : x.abs().eq(size))
  }
  const half = new Decimal(10).pow(-places).div(2)
  const [least, beyond] = [size.minus(half), size.plus(half)]
  const leastPower = least.isPositive() && !least.isZero() ? least.e : -Infinity
  return (x) => {
    if (x.isZero()) return size.isZero()
    if (isNegative && !x.isNegative()) return false
    // Nearly every figure of a large filing is told apart by its number of digits alone.
    if (x.e > beyond.e || x.e < leastPower) return false
    const own = x.abs()
    return own.gte(least) && own.lt(beyond)
  }
}
