/**
 * Properties of the rules of dividends: parts add to the payment and are never negative, earnings are never given twice, percentages add
 * to 100; and what can't be used says why.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../shared/calendar/day_number.ts'
import { fixedFromText } from '../../../shared/money/fixed_point.ts'
import { TAX_FUNCTIONS, type TaxFunctionName } from '../../../shared/tax/functions.ts'
import type { TaxArgument } from '../../../shared/tax/tax_function.ts'

const of = (text: string | number): bigint => fixedFromText(`${text}`)!
const day = (iso: string): bigint => of(dayNumber(iso)!)

function call(name: TaxFunctionName, ...args: TaxArgument[]): bigint | null {
  const { value, steps } = TAX_FUNCTIONS[name].compute(args)
  if (value === 'value') throw new Error(steps.map(({ words }) => words).join(' '))
  return value
}

/** The reason why a rule can't be used. */
function reason(name: TaxFunctionName, ...args: TaxArgument[]): string {
  const { value, steps } = TAX_FUNCTIONS[name].compute(args)
  expect(value).toBe('value')
  return steps.map(({ words }) => words).join(' ')
}

type Row = { class: number; timing: number; month: number; amount: bigint }

/** The register of some payments: for each what belongs to the year and its parts. */
function register(rows: readonly Row[], year: { current: bigint; accumulated: bigint; method: number; whole: number }) {
  const classes = rows.map((row) => of(row.class))
  const seqs = rows.map((_, at) => of(at + 1))
  const timings = rows.map((row) => of(row.timing))
  const paid = rows.map(({ month, timing }) =>
    day(timing === 2 ? '2013-01-15' : `2012-${`${month}`.padStart(2, '0')}-28`),
  )
  const amounts = rows.map((row) => row.amount)
  const each = (name: TaxFunctionName, ...rest: TaxArgument[]): bigint[] =>
    rows.map((_, at) => call(name, classes[at]!, seqs[at]!, classes, seqs, ...rest)!)
  const [current, accumulated, method, whole] = [year.current, year.accumulated, of(year.method), of(year.whole)]
  const inYear = each('tax_in_tax_year', paid, timings, amounts, current, accumulated, method, whole)
  const fromCurrent = each('tax_from_current', timings, inYear, current, whole)
  const fromAccumulated = each(
    'tax_from_accumulated',
    paid,
    timings,
    inYear,
    fromCurrent,
    current,
    accumulated,
    method,
    whole,
  )
  return { classes, seqs, timings, inYear, fromCurrent, fromAccumulated, each }
}

const amount = fc.bigInt({ min: 0n, max: 10n ** 9n * 10n ** 20n })
const signed = fc.bigInt({ min: -(10n ** 9n) * 10n ** 20n, max: 10n ** 9n * 10n ** 20n })
const row = fc.record({
  class: fc.integer({ min: 1, max: 2 }),
  timing: fc.constantFrom(1, 1, 1, 2, 3, 4, 5, 6, 7, 8),
  month: fc.integer({ min: 1, max: 12 }),
  amount,
})
const year = fc.record({
  current: signed,
  accumulated: signed,
  method: fc.integer({ min: 1, max: 2 }),
  whole: fc.integer({ min: 1, max: 2 }),
})
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n)

test('dividends never exceed the payment or the earnings, and a January payment takes what the others leave', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), year, (rows, of) => {
      const { inYear, fromCurrent, fromAccumulated } = register(rows, of)
      rows.forEach((one, at) => {
        expect(fromCurrent[at]! >= 0n && fromAccumulated[at]! >= 0n).toBe(true)
        expect(fromCurrent[at]! + fromAccumulated[at]! <= inYear[at]!).toBe(true)
        expect(inYear[at]! >= 0n && inYear[at]! <= one.amount).toBe(true)
        if (one.timing === 2 && of.whole === 1) expect(fromCurrent[at]! + fromAccumulated[at]!).toBe(inYear[at]!)
      })
      expect(sum(fromCurrent) <= (of.current > 0n ? of.current : 0n)).toBe(true)
      const own = sum(fromAccumulated.filter((_, at) => ![3, 8].includes(rows[at]!.timing)))
      expect(own <= (of.accumulated > 0n ? of.accumulated : 0n)).toBe(true)
    }),
  )
})

test('preferred stock is covered in full by current earnings before common takes any', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), amount, (given, current) => {
      const rows = given.map((one) => ({ ...one, timing: 1 }))
      const { fromCurrent } = register(rows, { current, accumulated: 0n, method: 1, whole: 1 })
      const open = rows.some((one, at) => one.class === 1 && fromCurrent[at]! < one.amount)
      const common = sum(fromCurrent.filter((_, at) => rows[at]!.class === 2))
      expect(!open || common === 0n).toBe(true)
      expect(sum(fromCurrent)).toBe([current, sum(rows.map((one) => one.amount))].reduce((a, b) => (a < b ? a : b)))
    }),
  )
})

test('capital gain stays within each dividend, is spread wholly by dividends, and carries its unrecaptured share', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      year,
      amount,
      fc.integer({ min: 1, max: 2 }),
      (rows, of_, gain, method) => {
        const made = register(rows, of_)
        const dividends = made.fromCurrent.map((one, at) => one + made.fromAccumulated[at]!)
        const gains = made.each('tax_capital_gain', made.timings, made.inYear, dividends, gain, of(method))
        gains.forEach((one, at) => expect(one >= 0n && one <= dividends[at]!).toBe(true))
        expect(sum(gains) <= gain).toBe(true)
        const ofYear = sum(dividends.filter((_, at) => ![3, 8].includes(rows[at]!.timing)))
        if (method === 1) expect(sum(gains)).toBe(gain < ofYear ? gain : ofYear)
        const unrecaptured = made.each('tax_unrecaptured_1250', gains, gain / 3n, gain)
        unrecaptured.forEach((one, at) => expect(one >= 0n && one <= gains[at]!).toBe(true))
      },
    ),
  )
})

test('parts per share add to the payment at any places, and none is negative', () => {
  const share = fc.bigInt({ min: 0n, max: 1000n })
  fc.assert(
    fc.property(
      fc.tuple(share, share, share, share, share),
      fc.bigInt({ min: 1n, max: 10n ** 7n }),
      fc.integer({ min: 0, max: 8 }),
      ([ordinary, gain, returned, beyond, next], cents, places) => {
        const parts = [ordinary, gain, 0n, 0n, returned, beyond].map((one) => one * 10n ** 20n)
        const inYear = sum(parts)
        const all = inYear + next * 10n ** 20n
        fc.pre(all > 0n)
        const perShare = cents * 10n ** 14n
        const part = (which: number): bigint =>
          call('tax_per_share_part', of(which), of(places), of(1), perShare, all, inYear, next * 10n ** 20n, ...parts)!
        const shown = [1, 2, 5, 6, 7].map(part)
        shown.forEach((one) => expect(one >= 0n).toBe(true))
        const step = 10n ** BigInt(20 - places)
        expect(sum(shown)).toBe(((perShare * 2n + step) / (2n * step)) * step)
      },
    ),
  )
})

test('percentages add to 100 at any places', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 6 }), (amounts, places) => {
      fc.pre(sum(amounts) > 0n)
      const shown = amounts.map((_, at) => call('tax_percent_part', of(at + 1), of(places), ...amounts)!)
      expect(sum(shown)).toBe(of(100))
    }),
  )
})

/** Rounded half up at four places. */
function half(x: bigint): bigint {
  return ((x * 2n + 10n ** 16n) / (2n * 10n ** 16n)) * 10n ** 16n
}

test('the implied ratio prints every part as it is printed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 6 }),
      (ratio, cents) => {
        const payments = cents.map((one) => BigInt(one) * 10n ** 16n)
        const printed = payments.map((one) => half((one * BigInt(ratio)) / 10_000n))
        const classes = cents.map(() => of(2))
        const found = call('tax_implied_ratio', of(1), of(4), of(2), classes, printed, payments)!
        payments.forEach((one, at) => expect(half((one * found) / 10n ** 20n)).toBe(printed[at]))
      },
    ),
  )
})

test('a table whose parts are not pro rata implies no ratio', () => {
  const payments = [of('0.27'), of('0.27')]
  const { value, steps } = TAX_FUNCTIONS.tax_implied_ratio.compute([
    of(1),
    of(2),
    of(2),
    [of(2), of(2)],
    [of('0.21'), of('0.15')],
    payments,
  ])
  expect(value).toBeNull()
  expect(steps[0]!.words).toContain('not pro rata')
})

function outOfOrder(declared: string, record: string, paid: string): string {
  return reason('tax_dividend_timing', of(2012), day(declared), day(record), day(paid))
}

describe('when a dividend counts', () => {
  test.each([
    ['2012-12-10', '2012-12-31', '2013-01-25', 2012, 2],
    ['2012-12-10', '2012-12-31', '2013-01-25', 2013, 6],
    ['2012-12-10', '2013-01-02', '2013-01-25', 2012, 5],
    ['2012-12-10', '2013-01-02', '2013-01-25', 2013, 1],
    ['2013-01-03', '2013-01-15', '2013-01-25', 2012, 5],
    ['2012-09-30', '2012-12-31', '2013-01-25', 2012, 5],
    ['2012-12-10', '2012-12-31', '2013-02-01', 2012, 5],
    ['2012-12-10', '2012-12-31', '2013-02-01', 2013, 1],
  ])('declared %s, record %s, paid %s: in %i it is %i', (declared, record, paid, of_, timing) => {
    expect(call('tax_dividend_timing', of(of_), day(declared), day(record), day(paid))).toBe(of(timing))
  })

  test('days out of order are refused with the reason', () => {
    expect(outOfOrder('2012-12-10', '2013-01-26', '2013-01-25')).toBe('The record date is after the payment.')
    expect(outOfOrder('2013-01-26', '2012-12-31', '2013-01-25')).toBe('The dividend is declared after its payment.')
    expect(outOfOrder('2012-12-31', '2012-12-10', '2013-01-25')).toBe('The dividend is declared after its record date.')
  })
})

test('the whole January payment is taken into the year where that is chosen', () => {
  const rows: Row[] = [
    { class: 2, timing: 1, month: 6, amount: of(100) },
    { class: 2, timing: 2, month: 1, amount: of(100) },
  ]
  const cut = register(rows, { current: of(150), accumulated: 0n, method: 1, whole: 1 })
  expect(cut.inYear).toEqual([of(100), of(50)])
  const whole = register(rows, { current: of(150), accumulated: 0n, method: 1, whole: 2 })
  expect(whole.inYear).toEqual([of(100), of(100)])
  expect(whole.fromCurrent).toEqual([of(75), of(75)])
})

test.each([
  ['a class that does not exist', 'There is no class of stock 3', of(3), of(1), [of(3)], [of(1)], [of(1)], [of(10)]],
  ['a negative payment', 'a payment is positive', of(2), of(1), [of(2)], [of(1)], [of(1)], [of(-10)]],
  [
    'two rows of one number',
    'two rows for payment 1',
    of(2),
    of(1),
    [of(2), of(2)],
    [of(1), of(1)],
    [of(1), of(1)],
    [of(1), of(1)],
  ],
  [
    'a payment without a class',
    'has no class of stock',
    of(2),
    of(1),
    [of(2), null],
    [of(1), of(2)],
    [null, null],
    [of(1), of(1)],
  ],
  [
    'a range of another length',
    'has 1 cells where 2 are needed',
    of(2),
    of(1),
    [of(2), of(2)],
    [of(1)],
    [of(1)],
    [of(1)],
  ],
] as const)('%s is refused with the reason', (_, words, ...args) => {
  expect(reason('tax_from_current', ...(args as readonly TaxArgument[]), of(100))).toContain(words)
})

test('unrecaptured gain above the capital gain, and a part above its payment, are refused', () => {
  expect(reason('tax_unrecaptured_1250', of(2), of(1), of(2), of(1), of(10), of(11), of(10))).toContain(
    'above the capital gain',
  )
  expect(reason('tax_implied_ratio', of(1), of(2), of(2), of(2), of(3), of(2))).toContain('larger than its payment')
})

test.each([
  ['months', 1, '2012-03-31', '8000'],
  ['months', 1, '2012-07-01', '6000'],
  ['months', 1, '2012-03-30', '8666.67'],
  ['days', 2, '2011-07-01', '6032.88'],
])('a deficit of 8,000 charged by %s leaves of 10,000 before the payment of its day', (_, method, paid, left) => {
  const row = [of(2), of(1), of(2), of(1)]
  expect(
    call('tax_from_accumulated', ...row, day(paid), of(1), of(10_000), of(0), of(-8000), of(10_000), of(method)),
  ).toBe(of(left))
})
