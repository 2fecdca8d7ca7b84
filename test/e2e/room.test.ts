/**
 * Pages that the browser enlarges, which leaves the window few pixels: the figures stand in sight, what is around them gives way
 * and comes back by keyboard and mouse, and no figure of the headlines is lost to what reads the page.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const SHEETS = [
  '#/impac_2007_q3/income',
  '#/impac_2007_q3/reconciliation',
  '#/impac_2007_q3/equity',
  '#/impac_2009/trusts',
  '#/impac_2009/equity',
] as const
const SHEET = SHEETS[1]
/** A window of 1366 x 768 at 200 and 400 percent. */
const TWICE = { width: 683, height: 384 }
const FOUR_TIMES = { width: 341, height: 192 }

type Sight = { lines: string[]; columns: string[]; cut: string[]; wide: number; high: number }

/** The lines and columns that stand whole in sight within the grid, and figures among them that are cut or replaced. */
function sight({ page }: Desk): Promise<Sight> {
  return page.evaluate(() => {
    const grid = document.querySelector('[data-schedule]')!
    const port = grid.querySelector('.ag-grid-viewport')!.getBoundingClientRect()
    const labelHead = grid.querySelector('.ag-header-cell[col-id="_label"]')!.getBoundingClientRect()
    const isIn = (box: DOMRect): boolean =>
      box.top >= Math.max(port.top, labelHead.bottom) - 1 &&
      box.bottom <= Math.min(port.bottom, innerHeight) + 1 &&
      box.right <= Math.min(port.right, innerWidth) + 1
    const lines = new Set<string>()
    const columns = new Set<string>()
    const cut: string[] = []
    for (const row of grid.querySelectorAll('[row-id]')) {
      const label = row.querySelector('[col-id="_label"]')?.getBoundingClientRect()
      if (!label || !isIn(label) || label.width < 1) continue
      lines.add(row.getAttribute('row-id')!)
      for (const cell of row.querySelectorAll('.figure-cell')) {
        const box = cell.getBoundingClientRect()
        if (!isIn(box) || box.left < label.right - 1) continue
        columns.add(cell.getAttribute('col-id')!)
        const text = cell.textContent
        if (cell.scrollWidth > cell.clientWidth + 2 || text.includes('#')) cut.push(text)
      }
    }
    const { scrollWidth, scrollHeight } = document.documentElement
    return {
      lines: [...lines],
      columns: [...columns],
      cut,
      wide: scrollWidth - innerWidth,
      high: scrollHeight - innerHeight,
    }
  })
}

function headlines({ page }: Desk): Promise<string[]> {
  return page.locator('[data-headline]').evaluateAll((all) => all.map(({ textContent }) => textContent))
}

describeInBrowser('a page at 200 and at 400 percent', () => {
  for (const address of SHEETS) {
    it(
      `shows eight lines or all of ${address}, and at the least a whole column of figures with its labels`,
      atDesk(async (desk) => {
        const { page } = desk
        await desk.show(address)
        const [all, before] = [await page.locator('[data-schedule] [row-id]').count(), await headlines(desk)]
        await page.setViewportSize(TWICE)
        await expect.poll(async () => (await sight(desk)).lines.length).toBeGreaterThanOrEqual(Math.min(8, all / 2))
        const seen = await sight(desk)
        expect(seen).toMatchObject({ cut: [], wide: 0, high: 0 })
        expect(seen.columns.length).toBeGreaterThan(0)
        expect(await headlines(desk)).toEqual(before)
        // Shown there at first, the same stands in sight.
        await page.reload()
        await page.locator('[data-schedule] [row-id]').first().waitFor()
        await expect.poll(async () => (await sight(desk)).lines.length).toBeGreaterThanOrEqual(seen.lines.length)

        const then = await headlines(desk)
        await page.setViewportSize(FOUR_TIMES)
        await expect.poll(async () => (await sight(desk)).columns.length).toBeGreaterThanOrEqual(1)
        expect(await sight(desk)).toMatchObject({ cut: [], wide: 0, high: 0 })
        expect((await sight(desk)).lines.length).toBeGreaterThanOrEqual(1)
        expect(await headlines(desk)).toEqual(then)
        await page.reload()
        await page.locator('[data-schedule] [row-id]').first().waitFor()
        await expect.poll(async () => (await sight(desk)).columns.length).toBeGreaterThanOrEqual(1)
      }),
    )
  }

  it(
    'keeps eight lines in sight while figures change in a scenario, with the headlines in one thin line',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      await page.setViewportSize(TWICE)
      await desk.enter('loan_loss_provisions', 'q3_2007', '842453')
      const { lines, wide, high } = await sight(desk)
      expect(lines.length).toBeGreaterThanOrEqual(8)
      expect({ wide, high }).toEqual({ wide: 0, high: 0 })
      const strip = (await page.locator('.headline-strip').boundingBox())!
      expect(strip.height).toBeLessThan(26)
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await page.locator('[data-headline="net_earnings"]').isVisible()).toBe(true)
      // The reason is there for screen readers, and for all when the headlines are shown in full.
      expect(await desk.why()).toContain('add-back')
      const unfold = page.getByRole('button', { name: 'Headlines and formula bar' })
      await unfold.focus()
      await page.keyboard.press('Enter')
      expect(await unfold.getAttribute('aria-expanded')).toBe('true')
      expect((await page.locator('.headline-why').boundingBox())!.width).toBeGreaterThan(300)
      expect(await page.locator('.top-bar h2').isVisible()).toBe(true)
      await unfold.click()
      expect((await sight(desk)).lines.length).toBeGreaterThanOrEqual(8)
    }),
  )

  it(
    'has the filings and the side panel over the sheet, by mouse and keyboard, and leaves what was chosen for a larger window',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      await page.getByRole('tab', { name: 'Explain' }).waitFor()
      const width = (await page.locator('.navigation').boundingBox())!.width
      await page.setViewportSize(TWICE)
      expect(await page.locator('.navigation, [data-region="side"]').count()).toBe(0)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      const filings = page.getByRole('button', { name: 'Filings and schedules' })
      await filings.focus()
      await page.keyboard.press('Enter')
      await page.locator('.drawer .schedule-link[aria-current="page"]:focus').waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => desk.focus()).toBe('loan_loss_provisions@q3_2007')
      expect(await page.locator('.drawer').count()).toBe(0)
      await filings.click()
      await page.locator('.drawer .schedule-link', { hasText: 'equity' }).first().click()
      await page.locator('[data-schedule="equity"]').waitFor()
      await expect.poll(() => page.locator('.drawer').count()).toBe(0)
      await page.keyboard.press('Alt+Shift+T')
      const tab = page.getByRole('tab', { name: 'Tie-outs', selected: true })
      await tab.waitFor()
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await page.keyboard.press('Alt+Shift+T')
      await tab.waitFor({ state: 'detached' })
      await page.setViewportSize({ width: 1440, height: 1000 })
      await page.getByRole('tab', { name: 'Tie-outs', selected: true }).waitFor()
      expect((await page.locator('.navigation').boundingBox())!.width).toBeCloseTo(width, 0)
    }),
  )

  it(
    'reaches each part that is drawn with F6, and none that is not',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      for (const size of [TWICE, FOUR_TIMES]) {
        await page.setViewportSize(size)
        await desk.cell('net_earnings', 'q3_2007').click()
        const reached: string[] = []
        for (let step = 0; step < 6; step++) {
          await page.keyboard.press('F6')
          reached.push(
            await page.evaluate(() => {
              const { activeElement } = document
              const box = activeElement?.getBoundingClientRect()
              const isDrawn = box && box.width > 1 && box.height > 1 && box.top >= 0 && box.bottom <= innerHeight
              const region = activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? ''
              return isDrawn ? region : `${region}, out of sight`
            }),
          )
        }
        expect(reached).toContain('top')
        expect(reached).toContain('grid')
        expect(reached.filter((one) => one.includes('out of sight') || one === '')).toEqual([])
      }
    }),
  )
})

describeInBrowser('a page at 400 percent', () => {
  it(
    'takes an edit, brings back what is folded, and has no violation in either state',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      await page.setViewportSize(FOUR_TIMES)
      await desk.enter('loan_loss_provisions', 'q3_2007', '842453')
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('842,453')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      for (const state of ['folded', 'unfolded']) {
        const { violations } = await axe(page).analyze()
        expect(violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)])).toEqual([])
        if (state === 'folded') await page.getByRole('button', { name: 'Headlines and formula bar' }).click()
      }
      for (const part of [
        '.formula-bar input',
        '.flow-switch',
        '[data-headline="net_earnings"]',
        '.top-bar h2',
        '.status-bar',
      ]) {
        expect(await page.locator(part).first().isVisible(), part).toBe(true)
      }
      const { scrollWidth, scrollHeight } = await page.evaluate(() => document.documentElement)
      expect(scrollWidth ?? 0).toBeLessThanOrEqual(FOUR_TIMES.width)
      expect(scrollHeight ?? 0).toBeLessThanOrEqual(FOUR_TIMES.height)
    }),
  )
})
