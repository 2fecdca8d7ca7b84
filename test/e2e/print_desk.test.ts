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
