/**
 * The register and the calendar at the desk: a record date in January takes a dividend from the year, the calendar flags it, the distribution test
 * and the year by class follow; both copies print.
 */
import { expect, inject, it } from 'vitest'
import { dayNumber } from '../../shared/calendar/day_number.ts'
import { readCellName } from '../../shared/model/cell.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import { withInputs } from '../golden/yearly.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const BLANK = newFiling({
  id: 'harbor_2026_q4',
  details: {
    title: 'Fourth quarter 2026 results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-K',
    periodEnd: '2026-12-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: false,
  },
  covers: 'quarter',
  against: 'before',
  schedules: [
    'reconciliation',
    'equity',
    'distribution_test',
    'earnings_and_profits',
    'dividend_year',
    'dividends',
    'calendar',
  ],
})

/** 12,000 declared and of record in December; earnings of 18,000. */
const INPUTS: Record<string, string> = {
  'dividends.payment_1@class': '2',
  'dividends.payment_1@seq': '1',
  'dividends.payment_1@declared': `${dayNumber('2026-12-10')!}`,
  'dividends.payment_1@record': `${dayNumber('2026-12-31')!}`,
  'dividends.payment_1@paid': `${dayNumber('2027-01-15')!}`,
  'dividends.payment_1@per_share': '0.3',
  'dividends.payment_1@shares': '40000',
  'reconciliation.net_earnings@q4_2026': '18000',
  'equity.common_dividends@q4_2026': '12000',
}
const FILING = withInputs(
  BLANK,
  Object.entries(INPUTS).map(([name, input]) => ({ ...readCellName(name)!, input })),
)

describeInBrowser('the register and the calendar', () => {
  it(
    'follow a record date, which is flagged once it falls in January',
    atDesk(
      async (desk) => {
        expect(await desk.figure('of_record', 'standing')).toBe('in time')
        expect(await desk.figure('gain_notice', 'standing')).toBe('at risk')
        expect((await axe(desk.page).analyze()).violations).toEqual([])
        await desk.show(`#/${FILING.id}/distribution_test`)
        expect(await desk.figure('january_deemed', 'to_date')).toBe('12,000')
        await desk.show(`#/${FILING.id}/dividends`)
        await desk.enter('payment_1', 'record', '1/2/2027')
        await desk.show(`#/${FILING.id}/calendar`)
        expect(await desk.figure('of_record', 'done')).toBe('January 2, 2027')
        expect(await desk.figure('of_record', 'standing')).toBe('missed')
        expect(await desk.cell('of_record', 'standing').locator('.figure').getAttribute('class')).toContain('asks')
        await desk.page.getByRole('tab', { name: 'Tie-outs' }).click()
        await expect
          .poll(() => desk.page.locator('body').innerText())
          .toMatch(/Record date\s+Tax calendar · Standing\s+missed/)
        await desk.enter('gain_notice', 'done', '1/20/2027')
        expect(await desk.figure('gain_notice', 'standing')).toBe('in time')
        await desk.show(`#/${FILING.id}/distribution_test`)
        expect(await desk.figure('january_deemed', 'to_date')).toBe('')
        // Declared in the year, it stays in equity whatever it is for tax.
        await desk.show(`#/${FILING.id}/dividend_year`)
        expect(await desk.figure('declared_difference', 'common')).toBe('–')
      },
      { filings: [FILING], at: `#/${FILING.id}/calendar` },
    ),
  )

  it('print in both copies', async () => {
    const host = await startPrintHost(inject('chromium'), [{ filing: FILING, scenarios: [], comments: [] }])
    try {
      for (const mode of ['filing', 'workpaper']) {
        const { state, page, trespasses } = await host.open(`/print/${FILING.id}/calendar?mode=${mode}`)
        expect([mode, state, trespasses]).toEqual([mode, 'ready', []])
        const text = (await toPaper(page)).pages.join(' ').replaceAll(/\s+/g, ' ')
        expect(text).toContain('Record date October 1, 2026 December 31, 2026 December 31, 2026 in time')
        expect(text).toContain('not tax advice')
        expect(text.includes('At risk from')).toBe(mode === 'workpaper')
      }
    } finally {
      await host.close()
    }
  })
})
