/**
 * Messages in passing beside dialogs: neither takes a key that is meant for the other.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

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
