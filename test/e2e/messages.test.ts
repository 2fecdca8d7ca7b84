/**
 * Messages in passing beside dialogs: neither takes a key that is meant for the other.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { act } from './draft_desk.ts'

describeInBrowser('a message', () => {
  it(
    'that appears while a dialog is open leaves Escape to the dialog',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await page.locator('.toast').first().waitFor({ state: 'detached' })
      // The answer to the undo, and with it its message, comes when the dialog is open already.
      let answer: (() => void) | undefined
      const opened = new Promise<void>((resolve) => (answer = resolve))
      await page.route('**/api/undo', async (route) => {
        await opened
        await route.continue()
      })
      await page.keyboard.press('Control+z')
      await page.keyboard.press('F1')
      await page.getByRole('dialog').waitFor()
      answer!()
      await page.locator('.toast', { hasText: 'Undone' }).waitFor()
      expect(await page.getByRole('dialog').count()).toBe(1)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await page.locator('.toast').count()).toBeGreaterThan(0)
    }),
  )
})

/** Waits for a warning and answers how many stand. */
async function warned(desk: Desk, words: string): Promise<void> {
  await desk.page.locator('.toast.warned', { hasText: words }).waitFor()
}

describeInBrowser('a warning of the moment', () => {
  it(
    'goes when another place is shown, and when the filing it speaks of was reopened',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await page.keyboard.press('Alt+Shift+I')
      await warned(desk, 'is filed and locked')
      await desk.show('#/impac_2007_q3/income')
      expect(await page.locator('.toast.warned').count()).toBe(0)

      await page.keyboard.press('Alt+Shift+I')
      await warned(desk, 'is filed and locked')
      // Moving about in the grid is no work that makes it untrue.
      await page.keyboard.press('ArrowDown')
      await warned(desk, 'is filed and locked')
      await act(desk, 'Reopen with a reason')
      await page.getByRole('dialog').getByLabel('What is corrected').selectOption('not_issued')
      await page.getByRole('dialog').getByRole('textbox').first().fill('To insert a line.')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await desk.saved()
      expect(await page.locator('.toast.warned').count()).toBe(0)
    }),
  )

  it(
    'goes when the act is done after all',
    atDesk(async (desk) => {
      const { page } = desk
      const paste = (text: string): Promise<void> =>
        page.evaluate((plain) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', plain)
          const init = { clipboardData, bubbles: true, cancelable: true }
          document.activeElement!.dispatchEvent(new ClipboardEvent('paste', init))
        }, text)
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(Array.from({ length: 400 }, () => '1').join('\n'))
      await warned(desk, 'Nothing was pasted')
      await paste('313000')
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 313,000')
      expect(await page.locator('.toast.warned').count()).toBe(0)
    }),
  )

  it(
    'leaves one that tells of an edit that was not stored',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      const failure = { kind: 'storage', message: 'The disk is full. Everything saved before is safe.' }
      await page.route('**/api/commit', (route) => route.fulfill({ json: { ok: false, failure } }))
      await desk.type('interest_income', 'q3_2007', '300000')
      await page.keyboard.press('Enter')
      await warned(desk, 'not saved')
      await page.unroute('**/api/commit')
      await desk.enter('interest_expense', 'q3_2007', '300000')
      await desk.show('#/impac_2007_q3/reconciliation')
      await warned(desk, 'not saved')
    }),
  )

  it(
    'gives the keyboard back to the cell when it is dismissed',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+I')
      await warned(desk, 'is filed and locked')
      await page.keyboard.press('F8')
      await page.getByRole('button', { name: 'Dismiss' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => desk.focus()).toBe('interest_expense@q3_2007')
      await page.keyboard.press('Alt+Shift+I')
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await expect.poll(() => desk.focus()).toBe('interest_expense@q3_2007')
    }),
  )
})
