/**
 * Temporary differences at the desk and on paper: an edit of the reconciliation moves the inventory, a realized provision leaves it, the amount deductible
 * later reads "at most" until the part on REMIC loans is entered; both copies print, and so do the balances beside.
 */
import { expect, inject, it } from 'vitest'
import { temporaryFiling } from '../shared/templates/temporary_filing.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const FILING = temporaryFiling()
const PLACE = `#/${FILING.id}/temporary_differences`

describeInBrowser('temporary differences', () => {
  it(
    'follow the reconciliation, lose what is realized, and read at most until the part on REMIC loans is entered',
    atDesk(
      async (desk) => {
        const { page } = desk
        await page.setViewportSize({ width: 1400, height: 1300 })
        expect(await desk.figure('loan_losses_closing', 'q3_2007')).toBe('$ 1,039,770')
        expect(await desk.figure('total_cumulative', 'to_date')).toBe('1,119,519')
        expect(await desk.figure('future_deductions_reading', 'q3_2007')).toBe('at most')
        expect((await axe(page).analyze()).violations).toEqual([])
        await desk.enter('remic_part', 'q3_2007', '900000')
        expect(await desk.figure('future_deductions_reading', 'q3_2007')).toBe('as shown')
        // 1,208,519 less 26,709 of capital losses and 900,000 on REMIC loans.
        expect(await desk.figure('future_deductions', 'q3_2007')).toBe('$ 281,810')

        await desk.cell('loan_losses_closing', 'q3_2007').click()
        await page.keyboard.press('Alt+Shift+Z')
        await page.getByRole('region', { name: 'Realize a difference' }).getByLabel('Amount').fill('10000')
        await page.keyboard.press('Enter')
        await desk.saved()
        expect(await desk.figure('loan_losses_reversals', 'q3_2007')).toBe('(44,348)')
        expect(await desk.figure('loan_losses_closing', 'q3_2007')).toBe('$ 1,029,770')
        expect(await desk.figure('loan_losses_closing', 'to_date')).toBe('$ 1,029,770')

        await desk.show(`#/${FILING.id}/loss_rollforwards`)
        expect(await desk.figure('allowance_closing', 'q3_2007')).toBe('$ 973,444')
        expect(await desk.figure('provisions_differ', 'q3_2007')).toBe('–')
        expect(await desk.figure('losses_differ', 'q3_2007')).toBe('(10,000)')
        expect((await axe(page).analyze()).violations).toEqual([])
      },
      { filings: [FILING], at: PLACE },
    ),
  )

  it('print in both copies, with the balances beside', async () => {
    const host = await startPrintHost(inject('chromium'), [{ filing: FILING, scenarios: [], comments: [] }])
    try {
      const texts: Record<string, string> = {}
      for (const schedule of ['temporary_differences', 'loss_rollforwards']) {
        for (const mode of ['filing', 'workpaper']) {
          const { state, page, trespasses } = await host.open(`/print/${FILING.id}/${schedule}?mode=${mode}`)
          expect([schedule, mode, state, trespasses]).toEqual([schedule, mode, 'ready', []])
          const { pages } = await toPaper(page)
          texts[`${schedule} ${mode}`] = pages.join(' ').replaceAll(/\s+/g, ' ')
        }
      }
      expect(texts['temporary_differences filing']).toContain('An estimate, not tax advice.')
      expect(texts['temporary_differences filing']).not.toContain('Character')
      expect(texts['temporary_differences workpaper']).toContain('Character')
      expect(texts['loss_rollforwards filing']).not.toContain('Against the reconciliation')
      expect(texts['loss_rollforwards workpaper']).toContain('More than tax deducts')
    } finally {
      await host.close()
    }
  })
})
