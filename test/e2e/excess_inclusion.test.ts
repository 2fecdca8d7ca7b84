/**
 * Excess inclusion of REMIC residuals at the desk and on paper: entered by quarter it sets the floor of the distribution test, the loss stays beside it,
 * and what passes stands per share; both copies print. The figures are worked out beside the expectations.
 */
import { expect, inject, it } from 'vitest'
import { readCellName } from '../../shared/model/cell.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import { withInputs } from '../golden/yearly.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const BLANK = newFiling({
  id: 'harbor_2007_q3',
  details: {
    title: 'Third quarter 2007 results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd: '2007-09-30',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  },
  covers: 'quarter',
  against: 'before',
  schedules: ['reconciliation', 'remic', 'remic_quarters', 'distribution_test'],
})

const INPUTS: Record<string, string> = {
  'reconciliation.net_earnings@q1_2007': '1000',
  'reconciliation.net_earnings@q2_2007': '2000',
  'reconciliation.net_earnings@q3_2007': '-8205',
  'reconciliation.remic_taxable_income@q1_2007': '0',
  'reconciliation.remic_taxable_income@q2_2007': '0',
  'reconciliation.remic_taxable_income@q3_2007': '40000',
  'distribution_test.preferred_paid@to_date': '11165',
  'distribution_test.common_paid@to_date': '7608',
  'distribution_test.earnings_and_profits@to_date': '40000',
  'remic_quarters.quarter_1@preferred_dividends': '3722',
  'remic_quarters.quarter_1@common_dividends': '7608',
  'remic_quarters.quarter_1@common_shares': '76084',
  'remic_quarters.quarter_2@preferred_dividends': '3722',
  'remic_quarters.quarter_3@preferred_dividends': '3721',
}

const FILING = withInputs(
  BLANK,
  Object.entries(INPUTS).map(([name, input]) => ({ ...readCellName(name)!, input })),
)

describeInBrowser('excess inclusion', () => {
  it(
    'sets the floor of what must be distributed once it is entered, and passes to holders per share',
    atDesk(
      async (desk) => {
        // 90% of 34,795.
        expect(await desk.headline('minimum_distribution')).toBe('31,316')
        await desk.enter('quarter_3', 'excess_inclusion', '40000')
        expect(await desk.headline('minimum_distribution')).toBe('36,000')
        expect((await axe(desk.page).analyze()).violations).toEqual([])
        // All dividends of 18,773 carry it: 7,608 over 76,084 of common.
        expect(await desk.figure('total', 'passes')).toBe('$ 18,773')
        expect(await desk.figure('quarter_1', 'per_common_share')).toBe('0.099995')
        await desk.show(`#/${FILING.id}/remic`)
        expect(await desk.figure('floor_binds', 'to_date')).toBe('yes')
        expect(await desk.figure('nol_of_the_year', 'to_date')).toBe('5,205')
        expect(await desk.figure('taxable_income', 'to_date')).toBe('$ 21,227')
        expect((await axe(desk.page).analyze()).violations).toEqual([])
        await desk.show(`#/${FILING.id}/distribution_test`)
        expect(await desk.figure('required', 'to_date')).toBe('$ 36,000')
      },
      { filings: [FILING], at: `#/${FILING.id}/remic_quarters` },
    ),
  )

  it('prints in both copies', async () => {
    const filed = withInputs(FILING, [
      { schedule: 'remic_quarters', line: 'quarter_3', column: 'excess_inclusion', input: '40000' },
    ])
    const host = await startPrintHost(inject('chromium'), [{ filing: filed, scenarios: [], comments: [] }])
    try {
      for (const [schedule, words] of [
        ['remic', 'Taxable income before dividends and losses carried $ 40,000'],
        ['remic_quarters', 'January to March'],
      ]) {
        for (const mode of ['filing', 'workpaper']) {
          const { state, page, trespasses } = await host.open(`/print/${FILING.id}/${schedule}?mode=${mode}`)
          expect([schedule, mode, state, trespasses]).toEqual([schedule, mode, 'ready', []])
          const text = (await toPaper(page)).pages.join(' ').replaceAll(/\s+/g, ' ')
          expect(text).toContain(words)
          expect(text).toContain('not tax advice')
        }
      }
    } finally {
      await host.close()
    }
  })
})
