/**
 * Signing in: by the printed address, through the page on disk that the system browser is given, from another tab, and by a
 * fresh address where no tab is left. The key stands in no address and in no cookie.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { writeSignInFile } from '../../electron/browser/sign_in_file.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const PRINT = '/print/impac_2007_q3/reconciliation'

const ready = (page: Page): Promise<void> => page.locator('[data-status]').waitFor()

/** What the browser itself says of calls that were refused is meant here. */
function forgive(desk: Desk): void {
  desk.trespasses.splice(0, desk.trespasses.length, ...desk.trespasses.filter((one) => !one.includes('status of 401')))
}

describeInBrowser('signing in', () => {
  it(
    'leaves token and key in no address and no cookie; reload, a typed address and a print page go on',
    atDesk(async (desk) => {
      const { page } = desk
      const context = page.context()
      const origin = new URL(desk.printed).origin
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#|$)/)
      expect(await context.cookies()).toEqual([])
      await page.reload()
      await ready(page)
      const typed = await context.newPage()
      await typed.goto(`${origin}/#/impac_2007_q3/income`)
      await typed.locator('[data-schedule="income"] [row-id]').first().waitFor()
      const paper = await context.newPage()
      await paper.goto(`${origin}${PRINT}`)
      await paper.locator('html[data-print="ready"]').waitFor()
      // The printed address again, in this tab and in a further one.
      await page.goto(desk.printed)
      await ready(page)
      const again = await context.newPage()
      await again.goto(desk.printed)
      await ready(again)
      await again.close()
      // Another program of this machine fills the cookies of 127.0.0.1.
      const flood = Array.from({ length: 150 }, (_one, at) => ({
        name: `c${at}`,
        value: 'x'.repeat(4_000),
        url: origin,
      }))
      await context.addCookies(flood)
      await page.reload()
      await ready(page)
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '300000')
    }),
  )

  it(
    'works through the page on disk that the system browser is given',
    atDesk(async (desk) => {
      const browser = desk.page.context().browser()!
      await desk.page.goto('about:blank')
      await desk.end('SIGTERM')
      const address = await desk.startAgain()
      const file = await writeSignInFile(join(desk.folder, 'user'), address)
      expect(statSync(file.path).mode & 0o777).toBe(0o600)
      expect(readFileSync(file.path, 'utf8')).toContain(address)
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        await page.goto(`file://${file.path}`)
        await ready(page)
        expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#|$)/)
      } finally {
        await context.close()
      }
    }),
  )

  it(
    'where no tab is left says so on a page, and takes the fresh address that was printed',
    atDesk(async (desk) => {
      const { page } = desk
      const origin = new URL(desk.printed).origin
      const context = await page.context().browser()!.newContext()
      try {
        const alone = await context.newPage()
        await alone.goto(`${origin}/#/impac_2007_q3/income`)
        await alone.getByRole('heading', { name: 'Not signed in' }).waitFor()
        expect(await alone.locator('main').innerText()).toContain('has printed an address')
        expect(await alone.locator('main').getAttribute('data-failure')).toBe('signed_out')
        const paper = await context.newPage()
        await paper.goto(`${origin}${PRINT}`)
        await paper.locator('html[data-print="failed"]').waitFor()
        expect(await paper.locator('body').innerText()).toContain('not signed in')
        const printed = [...desk.output().matchAll(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/g)].map(
          ([address]) => address,
        )
        expect(printed).toHaveLength(2)
        await paper.goto(`${printed[1]}#/impac_2007_q3/income`)
        await paper.locator('[data-schedule="income"] [row-id]').first().waitFor()
        await alone.getByRole('button', { name: 'Try again' }).click()
        await alone.locator('[data-schedule="income"] [row-id]').first().waitFor()
      } finally {
        await context.close()
      }
      forgive(desk)
    }),
  )
})
