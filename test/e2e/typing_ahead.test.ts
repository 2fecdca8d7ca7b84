/**
 * A fast hand types on while the program is still at work: what is typed is entered whole, where it was typed, or not at all.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** Holds the answers to a call back until the returned function is called. */
async function hold({ page }: Desk, call: 'undo' | 'redo'): Promise<() => void> {
  let release: (() => void) | undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(`**/api/${call}`, async (route) => {
    await released
    await route.continue()
  })
  return release!
}

describeInBrowser('typing ahead', () => {
  it(
    'right after undo enters the whole amount, also where the undo takes the scenario away',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q2_2007', '316000')
      await desk.cell('interest_income', 'q2_2007').click()
      const answer = await hold(desk, 'undo')
      await page.keyboard.press('Control+z')
      await page.keyboard.type('305')
      answer()
      await page.locator('.toast', { hasText: 'Undone' }).waitFor()
      await page.keyboard.type('000')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 305,000')
      expect(await desk.focus()).toBe('interest_expense@q2_2007')
    }),
  )

  it(
    'right after redo of a change elsewhere stays in its own cell',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_expense', 'q2_2007', '300000')
      await desk.enter('interest_income', 'q2_2007', '316000')
      await page.keyboard.press('Control+z')
      await desk.saved()
      await desk.cell('provision_for_loan_losses', 'q2_2007').click()
      const answer = await hold(desk, 'redo')
      await page.keyboard.press('Control+y')
      await page.keyboard.type('123')
      answer()
      await page.locator('.toast', { hasText: 'Redone' }).waitFor()
      await page.keyboard.type('456')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q2_2007')).toBe('123,456')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 316,000')
    }),
  )

  it(
    'when no part of the page has the focus goes to the cell that is chosen',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q2_2007').click()
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.keyboard.type('4321')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 4,321')
    }),
  )
})

describeInBrowser('Find', () => {
  it.each([
    ['the palette', ['Control+k', 'f', 'i', 'n', 'd', 'Enter']],
    ['a comment that is left', ['Shift+F2', 'Escape', 'Control+f']],
  ])('has the focus when it was opened from %s', (_, keys) =>
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q2_2007').click()
      for (const key of keys) await page.keyboard.press(key)
      await page.getByRole('combobox', { name: /Find/ }).waitFor()
      await page.keyboard.type('loss')
      expect(await page.getByRole('combobox', { name: /Find/ }).inputValue()).toBe('loss')
      expect(await desk.number()).toBe(1)
    })(),
  )
})
