/**
 * Goal seek beside the figures: cells pointed at or typed, the answer with its effects before it is used, and refusals that keep what was
 * typed and stand at their field.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

const TAXABLE = 'Estimated taxable (loss) income available to common stockholders, Q3 2007'

describeInBrowser('goal seek', () => {
  it(
    'points at its figures in the schedule, gives (18,051), and enters it as one change that undo takes back',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('taxable_income', 'q3_2007').click()
      await keyboard.press('Alt+Shift+G')
      const dialog = page.getByRole('dialog', { name: 'Goal seek' })
      await dialog.waitFor()
      expect(await dialog.getAttribute('aria-modal')).toBeNull()
      const [set, by] = [dialog.getByLabel('Set cell'), dialog.getByLabel('By changing')]
      expect(await set.inputValue()).toBe(TAXABLE)
      expect(await set.evaluate((field) => field === document.activeElement)).toBe(true)
      // A press in the schedule fills the field that has the focus, and takes neither the focus nor the figure in focus.
      await desk.cell('net_earnings', 'q2_2007').click()
      expect(await set.inputValue()).toMatch(/^Net loss, Q2 2007/)
      await desk.cell('taxable_income', 'q3_2007').click()
      expect(await set.inputValue()).toBe(TAXABLE)
      await keyboard.press('Tab')
      await keyboard.type('0')
      await keyboard.press('Tab')
      await desk.cell('actual_loan_losses', 'q3_2007').click()
      expect(await by.inputValue()).toBe('Tax deduction for actual loan losses, Q3 2007')
      expect(await by.evaluate((field) => field === document.activeElement)).toBe(true)
      expect(await dialog.getByLabel('Answer').innerText()).toBe('(18,051)')
      // The figures that the fields name are outlined in the schedule.
      const outlined = page.locator('[data-schedule] .is-chosen')
      await expect
        .poll(() => outlined.evaluateAll((all) => all.map((cell) => cell.closest('[row-id]')!.getAttribute('row-id'))))
        .toEqual(['actual_loan_losses', 'taxable_income'])
      const effect = await dialog.locator('[data-effect="taxable_income"] td').allInnerTexts()
      expect(effect).toEqual(['(16,297)', '–', '16,297'])
      expect(await dialog.locator('[data-effect="net_earnings"] td').last().innerText()).toBe('unchanged')
      expect(await desk.number()).toBe(1)

      await keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.closest('[row-id="taxable_income"]') !== null)
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('actual_loan_losses', 'q3_2007')).toBe('(18,051)')
      expect(await desk.headline('taxable_income')).toBe('–')
      // The panel goes on as the figures do, and what was filled in stays.
      expect(await by.inputValue()).toBe('Tax deduction for actual loan losses, Q3 2007')
      await keyboard.press('Control+z')
      await page.locator('[data-headline="taxable_income"]', { hasText: '(16,297)' }).waitFor()
      await desk.saved()
      expect(await dialog.getByLabel('Answer').innerText()).toBe('(18,051)')
    }),
  )

  it(
    'takes a figure by a few words of its line, and starts a scenario with the answer',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.enter('miscellaneous', 'q3_2007', '200')
      await desk.cell('taxable_income', 'q3_2007').click()
      await keyboard.press('Alt+Shift+G')
      const dialog = page.getByRole('dialog', { name: 'Goal seek' })
      await dialog.getByLabel('To value').fill('0')
      await dialog.getByLabel('By changing').fill('actual loan')
      await page.getByRole('option', { name: 'Tax deduction for actual loan losses, Q3 2007' }).waitFor()
      await keyboard.press('Enter')
      expect(await dialog.getByLabel('By changing').inputValue()).toBe('Tax deduction for actual loan losses, Q3 2007')
      expect(await dialog.getByLabel('Answer').innerText()).toBe('(18,083)')
      await dialog.getByRole('button', { name: 'New scenario with this value' }).click()
      await page.locator('[data-headline="taxable_income"]', { hasText: /^–$/ }).waitFor()
      await desk.saved()
      expect(await desk.figure('miscellaneous', 'q3_2007')).toBe('200')
      expect(await page.evaluate(() => location.hash)).toBe('#/impac_2007_q3/reconciliation')
      await keyboard.press('Control+z')
      await page.locator('[data-headline="taxable_income"]', { hasText: '(16,265)' }).waitFor()
      await desk.saved()
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
        await dialog.getByRole('button', { name: 'Use this value' }).click()
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
      const by = dialog.getByLabel('By changing')
      expect(await by.getAttribute('aria-invalid')).toBe('true')
      const words = await by.getAttribute('aria-describedby')
      expect(await page.locator(`[id="${words}"]`).innerText()).toContain('provision_for_loan_losses')
      expect(await fill(taxable, 'zero', provision)).not.toBe('')
      expect(await dialog.getByLabel('To value').getAttribute('aria-invalid')).toBe('true')
      expect(await fill('equity.equity_end@q3_2007', '1', provision)).not.toBe('')
      expect(await fill(taxable, '0', '')).toContain('Click it in the schedule')
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
