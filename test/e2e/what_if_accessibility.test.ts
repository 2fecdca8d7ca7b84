/**
 * No accessibility violation that axe knows, on each tool of what-if and its dialogs, answered and refused, in both themes.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** What is found in the whole page, or in the parts named. */
async function violations(desk: Desk, where: string, ...parts: string[]): Promise<string[]> {
  const { violations: found } = await axe(desk.page, parts).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html.slice(0, 160)}`))
}

describeInBrowser('accessibility of what-if', () => {
  it(
    'goal seek and flow in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      const check = async (where: string, ...parts: string[]): Promise<void> =>
        void found.push(...(await violations(desk, where, ...parts)))
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.chooseFlow('tax_only')
      await desk.enter('loan_loss_provisions', 'q3_2007', '850000')
      await desk.chooseFlow('books_and_tax')
      await page.keyboard.press('Alt+Shift+T')
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      await page.getByLabel('Line of the books that moves').waitFor()
      await page.locator('[data-adjustment]').waitFor()
      await check('adjustments and source line', '.side-panel', '.formula-bar')

      await page.keyboard.press('Alt+Shift+G')
      await page.getByLabel('Set cell').fill('reconciliation.taxable_income@q3_2007')
      await page.getByLabel('To value').fill('0')
      await page.getByLabel('By changing').fill('reconciliation.actual_loan_losses@q3_2007')
      await page.locator('[data-effect]').first().waitFor()
      await check('goal seek', '.side-panel')
      await page.getByLabel('By changing').fill('nothing')
      await page.getByRole('button', { name: 'Use this value' }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel('Set cell').fill('taxable')
      await page.getByRole('listbox').waitFor()
      await check('goal seek refused, with figures to choose from', '.side-panel')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')

      await desk.show('#/impac_2007_q3/income')
      await desk.type('non_interest_income', 'q3_2007', '-193720')
      await page.locator('.hint-act').waitFor()
      await check('hint', '[data-schedule]', '.cell-hint')
      await page.keyboard.press('Alt+Shift+P')
      await page.locator('tr[data-part]').first().waitFor()
      await check('spread', '.side-panel')
      await desk.cell('reo_provision', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+R')
      await page.getByLabel('Amount').fill('1000')
      await page.locator('tr[data-part]').first().waitFor()
      await check('reclassify', '.side-panel')
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('nondeductible_capital_loss', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+Z')
      await page.getByLabel('Amount').fill('26709')
      await page.locator('tr[data-part]').first().waitFor()
      await check('realize', '.side-panel')
      await page.getByRole('button', { name: 'All tools' }).click()
      await check('the tools')

      expect(found).toEqual([])
    }),
  )

  it(
    'scenarios and menus in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      const check = async (where: string, ...parts: string[]): Promise<void> =>
        void found.push(...(await violations(desk, where, ...parts)))
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '300000')
      await page.keyboard.press('Alt+Shift+T')
      await page.keyboard.press('Alt+Shift+M')
      await page.getByRole('button', { name: 'New scenario' }).click()
      await check('new scenario')
      await page.getByLabel('Name').fill('Downside')
      await page.getByLabel('Builds on').selectOption('Scenario 1')
      await page.getByRole('button', { name: 'Make the scenario' }).click()
      await page.getByRole('button', { name: 'Lock', exact: true }).click()
      await page.getByText('Downside is locked.', { exact: true }).waitFor()
      await check('locked scenario')
      await page.locator('[role="option"][data-scenario="scenario_1"]').click()
      await page.getByLabel('Builds on').selectOption('Downside')
      await page.getByRole('alert').waitFor()
      await check('a chain that loops')
      await page.keyboard.press('Escape')
      await check('inherited figures, locked', '[data-schedule]', '.top-bar')
      await page.getByRole('button', { name: 'All scenarios' }).click()
      await check('scenario switch')
      await page.keyboard.press('Escape')
      await desk.cell('interest_income', 'q3_2007').click({ button: 'right' })
      await page.getByRole('menu').waitFor()
      await check('cell menu')
      expect(found).toEqual([])
    }),
  )
})
