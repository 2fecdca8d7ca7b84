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
    'a downside on a base case shows what it inherits, follows the base case live and says where an input comes from',
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
      await desk.enter('interest_income', 'q3_2007', '303772')
      expect(await desk.headline('net_earnings')).toBe('(1,211,235)')

      const before = await desk.number()
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('Delete')
      expect(await page.getByRole('alert').innerText()).toContain('comes from “Base case”')
      expect(await desk.number()).toBe(before)

      await desk.enter('provision_for_loan_losses', 'q3_2007', '809445')
      expect(await desk.headline('net_earnings')).toBe('(1,221,235)')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('Delete')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')

      await desk.show('#/impac_2007_q3/income?scenario=base_case')
      await page.locator('.scenario-switch[data-scenario="base_case"]').waitFor()
      await desk.enter('provision_for_loan_losses', 'q3_2007', '899445')
      await desk.show('#/impac_2007_q3/income?scenario=downside')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,311,235)' }).waitFor()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('899,445')
      await page.reload()
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,311,235)' }).waitFor()
    }),
  )

  it(
    'a locked scenario refuses edits with the reason and keeps what was typed',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await keyboard.press('Alt+Shift+M')
      await page.getByRole('button', { name: 'Lock', exact: true }).press('Enter')
      await page.getByText('Scenario 1 is locked.', { exact: true }).waitFor()
      await keyboard.press('Escape')
      await desk.saved()
      expect(await page.locator('.scenario-switch').innerText()).toContain('Locked')

      await desk.type('interest_income', 'q3_2007', '1000000')
      await keyboard.press('Enter')
      expect(await page.getByRole('alert').innerText()).toBe(
        '“Scenario 1” is locked. Unlock it first, or duplicate it.',
      )
      expect(await page.locator('.cell-editor input').inputValue()).toBe('1000000')
      await keyboard.press('Escape')
      await keyboard.press('Alt+Shift+M')
      await page.getByRole('button', { name: 'Delete' }).press('Enter')
      expect(await page.getByRole('alert').innerText()).toContain('locked')
      await page.getByRole('button', { name: 'Duplicate' }).press('Enter')
      await page.getByText('Scenario 1 was duplicated.').waitFor()
      await page.getByRole('button', { name: 'Show its figures' }).press('Enter')
      await page.locator('.scenario-switch[data-scenario="scenario_1_copy"]').waitFor()
      await desk.enter('interest_income', 'q3_2007', '313773')
      expect(await desk.headline('net_earnings')).toBe('(1,201,234)')
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
      await dialog.getByRole('combobox', { name: 'Stands on' }).selectOption('Downside')
      expect(await dialog.getByRole('alert').innerText()).toContain('would loop')
      await dialog.getByRole('combobox', { name: 'Stands on' }).selectOption('The figures as filed')
      await name.fill('downside ')
      await keyboard.press('Enter')
      expect(await dialog.getByRole('alert').first().innerText()).toContain('exists already')
      expect(await name.inputValue()).toBe('downside ')
      expect(await name.getAttribute('aria-invalid')).toBe('true')
      await dialog.getByRole('button', { name: 'Delete' }).press('Enter')
      await dialog.getByText('because “Downside” stands on it').waitFor()
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
      await page.getByText('Severe now stands at place 1 of 2.').waitFor()
      expect(await options.evaluateAll((all) => all.map((one) => one.getAttribute('data-scenario')))).toEqual([
        'severe',
        'scenario_1',
      ])
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-scenario'))).toBe('severe')
      await page.getByRole('button', { name: 'Delete' }).press('Enter')
      await page.getByText('Severe was deleted with its changes.').waitFor()
      expect(await options.count()).toBe(1)
      await keyboard.press('Escape')
      await page.locator('.scenario-switch[data-scenario="as_filed"]').waitFor()
      await desk.saved()
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Control+z')
      await page.locator('.scenario-switch[data-scenario="severe"]').waitFor()
      await desk.saved()
      expect(await grid()).toEqual(shown)
      await page.reload()
      await desk.cell('interest_income', 'q3_2007').waitFor()
      expect(await grid()).toEqual(shown)
    }),
  )

  it(
    'a line, a schedule and the whole scenario are reset, each as one change with its title in the log',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      const palette = async (name: string): Promise<void> => {
        await keyboard.press('Control+k')
        await keyboard.type(name)
        await page.getByRole('option', { name }).first().waitFor()
        await keyboard.press('Enter')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await desk.show('#/impac_2007_q3/income')
      await keyboard.press('Control+k')
      await keyboard.type('Reset the line')
      await keyboard.press('Enter')
      await page.getByRole('status').getByText('Only a scenario can be reset').waitFor()
      await keyboard.press('Escape')
      await desk.enter('interest_income', 'q3_2007', '1')
      await desk.enter('interest_income', 'q2_2007', '2000000')
      await desk.enter('interest_expense', 'q3_2007', '3000000')
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.enter('actual_loan_losses', 'q3_2007', '-40000')
      const number = await desk.number()

      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+F10')
      await page.getByRole('menuitem', { name: 'Reset the line' }).press('Enter')
      await page.locator(`[data-seq="${number + 1}"]`).waitFor()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 316,285')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('3,000,000')
      await palette('Reset the schedule')
      await page.locator(`[data-seq="${number + 2}"]`).waitFor()
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.headline('taxable_income')).not.toBe('(16,297)')
      await palette('Reset the whole scenario')
      await page.locator(`[data-seq="${number + 3}"]`).waitFor()
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      await page.getByRole('tab', { name: 'Change log' }).click()
      const log = page.locator('.change-log .log-title')
      await log.nth(2).waitFor()
      expect((await log.allInnerTexts()).slice(0, 3)).toEqual([
        'The whole scenario: 1 edit of the scenario reset',
        'Comparative earnings, third and second quarters of 2007: 1 edit of the scenario reset',
        'Interest income: 2 edits of the scenario reset',
      ])
    }),
  )
})
