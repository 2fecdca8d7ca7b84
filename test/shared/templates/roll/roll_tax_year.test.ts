/**
 * Schedules of a tax year in a roll forward: through the quarters of a year what is to date follows the reconciliation, the year keeps what was
 * entered in it, and the next year begins afresh with the year before beside. Figures are made up and worked out by hand.
 */
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { headlines } from '../../../../shared/analysis/headlines.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { factOf } from '../../../../shared/model/lookup.ts'
import { readCellName } from '../../../../shared/model/cell.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { newFiling } from '../../../../shared/templates/templates.ts'
import { figure, rolled, scheduleOf } from '../filing_fixture.ts'

const FIRST = newFiling({
  id: 'first',
  details: {
    title: 'First quarter 2026 results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd: '2026-03-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  },
  covers: 'quarter',
  against: 'before',
  schedules: ['reconciliation', 'equity', 'distribution_test', 'excise', 'declaration'],
})

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...cells.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}

function quarter(filing: Filing, id: string, amounts: { net: string; preferred: string; common: string }): Filing {
  return entered(filing, {
    [`reconciliation.net_earnings@${id}`]: amounts.net,
    [`reconciliation.preferred_dividends@${id}`]: `-${amounts.preferred}`,
    [`equity.preferred_dividends@${id}`]: amounts.preferred,
    [`equity.common_dividends@${id}`]: amounts.common,
  })
}

function value(filing: Filing, name: string): string {
  return figure(createEngine(filing), readCellName(name)!)
}

test('the year to date and the year follow the quarters, and the next year opens with the year before', () => {
  const first = entered(quarter(FIRST, 'q1_2026', { net: '1000', preferred: '100', common: '500' }), {
    'distribution_test.taxable_income@forecast': '3000',
    'distribution_test.earnings_and_profits@to_date': '1000',
    'distribution_test.spillover_elected@fy_2026': '40',
  })
  // Net earnings of 1,000 are before preferred dividends: 900 to common and 100 added back.
  expect(value(first, 'distribution_test.taxable_income@to_date')).toBe('1000')
  expect(value(first, 'distribution_test.required@to_date')).toBe('900')
  expect(value(first, 'distribution_test.counted@to_date')).toBe('600')
  expect(value(first, 'distribution_test.shortfall@to_date')).toBe('300')
  expect(value(first, 'distribution_test.required@fy_2026')).toBe('3600')
  expect(value(first, 'excise.line_1b@fy_2026')).toBe('3400')

  // 3,600 less 600 counted; 4,000 of income less 600; 85% of it less 600.
  const declared = (column: string): string => value(first, `declaration.to_declare@${column}`)
  expect(['keep_status', 'no_income_tax', 'no_excise_tax'].map(declared)).toEqual(['3000', '3400', '2800'])

  const second = quarter(rolled(first, 'quarter', 'second').filing, 'q2_2026', {
    net: '200',
    preferred: '100',
    common: '0',
  })
  const test = scheduleOf(second, 'distribution_test')
  expect(test.columns.map(({ id, label }) => `${id}: ${label}`)).toEqual([
    'to_date: June 30, 2026',
    'forecast: Rest of the year',
    'fy_2026: December 31, 2026',
  ])
  expect(value(second, 'distribution_test.taxable_income@to_date')).toBe('1200')
  expect(value(second, 'distribution_test.preferred_paid@to_date')).toBe('200')
  // The forecast was of more months, what was said of the year is still said.
  expect(value(second, 'distribution_test.taxable_income@forecast')).toBe('')
  expect(value(second, 'distribution_test.spillover_elected@fy_2026')).toBe('40')

  expect(value(second, 'declaration.counted@no_income_tax')).toBe('')
  expect(value(second, 'declaration.required@keep_status')).toBe('1080')
  let year = second
  for (const id of ['q3_2026', 'q4_2026'])
    year = quarter(rolled(year, 'quarter', id).filing, id, { net: '400', preferred: '100', common: '0' })
  expect(value(year, 'distribution_test.taxable_income@to_date')).toBe('2000')
  expect(value(year, 'distribution_test.common_paid@to_date')).toBe('500')
  expect(scheduleOf(year, 'distribution_test').columns[0]!.label).toBe('December 31, 2026')

  const next = rolled(year, 'quarter', 'next').filing
  expect(scheduleOf(next, 'distribution_test').columns.map(({ id }) => id)).toEqual(['to_date', 'forecast', 'fy_2027'])
  expect(scheduleOf(next, 'excise').columns.map(({ id, label }) => `${id}: ${label}`)).toEqual([
    'fy_2027: December 31, 2027',
    'fy_2026: December 31, 2026',
  ])
  expect(value(next, 'excise.grossed_up_required@fy_2026')).toBe(value(year, 'excise.grossed_up_required@fy_2026'))
  expect(value(next, 'excise.line_3a@fy_2027')).toBe('2000')
  expect(value(next, 'distribution_test.taxable_income@to_date')).toBe('')
  const filled = quarter(next, 'q1_2027', { net: '70', preferred: '0', common: '0' })
  expect(value(filled, 'distribution_test.taxable_income@to_date')).toBe('70')
})

test('the headline is that of the test, before net operating losses, and says what is required after them', () => {
  const filing = entered(FIRST, {
    'reconciliation.net_earnings@q1_2026': '29143',
    'distribution_test.nol_deduction@to_date': '16400',
  })
  const shown = headlines({ filing, engine: createEngine(filing), column: 'q1_2026', open: { status: 0, filed: 0 } })
  const { scenario, sentences } = shown.find(({ id }) => id === 'minimum_distribution')!
  // 90% of 29,143; 90% of 12,743 after losses, 11,468.7.
  expect(String(scenario)).toBe('26228.7')
  expect(sentences).toEqual(['Minimum distribution: 11,469 after net operating losses.'])
})

test('within the year a layer keeps what it opens with, held against the filing before; in the next year it opens at its close', () => {
  const [release] = sampleFilings()
  const fourth = rolled(release!, 'quarter', 'fourth').filing
  expect(value(fourth, 'nol.layer_1@opening')).toBe('16400')
  expect(factOf(scheduleOf(fourth, 'nol'), 'layer_1', 'opening')).toMatchObject({
    carried: { filing: 'impac_2007_q3', schedule: 'nol', line: 'layer_1', column: 'opening' },
  })
  const first = rolled(fourth, 'quarter', 'first').filing
  // The loss of 2007 to date is 5,205 before preferred dividends.
  expect(['layer_1', 'layer_2', 'total'].map((line) => value(first, `nol.${line}@opening`))).toEqual([
    '16400',
    '5205',
    '21605',
  ])
})
