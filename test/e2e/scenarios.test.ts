/**
 * Scenarios and addresses: as filed stays as it is, each scenario shows its own figures, and addresses name both.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('scenarios', () => {
  it(
    'are made, switched, addressed, renamed and removed, and undo brings one back whole',
    atDesk(async (desk) => {
      const { page } = desk
      const shown = page.getByRole('button', { name: 'All scenarios' })
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await page.keyboard.press('Alt+Shift+N')
      await page.getByRole('textbox', { name: 'Name' }).fill('Severe losses')
      await page.getByRole('button', { name: 'Make the scenario' }).click()
      await page.locator('.scenario-switch[data-scenario="severe_losses"]').waitFor()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '889445')
      expect(await desk.headline('net_earnings')).toBe('(1,291,235)')

      await desk.show('#/impac_2007_q3/income?scenario=scenario_1')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,201,235)' }).waitFor()
      await desk.show('#/impac_2007_q3/income?scenario=as_filed')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,191,235)' }).waitFor()
      await desk.show('#/impac_2007_q3/reconciliation')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,291,235)' }).waitFor()

      await shown.click()
      await page.getByRole('menuitem', { name: 'Rename Severe losses…' }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill('Very severe losses')
      await page.getByRole('button', { name: 'Rename', exact: true }).click()
      await desk.saved()
      expect(await page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('Very severe losses')

      await shown.click()
      await page.getByRole('menuitem', { name: 'Delete Very severe losses…' }).click()
      await page.getByRole('button', { name: 'Delete the scenario' }).click()
      await page.locator('.scenario-switch[data-scenario="as_filed"]').waitFor()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      await page.keyboard.press('Control+z')
      await page.locator('.scenario-switch[data-scenario="severe_losses"]').waitFor()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,291,235)')
    }),
  )

  it(
    'the screens that stand while no workbook is open in both themes',
    atDesk(async (desk) => {
      for (const kind of ['locked', 'damaged', 'newer', 'storage']) {
        const failure = { kind, message: 'What is wrong, what is safe, what to do.' }
        await desk.page.route('**/api/load', (route) => route.fulfill({ json: { ok: false, failure } }))
        await desk.page.reload()
        await desk.page.locator(`[data-failure="${kind}"]`).waitFor()
        expect(await desk.page.locator('main').innerText()).toContain(failure.message)
        const { violations } = await axe(desk.page).analyze()
        expect(violations.map(({ id }) => `${kind}: ${id}`)).toEqual([])
        await desk.page.unroute('**/api/load')
      }
      await desk.page.getByRole('button', { name: 'Try again' }).click()
      await desk.page.locator('[data-status]').waitFor()
    }),
  )
})
