/**
 * Many cells at once: selected, summed, changed and cleared, each as one act that one undo takes back.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'
import { paste, selected, summary, undo } from './selection_desk.ts'

describeInBrowser('a selection', () => {
  it(
    'grows by keys, is summed exactly and ends with the next move',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Shift+ArrowRight')
      expect(await selected(desk)).toEqual([
        'interest_income@q3_2007',
        'interest_income@q2_2007',
        'interest_expense@q3_2007',
        'interest_expense@q2_2007',
      ])
      expect(await desk.focus()).toBe('interest_income@q3_2007')
      expect(await summary(desk)).toContain('4 cells selected')
      await keyboard.press('Shift+ArrowLeft')
      expect((await summary(desk)).replaceAll(/\s+/g, ' ')).toContain('Sum 615,846 Average 307,923 Count 2')
      await keyboard.press('Escape')
      expect(await selected(desk)).toEqual([])

      await keyboard.press('Shift+Space')
      expect(await selected(desk)).toHaveLength(4)
      expect(await summary(desk)).toContain('not summed')
      await keyboard.press('ArrowDown')
      expect(await selected(desk)).toEqual([])
      await keyboard.press('Control+Space')
      const column = await selected(desk)
      expect(column.length).toBeGreaterThan(15)
      expect(column.every((name) => name.endsWith('@q3_2007'))).toBe(true)
      await keyboard.press('Control+a')
      expect((await selected(desk)).length).toBe(column.length * 4)
      expect(await desk.focus()).toBe('interest_expense@q3_2007')

      // Far, it leaps to the edge of the figures and back to where it began.
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Control+Shift+ArrowRight')
      expect(await selected(desk)).toHaveLength(4)
      await keyboard.press('Control+Shift+ArrowLeft')
      expect(await selected(desk)).toEqual([])
      await keyboard.press('Control+ArrowRight')
      await expect.poll(() => desk.focus()).toBe('interest_income@percent')
    }),
  )

  it(
    'is made by drag, Shift+click, labels and heads, and several areas with Ctrl',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').hover()
      await page.mouse.down()
      await desk.cell('net_interest_income', 'q2_2007').hover()
      await page.mouse.up()
      expect(await selected(desk)).toHaveLength(6)
      expect(await desk.focus()).toBe('interest_income@q3_2007')

      await desk.cell('interest_income', 'q3_2007').click()
      expect(await selected(desk)).toEqual([])
      await desk.cell('interest_expense', 'q2_2007').click({ modifiers: ['Shift'] })
      expect(await selected(desk)).toHaveLength(4)
      expect(await desk.focus()).toBe('interest_income@q3_2007')

      await desk.cell('provision_for_loan_losses', 'q3_2007').click({ modifiers: ['Control'] })
      expect(await selected(desk)).toHaveLength(5)
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')

      await page.locator('[row-id="interest_expense"] [col-id="_label"]').click()
      expect(await selected(desk)).toHaveLength(4)
      await expect.poll(() => desk.focus()).toBe('interest_expense@q3_2007')
      await page.locator('.ag-header-cell[col-id="q2_2007"]').click()
      expect((await selected(desk)).every((name) => name.endsWith('@q2_2007'))).toBe(true)
      await expect.poll(() => desk.focus()).toBe('interest_income@q2_2007')
    }),
  )
})

describeInBrowser('many at once', () => {
  it(
    'a change typed once reaches every selected input as one act; the total follows; one undo takes all back',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Shift+ArrowDown')
      await keyboard.type('*=1.1')
      await desk.page.getByText('Enter changes 2 selected cells.').waitFor()
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 345,149')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('332,281')
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('12,868')
      expect(await selected(desk)).toHaveLength(3)
      await undo(desk)
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
      expect(await selected(desk)).toHaveLength(3)
      await keyboard.press('Alt+Shift+L')
      await desk.page
        .getByText(/\*=1\.1 in 2 cells of /)
        .first()
        .waitFor()
    }),
  )

  it(
    'Ctrl+Enter enters an amount in all selected, Delete clears them, each as one act',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('derivatives_unrealized', 'q3_2007').click()
      for (let count = 0; count < 2; count += 1) await keyboard.press('Shift+ArrowDown')
      const names = await selected(desk)
      const before = await Promise.all(names.map((name) => desk.figure(name.split('@')[0]!, 'q3_2007')))
      await keyboard.type('1,000')
      await keyboard.press('Control+Enter')
      expect(await desk.page.locator('tr.warned').allInnerTexts()).toContainEqual(expect.stringContaining('becomes'))
      await desk.page.getByRole('button', { name: 'Apply to 3 cells' }).click()
      await desk.saved()
      expect(await desk.number()).toBe(2)
      for (const name of names) expect(await desk.figure(name.split('@')[0]!, 'q3_2007')).toBe('1,000')
      await keyboard.press('Delete')
      await desk.saved()
      expect(await desk.number()).toBe(3)
      await undo(desk)
      for (const name of names) expect(await desk.figure(name.split('@')[0]!, 'q3_2007')).toBe('1,000')
      await undo(desk)
      expect(await Promise.all(names.map((name) => desk.figure(name.split('@')[0]!, 'q3_2007')))).toEqual(before)
    }),
  )

  it(
    'a refused act keeps what was typed, and goes back to it',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.type('799,44')
      await page.keyboard.press('Control+Enter')
      await page.locator('tr[data-many]').first().waitFor()
      expect(await page.locator('tr.refused').count()).toBe(2)
      expect(await page.getByRole('button', { name: /^Apply/ }).count()).toBe(0)
      await page.getByRole('button', { name: 'Back' }).click()
      expect(await page.locator('.cell-editor input').inputValue()).toBe('799,44')
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(1)
    }),
  )
})

describeInBrowser('accessibility of selections', () => {
  it(
    'a selection and the preview in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      const check = async (where: string, parts: string[] = []): Promise<void> => {
        const { violations } = await axe(page, parts).analyze()
        found.push(
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html.slice(0, 160)}`)),
        )
      }
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.chooseFlow('tax_only')
      await desk.enter('loan_loss_provisions', 'q3_2007', '850000')
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      await page.keyboard.press('Control+a')
      await check('everything selected', ['[data-schedule]', '.status-bar'])
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, 'n/a\t300,000,000\n302,000\t303,000\n12,000\t1')
      await page.locator('tr[data-many]').first().waitFor()
      await check('preview')
      expect(found).toEqual([])
    }),
  )
})
