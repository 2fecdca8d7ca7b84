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

type Strip = { height: number; top: number; seen: number; wide: number; over: string[] }

/** How the headlines stand: their height, their rows, how far the page is too wide, figures that run into others. */
function strip({ page }: Desk): Promise<Strip> {
  return page.evaluate(() => {
    const box = document.querySelector('.headline-strip dl')!.getBoundingClientRect()
    const figures = [...document.querySelectorAll<HTMLElement>('.headline:not(.unchosen)')]
    // What finds no room stands whole in the next row, which is out of sight.
    const seen = figures.filter((one) => one.getBoundingClientRect().top < box.bottom - 1)
    const over = seen.filter(
      (one) => one.getBoundingClientRect().right > box.right + 1 || one.scrollWidth > one.clientWidth + 1,
    )
    return {
      height: document.querySelector('.headline-strip')!.getBoundingClientRect().height,
      top: document.querySelector('[data-schedule]')!.getBoundingClientRect().top,
      seen: seen.length,
      wide: document.documentElement.scrollWidth - window.innerWidth,
      over: over.map((one) => one.innerText),
    }
  })
}

/** Whether the newest message stands within the status bar, which covers nothing. */
function inTheBar({ page }: Desk): Promise<boolean> {
  return page.evaluate(() => {
    const bar = document.querySelector('.status-bar')!.getBoundingClientRect()
    const box = document.querySelector('.toast:last-child')?.getBoundingClientRect()
    return (
      box !== undefined && box.top >= bar.top && box.bottom <= bar.bottom && box.right <= innerWidth && box.width > 60
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
        expect(still).toMatchObject({ height: 72, wide: 0, over: [] })
        expect(still.seen).toBeGreaterThanOrEqual(width < 1200 ? 3 : 4)
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
    'have their full names and their period for screen readers, and leave the grid its room at any size of the sheet',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1024, height: 700 })
      await desk.show(SHEET)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      const term = page.getByRole('term').filter({ hasText: 'Min. distribution' })
      expect(await term.getAttribute('title')).toBe('Minimum distribution, year to September 30, Q3 2007')
      expect(await term.ariaSnapshot()).toContain('Minimum distribution, year to September 30')
      expect(await term.ariaSnapshot()).not.toContain('Min. distribution')
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        for (let step = 0; step < 6; step++) await page.keyboard.press('Control+=')
        await page.getByRole('button', { name: '200%, back to the usual size' }).waitFor()
        const { wide, over, top } = await strip(desk)
        expect({ width, wide, over }).toEqual({ width, wide: 0, over: [] })
        // Strip and formula bar grow a little with the sheet where the window is wide.
        expect(top).toBeLessThanOrEqual(44 + 1.4 * (72 + 32) + 4)
        await page.keyboard.press('Control+0')
      }
    }),
  )

  it(
    'keep their period while another schedule is opened, whose focus goes to that column, until the person moves',
    atDesk(async (desk) => {
      const { page } = desk
      const period = (): Promise<string | null> => page.locator('.headline-strip').getAttribute('data-column')
      await desk.show(SHEET)
      await desk.cell('loan_loss_provisions', 'q2_2007').click()
      expect(await period()).toBe('q2_2007')
      await page.locator('.schedule-link', { hasText: 'Comparative earnings' }).click()
      await page.locator('[data-schedule="income"] [row-id]').first().waitFor()
      expect(await period()).toBe('q2_2007')
      await page.keyboard.press('F6')
      await expect.poll(() => desk.cell('interest_income', 'q2_2007').getAttribute('class')).toContain('ag-cell-focus')
      expect(await period()).toBe('q2_2007')
      await desk.cell('interest_income', 'q3_2007').click()
      expect(await period()).toBe('q3_2007')
    }),
  )

  it(
    'that are folded keep their figures, and a person chooses which stand in the strip',
    atDesk(async (desk) => {
      const { page } = desk
      const seen = (): Promise<(string | null)[]> =>
        page
          .locator('.headline:not(.unchosen) [data-headline]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-headline')))
      await desk.show(SHEET)
      expect(await seen()).toEqual(['net_earnings', 'taxable_income', 'taxable_income_per_share', 'effect_on_equity'])
      expect(await page.locator('[data-headline="open_tie_outs"]').textContent()).toMatch(/^\d+$/)
      await page.getByRole('button', { name: 'All headlines' }).click()
      const card = page.getByRole('dialog', { name: 'All headlines' })
      await card.getByText('not disclosed').waitFor()
      const { violations } = await axe(page).include('.headlines-card').analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      await card.getByRole('checkbox', { name: 'Per diluted share' }).uncheck()
      await card.getByRole('checkbox', { name: 'Minimum distribution' }).check()
      await page.keyboard.press('Escape')
      await expect.poll(seen).toEqual(['net_earnings', 'taxable_income', 'effect_on_equity', 'minimum_distribution'])
      await page.reload()
      await page.locator('[data-schedule] [row-id]').first().waitFor()
      expect(await seen()).toEqual(['net_earnings', 'taxable_income', 'effect_on_equity', 'minimum_distribution'])
    }),
  )

  it(
    'are told by the sentence of the last edit, with the others behind it, and read aloud after Enter and not before',
    atDesk(async (desk) => {
      const { page } = desk
      const aloud = page.locator('.headline-reason output')
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_expense', 'q3_2007', '302000')
      expect(await desk.why()).toContain('Interest expense')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      await page.locator('.headline-preview').waitFor()
      expect(await desk.why()).toContain('Provision for loan losses')
      expect(await aloud.textContent()).not.toContain('Provision')
      await page.keyboard.press('Enter')
      await desk.saved()
      await expect.poll(() => aloud.textContent()).toContain('Provision for loan losses')
      await page.getByRole('button', { name: 'and 1 other edit' }).click()
      await page.getByRole('dialog', { name: 'What the edits do' }).getByText('Interest expense').waitFor()
    }),
  )
})

describeInBrowser('messages', () => {
  it(
    'are one line of the status bar in every window, and stand there while a dialog is open',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        await desk.cell('loan_loss_provisions', 'q3_2007').click()
        await page.keyboard.press('Control+c')
        await page.locator('.toast').first().waitFor()
        await expect.poll(() => inTheBar(desk)).toBe(true)
        expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
        // Beside the sum of what is selected too.
        await page.keyboard.press('Shift+ArrowDown')
        await page.locator('.selection-summary').getByText('Sum').waitFor()
        await page.keyboard.press('Control+c')
        const isRead = (): Promise<boolean> =>
          page
            .locator('.toast:last-child .message-text')
            .evaluate(({ clientWidth, scrollWidth }) => clientWidth > 120 || scrollWidth <= clientWidth)
        await expect.poll(isRead).toBe(true)
      }
      await page.keyboard.press('Alt+Shift+M')
      await page.getByRole('dialog').waitFor()
      expect(await inTheBar(desk)).toBe(true)
    }),
  )

  it(
    'can be read again, and a warning stands as a badge until it is dismissed',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      await page.keyboard.press('Alt+Shift+I')
      const badge = page.getByRole('button', { name: 'Recent messages, 1 warning' })
      await badge.click()
      const list = page.getByRole('dialog', { name: 'Messages' })
      await list.getByText('is filed and locked').first().waitFor()
      const { violations } = await axe(page).include('.messages-card').analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      await list.getByRole('button', { name: 'Dismiss the warning' }).click()
      await badge.waitFor({ state: 'detached' })
      await list.getByText('is filed and locked').waitFor()
    }),
  )

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
