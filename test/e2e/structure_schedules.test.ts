/**
 * Schedules of a draft: begun from blank, copied, renamed, moved, deleted; and menus on a line's label and a column's head.
 */
import { expect, it } from 'vitest'
import { describeInBrowser, type Desk } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, act, formula, lines, reverse } from './draft_desk.ts'

/** The schedules of the draft as the navigation lists them. */
async function listed(desk: Desk): Promise<string[]> {
  const own = desk.page
    .locator('.navigation li')
    .filter({ has: desk.page.locator(`[data-filing="${DRAFT}"]`) })
    .last()
  return own.locator('.schedule-link').allInnerTexts()
}

function hash(desk: Desk): Promise<string> {
  return desk.page.evaluate(() => location.hash)
}

describeInBrowser('a schedule of a draft', () => {
  it(
    'is begun from blank, with the columns of another and a first line to be named',
    atDraft(async (desk) => {
      const { page } = desk
      const before = await listed(desk)
      await act(desk, 'New schedule')
      const dialog = page.getByRole('dialog', { name: 'New schedule' })
      await dialog.getByLabel('Title', { exact: true }).fill('Servicing rights')
      await dialog.getByRole('button', { name: 'Make the schedule' }).click()
      await page.locator('[data-schedule="servicing_rights"]').waitFor()
      await page.locator('.naming input').waitFor()
      await page.keyboard.type('Opening balance')
      await page.keyboard.press('Enter')
      await desk.cell('opening_balance', 'q3_2007').waitFor()
      await expect.poll(() => desk.focus()).toBe('opening_balance@q3_2007')
      await page.keyboard.type('500')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await listed(desk)).toEqual([before[0], 'Servicing rights', ...before.slice(1)])
      for (let count = 0; count < 3; count += 1) await reverse(desk, 'Control+z')
      expect(await listed(desk)).toEqual(before)
      expect(await hash(desk)).toContain(`#/${DRAFT}/`)
      await page.locator('[data-schedule] [row-id]').first().waitFor()
    }),
  )

  it(
    'is renamed with every formula that names it, copied, moved and deleted',
    atDraft(async (desk) => {
      const { page } = desk
      const before = await listed(desk)
      await act(desk, 'Schedule details')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Id').fill('operations')
      await dialog.getByLabel('Short title').fill('Operations')
      await page.keyboard.press('Enter')
      await page.locator('[data-schedule="operations"]').waitFor()
      await desk.saved()
      expect(await hash(desk)).toBe(`#/${DRAFT}/operations`)
      await desk.show(`#/${DRAFT}/reconciliation`)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      expect(await formula(desk)).toBe('= operations.provision_for_loan_losses + operations.reo_provision')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')

      await desk.show(`#/${DRAFT}/operations`)
      await act(desk, 'Duplicate schedule')
      await page.locator('[data-schedule="operations_2"]').waitFor()
      await desk.saved()
      await act(desk, 'Move schedule down')
      await expect.poll(() => listed(desk)).toEqual(['Operations', before[1], 'Operations (copy)', ...before.slice(2)])
      await desk.saved()
      await act(desk, 'Delete schedule')
      await expect.poll(() => listed(desk)).toEqual(['Operations', ...before.slice(1)])
      await desk.saved()
      expect(await hash(desk)).not.toContain('operations_2')

      // What other schedules read is not deleted without a word.
      await desk.show(`#/${DRAFT}/operations`)
      await act(desk, 'Delete schedule')
      await page
        .getByRole('dialog', { name: /^Delete/ })
        .getByText('Still in use')
        .waitFor()
    }),
  )

  it(
    'without columns takes its first line and its first column',
    atDraft(async (desk) => {
      const { page } = desk
      await act(desk, 'New schedule')
      const dialog = page.getByRole('dialog', { name: 'New schedule' })
      await dialog.getByLabel('Title', { exact: true }).fill('Plain')
      await dialog.getByLabel('Columns').selectOption('')
      await page.keyboard.press('Enter')
      await page.locator('[data-schedule="plain"]').waitFor()
      await page.locator('.naming input').waitFor()
      await page.keyboard.type('Balance')
      await page.keyboard.press('Enter')
      await desk.cell('balance', '_label').waitFor()
      await page.keyboard.press('Alt+Shift+I')
      await page.keyboard.type('Change')
      await page.keyboard.press('Enter')
      await desk.cell('change', '_label').waitFor()
      await page.keyboard.press('Alt+Shift+V')
      await page.getByRole('dialog', { name: 'Insert a column' }).getByRole('button', { name: 'Insert' }).click()
      await desk.cell('change', 'q3_2007').click()
      await page.keyboard.type('7')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await lines(desk)).toEqual(['balance', 'change'])
      expect(await desk.figure('change', 'q3_2007')).toBe('7')
    }),
  )
})

describeInBrowser('the menu', () => {
  it(
    'on a label does what can be done to the line, on a head what can be done to the column',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('interest_income', 'q3_2007').click()
      await desk.cell('dividends_per_share', '_label').click({ button: 'right' })
      await page.getByRole('menu', { name: 'Line' }).getByRole('menuitem', { name: 'Delete line' }).click()
      await desk.cell('dividends_per_share', 'q3_2007').waitFor({ state: 'detached' })
      expect(await lines(desk)).toContain('interest_income')
      await desk.saved()

      await page.locator('.ag-header-cell[col-id="percent"]').click({ button: 'right' })
      await page.getByRole('menu', { name: 'Column' }).getByRole('menuitem', { name: 'Column details' }).click()
      await page.getByRole('dialog', { name: '% change' }).waitFor()
      await page.keyboard.press('Escape')
      await desk.cell('interest_income', 'q3_2007').click({ button: 'right' })
      await page.getByRole('menu', { name: 'Cell' }).getByRole('menuitem', { name: 'Line details' }).click()
      await page.getByRole('dialog', { name: 'Interest income' }).waitFor()
    }),
  )
})
