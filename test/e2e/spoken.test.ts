/**
 * What screen readers hear: negatives as negatives wherever a figure stands, what is computed as read-only, names of grids and
 * separators. What is seen stays as it is formatted.
 */
import { axe } from './axe.ts'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const INCOME = '#/impac_2007_q3/income'
const SHEET = '#/impac_2007_q3/reconciliation'

/** What is heard of a part of the page, without the marks of the notation. */
async function heard(part: Locator): Promise<string> {
  return (await part.ariaSnapshot()).replaceAll(/\s+/g, ' ')
}

function named(desk: Desk, name: string): Locator {
  return desk.page.getByRole('gridcell', { name, exact: true })
}

async function isNamed(desk: Desk, line: string, column: string, name: string): Promise<void> {
  expect(await named(desk, name).and(desk.cell(line, column)).count(), `${line}@${column}: ${name}`).toBe(1)
}

/** Figures in parentheses that are heard as they stand anywhere on the page: none may be. */
async function misread(desk: Desk): Promise<string[]> {
  const all = await desk.page.locator('body').ariaSnapshot()
  // Marks of notes are in parentheses too; they have fewer digits.
  return all.split('\n').filter((line) => /(?<![\w)])\((?:[\d,]{3,}|\d+\.\d+)\)/.test(line))
}

describeInBrowser('figures are heard', () => {
  it(
    'as negatives in the cells, and what is shown stays',
    atDesk(async (desk) => {
      await desk.show(INCOME)
      await isNamed(desk, 'net_earnings', 'q3_2007', 'minus $1,191,235')
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
      expect(await desk.cell('net_earnings', 'q3_2007').evaluate((cell) => cell.textContent)).toBe('$ (1,191,235)')
      // A figure that reads right as it stands has no other name.
      expect(await desk.cell('provision_for_loan_losses', 'q3_2007').getAttribute('aria-label')).toBeNull()
      const percents = desk.page.locator('[data-schedule] [col-id="percent"].figure-cell')
      const texts = await percents.allTextContents()
      const negative = texts.findIndex((text) => text.startsWith('('))
      const digits = texts[negative]!.replaceAll(/[()%]/g, '')
      expect(await percents.nth(negative).getAttribute('aria-label')).toBe(`minus ${digits} percent`)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '0')
      await isNamed(desk, 'provision_for_loan_losses', 'q3_2007', 'nil')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '-777747')
      await isNamed(desk, 'provision_for_loan_losses', 'q3_2007', 'minus 777,747')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('(777,747)')
      // What is said beside the figure too, and nothing is left of a name that no longer holds.
      await desk.enter('provision_for_loan_losses', 'q3_2007', '5')
      expect(await desk.cell('provision_for_loan_losses', 'q3_2007').getAttribute('aria-label')).toBeNull()
      expect(await desk.cell('net_earnings', 'q3_2007').getAttribute('aria-description')).toBe(
        'As filed: minus 1,191,235',
      )
      expect(await desk.cell('net_earnings', 'q3_2007').locator('.figure').getAttribute('title')).toBe(
        'As filed: (1,191,235)',
      )
    }),
  )

  it(
    'as negatives in the headlines and their reasons, while they are previewed too',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      const headline = page.locator('.headline', { has: page.locator('[data-headline="net_earnings"]') })
      expect(await heard(page.locator('[data-headline="net_earnings"]'))).toContain('minus 1,191,235')
      expect(await page.locator('[data-headline="net_earnings"]').evaluate((one) => one.textContent)).toBe(
        '(1,191,235)',
      )
      await desk.type('loan_loss_provisions', 'q3_2007', '842453')
      expect(await heard(headline)).toContain('minus 1,201,235')
      expect(await heard(headline)).toContain('minus 10,000')
      expect(await headline.innerText()).toContain('(10,000)')
      expect(await misread(desk)).toEqual([])
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await misread(desk)).toEqual([])
      for (const tab of ['Change log', 'Tie-outs', 'Notes', 'Explain']) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await misread(desk), tab).toEqual([])
      }
    }),
  )

  it(
    'as negatives in the status bar, messages, dialogs and the comparison',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(INCOME)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.cell('net_earnings', 'q3_2007').click()
      await page.keyboard.press('Shift+ArrowRight')
      const sum = page.locator('.selection-summary')
      await sum.getByText('Sum').waitFor()
      expect(await sum.innerText()).toMatch(/\(1,\d{3},\d{3}\)/)
      expect(await heard(sum)).toMatch(/Sum.*minus 1,\d{3},\d{3}/)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+Shift+G')
      await page.getByRole('dialog', { name: 'Goal seek' }).waitFor()
      await page.getByLabel('Set cell').fill('income.net_earnings@q3_2007')
      await page.getByLabel('To value').fill('-1200000')
      await page.getByLabel('By changing').fill('income.interest_income@q3_2007')
      await page.keyboard.press('Tab')
      const effect = page.locator('[data-effect="net_earnings"]')
      if ((await effect.count()) === 0) await page.keyboard.press('Enter')
      await effect.waitFor()
      expect(await heard(effect)).toContain('minus 1,200,000')
      expect(await effect.innerText()).toContain('(1,200,000)')
      expect(await misread(desk)).toEqual([])
      await page.keyboard.press('Escape')
      await desk.show('#/impac_2007_q3/compare')
      const compared = page.locator('[data-schedule="compare"] .figure-cell, [data-schedule="compare"] .ag-cell')
      await compared.first().waitFor()
      const loss = named(desk, 'minus $1,201,235').or(named(desk, 'minus 1,201,235'))
      await expect.poll(() => loss.count()).toBeGreaterThan(0)
      expect(await misread(desk)).toEqual([])
    }),
  )
})

describeInBrowser('a screen reader learns', () => {
  it(
    'what a grid is of, which cells are computed, and what a separator parts',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(INCOME)
      const grid = page.locator('[data-schedule] :is([role="grid"], [role="treegrid"])')
      expect(await grid.count()).toBe(1)
      const title = await page.locator('.top-bar h2').innerText()
      const name = await grid.getAttribute('aria-label')
      expect(name).toContain(title)
      expect(name).toContain('As filed')
      const readOnly = (line: string, column: string): Promise<string | null> =>
        desk.cell(line, column).getAttribute('aria-readonly')
      expect(await readOnly('provision_for_loan_losses', 'q3_2007')).toBeNull()
      expect(await readOnly('interest_income', 'variance')).toBe('true')
      expect(await readOnly('net_earnings', 'q3_2007')).toBe('true')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await expect.poll(() => grid.getAttribute('aria-label')).toContain('Scenario 1')
      // A total that was overridden is still one that is computed.
      await desk.enter('net_earnings', 'q3_2007', '5')
      expect(await readOnly('net_earnings', 'q3_2007')).toBe('true')
      await desk.show(SHEET)
      // What mirrors the books is typed at, whatever serves it.
      expect(await readOnly('loan_loss_provisions', 'q3_2007')).toBeNull()
      expect(await readOnly('taxable_income', 'q3_2007')).toBe('true')
      await desk.show('#/impac_2007_q3/compare')
      await page.locator('[data-schedule="compare"] [row-id]').first().waitFor()
      await expect.poll(() => grid.getAttribute('aria-label')).toContain('Scenario 1')
      expect(await grid.getAttribute('aria-readonly')).toBe('true')
      const separators = page.getByRole('separator')
      expect(await separators.count()).toBeGreaterThan(1)
      expect(await page.getByRole('separator', { name: /./ }).count()).toBe(await separators.count())
    }),
  )

  it(
    'nothing that axe objects to, where figures are negative and typing begins in both themes',
    atDesk(async (desk) => {
      await desk.show(SHEET)
      await desk.enter('loan_loss_provisions', 'q3_2007', '842453')
      await desk.page.keyboard.insertText('１')
      await desk.page.locator('.cell-editor input').waitFor()
      const { violations } = await axe(desk.page).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }),
  )
})
