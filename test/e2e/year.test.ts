/**
 * A year of one company as a controller keeps it: the first quarter filed, rolled and filed again as the second, found wrong and restated,
 * the second revised, then the third quarter and the year. Every figure is worked out by hand.
 *
 * Earnings: 500, corrected to 490; 530; 620; 650. Provisions added back: 100, 120, 80, 100. Losses deducted: 10, 20, 30, and 100 for the
 * year, so 40 in the fourth quarter. Taxable income: 590, corrected to 580; 630; 670; 710. Equity opens at 5,000.
 */
import { expect, it } from 'vitest'
import { newFiling } from '../../shared/templates/templates.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { act } from './draft_desk.ts'
import { toPaper } from './print_host.ts'

const FIRST = newFiling({
  id: 'acme_2026_q1',
  details: {
    title: 'First quarter 2026 results',
    registrant: 'Acme Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd: '2026-03-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  },
  covers: 'quarter',
  against: 'before',
  schedules: ['income_comparison', 'reconciliation', 'equity'],
})

const TITLES = ['First', 'Second', 'Third', 'Fourth'].map((one) => `${one} quarter 2026 results`)

async function menu(desk: Desk, quarter: number, item: string): Promise<void> {
  await desk.page.getByRole('button', { name: `What to do with ${TITLES[quarter - 1]}` }).click()
  await desk.page.getByRole('menuitem', { name: item, exact: true }).click()
}

const at = (quarter: number, schedule: string): string => `#/acme_2026_q${quarter}/${schedule}`

/** Enters a quarter's earnings and the losses deducted. */
async function quarter(
  desk: Desk,
  number: number,
  [interest, expense, provision]: [string, string, string],
  losses?: string,
): Promise<void> {
  const column = `q${number}_2026`
  await desk.show(at(number, 'income'))
  await desk.enter('interest_income', column, interest)
  await desk.enter('interest_expense', column, expense)
  await desk.enter('provision_for_loan_losses', column, provision)
  await desk.enter('diluted_shares', column, '10')
  await desk.show(at(number, 'reconciliation'))
  if (losses !== undefined) await desk.enter('actual_loan_losses', column, losses)
}

async function file(desk: Desk, number: number): Promise<void> {
  await menu(desk, number, 'File and lock…')
  await desk.page.getByRole('dialog').getByRole('button', { name: 'File and lock' }).click()
  await desk.saved()
}

async function roll(desk: Desk, number: number): Promise<void> {
  await menu(desk, number, 'Roll forward…')
  await desk.page.getByRole('button', { name: 'Make the draft' }).click()
  await desk.page
    .locator(`[data-schedule="income"] [col-id="q${number + 1}_2026"]`)
    .first()
    .waitFor()
  await desk.saved()
}

async function reopen(desk: Desk, number: number, as: string): Promise<void> {
  await menu(desk, number, 'Reopen with a reason…')
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByLabel('What is corrected').selectOption(as)
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Interest was counted twice')
  await desk.page.keyboard.press('Enter')
  await desk.saved()
}

describeInBrowser('a year of one company', () => {
  it(
    'is filed, corrected, carried on and closed, every total worked out by hand',
    atDesk(
      async (desk) => {
        const { page } = desk
        await quarter(desk, 1, ['1000', '400', '100'], '(10)')
        expect(await desk.figure('taxable_income', 'q1_2026')).toBe('$ 590')
        await desk.show(at(1, 'equity'))
        await desk.enter('opening', 'q1_2026', '5000')
        expect(await desk.figure('closing', 'q1_2026')).toBe('$ 5,500')
        await file(desk, 1)

        await roll(desk, 1)
        await quarter(desk, 2, ['1100', '450', '120'], '(20)')
        expect([
          await desk.figure('taxable_income', 'q2_2026'),
          await desk.figure('taxable_income', 'm6_2026'),
        ]).toEqual(['$ 630', '$ 1,220'])
        await desk.show(at(2, 'equity'))
        expect(await desk.figure('closing', 'q2_2026')).toBe('$ 6,030')
        expect(await desk.headline('open_tie_outs')).toBe('0')
        await file(desk, 2)

        // The first quarter was wrong: restated, filed again. The second shows it, and its figures stay.
        await desk.show(at(1, 'income'))
        await reopen(desk, 1, 'error_restated')
        await desk.enter('interest_income', 'q1_2026', '990')
        await file(desk, 1)
        await desk.show(at(2, 'income'))
        await expect.poll(() => desk.headline('open_tie_outs')).toBe('1')
        expect(await desk.figure('interest_income', 'q1_2026')).toBe('$ 1,000')
        await reopen(desk, 2, 'error_revised')
        await act(desk, 'Take corrected figures')
        await desk.saved()
        expect(await desk.figure('interest_income', 'q1_2026')).toBe('$ 990')
        await expect.poll(() => desk.headline('open_tie_outs')).toBe('0')
        await desk.show(at(2, 'reconciliation'))
        expect([await desk.figure('net_earnings', 'm6_2026'), await desk.figure('taxable_income', 'm6_2026')]).toEqual([
          '$ 1,020',
          '$ 1,210',
        ])
        await file(desk, 2)

        // As previously reported, adjustment, as revised: on paper.
        await act(desk, 'Compare documents')
        const dialog = page.getByRole('dialog', { name: 'Compare documents' })
        await dialog.locator('.documents-table').waitFor()
        await dialog.getByLabel('Period').selectOption('m6_2026')
        await dialog.getByRole('button', { name: 'Print…' }).click()
        const source = await page.locator('iframe[title="Print preview"]').getAttribute('src')
        const here = page.url()
        await page.goto(new URL(source!, here).href)
        await page.locator('[data-print="ready"]').waitFor()
        const text = (await toPaper(page)).pages.join(' ').replaceAll(/\s+/g, ' ')
        expect(text).toMatch(/As previously reported Adjustment As revised/)
        expect(text).toMatch(/Net earnings \(loss\) \$ 1,030 \$ \(10\) \$ 1,020/)
        expect(text).toMatch(/available to common stockholders \$ 1,220 \$ \(10\) \$ 1,210/)
        await page.goto(here)
        await page.locator('[data-status]').waitFor()

        await roll(desk, 2)
        await quarter(desk, 3, ['1200', '500', '80'], '(30)')
        expect([await desk.figure('net_earnings', 'm9_2026'), await desk.figure('taxable_income', 'm9_2026')]).toEqual([
          '$ 1,640',
          '$ 1,880',
        ])
        await desk.show(at(3, 'equity'))
        expect(await desk.figure('closing', 'q3_2026')).toBe('$ 6,640')
        await file(desk, 3)

        // The year: losses are typed for the whole of it, and the fourth quarter is what is left of the nine months as last revised.
        await roll(desk, 3)
        await quarter(desk, 4, ['1300', '550', '100'])
        await desk.enter('actual_loan_losses', 'fy_2026', '(100)')
        expect(await desk.figure('actual_loan_losses', 'q4_2026')).toBe('(40)')
        expect(await desk.figure('taxable_income', 'q4_2026')).toBe('$ 710')
        expect([await desk.figure('net_earnings', 'fy_2026'), await desk.figure('taxable_income', 'fy_2026')]).toEqual([
          '$ 2,290',
          '$ 2,590',
        ])
        await desk.show(at(4, 'equity'))
        expect(await desk.figure('closing', 'q4_2026')).toBe('$ 7,290')
        await expect.poll(() => desk.headline('open_tie_outs')).toBe('0')
        expect(await page.locator('[data-filing] small').allInnerTexts()).toEqual([
          '10-Q · As filed, locked · March 31, 2026',
          '10-Q · As filed, locked · June 30, 2026',
          '10-Q · As filed, locked · September 30, 2026',
          '10-K · Draft · December 31, 2026',
        ])
      },
      { filings: [FIRST], at: '#/acme_2026_q1/income' },
    ),
  )
})
