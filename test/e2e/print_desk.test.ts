/**
 * Printing from the running product: an edit typed at the keyboard, then its schedule's address printed to PDF.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'
import type { Desk } from './desk.ts'
import { toPaper } from './print_host.ts'

/** Leaves the workbench for a print document and waits for what it says of itself. */
async function printState(desk: Desk, address: string): Promise<string> {
  await desk.page.goto(new URL(address, desk.page.url()).href)
  await desk.page.waitForFunction(() => document.documentElement.dataset['print'] !== undefined)
  return desk.page.evaluate(() => document.documentElement.dataset['print']!)
}

describeInBrowser('printing from the product', () => {
  it(
    'sets up paper in the preview, shows the very pages, and remembers it',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      const open = async (): Promise<void> => {
        await page.keyboard.press('Control+p')
        await page.getByRole('dialog', { name: 'Print' }).waitFor()
      }
      await open()
      await page.getByRole('radio', { name: 'Workpaper copy' }).check()
      await page.getByLabel('Paper', { exact: true }).selectOption('a4')
      await page.getByLabel('Margins', { exact: true }).selectOption('narrow')
      await page.getByLabel('Print', { exact: true }).and(page.locator('select')).selectOption('filing')
      const sheets = page.frameLocator('.print-preview iframe').locator('.sheet')
      await expect
        .poll(() => page.locator('.print-preview iframe').getAttribute('src'))
        .toContain('?mode=workpaper&paper=a4&margins=narrow&extent=filing')
      await expect.poll(() => sheets.first().evaluate((sheet) => sheet.classList.contains('a4'))).toBe(true)
      await expect.poll(() => sheets.locator('h1.title').count()).toBe(7)
      await page.keyboard.press('Escape')
      await page.reload()
      await desk.show('#/impac_2007_q3/reconciliation')
      await open()
      expect(await page.getByLabel('Paper', { exact: true }).inputValue()).toBe('a4')
      expect(await page.locator('.print-preview iframe').getAttribute('src')).toBe(
        '/print/impac_2007_q3/reconciliation?paper=a4&margins=narrow&extent=filing',
      )
    }),
  )

  it(
    'prints as filed after an edit, and the scenario as a workpaper copy with its change number',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      const number = await desk.number()
      const scenario = await desk.page.evaluate(async () => {
        const answer = await window.workbench!.load({})
        if (!answer.ok) throw new Error(answer.failure.message)
        return answer.value.filings.find(({ filing }) => filing.id === 'impac_2007_q3')!.scenarios[0]!
      })

      expect(await printState(desk, '/print/impac_2007_q3/reconciliation')).toBe('ready')
      const filed = (await toPaper(desk.page)).pages.map(flat)
      expect(filed).toHaveLength(1)
      expect(filed[0]).toContain('Loan loss provisions (3) 832,453 181,977 3,183 1,053,164')

      const address = `/print/impac_2007_q3/reconciliation?scenario=${scenario.id}&mode=workpaper`
      expect(await printState(desk, address)).toBe('ready')
      const workpaper = flat((await toPaper(desk.page)).pages.join(' '))
      expect(workpaper).toContain(`Hypothetical: ${scenario.name}`)
      expect(workpaper).toContain(`change ${number}`)
      expect(workpaper).toContain('842,453')
      expect(workpaper).toMatch(
        /available to common stockholders \(11\) \$ \(16,297\) \$ \(16,297\) \$ [-–] \$ \(18,936\)/,
      )

      expect(await printState(desk, `/print/impac_2007_q3/reconciliation?scenario=${scenario.id}`)).toBe('refused')
    }),
  )
})

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
