/**
 * What a register's payments come to between two days.
 */
import { expect, test } from 'vitest'
import { dayNumber } from '../../../shared/calendar/day_number.ts'
import { fixedFromText } from '../../../shared/money/fixed_point.ts'
import { tax_paid, tax_payments } from '../../../shared/tax/payment_totals.ts'
import type { TaxArgument, TaxFunction } from '../../../shared/tax/tax_function.ts'

const of = (text: string | number): bigint => fixedFromText(`${text}`)!
const day = (iso: string): bigint => of(dayNumber(iso)!)

const DAYS = ['2026-01-20', '2026-03-31', '2026-03-31', '2026-06-30', '2026-12-31', '2027-01-15', ''].map((iso) =>
  iso === '' ? null : day(iso),
)
const CLASSES = [2, 1, 2, 2, 2, 1, 2].map(of)
const TIMINGS = [6, 1, 1, 8, 7, 2, null].map((one) => (one === null ? null : of(one)))
const AMOUNTS = [1, 2, 4, 8, 16, 32, 64].map(of)
const ROWS = [DAYS, CLASSES, TIMINGS, AMOUNTS] as const

function worth(rule: TaxFunction, ...args: TaxArgument[]): string {
  const { value, steps } = rule.compute(args)
  if (value === 'value') return steps.map(({ words }) => words).join(' ')
  return value === null ? '' : String(value / of(1))
}

test('what a class was paid in cash in the year, up to a day and after it', () => {
  const year = day('2026-12-31')
  expect(worth(tax_paid, of(0), year, ...ROWS)).toBe('7')
  expect(worth(tax_paid, of(2), year, ...ROWS)).toBe('5')
  expect(worth(tax_paid, of(2), day('2026-03-30'), ...ROWS)).toBe('1')
  expect(worth(tax_paid, of(2), year, ...ROWS, day('2026-03-30'))).toBe('4')
  // Nothing is blank and not nil.
  expect(worth(tax_paid, of(1), day('2026-02-28'), ...ROWS)).toBe('')
})

test('payments that count in one way, by the day that is asked for', () => {
  const next = day('2027-12-31')
  expect(worth(tax_payments, of(0), of(2), next, ...ROWS)).toBe('32')
  expect(worth(tax_payments, of(2), of(0), day('2026-12-31'), ...ROWS)).toBe('29')
  expect(worth(tax_payments, of(0), of(7), day('2026-12-31'), ...ROWS)).toBe('16')
})

test('what can’t be used says why', () => {
  expect(worth(tax_paid, of(3), day('2026-12-31'), ...ROWS)).toBe('There is no class of stock 3; the last is 2.')
  expect(worth(tax_payments, of(0), of(9), day('2026-12-31'), ...ROWS)).toBe('There is no timing 9; the last is 8.')
  expect(worth(tax_paid, of(0), null, ...ROWS)).toBe('The last day is blank.')
  expect(worth(tax_paid, of(0), day('2026-12-31'), DAYS, CLASSES, TIMINGS, [of(1)])).toContain('where 7 are needed')
})
