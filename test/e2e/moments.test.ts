/**
 * Times in the change log: with their zone, so that two changes an hour apart across a clock change read differently, in a panel as
 * narrow as it gets, and in the exported file.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../db/samples/impac_2007_q3/filing.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const AT = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }

function edit(before: string, after: string): ChangeSet {
  return {
    id: randomUUID(),
    filing: IMPAC_2007_Q3.id,
    title: `Provision for loan losses: ${before} to ${after}`,
    place: null,
    changes: [{ kind: 'cell', scenario: null, ...AT, before, after }],
  }
}

function times(desk: Desk, list: string): Promise<string[]> {
  return desk.page.locator(`${list} time`).allInnerTexts()
}

describeInBrowser('times', () => {
  test(
    'of two changes an hour apart differ where the clocks went back',
    atDesk(
      async (desk) => {
        const { page } = desk
        await page.getByRole('tab', { name: 'Change log' }).click()
        await page.locator('.change-log li').nth(2).waitFor()
        expect((await times(desk, '.change-log')).slice(0, 2)).toEqual(['1:30:05 AM EST', '1:30:05 AM EDT'])
        expect(await page.locator('.change-log h3').first().innerText()).toBe('Sunday, November 1, 2026')

        const file = page.waitForEvent('download')
        await page.getByRole('button', { name: 'Export as CSV' }).click()
        const rows = (await readFile(await (await file).path(), 'utf8')).split('\r\n').slice(-3, -1)
        expect(rows.map((row) => row.split(',')[1])).toEqual(['2026-11-01T05:30:05.000Z', '2026-11-01T06:30:05.000Z'])

        await desk.show('#/impac_2007_q3/income')
        await desk.cell(AT.line, AT.column).click()
        await page.getByRole('tab', { name: 'Explain' }).click()
        await page.locator('.cell-history li').nth(1).waitFor()
        expect(await times(desk, '.cell-history')).toEqual([
          'Nov 1, 2026, 1:30:05 AM EST',
          'Nov 1, 2026, 1:30:05 AM EDT',
        ])
        expect(await page.locator('.cell-history .first-figure').innerText()).toBe('At first: 789,445')
      },
      {
        filings: [{ ...IMPAC_2007_Q3, status: 'draft' }],
        // The night in which New York puts its clocks back.
        done: [
          { at: '2026-11-01T05:30:05.000Z', changes: edit('789445', '790000') },
          { at: '2026-11-01T06:30:05.000Z', changes: edit('790000', '791000') },
        ],
        zone: 'America/New_York',
      },
    ),
  )
})
