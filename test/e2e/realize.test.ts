/**
 * Realizing a difference at the desk: by keyboard alone from its add-back, in one act that one undo takes back; a capital loss needs gains; what cannot be
 * realized says so at its field.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** The lines of the answer as they are read: label, before, after. */
function rows(desk: Desk): Promise<string[]> {
  return desk.page.locator('tr[data-part]').allInnerTexts()
}

describeInBrowser('a difference is realized', () => {
  it(
    'a mark leaves the unrealized line for the realized one: net earnings stay and taxable income falls; undone at once',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('derivatives_change', 'q3_2007').click()
      await keyboard.press('Alt+Shift+Z')
      const panel = page.getByRole('region', { name: 'Realize a difference' })
      await panel.waitFor()
      expect(await panel.getByLabel('Difference').inputValue()).toContain('Change in fair value of derivatives')
      expect(await panel.getByLabel('Character').inputValue()).toBe('ordinary')
      await keyboard.type('5000')
      expect(await rows(desk)).toEqual([
        'Change in fair value of derivatives, unrealized\t(135,347)\t(130,347)',
        'Realized gain (loss) on derivatives, change from filed\tblank\t(5,000)',
        'Net loss\t(1,191,235)\t(1,191,235)',
        'Estimated taxable (loss) income available to common stockholders\t(16,297)\t(21,297)',
      ])
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('derivatives_change', 'q3_2007')).toBe('130,347')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.headline('taxable_income')).toBe('(21,297)')
      await keyboard.press('ControlOrMeta+z')
      await desk.saved()
      expect(await desk.figure('derivatives_change', 'q3_2007')).toBe('135,347')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
    }),
  )

  it(
    'an impairment is a capital loss: without gains taxable income stays, with gains it falls as far as they go',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('nondeductible_capital_loss', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+Z')
      const panel = page.getByRole('region', { name: 'Realize a difference' })
      await panel.getByLabel('Amount').fill('26709')
      expect(await panel.getByLabel('Character').inputValue()).toBe('capital')
      expect(await panel.getByLabel('Capital gains that bear it').inputValue()).toBe('0')
      await panel
        .getByText('26,709 exceeds capital gains and is carried forward five years as a capital loss.')
        .waitFor()
      await panel.getByLabel('Capital gains that bear it').fill('20000')
      await expect
        .poll(() => rows(desk))
        .toContain('Estimated taxable (loss) income available to common stockholders\t(16,297)\t(36,297)')
      await panel.getByLabel('Capital gains that bear it').fill('some')
      expect(await panel.getByLabel('Capital gains that bear it').getAttribute('aria-invalid')).toBe('true')
      await panel.getByLabel('Difference').fill('Interest income, Q3 2007')
      await expect
        .poll(() => panel.getByRole('alert').first().innerText())
        .toContain('is no provision, mark or impairment')
    }),
  )
})
