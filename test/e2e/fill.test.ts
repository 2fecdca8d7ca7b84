/**
 * Filling, stepping, turning signs and repeating: each one act, said in words, taken back by one undo.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { selected, undo } from './selection_desk.ts'

/** Waits until the change log says so. */
async function logged(desk: Desk, title: string): Promise<void> {
  await desk.page.getByRole('tab', { name: 'Change log' }).click()
  await desk.page.getByRole('tabpanel').getByText(title).first().waitFor()
}

function handle(desk: Desk) {
  return desk.page.locator('.fill-handle')
}

/** Draws the handle of the selection to a cell, without letting go. */
async function draw(desk: Desk, line: string, column: string): Promise<void> {
  await handle(desk).hover()
  await desk.page.mouse.down()
  await desk.cell(line, column).hover()
}

describeInBrowser('the handle', () => {
  it(
    'stands at the cell that an opened schedule begins with, and at the one restored',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await handle(desk).waitFor({ state: 'attached' })
      await desk.cell('interest_expense', 'q2_2007').click()
      await desk.page.reload()
      await handle(desk).waitFor({ state: 'attached' })
    }),
  )
})

describeInBrowser('filling the selection', () => {
  it(
    'the active cell fills all that are selected, also several areas, as one act',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await desk.cell('income_tax_expense', 'q2_2007').click({ modifiers: ['Control'] })
      // The cell clicked last is the active one.
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Fill the selection')
      await page.keyboard.press('Enter')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 4,969')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('4,969')
      expect(await desk.number()).toBe(2)
      await logged(desk, 'Filled in 2 cells of Comparative earnings')
      await undo(desk)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
    }),
  )

  it(
    'a formula is filled as a formula, and cells that hold it already stay as they are',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '= interest_expense + 1')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Control+r')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q2_2007')).toBe('$ 305,077')
      await desk.cell('net_interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Control+r')
      await page.getByText('It holds this formula already.').waitFor()
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(3)
    }),
  )
})

describeInBrowser('the handle of the selection', () => {
  it(
    'fills on in the direction in which it is drawn; what was filled is selected; one undo takes it back',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('other_non_interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await draw(desk, 'reo_provision', 'q3_2007')
      expect(await page.locator('.ag-cell.fill-to').count()).toBe(4)
      await page.mouse.up()
      await desk.saved()
      await expect.poll(() => desk.figure('reo_provision', 'q3_2007')).toBe('10,344')
      expect(await desk.figure('otti_loss', 'q2_2007')).toBe('27,432')
      expect(await desk.number()).toBe(2)
      expect(await selected(desk)).toHaveLength(6)
      expect(await page.locator('.ag-cell.fill-to').count()).toBe(0)
      await logged(desk, 'Filled up in 4 cells')
      await undo(desk)
      expect(await desk.figure('reo_provision', 'q3_2007')).toBe('43,008')
    }),
  )

  it(
    'does nothing on Escape or back at its start, and belongs to one area only',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await draw(desk, 'interest_income', 'q2_2007')
      await page.keyboard.press('Escape')
      expect(await page.locator('.ag-cell.fill-to').count()).toBe(0)
      await page.mouse.up()
      await draw(desk, 'interest_expense', 'q3_2007')
      await desk.cell('interest_income', 'q3_2007').hover()
      await page.mouse.up()
      expect(await desk.number()).toBe(1)
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 316,285')
      expect(await desk.focus()).toBe('interest_income@q3_2007')
      await desk.cell('interest_expense', 'q2_2007').click({ modifiers: ['Control'] })
      expect(await handle(desk).count()).toBe(0)
      await page.keyboard.press('Escape')
      expect(await handle(desk).count()).toBe(1)
    }),
  )

  it(
    'a double click fills down as far as the figures beside it go',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('reo_provision', 'q2_2007', '1,000')
      await desk.cell('reo_provision', 'q2_2007').click()
      await handle(desk).dblclick()
      // Totals stand among the lines below: each says that its formula would be replaced.
      await page.locator('tr.warned, tr.follows').first().waitFor()
      await page.getByRole('button', { name: 'Back' }).click()
      expect(await desk.number()).toBe(2)
      await desk.cell('derivatives_unrealized', 'q2_2007').click()
      await handle(desk).dblclick()
      await page.getByText('no edge to fill down to').first().waitFor()
      expect(await desk.number()).toBe(2)
    }),
  )
})

describeInBrowser('steps and signs', () => {
  it(
    'raise and lower by the last digit printed, turn signs, each one act in words',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 313,773')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,075')
      expect(await desk.number()).toBe(2)
      expect(await selected(desk)).toHaveLength(2)
      await logged(desk, 'Raised by a step in 2 cells')
      await page.keyboard.press('Alt+Shift+ArrowDown')
      await page.keyboard.press('Alt+Shift+ArrowDown')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 313,771')
      await page.keyboard.press('Alt+Shift+h')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ (313,771)')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('(302,073)')
      await logged(desk, 'Sign flipped in 2 cells')
      await undo(desk)
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,771')
      await desk.cell('dividends_per_share', 'q3_2007').click()
      await page.keyboard.type('1')
      await page.keyboard.press('Enter')
      await desk.saved()
      await desk.cell('dividends_per_share', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await expect.poll(() => desk.figure('dividends_per_share', 'q3_2007')).toBe('$ 1.01')
      await desk.saved()
    }),
  )

  it(
    'at a link move the books, at a total ask first, at a blank say why not',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await desk.saved()
      await expect.poll(() => desk.figure('loan_loss_provisions', 'q3_2007')).toBe('832,454')
      expect(await desk.headline('net_earnings')).toBe('(1,191,236)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('net_interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+h')
      await page.locator('tr.warned', { hasText: 'Stands over the formula' }).waitFor()
      await page.keyboard.press('Escape')
      await desk.cell('derivatives_realized', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await page.locator('.cell-hint', { hasText: 'It is blank; there is nothing to change.' }).waitFor()
      expect(await desk.number()).toBe(2)
    }),
  )
})

describeInBrowser('repeating the last edit', () => {
  it(
    'types the same text, or does the same act, where the selection now is',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('F4')
      await page.getByText('No edit was made yet').first().waitFor()
      await desk.enter('interest_income', 'q3_2007', '*=1.1')
      await desk.cell('interest_expense', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('F4')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('335,584')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('332,281')
      expect(await desk.number()).toBe(3)

      await page.keyboard.press('Alt+Shift+h')
      await desk.saved()
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await page.keyboard.press('F4')
      await desk.saved()
      await expect.poll(() => desk.figure('income_tax_expense', 'q3_2007')).toBe('(3,056)')

      await desk.cell('non_interest_expense', 'q3_2007').click()
      await page.keyboard.press('Delete')
      await desk.saved()
      await expect.poll(() => desk.figure('non_interest_expense', 'q3_2007')).toBe('')
      await desk.cell('non_interest_expense', 'q2_2007').click()
      await page.keyboard.press('F4')
      await desk.saved()
      await expect.poll(() => desk.figure('non_interest_expense', 'q2_2007')).toBe('')
      expect(await desk.number()).toBe(7)

      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Control+r')
      await desk.saved()
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('F4')
      await desk.saved()
      await expect.poll(() => desk.figure('provision_for_loan_losses', 'q2_2007')).toBe('789,445')
      await undo(desk)
      expect(await desk.figure('provision_for_loan_losses', 'q2_2007')).toBe('161,163')
    }),
  )
})
