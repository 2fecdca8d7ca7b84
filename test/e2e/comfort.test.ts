/**
 * The sheet as each person likes it: size, density, widths of columns and panels, remembered in the workbook; heads that say
 * how a column is formed; no motion where none is wanted.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const SHEET = '#/impac_2007_q3/reconciliation'
const CELL = ['loan_loss_provisions', 'q3_2007'] as const

async function boxOf(desk: Desk, line: string, column: string): Promise<{ width: number; height: number }> {
  const box = await desk.cell(line, column).boundingBox()
  return { width: Math.round(box!.width), height: Math.round(box!.height) }
}

/** The height of the figure's letters, as the page lays them out. */
function letters(desk: Desk): Promise<number> {
  return desk.cell(...CELL).evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize))
}

/** Figures and labels that do not fit their cells, and heads that do not fit theirs. */
function clipped(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-schedule] :is(.figure, .line-label, .ag-header-cell-text)')]
      .filter((one) => {
        const cell = one.closest('.ag-cell, .ag-header-cell')!.getBoundingClientRect()
        const own = one.getBoundingClientRect()
        return own.top < cell.top - 1 || own.bottom > cell.bottom + 1 || one.scrollWidth > one.clientWidth + 2
      })
      .filter((one) => one.clientWidth > 1)
      .map((one) => one.textContent ?? ''),
  )
}

/** Opens the page anew: what is remembered comes from the workbook. */
async function again({ page }: Desk): Promise<void> {
  await page.reload()
  await page.locator('[data-schedule] [row-id]').first().waitFor()
}

async function act(desk: Desk, name: string): Promise<void> {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

describeInBrowser('the size of the sheet', () => {
  it(
    'grows and shrinks by keys, nothing is cut, the workbook remembers it, and what is typed stays',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show(SHEET)
      await desk.cell(...CELL).click()
      const [usual, text] = [await boxOf(desk, ...CELL), await letters(desk)]
      for (let step = 0; step < 3; step++) await keyboard.press('Control+=')
      await expect.poll(() => letters(desk)).toBeCloseTo(text * 1.5, 1)
      expect(await boxOf(desk, ...CELL)).toEqual({ width: Math.round(usual.width * 1.5), height: usual.height * 1.5 })
      expect(await clipped(desk)).toEqual([])
      expect(await desk.focus()).toBe(CELL.join('@'))
      const zoom = desk.page.getByRole('group', { name: 'Size of the sheet' })
      expect(await zoom.innerText()).toContain('150%')

      await keyboard.press('Control+0')
      await keyboard.press('Control+-')
      await keyboard.press('Control+-')
      await expect.poll(() => letters(desk)).toBeCloseTo(text * 0.8, 1)
      expect(await clipped(desk)).toEqual([])
      // There is no smaller step.
      await keyboard.press('Control+-')
      expect(await zoom.innerText()).toContain('80%')
      await again(desk)
      await expect.poll(() => letters(desk)).toBeCloseTo(text * 0.8, 1)
      await desk.page.getByRole('button', { name: '80%, back to the usual size' }).click()
      await expect.poll(() => boxOf(desk, ...CELL)).toEqual(usual)

      // What is typed stays, with what is said of it beside its cell.
      await desk.type(...CELL, '842453')
      await keyboard.press('Control+=')
      await keyboard.press('Control+=')
      const editor = desk.cell(...CELL).locator('input')
      expect(await editor.inputValue()).toBe('842453')
      const gap = await desk.page.evaluate(() => {
        const hint = document.querySelector('.cell-hint')!.getBoundingClientRect()
        const cell = document.querySelector('.ag-cell:has(input)')!.getBoundingClientRect()
        return Math.min(Math.abs(hint.top - cell.bottom), Math.abs(cell.top - hint.bottom))
      })
      expect(gap).toBeLessThan(12)
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure(...CELL)).toBe('842,453')
    }),
  )

  it(
    'sets rows closer, which is remembered, and stays clean for screen readers',
    atDesk(async (desk) => {
      await desk.show(SHEET)
      await desk.cell(...CELL).click()
      const { height } = await boxOf(desk, ...CELL)
      await act(desk, 'Compact or comfortable')
      await expect.poll(async () => (await boxOf(desk, ...CELL)).height).toBeLessThan(height)
      expect(await clipped(desk)).toEqual([])
      const { violations } = await axe(desk.page)
        .include('[data-schedule]')
        .include('.status-bar')
        .include('.headline-strip')
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await again(desk)
      expect((await boxOf(desk, ...CELL)).height).toBeLessThan(height)
    }),
  )
})

describeInBrowser('the widths of columns', () => {
  it(
    'are drawn at the edge of a head, fitted by a double click, and remembered at any size',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(SHEET)
      const { width } = await boxOf(desk, ...CELL)
      const edge = page.locator('.ag-header-cell[col-id="q3_2007"] .ag-header-cell-resize')
      const at = (await edge.boundingBox())!
      await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
      await page.mouse.down()
      await page.mouse.move(at.x + at.width / 2 + 50, at.y + at.height / 2, { steps: 5 })
      await page.mouse.up()
      await expect.poll(async () => (await boxOf(desk, ...CELL)).width).toBe(width + 50)
      await again(desk)
      await expect.poll(async () => (await boxOf(desk, ...CELL)).width).toBe(width + 50)
      // Of another schedule the column keeps its own width.
      await desk.show('#/impac_2007_q3/income')
      await expect.poll(async () => (await boxOf(desk, 'interest_income', 'q3_2007')).width).toBeLessThan(width + 50)
      await desk.show(SHEET)
      await page.locator('.ag-header-cell[col-id="q3_2007"] .ag-header-cell-resize').dblclick()
      await expect.poll(async () => (await boxOf(desk, ...CELL)).width).toBeLessThan(width + 50)
      expect(await clipped(desk)).toEqual([])
    }),
  )

  it(
    'are changed by the keyboard; heads say how a column is formed',
    atDesk(async (desk) => {
      await desk.show(SHEET)
      await desk.cell(...CELL).click()
      const { width } = await boxOf(desk, ...CELL)
      await act(desk, 'Widen the column')
      await expect.poll(async () => (await boxOf(desk, ...CELL)).width).toBe(width + 16)
      await act(desk, 'Narrow the column')
      await expect.poll(async () => (await boxOf(desk, ...CELL)).width).toBe(width)
      await act(desk, 'Fit the column')
      await expect.poll(() => desk.page.locator('.toast').last().innerText()).toContain('pixels wide')
      expect(await clipped(desk)).toEqual([])
      await desk.page.locator('.ag-header-cell[col-id="q1_2007"]').hover()
      const tooltip = desk.page.locator('.ag-tooltip')
      await tooltip.waitFor()
      expect((await tooltip.innerText()).length).toBeGreaterThan(10)
    }),
  )
})

/** The longest that anything on the page takes to change or to move, in seconds. */
function longest({ page }: Desk): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element)
        return `${animationDuration}, ${transitionDuration}`.split(', ').map((time) => Number.parseFloat(time) || 0)
      }),
    ),
  )
}

describeInBrowser('panels', () => {
  it(
    'come back as they were left: which one, open or closed, and folded lines with them; nothing moves',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('reo_provision', 'q3_2007').click()
      await page.keyboard.press('Alt+Shift+ArrowLeft')
      await page.keyboard.press('Alt+Shift+T')
      await page.getByRole('tab', { name: 'Tie-outs', selected: true }).waitFor()
      await again(desk)
      await page.getByRole('tab', { name: 'Tie-outs', selected: true }).waitFor()
      await page.locator('[data-schedule="income"] [row-id="non_interest_income"]').first().waitFor()
      expect(await desk.cell('reo_provision', 'q3_2007').count()).toBe(0)
      await page.keyboard.press('Alt+Shift+T')
      await page.getByRole('tab', { name: 'Tie-outs' }).waitFor({ state: 'detached' })
      await again(desk)
      await page.locator('[data-schedule="income"] [row-id]').first().waitFor()
      expect(await page.getByRole('tab', { name: 'Tie-outs' }).count()).toBe(0)
      // Where the system asks for no motion, there is none.
      await page.keyboard.press('F1')
      await page.getByRole('dialog').waitFor()
      expect(await longest(desk)).toBe(0)
    }),
  )
})
