/**
 * No accessibility violation that axe knows, on every screen, in both themes.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** What is found in the whole page, or in the parts named. */
async function violations(desk: Desk, where: string, ...parts: string[]): Promise<string[]> {
  const { violations: found } = await axe(desk.page, parts).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html.slice(0, 160)}`))
}

describeInBrowser('accessibility', () => {
  it(
    'the schedules and panels in both themes',
    atDesk(async (desk) => {
      const found: string[] = []
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      found.push(...(await violations(desk, 'income')))
      for (const tab of ['Change log', 'Tie-outs', 'Notes']) {
        await desk.page.getByRole('tab', { name: tab }).click()
        await desk.show('#/impac_2007_q3/reconciliation')
        found.push(...(await violations(desk, tab, '.side-panel')))
      }
      await desk.show('#/impac_2009/trusts')
      found.push(...(await violations(desk, 'trusts')))
      await desk.show('#/impac_2007_q3/equity')
      await desk.type('opening', 'q1_2007', '1,23')
      await desk.page.keyboard.press('Enter')
      found.push(...(await violations(desk, 'refused', '[data-schedule]', '.cell-hint')))
      expect(found).toEqual([])
    }),
  )

  it(
    'the dialogs in both themes',
    atDesk(
      async (desk) => {
        const { keyboard } = desk.page
        // The page behind a dialog is hidden whole, with whatever could take the focus.
        const found = await violations(desk, 'welcome', 'html')
        await keyboard.press('Escape')
        for (const [key, name] of [
          ['F1', 'Help'],
          ['Control+k', 'Find an action or a place'],
          ['Control+g', 'Go to'],
          ['Alt+Shift+N', 'New scenario'],
          ['Control+p', 'Print'],
        ] as const) {
          await keyboard.press(key)
          const dialog = desk.page.getByRole('dialog', { name })
          await dialog.waitFor()
          found.push(...(await violations(desk, name)))
          await keyboard.press('Escape')
          await dialog.waitFor({ state: 'detached' })
        }
        await keyboard.press('Control+f')
        await keyboard.type('loss')
        await keyboard.press('Enter')
        found.push(...(await violations(desk, 'find', '.find')))
        await keyboard.press('Escape')
        await desk.page.getByRole('button', { name: 'Menu' }).click()
        await desk.page.getByRole('menuitem', { name: 'Edit' }).click()
        await desk.page.getByRole('menuitem', { name: 'Undo' }).waitFor()
        found.push(...(await violations(desk, 'menu')))
        expect(found).toEqual([])
      },
      { welcome: true },
    ),
  )

  it(
    'questions, messages and the rarer dialogs in both themes',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      const found: string[] = []
      const look = async (where: string): Promise<void> => {
        await desk.page.getByRole('dialog').waitFor()
        found.push(...(await violations(desk, where)))
        await keyboard.press('Escape')
        await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await desk.show('#/impac_2007_q3/equity')
      await desk.type('opening', 'q1_2007', '1080000')
      await keyboard.press('Enter')
      await look('complete')
      await keyboard.press('Escape')
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445000')
      await keyboard.press('Enter')
      await look('which is meant')
      await keyboard.press('Escape')
      for (const [menu, item] of [
        ['File', 'Restore a backup'],
        ['Help', 'About'],
      ] as const) {
        await desk.page.getByRole('button', { name: 'Menu' }).click()
        await desk.page.getByRole('menuitem', { name: menu }).click()
        await desk.page.getByRole('menuitem', { name: item }).click()
        await look(item)
      }
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.page.getByText('Scenario 1 was started').first().waitFor()
      found.push(...(await violations(desk, 'message', '.toasts')))
      await desk.page.goto(`${new URL(desk.page.url()).origin}/print/impac_2007_q3/reconciliation`)
      await desk.page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      found.push(...(await violations(desk, 'print')))
      expect(found).toEqual([])
    }),
  )

  it(
    'a colour that cannot be read in either theme is found, whatever the page stands in',
    atDesk(async (desk) => {
      const look = (where: string): Promise<string[]> => violations(desk, where, '.status-bar')
      expect(await look('as it is')).toEqual([])
      for (const scheme of ['light', 'dark']) {
        await desk.page.evaluate((scheme) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(
            `@media (prefers-color-scheme: ${scheme}) { .saved-state { color: #777 !important; background: #888 !important } }`,
          )
          document.adoptedStyleSheets = [sheet]
        }, scheme)
        expect(await look(scheme)).toEqual([expect.stringContaining(`${scheme}: color-contrast`)])
        expect(await desk.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false)
      }
    }),
  )
})
