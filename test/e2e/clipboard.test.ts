/**
 * Blocks of cells copied, cut, pasted and filled, each as one act; a refused one changes nothing and says why.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'
import { copied, paste, selected, undo } from './selection_desk.ts'

describeInBrowser('the clipboard', () => {
  it(
    'copies as shown and in full precision, as text and as a table; cut gives the same and clears nothing',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '313772.25')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Shift+ArrowRight')
      const { text, html } = await copied(desk)
      expect(text).toBe('313,772\t316,285\r\n302,074\t305,076')
      expect(html).toContain('<td>313,772</td>')
      expect(await copied(desk, 'cut')).toEqual({ text, html })
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
    }),
  )

  it(
    'a real Ctrl+C and Ctrl+V carry a block within the grid',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Control+c')
      await page.getByText('2 cells copied').first().waitFor()
      await desk.cell('interest_income', 'q2_2007').click()
      await page.keyboard.press('Control+v')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('302,074')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 313,772')
      expect(await desk.number()).toBe(2)
      await desk.enter('interest_income', 'q3_2007', '1000000.25')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Control+Shift+C')
      await page.getByText('copied in full precision').first().waitFor()
      await desk.cell('interest_income', 'q2_2007').click()
      await page.keyboard.press('Control+v')
      await desk.saved()
      await desk.cell('interest_income', 'q2_2007').click()
      await expect.poll(() => page.locator('.formula-bar input').inputValue()).toBe('1000000.25')
    }),
  )

  it(
    'a pasted block is one act; a table comes in too; one value fills the selection',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, '310,000\t300,000\r\n(5)\t-\r\n')
      // An expense that turns negative is said before anything is applied.
      await page.locator('tr.warned', { hasText: 'Interest expense turns negative.' }).waitFor()
      expect(await desk.number()).toBe(1)
      await page.getByRole('button', { name: 'Apply to 4 cells' }).click()
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 300,000')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('(5)')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('–')
      await undo(desk)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')

      // The pasted block stays selected, and one that goes into it evenly would fill it.
      expect(await selected(desk)).toHaveLength(4)
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, '', '<table><tr><td style="color:red"><b>311,000</b></td><td>301,000&nbsp;</td></tr></table>')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q2_2007')).toBe('$ 301,000')
      // What was pasted is selected.
      expect(await selected(desk)).toHaveLength(2)
      await page.keyboard.press('Shift+ArrowDown')
      await paste(desk, '305,000')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('305,000')
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 305,000')
    }),
  )

  it(
    'a refused paste changes nothing, shows every reason, and the good ones apply on request',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, 'n/a\t300,000\n799,44\t303,000')
      await page.locator('tr[data-many]').first().waitFor()
      expect(await page.locator('tr.refused').count()).toBe(2)
      expect(await page.locator('tr[data-many="income.interest_expense@q3_2007"]').innerText()).toContain('comma')
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(1)
      expect(await desk.figure('interest_income', 'q2_2007')).not.toBe('$ 300,000')
      await expect.poll(() => desk.focus()).toBe('interest_income@q3_2007')
      await paste(desk, 'n/a\t300,000\n799,44\t303,000')
      await page.getByRole('button', { name: 'Apply to the other 2' }).click()
      await desk.saved()
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 300,000')
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')

      await desk.cell('interest_income', 'percent').click()
      await paste(desk, '1\t2\t3')
      await page.getByText('The block has 3 columns; 1 fits from here.').first().waitFor()
      await desk.cell('net_interest_income', 'q3_2007').click()
      await paste(desk, '12,000')
      await page.locator('tr.warned').waitFor()
      expect(await page.locator('tr.warned').innerText()).toContain('Overrides the formula')
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(2)
    }),
  )
})

describeInBrowser('acts on links', () => {
  it(
    'a pasted adjustment says which line of the books moves, and the whole column takes a change without counting twice',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      await paste(desk, '842,453')
      await page.locator('tr[data-many]', { hasText: 'Provision for loan losses becomes 799,445' }).waitFor()
      await page.getByRole('button', { name: 'Apply to 1 cell' }).click()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      await undo(desk)

      await desk.cell('actual_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      const before = await desk.figure('actual_loan_losses', 'm9_2007')
      await page.keyboard.type('-=1000')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(before).toBe('(93,394)')
      expect(await desk.figure('actual_loan_losses', 'q3_2007')).toBe('(35,348)')
      expect(await desk.figure('actual_loan_losses', 'm9_2007')).toBe('(95,394)')
      await desk.cell('actual_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.locator('.formula-bar input').fill('+=1000')
      await page.keyboard.press('Enter')
      await desk.saved()
      await expect.poll(() => desk.figure('actual_loan_losses', 'm9_2007')).toBe('(93,394)')
    }),
  )
})

describeInBrowser('filling', () => {
  it(
    'Ctrl+D fills down and Ctrl+R fills right, each as one act',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Control+d')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('313,772')
      expect(await desk.number()).toBe(2)
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Control+r')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('313,772')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 313,772')
      expect(await desk.number()).toBe(3)
    }),
  )
})
