/**
 * Addresses: a place can be opened by its address on the very first start, and a shown place changes with the hash.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** What the browser itself says of the refused address is meant here. */
function forgive(desk: Desk): void {
  desk.trespasses.splice(0, desk.trespasses.length, ...desk.trespasses.filter((one) => !one.includes('status of 403')))
}

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

  it(
    'that was used before says so on a page, in both themes',
    atDesk(async (desk) => {
      for (const theme of ['light', 'dark'] as const) {
        // Another browser, as that of the next day: none of its tabs is signed in.
        const other = await desk.page.context().browser()!.newContext({ colorScheme: theme })
        const page = await other.newPage()
        const violations: string[] = []
        page.on('console', (message) => {
          if (message.text().includes('Content Security Policy')) violations.push(message.text())
        })
        try {
          const answer = await page.goto(desk.printed)
          expect(answer!.status()).toBe(200)
          expect(await page.title()).toBe('This address was used before · Tieout')
          expect(await page.locator('h1').innerText()).toBe('This address was used before')
          expect(await page.locator('p').first().innerText()).toContain('It signs one browser in, once.')
          const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
          expect(paper).toBe(theme === 'light' ? 'rgb(243, 240, 233)' : 'rgb(20, 21, 23)')
          const { violations: found } = await axe(page).analyze()
          expect(found.map(({ id }) => id)).toEqual([])
          expect(violations).toEqual([])
        } finally {
          await other.close()
        }
      }
      // The browser that used it goes on, in the same tab and in another.
      const tab = await desk.page.context().newPage()
      for (const one of [tab, desk.page]) {
        await one.goto(desk.printed)
        await one.locator('[data-status]').waitFor()
      }
      forgive(desk)
    }),
  )
})
