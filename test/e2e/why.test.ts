/**
 * Why a figure is what it is and why it moved: amounts in the formula, what it reads and feeds, its history, its edits.
 */
import { readFile } from 'node:fs/promises'
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

async function focusOn(desk: Desk, line: string, column: string): Promise<void> {
  await desk.cell(line, column).click()
  await desk.page.locator('.explain h2').waitFor()
}

async function violations(desk: Desk): Promise<string[]> {
  const { violations: found } = await axe(desk.page).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))
}

describeInBrowser('why', () => {
  it(
    'a figure shows its formula with amounts and a tree that opens by keyboard down to the edit',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await focusOn(desk, 'net_interest_after_provision', 'q3_2007')
      expect(await page.locator('.facts code.amounts').innerText()).toBe('= 11,698 - 799,445')

      await desk.show('#/impac_2007_q3/reconciliation')
      await focusOn(desk, 'taxable_income', 'q3_2007')
      expect(await page.locator('.facts code.amounts').innerText()).toContain('(1,201,235)')
      const tree = page.getByRole('tree', { name: 'Reads' })
      await tree.getByRole('treeitem', { name: /^Net loss minus 1,201,235 minus 10,000 from minus 1,191,235$/ }).focus()
      await keyboard.press('ArrowDown')
      const addBack = tree.getByRole('treeitem', { name: /^Loan loss provisions 842,453 \+10,000 from 832,453$/ })
      expect(await addBack.evaluate((item) => item === document.activeElement)).toBe(true)
      expect(await addBack.getAttribute('aria-expanded')).toBe('false')
      await keyboard.press('ArrowRight')
      expect(await addBack.getAttribute('aria-expanded')).toBe('true')
      await keyboard.press('ArrowRight')
      await keyboard.press('Enter')
      await page.locator('[data-schedule="income"] .ag-cell:focus').waitFor()
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')

      const feeds = page.getByRole('tree', { name: 'Is read by' })
      await feeds.getByRole('treeitem', { name: /^Loan loss provisions\s*Reconciliation/ }).waitFor()
    }),
  )

  it(
    'a cell tells its history, undoes one change from there, and says why another cannot be',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.enter('derivatives_realized', 'q3_2007', '-5000')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '819445')
      await focusOn(desk, 'provision_for_loan_losses', 'q3_2007')
      const changes = page.locator('.cell-history li')
      await changes.nth(1).waitFor()
      expect((await changes.nth(0).innerText()).replaceAll(/\s+/g, ' ')).toContain('799,445 → to 819,445')
      expect(await changes.nth(1).innerText()).toContain('no entry')

      // The first change started the scenario and set what the third replaced: it is in the way.
      const first = (await changes.nth(1).locator('small').innerText()).split(' ')[0]!
      await page.getByRole('button', { name: `Undo from here: change ${first}` }).click()
      await page.getByText('Undo from here was not done. Nothing changed.').first().waitFor()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('819,445')

      await focusOn(desk, 'derivatives_realized', 'q3_2007')
      await page.locator('.explain h2', { hasText: 'Realized gain (loss) on derivatives' }).waitFor()
      await page.getByRole('button', { name: /^Undo from here: change/ }).press('Enter')
      await page.locator('[data-headline="taxable_income"]', { hasText: '(16,297)' }).waitFor()
      await desk.saved()
      expect(await desk.figure('derivatives_realized', 'q3_2007')).toBe('')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('819,445')
      await page.keyboard.press('Control+z')
      await page.locator('[data-headline="taxable_income"]', { hasText: '(21,297)' }).waitFor()
    }),
  )

  it(
    'a scenario tells edit by edit what it moved, with nothing remaining, and each edit leads to its cell',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('derivatives_realized', 'q3_2007', '-5000')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await page.keyboard.press('Alt+Shift+W')
      const earnings = page.locator('[data-moved="net_earnings"]')
      const steps = earnings.locator('.moved-steps li')
      await steps.nth(1).waitFor()
      const told = (await steps.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
      expect(told[0]).toMatch(/Realized gain \(loss\) on derivatives.*\(5,000\)$/)
      expect(told[1]).toMatch(/Provision for loan losses.*789,445 to 799,445 \(10,000\)$/)
      expect(await page.locator('[data-remainder="net_earnings"]').innerText()).toBe('–')
      expect(await page.locator('[data-remainder="taxable_income"]').innerText()).toBe('–')
      expect(await page.locator('[data-moved="taxable_income"] .moved-steps li').count()).toBe(1)
      await desk.cell('interest_income', 'q3_2007').click()
      await steps.nth(1).getByRole('button').click()
      await page.locator('[data-schedule="income"] .ag-cell:focus').waitFor()
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')
    }),
  )

  it(
    'the change log narrows to a filing or a cell, and leaves as CSV',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.enter('derivatives_realized', 'q3_2007', '-5000')
      await page.getByRole('tab', { name: 'Change log' }).click()
      const entries = page.locator('.change-log li')
      await entries.nth(2).waitFor()
      await desk.cell('derivatives_realized', 'q3_2007').click()
      await page.getByLabel('This cell').check()
      await expect.poll(() => entries.count()).toBe(1)
      expect(await entries.innerText()).toContain('(5,000)')
      expect(await entries.innerText()).toContain('Third quarter 2007 results · Comparative earnings · Scenario 1')
      expect(await page.locator('.change-log .first-figure').innerText()).toMatch(/^As filed: /)
      await page.getByLabel('This filing').check()
      await expect.poll(() => entries.count()).toBe(2)
      await page.getByLabel('Text').fill('PROVISION')
      await expect.poll(() => entries.count()).toBe(1)
      await page.getByLabel('Kind').selectOption('Undo and redo')
      await page.getByText('No change is on record here.').waitFor()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export as CSV' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('desk change log.csv')
      const text = await readFile(await download.path(), 'utf8')
      expect(text).toContain('provision_for_loan_losses,q3_2007,,799445')
    }),
  )

  it(
    'has no accessibility violation in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.show('#/impac_2007_q3/reconciliation')
      await focusOn(desk, 'taxable_income', 'q3_2007')
      await page.getByRole('tree', { name: 'Reads' }).getByRole('treeitem').nth(1).focus()
      await page.keyboard.press('ArrowRight')
      expect(await violations(desk)).toEqual([])
      await page.keyboard.press('Alt+Shift+W')
      await page.locator('[data-moved="net_earnings"]').waitFor()
      expect(await violations(desk)).toEqual([])
    }),
  )
})
