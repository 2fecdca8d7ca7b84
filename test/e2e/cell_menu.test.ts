/**
 * The menu of a cell: what cannot be done there is grey and says why, to the eye at its foot and to whoever hears it. Which reason each act
 * gives: test/renderer/contrib and test/renderer/session/selection.
 */
import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('the menu of a cell', () => {
  it(
    'greys what the cell does not take, says why, changes nothing when it is chosen, and has the way to unpin where it is pinned',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      const menu = page.getByRole('menu', { name: 'Cell' })
      const item = (name: string) => menu.getByRole('menuitem', { name })
      await desk.cell('interest_expense', 'variance').click({ button: 'right' })
      await menu.waitFor()
      const why = 'Increase (decrease) is computed for every line. Edit the periods that it compares.'
      for (const name of ['Cut', 'Clear', 'Flip the sign']) {
        const greyed = item(name).first()
        expect([name, await greyed.getAttribute('aria-disabled')]).toEqual([name, 'true'])
        expect(await greyed.getAttribute('aria-description')).toBe(why)
      }
      expect(await item('Copy').first().getAttribute('aria-disabled')).toBeNull()
      await item('Clear').hover()
      expect(await menu.locator('.menu-reason').innerText()).toBe(why)
      await item('Copy').first().hover()
      expect(await menu.locator('.menu-reason').innerText()).toBe('')
      const { violations } = await axe(page).include('.menu').analyze()
      expect(violations.map(({ id }) => id)).toEqual([])

      await item('Clear').click({ force: true })
      await page.locator('.toast', { hasText: why }).waitFor()
      expect(await desk.figure('interest_expense', 'variance')).toBe('(3,002)')

      await desk.cell('interest_expense', 'variance').click({ button: 'right' })
      expect(await item('Unpin column').count()).toBe(0)
      await item('Pin column').click()
      await page.locator('.ag-grid-pinned-right-cells [col-id="variance"]').first().waitFor()
      await desk.cell('interest_expense', 'variance').click({ button: 'right' })
      await item('Unpin column').waitFor()
      expect(await menu.getByRole('menuitem', { name: 'Pin column', exact: true }).count()).toBe(0)
    }),
  )
})
