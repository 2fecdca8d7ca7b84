/**
 * A long and wide schedule: labels stand still, heads scroll with their columns, and what is selected or typed is right though
 * only the cells in sight are drawn.
 */
import { expect, it } from 'vitest'
import { LEDGER, item, largeFiling } from '../bench/large_filing.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const filings = [largeFiling({ lines: 420, status: 'filed' })]
const SHEET = `#/large/${LEDGER}`

/** The amount of a figure as it is shown. */
function amount(text: string): bigint {
  return BigInt(text.replaceAll(/[^\d]/g, '')) * (text.includes('(') ? -1n : 1n)
}

/** How far the labels, a head and a figure of its column stand from the left of the page, and how far the sheet is scrolled. */
function lefts(desk: Desk, column: string): Promise<Record<'label' | 'head' | 'figure' | 'scrolled', number>> {
  return desk.page.evaluate((id) => {
    // It runs in the page, so it brings its own.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const left = (selector: string): number =>
      Math.round(document.querySelector(`[data-schedule] ${selector}`)!.getBoundingClientRect().left)
    return {
      scrolled: Math.round(document.querySelector('[data-schedule] .ag-grid-viewport')!.scrollLeft),
      label: left('.ag-cell.label-cell'),
      head: left(`.ag-header-cell[col-id="${id}"]`),
      figure: left(`[row-id] .ag-cell[col-id="${id}"]`),
    }
  }, column)
}

/** Scrolls the sheet, again where it was not laid out yet and stayed. */
async function scroll(desk: Desk, left: number, top: number): Promise<void> {
  const scrolled = (): Promise<number[]> =>
    desk.page.evaluate(
      ([x, y]) => {
        const viewport = document.querySelector('[data-schedule] .ag-grid-viewport')!
        viewport.scrollTo(x!, y!)
        return [Math.round(viewport.scrollLeft), Math.round(viewport.scrollTop)]
      },
      [left, top],
    )
  await expect.poll(scrolled).toEqual([left, top])
}

describeInBrowser('a long and wide schedule', () => {
  it(
    'keeps its labels in sight and scrolls its heads with their columns',
    atDesk(
      async (desk) => {
        await desk.show(SHEET)
        const before = await lefts(desk, 'q3_2006')
        let after = before
        // Arriving brings the cell in focus into view, which may come after a first scroll; the sheet comes to rest on whole columns.
        await expect
          .poll(async () => {
            await scroll(desk, 240, 3_000)
            await desk.page.waitForTimeout(200)
            after = await lefts(desk, 'q3_2006')
            return after.scrolled
          })
          .toBeGreaterThan(0)
        expect(after.head).toBe(before.head - after.scrolled)
        expect(after.label).toBe(before.label)
        expect(after.figure).toBe(after.head)
        const top = await desk.page.locator('.ag-header-cell[col-id="q3_2006"]').boundingBox()
        const grid = await desk.page.locator(`[data-schedule="${LEDGER}"]`).boundingBox()
        expect(top!.y).toBeGreaterThanOrEqual(grid!.y)
        expect(top!.y).toBeLessThan(grid!.y + 120)
      },
      { filings },
    ),
  )

  it(
    'draws only what is in sight, and an edit far off reaches every total',
    atDesk(
      async (desk) => {
        const { keyboard } = desk.page
        await desk.show(SHEET)
        expect(await desk.cell(item(0, 0), 'percent_2008').count()).toBe(0)
        await desk.cell(item(0, 0), 'q1_2006').click()
        await keyboard.press('End')
        await expect.poll(() => desk.focus()).toBe(`${item(0, 0)}@percent_2008`)
        await expect.poll(() => desk.cell(item(0, 1), 'q2_2006').count()).toBe(0)
        await keyboard.press('ArrowLeft')
        await keyboard.press('ArrowLeft')
        await keyboard.press('ArrowLeft')
        await keyboard.press('ArrowLeft')
        await expect.poll(() => desk.focus()).toBe(`${item(0, 0)}@fy_2009`)
        await keyboard.press('ArrowLeft')
        await expect.poll(() => desk.focus()).toBe(`${item(0, 0)}@q4_2009`)
        const total = await desk.figure('section_0', 'q4_2009')
        await keyboard.type('+=1000')
        await keyboard.press('Enter')
        await desk.saved()
        expect(amount(await desk.figure('section_0', 'q4_2009')) - amount(total)).toBe(1000n)
        expect(await desk.headline('net_earnings')).not.toBe('')
        await expect.poll(() => desk.headline('open_tie_outs')).toBe('0')

        // The last line is where the first edit must have arrived, though it was not drawn.
        await keyboard.press('Control+End')
        await desk.cell('net_earnings', 'fy_2009').waitFor()
        expect(await desk.cell('net_earnings', 'q4_2009').locator('.figure.changed').count()).toBe(1)
        expect(await desk.cell('net_earnings', 'q3_2009').locator('.figure.changed').count()).toBe(0)
        await keyboard.press('Control+z')
        await desk.saved()
        await desk.cell('section_0', 'q4_2009').waitFor()
        expect(await desk.figure('section_0', 'q4_2009')).toBe(total)
      },
      { filings },
    ),
  )

  it(
    'keeps a selection across what is out of sight, and sums it exactly',
    atDesk(
      async (desk) => {
        const { keyboard } = desk.page
        await desk.show(SHEET)
        await desk.cell(item(0, 0), 'q1_2006').click()
        await keyboard.press('Control+Space')
        const summary = desk.page.locator('.selection-summary')
        // The whole column, and its sum, which is drawn a moment after the count of one cell is gone.
        await expect.poll(() => summary.getAttribute('data-selected')).toMatch(/^\d{3,}$/)
        await expect.poll(() => summary.innerText()).toMatch(/sum/i)
        const selected = await summary.innerText()
        await scroll(desk, 900, 5_000)
        await expect.poll(() => desk.cell(item(0, 5), 'q1_2006').count()).toBe(0)
        expect(await summary.innerText()).toBe(selected)
        const marked = desk.page.locator('[row-id] [col-id="q1_2006"].in-range')
        // On a busy machine what scrolled before can come to rest after the way back has begun.
        const back = async (): Promise<number> => {
          await scroll(desk, 0, 5_000)
          return marked.count()
        }
        await expect.poll(back).toBeGreaterThan(5)
      },
      { filings },
    ),
  )
})
