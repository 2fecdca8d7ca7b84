/**
 * Sensitivity: tables over a range and over two, the ranking of inputs, and ranges that cannot be used.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

async function openAt(desk: Desk, line: string): Promise<void> {
  const { page } = desk
  await desk.show('#/impac_2007_q3/income')
  await desk.cell(line, 'q3_2007').click()
  await page.keyboard.press('Alt+Shift+S')
  await page.getByRole('dialog', { name: 'Sensitivity' }).waitFor()
}

async function fill(desk: Desk, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await desk.page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text)
  }
}

/** The rows of the table shown, cells joined by a bar. */
async function rows(desk: Desk): Promise<string[]> {
  const table = desk.page.getByRole('dialog').locator('table.figures')
  await table.waitFor()
  return table
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')))
}

describeInBrowser('sensitivity', () => {
  it(
    'tables one input against the headline figures by keyboard, and changes nothing',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await openAt(desk, 'provision_for_loan_losses')
      expect(await page.getByLabel('Changing cell').inputValue()).toBe('income.provision_for_loan_losses@q3_2007')
      for (const text of ['779,445', '799,445', '10,000']) {
        await keyboard.press('Tab')
        await keyboard.type(text)
      }
      await keyboard.press('Enter')
      expect(await rows(desk)).toEqual([
        '779,445 | (1,181,235) | (16,297) | blank | 10,000',
        '789,445 as it stands | (1,191,235) | (16,297) | blank | –',
        '799,445 | (1,201,235) | (16,297) | blank | (10,000)',
      ])
      await keyboard.press('Escape')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'says in place what a range lacks and keeps what was typed',
    atDesk(async (desk) => {
      const { page } = desk
      await openAt(desk, 'provision_for_loan_losses')
      const dialog = page.getByRole('dialog')
      const refusal = async (): Promise<string> => {
        await dialog.getByRole('button', { name: 'Compute' }).click()
        return dialog.getByRole('alert').innerText()
      }
      await fill(desk, { From: '700,000' })
      expect(await refusal()).toContain('Enter an ending amount')
      await fill(desk, { To: '799.445,00', Step: '1' })
      await refusal()
      expect(await dialog.getByLabel('To', { exact: true }).getAttribute('aria-invalid')).toBe('true')
      expect(await dialog.getByLabel('To', { exact: true }).inputValue()).toBe('799.445,00')
      await fill(desk, { To: '900,000', Step: '0' })
      expect(await refusal()).toContain('step of nil')
      await fill(desk, { Step: '10%' })
      expect(await refusal()).toContain('10% is a percentage')
      await fill(desk, { Step: '10,000', 'Changing cell': 'income.provision@q3_2007' })
      expect(await refusal()).toContain('There is no line provision in income')
      // An adjustment of 2006 bears on no figure of the quarter in focus.
      await fill(desk, { 'Changing cell': 'reconciliation.miscellaneous@q3_2006' })
      await refusal()
      expect(await dialog.getByLabel('From', { exact: true }).inputValue()).toBe('700,000')
      expect(await dialog.getByRole('alert').innerText()).toContain('move')
    }),
  )

  it(
    'tables two inputs against one figure, and ranks every input by what the same relative change of it does',
    atDesk(async (desk) => {
      const { page } = desk
      await openAt(desk, 'provision_for_loan_losses')
      await page.getByRole('tab', { name: 'Two inputs' }).click()
      await fill(desk, {
        'Rows: from': '789,445',
        'Rows: to': '799,445',
        'Rows: step': '10,000',
        'Columns: cell': 'reconciliation.actual_loan_losses@q3_2007',
        'Columns: from': '(34,348)',
        'Columns: to': '0',
        'Columns: step': '34,348',
      })
      await page.keyboard.press('Enter')
      expect(await rows(desk)).toEqual(['789,445 | (16,297) | 18,051', '799,445 | (16,297) | 18,051'])

      await page.getByRole('tab', { name: 'Ranking of inputs' }).click()
      await page.getByLabel('Headline figure', { exact: true }).selectOption('net_earnings')
      await page.getByRole('button', { name: 'Rank' }).click()
      await page.getByRole('dialog').getByText('78,945').first().waitFor()
      const ranked = await rows(desk)
      expect(ranked[0]).toMatch(/^1 \| Provision for loan losses.* \| 789,445 \| 78,945 \| \(78,945\)/)
      expect(ranked.length).toBeGreaterThan(5)
      await page.getByLabel('Change of each input').fill('0%')
      await page.keyboard.press('Enter')
      expect(await page.getByRole('alert').innerText()).toContain('A change of nil has no effect')
    }),
  )

  it(
    'has no accessibility violation in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      await openAt(desk, 'provision_for_loan_losses')
      const found: string[] = []
      const look = async (): Promise<void> => {
        const { violations } = await axe(page).analyze()
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`)))
      }
      await page.getByRole('button', { name: 'Compute' }).click()
      await look()
      await fill(desk, { From: '700,000', To: '800,000', Step: '1,000' })
      await page.keyboard.press('Enter')
      await rows(desk)
      await look()
      await page.getByRole('tab', { name: 'Ranking of inputs' }).click()
      await page.getByRole('button', { name: 'Rank' }).click()
      await rows(desk)
      await look()
      expect(found).toEqual([])
    }),
  )
})
