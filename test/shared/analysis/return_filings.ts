/**
 * An annual report of 2007 whose taxable income was estimated, the tax return of that year, and the next quarter, which opens with the estimate. Figures are made
 * up. Holds no expectations.
 */
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { detailsOf } from '../../../shared/templates/filing_details.ts'
import { duplicateFiling, newFiling } from '../../../shared/templates/templates.ts'
import { rolled } from '../templates/filing_fixture.ts'

const SCHEDULES = [
  'reconciliation',
  'equity',
  'temporary_differences',
  'distribution_test',
  'excise',
  'nol_years',
  'nol',
  'earnings_and_profits',
]

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const of = (id: string) => cells.filter(({ schedule }) => schedule === id)
  const schedules = filing.schedules.map((one) => {
    const own = of(one.id)
    const rest = one.cells.filter(
      (cell) => !own.some(({ line, column }) => line === cell.line && column === cell.column),
    )
    return { ...one, cells: [...rest, ...own] }
  })
  return { ...filing, schedules }
}

export const REPORT = entered(
  newFiling({
    id: 'year_2007',
    details: {
      title: 'Annual report 2007',
      registrant: 'Harbor Mortgage Trust',
      form: 'Form 10-K',
      periodEnd: '2007-12-31',
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: false,
    },
    covers: 'year',
    against: 'before',
    schedules: SCHEDULES,
  }),
  {
    'reconciliation.net_earnings@fy_2007': '-900',
    'reconciliation.loan_loss_provisions@fy_2007': '700',
    'reconciliation.actual_loan_losses@fy_2007': '-300',
    'temporary_differences.loan_losses_opening@fy_2007': '50',
    'temporary_differences.loan_losses_opening@fy_2006': '0',
    'equity.opening@fy_2007': '5000',
    'equity.net_earnings@fy_2007': '-900',
    'nol.layer_1@layer_year': '2007-12-31',
    'distribution_test.earnings_and_profits@fy_2007': '0',
    'earnings_and_profits.accumulated_ep@fy_2007': '80',
  },
)

/** The return deducts 120 more of losses than was estimated. */
export const RETURN = entered(
  duplicateFiling(REPORT, 'return_2007', {
    ...detailsOf(REPORT),
    title: 'Form 1120-REIT of 2007',
    form: 'Form 1120-REIT',
    stage: 'return',
  }),
  { 'reconciliation.actual_loan_losses@fy_2007': '-420' },
)

export const NEXT = rolled(REPORT, 'quarter', 'q1_2008').filing
