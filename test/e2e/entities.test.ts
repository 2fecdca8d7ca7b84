/**
 * Columns by entity at the desk and on paper: a period is split, subsidiaries and eliminations flow into the consolidated column and the
 * headlines, a line of one entity reads its column, what does not cross-foot is told, undo puts all back, and the schedule prints under its heads.
 */
import { expect, inject, it } from 'vitest'
import { IMPAC_2007_Q3 } from '../../db/samples/impac_2007_q3/filing.ts'
import { byEntity } from '../shared/structure/by_entity.ts'
import { axe } from './axe.ts'
import { describeInBrowser } from './desk.ts'
import { DRAFT } from './draft.ts'
import { act, atDraft, columns, reverse, said } from './draft_desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const ACT = 'Columns by entity'

describeInBrowser('columns by entity', () => {
  it(
    'are made in one act; what a subsidiary adds moves the consolidated figure and the headlines',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await act(desk, ACT)
      const dialog = page.getByRole('dialog', { name: ACT })
      await dialog.waitFor()
      expect(await dialog.getByLabel('Entities, one to a line').inputValue()).toBe(
        'REIT\nTaxable REIT subsidiaries\nEliminations',
      )
      await dialog.getByLabel('Entities, one to a line').fill('REIT\nreit')
      expect(await dialog.innerText()).toContain('reit is entered twice. Enter each entity once.')
      await dialog.getByLabel('Entities, one to a line').fill('REIT\nTaxable REIT subsidiaries\nEliminations')
      await dialog.getByRole('checkbox', { name: /June 30, 2007/ }).uncheck()
      expect((await axe(page).analyze()).violations).toEqual([])
      await dialog.getByRole('button', { name: 'Split' }).click()
      await desk.saved()
      expect(await said(desk)).toContain('Split 1 period of Comparative earnings by entity')
      expect((await columns(desk)).slice(0, 5)).toEqual([
        'q3_2007_reit',
        'q3_2007_trs',
        'q3_2007_eliminations',
        'q3_2007',
        'q2_2007',
      ])
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007_reit')).toBe('789,445')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')

      await desk.enter('provision_for_loan_losses', 'q3_2007_trs', '10000')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await desk.figure('net_earnings', 'q3_2007_trs')).toBe('$ (10,000)')
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,201,235)')
      // The strip stays with the period when one of its entities is in focus.
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')

      await desk.enter('provision_for_loan_losses', 'q3_2007', '799450')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await expect
        .poll(() => page.locator('aside, [role="complementary"]').last().innerText())
        .toContain('differs from the sum of its entities')

      for (let count = 0; count < 3; count++) await reverse(desk, 'Control+z')
      expect((await columns(desk)).slice(0, 2)).toEqual(['q3_2007', 'q2_2007'])
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
    }),
  )

  it(
    'a line of one entity takes its figure from the column of that entity',
    atDraft(async (desk) => {
      const { page } = desk
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await act(desk, ACT)
      await page.getByRole('dialog', { name: ACT }).getByRole('button', { name: 'Split' }).click()
      await desk.saved()
      await desk.enter('provision_for_loan_losses', 'q3_2007_trs', '10000')
      await desk.enter('provision_for_loan_losses', 'q2_2007_trs', '7000')
      await desk.show(`#/${DRAFT}/reconciliation`)
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('842,453')
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      await act(desk, 'Line details')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Reads the columns of').selectOption({ label: 'Taxable REIT subsidiaries' })
      await dialog.getByRole('button', { name: 'Change' }).click()
      await desk.saved()
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('10,000')
      expect(await desk.figure('loan_loss_provisions', 'q2_2007')).toBe('7,000')
      await reverse(desk, 'Control+z')
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('842,453')
    }),
  )

  it('print under the head of their period', async () => {
    const filing = byEntity(IMPAC_2007_Q3, { schedules: ['income'], periods: ['q3_2007'] })
    const host = await startPrintHost(inject('chromium'), [{ filing, scenarios: [], comments: [] }])
    try {
      const { state, page, trespasses } = await host.open(`/print/${filing.id}/income?mode=workpaper`)
      expect([state, trespasses]).toEqual(['ready', []])
      const { pages } = await toPaper(page)
      const text = pages[0]!.replaceAll(/\s+/g, ' ')
      expect(text).toContain('Three Months Ended September 30, 2007')
      expect(text).toMatch(/Provision for loan losses 789,445 789,445 161,163/)
    } finally {
      await host.close()
    }
  })
})
