/**
 * Bridges: chart and table of the same figures on screen, read by screen readers, and on paper with the schedule.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { toPaper } from './print_host.ts'

async function openBridges(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Alt+Shift+B')
  await desk.page.getByRole('region', { name: 'Bridges' }).locator('figure').waitFor()
}

/** The steps of the table as `label amount running total`. */
async function steps(desk: Desk): Promise<string[]> {
  return desk.page
    .locator('figure tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' ')))
}

/** The amounts written beside the bars, once the chart stands: its code is loaded when a chart is first asked for. */
async function amounts(desk: Desk): Promise<string[]> {
  const written = desk.page.locator('.bridge-chart .bridge-amount')
  await written.first().waitFor()
  return written.allTextContents()
}

describeInBrowser('bridges', () => {
  it(
    'lead from net earnings to taxable income, from the base to the scenario, and through equity',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await openBridges(desk)
      const taxable = await steps(desk)
      expect(taxable[0]).toBe('Net loss (1,201,235) (1,201,235)')
      expect(taxable[1]).toBe('Loan loss provisions +842,453 (358,782)')
      expect(taxable.at(-1)).toBe('Estimated taxable (loss) income available to common stockholders (16,297) (16,297)')
      expect(await amounts(desk)).toEqual(await page.locator('figure tbody td:nth-child(2)').allTextContents())
      expect(await page.locator('figure').getByRole('table').count()).toBe(1)
      expect(await page.locator('.bridge-chart').getAttribute('aria-hidden')).toBe('true')

      // No amount lies over another or outside the chart.
      const boxes = await page
        .locator('.bridge-chart .bridge-amount, .bridge-chart .bridge-label')
        .evaluateAll((all) => {
          const svg = all[0]!.closest('svg')!.getBoundingClientRect()
          return all.map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect()
            return { left: left - svg.left, right: right - svg.left, top, bottom, width: svg.width }
          })
        })
      for (const [at, one] of boxes.entries()) {
        expect(one.left).toBeGreaterThan(-1)
        expect(one.right).toBeLessThanOrEqual(one.width + 1)
        for (const other of boxes.slice(at + 1)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top + 1 ||
            other.bottom <= one.top + 1
          expect(apart).toBe(true)
        }
      }

      await page.getByLabel('Bridge', { exact: true }).selectOption('scenario_net_earnings')
      const moved = await steps(desk)
      expect(moved[0]).toBe('As filed (1,191,235) (1,191,235)')
      expect(moved[1]).toMatch(/Provision for loan losses.*789,445 to 799,445 \(10,000\) \(1,201,235\)$/)
      expect(moved.at(-1)).toBe('Scenario 1 (1,201,235) (1,201,235)')
      await page.getByLabel('Bridge', { exact: true }).selectOption('equity_roll')
      expect((await steps(desk))[0]).toBe('Stockholders’ equity at beginning of period not disclosed ')
      expect(await page.locator('.bridge-remark').innerText()).toContain('is not disclosed')
    }),
  )

  it(
    'print on a page of their own with the workpaper copy of the schedule',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await openBridges(desk)
      await page.getByRole('button', { name: 'Print with the schedule…' }).press('Enter')
      const frame = page.frameLocator('iframe[title="Print preview"]')
      await frame.locator('.bridge-chart .bridge-bar').first().waitFor()
      expect(await page.locator('iframe').getAttribute('src')).toBe(
        '/print/impac_2007_q3/reconciliation?mode=workpaper&period=q3_2007&bridge=taxable_income',
      )
      await page.goto(new URL((await page.locator('iframe').getAttribute('src'))!, page.url()).href)
      await page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      const { pages } = await toPaper(page)
      const last = pages.at(-1)!.replaceAll(/\s+/g, ' ')
      expect(last).toContain('Net loss to Estimated taxable (loss) income available to common stockholders')
      expect(last).toMatch(/Net loss \$ \(1,191,235\) \$ \(1,191,235\) Loan loss provisions 832,453 \(358,782\)/)
      expect(last).toContain('Workpaper copy')
      // Table and chart both.
      expect(last.match(/220,071/g)!.length).toBe(2)
      expect(await page.locator('.sheet').last().locator('.bridge-bar').count()).toBe(12)

      await page.goto(new URL('/print/impac_2007_q3/reconciliation?bridge=taxable_income', page.url()).href)
      await page.waitForFunction(() => document.documentElement.dataset['print'] !== undefined)
      expect(await page.locator('main').innerText()).toContain('A bridge prints with the workpaper copy')
    }),
  )

  it(
    'have no accessibility violation in both themes',
    atDesk(async (desk) => {
      await desk.show('#/impac_2009/equity')
      await openBridges(desk)
      const { violations } = await axe(desk.page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))).toEqual([])
    }),
  )
})
