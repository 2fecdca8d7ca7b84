/**
 * Scenarios kept by hand: made, stood on one another, ordered, locked, copied, deleted, reset; by keyboard alone.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** Makes a scenario in the dialog by keys alone, from the grid; its figures are then shown. */
async function make({ page }: Desk, name: string, standsOn?: string): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Alt+Shift+N')
  await page.getByRole('dialog', { name: 'New scenario' }).waitFor()
  await keyboard.type(name)
  if (standsOn !== undefined) {
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.type(standsOn)
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')
  }
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.scenario-switch', { hasText: name }).waitFor()
}

function title(desk: Desk, line: string, column: string): Promise<string | null> {
  return desk.cell(line, column).locator('.figure').getAttribute('title')
}

describeInBrowser('scenarios as what-if', () => {
  it(
    'a downside on a base case shows what it inherits and says where an input comes from',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await make(desk, 'Base case')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await make(desk, 'Downside', 'Base case')
      await desk.saved()

      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await title(desk, 'provision_for_loan_losses', 'q3_2007')).toBe('As filed: 789,445. From Base case')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('Delete')
      expect(await page.getByRole('alert').innerText()).toContain('comes from “Base case”')
    }),
  )

  it(
    'a name in use and a chain that loops are refused in place, with what was typed',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await make(desk, 'Base case')
      await make(desk, 'Downside', 'Base case')
      await desk.saved()
      const number = await desk.number()
      await keyboard.press('Alt+Shift+M')
      const dialog = page.getByRole('dialog', { name: 'Scenarios' })
      await dialog.waitFor()
      await keyboard.press('ArrowUp')
      const name = dialog.getByRole('textbox', { name: 'Name' })
      expect(await name.inputValue()).toBe('Base case')
      await dialog.getByRole('combobox', { name: 'Builds on' }).selectOption('Downside')
      expect(await dialog.getByRole('alert').innerText()).toContain('would loop')
      await dialog.getByRole('combobox', { name: 'Builds on' }).selectOption('The figures as filed')
      await name.fill('downside ')
      await keyboard.press('Enter')
      expect(await dialog.getByRole('alert').first().innerText()).toContain('exists already')
      expect(await name.inputValue()).toBe('downside ')
      expect(await name.getAttribute('aria-invalid')).toBe('true')
      await dialog.getByRole('button', { name: 'Delete' }).press('Enter')
      await dialog.getByText('because “Downside” builds on it').waitFor()
      expect(await desk.number()).toBe(number)
      await name.fill('Base case of May')
      await keyboard.press('Enter')
      await dialog.getByText('Base case of May is saved.').waitFor()
      await keyboard.press('Escape')
      await desk.saved()
      expect(await desk.number()).toBe(number + 1)
    }),
  )

  it(
    'the list is ordered with Alt and arrows, and deleting with undo is identity on the screen',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await make(desk, 'Severe')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '999445')
      await desk.enter('interest_income', 'q3_2007', '300000')
      const grid = (): Promise<string[]> => page.locator('[data-schedule="income"] [row-id]').allInnerTexts()
      const shown = await grid()
      await keyboard.press('Alt+Shift+M')
      const options = page.locator('.scenario-list [role="option"]')
      await options.first().waitFor()
      await keyboard.press('Alt+ArrowUp')
      await page.getByText('Severe is now at place 1 of 2.').waitFor()
      expect(await options.evaluateAll((all) => all.map((one) => one.getAttribute('data-scenario')))).toEqual([
        'severe',
        'scenario_1',
      ])
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-scenario'))).toBe('severe')
      const remove = page.getByRole('button', { name: 'Delete', exact: true })
      await remove.press('Enter')
      const asked = page.getByRole('alertdialog', { name: 'Delete Severe' })
      expect(await asked.innerText()).toContain('2 changes to figures go with it. Undo brings them back.')
      await keyboard.press('Enter')
      await asked.waitFor({ state: 'detached' })
      expect(await options.count()).toBe(2)
      await remove.press('Enter')
      await asked.getByRole('button', { name: 'Delete the scenario' }).press('Enter')
      await page.getByText('Severe was deleted with its changes.').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).waitFor()
      expect(await options.count()).toBe(1)
      await keyboard.press('Escape')
      await page.locator('.scenario-switch[data-scenario="as_filed"]').waitFor()
      await desk.saved()
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Control+z')
      await page.locator('.scenario-switch[data-scenario="severe"]').waitFor()
      await desk.saved()
      expect(await grid()).toEqual(shown)
    }),
  )

  it(
    'a line is reset from its menu, the figures as filed say why they are not',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await keyboard.press('Control+k')
      await keyboard.type('Reset the line')
      await keyboard.press('Enter')
      await page.getByRole('status').getByText('Only a scenario can be reset').waitFor()
      await keyboard.press('Escape')
      await desk.enter('interest_income', 'q3_2007', '1')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+F10')
      await page.getByRole('menuitem', { name: 'Reset the line' }).press('Enter')
      await page.locator('[data-seq="3"]').waitFor()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      await page.getByRole('tab', { name: 'Change log' }).click()
      await page.locator('.change-log .log-title').getByText('Interest income: 1 edit of the scenario reset').waitFor()
    }),
  )
})
