/**
 * Blocks from other programs and back: formulas as text, several areas, tables of web pages and office programs, and
 * what is said of a block before it goes in.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'
import { copied, paste, selected, undo } from './selection_desk.ts'

const EDGAR = `<table><tr><td>$</td><td align=right>310,000</td><td></td><td>&nbsp;</td><td>$</td><td>300,000</td><td></td></tr>
  <tr><td></td><td>(1,234</td><td>)</td><td></td><td></td><td>&#151;</td><td></td></tr></table>`

describeInBrowser('copying', () => {
  it(
    'formulas as text: what a cell computes is copied as its formula, and comes in again as one',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Alt+Shift+x')
      await page.getByText('2 cells copied as formulas').first().waitFor()
      await desk.cell('non_interest_expense', 'q3_2007').click()
      await page.keyboard.press('Control+v')
      await desk.saved()
      await expect.poll(() => desk.figure('non_interest_expense', 'q3_2007')).toBe('302,074')
      expect(await desk.figure('income_tax_expense', 'q3_2007')).toBe('11,698')
      await desk.cell('income_tax_expense', 'q3_2007').click()
      const bar = page.locator('.formula-bar input')
      await expect.poll(() => bar.inputValue()).toBe('= interest_income - interest_expense')
      expect(await desk.number()).toBe(2)
      // Over its own formula it changes nothing.
      await desk.cell('net_interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+x')
      await page.getByText('1 cell copied as formulas').first().waitFor()
      await page.keyboard.press('Control+v')
      await page.getByRole('alert').getByText('The cell holds this formula already.').waitFor()
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(2)
    }),
  )

  it(
    'areas that line up are one block; others are refused in words',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await desk.cell('interest_income', 'variance').click({ modifiers: ['Control'] })
      await desk.cell('interest_expense', 'variance').click({ modifiers: ['Control', 'Shift'] })
      expect((await copied(desk)).text).toBe('313,772\t(2,513)\r\n302,074\t(3,002)')
      await desk.cell('income_tax_expense', 'q2_2007').click({ modifiers: ['Control'] })
      expect((await copied(desk)).text).toBe('')
      await page.getByText('The 3 selected areas do not line up').first().waitFor()
      await desk.cell('interest_income', 'q3_2007').click()
      await desk.cell('provision_for_loan_losses', 'q3_2007').click({ modifiers: ['Control'] })
      expect((await copied(desk)).text).toBe('313,772\r\n789,445')
      await paste(desk, '1\t2\n3\t4')
      await page.getByText('A block goes into one area, but 2 are selected.').first().waitFor()
      await paste(desk, '500')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 500')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('500')
    }),
  )
})

describeInBrowser('pasting a table', () => {
  it(
    'of a web page: figures whose signs stand in cells of their own go in whole',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, '', EDGAR)
      await page.getByRole('button', { name: 'Apply to 4 cells' }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 310,000')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 300,000')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('(1,234)')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('–')
      expect(await selected(desk)).toHaveLength(4)
      await undo(desk)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
      expect(await selected(desk)).toHaveLength(4)
    }),
  )

  it(
    'with a column of words leaves the words out and says so; a block unlike the selection says how it goes in',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, 'Interest income\t310,000\r\nInterest expense\t301,000\r\n')
      await page.getByText('The first column of the block holds words and is left out').waitFor()
      await page.getByRole('button', { name: 'Apply to 2 cells' }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('301,000')
      await desk.cell('interest_income', 'q3_2007').click()
      for (let count = 0; count < 2; count += 1) await page.keyboard.press('Shift+ArrowDown')
      await paste(desk, '1,000\n2,000\n')
      await page
        .getByText(
          'The block is 2 lines by 1 column, the selection 3 lines by 1 column. The block goes in from the first',
        )
        .waitFor()
      await page.getByRole('button', { name: 'Back' }).click()
      expect(await desk.number()).toBe(2)
      // One that goes into it evenly fills it.
      await page.keyboard.press('Shift+ArrowUp')
      await paste(desk, '1,000\n2,000\n')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('2,000')
    }),
  )

  it(
    'of an office program: quoted lines, blanks that clear and formulas that go are shown first',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_expense', 'q2_2007', '= interest_income - 1')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, '310,000\t300,000\r\n\t301,000\r\n')
      await page.locator('tr', { hasText: 'The block is blank here: 302,074 cleared.' }).waitFor()
      await page.locator('tr.warned', { hasText: 'Replaces the formula = interest_income - 1.' }).waitFor()
      await page.getByRole('button', { name: 'Apply to 4 cells' }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('301,000')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, '"310\n000"\t5\r\n')
      await page.locator('tr.refused', { hasText: 'space inside' }).waitFor()
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(3)
    }),
  )
})
