/**
 * The keyboard, as in Excel for one cell.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('the keyboard', () => {
  it(
    'moves, enters and steps on as a spreadsheet does',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('ArrowDown')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
      await keyboard.press('ArrowRight')
      expect(await desk.focus()).toBe('interest_expense@q2_2007')

      await keyboard.type('305077')
      await keyboard.press('Tab')
      expect(await desk.focus()).toBe('interest_expense@variance')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('305,077')
      await keyboard.press('ArrowLeft')
      await keyboard.type('305078')
      await keyboard.press('Shift+Tab')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('305,078')
      await keyboard.type('302075')
      await keyboard.press('Shift+Enter')
      expect(await desk.focus()).toBe('interest_income@q3_2007')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,075')

      await keyboard.type('313773')
      await keyboard.press('ArrowDown')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,773')
      await desk.saved()
    }),
  )

  it(
    'edits in place with F2, where arrows move the caret, and replaces when typing begins',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('F2')
      const editor = desk.page.locator('.cell-editor input')
      expect(await editor.inputValue()).toBe('313772')
      await keyboard.press('ArrowLeft')
      await keyboard.type('9')
      expect(await editor.inputValue()).toBe('3137792')
      await keyboard.press('Escape')
      expect(await editor.count()).toBe(0)

      await desk.cell('net_interest_income', 'q3_2007').dblclick()
      expect(await editor.inputValue()).toBe('= interest_income - interest_expense')
      await keyboard.press('Enter')
      expect(await desk.number()).toBe(1)

      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Enter')
      expect(await editor.count()).toBe(0)
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
    }),
  )

  it(
    'Delete clears an input, reverts an override and is refused on a formula with the reason',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Delete')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('')
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('(302,074)')
      await keyboard.press('Control+z')
      await desk.page.locator('[data-seq="3"]').waitFor()
      await desk.saved()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')

      await desk.cell('net_interest_income', 'q3_2007').click()
      await keyboard.press('Delete')
      expect((await desk.page.getByRole('alert').innerText()).toLowerCase()).toContain('computed')
      expect(await desk.number()).toBe(3)

      await desk.enter('net_interest_income', 'q3_2007', '12000')
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('12,000')
      const cell = desk.cell('net_interest_income', 'q3_2007')
      expect(await cell.locator('.figure').getAttribute('title')).toContain('Overrides the formula')
      await cell.click()
      await keyboard.press('Delete')
      await desk.saved()
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('11,698')
    }),
  )

  it(
    'takes no harm from focus on computed columns and headings, and says why they take no typing',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('net_earnings', 'q2_2007').click()
      expect(await desk.headline('net_earnings')).toBe('(152,547)')
      await desk.cell('net_earnings', 'percent').click()
      expect(await desk.headline('net_earnings')).toBe('(152,547)')
      await keyboard.type('5')
      expect(await desk.page.locator('.cell-editor').count()).toBe(0)
      expect((await desk.page.getByRole('alert').innerText()).length).toBeGreaterThan(20)

      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('adjustments', 'q3_2007').click()
      await keyboard.type('5')
      await keyboard.press('Delete')
      expect(await desk.page.locator('.cell-editor').count()).toBe(0)
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'says that all is saved, opens print and goes from region to region',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Control+s')
      await desk.page.getByText('Everything is saved').first().waitFor()
      const seen: string[] = []
      for (let count = 0; count < 7; count += 1) {
        await keyboard.press('F6')
        seen.push(
          await desk.page.evaluate(
            () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? '',
          ),
        )
      }
      expect(new Set(seen)).toEqual(new Set(['top', 'headlines', 'navigation', 'formula', 'grid', 'side', 'status']))
      await keyboard.press('Control+p')
      await desk.page.getByRole('dialog', { name: 'Print' }).waitFor()
      await desk.page.frameLocator('iframe').getByText('Impac Mortgage Holdings').first().waitFor()
    }),
  )

  it(
    'folds and unfolds details, and remembers it',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('non_interest_income', 'q3_2007').click()
      await keyboard.press('Alt+Shift+ArrowLeft')
      await desk.cell('derivatives_unrealized', 'q3_2007').waitFor({ state: 'detached' })
      await desk.page.reload()
      await desk.cell('non_interest_income', 'q3_2007').waitFor()
      expect(await desk.cell('derivatives_unrealized', 'q3_2007').count()).toBe(0)
      await desk.cell('non_interest_income', 'q3_2007').click()
      await keyboard.press('Alt+Shift+ArrowRight')
      await desk.cell('derivatives_unrealized', 'q3_2007').waitFor()
    }),
  )

  it(
    'edits in the formula bar as in the cell, and keeps refused text there',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      const bar = desk.page.locator('.formula-bar input')
      await bar.click()
      await bar.fill('79,9')
      await desk.cell('interest_income', 'q3_2007').click()
      await desk.page.getByRole('alert').waitFor()
      await desk.page.waitForFunction(() => document.activeElement?.closest('.formula-bar') !== null)
      expect(await bar.inputValue()).toBe('79,9')
      await bar.fill('799,445')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await desk.focus()).toBe('net_interest_after_provision@q3_2007')
      await bar.click()
      await keyboard.press('Escape')
      expect(await desk.focus()).toBe('net_interest_after_provision@q3_2007')
    }),
  )
})
