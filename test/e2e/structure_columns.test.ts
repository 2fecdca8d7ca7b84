/**
 * Columns of a draft by keyboard and mouse: inserted by kind, named, copied, moved, deleted. What is stored, undone and done again is
 * told by test/renderer/session/structure/undone_acts.test.ts.
 */
import { expect, it } from 'vitest'
import { describeInBrowser, type Desk } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, act, columns, formula, reverse, said } from './draft_desk.ts'

/** Inserts a column of a kind with whatever the dialog offers for it. */
async function insert(desk: Desk, kind: string, more?: () => Promise<void>): Promise<void> {
  await desk.page.keyboard.press('Alt+Shift+V')
  const dialog = desk.page.getByRole('dialog', { name: 'Insert a column' })
  await dialog.getByRole('radio', { name: kind }).check()
  await more?.()
  await dialog.getByRole('button', { name: 'Insert' }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.saved()
}

describeInBrowser('a column of a draft', () => {
  it(
    'of a period comes after the focus, under its head, and takes figures',
    atDraft(async (desk) => {
      await desk.cell('interest_income', 'q3_2007').click()
      await insert(desk, 'Period')
      expect(await columns(desk)).toEqual(['q3_2007', 'q4_2007', 'q2_2007', 'variance', 'percent'])
      expect(await desk.focus()).toBe('interest_income@q4_2007')
      const head = desk.page.locator('.ag-header-cell[col-id="q4_2007"]')
      expect((await head.innerText()).replaceAll(/\s+/g, ' ')).toBe('December 31, 2007')
      expect(await desk.page.locator('.ag-header-group-cell.group-head').count()).toBe(1)
      await desk.page.keyboard.type('100')
      await desk.page.keyboard.press('Enter')
      await desk.page.keyboard.type('40')
      await desk.page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('net_interest_income', 'q4_2007')).toBe('60')
      for (let count = 0; count < 3; count += 1) await reverse(desk, 'Control+z')
      expect(await columns(desk)).toEqual(['q3_2007', 'q2_2007', 'variance', 'percent'])
      await expect.poll(() => desk.focus()).toBe('interest_income@q2_2007')
    }),
  )

  it(
    'of variance, percent and total computes from the columns chosen',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('interest_income', 'q2_2007').click()
      await insert(desk, 'Variance', async () => {
        await page.getByLabel('Of', { exact: true }).selectOption('q2_2007')
        await page.getByLabel('Against').selectOption('q3_2007')
        expect(await page.locator('.made').innerText()).toContain('printed(@q2_2007) - printed(@q3_2007)')
      })
      expect(await desk.figure('interest_expense', 'variance_2')).toBe('3,002')
      await insert(desk, 'Percent', async () => {
        await page.getByLabel('Of', { exact: true }).selectOption('q2_2007')
        await page.getByLabel('Against').selectOption('q3_2007')
      })
      expect(await desk.figure('interest_expense', 'percent_2')).toBe('1')
      await desk.cell('interest_income', 'q3_2007').click()
      await insert(desk, 'Total')
      expect(await columns(desk)).toEqual([
        'q3_2007',
        'q2_2007',
        'total',
        'variance',
        'percent',
        'variance_2',
        'percent_2',
      ])
      expect(await desk.figure('interest_income', 'total')).toBe('$ 630,057')
      await insert(desk, 'Component', () => page.getByLabel('Name').fill('Loans held for sale'))
      expect(await columns(desk)).toContain('loans_held_for_sale')
      await insert(desk, 'Date', () => page.getByLabel('As of', { exact: true }).fill('Dec 31, 2007'))
      expect(await columns(desk)).toContain('december_31_2007')
    }),
  )

  it(
    'of a total proposes the quarters of a year, and says what another choice counts twice',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.show(`#/${DRAFT}/reconciliation`)
      await desk.cell('actual_loan_losses', 'q2_2007').click()
      await insert(desk, 'Total', async () => {
        const dialog = page.getByRole('dialog', { name: 'Insert a column' })
        expect(await dialog.locator('.made-formula').innerText()).toBe('= sum(@q3_2007..@q2_2007)')
        expect(await dialog.getByRole('status').count()).toBe(0)
        await dialog.getByLabel('To', { exact: true }).selectOption('q1_2007')
        expect(await dialog.getByRole('status').innerText()).toContain(
          'June 30, 2007 and Three Months Ended March 31, 2007 twice, because Nine Months Ended September 30, 2007 includes the same amounts.',
        )
        expect(await dialog.getByLabel('Stands', { exact: true }).inputValue()).toBe('q1_2007')
        expect(await dialog.getByRole('button', { name: 'Insert' }).isEnabled()).toBe(true)
        await dialog.getByLabel('Stands', { exact: true }).selectOption('m9_2007')
        expect(await dialog.getByRole('alert').innerText()).toContain('not among them')
        expect(await dialog.getByRole('button', { name: 'Insert' }).isDisabled()).toBe(true)
        await dialog.getByLabel('Stands', { exact: true }).selectOption('q1_2007')
        await dialog.getByLabel('To', { exact: true }).selectOption('q2_2007')
        expect(await dialog.getByRole('status').count()).toBe(0)
      })
      expect(await desk.figure('actual_loan_losses', 'total')).toBe('(83,808)')
    }),
  )

  it(
    'says what cannot be inserted, and inserts nothing',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+V')
      const dialog = page.getByRole('dialog', { name: 'Insert a column' })
      await dialog.getByLabel('Ends on').fill('2007-02-30')
      expect(await dialog.getByRole('alert').innerText()).toBe('February 2007 has 28 days.')
      expect(await dialog.getByRole('button', { name: 'Insert' }).isDisabled()).toBe(true)
      await dialog.getByRole('radio', { name: 'Variance' }).check()
      await dialog.getByLabel('Against').selectOption('q3_2007')
      expect(await dialog.getByRole('alert').innerText()).toContain('different')
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(2)
    }),
  )

  it(
    'has its head typed in place, and its id carried through every formula by its details',
    atDraft(async (desk) => {
      const { page } = desk
      await page.locator('.ag-header-cell[col-id="variance"]').dblclick()
      await page.locator('.naming input').fill('Change')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await page.locator('.ag-header-cell[col-id="variance"]').innerText()).toBe('Change')

      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+Enter')
      const dialog = page.getByRole('dialog', { name: 'September 30, 2007' })
      await dialog.getByLabel('Id').fill('third')
      await page.keyboard.press('Enter')
      await desk.saved()
      await expect.poll(() => desk.focus()).toBe('interest_income@third')
      expect(await said(desk)).toContain('Renamed column q3_2007 to third')
      await desk.cell('interest_income', 'variance').click()
      expect(await formula(desk)).toContain('@third')
      expect(await desk.figure('interest_income', 'variance')).toBe('$ (2,513)')
      await desk.show(`#/${DRAFT}/reconciliation`)
      expect(await columns(desk)).toContain('third')
    }),
  )

  it(
    'is copied, moved and deleted as a whole',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('interest_income', 'q2_2007').click()
      await page.keyboard.press('Control+Space')
      await page.keyboard.press('Alt+Shift+U')
      await desk.saved()
      const [, , copy] = await columns(desk)
      expect(await columns(desk)).toHaveLength(5)
      expect(await desk.figure('interest_expense', copy!)).toBe('305,076')
      await act(desk, 'Move column right')
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', 'variance', copy, 'percent'])
      await page.keyboard.press('Control+Space')
      await page.keyboard.press('Alt+ArrowUp')
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', copy, 'variance', 'percent'])
      await page.keyboard.press('Control+Delete')
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', 'variance', 'percent'])
      await desk.saved()
      await reverse(desk, 'Control+z')
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', copy, 'variance', 'percent'])
      expect(await desk.figure('interest_expense', copy!)).toBe('305,076')
      await expect.poll(() => desk.focus()).toBe(`interest_income@${copy}`)

      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Control+Space')
      await page.keyboard.press('Control+Delete')
      const dialog = page.getByRole('dialog', { name: 'Delete Three Months Ended September 30, 2007' })
      await dialog.getByText('Still in use').waitFor()
      await dialog.getByRole('button', { name: 'Keep it', exact: true }).click()
      expect(await columns(desk)).toHaveLength(5)
    }),
  )

  it(
    'is dragged by the grip of its head',
    atDraft(async (desk) => {
      const { page } = desk
      const head = (id: string) => page.locator(`.ag-header-cell[col-id="${id}"]`)
      await head('percent').hover()
      await page.getByRole('button', { name: 'Move % change' }).hover()
      await page.mouse.down()
      const box = (await head('variance').boundingBox())!
      await page.mouse.move(box.x + 30, box.y + 20, { steps: 5 })
      await page.locator('.drop-edge.of-column').waitFor()
      await page.mouse.up()
      await desk.saved()
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', 'percent', 'variance'])
      await reverse(desk, 'Control+z')
      await expect.poll(() => columns(desk)).toEqual(['q3_2007', 'q2_2007', 'variance', 'percent'])
    }),
  )
})
