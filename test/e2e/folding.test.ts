/**
 * Folding, leaping and undo keep the focus on the line that a person was on: the next number goes where it is meant.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('the focus', () => {
  it(
    'stays on its line when details above it fold and unfold',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('non_interest_income', 'q3_2007').click()
      await desk.page.keyboard.press('Alt+Shift+ArrowLeft')
      await expect.poll(() => desk.focus()).toBe('non_interest_income@q3_2007')
      await desk.page.keyboard.press('Alt+Shift+ArrowRight')
      await desk.cell('reo_provision', 'q3_2007').waitFor()
      await expect.poll(() => desk.focus()).toBe('non_interest_income@q3_2007')
    }),
  )

  it(
    'goes from a detail that folds away to the total above it',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('reo_provision', 'q3_2007').click()
      await desk.page.keyboard.press('Alt+Shift+ArrowLeft')
      await expect.poll(() => desk.focus()).toBe('non_interest_income@q3_2007')
    }),
  )

  it(
    'follows undo under a fold, which opens',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('reo_provision', 'q3_2007', '50000')
      await desk.page.keyboard.press('Alt+Shift+ArrowLeft')
      await desk.cell('reo_provision', 'q3_2007').waitFor({ state: 'detached' })
      await desk.show('#/impac_2007_q3/equity')
      await desk.page.keyboard.press('Control+z')
      await desk.cell('reo_provision', 'q3_2007').waitFor()
      await desk.saved()
      await expect.poll(() => desk.focus()).toBe('reo_provision@q3_2007')
      expect(await desk.figure('reo_provision', 'q3_2007')).toBe('43,008')
    }),
  )

  it(
    'leaps with Home and End, stays in the figures at the top, and steps down with Enter',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('provision_for_loan_losses', 'q2_2007').click()
      await keyboard.press('Home')
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')
      await keyboard.press('End')
      expect(await desk.focus()).toBe('provision_for_loan_losses@percent')
      await keyboard.press('Control+Home')
      expect(await desk.focus()).toBe('interest_income@q3_2007')
      await keyboard.press('ArrowUp')
      expect(await desk.focus()).toBe('interest_income@q3_2007')
      await keyboard.press('Enter')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
      await keyboard.press('Control+End')
      expect(await desk.focus()).toBe('dividends_per_share@percent')
    }),
  )

  it(
    'Ctrl+S enters what is typed before it says that everything is saved',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.page.keyboard.press('Control+s')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await desk.number()).toBe(2)
    }),
  )

  it(
    'an address that is followed while typing enters what was typed',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.saved()
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('842,453')
    }),
  )
})

describeInBrowser('an adjustment that left its books', () => {
  it(
    'stands in amber and says by how much',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.chooseFlow('tax_only')
      await desk.enter('loan_loss_provisions', 'q3_2007', '842453')
      const figure = desk.cell('loan_loss_provisions', 'q3_2007').locator('.figure')
      expect(await figure.getAttribute('class')).toContain('off-books')
      expect(await figure.getAttribute('title')).toContain('Differs from books by 10,000')
    }),
  )
})

describeInBrowser('an edit left with Escape', () => {
  it(
    'is left for good, however fast Escape is pressed, and nothing is stored',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.type('non_interest_income', 'q3_2007', '-193720')
      await keyboard.press('Alt+Shift+P')
      await desk.page.getByRole('region', { name: 'Spread a total' }).waitFor()
      await keyboard.press('Escape')
      await keyboard.press('Escape')
      await desk.cell('reo_provision', 'q3_2007').click()
      await expect.poll(() => desk.focus()).toBe('reo_provision@q3_2007')
      expect(await desk.number()).toBe(1)
      expect(await desk.figure('non_interest_income', 'q3_2007')).toBe('(194,720)')
    }),
  )
})
