/**
 * Long labels of lines: the row is as high as its label from the first frame in which it stands, and nothing of it is cut at any
 * zoom, in close rows, in a narrow window or on paper.
 */
import { expect, test } from 'vitest'
import { describeInBrowser, type Desk } from './desk.ts'
import { DRAFT } from './draft.ts'
import { atDraft, act, reverse } from './draft_desk.ts'

const LINE = 'net_interest_income'
const LONG =
  'Change in the fair value of derivative instruments, including the amortization of premiums paid, less realized ' +
  'settlements received on interest-rate-sensitive collateral of the consolidated trusts, net of tax'
/** As some exports give it: no place to break. */
const UNBROKEN = 'NetInterestIncomeExpenseAfterProvisionForLoanLosses'.repeat(4)

type Seen = { id: string; height: number; cut: number; spare: number }

/** Of each label drawn: the height of its row, how much of it stands outside its cell, and how much room its row has beyond it, in pixels. */
function labels(desk: Desk): Promise<Seen[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll('[data-schedule] .ag-cell.label-cell')].map((cell) => {
      const box = cell.getBoundingClientRect()
      // The lines of the label as they are laid out, and how far its words go to either side.
      const label = cell.querySelector('.line-label')
      const id = cell.closest('[row-id]')!.getAttribute('row-id')!
      // A row that is only being drawn shows nothing of its label yet.
      if (!label) return { id, height: box.height, cut: 1, spare: 0 }
      const lines = label.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(label)
      const sides = [...range.getClientRects()].flatMap(({ left, right }) => [box.left - left, right - box.right])
      return {
        id,
        height: box.height,
        cut: Math.max(0, box.top - lines.top, lines.bottom - box.bottom, ...sides),
        spare: lines.top - box.top,
      }
    }),
  )
}

/** Watches the frames: in the first that shows the text, was the label whole? */
async function watchFrames(desk: Desk, text: string): Promise<() => Promise<{ cut: number }>> {
  await desk.page.evaluate((wanted) => {
    const look = (): void => {
      const label = [...document.querySelectorAll('.ag-cell.label-cell')].find(
        (cell) => cell.querySelector('.words')?.textContent === wanted,
      )
      if (!label) return void requestAnimationFrame(look)
      // What is laid out now is what this frame paints.
      const box = label.getBoundingClientRect()
      const words = label.querySelector('.line-label')!.getBoundingClientRect()
      Object.assign(window, { firstFrame: { cut: Math.max(0, box.top - words.top, words.bottom - box.bottom) } })
    }
    Object.assign(window, { firstFrame: null })
    requestAnimationFrame(look)
  }, text)
  return async () => {
    const shown = await desk.page.waitForFunction(() => (window as unknown as { firstFrame: object | null }).firstFrame)
    return (await shown.jsonValue()) as { cut: number }
  }
}

async function rename(desk: Desk, line: string, text: string): Promise<void> {
  await desk.cell(line, '_label').dblclick()
  const field = desk.page.locator('.naming input')
  await field.fill(text)
  await field.press('Enter')
  await desk.saved()
}

function cutOf(seen: readonly Seen[]): Seen[] {
  return seen.filter(({ cut }) => cut > 0.5)
}

describeInBrowser('long labels', () => {
  test(
    'a name, its undoing and its doing again, the details and a mark of a note lay the row out at once',
    atDraft(async (desk) => {
      const named = await watchFrames(desk, LONG)
      await rename(desk, LINE, LONG)
      expect((await named()).cut).toBe(0)
      expect(cutOf(await labels(desk))).toEqual([])

      const short = 'Net interest (expense) income'
      const heightOf = async (): Promise<number> => (await labels(desk)).find(({ id }) => id === LINE)!.height
      const high = await heightOf()
      await reverse(desk, 'Control+z')
      await desk.page.locator('.words', { hasText: short }).first().waitFor()
      // What was high is low again.
      expect(await heightOf()).toBeLessThan(high)
      const again = await watchFrames(desk, LONG)
      await reverse(desk, 'Control+y')
      expect((await again()).cut).toBe(0)

      const details = await watchFrames(desk, `${LONG}, and of everything else that belongs there in the period shown`)
      await desk.cell('interest_income', 'q3_2007').click()
      await desk.page.keyboard.press('Alt+Enter')
      const dialog = desk.page.getByRole('dialog')
      await dialog
        .getByLabel('Label', { exact: true })
        .fill(`${LONG}, and of everything else that belongs there in the period shown`)
      await dialog.getByLabel('Label', { exact: true }).press('Enter')
      expect((await details()).cut).toBe(0)
      await desk.saved()
      expect(cutOf(await labels(desk))).toEqual([])

      // A mark may need a line more.
      await desk.page.setViewportSize({ width: 1110, height: 1000 })
      await desk.show(`#/${DRAFT}/reconciliation`)
      await desk.page.getByRole('tab', { name: 'Notes' }).click()
      const noted = 'net_earnings'
      await desk.cell(noted, 'q3_2007').click()
      const name = 'Net loss, after every adjustment that is described in the notes below'
      await rename(desk, noted, name)
      await desk.cell(noted, 'q3_2007').click()
      for (const mark of ['1', '2', '3', '4', '5', '6', '7', '8']) {
        await desk.page.getByRole('button', { name: `Mark ${name} with note ${mark}`, exact: true }).click()
        expect(cutOf(await labels(desk)), mark).toEqual([])
      }
    }),
  )

  test(
    'nothing of a label is cut at any zoom, in close rows or where the labels have little room, and no row is higher than it needs',
    atDraft(async (desk) => {
      await rename(desk, LINE, LONG)
      await rename(desk, 'interest_income', UNBROKEN)
      const { page } = desk
      for (const density of ['comfortable', 'compact']) {
        if (density === 'compact') await act(desk, 'Compact or comfortable rows')
        await page.keyboard.press('Control+0')
        for (let step = 0; step < 3; step++) await page.keyboard.press('Control+-')
        for (let step = 0; step < 8; step++) {
          for (const width of [1440, 900]) {
            await page.setViewportSize({ width, height: 1000 })
            const zoom = await page.evaluate(() => document.documentElement.style.getPropertyValue('--zoom'))
            const most = 25 * Number(zoom)
            const faults = async (): Promise<unknown[]> => {
              const seen = await labels(desk)
              return [...cutOf(seen), ...seen.filter(({ spare }) => spare > most)]
            }
            await page.waitForTimeout(120)
            await expect.poll(faults, { message: `${density}, zoom ${zoom}, ${width} wide` }).toEqual([])
          }
          await page.keyboard.press('Control+=')
        }
      }
    }),
  )

  test(
    'paper shows it whole',
    atDraft(async (desk) => {
      await rename(desk, LINE, LONG)
      await rename(desk, 'interest_income', UNBROKEN)
      const { page } = desk
      await page.goto(new URL(`/print/${DRAFT}/income?mode=workpaper`, page.url()).href)
      await page.locator('table').first().waitFor()
      await expect.poll(() => page.locator('tbody th[scope="row"]').count()).toBeGreaterThan(10)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('tbody th[scope="row"]')].flatMap((head) => {
          const box = head.closest('tr')!.getBoundingClientRect()
          const range = document.createRange()
          range.selectNodeContents(head)
          const isCut = [...range.getClientRects()].some(
            (one) =>
              one.top < box.top - 1 ||
              one.bottom > box.bottom + 1 ||
              one.right > head.getBoundingClientRect().right + 1,
          )
          return isCut ? [head.textContent] : []
        }),
      )
      expect(cut).toEqual([])
      const text = await page.locator('body').innerText()
      expect(text.replaceAll(/\s+/g, ' ')).toContain(LONG)
    }),
  )
})
