/**
 * Amounts as people read them, and that reading them back gives what was printed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, inRange, plain, quantize } from '../../../shared/money/decimal.ts'
import type { Format, FormatOptions } from '../../../shared/money/format.ts'
import { editText, figureParts, formatAmount, percentChange, printedValue } from '../../../shared/money/format.ts'
import { parseTyped } from '../../../shared/money/parse.ts'
import { thousandTimes } from '../../../shared/money/scale.ts'

const d = (text: string): Decimal => new Decimal(text)

/** Any amount within the limits, built of digits so that no binary number is involved. */
const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 38n }), fc.integer({ min: 0, max: 20 }))
  .map(([negative, digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0')
    const value = d(`${text.slice(0, text.length - places)}.${text.slice(text.length - places)}0`)
    return negative ? value.neg() : value
  })
  .filter(inRange)

const NUMERIC: Format[] = ['amount', 'per_share', 'shares', 'percent', 'rate']

const options: fc.Arbitrary<FormatOptions> = fc.record(
  {
    format: fc.constantFrom(...NUMERIC),
    decimals: fc.integer({ min: 0, max: 10 }),
    currency: fc.boolean(),
    percentSign: fc.boolean(),
  },
  { requiredKeys: ['format'] },
)

describe('formatAmount', () => {
  test.each<[string, FormatOptions, string]>([
    ['313772', { format: 'amount', currency: true }, '$ 313,772'],
    ['-1191235', { format: 'amount' }, '(1,191,235)'],
    ['-1191235', { format: 'amount', currency: true }, '$ (1,191,235)'],
    ['0', { format: 'amount' }, '–'],
    ['0', { format: 'amount', currency: true }, '$ –'],
    ['-0', { format: 'amount' }, '–'],
    ['999', { format: 'amount' }, '999'],
    ['1000', { format: 'amount' }, '1,000'],
    ['0.4', { format: 'amount' }, '0'],
    ['-0.4', { format: 'amount' }, '(0)'],
    ['0.5', { format: 'amount' }, '1'],
    ['-0.5', { format: 'amount' }, '(1)'],
    ['2.5', { format: 'amount' }, '3'],
    ['-2.5', { format: 'amount' }, '(3)'],
    ['1234.567', { format: 'amount', decimals: 1 }, '1,234.6'],
    ['-15.66', { format: 'per_share', currency: true }, '$ (15.66)'],
    ['-0.2', { format: 'per_share' }, '(0.20)'],
    ['0.001', { format: 'per_share' }, '0.00'],
    ['76084', { format: 'shares', currency: true }, '76,084'],
    ['390', { format: 'percent' }, '390'],
    ['-681', { format: 'percent', percentSign: true }, '(681)%'],
    ['0', { format: 'percent', percentSign: true }, '– %'],
    ['0.125', { format: 'rate' }, '12.50%'],
    ['-0.125', { format: 'rate', decimals: 1 }, '(12.5)%'],
    ['9999999999999999999', { format: 'amount' }, '9,999,999,999,999,999,999'],
    ['0.00000000000000000001', { format: 'amount', decimals: 10 }, '0.0000000000'],
  ])('%s with %o is %s', (value, how, expected) => {
    expect(formatAmount(d(value), how)).toBe(expected)
  })

  test('rounds once: 38.4987 is 38, never 38.5 and then 39', () => {
    expect(formatAmount(d('38.4987'), { format: 'percent' })).toBe('38')
    expect(plain(printedValue(d('-38.4987'), 'percent'))).toBe('-38')
    expect(plain(printedValue(d('0.1234499999'), 'rate'))).toBe('0.1234')
  })

  test('what is printed, typed again, is the printed value', () => {
    fc.assert(
      fc.property(amount, options, (value, how) => {
        const typed = parseTyped(formatAmount(value, { ...how, percentSign: how.percentSign }), how.format)
        const printed = printedValue(value, how.format, how.decimals)
        if (!inRange(printed)) return
        expect(typed).toEqual({ kind: 'amount', value: printed })
      }),
      { numRuns: 2_000 },
    )
  })

  test('the parts are the text without its spaces, and no exponent or letter ever shows', () => {
    fc.assert(
      fc.property(amount, options, (value, how) => {
        const { currency, sign, digits, suffix } = figureParts(value, how)
        const text = formatAmount(value, how)
        expect(text.replaceAll(' ', '')).toBe(`${currency}${sign}${digits}${suffix}`)
        expect(digits).toMatch(/^(–|\d{1,3}(,\d{3})*(\.\d+)?)$/)
        expect(digits === '–').toBe(value.isZero())
        expect(sign === '(').toBe(suffix.startsWith(')'))
      }),
    )
  })

  test('half-up away from zero, as scaled whole numbers give it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }), (thousandths) => {
        const size = thousandths < 0n ? -thousandths : thousandths
        const rounded = (size + 500n) / 1000n
        const value = d(`${thousandths}`).div(1000)
        expect(plain(printedValue(value, 'amount'))).toBe(`${thousandths < 0n && rounded !== 0n ? '-' : ''}${rounded}`)
      }),
    )
  })
})

describe('golden figures', () => {
  const golden = join(import.meta.dirname, '../../golden')
  const figures = readdirSync(golden)
    .filter((file) => file.endsWith('.csv'))
    .flatMap((file) =>
      readFileSync(join(golden, file), 'utf8')
        .split('\n')
        .flatMap((row) => row.split(','))
        .filter((field) => /^-?\d+(\.\d+)?$/.test(field)),
    )

  test('are all here', () => {
    expect(figures.length).toBeGreaterThan(350)
  })

  test.each([...new Set(figures)])('%s prints and reads back', (figure) => {
    const format = figure.includes('.') ? 'per_share' : 'amount'
    expect(parseTyped(formatAmount(d(figure), { format, currency: true }), format)).toEqual({
      kind: 'amount',
      value: d(figure),
    })
  })
})

describe('percentChange', () => {
  test.each([
    ['313772', '316285', '-1'],
    ['11698', '11209', '4'],
    ['789445', '161163', '390'],
    ['-777747', '-149954', '-419'],
    ['3056', '4969', '-38'],
    ['-1191235', '-152547', '-681'],
    ['-15.66', '-2.00', '-683'],
    ['0', '0', '0'],
    ['5', '0', '0'],
    ['1000.4', '1000', '0'],
  ])('from %s against %s is %s', (current, prior, expected) => {
    expect(plain(percentChange(d(current), d(prior)))).toBe(expected)
  })
})

describe('limits', () => {
  test('quantize keeps 20 decimal places, half-up, without a negative zero', () => {
    expect(plain(quantize(d('0.123456789012345678905')))).toBe('0.12345678901234567891')
    expect(plain(quantize(d('-0.123456789012345678905')))).toBe('-0.12345678901234567891')
    expect(quantize(d('-0.000000000000000000004')).isNegative()).toBe(false)
    expect(plain(quantize(d('2').div(3)))).toBe('0.66666666666666666667')
  })

  test('sums of quantized amounts in range are exact', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const x = quantize(a)
        const y = quantize(b)
        expect(x.plus(y).minus(y).eq(x)).toBe(true)
      }),
    )
  })

  test('inRange ends below ten to the nineteenth', () => {
    expect(inRange(d('9999999999999999999.99999999999999999999'))).toBe(true)
    expect(inRange(d('-10000000000000000000'))).toBe(false)
    expect(inRange(d('0'))).toBe(true)
    expect(inRange(d('1').div(0))).toBe(false)
    expect(inRange(d('0').div(0))).toBe(false)
  })

  test('plain text has neither exponent nor surplus zeros nor a negative zero', () => {
    expect(plain(d('1e18'))).toBe('1000000000000000000')
    expect(plain(d('1e-20'))).toBe('0.00000000000000000001')
    expect(plain(d('2.500'))).toBe('2.5')
    expect(plain(d('-0'))).toBe('0')
  })
})

describe('editText', () => {
  test('typed again, is the value in full precision', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(...NUMERIC), (value, format) => {
        // A rate is stored with two places to spare, so that its percentage is exact.
        const exact = format === 'rate' ? quantize(value.div(100)) : value
        if (exact.decimalPlaces() > 18 && format === 'rate') return
        expect(parseTyped(editText(exact, format), format)).toEqual({ kind: 'amount', value: exact.plus(0) })
      }),
    )
  })
})

describe('thousandTimes', () => {
  test.each([
    ['789445', '799445000', true],
    ['-34348', '-34348000', true],
    ['789445', '799445', false],
    ['789445', '7894450', false],
    ['3', '3000', false],
    ['0', '5000', false],
  ])('from %s to %s: %s', (stood, typed, expected) => {
    expect(thousandTimes(d(stood), d(typed))).toBe(expected)
  })
})
