/**
 * Yields and margins: what they are worth is the price again, the search is bounded, and where there is no single figure the reason is said.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixedFromText, type Fixed } from '../../../shared/money/fixed_point.ts'
import { factorsAtMargin, factorsAtYield, presentValue } from '../../../shared/valuation/discounting.ts'
import { monthlyRate } from '../../../shared/valuation/monthly_rates.ts'
import { marginOf, yieldOf, type Solved } from '../../../shared/valuation/yields.ts'
import { Decimal, plain } from '../../../shared/money/decimal.ts'
import { decimalOf } from '../../../shared/money/fixed_point.ts'

const fixed = (text: string): Fixed => fixedFromText(text)!
/** A rate from -95% to 1000%. */
const rate = fc.bigInt({ min: fixed('-0.94'), max: fixed('9.99') })
const cash = fc.array(fc.bigInt({ min: 0n, max: 10n ** 28n }), { minLength: 1, maxLength: 480 })

function dollars(...amounts: number[]): Fixed[] {
  return amounts.map((each) => BigInt(each) * 10n ** 20n)
}

function why(price: number, ...flows: number[]): Solved {
  return yieldOf(dollars(price)[0]!, dollars(...flows))
}

describe('a yield', () => {
  test('is the one that gives the price, from one end of the bounds to the other', () => {
    fc.assert(
      fc.property(rate, cash, (wanted, flows) => {
        const price = presentValue(flows, factorsAtYield(wanted, flows.length))
        // A price of a few units of the last place has no precise yield.
        fc.pre(price > 10n ** 16n)
        const solved = yieldOf(price, flows)
        if (solved.kind === 'none') throw new Error(solved.why)
        const apart = solved.rate - wanted
        expect(apart <= 10n ** 6n && apart >= -(10n ** 6n)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('may be that of cash that is paid in for a time before it comes back', () => {
    const flows = [-5000n, -5000n, 0n, 100_000n, 9_000n].map((dollars) => dollars * 10n ** 20n)
    const solved = yieldOf(fixed('80000'), flows)
    if (solved.kind === 'none') throw new Error(solved.why)
    const again = presentValue(flows, factorsAtYield(solved.rate, flows.length))
    expect(again - fixed('80000')).toBeLessThan(10n ** 6n)
    expect(again - fixed('80000')).toBeGreaterThan(-(10n ** 6n))
  })

  test('that does not exist has its reason', () => {
    expect(why(0, 100)).toEqual({ kind: 'none', why: 'nothing_paid' })
    expect(why(-5, 100)).toEqual({ kind: 'none', why: 'nothing_paid' })
    expect(why(100)).toEqual({ kind: 'none', why: 'nothing_back' })
    expect(why(100, 0, 0)).toEqual({ kind: 'none', why: 'nothing_back' })
    expect(why(100, 230, -132)).toEqual({ kind: 'none', why: 'several_changes' })
    expect(why(100_000, 10)).toEqual({ kind: 'none', why: 'below_bounds' })
    expect(why(1, 1000, 1000)).toEqual({ kind: 'none', why: 'above_bounds' })
  })

  test('of hostile cash is found or refused, whatever it is', () => {
    const any = fc.array(fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n }), { maxLength: 480 })
    fc.assert(
      fc.property(fc.bigInt({ min: -5n, max: 10n ** 39n }), any, (price, flows) => {
        expect(['solved', 'none']).toContain(yieldOf(price, flows).kind)
      }),
      { numRuns: 200 },
    )
  })
})

test('a margin is the one that gives the price', () => {
  const months = fc.array(
    fc.record({ index: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 19n }), days: fc.integer({ min: 28, max: 31 }) }),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  fc.assert(
    fc.property(rate, months, fc.constantFrom('30/360' as const, 'actual/360' as const), (wanted, given, basis) => {
      const flows = given.map((_, at) => BigInt(at + 1) * 10n ** 22n)
      const price = presentValue(flows, factorsAtMargin(wanted, basis, given))
      fc.pre(price > 10n ** 16n)
      const solved = marginOf(price, flows, basis, given)
      if (solved.kind === 'none') throw new Error(solved.why)
      const apart = solved.rate - wanted
      expect(apart <= 10n ** 6n && apart >= -(10n ** 6n)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('rates a month are text for text what the decimal gives with many digits', () => {
  const Wide = Decimal.clone({ precision: 120 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.bigInt({ min: 10n ** 20n - 1000n, max: 10n ** 20n }),
        fc.bigInt({ min: 0n, max: 1000n }),
      ),
      (yearly) => {
        const left = new Wide(1).minus(decimalOf(yearly))
        // ln and exp of the wide decimal, to a hundred and twenty digits.
        const wide = left.isZero() ? new Wide(1) : new Wide(1).minus(left.ln().div(12).exp())
        expect(plain(decimalOf(monthlyRate(yearly)))).toBe(plain(wide.toDecimalPlaces(20)))
      },
    ),
    { numRuns: 200 },
  )
})
