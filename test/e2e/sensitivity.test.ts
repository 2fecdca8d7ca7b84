/**
 * Sensitivity: tables over a range and over two, the ranking of inputs, and ranges that cannot be used.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const tool = (desk: Desk): Locator => desk.page.getByRole('region', { name: 'Sensitivity' })

async function openAt(desk: Desk, line: string): Promise<void> {
  const { page } = desk
  await desk.show('#/impac_2007_q3/income')
  await desk.cell(line, 'q3_2007').click()
  await page.keyboard.press('Alt+Shift+S')
  await tool(desk).waitFor()
}

async function fill(within: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await within.getByLabel(label, { exact: true }).fill(text)
}

/** The rows of the table shown, cells joined by a bar. */
async function rows(desk: Desk): Promise<string[]> {
  const table = tool(desk).locator('table.figures')
  await table.waitFor()
  return table
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')))
}

describeInBrowser('sensitivity', () => {
  it(
    'tables and draws one input against the headline figures, follows the figures, and uses a point',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await openAt(desk, 'provision_for_loan_losses')
      expect(await page.getByLabel('Changing cell').inputValue()).toBe('Provision for loan losses, Q3 2007')
      for (const text of ['779,445', '799,445', '10,000']) {
        await keyboard.press('Tab')
        await keyboard.type(text)
      }
      await keyboard.press('Enter')
      expect(await rows(desk)).toEqual([
        '779,445 | (1,181,235) | (16,297) | blank | 10,000',
        '789,445 at present | (1,191,235) | (16,297) | blank | –',
        '799,445 | (1,201,235) | (16,297) | blank | (10,000)',
      ])
      // A line for each figure that moves, its ends named, the point that stands marked.
      const lines = tool(desk).locator('.line-chart')
      expect(await lines.locator('p').allInnerTexts()).toEqual([
        'Net loss, Q3 2007',
        'Effect of the scenario on equity at end of period, Q3 2007',
      ])
      expect(await lines.first().locator('text').allTextContents()).toEqual(
        expect.arrayContaining(['(1,181,235)', '(1,201,235)', '779,445', '799,445', 'now']),
      )
      expect(await lines.nth(1).locator('.line-zero').count()).toBe(1)
      expect(await lines.first().getAttribute('aria-hidden')).toBe('true')

      // The result is taken as a table with tabs.
      await tool(desk).getByRole('button', { name: 'Copy' }).click()
      await page.getByLabel('From', { exact: true }).fill('')
      await keyboard.press('Control+V')
      const pasted = await page.getByLabel('From', { exact: true }).inputValue()
      expect(pasted).toContain('779,445\t(1,181,235)\t(16,297)\tblank\t10,000')

      // While the work goes on in the schedule, the table follows.
      await keyboard.press('Escape')
      await desk.enter('interest_income', 'q3_2007', '313,773')
      expect((await rows(desk))[0]).toBe('779,445 | (1,181,234) | (16,296) | blank | 10,001')
      await tool(desk).getByRole('button', { name: '799,445' }).click()
      await tool(desk).getByRole('button', { name: 'Use this value' }).click()
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await desk.number()).toBe(3)
    }),
  )

  it(
    'says at the field what a range lacks and keeps what was typed',
    atDesk(async (desk) => {
      await openAt(desk, 'provision_for_loan_losses')
      const panel = tool(desk)
      const refusal = async (): Promise<string> => {
        await panel.getByRole('button', { name: 'Compute' }).click()
        return panel.getByRole('alert').innerText()
      }
      await fill(panel, { From: '700,000' })
      expect(await refusal()).toContain('Enter an ending amount')
      await fill(panel, { To: '799.445,00', Step: '1' })
      await refusal()
      expect(await panel.getByLabel('To', { exact: true }).getAttribute('aria-invalid')).toBe('true')
      expect(await panel.getByLabel('To', { exact: true }).inputValue()).toBe('799.445,00')
      await fill(panel, { To: '900,000', Step: '0' })
      expect(await refusal()).toContain('step of nil')
      await fill(panel, { Step: '10%' })
      expect(await refusal()).toContain('10% is a percentage')
      await fill(panel, { Step: '10,000', 'Changing cell': 'income.provision@q3_2007' })
      expect(await refusal()).toContain('There is no line provision in income')
      // An adjustment of 2006 bears on no figure of the quarter in focus.
      await fill(panel, { 'Changing cell': 'reconciliation.miscellaneous@q3_2006' })
      expect(await refusal()).toContain('move')
      expect(await panel.getByLabel('From', { exact: true }).inputValue()).toBe('700,000')
    }),
  )

  it(
    'shades two inputs against one figure, ranks every input by what the same relative change of it does, in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      await openAt(desk, 'provision_for_loan_losses')
      const found: string[] = []
      const look = async (): Promise<void> => {
        const { violations } = await axe(page, ['.side-panel']).analyze()
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`)))
      }
      const panel = tool(desk)
      await fill(panel, { From: '700,000', To: '800,000', Step: '1,000' })
      await page.keyboard.press('Enter')
      await rows(desk)
      await look()
      await page.getByRole('tab', { name: 'Two inputs' }).click()
      await fill(page.getByRole('group', { name: 'Rows' }), { From: '789,445', To: '799,445', Step: '10,000' })
      await fill(page.getByRole('group', { name: 'Columns' }), {
        'Changing cell': 'reconciliation.actual_loan_losses@q3_2007',
        From: '(68,696)',
        To: '0',
        Step: '34,348',
      })
      await page.keyboard.press('Enter')
      expect(await rows(desk)).toEqual([
        '789,445 | (50,645) | (16,297) | 18,051',
        '799,445 | (50,645) | (16,297) | 18,051',
      ])
      const cells = panel.locator('tbody tr').first().locator('td')
      expect(await cells.evaluateAll((all) => all.map((one) => one.dataset['shade']))).toEqual([
        'below-4',
        '',
        'above-4',
      ])
      await look()

      await page.getByRole('tab', { name: 'Ranking' }).click()
      await page.getByLabel('Headline figure', { exact: true }).selectOption('net_earnings')
      await page.getByRole('button', { name: 'Rank' }).click()
      await panel.getByText('78,945').first().waitFor()
      const ranked = await rows(desk)
      expect(ranked[0]).toMatch(/^1 \| Provision for loan losses.*789,445 \| \(78,945\) ?change 78,945/)
      expect(ranked.length).toBeGreaterThan(5)
      await look()
      await page.getByLabel('Change of each input').fill('0%')
      await page.keyboard.press('Enter')
      expect(await page.getByRole('alert').innerText()).toContain('A change of nil has no effect')
      expect(found).toEqual([])
    }),
  )
})
