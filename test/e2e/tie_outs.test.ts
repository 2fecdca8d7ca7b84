/**
 * The tie-outs on the screen: the light and the headline that counts what is open, the table in the drawer and before the screen, by
 * mouse and by keyboard. What is listed in which order: test/renderer/features/tie_outs.
 */
import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('tie-outs', () => {
  it(
    'are chosen by verdict, gone through by keyboard and lead to their figures, beside the sheet and as one table',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      const light = page.locator('[data-tie-out-light]')
      await expect.poll(() => light.getAttribute('data-tie-out-light')).toBe('open')
      expect(await light.innerText()).toBe('145 tie, 2 flagged')
      expect(await desk.headline('open_tie_outs')).toBe('2')

      await light.click()
      const table = page.getByRole('table', { name: 'Tie-outs' })
      const rows = table.locator('tbody tr')
      expect(await rows.count()).toBe(163)
      expect(await rows.first().getAttribute('class')).toBe('flagged')
      await page.getByRole('radio', { name: 'Flagged 2' }).check()
      expect(await rows.count()).toBe(2)
      // One stop of the Tab key; the arrows go on from there.
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await desk.cell('net_earnings_per_share', 'q2_2007').and(page.locator('.ag-cell-focus')).waitFor()

      await page.getByRole('button', { name: 'Open as a table' }).click()
      const dialog = page.getByRole('dialog', { name: 'Tie-outs' })
      await dialog.waitFor()
      const { violations } = await axe(page).include('.dialog').analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      const found = dialog.getByRole('row', { name: 'Net loss per share' }).first()
      expect((await found.getByRole('cell').allInnerTexts()).slice(2, 6)).toEqual([
        '(15.66)',
        '(15.66)',
        '0.05',
        'Flagged',
      ])
      await found.click()
      await dialog.waitFor({ state: 'detached' })
      await desk.cell('net_earnings_per_share', 'q3_2007').and(page.locator('.ag-cell-focus')).waitFor()
    }),
  )
})
