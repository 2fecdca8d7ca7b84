/**
 * Filling, stepping, turning signs and repeating by mouse and keys; what each act does is told by
 * test/renderer/session/selection/filling.test.ts.
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
    'does nothing on Escape or back at its start, and belongs to one area only; a double click fills down',
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
      await desk.cell('derivatives_unrealized', 'q2_2007').click()
      await handle(desk).dblclick()
      await page.getByText('no line to fill down to').first().waitFor()
    }),
  )
})

describeInBrowser('repeating the last edit', () => {
  it(
    'by its key does at the selection what was typed before, as do the keys of steps and signs',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.enter('interest_income', 'q3_2007', '*=1.1')
      await desk.cell('interest_expense', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('F4')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('335,584')
      await page.keyboard.press('Alt+Shift+h')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q3_2007')).toBe('(332,281)')
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await page.keyboard.press('Alt+Shift+ArrowDown')
      await page.keyboard.press('Alt+Shift+ArrowDown')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('(335,585)')
      await logged(desk, 'Lowered by a step in 2 cells')
      await desk.cell('net_interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+h')
      await page.locator('tr.warned', { hasText: 'Overrides the formula' }).waitFor()
      await page.keyboard.press('Escape')
      await desk.cell('derivatives_realized', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await page.locator('.cell-hint', { hasText: 'The cell is blank, so there is nothing to change.' }).waitFor()
    }),
  )
})
