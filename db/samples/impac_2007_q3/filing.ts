/**
 * Impac Mortgage Holdings, press release of December 20, 2007 on its third quarter: the filing and its headlines.
 * Figures stand in the schedules.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { DISTRIBUTION_TEST } from './distribution_test.ts'
import { EQUITY } from './equity.ts'
import { INCOME } from './income.ts'
import { LIQUIDITY } from './liquidity.ts'
import { LAYERS, LOSSES_OF_THE_YEAR } from './operating_losses.ts'
import { RECONCILIATION } from './reconciliation.ts'

export const IMPAC_2007_Q3: Filing = {
  id: 'impac_2007_q3',
  title: 'Third quarter 2007 results',
  registrant: 'Impac Mortgage Holdings, Inc.',
  form: 'Press release',
  periodEnd: '2007-09-30',
  documentDate: '2007-12-20',
  unit: 'thousands of dollars',
  unaudited: true,
  status: 'filed',
  schedules: [INCOME, RECONCILIATION, EQUITY, DISTRIBUTION_TEST, LOSSES_OF_THE_YEAR, LAYERS, LIQUIDITY],
  headlines: [
    {
      id: 'net_earnings',
      label: 'Net (loss) earnings',
      short: 'Net earnings',
      lines: ['income.net_earnings', 'reconciliation.net_earnings'],
    },
    {
      id: 'taxable_income',
      label: 'Estimated taxable (loss) income available to common',
      short: 'Taxable income',
      lines: ['reconciliation.taxable_income'],
    },
    {
      id: 'taxable_income_per_share',
      label: 'Per diluted share',
      lines: ['reconciliation.taxable_income_per_share'],
    },
    { id: 'equity', label: "Stockholders' equity at end of period", short: 'Equity', lines: ['equity.closing'] },
    {
      id: 'effect_on_equity',
      label: "Effect on stockholders' equity at end of period",
      short: 'Effect on equity',
      lines: ['equity.effect_on_closing'],
    },
    {
      id: 'minimum_distribution',
      label: 'Minimum distribution, year to September 30',
      short: 'Min. distribution',
      lines: ['distribution_test.required_before_losses@to_date'],
    },
    { id: 'open_tie_outs', label: 'Open tie-outs', lines: [] },
  ],
}
