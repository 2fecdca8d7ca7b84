/**
 * What sums count when lines and columns come beside them, on screen: told, undone in one step; and names taken by keys at labels,
 * links of new columns, questions before changes are lost.
 */
import { expect, it } from 'vitest'
import { describeInBrowser } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, act, columns, formula, said } from './draft_desk.ts'

describeInBrowser('a sum of a draft', () => {
  it(
    'takes in a line inserted below its last member, and says so',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('taxable_income', 'q3_2007').click()
      const before = await formula(desk)
      const last = /\.\.(\w+)/.exec(before)![1]!
      const taxable = await desk.figure('taxable_income', 'q3_2007')
      await desk.cell(last, 'q3_2007').click()
      await keyboard.press('Alt+Shift+I')
      await expect.poll(() => said(desk)).toContain(', counted in Estimated taxable')
      await keyboard.type('State taxes')
      await keyboard.press('Enter')
      await desk.cell('state_taxes', '_label').waitFor()
      await desk.enter('state_taxes', 'q3_2007', '100')
      expect(await desk.figure('taxable_income', 'q3_2007')).not.toBe(taxable)
      await desk.cell('taxable_income', 'q3_2007').click()
      expect(await formula(desk)).toBe(before.replace(`..${last}`, '..state_taxes'))
    }, 'reconciliation'),
  )
})

describeInBrowser('a column put in where lines read another schedule', () => {
  it(
    'leaves no cell that leads nowhere, copied or new',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('net_earnings', 'q2_2007').click()
      await page.keyboard.press('Control+Space')
      await page.keyboard.press('Alt+Shift+U')
      await desk.saved()
      const copy = (await columns(desk))[2]!
      expect(await desk.figure('net_earnings', copy)).toBe(await desk.figure('net_earnings', 'q2_2007'))
      await desk.cell('net_earnings', copy).click()
      expect(await formula(desk)).toBe('= income.net_earnings@q2_2007')
      await page.keyboard.press('Alt+Shift+V')
      const dialog = page.getByRole('dialog', { name: 'Insert a column' })
      await dialog.getByLabel('Ends on').fill('2007-06-30')
      expect(await dialog.getByRole('alert').innerText()).toContain('has this period already')
      await dialog.getByLabel('Ends on').fill('2006-09-30')
      await dialog.getByLabel('Covers').selectOption('nine_months')
      await dialog.getByRole('button', { name: 'Insert' }).click()
      await dialog.waitFor({ state: 'detached' })
      await desk.saved()
      await desk.enter('net_earnings', 'm9_2006', '42')
      expect(await desk.figure('net_earnings', 'm9_2006')).toContain('42')
      expect(await page.locator('.grid').innerText()).not.toContain('#REF!')
    }, 'reconciliation'),
  )
})

describeInBrowser('details that were changed', () => {
  it(
    'are left by Escape only after asking once',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('interest_expense', 'q3_2007').click()
      await page.keyboard.press('Alt+Enter')
      const dialog = page.getByRole('dialog', { name: 'Interest expense' })
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await page.keyboard.press('Alt+Enter')
      await dialog.getByLabel('Label').fill('Cost of funds')
      await page.keyboard.press('Escape')
      await dialog.getByText('Leave without the changes?').waitFor()
      await dialog.getByRole('button', { name: 'Keep editing' }).click()
      expect(await dialog.getByLabel('Label').inputValue()).toBe('Cost of funds')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('Cost')
      expect(await dialog.getByLabel('Label').inputValue()).toBe('Cost')
      await dialog.getByRole('button', { name: 'Close' }).click()
      await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('interest_expense', '_label')).toBe('Interest expense')
    }),
  )

  it(
    'refuse a formula that would read itself, at its field',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('net_interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Enter')
      const dialog = page.getByRole('dialog', { name: 'Net interest income' })
      await dialog.getByLabel('Formula').fill('= net_interest_after_provision')
      await expect
        .poll(() => dialog.getByRole('alert').allInnerTexts())
        .toEqual([expect.stringContaining('The formula would depend on itself')])
      expect(await dialog.getByLabel('Formula').getAttribute('aria-invalid')).toBe('true')
    }),
  )
})

describeInBrowser('the menu of a line and of a column', () => {
  it(
    'names what it acts on',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('dividends_per_share', '_label').click({ button: 'right' })
      const line = page.getByRole('menu', { name: 'Line' })
      await line.getByRole('menuitem', { name: 'Duplicate line', exact: false }).waitFor()
      await page.keyboard.press('Escape')
      await line.waitFor({ state: 'detached' })
      await page.locator('.ag-header-cell[col-id="percent"]').click({ button: 'right' })
      const column = page.getByRole('menu', { name: 'Column' })
      await column.getByRole('menuitem', { name: 'Duplicate column' }).waitFor()
      await column.getByRole('menuitem', { name: 'Delete column' }).click()
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', 'variance'])
      await desk.saved()
      await act(desk, 'Duplicate schedule')
      await page.locator('[data-schedule="income_2"]').waitFor()
      expect(await page.evaluate(() => location.hash)).toBe(`#/${DRAFT}/income_2`)
    }),
  )
})
