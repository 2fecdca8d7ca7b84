/**
 * Earnings per share at the desk and on paper: potential shares entered for a quarter count where they dilute, a published figure before preferred
 * dividends is flagged, and both copies print. The figures are worked out beside the expectations.
 */
import { expect, inject, it } from 'vitest'
import { readCellName } from '../../shared/model/cell.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import { withInputs } from '../golden/yearly.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const BLANK = newFiling({
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
  schedules: ['income_comparison', 'reconciliation', 'equity', 'eps'],
})

const INPUTS: Record<string, string> = {
  'income.interest_income@q3_2026': '24000',
  'income.interest_expense@q3_2026': '9000',
  'income.discontinued_operations@q3_2026': '-800',
  'income.interest_income@q2_2026': '22000',
  'income.interest_expense@q2_2026': '9500',
  'reconciliation.net_earnings@q1_2026': '11000',
  'reconciliation.diluted_shares@m9_2026': '50000',
  'income.diluted_shares@q3_2026': '50000',
  'income.diluted_shares@q2_2026': '50000',
  'equity.preferred_dividends@q1_2026': '1200',
  'equity.preferred_dividends@q2_2026': '1200',
  'equity.preferred_dividends@q3_2026': '1200',
}

const FILING = withInputs(
  BLANK,
  Object.entries(INPUTS).map(([name, input]) => ({ ...readCellName(name)!, input })),
)

describeInBrowser('earnings per share', () => {
  it(
    'count potential shares where they dilute, and flag a published figure before preferred dividends',
    atDesk(
      async (desk) => {
        // Every line is drawn at once.
        await desk.page.setViewportSize({ width: 1440, height: 1900 })
        // 15,000 - 800 - 1,200 over 50,000; of the nine months 37,700 - 3,600.
        expect(await desk.figure('basic', 'q3_2026')).toBe('$ 0.26')
        expect(await desk.figure('basic_continuing', 'q3_2026')).toBe('$ 0.28')
        expect(await desk.figure('diluted', 'm9_2026')).toBe('$ 0.68')
        expect((await axe(desk.page).analyze()).violations).toEqual([])
        // 600 over 4,000 adds 0.15 a share: 14,400 over 54,000 for continuing operations, 13,600 over 54,000 for all.
        await desk.enter('p1_shares', 'q3_2026', '4000')
        await desk.enter('p1_addback', 'q3_2026', '600')
        expect(await desk.figure('p1_included', 'q3_2026')).toBe('yes')
        expect(await desk.figure('diluted_continuing', 'q3_2026')).toBe('$ 0.27')
        expect(await desk.figure('diluted', 'q3_2026')).toBe('$ 0.25')
        // 0.35 a share would lift the figure.
        await desk.enter('p1_addback', 'q3_2026', '1400')
        expect(await desk.figure('p1_included', 'q3_2026')).toBe('no')
        expect(await desk.figure('diluted', 'q3_2026')).toBe('$ 0.26')
        await desk.enter('published_diluted', 'q3_2026', '0.28')
        expect(await desk.figure('numerator_published_uses', 'q3_2026')).toBe('before preferred')
        expect(await desk.figure('difference', 'q3_2026')).toBe('(0.02)')
        const check = desk.cell('published_check', 'q3_2026').locator('.figure')
        expect(await check.getAttribute('class')).toContain('asks')
        await desk.page.getByRole('tab', { name: 'Tie-outs' }).click()
        await expect
          .poll(() => desk.page.locator('body').innerText())
          .toMatch(/Published figures\s+Earnings per share[^\n]*\s+before preferred/)
        // A loss bars what would dilute, in every line.
        await desk.show(`#/${FILING.id}/income`)
        await desk.enter('provision_for_loan_losses', 'q3_2026', '20000')
        await desk.show(`#/${FILING.id}/eps`)
        await desk.enter('p1_addback', 'q3_2026', '0')
        expect(await desk.figure('p1_included', 'q3_2026')).toBe('no')
        expect(await desk.figure('diluted', 'q3_2026')).toBe('$ (0.14)')
      },
      { filings: [FILING], at: `#/${FILING.id}/eps` },
    ),
  )

  it('print in both copies', async () => {
    const host = await startPrintHost(inject('chromium'), [{ filing: FILING, scenarios: [], comments: [] }])
    try {
      for (const mode of ['filing', 'workpaper']) {
        const { state, page, trespasses } = await host.open(`/print/${FILING.id}/eps?mode=${mode}`)
        expect([mode, state, trespasses]).toEqual([mode, 'ready', []])
        const text = (await toPaper(page)).pages.join(' ').replaceAll(/\s+/g, ' ')
        expect(text).toContain('Diluted earnings (loss) per common share $ 0.26 $ 0.23 $ 0.68')
        expect(text).toContain('not the sum of its quarters')
        expect(text.includes('What was entered')).toBe(mode === 'workpaper')
      }
    } finally {
      await host.close()
    }
  })
})
