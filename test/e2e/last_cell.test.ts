/**
 * Where a person was is found again: the place and the cell in it, after a reload and after a restart.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { atDraft, reverse } from './draft_desk.ts'

/** Waits until the workbook remembers a line as the one last in focus. */
async function remembered(desk: Desk, line: string): Promise<void> {
  await expect
    .poll(() =>
      desk.page.evaluate(async () => {
        const answer = await window.workbench!.load({})
        return answer.ok ? answer.value.view.cell?.line : answer.failure.message
      }),
    )
    .toBe(line)
}

/** True for a cell that stands within the grid as far as that is in sight. */
function isInSight({ page }: Desk, line: string, column: string): Promise<boolean> {
  return page.evaluate(
    ([row, col]) => {
      const port = document.querySelector('[data-schedule] .ag-grid-viewport')!.getBoundingClientRect()
      const cell = document
        .querySelector(`[data-schedule] [row-id="${row}"] [col-id="${col}"]`)!
        .getBoundingClientRect()
      return cell.top >= port.top && cell.bottom <= port.bottom + 1 && cell.left >= port.left
    },
    [line, column],
  )
}

describeInBrowser('the cell last in focus', () => {
  it(
    'is in focus and in sight after a reload and after a restart; another address wins',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1100, height: 620 })
      await desk.show('#/impac_2007_q3/reconciliation')
      await page.keyboard.press('Control+End')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => desk.focus()).not.toBe('')
      const focus = await desk.focus()
      const [line, column] = focus.split('@') as [string, string]
      await remembered(desk, line)
      await page.reload()
      await page.locator('[data-status]').waitFor()
      await expect.poll(() => desk.focus()).toBe(focus)
      await expect.poll(() => isInSight(desk, line, column)).toBe(true)
      await desk.restart()
      await expect.poll(() => desk.focus()).toBe(focus)
      await expect.poll(() => isInSight(desk, line, column)).toBe(true)
      await page.evaluate(() => history.replaceState(null, '', '#/impac_2007_q3/income'))
      await page.reload()
      await page.locator('[data-schedule="income"]').waitFor()
      await expect.poll(() => desk.focus()).toBe('interest_income@q3_2007')
    }),
  )

  it(
    'gives way to the first cell where its line is gone',
    atDraft(async (desk) => {
      await desk.cell('interest_expense', 'q3_2007').click()
      await desk.page.keyboard.press('Alt+Shift+U')
      await desk.saved()
      const copy = (await desk.focus()).split('@')[0]!
      expect(copy).not.toBe('interest_expense')
      await remembered(desk, copy)
      // The line goes beside this page, as by another window.
      await desk.page.evaluate(async () => {
        const loaded = await window.workbench!.load({})
        if (loaded.ok) await window.workbench!.undo({ expect: loaded.value.number })
      })
      await desk.page.reload()
      await desk.page.locator('[data-status]').waitFor()
      await expect.poll(() => desk.focus()).toBe('interest_income@q3_2007')
    }),
  )
})

describeInBrowser('after a reload, undo', () => {
  it(
    'of a copied schedule leads to the one it was copied from',
    atDraft(async (desk) => {
      const { page } = desk
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('Duplicate schedule')
      await page.getByRole('option', { name: 'Duplicate schedule' }).first().waitFor()
      await page.keyboard.press('Enter')
      await desk.saved()
      await page.locator('[data-schedule="reconciliation_2"]').waitFor()
      await page.reload()
      await page.locator('[data-schedule="reconciliation_2"]').waitFor()
      await reverse(desk, 'Control+z')
      await page.locator('[data-schedule="reconciliation"]').waitFor()
    }, 'reconciliation'),
  )
})

describeInBrowser('the keyboard', () => {
  it(
    'has a place in a comparison that has nothing to compare yet, on arrival and after the palette',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      const held = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
      await page.keyboard.press('Alt+Shift+C')
      await expect.poll(held).toBe('New scenario…')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('combobox').waitFor({ state: 'detached' })
      await expect.poll(held).toBe('New scenario…')
    }),
  )
})
