/**
 * Distributions of a taxable REIT subsidiary: the parts add up, what the reconciliation counts follows the earnings that are entered, and openings are
 * what the year before left. Figures are worked out beside the expectations.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { isOpen } from '../../../shared/checks/tie_out.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import type { TemplateId } from '../../../shared/templates/template.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { withInputs } from '../../golden/yearly.ts'
import { figure, rolled, scheduleOf } from './filing_fixture.ts'

function made(periodEnd: string, schedules: readonly TemplateId[], covers: 'quarter' | 'year' = 'quarter'): Filing {
  const details = {
    title: 'Results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd,
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  }
  return newFiling({ id: 'first', details, covers, against: 'before', schedules })
}

function inputs(of: Readonly<Record<string, string>>): CellInput[] {
  return Object.entries(of).map(([name, input]) => ({ ...readCellName(name)!, input }))
}

function entered(filing: Filing, of: Readonly<Record<string, string>>): Filing {
  return withInputs(filing, inputs(of))
}

function value(filing: Filing, name: string): string {
  return figure(createEngine(filing), readCellName(name)!)
}

function asking(filing: Filing): string[] {
  return tieOuts(filing, createEngine(filing))
    .filter(({ kind, schedule, status }) => kind === 'attention' && schedule === 'trs_dividend' && isOpen(status))
    .map(({ column, text }) => `${column}: ${text.split(': ').slice(1).join(': ')}`)
}

/** Estimated taxable income of the quarter and of the year to date. */
function income(filing: Filing): string[] {
  return ['q3_2007', 'm9_2007'].map((id) => value(filing, `reconciliation.taxable_income@${id}`))
}

function minimum(filing: Filing): string {
  return value(filing, 'distribution_test.required_before_losses@to_date')
}

describe('in the reconciliation', () => {
  const books = made('2007-09-30', ['reconciliation', 'distribution_test', 'trs_dividend'])
  const without = entered(books, { 'reconciliation.net_earnings@q3_2007': '10000' })
  const paid = entered(without, { 'reconciliation.trs_dividend@q3_2007': '3900' })

  test('before earnings are entered a distribution counts as income, and the schedule says that they are missing', () => {
    expect(value(paid, 'trs_dividend.distribution@to_date')).toBe('3900')
    for (const line of ['from_current', 'dividend', 'return_of_capital', 'capital_gain', 'line_trs_dividend']) {
      expect([line, value(paid, `trs_dividend.${line}@to_date`)]).toEqual([line, ''])
    }
    expect(income(paid)).toEqual(['13900', '13900'])
    expect(minimum(paid)).toBe('12510')
    expect(asking(paid)).toContain('to_date: not entered.')
  })

  test('earnings of earlier years make it a dividend: taxable income rises by 3,900, what must be distributed by 3,510', () => {
    const earned = entered(paid, {
      'trs_dividend.undistributed_opening@to_date': '3900',
      'trs_dividend.current_year_before_tax@to_date': '0',
    })
    expect(income(earned)).toEqual(['13900', '13900'])
    expect(value(earned, 'trs_dividend.change_in_taxable_income@to_date')).toBe('3900')
    expect(value(earned, 'trs_dividend.change_in_minimum_distribution@to_date')).toBe('3510')
    expect(asking(earned).filter((one) => one.startsWith('to_date'))).toEqual([])
  })

  test('a loss of the year eats them: all is a return of capital and taxable income does not move', () => {
    const lost = entered(paid, {
      'trs_dividend.undistributed_opening@to_date': '3900',
      'trs_dividend.current_year_before_tax@to_date': '-328289',
      'trs_dividend.basis_opening@to_date': '20000',
    })
    expect(income(lost)).toEqual(income(without))
    expect(minimum(lost)).toBe(minimum(without))
    expect(value(lost, 'reconciliation.trs_return_of_capital@q3_2007')).toBe('-3900')
    const quarters = entered(lost, {
      'reconciliation.trs_dividend@q1_2007': '1100',
      'trs_dividend.basis_opening@to_date': '2500',
    })
    // 5,000 in all, half of it capital and half gain; the current quarter bears what the earlier ones do not.
    expect(
      ['q1_2007', 'q3_2007', 'm9_2007'].map((id) => value(quarters, `reconciliation.trs_return_of_capital@${id}`)),
    ).toEqual(['', '-2500', '-2500'])
    expect(value(quarters, 'trs_dividend.change_in_net_capital_gain@to_date')).toBe('2500')
    expect(asking(quarters)).toContain('to_date: gain not in test.')
    expect(asking(entered(quarters, { 'distribution_test.net_capital_gain@to_date': '2500' }))).not.toContain(
      'to_date: gain not in test.',
    )
  })

  test('without a basis the split is not known, and is asked for', () => {
    const lost = entered(paid, {
      'trs_dividend.undistributed_opening@to_date': '900',
      'trs_dividend.current_year_before_tax@to_date': '100',
    })
    expect([
      value(lost, 'trs_dividend.dividend@to_date'),
      value(lost, 'trs_dividend.return_of_capital@to_date'),
    ]).toEqual(['1000', ''])
    expect(asking(lost)).toContain('to_date: basis not entered.')
    expect(asking(entered(paid, { 'trs_dividend.current_year_before_tax@to_date': '100' }))).toContain(
      'to_date: prior not entered.',
    )
    expect(asking(entered(paid, { 'reconciliation.trs_dividend@q3_2007': '-5' }))).toContain(
      'to_date: negative amount.',
    )
  })
})

const ALONE = made('2007-12-31', ['trs_dividend'], 'year')
const year = fc.record({
  opening: fc.integer({ min: -2000, max: 2000 }),
  before: fc.integer({ min: -2000, max: 2000 }),
  tax: fc.integer({ min: 0, max: 300 }),
  basis: fc.integer({ min: 0, max: 1500 }),
  contributed: fc.integer({ min: 0, max: 300 }),
  distribution: fc.integer({ min: 0, max: 4000 }),
  reading: fc.constantFrom('1', '2'),
})

test('the parts add to the distribution, none is negative or beyond what it comes from, and what is left rolls', () => {
  const engine = createEngine(ALONE)
  const at = (line: string): number => {
    const found = engine.value({ schedule: 'trs_dividend', line, column: 'fy_2007' }, 'scenario')
    if (!isAmount(found)) throw new Error(`${line} is blank`)
    return Number(found)
  }
  const base = (): unknown[] =>
    scheduleOf(ALONE, 'trs_dividend').lines.map(({ id: line }) =>
      engine.value({ schedule: 'trs_dividend', line, column: 'fy_2007' }, 'base'),
    )
  const before = base()
  fc.assert(
    fc.property(year, (one) => {
      const lines = {
        undistributed_opening: one.opening,
        current_year_before_tax: one.before,
        current_year_tax: one.tax,
        basis_opening: one.basis,
        contributions: one.contributed,
        distribution: one.distribution,
        reading: one.reading,
      }
      const of = Object.entries(lines).map(([line, amount]) => [`trs_dividend.${line}@fy_2007`, String(amount)])
      engine.apply(inputs(Object.fromEntries(of)), 'scenario')
      const current = one.before - one.tax
      const parts = ['from_current', 'from_prior', 'return_of_capital', 'capital_gain'].map(at)
      for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(one.distribution)
      const cumulative = Math.max(0, one.opening + current)
      const statute = current > 0 ? current + Math.max(0, one.opening) : cumulative
      expect(at('dividend')).toBe(Math.min(one.distribution, one.reading === '2' ? cumulative : statute))
      expect(at('return_of_capital')).toBeLessThanOrEqual(one.basis + one.contributed)
      expect(at('undistributed_closing')).toBe(one.opening + current - at('dividend'))
      expect(at('basis_closing')).toBe(one.basis + one.contributed - at('return_of_capital'))
      expect(at('basis_closing')).toBeGreaterThanOrEqual(0)
    }),
  )
  expect(base()).toEqual(before)
})

test('within the year openings stay, and in the next they are what was left, held against the filing before', () => {
  const books = ['reconciliation', 'trs_dividend'] as const
  const third = entered(made('2026-09-30', books), {
    'reconciliation.trs_dividend@q1_2026': '600',
    'trs_dividend.undistributed_opening@to_date': '1000',
    'trs_dividend.current_year_before_tax@to_date': '400',
    'trs_dividend.basis_opening@to_date': '5000',
    'trs_dividend.reading@to_date': '2',
  })
  const fourth = rolled(third, 'quarter', 'fourth').filing
  expect(
    ['undistributed_opening', 'basis_opening', 'reading', 'distribution'].map((line) =>
      value(fourth, `trs_dividend.${line}@to_date`),
    ),
  ).toEqual(['1000', '5000', '2', '600'])
  // The year's earnings are entered anew.
  expect(value(fourth, 'trs_dividend.current_year_before_tax@to_date')).toBe('')
  const full = entered(fourth, {
    'reconciliation.trs_dividend@q4_2026': '1400',
    'trs_dividend.current_year_before_tax@to_date': '500',
  })
  // 2,000 distributed, 1,500 of it dividend; the fourth quarter bears all that is capital, since the first had none.
  expect(
    ['q1_2026', 'q4_2026', 'fy_2026'].map((id) => value(full, `reconciliation.trs_return_of_capital@${id}`)),
  ).toEqual(['', '-500', '-500'])
  const next = rolled(full, 'quarter', 'next').filing
  expect(
    ['undistributed_opening', 'basis_opening', 'distribution'].map((line) =>
      value(next, `trs_dividend.${line}@to_date`),
    ),
  ).toEqual(['0', '4500', ''])
  expect(value(next, 'reconciliation.trs_return_of_capital@q4_2026')).toBe('-500')
  expect(value(next, 'reconciliation.taxable_income@q4_2026')).toBe(
    value(full, 'reconciliation.taxable_income@q4_2026'),
  )
  const first = entered(next, {
    'reconciliation.trs_dividend@q1_2027': '800',
    'trs_dividend.current_year_before_tax@to_date': '200',
  })
  expect(value(first, 'reconciliation.trs_return_of_capital@q1_2027')).toBe('-600')
  expect(value(first, 'reconciliation.trs_return_of_capital@q4_2026')).toBe('-500')
})

test('a first quarter keeps its return of capital, and the second bears what the year to date comes to beyond it', () => {
  const first = entered(made('2026-03-31', ['income_comparison', 'reconciliation', 'trs_dividend']), {
    'reconciliation.trs_dividend@q1_2026': '100',
    'trs_dividend.undistributed_opening@to_date': '0',
    'trs_dividend.current_year_before_tax@to_date': '60',
    'trs_dividend.basis_opening@to_date': '5000',
  })
  expect(value(first, 'reconciliation.trs_return_of_capital@q1_2026')).toBe('-40')
  const second = entered(rolled(first, 'quarter', 'second').filing, {
    'reconciliation.trs_dividend@q2_2026': '0',
    'trs_dividend.current_year_before_tax@to_date': '90',
  })
  const across = (filing: Filing): string[] =>
    scheduleOf(filing, 'reconciliation').columns.map(
      ({ id }) => `${id} ${value(filing, `reconciliation.trs_return_of_capital@${id}`)}`,
    )
  // 90 of the 100 are a dividend by now: 30 of the 40 come back.
  expect(across(second)).toEqual(['q2_2026 30', 'q1_2026 -40', 'm6_2026 -10'])
  const third = entered(rolled(second, 'quarter', 'third').filing, {
    'reconciliation.trs_dividend@q3_2026': '50',
    'trs_dividend.current_year_before_tax@to_date': '90',
  })
  expect(across(third)).toEqual(['q3_2026 -50', 'q2_2026 30', 'm9_2026 -60', 'q1_2026 -40'])
})

test('an annual filing opens the next year at what was left and keeps what the reconciliation showed', () => {
  const year = entered(made('2026-12-31', ['reconciliation', 'trs_dividend'], 'year'), {
    'reconciliation.trs_dividend@fy_2026': '900',
    'trs_dividend.undistributed_opening@fy_2026': '100',
    'trs_dividend.current_year_before_tax@fy_2026': '500',
    'trs_dividend.basis_opening@fy_2026': '2000',
  })
  expect(value(year, 'reconciliation.trs_return_of_capital@fy_2026')).toBe('-300')
  const next = entered(rolled(year, 'year').filing, {
    'reconciliation.trs_dividend@fy_2027': '50',
    'trs_dividend.current_year_before_tax@fy_2027': '10',
  })
  expect(['undistributed_opening', 'basis_opening'].map((line) => value(next, `trs_dividend.${line}@fy_2027`))).toEqual(
    ['0', '1700'],
  )
  expect(['fy_2027', 'fy_2026'].map((id) => value(next, `reconciliation.trs_return_of_capital@${id}`))).toEqual([
    '-40',
    '-300',
  ])
})
