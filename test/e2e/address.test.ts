/**
 * Addresses: a place can be opened by its address on the very first start, and a shown place changes with the hash.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('an address', () => {
  it(
    'leads straight to its place, past the introduction',
    atDesk(
      async (desk) => {
        await desk.page.getByRole('dialog').waitFor()
        await desk.show('#/impac_2007_q3/income')
        expect(await desk.page.getByRole('dialog').count()).toBe(0)
        await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
        expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
        await desk.show('#/impac_2007_q3/income?scenario=as_filed')
        expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
        await desk.show('#/impac_2007_q3/reconciliation')
        expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      },
      { welcome: true },
    ),
  )

  it(
    'of a year to date shows the year to date in the headlines',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('net_earnings', 'm9_2007').click()
      expect(await desk.headline('net_earnings')).toBe('(1,465,450)')
      expect(await desk.headline('taxable_income')).toBe('(16,370)')
      expect(await desk.headline('taxable_income_per_share')).toBe('(0.22)')
    }),
  )
})
