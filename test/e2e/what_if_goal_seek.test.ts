/**
 * Goal seek by typing ids: the answer with its effects before it is applied, and refusals that keep what was typed.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('goal seek', () => {
  it(
    'taxable income to zero by actual loan losses gives (18,051), applied by keyboard alone as one change that undo takes back',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('taxable_income', 'q3_2007').click()
      await keyboard.press('Alt+Shift+G')
      const dialog = page.getByRole('dialog', { name: 'Goal seek' })
      await dialog.waitFor()
      expect(await dialog.getByLabel('Set cell').inputValue()).toBe('reconciliation.taxable_income@q3_2007')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-goal'))).toBe('target')
      await keyboard.press('Tab')
      await keyboard.type('0')
      await keyboard.press('Tab')
      await keyboard.type('reconciliation.actual_loan_losses@q3_2007')
      expect(await dialog.getByLabel('Answer').innerText()).toBe('(18,051)')
      const effect = await dialog.locator('[data-effect="taxable_income"] td').allInnerTexts()
      expect(effect).toEqual(['(16,297)', '–', '16,297'])
      expect(await dialog.locator('[data-effect="net_earnings"] td').last().innerText()).toBe('unchanged')
      expect(await desk.number()).toBe(1)

      await keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('actual_loan_losses', 'q3_2007')).toBe('(18,051)')
      expect(await desk.headline('taxable_income')).toBe('–')
      expect(await page.locator('.scenario-switch').innerText()).toContain('Scenario 1')
      await page.waitForFunction(() => document.activeElement?.closest('[row-id="taxable_income"]') !== null)
      await keyboard.press('Control+z')
      await page.locator('[data-headline="taxable_income"]', { hasText: '(16,297)' }).waitFor()
      await desk.saved()
      expect(await page.locator('.scenario-switch').innerText()).toContain('As filed')
    }),
  )

  it(
    'is refused by the provision, by names that do not exist and by a blank target, keeping what was typed',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await page.keyboard.press('Alt+Shift+G')
      const dialog = page.getByRole('dialog', { name: 'Goal seek' })
      const fill = async (set: string, to: string, by: string): Promise<string> => {
        await dialog.getByLabel('Set cell').fill(set)
        await dialog.getByLabel('To value').fill(to)
        await dialog.getByLabel('By changing').fill(by)
        await dialog.getByRole('button', { name: 'Apply' }).click()
        const said = await dialog.getByRole('alert').innerText()
        expect(await dialog.getByLabel('Set cell').inputValue()).toBe(set)
        expect(await dialog.getByLabel('To value').inputValue()).toBe(to)
        expect(await dialog.getByLabel('By changing').inputValue()).toBe(by)
        expect(await dialog.getByLabel('Answer').innerText()).toBe('')
        return said
      }
      const taxable = 'reconciliation.taxable_income@q3_2007'
      const provision = 'income.provision_for_loan_losses@q3_2007'
      expect(await fill(taxable, '0', provision)).toContain('the add-back in Loan loss provisions offsets the change')
      expect(await fill(taxable, '0', 'income.provision_for_loan_loses@q3_2007')).toContain('provision_for_loan_losses')
      expect(await dialog.getByLabel('By changing').getAttribute('aria-invalid')).toBe('true')
      expect(await fill(taxable, 'zero', provision)).not.toBe('')
      expect(await dialog.getByLabel('To value').getAttribute('aria-invalid')).toBe('true')
      expect(await fill('equity.equity_end@q3_2007', '1', provision)).not.toBe('')
      expect(await fill(taxable, '0', '')).toContain('schedule, line and column')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await dialog.waitFor({ state: 'detached' })
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'a locked scenario takes no answer',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.enter('actual_loan_losses', 'q3_2007', '-35000')
      await page.keyboard.press('Alt+Shift+M')
      await page.getByRole('button', { name: 'Lock', exact: true }).click()
      await page.keyboard.press('Escape')
      await desk.saved()
      const number = await desk.number()
      await page.keyboard.press('Alt+Shift+G')
      const dialog = page.getByRole('dialog', { name: 'Goal seek' })
      await dialog.getByLabel('Set cell').fill('reconciliation.taxable_income@q3_2007')
      await dialog.getByLabel('To value').fill('0')
      await dialog.getByLabel('By changing').fill('reconciliation.actual_loan_losses@q3_2007')
      expect(await dialog.getByRole('alert').innerText()).toContain('is locked')
      expect(await desk.number()).toBe(number)
    }),
  )
})
