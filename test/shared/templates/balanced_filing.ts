/**
 * A first quarter with a balance sheet that balances at both of its dates, its equity and trusts entered in their rollforwards. Thousands
 * of dollars; at March 31: cash 31,200 + trusts 6,212,400 + other 41,150 = borrowings 6,187,900 + derivatives 9,300 + long-term debt
 * 11,950 + other 36,100 + equity 39,500. Holds no expectations.
 */
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import type { TemplateId } from '../../../shared/templates/template.ts'
import { newFiling } from '../../../shared/templates/templates.ts'

const [END, YEAR_END] = ['at_2026_03_31', 'at_2025_12_31']

/** Opening balances by class, and what was settled in the quarter. */
const TRUSTS: Record<string, [opening: string, settlements: string]> = {
  collateral: ['6420000', '-225000'],
  afs: ['900', '-40'],
  derivative_assets: ['140', '-25'],
  reo: ['18460', '-2035'],
  borrowings: ['-6400000', '212100'],
  derivative_liabilities: ['-10500', '1200'],
  long_term_debt: ['-12000', '50'],
}

const BALANCES: [line: string, end: string, yearEnd: string][] = [
  ['cash', '31200', '25600'],
  ['other_assets', '41150', '30400'],
  ['other_liabilities', '36100', '35000'],
]

const EQUITY: [line: string, input: string][] = [
  ['opening', '38000'],
  ['net_earnings', '2000'],
  ['common_dividends', '500'],
]

export function balancedFiling(
  chosen: readonly TemplateId[] = ['balance_sheet', 'equity', 'trust_rollforward'],
): Filing {
  const filing = newFiling({
    id: 'harbor_2026_q1',
    details: {
      title: 'First quarter of 2026',
      registrant: 'Harbor Mortgage Trust',
      form: 'Form 10-Q',
      periodEnd: '2026-03-31',
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: true,
    },
    covers: 'quarter',
    against: 'year_before',
    schedules: chosen,
  })
  const entered: CellInput[] = [
    ...Object.entries(TRUSTS).flatMap(([column, [opening, settlements]]) => [
      { schedule: 'trusts', line: 'opening', column, input: opening },
      { schedule: 'trusts', line: 'settlements', column, input: settlements },
    ]),
    ...BALANCES.flatMap(([line, end, yearEnd]) => [
      { schedule: 'balance_sheet', line, column: END, input: end },
      { schedule: 'balance_sheet', line, column: YEAR_END, input: yearEnd },
    ]),
    ...EQUITY.map(([line, input]) => ({ schedule: 'equity', line, column: 'q1_2026', input })),
  ]
  const schedules = filing.schedules.map((schedule) => ({
    ...schedule,
    cells: [...schedule.cells, ...entered.filter((cell) => cell.schedule === schedule.id)],
  }))
  return { ...filing, schedules }
}
