/**
 * A filing of the third quarter of 2026 with equity of (110,000), four non-recourse trusts two of which are under water, cash and what is expected of
 * the quarters ahead. Holds no expectations.
 */
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'

/** Assets and obligations in the books, original investment, assets and obligations at fair value. */
const TRUSTS = [
  ['1000000', '1100000', '50000', '900000', '890000'],
  ['800000', '780000', '60000', '760000', '748000'],
  ['500000', '650000', '25000', '410000', '409000'],
  ['200000', '200000', '10000', '195000', '193000'],
]

const OF_TRUST = [
  'assets_book',
  'obligations_book',
  'original_investment',
  'assets_fair_value',
  'obligations_fair_value',
]

const CASH = {
  cash_opening: '31000',
  residual_cash: '9000',
  master_servicing_fees: '1500',
  operating_costs: '14000',
  debt_service: '3200',
  preferred_dividends: '0',
  margin_calls: '4300',
}

/** By line, for the five quarters ahead. */
const EXPECTED = {
  net_earnings: ['-12000', '-6000', '4000', '60000', '75000'],
  dividends_declared: ['3722', '3722', '3722', '3722', '3722'],
  cash_received: ['10000', '10000', '12000', '15000', '16000'],
  operating_costs: ['13000', '12000', '11000', '10000', '10000'],
  debt_service: ['3200', '3200', '3200', '3200', '3200'],
  margin_calls: ['6000', '12000', '0', '0', '0'],
}

const INPUTS: Record<string, string> = {
  'equity.opening@q1_2026': '240000',
  'equity.net_earnings@q1_2026': '-50000',
  'equity.net_earnings@q2_2026': '-80000',
  'equity.net_earnings@q3_2026': '-208834',
  ...Object.fromEntries(['q1', 'q2', 'q3'].map((quarter) => [`equity.preferred_dividends@${quarter}_2026`, '3722'])),
  ...Object.fromEntries(
    TRUSTS.flatMap((figures, at) =>
      figures.map((input, of) => [`equity_views_trusts.trust_${at + 1}@${OF_TRUST[of]}`, input]),
    ),
  ),
  'equity_views.preferred_liquidation@reported': '161765',
  'equity_views.common_shares@reported': '76084',
  'liquidity.opening@at_2026_09_30': '924.0',
  'liquidity.opening@within': '0.05',
  'liquidity.closing@latest': '337.0',
  'liquidity.closing@within': '0.5',
  'liquidity.total_assets@at_2026_09_30': '19.4',
  'liquidity.total_assets@at_2025_12_31': '23.6',
  'liquidity.total_assets@year_before': '22.5',
  'liquidity.total_assets@within': '0.05',
  'liquidity.portfolio@at_2026_09_30': '18.7',
  'liquidity.portfolio@within': '0.05',
  ...Object.fromEntries(Object.entries(CASH).map(([line, input]) => [`liquidity.${line}@at_2026_09_30`, input])),
  ...Object.fromEntries(
    Object.entries(EXPECTED).flatMap(([line, quarters]) =>
      quarters.map((input, at) => [`look_forward.${line}@ahead_${at + 1}`, input]),
    ),
  ),
}

export function viewsFiling(): Filing {
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
    schedules: ['equity', 'equity_views', 'equity_views_trusts', 'liquidity', 'look_forward'],
  })
  const cells = Object.entries(INPUTS).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...cells.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}
