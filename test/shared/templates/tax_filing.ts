/**
 * A filing of the third quarter of 2026 with its tax schedules filled in: net earnings of 29,143 before preferred dividends of 11,166 and common ones
 * of 7,608, losses of 16,400 carried, a forecast of 9,500 for the rest of the year, 1,000 short the year before. Holds no expectations.
 */
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'

const QUARTERS = { q1_2026: '9000', q2_2026: '8500', q3_2026: '11643' }

const INPUTS: Record<string, string> = {
  'distribution_test.nol_deduction@to_date': '16400',
  'distribution_test.earnings_and_profits@to_date': '29143',
  'distribution_test.earnings_and_profits@forecast': '9500',
  'distribution_test.taxable_income@forecast': '9500',
  'distribution_test.preferred_paid@forecast': '3722',
  'distribution_test.common_paid@forecast': '2536',
  'excise.grossed_up_required@fy_2025': '21000',
  'excise.line_8_distributed@fy_2025': '20000',
  'declaration.preferred_of_the_year@keep_status': '3722',
  'declaration.preferred_of_the_year@no_income_tax': '3722',
  'declaration.preferred_of_the_year@no_excise_tax': '3722',
  'declaration.common_shares@keep_status': '7600',
  'declaration.common_shares@no_income_tax': '7600',
  'declaration.common_shares@no_excise_tax': '7600',
}

export function taxFiling(): Filing {
  const filing = newFiling({
    id: 'harbor_2026_q3',
    details: {
      title: 'Third quarter 2026 results',
      registrant: 'Harbor Mortgage Trust',
      form: 'Form 10-Q',
      periodEnd: '2026-09-30',
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: true,
    },
    covers: 'quarter',
    against: 'before',
    schedules: ['reconciliation', 'equity', 'distribution_test', 'excise', 'declaration'],
  })
  const ofQuarters = Object.entries(QUARTERS).flatMap(([quarter, net]) => [
    [`reconciliation.net_earnings@${quarter}`, net],
    [`reconciliation.preferred_dividends@${quarter}`, '-3722'],
    [`equity.preferred_dividends@${quarter}`, '3722'],
    [`equity.common_dividends@${quarter}`, '2536'],
  ])
  const cells = [...ofQuarters, ...Object.entries(INPUTS)].map(([name, input]) => ({
    ...readCellName(name!)!,
    input: input!,
  }))
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...cells.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}
