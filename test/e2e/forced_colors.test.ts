/**
 * Colours forced by the system: wherever the keyboard is, one focus is seen, in the system's own colour; cells are plain; and
 * what colours and washes say elsewhere is said by lines.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const INCOME = '#/impac_2007_q3/income'
const SHEET = '#/impac_2007_q3/reconciliation'

/** The outlines that are seen, each with its part of the page and whether it has the colour of the focus. */
function outlines({ page }: Desk): Promise<{ part: string; isHighlight: boolean; hasFocus: boolean }[]> {
  return page.evaluate(() => {
    const probe = document.createElement('span')
    probe.style.color = 'Highlight'
    document.body.append(probe)
    const highlight = getComputedStyle(probe).color
    probe.remove()
    const found = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      return (
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) > 0 &&
        one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        box.width > 1 &&
        box.height > 1
      )
    })
    return found.map((one) => ({
      part: `${one.tagName} ${one.className}`,
      isHighlight: getComputedStyle(one).outlineColor === highlight,
      // On the element itself, about it, or beside it as for a radio button that is drawn by its words.
      hasFocus: one.contains(document.activeElement) || one.previousElementSibling === document.activeElement,
    }))
  })
}

const ONE = [{ part: expect.any(String) as string, isHighlight: true, hasFocus: true }]

type Looks = Record<'border' | 'decoration' | 'background' | 'shadow' | 'before', string>

/** How a cell and its figure look. */
function looks(desk: Desk, line: string, column: string): Promise<Looks> {
  return desk.cell(line, column).evaluate((cell) => {
    const style = getComputedStyle(cell)
    const digits = cell.querySelector('.digits')
    const figure = cell.querySelector('.figure')!
    const corner = getComputedStyle(cell, '::before')
    const rule = getComputedStyle(figure, '::before')
    return {
      border: [style.borderTopColor, style.borderRightColor, style.borderBottomColor, style.borderLeftColor].join(' '),
      decoration: digits ? getComputedStyle(digits).textDecorationLine : 'none',
      background: style.backgroundColor,
      shadow: style.boxShadow,
      before: `${corner.content === 'none' ? '' : corner.borderTopColor} ${rule.content === 'none' ? '' : `${rule.borderTopStyle} ${rule.borderTopColor}`}`,
    }
  })
}

async function forced(desk: Desk): Promise<{ canvas: string; text: string }> {
  await desk.page.emulateMedia({ forcedColors: 'active' })
  return desk.page.evaluate(() => {
    const probe = document.createElement('span')
    probe.style.cssText = 'color: CanvasText; background-color: Canvas; forced-color-adjust: none'
    document.body.append(probe)
    const { color, backgroundColor } = getComputedStyle(probe)
    probe.remove()
    return { text: color, canvas: backgroundColor }
  })
}

describeInBrowser('with forced colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(
      `one focus is seen wherever the keyboard is, in ${theme}`,
      atDesk(
        async (desk) => {
          const { keyboard } = desk.page
          await forced(desk)
          await desk.show(INCOME)
          await desk.cell('provision_for_loan_losses', 'q3_2007').click()
          await keyboard.press('ArrowRight')
          expect(await outlines(desk), 'a cell').toEqual(ONE)
          await keyboard.press('Shift+ArrowRight')
          expect(await outlines(desk), 'a selection').toEqual(ONE)
          await keyboard.press('Escape')
          for (const text of ['1', '=']) {
            await keyboard.type(text)
            expect(await outlines(desk), `the editor with ${text}`).toEqual(ONE)
            await keyboard.press('Escape')
          }
          await keyboard.type('1,2')
          await keyboard.press('Enter')
          expect(await outlines(desk), 'a refused text').toEqual(ONE)
          await keyboard.press('Escape')
          const seen = new Set<string>()
          for (let step = 0; step < 8; step++) {
            await keyboard.press('F6')
            const now = await outlines(desk)
            expect(now, `region ${step}`).toEqual(ONE)
            seen.add(now[0]!.part)
          }
          expect(seen.size).toBeGreaterThan(4)
          await desk.page.locator('.top-bar button').first().focus()
          for (let step = 0; step < 24; step++) {
            await keyboard.press('Tab')
            const now = await outlines(desk)
            expect(now, `Tab ${step}`).toEqual(ONE)
          }
          await desk.cell('interest_income', 'q3_2007').click()
          await keyboard.press('Control+f')
          expect(await outlines(desk), 'find').toEqual(ONE)
          await keyboard.press('Escape')
          for (const key of ['Control+k', 'Control+g', 'Alt+Shift+N', 'F1', 'Alt+Shift+M']) {
            await keyboard.press(key)
            await desk.page.getByRole('dialog').waitFor()
            expect(await outlines(desk), key).toEqual(ONE)
            await keyboard.press('Tab')
            expect(await outlines(desk), `${key} Tab`).toEqual(ONE)
            await keyboard.press('Escape')
            await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
          }
          // The dialog gives the focus back a moment after it is gone.
          await desk.page.waitForFunction(() => document.activeElement?.closest('[data-schedule]') !== null)
          await desk.page.getByRole('button', { name: 'Menu' }).press('Enter')
          await desk.page.getByRole('menuitem', { name: 'File' }).waitFor()
          expect(await outlines(desk), 'menu').toEqual(ONE)
        },
        { theme },
      ),
    )
  }

  it(
    'cells are plain, and changed, overridden, wrong and selected ones differ by lines',
    atDesk(async (desk) => {
      const { canvas, text } = await forced(desk)
      await desk.show(INCOME)
      await desk.cell('interest_income', 'q3_2007').click()
      const plain = await looks(desk, 'interest_expense', 'q2_2007')
      const none = Array(4).fill(canvas).join(' ')
      expect(plain).toMatchObject({ border: none, decoration: 'none', shadow: 'none' })
      // Washes are gone: a computed column looks like the others.
      const { background } = await looks(desk, 'interest_expense', 'variance')
      expect([canvas, 'rgba(0, 0, 0, 0)', canvas.replace('rgb(', 'rgba(').replace(')', ', 0)')]).toContain(background)

      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      expect((await looks(desk, 'provision_for_loan_losses', 'q3_2007')).before).not.toBe(plain.before)
      await desk.enter('net_earnings', 'q2_2007', '5')
      expect((await looks(desk, 'net_earnings', 'q2_2007')).decoration).toBe('underline')
      await desk.enter('interest_expense', 'q2_2007', '=1/0')
      expect((await looks(desk, 'interest_expense', 'q2_2007')).decoration).toBe('underline')
      // The rule over a total is drawn.
      const ruled = desk.page.locator('[data-schedule] .figure-cell.rule-single').first()
      const rule = await ruled.locator('.figure').evaluate((figure) => {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(figure, '::before')
        return { borderTopStyle, borderTopWidth, borderTopColor }
      })
      expect(rule).toEqual({ borderTopStyle: 'solid', borderTopWidth: '1px', borderTopColor: text })

      await desk.cell('interest_income', 'q3_2007').click()
      await desk.page.keyboard.press('Shift+ArrowRight')
      const [left, right] = [
        await looks(desk, 'interest_income', 'q3_2007'),
        await looks(desk, 'interest_income', 'q2_2007'),
      ]
      // Around the active cell the focus stands for them.
      expect(left.border).toBe(none)
      expect(right.border).toBe([text, text, text, canvas].join(' '))
      await desk.show(SHEET)
      await desk.chooseFlow('tax_only')
      await desk.enter('loan_loss_provisions', 'q3_2007', '5')
      expect((await looks(desk, 'loan_loss_provisions', 'q3_2007')).decoration).toBe('underline')
    }),
  )
})
