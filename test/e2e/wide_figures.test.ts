/**
 * A figure shows whole or not at all: where its column is too narrow it reads ####, and a column that nobody sized grows
 * with its figures, at any size of the sheet. Part of a number would read as another number.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { DRAFT } from './draft.ts'
import { atDraft, act, reverse } from './draft_desk.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** Figures whose text does not fit, as it is drawn; words may end in an ellipsis. */
function cut(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-schedule] .figure')]
      .filter((figure) => !figure.matches('.words, .undisclosed') && figure.textContent !== '')
      .filter((figure) => {
        const cell = figure.closest('.ag-cell')!.getBoundingClientRect()
        const drawn = [...figure.querySelectorAll('*')].map((part) => part.getBoundingClientRect())
        return (
          figure.scrollWidth > figure.clientWidth ||
          drawn.some(({ left, right }) => left < cell.left || right > cell.right)
        )
      })
      .map((figure) => `${figure.closest('[row-id]')!.getAttribute('row-id')}: ${figure.innerText}`),
  )
}

async function widthOf(desk: Desk, column: string): Promise<number> {
  return (await desk.page.locator(`[data-schedule] .ag-header-cell[col-id="${column}"]`).boundingBox())!.width
}

/** Draws the edge of a column's head so far to the right. */
async function drag(desk: Desk, column: string, by: number): Promise<void> {
  const edge = desk.page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-resize`)
  const { x, y, width, height } = (await edge.boundingBox())!
  await desk.page.mouse.move(x + width / 2, y + height / 2)
  await desk.page.mouse.down()
  await desk.page.mouse.move(x + width / 2 + by, y + height / 2, { steps: 6 })
}

/** Enters an amount, also one a thousand times what stood, which a second Enter confirms. */
async function enter(desk: Desk, line: string, column: string, text: string): Promise<void> {
  await desk.type(line, column, text)
  await desk.page.keyboard.press('Enter')
  if (await desk.cell(line, column).locator('input').count()) await desk.page.keyboard.press('Enter')
  await desk.saved()
}

const hashes = /^#+$/

describeInBrowser('a figure wider than its column', () => {
  it(
    'reads ####, while the edge is drawn too, and is told whole to a pointer and a screen reader',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('net_interest_income', 'q3_2007').click()
      for (const by of [-20, -24, -24]) {
        await drag(desk, 'q3_2007', by)
        expect(await cut(desk)).toEqual([])
        await desk.page.mouse.up()
        await desk.page.waitForTimeout(50)
        expect(await cut(desk)).toEqual([])
      }
      expect(await widthOf(desk, 'q3_2007')).toBe(60)
      expect(await desk.figure('net_interest_income', 'q3_2007')).toMatch(hashes)
      expect(await desk.figure('net_earnings', 'q3_2007')).toMatch(hashes)
      const figure = desk.cell('net_interest_income', 'q3_2007').locator('.figure')
      expect(await figure.getAttribute('title')).toContain('11,698')
      await desk.cell('net_interest_income', 'q3_2007').getByRole('img', { name: '11,698', exact: true }).waitFor()
      const negative = desk.page.getByRole('gridcell', { name: 'minus $1,191,235', exact: true })
      expect(await negative.and(desk.cell('net_earnings', 'q3_2007')).count()).toBe(1)
      const { violations } = await axe(desk.page).include('[data-schedule]').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      // What was chosen stays, at any size.
      for (const key of ['Control+=', 'Control+=', 'Control+=', 'Control+=', 'Control+='])
        await desk.page.keyboard.press(key)
      await expect.poll(() => widthOf(desk, 'q3_2007')).toBe(120)
      expect(await cut(desk)).toEqual([])
      await desk.page.keyboard.press('Control+0')
      await act(desk, 'Fit the column to its figures')
      await expect.poll(() => desk.figure('net_interest_income', 'q3_2007')).toBe('11,698')
      expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
      expect(await cut(desk)).toEqual([])
    }),
  )

  it(
    'widens a column that nobody sized, at once and at any size of the sheet, and never narrows it on an edit',
    atDraft(async (desk) => {
      await enter(desk, 'interest_income', 'q2_2007', '1316285000')
      await enter(desk, 'interest_expense', 'q2_2007', '2405076000')
      expect(await desk.figure('net_earnings', 'q2_2007')).toBe('$ (1,088,954,756)')
      expect(await cut(desk)).toEqual([])
      expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
      await enter(desk, 'interest_income', 'q3_2007', '123456789012345')
      const wide = await widthOf(desk, 'q3_2007')
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('123,456,788,710,271')
      expect(await cut(desk)).toEqual([])
      expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
      await reverse(desk, 'Control+z')
      expect(await widthOf(desk, 'q3_2007')).toBe(wide)
      await reverse(desk, 'Control+y')

      await desk.cell('net_interest_income', 'q3_2007').click()
      await act(desk, 'Compact or comfortable')
      for (const keys of [
        ['Control+-', 'Control+-'],
        ['Control+0', 'Control+=', 'Control+=', 'Control+=', 'Control+=', 'Control+='],
      ]) {
        for (const key of keys) await desk.page.keyboard.press(key)
        await desk.page.waitForTimeout(200)
        expect(await cut(desk)).toEqual([])
        expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
      }
      await desk.page.keyboard.press('Control+0')
      // Found so where the page is opened anew, without an edit.
      await desk.page.reload()
      await desk.cell('net_interest_income', 'q3_2007').waitFor()
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('123,456,788,710,271')
      expect(await cut(desk)).toEqual([])
      for (const schedule of ['reconciliation', 'equity']) {
        await desk.show(`#/${DRAFT}/${schedule}`)
        await desk.page.waitForTimeout(100)
        expect(await cut(desk)).toEqual([])
        expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
      }
      // A width that was chosen stays.
      await desk.show(`#/${DRAFT}/income`)
      await drag(desk, 'q3_2007', -60)
      await desk.page.mouse.up()
      const chosen = await widthOf(desk, 'q3_2007')
      await enter(desk, 'interest_income', 'q3_2007', '923456789012345')
      expect(await widthOf(desk, 'q3_2007')).toBe(chosen)
      expect(await desk.figure('interest_income', 'q3_2007')).toMatch(hashes)
      expect(await cut(desk)).toEqual([])
    }),
  )

  it(
    'shows whole in the comparison of scenarios, and beside its neighbours in the headline strip',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await enter(desk, 'interest_income', 'q3_2007', '123456789012345')
      const overlapping = (): Promise<string[]> =>
        desk.page.evaluate(() => {
          const strip = document.querySelector('.headline-strip dl')!.getBoundingClientRect()
          // What finds no room stands whole in the next row, which is out of sight.
          const seen = [...document.querySelectorAll('.headline:not(.unchosen)')].filter(
            (one) => one.getBoundingClientRect().top < strip.bottom - 1,
          )
          const boxes = seen.map((one) => {
            const range = document.createRange()
            range.selectNodeContents(one.querySelector('dd')!)
            return { text: one.querySelector('dd')!.textContent, box: range.getBoundingClientRect() }
          })
          return boxes
            .filter(({ box }, at) => box.right > strip.right + 1 || (at > 0 && boxes[at - 1]!.box.right > box.left))
            .map(({ text }) => text)
        })
      expect(await overlapping()).toEqual([])
      await desk.page.keyboard.press('Alt+Shift+C')
      await desk.page.locator('[data-schedule="compare"] [row-id]').first().waitFor()
      await desk.page.waitForTimeout(100)
      expect(await cut(desk)).toEqual([])
      expect(await desk.page.locator('[data-schedule] .figure.too-wide').count()).toBe(0)
      for (const width of [1280, 1024]) {
        await desk.page.setViewportSize({ width, height: 768 })
        expect(await overlapping()).toEqual([])
      }
      for (const key of ['Control+=', 'Control+=', 'Control+=']) await desk.page.keyboard.press(key)
      await desk.page.waitForTimeout(200)
      expect(await cut(desk)).toEqual([])
      expect(await overlapping()).toEqual([])
    }),
  )
})

describeInBrowser('beside the grid', () => {
  it(
    'a wide figure stands whole in the formula bar, the panel, a table of sensitivity and a bridge',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await enter(desk, 'provision_for_loan_losses', 'q3_2007', '123456789012345')
      await desk.cell('net_earnings', 'q3_2007').click()
      for (const width of [1440, 1280, 1024]) {
        await page.setViewportSize({ width, height: 800 })
        const over = await page.evaluate(() =>
          [...document.querySelectorAll('.cell-standing strong, .explain-figure')]
            .filter((one) => {
              const { left, right } = one.getBoundingClientRect()
              const around = one.parentElement!.getBoundingClientRect()
              return one.scrollWidth > one.clientWidth || left < around.left || right > around.right
            })
            .map((one) => one.textContent),
        )
        expect({ width, over }).toEqual({ width, over: [] })
      }
      await page.setViewportSize({ width: 1440, height: 1000 })
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+S')
      const panel = page.locator('.what-if')
      for (const [label, text] of [
        ['From', '1000000000000'],
        ['To', '300000000000000'],
        ['Step', '50000000000000'],
      ]) {
        await panel.getByLabel(label!, { exact: true }).fill(text!)
      }
      await page.keyboard.press('Enter')
      await panel.locator('td', { hasText: '(251,000,000,401,790)' }).first().waitFor()
      expect(
        await panel.locator('td').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length),
      ).toBe(0)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+Shift+B')
      await panel.locator('.bridge-amount').first().waitFor()
      const bridge = (await panel.locator('.bridge').boundingBox())!
      const ends = await panel
        .locator('.bridge-amount')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
      expect(Math.max(...ends)).toBeLessThanOrEqual(bridge.x + bridge.width + 1)
    }),
  )
})

describeInBrowser('rows and heads', () => {
  it(
    'give a label one line where it fits one, and a head no line within a word',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('net_earnings', '_label').click()
      await act(desk, 'Fit the column to its figures')
      /** Labels whose row is higher or lower than their lines ask for. */
      const wrong = (): Promise<string[]> =>
        desk.page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('[data-schedule] .line-label')]
            .filter((label) => {
              const words = document.createRange()
              words.selectNodeContents(label.querySelector('.words')!)
              const lines = new Set(
                [...words.getClientRects()].filter(({ height }) => height > 14).map(({ top }) => Math.round(top)),
              )
              const row = label.closest('.ag-cell')!.getBoundingClientRect().height
              const zoom = Number(getComputedStyle(document.documentElement).getPropertyValue('--zoom'))
              return Math.abs(row - (26 + (lines.size - 1) * 17) * zoom) > 2
            })
            .map((label) => `${label.innerText} ${label.closest('.ag-cell')!.getBoundingClientRect().height}`),
        )
      await desk.page.waitForTimeout(100)
      expect(await wrong()).toEqual([])
      for (let step = 0; step < 7; step++) {
        await drag(desk, '_label', -32)
        await desk.page.mouse.up()
        await desk.page.waitForTimeout(50)
        expect(await wrong()).toEqual([])
      }
      for (const by of [-50, -18]) {
        await drag(desk, 'q3_2007', by)
        await desk.page.mouse.up()
        await desk.page.waitForTimeout(80)
        const heads = await desk.page.evaluate(() =>
          [...document.querySelectorAll('[data-schedule] .figure-head .ag-header-cell-text')]
            .filter((head) => {
              const inner = head.getBoundingClientRect()
              const outer = head.closest('.ag-header-cell')!.getBoundingClientRect()
              const text = head.firstChild!
              // A word that is broken stands on two lines.
              const broken = [...(text.textContent ?? '').matchAll(/\S+/g)].some((word) => {
                const range = document.createRange()
                range.setStart(text, word.index)
                range.setEnd(text, word.index + word[0].length)
                return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1
              })
              return broken || inner.top < outer.top || inner.bottom > outer.bottom
            })
            .map((head) => head.textContent),
        )
        expect(heads).toEqual([])
      }
    }),
  )
})
