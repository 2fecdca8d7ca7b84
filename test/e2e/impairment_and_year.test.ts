/**
 * At the screen: an impairment edit holds equity and is told; what is completed beside it still moves; the minimum distribution of a
 * filing without a year to date; the form of a rolled report; headlines of a column that is no period any more.
 */
import { expect, it } from 'vitest'
import type { CellInput, Filing } from '../../shared/model/filing.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import { atDesk, describeInBrowser } from './desk.ts'

const DETAILS = {
  title: 'First quarter 2026 report',
  registrant: 'Harbor Mortgage Trust',
  form: 'Form 10-Q',
  periodEnd: '2026-03-31',
  documentDate: '',
  unit: 'thousands of dollars',
  unaudited: true,
}

/** A report of one quarter, with a reconciliation that has no year to date. */
function report(periodEnd: string, incomes: Record<string, string>): Filing {
  const made = newFiling({
    id: 'harbor',
    details: { ...DETAILS, periodEnd },
    covers: 'quarter',
    against: 'before',
    schedules: ['reconciliation'],
  })
  const cells = Object.entries(incomes).map(([column, input]): CellInput => ({
    schedule: 'reconciliation',
    line: 'net_earnings',
    column,
    input,
  }))
  return { ...made, schedules: made.schedules.map((one) => ({ ...one, cells })) }
}

describeInBrowser('an impairment', () => {
  it(
    'not recorded holds equity, on the sheet and in words; what is completed later is moved too',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/equity')
      await desk.type('oci_reclassification', 'q3_2007', '800')
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Source of the figure').fill('Form 10-Q, page 12')
      await dialog.getByRole('button', { name: 'Complete as filed' }).click()
      await desk.saved()
      expect(await desk.figure('oci_reclassification', 'q3_2007')).toBe('800')
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('otti_loss', 'q3_2007', '0')
      expect(await desk.headline('net_earnings')).toBe('(1,164,526)')
      expect(await desk.headline('effect_on_equity')).toBe('–')
      expect(await desk.why()).toContain(
        'Other comprehensive income and the add-back fall by the same amount, so equity',
      )
      await desk.show('#/impac_2007_q3/equity')
      expect(await desk.figure('oci_reclassification', 'q3_2007')).toBe('(25,909)')
      expect(await desk.figure('oci_reclassification', 'q2_2007')).toBe('')
    }),
  )
})

describeInBrowser('a quarterly report', () => {
  it(
    'rolled forward counts both quarters for the minimum distribution',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show('#/harbor/reconciliation')
        expect(await desk.headline('minimum_distribution')).toBe('900')
        await page.locator('[data-filing="harbor"]').click({ button: 'right' })
        await page.getByRole('menuitem', { name: 'Roll forward…' }).click()
        await page.getByRole('button', { name: 'Make the draft' }).click()
        await page.locator('[data-schedule] [col-id="q2_2026"]').first().waitFor()
        await desk.saved()
        await desk.cell('net_earnings', 'q2_2026').click()
        // The six months are there already, of one quarter alone, and say so.
        expect(await desk.headline('minimum_distribution')).toBe('900')
        const distribution = page.locator('.headline-distribution')
        expect(await distribution.innerText()).toContain(
          'without the quarter ended June 30, 2026, whose taxable income is blank',
        )
        await desk.enter('net_earnings', 'q2_2026', '2000')
        expect(await desk.headline('minimum_distribution')).toBe('2,700')
        expect(await distribution.count()).toBe(0)
      },
      { filings: [report('2026-03-31', { q1_2026: '1000' })] },
    ),
  )

  it(
    'rolled to the year end is proposed as an annual one, until someone says otherwise',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show('#/harbor/reconciliation')
        await page.locator('[data-filing="harbor"]').click({ button: 'right' })
        await page.getByRole('menuitem', { name: 'Roll forward…' }).click()
        const dialog = page.getByRole('dialog')
        const form = dialog.getByRole('textbox', { name: 'Form' })
        const unaudited = dialog.getByRole('checkbox', { name: 'Unaudited' })
        expect([await form.inputValue(), await unaudited.isChecked()]).toEqual(['Form 10-K', false])
        expect(await dialog.locator('.roll-remarks').innerText()).toContain('Form 10-K is proposed')
        await dialog.getByText('A year later').click()
        expect([await form.inputValue(), await unaudited.isChecked()]).toEqual(['Form 10-Q', true])
        await dialog.getByRole('textbox', { name: 'Period end' }).fill('2026-12-31')
        expect([await form.inputValue(), await unaudited.isChecked()]).toEqual(['Form 10-K', false])
        await form.fill('Press release')
        await unaudited.check()
        await dialog.getByText('A year later').click()
        await dialog.getByText('A quarter later').click()
        expect([await form.inputValue(), await unaudited.isChecked()]).toEqual(['Press release', true])
      },
      { filings: [report('2026-09-30', {})] },
    ),
  )

  it(
    'whose period becomes a component has headlines of another period, by its name',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show('#/harbor/reconciliation')
        await desk.cell('net_earnings', 'q4_2025').click()
        const period = page.locator('.headline:not(.unchosen) .headline-of').first()
        expect(await period.innerText()).toBe(', Q4 2025')
        await page.keyboard.press('Alt+Shift+Enter')
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('Ends on').fill('2026-06-30')
        expect(await dialog.getByLabel('Head', { exact: true }).inputValue()).toBe('June 30, 2026')
        expect(await dialog.innerText()).toContain('The id still names the period that ended December 31, 2025')
        await dialog.getByLabel('Ends on').fill('2025-12-31')
        expect(await dialog.getByLabel('Head', { exact: true }).inputValue()).toBe('December 31, 2025')
        await dialog.getByLabel('Is', { exact: true }).selectOption('component')
        expect(await dialog.getByLabel('Under the head').inputValue()).toBe('')
        await dialog.getByLabel('Id', { exact: true }).fill('loans')
        await dialog.getByLabel('Head', { exact: true }).fill('Loans')
        await page.keyboard.press('Enter')
        await dialog.waitFor({ state: 'detached' })
        await desk.saved()
        await expect.poll(() => period.innerText()).toBe(', Q1 2026')
        expect(await desk.headline('minimum_distribution')).toBe('900')
      },
      { filings: [report('2026-03-31', { q1_2026: '1000', q4_2025: '500' })] },
    ),
  )
})
