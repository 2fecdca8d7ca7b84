/**
 * Distributions of a taxable REIT subsidiary at the desk and on paper: what is typed in the reconciliation counts as income until the subsidiary's
 * earnings are entered, and then as far as they go; both copies print. The figures are worked out beside the expectations.
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
  schedules: ['reconciliation', 'distribution_test', 'trs_dividend'],
})

const INPUTS: Record<string, string> = {
  'reconciliation.net_earnings@q1_2007': '9000',
  'reconciliation.net_earnings@q2_2007': '8000',
  'reconciliation.net_earnings@q3_2007': '10000',
  'trs_dividend.basis_opening@to_date': '20000',
}

const FILING = withInputs(
  BLANK,
  Object.entries(INPUTS).map(([name, input]) => ({ ...readCellName(name)!, input })),
)

describeInBrowser('distributions of a subsidiary', () => {
  it(
    'count as far as earnings are entered, and say so while they are not',
    atDesk(
      async (desk) => {
        await desk.enter('trs_dividend', 'q3_2007', '3900')
        expect(await desk.headline('taxable_income')).toBe('13,900')
        // 90% of 30,900.
        expect(await desk.headline('minimum_distribution')).toBe('27,810')
        await desk.show(`#/${FILING.id}/trs_dividend`)
        expect(await desk.figure('distribution', 'to_date')).toBe('$ 3,900')
        expect(await desk.figure('dividend', 'to_date')).toBe('')
        expect(await desk.figure('standing', 'to_date')).toBe('not entered')
        expect(await desk.cell('standing', 'to_date').locator('.figure').getAttribute('class')).toContain('asks')
        expect((await axe(desk.page).analyze()).violations).toEqual([])
        // A loss of the year eats what was left of earlier years.
        await desk.enter('undistributed_opening', 'to_date', '3900')
        await desk.enter('current_year_before_tax', 'to_date', '-328289')
        expect(await desk.figure('return_of_capital', 'to_date')).toBe('3,900')
        expect(await desk.figure('basis_closing', 'to_date')).toBe('$ 16,100')
        await desk.show(`#/${FILING.id}/reconciliation`)
        expect(await desk.figure('trs_return_of_capital', 'q3_2007')).toBe('(3,900)')
        expect(await desk.headline('taxable_income')).toBe('10,000')
        expect(await desk.headline('minimum_distribution')).toBe('24,300')
      },
      { filings: [FILING], at: `#/${FILING.id}/reconciliation` },
    ),
  )

  it('print in both copies', async () => {
    const paid = withInputs(FILING, [
      { schedule: 'reconciliation', line: 'trs_dividend', column: 'q3_2007', input: '3900' },
    ])
    const host = await startPrintHost(inject('chromium'), [{ filing: paid, scenarios: [], comments: [] }])
    try {
      for (const mode of ['filing', 'workpaper']) {
        const { state, page, trespasses } = await host.open(`/print/${FILING.id}/trs_dividend?mode=${mode}`)
        expect([mode, state, trespasses]).toEqual([mode, 'ready', []])
        const text = (await toPaper(page)).pages.join(' ').replaceAll(/\s+/g, ' ')
        expect(text).toContain('Distributions of the year $ 3,900')
        expect(text).toContain('not tax advice')
        expect(text.includes('Earnings behind the distributions not entered')).toBe(mode === 'workpaper')
      }
    } finally {
      await host.close()
    }
  })
})
