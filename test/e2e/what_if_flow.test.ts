/**
 * How an edit flows: which line of the books moves, adjustments that differ from the books, totals spread over their
 * lines, and amounts reclassified from the balancing line.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

function rows(desk: Desk): Promise<string[]> {
  return desk.page.locator('.what-if tr[data-part]').allInnerTexts()
}

describeInBrowser('flow', () => {
  it(
    'where an adjustment mirrors a sum, the line that moves is shown and can be chosen',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('actual_loan_losses', 'q3_2007').click()
      const choice = page.getByLabel('Line of the books that moves')
      expect(await choice.count()).toBe(0)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      expect(await choice.locator('option:checked').innerText()).toBe('Provision for loan losses')
      await choice.selectOption('income.reo_provision')
      await desk.type('loan_loss_provisions', 'q3_2007', '842453')
      expect(await page.locator('.cell-hint').innerText()).toContain('provision for real estate owned losses')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('842,453')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      await desk.show('#/impac_2007_q3/income')
      expect(await desk.figure('reo_provision', 'q3_2007')).toBe('53,008')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
    }),
  )

  it(
    'an overridden adjustment is listed with its difference and notes, and mended either way',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.chooseFlow('tax_only')
      await desk.enter('loan_loss_provisions', 'q3_2007', '850000')
      expect(await desk.headline('taxable_income')).toBe('1,250')
      await page.keyboard.press('Alt+Shift+T')
      const entry = page.locator('[data-adjustment="reconciliation.loan_loss_provisions@q3_2007"]')
      expect(await entry.locator('.amount').innerText()).toBe('17,547')
      expect(await entry.innerText()).toContain('(3)')
      await entry.getByRole('button', { name: 'Follow the books again' }).press('Enter')
      await entry.waitFor({ state: 'detached' })
      await desk.saved()
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('832,453')
      await page.keyboard.press('Control+z')
      await entry.waitFor()
      await desk.saved()
      await entry.getByRole('button', { name: 'Change the books to match' }).press('Enter')
      await entry.waitFor({ state: 'detached' })
      await desk.saved()
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('850,000')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      expect(await desk.headline('net_earnings')).toBe('(1,208,782)')
    }),
  )

  it(
    'an overridden adjustment of the scenario below is listed above, and mended where it stands',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.chooseFlow('tax_only')
      await desk.enter('loan_loss_provisions', 'q3_2007', '850000')
      await page.keyboard.press('Alt+Shift+N')
      await page.getByLabel('Name').fill('Downside')
      await page.getByLabel('Builds on').selectOption('Scenario 1')
      await page.getByRole('button', { name: 'Make the scenario' }).click()
      await page.locator('.scenario-switch[data-scenario="downside"]').waitFor()
      await page.keyboard.press('Alt+Shift+T')
      const entry = page.locator('[data-adjustment="reconciliation.loan_loss_provisions@q3_2007"]')
      expect(await entry.innerText()).toContain('comes from Scenario 1, the scenario below')
      expect(await entry.locator('.amount').innerText()).toBe('17,547')
      expect(await entry.getByRole('button', { name: 'Follow the books again' }).count()).toBe(0)

      await desk.chooseFlow('books_and_tax')
      const number = await desk.number()
      await desk.type('loan_loss_provisions', 'q3_2007', '860000')
      await page.keyboard.press('Enter')
      expect(await page.getByRole('alert').innerText()).toContain('“Scenario 1”')
      expect(await page.locator('.cell-editor input').inputValue()).toBe('860000')
      expect(await desk.number()).toBe(number)
    }),
  )

  it(
    'a total typed over is spread over its lines instead: in proportion, equally, to one line; by keyboard alone',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.type('non_interest_income', 'q3_2007', '-193720')
      expect(await page.locator('.cell-hint').innerText()).toContain('Spread over lines')
      await keyboard.press('Alt+Shift+P')
      const panel = page.getByRole('region', { name: 'Spread a total' })
      await panel.waitFor()
      // What was typed goes on in the panel, and nothing is left under edit.
      expect(await panel.getByLabel('New total').inputValue()).toBe('-193720')
      expect(await page.locator('.cell-editor').count()).toBe(0)
      const inProportion = await rows(desk)
      expect(inProportion.at(-1)).toContain('(193,720)')
      expect(inProportion.length).toBeGreaterThan(3)
      await keyboard.press('Tab')
      await keyboard.press('ArrowDown')
      expect(await rows(desk)).not.toEqual(inProportion)
      await keyboard.press('ArrowDown')
      await keyboard.press('Tab')
      await panel.getByLabel('Line that takes the change').selectOption({ label: 'Other non-interest income' })
      expect(await rows(desk)).toEqual([
        'Other non-interest income\t10,344\t11,344',
        'Total non-interest income\t(194,720)\t(193,720)',
      ])
      await keyboard.press('Escape')
      await page.waitForFunction(() => document.activeElement?.closest('[row-id="non_interest_income"]') !== null)
      expect(await desk.number()).toBe(1)
      expect(await rows(desk)).toHaveLength(2)

      await desk.type('non_interest_income', 'q3_2007', '-193720')
      await keyboard.press('Alt+Shift+P')
      await keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.closest('[row-id="non_interest_income"]') !== null)
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('non_interest_income', 'q3_2007')).toBe('(193,720)')
      expect(await desk.cell('non_interest_income', 'q3_2007').locator('.overridden').count()).toBe(0)
      expect(await desk.headline('net_earnings')).toBe('(1,190,235)')
    }),
  )

  it(
    'what is no sum is not spread, with the reason at its field, and an unreadable total keeps its text',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+P')
      const panel = page.getByRole('region', { name: 'Spread a total' })
      await panel.getByLabel('New total').fill('320000')
      expect(await panel.getByRole('alert').innerText()).toContain('not a sum')
      expect(await panel.getByLabel('Total', { exact: true }).getAttribute('aria-invalid')).toBe('true')
      await page.keyboard.press('Enter')
      // The total is chosen by a press in the schedule.
      await panel.getByLabel('Total', { exact: true }).click()
      await desk.cell('non_interest_income', 'q3_2007').click()
      expect(await panel.getByLabel('New total').inputValue()).toBe('-194720')
      await panel.getByLabel('New total').fill('799.445,00')
      expect((await panel.getByRole('alert').innerText()).length).toBeGreaterThan(10)
      await page.keyboard.press('Enter')
      expect(await panel.getByLabel('New total').inputValue()).toBe('799.445,00')
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'an amount is reclassified from the balancing line to its true line, net unchanged',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('reo_provision', 'q3_2007').click()
      await keyboard.press('Alt+Shift+R')
      const panel = page.getByRole('region', { name: 'Reclassify' })
      await panel.waitFor()
      expect(await panel.getByLabel('To line').inputValue()).toContain('provision for real estate owned losses')
      await keyboard.type('1000')
      expect(await rows(desk)).toEqual([
        'Less: provision for real estate owned losses\t43,008\t44,008',
        'Other non-interest income\t10,344\t11,344',
        'Total non-interest income, net unchanged\t(194,720)\t(194,720)',
      ])
      await keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.closest('[row-id="reo_provision"]') !== null)
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('reo_provision', 'q3_2007')).toBe('44,008')
      expect(await desk.figure('other_non_interest_income', 'q3_2007')).toBe('11,344')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')

      await panel.getByLabel('Amount').fill('0')
      expect(await panel.getByRole('alert').innerText()).toContain('moves nothing')
      await panel.getByLabel('To line').fill('Interest income, Q3 2007')
      expect(await panel.getByLabel('To line').getAttribute('aria-invalid')).toBe('true')
    }),
  )
})
