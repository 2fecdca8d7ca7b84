/**
 * Cut and paste as one move: what is marked, asked and shown. What moves, and what makes it a copy, is told by
 * test/renderer/session/selection/moving.test.ts.
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
    'moves the block as one change, its cells marked until then; Escape leaves them',
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

      await cutBlock(desk)
      await page.keyboard.press('Escape')
      await page.getByText('The cut cells stay as they are.').first().waitFor()
      expect(await marked(desk)).toEqual([])
      // What was selected stays so.
      expect(await selected(desk)).toHaveLength(4)
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
      expect(await stays.innerText()).toContain('there is no input to clear. The cell stays, and its figure is copied.')
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(1)
      expect(await marked(desk)).toHaveLength(2)

      await page.keyboard.press('Control+v')
      await page.getByRole('button', { name: 'Apply to 2 cells' }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('income_tax_expense', 'q3_2007')).toBe('11,698')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('')
      await undo(desk)

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
