/**
 * Selections that go beyond one screen or one area, and what they outlive.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { selected, summary, undo } from './selection_desk.ts'

/** How far the grid has scrolled. */
function scrolled(desk: Desk): Promise<{ top: number; left: number }> {
  return desk.page.evaluate(() => {
    const { scrollTop, scrollLeft } = document.querySelector('.ag-grid-viewport')!
    return { top: scrollTop, left: scrollLeft }
  })
}

describeInBrowser('a drag beyond the edge', () => {
  it(
    'scrolls on while it is held, and selects what comes into sight',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1000, height: 560 })
      await desk.show('#/impac_2007_q3/reconciliation')
      // As large as this the columns do not all stand side by side.
      for (let step = 0; step < 3; step++) await page.keyboard.press('Control+=')
      await page.getByRole('button', { name: '150%, back to the usual size' }).waitFor()
      await desk.cell('net_earnings', 'q3_2007').hover()
      await page.mouse.down()
      const box = (await page.locator('.ag-grid-viewport').boundingBox())!
      await page.mouse.move(box.x + box.width - 60, box.y + box.height + 20, { steps: 4 })
      await expect.poll(async () => (await scrolled(desk)).top).toBeGreaterThan(150)
      await page.mouse.move(box.x + box.width + 30, box.y + box.height - 40, { steps: 2 })
      await expect.poll(async () => (await selected(desk)).some((name) => name.endsWith('@q1_2007'))).toBe(true)
      expect((await scrolled(desk)).left).toBeGreaterThan(0)
      await page.mouse.up()
      const { top } = await scrolled(desk)
      await page.mouse.move(box.x + 300, box.y + box.height + 40)
      expect((await scrolled(desk)).top).toBe(top)
      expect(await desk.page.locator('.formula-bar .cell-name').innerText()).toContain('Net loss')
    }),
  )
})

describeInBrowser('several areas', () => {
  it(
    'of labels and heads with Ctrl, and by keys after Shift+F8; acts reach all of them',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await page.locator('[row-id="interest_income"] [col-id="_label"]').click()
      await page.locator('[row-id="income_tax_expense"] [col-id="_label"]').click({ modifiers: ['Control'] })
      expect(await selected(desk)).toHaveLength(8)
      await keyboard.press('Escape')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+ArrowRight')
      await keyboard.press('Shift+F8')
      await page.getByText('The next cells chosen are added to the selection').first().waitFor()
      for (let count = 0; count < 3; count += 1) await keyboard.press('ArrowDown')
      await keyboard.press('Shift+ArrowRight')
      await expect
        .poll(() => selected(desk))
        .toEqual([
          'interest_income@q3_2007',
          'interest_income@q2_2007',
          'provision_for_loan_losses@q3_2007',
          'provision_for_loan_losses@q2_2007',
        ])
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')
      expect((await summary(desk)).replaceAll(/\s+/g, ' ')).toContain('4 cells selected Sum 1,580,665')
      await keyboard.type('*=2')
      await keyboard.press('Enter')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q2_2007')).toBe('$ 632,570')
      expect(await desk.figure('provision_for_loan_losses', 'q2_2007')).toBe('322,326')
      expect(await desk.number()).toBe(2)
      await keyboard.press('Escape')
      expect(await selected(desk)).toEqual([])
      // By name all is selected from anywhere, and the text where text is typed.
      await page.getByRole('tab', { name: 'Change log' }).focus()
      await keyboard.press('Control+a')
      expect((await selected(desk)).length).toBeGreaterThan(60)
      await page.locator('.formula-bar input').click()
      await keyboard.press('Control+a')
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(
        await page.locator('.formula-bar input').inputValue(),
      )
      await keyboard.press('Escape')
      // A cell alone is the first area after Shift+F8.
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+F8')
      await keyboard.press('ArrowDown')
      await keyboard.press('ArrowDown')
      await expect.poll(() => selected(desk)).toEqual(['interest_income@q3_2007', 'net_interest_income@q3_2007'])
    }),
  )
})

describeInBrowser('a cell alone', () => {
  it(
    'is copied, cut, cleared and filled from its menu',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', 'q3_2007').click()
      await desk.cell('interest_expense', 'q3_2007').click({ button: 'right' })
      await page.getByRole('menuitem', { name: /^Cut/ }).click()
      await page.getByText('1 cell cut.').first().waitFor()
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await page.keyboard.press('Control+v')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('')
      expect(await desk.figure('income_tax_expense', 'q3_2007')).toBe('302,074')
      await desk.cell('interest_expense', 'q3_2007').click({ button: 'right' })
      await page.getByRole('menuitem', { name: /^Fill down/ }).click()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('313,772')
      await desk.cell('interest_expense', 'q3_2007').click({ button: 'right' })
      await page.getByRole('menuitem', { name: /^Clear/ }).click()
      // What the scenario holds is taken back, as Delete does.
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
    }),
  )
})

describeInBrowser('a selection outlives', () => {
  it(
    'a recompute, the theme, folding, undo and redo of a figure within it',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_expense', 'q2_2007', '305,000')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Shift+ArrowRight')
      const names = await selected(desk)
      expect(names).toHaveLength(4)
      await keyboard.press('Alt+Shift+d')
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
      expect(await selected(desk)).toEqual(names)
      await undo(desk)
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('305,076')
      expect(await selected(desk)).toEqual(names)
      await expect.poll(() => desk.focus()).toBe('interest_expense@q2_2007')
      await keyboard.press('Control+y')
      await page.locator('[data-seq="4"]').waitFor()
      await desk.saved()
      expect(await selected(desk)).toEqual(names)
      expect((await summary(desk)).replaceAll(/\s+/g, ' ')).toContain('Sum 1,237,131')
      // A change elsewhere leads there, as always.
      await desk.enter('income_tax_expense', 'q3_2007', '3,000')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+ArrowDown')
      await undo(desk)
      await expect.poll(() => desk.focus()).toBe('income_tax_expense@q3_2007')
      expect(await selected(desk)).toEqual([])
    }),
  )
})
