/**
 * Properties of the rules of losses: every layer rolls and none is negative, the oldest is used first, more income never means a smaller
 * requirement; and what can't be used says why.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TAX_FUNCTIONS, type TaxFunctionName } from '../../../shared/tax/functions.ts'
import type { TaxArgument } from '../../../shared/tax/tax_function.ts'

const of = (count: number): bigint => BigInt(count) * 10n ** 20n

function call(name: TaxFunctionName, ...args: TaxArgument[]): bigint | null {
  const { value, steps } = TAX_FUNCTIONS[name].compute(args)
  if (value === 'value') throw new Error(steps.map(({ words }) => words).join(' '))
  return value
}

function reason(name: TaxFunctionName, ...args: TaxArgument[]): string {
  const { value, steps } = TAX_FUNCTIONS[name].compute(args)
  expect(value).toBe('value')
  return steps.map(({ words }) => words).join(' ')
}

type Run = { kind: number; first: number; years: { income: number; dividends: number; order: number }[] }

type Layer = { year: number; last: bigint | null; open: bigint }

/** Runs the years: each layer's roll is told to `seen`, and the layers that are left are carried on. */
function run(
  { kind, first, years }: Run,
  seen: (roll: {
    opening: bigint
    added: bigint
    used: bigint
    expired: bigint
    closing: bigint
    year: number
    layer: Layer
  }) => void,
): void {
  let layers: Layer[] = []
  years.forEach(({ income, dividends, order }, at) => {
    const year = first + at
    const [years_, opens, lasts] = [
      layers.map((one) => of(one.year)),
      layers.map((one) => one.open),
      layers.map((one) => one.last),
    ]
    const before = call('tax_losses_open', of(1900), of(2017), years_, opens)!
    const later = call('tax_losses_open', of(2018), of(2999), years_, opens)!
    const base = kind === 1 ? call('tax_nol_limit_base', of(year), of(income), before) : null
    const limit = kind === 1 ? call('tax_nol_limit', base) : null
    const most = call('tax_loss_deduction', of(income), before, later, limit)!
    const used = call('tax_loss_absorbed', most, of(income), of(income - dividends), of(order))!
    const loss = call('tax_loss_of_year', of(income), 0n, 0n)!
    const all = layers.some((one) => one.year === year)
      ? layers
      : [...layers, { year, last: call('tax_layer_last_year', of(kind), of(year)), open: 0n }]
    const ranges: TaxArgument[] = [
      all.map((one) => of(one.year)),
      all.map((one) => one.open),
      all.map((one) => one.last),
    ]
    let given = 0n
    layers = all.map((layer) => {
      const taken = call('tax_layer_used', of(year), of(layer.year), used, ...ranges)!
      const added = call('tax_layer_added', of(year), of(layer.year), loss)!
      const expired = call('tax_layer_expired', of(year), of(layer.year), layer.last, layer.open, taken)!
      const closing = call('tax_layer_closing', layer.open, added, taken, expired)!
      given += taken
      seen({ opening: layer.open, added, used: taken, expired, closing, year, layer })
      return { ...layer, open: closing }
    })
    expect(given).toBe(used)
    expect(lasts.length).toBeLessThanOrEqual(all.length)
  })
}

const runs = fc.record({
  kind: fc.integer({ min: 1, max: 2 }),
  first: fc.integer({ min: 1990, max: 2024 }),
  years: fc.array(
    fc.record({
      income: fc.integer({ min: -1000, max: 1000 }),
      dividends: fc.integer({ min: 0, max: 1200 }),
      order: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
})

test('every layer rolls, none is negative, and nothing outlives its last year', () => {
  fc.assert(
    fc.property(runs, (given) => {
      run(given, ({ opening, added, used, expired, closing, year, layer }) => {
        expect(opening + added - used - expired).toBe(closing)
        expect([opening, added, used, expired, closing].every((one) => one >= 0n)).toBe(true)
        if (layer.last !== null && of(year) >= layer.last) expect(closing).toBe(0n)
      })
    }),
    { numRuns: 60 },
  )
})

test('a layer is used only where every older one is used up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 4000 }),
      (opens, wanted) => {
        const used = Math.min(
          wanted,
          opens.reduce((sum, one) => sum + one, 0),
        )
        const years = opens.map((_, at) => of(2000 + at))
        const parts = years.map((year) =>
          call(
            'tax_layer_used',
            of(2015),
            year,
            of(used),
            years,
            opens.map(of),
            opens.map(() => null),
          )!,
        )
        parts.forEach((part, at) => {
          if (part > 0n) expect(parts.slice(0, at)).toEqual(opens.slice(0, at).map(of))
        })
      },
    ),
  )
})

test('more income never lowers what must be distributed after losses, and never raises the deduction beyond the income', () => {
  const amount = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(
      fc.integer({ min: 2010, max: 2030 }),
      amount,
      amount,
      amount,
      amount,
      (year, income, more, before, later) => {
        const base = (of_: number): bigint => {
          const limit = call('tax_nol_limit', call('tax_nol_limit_base', of(year), of(of_), of(before)))
          const deduction = call('tax_loss_deduction', of(of_), of(before), of(later), limit)!
          expect(deduction <= of(of_)).toBe(true)
          return of(of_) - deduction
        }
        expect(base(income + more) >= base(income)).toBe(true)
      },
    ),
  )
})

test.each<[string, string, TaxFunctionName, TaxArgument[]]>([
  ['a rate above 1', 'a rate lies between 0 and 1', 'tax_nol_limit', [of(100), of(2)]],
  ['an expiry before its year', 'before its year', 'tax_layer_expired', [of(2020), of(2010), of(2009), of(1), of(0)]],
  ['a negative loss', 'positive amount', 'tax_layer_used', [of(2020), of(2010), of(1), [of(2010)], [of(-5)], [null]]],
  [
    'a layer that lapsed',
    'lapsed at the end of 2015',
    'tax_layer_used',
    [of(2020), of(2010), of(1), [of(2010)], [of(5)], [of(2015)]],
  ],
  [
    'more used than the layers hold',
    'the layers hold 5',
    'tax_layer_used',
    [of(2020), of(2010), of(6), [of(2010)], [of(5)], [null]],
  ],
  [
    'two layers of a year',
    'belong in one',
    'tax_losses_open',
    [of(1900), of(2999), [of(2010), of(2010)], [of(5), of(5)]],
  ],
  ['a kind that does not exist', 'There is no kind of loss 3', 'tax_layer_law', [of(3), of(2010)]],
  ['a part of a year', 'must be a whole number', 'tax_layer_law', [of(1), of(2010) + 1n]],
])('%s is refused with the reason', (_, words, name, args) => {
  expect(reason(name, ...args)).toContain(words)
})
