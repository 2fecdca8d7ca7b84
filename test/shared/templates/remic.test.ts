/**
 * Excess inclusion of REMIC residuals: the floor holds, losses stand against other income alone, what passes adds up over quarters and classes, the
 * distribution test and the losses of the year follow, and a filing rolled forward opens with what was left. Figures are worked out beside the
 * expectations.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { isOpen } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import type { TemplateId } from '../../../shared/templates/template.ts'
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

function asking(filing: Filing, kind: string): string[] {
  return tieOuts(filing, createEngine(filing))
    .filter((one) => one.kind === kind && one.schedule.startsWith('remic') && isOpen(one.status))
    .map(({ text }) => text)
}

const ALONE = made('2007-12-31', ['remic'], 'year')
const year = fc.record({
  other_income: fc.integer({ min: -2000, max: 2000 }),
  excess_inclusion: fc.integer({ min: 0, max: 2000 }),
  nol_available: fc.integer({ min: 0, max: 3000 }),
  dividends_paid_deduction: fc.integer({ min: 0, max: 3000 }),
  cash_received: fc.integer({ min: 0, max: 2000 }),
})

test('income is never below the excess inclusion, losses stand against other income alone, and what is not taxed passes', () => {
  const engine = createEngine(ALONE)
  const at = (line: string): number => {
    const found = engine.value({ schedule: 'remic', line, column: 'fy_2007' }, 'scenario')
    if (!isAmount(found)) throw new Error(`${line} is blank`)
    return Number(found)
  }
  const base = (): unknown[] =>
    scheduleOf(ALONE, 'remic').lines.map(({ id: line }) =>
      engine.value({ schedule: 'remic', line, column: 'fy_2007' }, 'base'),
    )
  const before = base()
  fc.assert(
    fc.property(year, (one) => {
      const of = Object.entries(one).map(([line, amount]) => [`remic.${line}@fy_2007`, String(amount)])
      engine.apply(inputs(Object.fromEntries(of)), 'scenario')
      const { other_income: other, excess_inclusion: excess, nol_available: open } = one
      const income = at('taxable_income_before_dividends')
      expect(income).toBeGreaterThanOrEqual(excess)
      expect(income - at('nol_deduction')).toBeGreaterThanOrEqual(excess)
      expect(at('nol_used')).toBeLessThanOrEqual(Math.max(0, other))
      expect(at('nol_closing')).toBe(open - at('nol_used') + at('nol_of_the_year'))
      expect(at('nol_closing')).toBeGreaterThanOrEqual(0)
      expect(at('taxable_income')).toBeGreaterThanOrEqual(0)
      // What is not passed on was taxed, as far as there is excess inclusion.
      expect(at('allocated_to_shareholders') + Math.min(excess, at('taxable_income'))).toBe(excess)
      // Without dividends the REIT is taxed on it: nothing passes.
      if (one.dividends_paid_deduction === 0) expect(at('allocated_to_shareholders')).toBe(0)
      expect(at('allocated_to_shareholders')).toBeLessThanOrEqual(one.dividends_paid_deduction)
      expect(at('required')).toBeLessThanOrEqual(0.9 * at('distribution_base'))
    }),
  )
  expect(base()).toEqual(before)
})

describe('in a filing', () => {
  const books = made('2007-09-30', [
    'reconciliation',
    'remic',
    'remic_quarters',
    'distribution_test',
    'nol_years',
    'nol',
    'earnings_and_profits',
  ])
  // A loss of 5,205 for nine months, beside REMIC income of 40,000.
  const lines = {
    'reconciliation.net_earnings@q1_2007': '1000',
    'reconciliation.net_earnings@q2_2007': '2000',
    'reconciliation.net_earnings@q3_2007': '-8205',
    'reconciliation.remic_taxable_income@q3_2007': '40000',
  }
  const plain = entered(books, lines)
  const excess = entered(plain, {
    'remic_quarters.quarter_1@excess_inclusion': '15000',
    'remic_quarters.quarter_3@excess_inclusion': '25000',
    'distribution_test.preferred_paid@to_date': '11165',
    'distribution_test.common_paid@to_date': '7608',
    'earnings_and_profits.accumulated_ep@to_date': '0',
  })

  test('without excess inclusion the test stands as it did; with it the floor is what must be distributed', () => {
    expect(value(plain, 'distribution_test.taxable_income@to_date')).toBe('34795')
    expect(value(plain, 'distribution_test.required@to_date')).toBe('31315.5')
    expect(value(plain, 'nol_years.nol_of_the_year@to_date')).toBe('0')
    expect(value(excess, 'remic.other_income@to_date')).toBe('-5205')
    expect(value(excess, 'distribution_test.taxable_income@to_date')).toBe('40000')
    expect(value(excess, 'distribution_test.required@to_date')).toBe('36000')
    expect(value(excess, 'remic.required@to_date')).toBe('36000')
    expect(value(excess, 'nol_years.nol_of_the_year@to_date')).toBe('5205')
    expect(value(excess, 'remic.nol_closing@to_date')).toBe('5205')
    // 40,000 less 18,773 of dividends is taxed; the dividends carry the rest.
    for (const name of [
      'remic.taxable_income',
      'distribution_test.undistributed_income',
      'nol_years.reit_taxable_income',
    ]) {
      expect([name, value(excess, `${name}@to_date`)]).toEqual([name, '21227'])
    }
    expect(value(excess, 'remic.allocated_to_shareholders@to_date')).toBe('18773')
  })

  test('losses of other years stand against other income alone, in each of the schedules', () => {
    const carried = entered(excess, {
      'reconciliation.net_earnings@q3_2007': '3000',
      'nol.layer_1@layer_year': '2000-12-31',
      'nol.layer_1@opening': '16400',
    })
    // 6,000 beside 40,000: of 16,400 no more than 6,000 may be deducted.
    expect(value(carried, 'remic.nol_available@to_date')).toBe('16400')
    for (const name of [
      'remic.nol_deduction',
      'distribution_test.nol_deduction',
      'nol_years.maximum_deduction',
      'nol_years.used',
      'remic.nol_used',
    ]) {
      expect([name, value(carried, `${name}@to_date`)]).toEqual([name, '6000'])
    }
    expect(value(carried, 'distribution_test.required@to_date')).toBe('36000')
    expect(value(carried, 'nol_years.minimum_distribution@to_date')).toBe('36000')
    expect(value(carried, 'nol.layer_1@closing')).toBe('10400')
  })

  test('in a year after 2020 the limit stands below the losses that are open, which are carried all the same', () => {
    const limited = entered(made('2022-09-30', ['reconciliation', 'remic', 'distribution_test', 'nol_years', 'nol']), {
      'reconciliation.net_earnings@q3_2022': '45000',
      'remic.excess_inclusion@to_date': '5000',
      'nol.layer_1@layer_year': '2020-12-31',
      'nol.layer_1@opening': '100000',
      'distribution_test.preferred_paid@to_date': '0',
      'distribution_test.earnings_and_profits@to_date': '0',
    })
    // 80% of the 40,000 that is no excess inclusion; 100,000 less 32,000 is carried.
    for (const name of ['remic.nol_deduction', 'distribution_test.nol_deduction', 'nol_years.used', 'remic.nol_used']) {
      expect([name, value(limited, `${name}@to_date`)]).toEqual([name, '32000'])
    }
    expect(value(limited, 'remic.nol_closing@to_date')).toBe('68000')
    expect(value(limited, 'nol.layer_1@closing')).toBe('68000')
  })

  test('noncash relief waits for the cash received', () => {
    expect(value(excess, 'distribution_test.noncash_income@to_date')).toBe('')
    const none = entered(excess, { 'remic.cash_received@to_date': '0' })
    // 40,000 less 5% of itself lowers 36,000 to nil.
    expect(value(none, 'distribution_test.required@to_date')).toBe('0')
    expect(value(none, 'remic.required@to_date')).toBe('0')
  })

  test('what passes is spread over quarters and classes with the dividends, and none is left over', () => {
    const paid = entered(excess, {
      'remic_quarters.quarter_1@preferred_dividends': '3722',
      'remic_quarters.quarter_1@preferred_shares': '6470',
      'remic_quarters.quarter_1@common_dividends': '7608',
      'remic_quarters.quarter_1@common_shares': '76084',
      'remic_quarters.quarter_2@preferred_dividends': '3722',
      'remic_quarters.quarter_3@preferred_dividends': '3721',
    })
    const at = (line: string, column: string): string => value(paid, `remic_quarters.${line}@${column}`)
    expect(['quarter_1', 'quarter_2', 'quarter_3', 'quarter_4', 'total'].map((line) => at(line, 'passes'))).toEqual([
      '11330',
      '3722',
      '3721',
      '',
      '18773',
    ])
    expect([at('quarter_1', 'to_preferred'), at('quarter_1', 'to_common')]).toEqual(['3722', '7608'])
    // 7,608 over 76,084.
    expect(Number(at('quarter_1', 'per_common_share'))).toBeCloseTo(0.099995, 6)
    expect(asking(paid, 'proof')).toEqual([])
    expect(asking(excess, 'proof')).toEqual([expect.stringContaining('18,773; it must be nil')])
  })

  test.each([
    [{ 'remic.cash_received@to_date': '-1' }, 'negative amount'],
    [{ 'reconciliation.remic_taxable_income@q3_2007': '30000' }, 'above REMIC income'],
  ])('%o is flagged with the reason', (of, words) => {
    expect(asking(excess, 'attention')).toEqual([])
    expect(asking(entered(excess, of), 'attention')).toEqual([expect.stringContaining(words)])
  })

  test('within the year quarters stay; the next begins without them, with the losses that are left', () => {
    const fourth = rolled(excess, 'quarter', 'fourth').filing
    expect(value(fourth, 'remic_quarters.quarter_1@excess_inclusion')).toBe('15000')
    expect(scheduleOf(fourth, 'remic_quarters').lines[0]?.label).toBe('January to March')
    expect(value(fourth, 'remic.excess_inclusion@to_date')).toBe('40000')
    const full = entered(fourth, { 'reconciliation.net_earnings@q4_2007': '9205' })
    // A loss of 5,205 for three quarters and 9,205 of the fourth, beside the 40,000.
    expect(value(full, 'remic.other_income@to_date')).toBe('4000')
    expect(value(full, 'distribution_test.taxable_income@to_date')).toBe('44000')
    const next = rolled(fourth, 'quarter', 'next').filing
    expect(value(next, 'remic_quarters.quarter_1@excess_inclusion')).toBe('')
    expect(value(next, 'remic.excess_inclusion@to_date')).toBe('')
    // Without layers the loss is carried by the schedule itself.
    const alone = entered(made('2007-12-31', ['remic'], 'year'), {
      'remic.other_income@fy_2007': '-15000',
      'remic.excess_inclusion@fy_2007': '25000',
      'remic.nol_available@fy_2007': '100',
      'remic.dividends_paid_deduction@fy_2007': '22500',
    })
    expect(value(rolled(alone, 'year').filing, 'remic.nol_available@fy_2008')).toBe('15100')
  })

  test('the forecast is added to what stands to date, with one floor for the year', () => {
    const forecast = entered(excess, {
      'remic.other_income@forecast': '9205',
      'remic.excess_inclusion@forecast': '2000',
    })
    // The loss of 5,205 and 9,205 make 4,000 of other income, beside 42,000.
    expect(value(forecast, 'remic.taxable_income_before_dividends@fy_2007')).toBe('46000')
    expect(value(forecast, 'distribution_test.taxable_income@fy_2007')).toBe('46000')
    expect(value(forecast, 'nol_years.nol_of_the_year@fy_2007')).toBe('0')
  })
})
