/**
 * No part of a number is drawn where a schedule scrolls sideways: it rests on whole columns, what is cut shows no figures, the cell in
 * focus is whole, and a pinned column stays in sight.
 */
import { expect, it } from 'vitest'
import { act } from './draft_desk.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** Figures and heads that are drawn and cross an edge of what is seen of their column; names of groups too, once it rests. */
function cut(desk: Desk, isResting = true): Promise<string[]> {
  return desk.page.evaluate((withGroups) => {
    const grid = document.querySelector('[data-schedule]')!
    const box = (selector: string): DOMRect | undefined => grid.querySelector(selector)?.getBoundingClientRect()
    const bar = box('.ag-body-vertical-scroll:not(.ag-hidden)')
    const pinned = box('.ag-header-row-column .ag-grid-pinned-right-cells')
    const left = box('.ag-header-cell[col-id="_label"]')!.right
    const right = Math.min(
      box('.ag-grid-viewport')!.right,
      bar?.left ?? Infinity,
      pinned?.width ? pinned.left : Infinity,
    )
    const names = withGroups ? ', .ag-header-group-text' : ''
    const parts = grid.querySelectorAll<HTMLElement>(
      `.ag-grid-scrolling-cells :is(.ag-cell .figure > *, .ag-header-cell-text${names})`,
    )
    return [...parts]
      .filter((part) => part.textContent !== '' && getComputedStyle(part).visibility === 'visible')
      .filter((part) => {
        const around = [part, part.closest('.ag-header-cell-label')]
        return around.every((one) => !one || getComputedStyle(one).clipPath === 'none')
      })
      .filter((part) => {
        const words = document.createRange()
        words.selectNodeContents(part)
        const at = words.getBoundingClientRect()
        return (at.left < left - 1 && at.right > left + 1) || (at.left < right - 1 && at.right > right + 1)
      })
      .map((part) => part.textContent ?? '')
  }, isResting)
}

/** Whether it rests at the start of a column, or at the end of all. */
function standsAtColumn(desk: Desk): Promise<boolean> {
  return desk.page.evaluate(() => {
    const viewport = document.querySelector('.ag-grid-viewport')!
    const labels = document.querySelector('.ag-header-cell[col-id="_label"]')!.getBoundingClientRect().right
    const heads = [...document.querySelectorAll('.ag-grid-scrolling-cells .ag-header-cell')]
    return (
      viewport.scrollLeft >= viewport.scrollWidth - viewport.clientWidth - 1 ||
      heads.some((head) => Math.abs(head.getBoundingClientRect().left - labels) < 1.5)
    )
  })
}

/** A frame is drawn. */
function frame(desk: Desk): Promise<unknown> {
  return desk.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

async function scrollThrough(desk: Desk, offsets: readonly number[]): Promise<void> {
  for (const left of offsets) {
    await desk.page.locator('.ag-grid-viewport').evaluate((one, to) => (one.scrollLeft = to), left)
    await frame(desk)
    expect({ left, cut: await cut(desk, false) }).toEqual({ left, cut: [] })
    await expect.poll(() => standsAtColumn(desk)).toBe(true)
    await expect.poll(async () => ({ left, cut: await cut(desk) })).toEqual({ left, cut: [] })
  }
}

async function isWhole(desk: Desk, line: string, column: string): Promise<boolean> {
  return desk.cell(line, column).evaluate((cell) => {
    const grid = cell.closest('[data-schedule]')!
    const labels = grid.querySelector('.ag-header-cell[col-id="_label"]')!.getBoundingClientRect()
    const { left, right } = cell.getBoundingClientRect()
    const figure = cell.querySelector('.figure')!
    return (
      left > labels.right - 2 &&
      right < grid.querySelector('.ag-grid-viewport')!.getBoundingClientRect().right + 2 &&
      getComputedStyle(figure).visibility === 'visible'
    )
  })
}

describeInBrowser('a wide schedule', () => {
  it(
    'rests on whole columns and draws no part of a number, at any width, size and offset',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2009/trusts')
      for (const width of [1440, 1100, 820]) {
        await page.setViewportSize({ width, height: 720 })
        await page.waitForTimeout(200)
        await scrollThrough(desk, [37, 150, 263, 5000, 90, 0])
      }
      await page.setViewportSize({ width: 1280, height: 720 })
      for (const key of ['Control+=', 'Control+=', 'Control+=']) await page.keyboard.press(key)
      await page.waitForTimeout(200)
      await scrollThrough(desk, [61, 5000, 0])
      await page.keyboard.press('Control+0')
      // Who turns at a rest is led on, not back to where the scrolling began.
      const isLed = page.locator('.ag-grid-viewport').evaluate(async (one) => {
        one.scrollLeft = 5000
        await new Promise((done) => setTimeout(done, 400))
        for (const left of [0, 30]) {
          one.scrollLeft = left
          // A few frames: less than it takes to come to rest.
          await new Promise((done) => setTimeout(done, 60))
        }
        await new Promise((done) => setTimeout(done, 400))
        return one.scrollLeft > 60
      })
      expect(await isLed).toBe(true)
      await scrollThrough(desk, [0])
      // A wheel leads on by a column at least.
      await desk.cell('interest_income', 'afs').hover()
      await page.mouse.wheel(30, 0)
      await expect.poll(() => page.locator('.ag-grid-viewport').evaluate((one) => one.scrollLeft)).toBeGreaterThan(60)
      await expect.poll(() => standsAtColumn(desk)).toBe(true)
    }),
  )

  it(
    'brings the cell in focus whole into sight, by keys and by the pointer',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1100, height: 720 })
      await desk.show('#/impac_2009/trusts')
      await desk.cell('interest_income', 'afs').click()
      for (const key of ['ArrowRight', 'ArrowLeft']) {
        for (let step = 0; step < 8; step++) {
          await page.keyboard.press(key)
          const [line, column] = (await desk.focus()).split('@') as [string, string]
          await expect
            .poll(async () => ({ column, isWhole: await isWhole(desk, line, column) }))
            .toEqual({ column, isWhole: true })
          // What the key scrolled is marked before the next frame is drawn.
          await frame(desk)
          expect(await cut(desk, false)).toEqual([])
        }
      }
      await expect.poll(() => cut(desk)).toEqual([])
      const seen = await page.evaluate(() => {
        const right = document.querySelector('.ag-grid-viewport')!.getBoundingClientRect().right
        const cells = [...document.querySelectorAll('[row-id="interest_income"] .ag-grid-scrolling-cells .ag-cell')]
        const part = cells.find((one) => {
          const at = one.getBoundingClientRect()
          return at.left < right - 8 && at.right > right + 2
        })
        const at = part?.getBoundingClientRect()
        return part && { column: part.getAttribute('col-id')!, x: at!.left + 4, y: at!.top + 10 }
      })
      if (!seen) return
      await page.mouse.click(seen.x, seen.y)
      await expect.poll(() => isWhole(desk, 'interest_income', seen.column)).toBe(true)
      expect(await desk.focus()).toContain(seen.column)
    }),
  )

  it(
    'narrows its columns and its labels before it scrolls',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2009/trusts')
      const beyond = (): Promise<number> =>
        page.locator('.ag-grid-viewport').evaluate((one) => one.scrollWidth - one.clientWidth)
      const widthOf = async (column: string): Promise<number> =>
        (await page.locator(`.ag-header-cell[col-id="${column}"]`).boundingBox())!.width
      await page.setViewportSize({ width: 2560, height: 900 })
      await expect.poll(() => widthOf('afs')).toBe(116)
      const labels = await widthOf('_label')
      // The narrowest window in which nothing scrolls.
      let width = 2560
      while (width > 1200 && (await beyond()) <= 0) {
        width -= 80
        await page.setViewportSize({ width, height: 900 })
        await page.waitForTimeout(150)
      }
      await page.setViewportSize({ width: width + 80, height: 900 })
      await expect.poll(beyond).toBeLessThanOrEqual(0)
      expect(await widthOf('afs')).toBeLessThan(116)
      expect(await widthOf('_label')).toBeLessThan(labels)
      expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
    }),
  )

  it(
    'keeps a pinned column in sight, remembers it, and walks to it last',
    atDesk(async (desk) => {
      const { page } = desk
      await page.setViewportSize({ width: 1280, height: 720 })
      await desk.show('#/impac_2009/trusts')
      await desk.cell('interest_income', 'residual').click()
      await act(desk, 'Pin column')
      const isPinned = page.locator('.ag-grid-pinned-right-cells .ag-header-cell[col-id="residual"]')
      await isPinned.waitFor()
      await scrollThrough(desk, [45, 5000, 0])
      expect(await isWhole(desk, 'interest_income', 'residual')).toBe(true)
      // Where columns lie under it, its edge says so.
      const shadow = (): Promise<string> =>
        page.locator('[data-schedule]').evaluate((one) => getComputedStyle(one, '::after').opacity)
      expect(await shadow()).toBe('1')
      await desk.cell('interest_income', 'long_term_debt').click()
      await page.keyboard.press('ArrowRight')
      expect(await desk.focus()).toBe('interest_income@residual')
      await page.reload()
      await isPinned.waitFor()
      await desk.cell('interest_income', 'residual').click()
      await act(desk, 'Unpin column')
      await expect.poll(() => isPinned.count()).toBe(0)
      expect(await desk.focus()).toBe('interest_income@residual')
      await expect.poll(() => isWhole(desk, 'interest_income', 'residual')).toBe(true)
    }),
  )

  it(
    'and the comparison of scenarios draw no part of a number',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      for (const [at, amount] of ['799445', '699445', '599445'].entries()) {
        if (at > 0) {
          await page.keyboard.press('Alt+Shift+N')
          await page.getByRole('textbox', { name: 'Name' }).fill(`Case ${at}`)
          await page.getByRole('button', { name: 'Make the scenario' }).click()
          await desk.saved()
        }
        await desk.enter('provision_for_loan_losses', 'q3_2007', amount)
        await desk.saved()
      }
      await page.keyboard.press('Alt+Shift+C')
      await page.locator('[data-schedule="compare"] [row-id]').first().waitFor()
      await page.setViewportSize({ width: 1000, height: 720 })
      await page.waitForTimeout(200)
      await scrollThrough(desk, [40, 201, 5000, 0])
    }),
  )
})
