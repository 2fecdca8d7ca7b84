/**
 * The press release of 2007 at the desk: the reading of the first quarter's dividends is switched in a scenario, and equity, the distribution
 * test and the headlines follow; what losses lower is said beside the headline.
 */
import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('the dividends of the first quarter of 2007', () => {
  it(
    'are switched to the other reading in a scenario: equity, distribution test and headline follow, and nothing as filed',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      const editor = page.locator('.cell-editor input')
      const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option')
      await desk.show('#/impac_2007_q3/equity')
      expect(await desk.figure('common_dividends', 'q1_2007')).toBe('7,608')
      await desk.cell('common_dividends', 'q1_2007').click()
      await page.getByText('is all that was declared in it').first().waitFor()
      expect(await page.locator('.formula-bar').innerText()).toContain('Assumed')

      await desk.cell('common_dividends_reading', 'q1_2007').click()
      await keyboard.press('F2')
      await editor.waitFor()
      await expect.poll(() => options.locator('span').allInnerTexts()).toEqual(['for the quarter', 'for two quarters'])
      expect((await axe(page).analyze()).violations.map(({ id }) => id)).toEqual([])
      await keyboard.press('ArrowDown')
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('common_dividends_reading', 'q1_2007')).toBe('for two quarters')
      expect(await desk.figure('common_dividend_per_share', 'q1_2007')).toBe('0.35')
      expect(await desk.figure('common_dividends', 'q1_2007')).toBe('26,629')
      expect(await desk.figure('effect_on_closing', 'q3_2007')).toBe('$ (19,021)')
      expect(await desk.headline('effect_on_equity')).toBe('(19,021)')
      expect(await desk.why()).toContain('Taxable income is stated before the deduction for common dividends')

      await desk.show('#/impac_2007_q3/distribution_test')
      expect(await desk.figure('common_paid', 'to_date')).toBe('26,629')
      expect(await desk.figure('distributions_of_the_year', 'to_date')).toBe('37,794')
      expect((await axe(page).analyze()).violations.map(({ id }) => id)).toEqual([])

      // The same scenario without actual losses: 90% of 29,143, and of 12,743 after losses of 16,400.
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.enter('actual_loan_losses', 'q3_2007', '0')
      expect(await desk.headline('minimum_distribution')).toBe('26,229')
      expect(await page.locator('.headline-distribution').innerText()).toBe(
        'Minimum distribution: 11,469 after net operating losses.',
      )
      expect(await desk.why()).toContain('Tax deduction for actual loan losses changed from (34,348) to nil.')
      await desk.show('#/impac_2007_q3/distribution_test')
      expect(await desk.figure('required', 'to_date')).toBe('$ 11,469')
      expect(await desk.figure('nol_deduction', 'to_date')).toBe('16,400')

      await desk.show('#/impac_2007_q3/distribution_test?scenario=as_filed')
      expect(await desk.figure('common_paid', 'to_date')).toBe('7,608')
      await desk.show('#/impac_2007_q3/equity?scenario=as_filed')
      expect(await desk.figure('common_dividends', 'q1_2007')).toBe('7,608')
    }),
  )
})
