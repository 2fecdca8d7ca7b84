/**
 * Cut and paste as one move: nothing is cleared before the paste, and whatever comes between leaves a plain copy.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { selected, undo } from './selection_desk.ts'

/** The cells marked as cut, in the order of the page. */
function marked(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll('.ag-cell.is-cut')].map(
      (cell) => `${cell.closest('[row-id]')?.getAttribute('row-id')}@${cell.getAttribute('col-id')}`,
    ),
  )
}

/** Cuts two lines of both quarters; the focus is then at the first of them. */
async function cutBlock(desk: Desk): Promise<void> {
  const { page } = desk
  await desk.cell('interest_income', 'q3_2007').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+x')
  await page.getByText('4 cells cut. Paste moves them; Escape leaves them.').first().waitFor()
}

async function pasteAt(desk: Desk, line: string, column: string): Promise<void> {
  await desk.cell(line, column).click()
  await desk.page.keyboard.press('Control+v')
}

describeInBrowser('cut and paste', () => {
  it(
    'moves the block as one change, undone in one step; pasted again it is a copy',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '313772.25')
      await cutBlock(desk)
      expect(await desk.number()).toBe(2)
      expect(await marked(desk)).toHaveLength(4)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
      await pasteAt(desk, 'non_interest_expense', 'q3_2007')
      await desk.saved()
      await expect.poll(() => desk.figure('income_tax_expense', 'q2_2007')).toBe('305,076')
      expect(await desk.number()).toBe(3)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('')
      // The override goes, as by Delete, and what was filed shows again; what moved was the figure in full.
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      await expect.poll(() => page.locator('.formula-bar input').inputValue()).toBe('313772.25')
      expect(await marked(desk)).toEqual([])
      expect(await selected(desk)).toHaveLength(4)
      await page
        .getByText('Moved 4 cells from Interest income, Three Months Ended September 30, 2007 to Total non-interest')
        .first()
        .waitFor()
      await page.getByRole('tab', { name: 'Change log' }).click()
      await page.locator('aside').getByText('Moved 4 cells from').waitFor()

      await pasteAt(desk, 'reo_provision', 'q3_2007')
      await desk.saved()
      await expect.poll(() => desk.figure('otti_loss', 'q2_2007')).toBe('305,076')
      expect(await desk.figure('income_tax_expense', 'q2_2007')).toBe('305,076')
      expect(await desk.number()).toBe(4)
      await undo(desk)
      await undo(desk)
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('305,076')
      expect(await desk.figure('income_tax_expense', 'q2_2007')).toBe('4,969')
    }),
  )

  it(
    'over part of itself moves right, and as filed starts a scenario in the same change',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('reo_provision', 'q3_2007').click()
      await desk.page.keyboard.press('Shift+ArrowDown')
      await desk.page.keyboard.press('Control+x')
      await pasteAt(desk, 'otti_loss', 'q3_2007')
      await desk.saved()
      await expect.poll(() => desk.figure('other_non_interest_income', 'q3_2007')).toBe('26,709')
      expect(await desk.figure('otti_loss', 'q3_2007')).toBe('43,008')
      expect(await desk.figure('reo_provision', 'q3_2007')).toBe('')
      expect(await desk.number()).toBe(2)
      await undo(desk)
      expect(await desk.figure('reo_provision', 'q3_2007')).toBe('43,008')
    }),
  )

  it(
    'is left by Escape and by an edit; pasted then it is a copy',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await cutBlock(desk)
      await page.keyboard.press('Escape')
      await page.getByText('The cut cells stay as they are.').first().waitFor()
      expect(await marked(desk)).toEqual([])
      // What was selected stays so.
      expect(await selected(desk)).toHaveLength(4)
      await pasteAt(desk, 'non_interest_expense', 'q3_2007')
      await desk.saved()
      await expect.poll(() => desk.figure('income_tax_expense', 'q2_2007')).toBe('305,076')
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      await undo(desk)

      await cutBlock(desk)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '800,000')
      expect(await marked(desk)).toEqual([])
      await cutBlock(desk)
      await undo(desk)
      expect(await marked(desk)).toEqual([])
      await cutBlock(desk)
      await page.keyboard.press('Control+c')
      await page.getByText('4 cells copied.').first().waitFor()
      expect(await marked(desk)).toEqual([])
      await pasteAt(desk, 'non_interest_expense', 'q3_2007')
      await desk.saved()
      await expect.poll(() => desk.figure('income_tax_expense', 'q2_2007')).toBe('305,076')
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
    }),
  )

  it(
    'reaches another schedule of the filing; in another filing it is a copy, and that is said',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await page.keyboard.press('Control+x')
      await page.getByText('1 cell cut. Paste moves it; Escape leaves it.').first().waitFor()
      await desk.show('#/impac_2007_q3/equity')
      expect(await marked(desk)).toEqual([])
      await desk.cell('issuances', 'q3_2007').click()
      await page.keyboard.press('Control+v')
      await desk.saved()
      await expect.poll(() => desk.figure('issuances', 'q3_2007')).toBe('3,056')
      await desk.show('#/impac_2007_q3/income')
      expect(await desk.figure('income_tax_expense', 'q3_2007')).toBe('')
      const before = await desk.number()

      await desk.cell('income_tax_expense', 'q2_2007').click()
      await page.keyboard.press('Control+x')
      await expect.poll(() => marked(desk)).toEqual(['income_tax_expense@q2_2007'])
      await desk.show('#/impac_2009/trusts')
      await page.getByText('a block moves within one filing. Pasted here, it is copied.').first().waitFor()
      await desk.show('#/impac_2007_q3/income')
      expect(await marked(desk)).toEqual([])
      expect(await desk.figure('income_tax_expense', 'q2_2007')).toBe('4,969')
      expect(await desk.number()).toBe(before)
    }),
  )

  it(
    'shows first what stays or refuses; nothing is applied and the mark waits until it is answered',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Control+x')
      await pasteAt(desk, 'non_interest_expense', 'q3_2007')
      await page.getByText('A cut block of 2 cells is to be moved. Nothing is applied yet.').waitFor()
      const stays = page.locator('tr[data-many="income.net_interest_income@q3_2007"]')
      expect(await stays.innerText()).toContain('there is no input to clear. It stays, and its figure is copied.')
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(1)
      expect(await marked(desk)).toHaveLength(2)

      await page.keyboard.press('Control+v')
      await page.getByRole('button', { name: 'Apply to 2 cells' }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('income_tax_expense', 'q3_2007')).toBe('11,698')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('')
      await undo(desk)

      // The variance follows from the quarters, so that what would stand there is not taken away.
      await cutBlock(desk)
      await pasteAt(desk, 'non_interest_expense', 'q2_2007')
      await page.locator('tr.warned', { hasText: 'The cut cell keeps its figure.' }).first().waitFor()
      await page.getByRole('button', { name: 'Apply to 2 cells' }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('non_interest_expense', 'q2_2007')).toBe('313,772')
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 316,285')

      const before = await desk.number()
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await page.keyboard.press('Control+x')
      await pasteAt(desk, 'provision_for_loan_losses', 'percent')
      await page.getByText('A cut cell is to be moved. Nothing is applied yet. 1 cell does not take this').waitFor()
      expect(await page.locator('tr.refused').innerText()).toContain('computed for every line')
      expect(await page.getByRole('button', { name: /^Apply/ }).count()).toBe(0)
      await page.getByRole('button', { name: 'Back' }).click()
      expect(await desk.number()).toBe(before)
      expect(await marked(desk)).toEqual(['income_tax_expense@q3_2007'])
    }),
  )
})
