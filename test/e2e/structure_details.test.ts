/**
 * What a line is, changed in its dialog: an id carries every formula with it, what is wrong shows at its field; and lines
 * deleted, where nothing reads them, or with their values in their place.
 */
import { expect, it } from 'vitest'
import { describeInBrowser } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, formula, lines, reverse, said } from './draft_desk.ts'

describeInBrowser('the details of a line', () => {
  it(
    'rename its id in every formula of the filing, as one change',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('Alt+Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Provision for loan losses' })
      await dialog.getByLabel('Id').fill('credit_losses')
      await dialog.getByText('Formulas that name this id follow the change.').waitFor()
      await keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await desk.saved()
      await expect.poll(() => desk.focus()).toBe('credit_losses@q3_2007')
      expect(await said(desk)).toMatch(/Renamed line provision_for_loan_losses to credit_losses, \d+ formulas carried/)
      await desk.cell('net_interest_after_provision', 'q3_2007').click()
      expect(await formula(desk)).toBe('= net_interest_income - credit_losses')
      await desk.show(`#/${DRAFT}/reconciliation`)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      expect(await formula(desk)).toBe('= income.credit_losses + income.reo_provision')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')

      await reverse(desk, 'Control+z')
      await desk.cell('provision_for_loan_losses', 'q3_2007').waitFor()
      await expect.poll(() => desk.focus()).toBe('provision_for_loan_losses@q3_2007')
    }),
  )

  it(
    'say at the field what cannot stand, and change nothing until it can',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('Alt+Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Interest expense' })
      const change = dialog.getByRole('button', { name: 'Change' })
      await dialog.getByLabel('Id').fill('interest_income')
      expect(await dialog.getByRole('alert').innerText()).toContain('is taken')
      expect(await dialog.getByLabel('Id').getAttribute('aria-invalid')).toBe('true')
      expect(await change.isDisabled()).toBe(true)
      await dialog.getByLabel('Id').fill('interest_expense')
      await dialog.getByLabel('Formula').fill('= interest_incom + 1')
      await expect
        .poll(() => dialog.getByRole('alert').allInnerTexts())
        .toEqual([expect.stringContaining('has no line interest_incom')])
      expect(await dialog.getByLabel('Formula').getAttribute('aria-invalid')).toBe('true')
      await dialog.getByLabel('Formula').fill('')
      await dialog.getByLabel('Decimals shown').fill('12')
      expect(await dialog.getByRole('alert').innerText()).toContain('from 0 to 10')
      await dialog.getByLabel('Decimals shown').fill('1')
      await dialog.getByLabel('Rule').selectOption('double')
      await dialog.getByLabel('Currency sign').check()
      await change.click()
      await desk.saved()
      expect(await desk.number()).toBe(3)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('$ 302,074.0')
      expect(await desk.cell('interest_expense', 'q3_2007').getAttribute('class')).toContain('rule-double')
    }),
  )

  it(
    'ask what becomes of figures that a formula would stand under',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('Alt+Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Interest expense' })
      await dialog.getByLabel('Holds').selectOption('formula')
      await dialog.getByLabel('Formula').fill('= interest_income - 1')
      await dialog.getByText('holds figures that would override the formula').waitFor()
      await dialog.getByLabel('Remove the figures with this change').check()
      await dialog.getByRole('button', { name: 'Change' }).click()
      await desk.saved()
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('313,771')
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('1')
    }),
  )
})

describeInBrowser('deleting lines', () => {
  it(
    'is done at once where nothing reads them, the focus going to what follows',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      const before = await lines(desk)
      await desk.cell('dividends_per_share', 'q3_2007').click()
      await keyboard.press('Control+Delete')
      await desk.cell('dividends_per_share', 'q3_2007').waitFor({ state: 'detached' })
      await desk.saved()
      expect(await said(desk)).toContain('Deleted')
      expect(await desk.focus()).toMatch(/@q3_2007$/)
      await reverse(desk, 'Control+z')
      expect(await lines(desk)).toEqual(before)
      await expect.poll(() => desk.focus()).not.toBe('')
    }),
  )

  it(
    'is refused with the cells that read them, which lead there; or their values take their place',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('Control+Delete')
      const dialog = desk.page.getByRole('dialog', { name: 'Delete Provision for loan losses' })
      await dialog.getByText('Still in use').waitFor()
      expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it')
      await dialog.getByRole('list', { name: 'Still in use by' }).getByRole('button').last().click()
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => desk.focus()).toBe('loan_loss_provisions@q2_2007')
      expect(await desk.number()).toBe(2)

      await desk.show(`#/${DRAFT}/income`)
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('Control+Delete')
      await dialog.getByRole('button', { name: 'Delete it, keep its values' }).click()
      await desk.saved()
      expect(await lines(desk)).not.toContain('provision_for_loan_losses')
      await desk.cell('net_interest_after_provision', 'q3_2007').waitFor()
      expect(await desk.figure('net_interest_after_provision', 'q3_2007')).toBe('(777,747)')
      expect(await desk.figure('net_interest_after_provision', 'q2_2007')).toBe('(149,954)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
    }),
  )
})

describeInBrowser('dragging a line by its grip', () => {
  it(
    'moves it with its details to where a line shows; Escape leaves all as it stood',
    atDraft(async (desk) => {
      const { page } = desk
      const before = await lines(desk)
      const grip = page.getByRole('button', { name: 'Move Provision for loan losses' })
      const drag = async (to: string): Promise<void> => {
        await desk.cell('provision_for_loan_losses', '_label').hover()
        await grip.hover()
        await page.mouse.down()
        const box = (await desk.cell(to, '_label').boundingBox())!
        await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 })
        await page.mouse.move(box.x + 60, box.y + 3, { steps: 4 })
        await page.locator('.drop-edge.of-line').waitFor()
      }
      await drag('interest_expense')
      await page.keyboard.press('Escape')
      await page.mouse.up()
      expect(await page.locator('.drop-edge').isVisible()).toBe(false)
      expect(await lines(desk)).toEqual(before)
      expect(await desk.number()).toBe(2)

      await drag('interest_expense')
      await page.mouse.up()
      await desk.saved()
      expect((await lines(desk)).slice(0, 3)).toEqual([
        'interest_income',
        'provision_for_loan_losses',
        'interest_expense',
      ])
      expect(await said(desk)).toContain('Moved')
      await reverse(desk, 'Control+z')
      expect(await lines(desk)).toEqual(before)
    }),
  )

  it(
    'scrolls on near the edge, and takes all selected lines along',
    atDraft(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1440, height: 640 })
      await desk.cell('interest_income', '_label').click()
      await page.keyboard.press('Shift+ArrowDown')
      await desk.cell('interest_income', '_label').hover()
      await page.getByRole('button', { name: 'Move Interest income' }).hover()
      await page.mouse.down()
      const grid = (await page.locator('.grid').boundingBox())!
      await page.mouse.move(grid.x + 60, grid.y + grid.height - 6, { steps: 5 })
      const end = desk.cell('dividends_per_share', '_label')
      await expect
        .poll(async () => (await end.boundingBox())?.y ?? Infinity, { timeout: 15_000 })
        .toBeLessThan(grid.y + grid.height - 20)
      await page.mouse.up()
      await desk.saved()
      expect((await lines(desk)).slice(-2)).toEqual(['interest_income', 'interest_expense'])
    }),
  )
})
