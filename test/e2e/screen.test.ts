/**
 * The screen in windows of all sizes: the headlines keep one row and their height, and messages cover nothing that is
 * worked at.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const SHEET = '#/impac_2007_q3/reconciliation'
const SIZES = [
  [1024, 700],
  [1280, 800],
  [1440, 1000],
  [1920, 1080],
] as const

type Strip = { height: number; top: number; rows: number; wide: number; over: string[] }

/** How the headlines stand: their height, their rows, how far the page is too wide, figures that run into others. */
function strip({ page }: Desk): Promise<Strip> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll<HTMLElement>('.headline')]
    const over = figures.filter(
      (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
    )
    return {
      height: document.querySelector('.headline-strip')!.getBoundingClientRect().height,
      top: document.querySelector('[data-schedule]')!.getBoundingClientRect().top,
      rows: new Set(figures.map((one) => Math.round(one.getBoundingClientRect().top))).size,
      wide: document.documentElement.scrollWidth - window.innerWidth,
      over: over.map((one) => one.innerText),
    }
  })
}

/** What of the named parts the messages cover. */
function covered({ page }: Desk): Promise<string[]> {
  return page.evaluate(() => {
    const toasts = [...document.querySelectorAll('.toast')].map((one) => one.getBoundingClientRect())
    return ['.status-bar', '.ag-cell-focus', '.cell-editor', '.cell-hint', '.dialog-acts button'].filter((name) =>
      [...document.querySelectorAll(name)].some((part) => {
        const box = part.getBoundingClientRect()
        return toasts.some(
          (one) => one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top,
        )
      }),
    )
  })
}

describeInBrowser('the headlines', () => {
  for (const [width, height] of SIZES) {
    it(
      `keep one row and their height while figures change, in ${width} x ${height}`,
      atDesk(async (desk) => {
        const { page } = desk
        await page.setViewportSize({ width, height })
        await desk.show(SHEET)
        await desk.cell('loan_loss_provisions', 'q3_2007').click()
        const still = await strip(desk)
        expect(still).toMatchObject({ rows: 1, wide: 0, over: [] })
        for (const key of '84245') {
          await page.keyboard.press(key)
          await page.locator('.headline.preview').first().waitFor()
          expect(await strip(desk)).toEqual(still)
        }
        await page.keyboard.type('x')
        await page.keyboard.press('Enter')
        await page.locator('.cell-hint.refused').waitFor()
        expect(await strip(desk)).toEqual(still)
        await page.keyboard.press('Backspace')
        await page.keyboard.type('3')
        await page.keyboard.press('Enter')
        await desk.saved()
        await page.locator('.headline.moved').first().waitFor()
        expect(await strip(desk)).toEqual(still)
        // Nothing is left out: the change and the figure that it is of stand with the figure.
        expect(
          (
            await page.locator('.headline', { has: page.locator('[data-headline="net_earnings"]') }).innerText()
          ).replaceAll(/\s+/g, ' '),
        ).toContain('(1,201,235) (10,000) from (1,191,235)')
      }),
    )
  }

  it(
    'have their full names for screen readers in a small window, and leave the grid its room at any size of the sheet',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1024, height: 700 })
      await desk.show(SHEET)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      const term = page.getByRole('term').filter({ hasText: 'Min. distribution' })
      expect(await term.getAttribute('title')).toBe('Minimum distribution, year to September 30')
      expect(await term.ariaSnapshot()).toContain('Minimum distribution, year to September 30')
      expect(await term.ariaSnapshot()).not.toContain('Min. distribution')
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        for (let step = 0; step < 6; step++) await page.keyboard.press('Control+=')
        await page.getByRole('button', { name: '200%, back to the usual size' }).waitFor()
        const { rows, wide, over, top } = await strip(desk)
        expect({ width, rows, wide, over }).toEqual({ width, rows: 1, wide: 0, over: [] })
        expect(top).toBeLessThan(height * 0.5)
        await page.keyboard.press('Control+0')
      }
    }),
  )

  it(
    'scroll sideways where the window is too narrow for them, by keyboard as well',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 760, height: 700 })
      await desk.show(SHEET)
      expect((await strip(desk)).rows).toBe(1)
      const figures = page.locator('.headline-strip dl')
      await figures.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => figures.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
      const { violations } = await axe(page).include('.headline-strip').analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    }),
  )
})

describeInBrowser('messages', () => {
  for (const [width, height] of SIZES) {
    it(
      `cover neither the status bar nor what is worked at, in ${width} x ${height}`,
      atDesk(async (desk) => {
        const { page } = desk
        await page.setViewportSize({ width, height })
        await desk.show(SHEET)
        // The cell at the lower right of what is in sight, where messages stand if nothing is there.
        const last = await page.evaluate(() => {
          const grid = document.querySelector('[data-schedule]')!.getBoundingClientRect()
          const found = [...document.querySelectorAll('[data-schedule] .ag-cell')]
            .filter((one) => one.querySelector('.figure')?.textContent)
            .map((one) => ({ cell: one, box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.bottom < grid.bottom - 2 && box.right < grid.right - 2)
            .toSorted((a, b) => b.box.bottom + b.box.right - a.box.bottom - a.box.right)
          const { cell } = found[0]!
          return [cell.closest('[row-id]')!.getAttribute('row-id')!, cell.getAttribute('col-id')!] as const
        })
        await desk.cell(...last).click()
        // A message that comes of an act at the cell, and others after it, while it is edited too.
        await page.keyboard.press('Control+c')
        await page.locator('.toast').first().waitFor()
        await expect.poll(() => covered(desk)).toEqual([])
        expect(await desk.focus()).toBe(last.join('@'))
        await page.keyboard.type('12x')
        await page.keyboard.press('Enter')
        await page.locator('.cell-hint').waitFor()
        await expect.poll(() => covered(desk)).toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('Shift+ArrowUp')
        await page.locator('.selection-summary').getByText('Sum').waitFor()
        await expect.poll(() => covered(desk)).toEqual([])
        await page.keyboard.press('Alt+Shift+M')
        await page.getByRole('dialog').waitFor()
        await expect.poll(() => covered(desk)).toEqual([])
        expect(await page.locator('.toast').count()).toBeGreaterThan(0)
      }),
    )
  }

  it(
    'take no focus, are read aloud, and are reached by F8 and dismissed by Escape, which gives the focus back',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      // Without a message the key does nothing, nor does the one that begins a further area of cells.
      await page.keyboard.press('F8')
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      await page.keyboard.press('Shift+F8')
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+c')
      const toast = page.locator('.toast')
      await toast.waitFor()
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      await expect
        .poll(() => page.locator('[role="status"]').allInnerTexts())
        .toContain(`Message ${await toast.locator('div').first().innerText()}`)
      await toast.getByText(/./).first().click()
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      await page.keyboard.press('F8')
      expect(await toast.evaluate((one) => one === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      await toast.waitFor({ state: 'detached' })
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
    }),
  )
})
