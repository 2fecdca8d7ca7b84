/**
 * The figures come first: what stands above them is three lines of fixed height, the page itself never scrolls, and what stands beside
 * them gives way.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { act } from './draft_desk.ts'

const INCOME = '#/impac_2007_q3/income'
const RECONCILIATION = '#/impac_2007_q3/reconciliation'

/** Where the regions above the figures end, where the first figure begins and the last one ends, and what the grid still holds beyond. */
function seen({ page }: Desk) {
  return page.evaluate(() => {
    // The browser has nothing but this function.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const box = (part: Element): DOMRect => part.getBoundingClientRect()
    const heights = ['.top-bar', '.headline-strip', '.formula-bar'].map(
      (part) => box(document.querySelector(part)!).height,
    )
    const rows = [...document.querySelectorAll('[data-schedule] [row-id]')]
    const figures = rows.flatMap((row) => [...row.querySelectorAll('.figure')].filter(({ textContent }) => textContent))
    const viewport = document.querySelector('[data-schedule] .ag-grid-viewport')!
    return {
      heights,
      first: Math.min(...figures.map((one) => box(one).top)),
      last: Math.max(...figures.map((one) => box(one).bottom)),
      end: box(viewport).bottom,
      beyond: viewport.scrollWidth - viewport.clientWidth,
    }
  })
}

describeInBrowser('the screen', () => {
  it(
    'opens with the figures and no panel, and holds the whole income statement in compact rows in 1440 x 900',
    atDesk(
      async (desk) => {
        const { page } = desk
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.getByRole('dialog').waitFor()
        await page.keyboard.press('Escape')
        await desk.show(INCOME)
        expect(await page.locator('[data-region="side"]').count()).toBe(0)
        await act(desk, 'Compact or comfortable rows')
        await expect.poll(async () => (await seen(desk)).last).toBeLessThan(870)
        const { heights, first, last, end } = await seen(desk)
        expect(heights).toEqual([44, 72, 32])
        expect(first).toBeLessThan(230)
        expect(last).toBeLessThanOrEqual(end)
      },
      { welcome: true },
    ),
  )

  it(
    'gives columns the width that the heads over their groups need, so that the reconciliation begins as high, and takes it back',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1440, height: 900 })
      await desk.show(RECONCILIATION)
      await page.getByRole('button', { name: 'Side panel' }).click()
      await expect.poll(async () => (await seen(desk)).first).toBeLessThan(230)
      const derived = page.locator('.ag-header-cell[col-id="q1_2007"] .ag-header-cell-text')
      // The word behind the year is on its line, and on one of its own where the column is too narrow for both.
      const lines = () =>
        derived.evaluate((head) => Math.round(head.clientHeight / Number.parseFloat(getComputedStyle(head).lineHeight)))
      expect(await lines()).toBe(2)
      await page.setViewportSize({ width: 1200, height: 900 })
      await expect.poll(async () => (await seen(desk)).first).toBeGreaterThan(230)
      expect((await seen(desk)).beyond).toBe(0)
    }),
  )

  it(
    'folds the filings away and brings them back, as they were left at the next start',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(INCOME)
      const outline = page.getByRole('button', { name: 'Filings and schedules' })
      expect(await outline.getAttribute('aria-expanded')).toBe('true')
      await outline.click()
      await page.locator('.navigation').waitFor({ state: 'detached' })
      await page.reload()
      await page.locator('[data-schedule] [row-id]').first().waitFor()
      expect(await page.locator('.navigation').count()).toBe(0)
      await outline.click()
      await page.locator('.navigation').waitFor()
    }),
  )

  it(
    'has the side panel beside the figures from 1101 pixels on and over them in smaller windows',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1280, height: 720 })
      await desk.show(INCOME)
      await page.getByRole('tab', { name: 'Explain' }).waitFor()
      expect(await page.locator('.drawer').count()).toBe(0)
      await page.setViewportSize({ width: 1100, height: 720 })
      await page.locator('[data-region="side"]').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Side panel' }).click()
      await page.locator('.drawer [data-region="side"]').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.drawer').waitFor({ state: 'detached' })
    }),
  )

  it(
    'scrolls in one direction at 800 pixels, and the page itself in none',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 800, height: 700 })
      for (const address of [INCOME, RECONCILIATION]) {
        await desk.show(address)
        await expect.poll(async () => (await seen(desk)).beyond).toBeLessThanOrEqual(0)
      }
      const moved = await page.evaluate(() => {
        scrollTo(0, 400)
        document.documentElement.scrollTop = 400
        document.body.scrollTop = 400
        return [scrollY, document.documentElement.scrollTop, document.body.scrollTop]
      })
      expect(moved).toEqual([0, 0, 0])
    }),
  )
})
