/** The part of a total that falls to a layer when the oldest are used first, and what it says of its steps. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TAX_FUNCTIONS } from '../../../shared/tax/functions.ts'
import type { TaxArgument } from '../../../shared/tax/tax_function.ts'

const UNIT = 10n ** 20n
const units = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount) * UNIT)

function fallsTo(total: number | null, place: number | null, layers: (number | null)[]) {
  const args: TaxArgument[] = [units(total), units(place), layers.map(units)]
  const { value, steps } = TAX_FUNCTIONS.tax_oldest_first.compute(args)
  return { value: typeof value === 'bigint' ? Number(value / UNIT) : value, steps }
}

test.each([
  [250, 1, [100, 200, 300], 100],
  [250, 2, [100, 200, 300], 150],
  [250, 3, [100, 200, 300], 0],
  [900, 3, [100, 200, 300], 300],
  [0, 1, [100], 0],
  [150, 2, [null, 200], 150],
  [null, 1, [100], null],
])('of %s, layer %s of %j bears %s', (total, place, layers, expected) => {
  expect(fallsTo(total, place, layers).value).toBe(expected)
})

test.each([
  [100, 0, [100], /whole number from 1 to 1/],
  [100, 2, [100], /whole number from 1 to 1/],
  [100, null, [100, 50], /whole number from 1 to 2/],
  [-1, 1, [100], /must not be negative/],
  [100, 1, [100, -5], /Layer 2 is negative/],
])('of %s, layer %s of %j is refused with the reason', (total, place, layers, reason) => {
  const { value, steps } = fallsTo(total, place, layers)
  expect(value).toBe('value')
  expect(steps.map(({ words }) => words).join(' ')).toMatch(reason)
})

test('the steps tell what the older layers took', () => {
  expect(
    fallsTo(250, 2, [100, 200]).steps.map(({ words, amount }) => [words, amount && Number(amount / UNIT)]),
  ).toEqual([
    ['Total to be taken, the oldest layer first', 250],
    ['Taken from layer 1, which is older', 100],
    ['Left for layer 2', 150],
    ['Held by layer 2', 200],
    ['Taken from it: the smaller of the two', 150],
  ])
})

test('the parts add to the total, or to all that the layers hold', () => {
  const layers = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), layers, (total, held) => {
      const parts = held.map((_, at) => fallsTo(total, at + 1, held).value as number)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(
        Math.min(
          total,
          held.reduce((a, b) => a + b, 0),
        ),
      )
      for (const [at, part] of parts.entries()) expect(part).toBeLessThanOrEqual(held[at]!)
    }),
    { seed: 2007 },
  )
})
