/**
 * The screen while the structure changes: the grid stays the one that it was, scrolled where it was; dialogs of lines,
 * columns and schedules are accessible in both themes.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, act, makeDraft, reverse } from './draft_desk.ts'

function scrolled(desk: Desk): Promise<number> {
  return desk.page.evaluate(() => document.querySelector('.grid .ag-grid-viewport')!.scrollTop)
}

describeInBrowser('a change of the structure', () => {
  it(
    'leaves the grid, its scroll, its focus and its folds as they were',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1440, height: 620 })
      await makeDraft(desk, 'reconciliation')
      await page.evaluate(() => {
        document.querySelector('.grid .ag-root')!.setAttribute('data-same', '')
      })
      await page.evaluate(() => {
        document.querySelector('.grid .ag-grid-viewport')!.scrollTop = 200
      })
      await expect.poll(() => scrolled(desk)).toBe(200)
      const line = await page.evaluate(() => {
        const box = document.querySelector('.grid .ag-grid-viewport')!.getBoundingClientRect()
        const at = document.elementFromPoint(box.right - 300, (box.top + box.bottom) / 2)!
        const cell = at.closest('.ag-cell')!
        return { line: cell.closest('[row-id]')!.getAttribute('row-id')!, column: cell.getAttribute('col-id')! }
      })
      await desk.cell(line.line, line.column).click()
      const focus = await desk.focus()
      await page.keyboard.press('Alt+ArrowUp')
      await desk.saved()
      expect(await desk.focus()).toBe(focus)
      expect(await scrolled(desk)).toBe(200)
      await reverse(desk, 'Control+z')
      expect(await scrolled(desk)).toBe(200)
      await expect.poll(() => desk.focus()).toBe(focus)
      expect(await page.locator('.grid .ag-root[data-same]').count()).toBe(1)
    }),
  )
})

describeInBrowser('accessibility', () => {
  it(
    'the dialogs of lines, columns and schedules in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      const look = async (where: string): Promise<void> => {
        await page.getByRole('dialog').waitFor()
        const { violations } = await axe(page).analyze()
        found.push(
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html.slice(0, 160)}`)),
        )
        await page.keyboard.press('Escape')
        const leave = page.getByRole('button', { name: 'Leave', exact: true })
        if (where === 'line') {
          await page.getByText('Leave without the changes?').waitFor()
          const asked = await axe(page).analyze()
          found.push(...asked.violations.map(({ id }) => `${where}, asked: ${id}`))
          await leave.click()
        }
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await makeDraft(desk)
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Alt+Enter')
      await page.getByLabel('Decimals shown').fill('12')
      await look('line')
      await page.keyboard.press('Alt+Shift+Enter')
      await look('column')
      await page.keyboard.press('Alt+Shift+V')
      await look('insert a column')
      await page.keyboard.press('Control+Delete')
      await look('delete')
      await act(desk, 'New schedule')
      await look('new schedule')
      await act(desk, 'Schedule details')
      await look('schedule')
      await desk.cell('provision_for_loan_losses', '_label').dblclick()
      await page.locator('.naming input').fill('')
      await page.keyboard.press('Enter')
      await page.locator('.naming .problem').waitFor()
      const { violations } = await axe(page).include('[data-schedule]').analyze()
      found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `naming: ${id} ${html}`)))
      expect(found).toEqual([])
      expect(await desk.number()).toBe(2)
    }),
  )
})

describeInBrowser('the formula of a line', () => {
  it(
    'is completed in the dialog by the names of the filing, Escape leaving the list first',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('Alt+Shift+I')
      await keyboard.type('Margin')
      await keyboard.press('Enter')
      await desk.cell('margin', 'q3_2007').waitFor()
      await keyboard.press('Alt+Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Margin' })
      const field = dialog.getByRole('combobox', { name: 'Formula' })
      await field.click()
      await keyboard.type('= interest_in')
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      expect(await field.inputValue()).toBe('= interest_income')
      await keyboard.type(' - interest_ex')
      await dialog.getByRole('listbox').waitFor()
      await keyboard.press('Escape')
      await dialog.getByRole('listbox').waitFor({ state: 'detached' })
      expect(await dialog.isVisible()).toBe(true)
      await keyboard.type('pense')
      await keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await desk.saved()
      expect(await desk.figure('margin', 'q3_2007')).toBe('11,698')
      await desk.show(`#/${DRAFT}/income`)
    }),
  )
})
