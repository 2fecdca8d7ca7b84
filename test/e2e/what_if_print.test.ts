/**
 * Answers of goal seek and sensitivity on paper: printed from the panel, as a workpaper of their own, computed anew.
 */
import { expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { toPaper } from './print_host.ts'

/** Prints from the panel, opens the page by itself and gives the text of its first sheet. */
async function paper({ page }: Desk, from: Locator): Promise<string> {
  await from.getByRole('button', { name: 'Print…' }).press('Enter')
  const frame = page.locator('iframe[title="Print preview"]')
  await frame.waitFor()
  expect(await page.getByRole('radio', { name: 'Filing copy' }).count()).toBe(0)
  const address = (await frame.getAttribute('src'))!
  expect(address).toMatch(/^\/print\/impac_2007_q3\/what_if\?mode=workpaper&question=/)
  await page.goto(new URL(address, page.url()).href)
  await page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
  return (await toPaper(page)).pages[0]!.replaceAll(/\s+/g, ' ')
}

describeInBrowser('answers on paper', () => {
  it(
    'goal seek prints the amount that is changed, the figure that is set and the headline figures',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('taxable_income', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+G')
      const dialog = page.getByRole('dialog', { name: 'Goal seek' })
      await dialog.getByLabel('To value').fill('0')
      await dialog.getByLabel('By changing').fill('reconciliation.actual_loan_losses@q3_2007')
      await dialog.locator('[data-effect="taxable_income"]').waitFor()
      const text = await paper(desk, dialog)
      expect(text).toContain('Hypothetical: no amount is entered')
      expect(text).toContain('Tax deduction for actual loan losses, Q3 2007 (34,348) (18,051) 16,297')
      expect(text).toContain('Workpaper copy')
    }),
  )

  it(
    'sensitivity prints the table with the line of each figure that moves',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+S')
      const tool = page.getByRole('region', { name: 'Sensitivity' })
      for (const [label, text] of [
        ['From', '779,445'],
        ['To', '799,445'],
        ['Step', '10,000'],
      ] as const) {
        await tool.getByLabel(label, { exact: true }).fill(text)
      }
      await page.keyboard.press('Enter')
      await tool.locator('table.figures').waitFor()
      const text = await paper(desk, tool)
      expect(text).toContain('Sensitivity to Provision for loan losses, Q3 2007')
      expect(text).toMatch(/779,445 \$ \(1,181,235\) \$ \(16,297\)/)
      expect(text).toContain('789,445, at present (1,191,235) (16,297)')
      expect(await page.locator('.sheet .line-run').count()).toBe(2)
    }),
  )

  it(
    'the word at a point that stands at the low end of its line keeps clear of the figures of the range',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+S')
      const tool = page.getByRole('region', { name: 'Sensitivity' })
      for (const [label, text] of [
        ['From', '769,445'],
        ['To', '789,445'],
        ['Step', '10,000'],
      ] as const) {
        await tool.getByLabel(label, { exact: true }).fill(text)
      }
      await page.keyboard.press('Enter')
      const chart = tool.locator('.line-chart').first()
      await chart.locator('.line-word').waitFor()
      const crossed = await chart.evaluate((drawn) => {
        const word = drawn.querySelector('.line-word')!.getBoundingClientRect()
        const others = [...drawn.querySelectorAll('text:not(.line-word)')].map((text) => text.getBoundingClientRect())
        return others.filter(
          (box) => box.left < word.right && word.left < box.right && box.top < word.bottom && word.top < box.bottom,
        ).length
      })
      expect(crossed).toBe(0)
    }),
  )
})
