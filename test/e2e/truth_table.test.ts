/**
 * Every row of the truth table, typed at the keyboard and read from the headline strip. One desk serves all rows: what a row typed is
 * undone after it.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Decimal } from '../../shared/money/decimal.ts'
import { formatAmount } from '../../shared/money/format.ts'
import { golden, SAID } from '../db/samples/golden.ts'
import { Desk, describeInBrowser } from './desk.ts'

const ROWS = golden('propagation')

function amount(text: string, format: 'amount' | 'per_share' = 'amount'): string {
  return formatAmount(new Decimal(text), { format })
}

async function type(desk: Desk, row: Record<string, string>): Promise<void> {
  await desk.show(`#/impac_2007_q3/${row['schedule']}`)
  if (row['flow']) await desk.chooseFlow(row['flow'] as 'books_and_tax')
  await desk.enter(row['line']!, row['column']!, row['to']!)
  // Enter steps down; the headlines stay with the period, whatever line is in focus.
  expect(await desk.page.locator('.headline-strip').getAttribute('data-column')).toBe(row['column'])
}

async function read(desk: Desk): Promise<Record<string, string>> {
  return {
    net_earnings: await desk.headline('net_earnings'),
    effect_on_equity: await desk.headline('effect_on_equity'),
    taxable_income: await desk.headline('taxable_income'),
    taxable_income_per_share: await desk.headline('taxable_income_per_share'),
    minimum_distribution_ytd: await desk.headline('minimum_distribution'),
  }
}

function expected(row: Record<string, string>): Record<string, string> {
  return {
    net_earnings: amount(row['net_earnings']!),
    effect_on_equity: amount(row['effect_on_equity']!),
    taxable_income: amount(row['taxable_income']!),
    taxable_income_per_share: amount(row['taxable_income_per_share']!, 'per_share'),
    minimum_distribution_ytd: amount(row['minimum_distribution_ytd']!),
  }
}

/** True while a scenario is shown, which the first edit of a row starts and its undo takes away. */
async function isChanged({ page }: Desk): Promise<boolean> {
  return (await page.locator('.scenario-switch').getAttribute('data-scenario')) !== 'as_filed'
}

describeInBrowser('the truth table', () => {
  it('is there in full', () => {
    expect(ROWS.length).toBe(19)
  })

  let desk: Desk

  beforeAll(async () => {
    desk = await Desk.open()
  })

  afterEach(async () => {
    for (let number = await desk.number(); await isChanged(desk); number += 1) {
      await desk.page.keyboard.press('Control+z')
      await desk.page.locator(`[data-seq="${number + 1}"]`).waitFor()
    }
    await desk.saved()
    await desk.chooseFlow('books_and_tax')
  })

  afterAll(() => desk.close())

  for (const [at, row] of ROWS.entries()) {
    it(row['edit']!, async () => {
      await desk.show('#/impac_2007_q3/income')
      // A second step stands on the first.
      if (row['edit']!.includes('on top of the first')) await type(desk, ROWS[at - 1]!)
      if (row['line']) await type(desk, row)
      expect(await read(desk)).toEqual(expected(row))
      expect(await desk.why()).toContain(SAID[row['edit']!]!)
      await desk.show('#/impac_2007_q3/reconciliation')
      const ytd = await desk.figure('taxable_income', 'm9_2007')
      expect(ytd).toBe(`$ ${amount(row['taxable_income_ytd']!)}`)
    })
  }
})
