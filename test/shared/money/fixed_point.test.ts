/**
 * Amounts in units of 10^-20 are, text for text, what the one decimal gives.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, inRange, plain, quantize, roundedTo, withoutResidue } from '../../../shared/money/decimal.ts'
import {
  decimalOf,
  fixedFromText,
  fixedInRange,
  fixedMean,
  fixedOf,
  fixedOver,
  fixedRounded,
  fixedShare,
  fixedTimes,
  fixedWithoutResidue,
} from '../../../shared/money/fixed_point.ts'

/** Amounts of every size, many of them with all 20 places, and with runs of nines and fives, where roundings meet. */
const digits = (most: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^\\d{1,${most}}$`)),
    fc
      .tuple(fc.constantFrom('4', '9', '49', '5', '0'), fc.nat(most - 2))
      .map(([digit, count]) => digit.repeat(count + 1).slice(0, most)),
  )
const amount = fc
  .tuple(fc.boolean(), digits(19), fc.option(digits(20)))
  .map(
    ([negative, whole, fraction]) =>
      new Decimal(`${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`),
  )

const text = (x: Decimal): string => (inRange(x) ? plain(quantize(x)) : 'out of range')
const fixedText = (x: bigint): string => (fixedInRange(x) ? plain(decimalOf(x)) : 'out of range')

/** The number that times `x` leaves one of `by`. */
function inverse(x: bigint, by: bigint): bigint {
  let [r, next, s, after] = [by, x % by, 0n, 1n]
  while (next !== 0n) {
    const q = r / next
    ;[r, next, s, after] = [next, r - q * next, after, s - q * after]
  }
  return ((s % by) + by) % by
}

describe('amounts in units', () => {
  test('come from text and go back to it', () => {
    fc.assert(
      fc.property(amount, (x) => {
        expect(plain(decimalOf(fixedOf(x)))).toBe(plain(x))
        expect(fixedFromText(plain(x))).toBe(fixedOf(x))
      }),
    )
    expect(['0', '-0', '-0.5', '000.50', '12'].map((each) => plain(decimalOf(fixedFromText(each)!)))).toEqual([
      '0',
      '0',
      '-0.5',
      '0.5',
      '12',
    ])
    expect(['', '-', '1e5', '1,000', '0.123456789012345678901', '1.', '.5', ' 1'].map(fixedFromText)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    )
    expect(() => fixedOf(new Decimal('1e-21'))).toThrow(RangeError)
  })

  test('add, multiply and divide as the decimal does, both of its roundings included', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [x, y] = [fixedOf(a), fixedOf(b)]
        expect(plain(decimalOf(x + y))).toBe(plain(a.plus(b)))
        expect(plain(decimalOf(fixedWithoutResidue(x - y)))).toBe(plain(withoutResidue(a.minus(b))))
        expect(fixedText(fixedTimes(x, y))).toBe(text(a.times(b)))
        if (!b.isZero()) expect(fixedText(fixedOver(x, y))).toBe(text(a.div(b)))
      }),
      { numRuns: 3000 },
    )
  })

  test('round twice where the first rounding makes a half of what was a little less', () => {
    const unit = 10n ** 20n
    // A product whose last twenty digits are 49…9, of more than 40 digits.
    const a = 1_234_567_890_123_456_789_012_345_678_901n
    const b = (((unit / 2n - 1n) * inverse(a, unit)) % unit) + 7n * unit
    expect((a * b) % unit).toBe(unit / 2n - 1n)
    const product = decimalOf(a).times(decimalOf(b))
    expect(fixedText(fixedTimes(a, b))).toBe(text(product))
    expect(fixedTimes(a, b)).toBe((a * b) / unit + 1n)
    // A quotient that lies less than its fortieth digit below a half.
    const by = 2n * 10n ** 38n + 3n
    const x = (((by - 1n) / 2n) * inverse(unit, by)) % by
    expect((x * unit) % by).toBe((by - 1n) / 2n)
    expect(fixedText(fixedOver(x, by))).toBe(text(decimalOf(x).div(decimalOf(by))))
    expect(fixedOver(x, by)).toBe((x * unit) / by + 1n)
  })

  test('have a mean that is rounded once', () => {
    const Wide = Decimal.clone({ precision: 80 })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 9 }), (all) => {
        const total = all.reduce((sum, x) => sum + fixedOf(x), 0n)
        const wide = all.reduce((sum, x) => sum.plus(x), new Wide(0)).div(all.length)
        expect(plain(decimalOf(fixedMean(total, all.length)))).toBe(plain(quantize(new Decimal(wide))))
      }),
    )
  })

  test('have a share that is rounded once, text for text as the decimal does with all its digits', () => {
    const Wide = Decimal.clone({ precision: 120 })
    fc.assert(
      fc.property(amount, amount, amount, (a, b, c) => {
        if (c.isZero()) return
        const wide = new Wide(a).times(b).div(c).toDecimalPlaces(20)
        expect(plain(decimalOf(fixedShare(fixedOf(a), fixedOf(b), fixedOf(c))))).toBe(plain(wide))
      }),
      { numRuns: 1000 },
    )
  })

  test('round to places as the decimal does', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 22 }), (x, places) => {
        const rounded = fixedRounded(fixedOf(x), places)
        expect(plain(decimalOf(rounded))).toBe(plain(roundedTo(x, places)))
      }),
    )
    expect(
      [0, -2, -3].map((places) => plain(decimalOf(fixedRounded(fixedOf(new Decimal('-1450.5')), places)))),
    ).toEqual(['-1451', '-1500', '-1000'])
  })
})
