/**
 * Lines of a draft by keyboard: inserted, named, copied, moved, indented. What is stored, undone and done again is told by
 * test/renderer/session/structure/undone_acts.test.ts.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, formula, lines, reverse, said } from './draft_desk.ts'

describeInBrowser('a line of a draft', () => {
  it(
    'is inserted below the focus and named at once, its id following its first name',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', 'q2_2007').click()
      await keyboard.press('Alt+Shift+I')
      const field = desk.page.locator('.naming input')
      await field.waitFor()
      expect(await field.inputValue()).toBe('New line')
      await keyboard.type('Servicing fees, net')
      await keyboard.press('Enter')
      await desk.cell('servicing_fees_net', '_label').waitFor()
      await expect.poll(() => desk.focus()).toBe('servicing_fees_net@q2_2007')
      expect((await lines(desk)).slice(0, 4)).toEqual([
        'interest_income',
        'interest_expense',
        'servicing_fees_net',
        'net_interest_income',
      ])
      await keyboard.type('1234')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('servicing_fees_net', 'q2_2007')).toBe('1,234')
      expect(await said(desk)).toContain('Named line Servicing fees, net')

      for (let count = 0; count < 3; count += 1) await reverse(desk, 'Control+z')
      await desk.cell('new_line', '_label').waitFor({ state: 'detached' })
      // The line is gone; the focus is on what stands in its place.
      await expect.poll(() => desk.focus()).toBe('net_interest_income@q2_2007')
    }),
  )

  it(
    'is named at its label, which the focus reaches from the first figure, by typing or with F2',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await keyboard.press('ArrowLeft')
      expect(await desk.focus()).toBe('provision_for_loan_losses@_label')
      await keyboard.press('ArrowUp')
      expect(await desk.focus()).toBe('net_interest_income@_label')
      await keyboard.press('ArrowDown')
      await keyboard.press('F2')
      const field = desk.page.locator('.naming input')
      await expect.poll(() => field.inputValue()).toBe('Provision for loan losses')
      await keyboard.press('Escape')
      await expect.poll(() => desk.focus()).toBe('provision_for_loan_losses@_label')
      expect(await desk.number()).toBe(2)

      await keyboard.type('Provision for credit losses')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', '_label')).toBe('Provision for credit losses')
      await expect.poll(() => desk.focus()).toBe('provision_for_loan_losses@_label')
      await keyboard.press('ArrowRight')
      await expect.poll(() => desk.focus()).toBe('provision_for_loan_losses@q3_2007')

      // A label without a name is refused beside it and can be mended.
      await desk.cell('interest_income', '_label').dblclick()
      await field.fill('  ')
      await keyboard.press('Enter')
      expect(await desk.page.getByRole('alert').innerText()).toContain('label')
      await field.fill('Interest and dividend income')
      await desk.cell('interest_expense', 'q3_2007').click()
      await expect.poll(() => desk.figure('interest_income', '_label')).toBe('Interest and dividend income')
      await expect.poll(() => desk.focus()).toBe('interest_expense@q3_2007')
      // A whole line chosen by keys is edited at its figure, as in any spreadsheet.
      await keyboard.press('Shift+Space')
      await keyboard.press('F2')
      await desk.page.locator('.cell-editor input').waitFor()
      await keyboard.press('Escape')
    }),
  )

  it(
    'in a filed filing stays as it is, saying why and offering a draft',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('ArrowLeft')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
      const before = await lines(desk)
      for (const key of [
        'Alt+Shift+I',
        'Alt+Shift+U',
        'Alt+ArrowUp',
        'Alt+Shift+K',
        'Control+Delete',
        'Alt+Enter',
        'Alt+Shift+V',
      ]) {
        await keyboard.press(key)
        await expect.poll(() => said(desk)).toContain('filed and locked')
        await desk.page.getByRole('button', { name: 'Dismiss' }).click()
      }
      expect(await lines(desk)).toEqual(before)
      expect(await desk.number()).toBe(1)
      await desk.cell('interest_expense', '_label').dblclick()
      await desk.page.getByRole('button', { name: 'Duplicate as a draft' }).click()
      await desk.page.getByRole('dialog').waitFor()
    }),
  )

  it(
    'is copied with its figures, and a selection of lines with its formulas',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Alt+Shift+U')
      await desk.cell('net_interest_income_2', 'q3_2007').waitFor()
      await desk.saved()
      expect(await desk.figure('interest_income_2', 'q3_2007')).toBe('$ 313,772')
      await desk.cell('net_interest_income_2', 'q3_2007').click()
      expect(await formula(desk)).toBe('= interest_income_2 - interest_expense_2')
    }),
  )

  it(
    'moves by key with its details, the focus and the selection staying on it',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      const before = await lines(desk)
      await desk.cell('non_interest_expense', 'q3_2007').click()
      await keyboard.press('Alt+ArrowUp')
      await desk.saved()
      const moved = await lines(desk)
      expect(moved.indexOf('non_interest_expense')).toBeLessThan(moved.indexOf('reo_provision'))
      expect(await desk.focus()).toBe('non_interest_expense@q3_2007')
      expect(await said(desk)).toContain('Moved up')
      await keyboard.press('Alt+ArrowDown')
      await desk.saved()
      expect(await lines(desk)).toEqual(before)
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Alt+ArrowUp')
      await expect.poll(() => said(desk)).toContain('first line')
    }),
  )

  it(
    'is made a detail of the line above and taken out again',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await keyboard.press('Alt+Shift+K')
      await desk.saved()
      const label = desk.cell('income_tax_expense', '_label').locator('.line-label')
      expect(await label.getAttribute('class')).toContain('depth-1')
      await keyboard.press('Alt+Shift+ArrowLeft')
      await desk.cell('income_tax_expense', 'q3_2007').waitFor({ state: 'detached' })
      await expect.poll(() => desk.focus()).toBe('non_interest_expense@q3_2007')
      await keyboard.press('Alt+Shift+ArrowRight')
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await keyboard.press('Alt+Shift+J')
      await desk.saved()
      expect(await label.getAttribute('class')).toContain('depth-0')
    }),
  )

  it(
    'takes the name being typed before anything else is done, and keeps the last of several lines named so',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('Alt+Shift+I')
      await keyboard.type('First')
      await keyboard.press('Alt+Shift+I')
      await keyboard.type('Second')
      await keyboard.press('Control+s')
      await desk.saved()
      expect((await lines(desk)).slice(1, 4)).toEqual(['interest_expense', 'first', 'second'])
      expect(await said(desk)).toContain('Everything is saved')
      await desk.cell('first', '_label').dblclick()
      await desk.page.locator('.naming input').fill('First of all')
      await desk.show(`#/${DRAFT}/equity`)
      await desk.show(`#/${DRAFT}/income`)
      await desk.saved()
      expect(await desk.figure('first', '_label')).toBe('First of all')
    }),
  )
})
