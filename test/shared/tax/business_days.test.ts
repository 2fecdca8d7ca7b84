/**
 * Last days of forms as they were: April days of years in which weekends and holidays of the District of Columbia moved them.
 */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../../shared/calendar/day_number.ts'
import { fixedFromText } from '../../../shared/money/fixed_point.ts'
import { businessDay, tax_business_day, tax_return_due } from '../../../shared/tax/business_days.ts'
import type { TaxArgument, TaxFunction } from '../../../shared/tax/tax_function.ts'

const of = (text: string | number): bigint => fixedFromText(`${text}`)!

function day(rule: TaxFunction, ...args: TaxArgument[]): string {
  const { value, steps } = rule.compute(args)
  if (value === 'value') return steps.map(({ words }) => words).join(' ')
  return value === null ? '' : dateOfDay(Number(value / of(1)))!
}

describe('a day of the tax law', () => {
  it.each([
    ['2007-04-15', '2007-04-17'],
    ['2011-04-15', '2011-04-18'],
    ['2012-04-15', '2012-04-17'],
    ['2013-04-15', '2013-04-15'],
    ['2016-04-15', '2016-04-18'],
    ['2017-04-15', '2017-04-18'],
    ['2022-04-15', '2022-04-18'],
    ['2023-04-15', '2023-04-18'],
    // The third Monday of January, June 19, Thanksgiving, and a New Year's Day kept on the Friday before.
    ['2018-01-15', '2018-01-16'],
    ['2024-06-19', '2024-06-20'],
    ['2020-06-19', '2020-06-19'],
    ['2026-11-26', '2026-11-27'],
    ['2021-12-31', '2022-01-03'],
    ['2021-01-20', '2021-01-21'],
  ])('of %s is in time on %s', (named, due) => expect(day(tax_business_day, of(dayNumber(named)!))).toBe(due))

  it('is never a weekend, never before the day, and its own business day', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('1960-01-01')!, max: dayNumber('2099-12-31')! }), (named) => {
        const due = businessDay(named)
        expect(due).toBeGreaterThanOrEqual(named)
        expect(due - named).toBeLessThan(6)
        expect(due % 7).toBeGreaterThan(1)
        expect(businessDay(due)).toBe(due)
      }),
    )
  })
})

test.each([
  [1, 2006, 1, '2007-03-15'],
  [1, 2007, 1, '2008-03-17'],
  [1, 2007, 2, '2008-09-15'],
  [1, 2015, 1, '2016-03-15'],
  [1, 2016, 1, '2017-04-18'],
  [1, 2016, 2, '2017-10-16'],
  [2, 2016, 1, '2017-03-15'],
  [2, 2025, 1, '2026-03-16'],
])('form %d of %d, extended %d, is due on %s', (form, year, extended, due) => {
  expect(day(tax_return_due, of(form), of(year), of(extended))).toBe(due)
})

test('what can’t be used says why', () => {
  expect(day(tax_return_due, of(3), of(2020))).toBe('There is no form 3; the last is 2.')
  expect(day(tax_return_due, null, of(2020))).toBe('The form is blank.')
  expect(day(tax_business_day, null)).toBe('')
})
