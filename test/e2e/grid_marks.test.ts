/**
 * How figures are marked and ruled: rules within every row, a corner at what was typed and none at what follows, ")" hanging in tables,
 * selections outlined in one piece; cards beside their cell, headings of one stop.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const INCOME = '#/impac_2007_q3/income'

/** Rules that are drawn in part or not at all, since their cell cuts them. */
function lostRules(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.figure-cell:is(.rule-single, .rule-double)')]
      .filter((cell) => {
        const figure = cell.querySelector('.figure')!
        const box = cell.getBoundingClientRect()
        const own = figure.getBoundingClientRect()
        const above = getComputedStyle(figure, '::before')
        const below = getComputedStyle(figure, '::after')
        const top = own.top + Number.parseFloat(above.top)
        const isDouble = cell.matches('.rule-double')
        const bottom = own.bottom - Number.parseFloat(below.bottom)
        const twoLines =
          below.borderTopWidth === '1px' && below.borderBottomWidth === '1px' && Number.parseFloat(below.height) >= 3
        return (
          top < box.top + cell.clientTop - 0.1 ||
          above.borderTopWidth !== '1px' ||
          (isDouble && (!twoLines || bottom > box.top + cell.clientTop + cell.clientHeight + 0.1))
        )
      })
      .map((cell) => cell.closest('[row-id]')!.getAttribute('row-id')!),
  )
}

/** Whether a corner is drawn at a cell, and how heavy and in which colour its figure is. */
function marks(desk: Desk, line: string, column: string): Promise<{ corner: boolean; weight: string; color: string }> {
  return desk.cell(line, column).evaluate((cell) => {
    const { fontWeight, color } = getComputedStyle(cell.querySelector('.figure')!)
    return { corner: getComputedStyle(cell, '::before').content !== 'none', weight: fontWeight, color }
  })
}

describeInBrowser('figures', () => {
  it(
    'have their rules in rows of any height, at any size',
    atDesk(async (desk) => {
      const { page } = desk
      for (const address of [INCOME, '#/impac_2009/trusts']) {
        await desk.show(address)
        for (const key of ['Control+0', 'Control+-', 'Control+-']) {
          await page.keyboard.press(key)
          await page.waitForTimeout(60)
          expect(await lostRules(desk)).toEqual([])
        }
        for (let step = 0; step < 7; step++) await page.keyboard.press('Control+=')
        await page.waitForTimeout(60)
        expect(await lostRules(desk)).toEqual([])
      }
    }),
  )

  it(
    'that were typed have a corner, those that follow their colour alone, here and in the comparison',
    atDesk(async (desk) => {
      await desk.show(INCOME)
      const [plain, total] = [
        await marks(desk, 'interest_income', 'q3_2007'),
        await marks(desk, 'net_earnings', 'q3_2007'),
      ]
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      const typed = await marks(desk, 'provision_for_loan_losses', 'q3_2007')
      expect(typed).toMatchObject({ corner: true, weight: plain.weight })
      const followed = await marks(desk, 'net_earnings', 'q3_2007')
      expect(followed).toEqual({ corner: false, weight: total.weight, color: typed.color })
      expect(typed.color).not.toBe(plain.color)
      await desk.page.keyboard.press('Alt+Shift+C')
      await desk.page.locator('[data-schedule="compare"] [row-id]').first().waitFor()
      await expect.poll(() => desk.page.locator('[data-schedule="compare"] .figure.typed').count()).toBe(1)
      expect(await desk.page.locator('[data-schedule="compare"] .figure.changed').count()).toBeGreaterThan(1)
    }),
  )

  it(
    'hang their closing parenthesis in a table: digits end where digits end',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(INCOME)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.cell('net_earnings', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+B')
      const table = page.locator('table.figures')
      await table.waitFor()
      const ends = await table.locator('tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const cell = row.querySelector('td')!
          const text = [...cell.querySelectorAll('*'), cell]
            .flatMap((one) => [...one.childNodes])
            .find((one) => one.nodeType === Node.TEXT_NODE && /\d/.test(one.nodeValue ?? ''))!
          const words = document.createRange()
          words.setStart(text, 0)
          words.setEnd(text, (text.nodeValue ?? '').replace(/\)%?$/, '').length)
          return Math.round(words.getBoundingClientRect().right)
        }),
      )
      expect(new Set(ends).size).toBe(1)
      expect(await table.locator('td', { hasText: ')' }).count()).toBeGreaterThan(1)
      expect(await table.locator('td', { hasNotText: ')' }).count()).toBeGreaterThan(1)
    }),
  )

  it(
    'are outlined in one piece where they are selected',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2009/trusts')
      await desk.cell('interest_income', 'afs').click()
      await page.keyboard.press('Shift+ArrowRight')
      for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown')
      const edges = await page.locator('.figure-cell.range-left').evaluateAll((cells) =>
        cells.map((cell) => {
          const { backgroundOrigin, backgroundImage } = getComputedStyle(cell)
          const { top, bottom } = cell.getBoundingClientRect()
          const isDrawn = cell.matches(':focus') || (/border-box/.test(backgroundOrigin) && backgroundImage !== 'none')
          return { top: Math.round(top), bottom: Math.round(bottom), isDrawn }
        }),
      )
      expect(edges.length).toBe(5)
      expect(edges.every(({ isDrawn }) => isDrawn)).toBe(true)
      const inOrder = edges.toSorted((a, b) => a.top - b.top)
      for (const [at, edge] of inOrder.entries()) if (at > 0) expect(edge.top).toBe(inOrder[at - 1]!.bottom)
    }),
  )
})

describeInBrowser('a card', () => {
  it(
    'stands beside its cell and goes with it',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1280, height: 620 })
      await desk.show(INCOME)
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Shift+F2')
      await page.getByRole('dialog', { name: 'Comments on' }).waitFor()
      await page.keyboard.insertText('Per the servicer report.')
      await page.keyboard.press('Control+Enter')
      await desk.saved()
      const beside = async (card: string): Promise<{ over: boolean; away: number }> => {
        await page.locator(card).waitFor()
        return desk.cell('provision_for_loan_losses', 'q3_2007').evaluate((cell, selector) => {
          const [a, b] = [cell.getBoundingClientRect(), document.querySelector(selector)!.getBoundingClientRect()]
          const over = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
          return { over, away: Math.round(Math.max(0, b.top - a.bottom, a.top - b.bottom)) }
        }, card)
      }
      const scroll = (by: number): Promise<void> =>
        page.locator('.ag-grid-viewport').evaluate((one, down) => void (one.scrollTop += down), by)
      for (const card of ['.comment-hint', '.cell-hint']) {
        if (card === '.cell-hint') await page.keyboard.type('1,2')
        if (card === '.cell-hint') await page.keyboard.press('Enter')
        for (const by of [0, 40, -25]) {
          await scroll(by)
          await expect.poll(() => beside(card)).toMatchObject({ over: false })
          expect((await beside(card)).away).toBeLessThan(8)
        }
      }
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+F2')
      await page.locator('.comment-popover').waitFor()
      for (const by of [0, 30, -30]) {
        await scroll(by)
        await expect.poll(() => beside('.comment-popover')).toMatchObject({ over: false })
        expect((await beside('.comment-popover')).away).toBeLessThan(12)
      }
    }),
  )
})

describeInBrowser('a heading', () => {
  it(
    'is one stop for arrows and for Tab',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('net_earnings', 'q2_2007').click()
      await keyboard.press('ArrowDown')
      expect(await desk.focus()).toBe('loan_loss_provisions@q2_2007')
      await keyboard.press('ArrowUp')
      expect(await desk.focus()).toBe('net_earnings@q2_2007')
      await desk.cell('net_earnings', 'q3_2007').click()
      await keyboard.press('ArrowDown')
      expect(await desk.focus()).toBe('adjustments@q3_2007')
      await keyboard.press('ArrowRight')
      expect(await desk.focus()).toBe('adjustments@q3_2007')
      await keyboard.press('Tab')
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      await keyboard.press('Shift+Tab')
      expect(await desk.focus()).toBe('adjustments@q3_2007')
    }),
  )
})
