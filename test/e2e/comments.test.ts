/**
 * A comment on any figure, with author and time: written, changed, deleted, found again, undone; by keyboard. On paper:
 * test/shared/print/comments.test.ts; as the note of an adjustment: test/shared/checks/tie_out_book.test.ts.
 */
import { axe } from './axe.ts'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const CELL = 'Loan loss provisions, Three Months Ended September 30, 2007'

/** Writes a comment on a cell by keyboard. */
async function comment(desk: Desk, line: string, column: string, text: string): Promise<void> {
  await desk.cell(line, column).click()
  await desk.page.keyboard.press('Shift+F2')
  await popover(desk).waitFor()
  await desk.page.keyboard.insertText(text)
  await desk.page.keyboard.press('Control+Enter')
  await popover(desk).waitFor({ state: 'detached' })
  await desk.saved()
}

function popover({ page }: Desk): Locator {
  return page.getByRole('dialog', { name: 'Comments on' })
}

function mark(desk: Desk, line: string, column: string): Locator {
  return desk.cell(line, column).getByRole('img', { name: /^has .*comment/ })
}

/** The titles of the newest changes in the log. */
async function titles({ page }: Desk, count: number): Promise<string[]> {
  return page.evaluate(async (limit) => {
    const answer = await window.workbench!.log({ limit })
    if (!answer.ok) throw new Error(answer.failure.message)
    return answer.value.entries.map(({ title }) => title)
  }, count)
}

async function storedComments({ page }: Desk) {
  return page.evaluate(async () => {
    const answer = await window.workbench!.load({})
    if (!answer.ok) throw new Error(answer.failure.message)
    const { author } = answer.value
    return answer.value.filings.flatMap(({ comments }) => comments.map((one) => ({ ...one, editor: author })))
  })
}

describeInBrowser('comments', () => {
  it(
    'are written at a filed figure without touching it, marked, and undone in one step',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      const before = await desk.figure('loan_loss_provisions', 'q3_2007')
      const number = await desk.number()
      await comment(desk, 'loan_loss_provisions', 'q3_2007', 'Per the servicer report.')
      expect(await desk.number()).toBe(number + 1)
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe(before)
      expect(await mark(desk, 'loan_loss_provisions', 'q3_2007').getAttribute('aria-label')).toBe('has a comment')
      expect(await desk.cell('loan_loss_provisions', 'q3_2007').getAttribute('aria-description')).toMatch(
        /Comment by .+: Per the servicer report$/,
      )
      expect(await page.getByText('Scenario 1').count()).toBe(0)
      expect(await titles(desk, 1)).toEqual([`Comment on ${CELL}: “Per the servicer report.”`])
      const [stored] = await storedComments(desk)
      expect(stored).toMatchObject({ text: 'Per the servicer report.', author: stored!.editor })
      expect(stored!.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)

      await page.keyboard.press('Control+z')
      await mark(desk, 'loan_loss_provisions', 'q3_2007').waitFor({ state: 'detached' })
      await desk.saved()
      expect(await storedComments(desk)).toEqual([])
      await page.keyboard.press('Control+y')
      await mark(desk, 'loan_loss_provisions', 'q3_2007').waitFor()
      await desk.saved()
    }),
  )

  it(
    'of one figure stand in a thread; each is changed or deleted on its own, by keyboard',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/reconciliation')
      await comment(desk, 'loan_loss_provisions', 'q3_2007', 'First.')
      await comment(desk, 'loan_loss_provisions', 'q3_2007', 'Second.')
      expect(await mark(desk, 'loan_loss_provisions', 'q3_2007').getAttribute('aria-label')).toBe('has 2 comments')

      await keyboard.press('Shift+F2')
      const thread = popover(desk)
      expect(await thread.locator('.comment-text').allInnerTexts()).toEqual(['First.', 'Second.'])
      await thread.getByRole('button', { name: 'Change the comment “First.”' }).focus()
      await keyboard.press('Enter')
      await keyboard.type(' And more.')
      await keyboard.press('Escape')
      expect(await thread.locator('.comment-text').allInnerTexts()).toEqual(['First.', 'Second.'])
      await thread.getByRole('button', { name: 'Change the comment “First.”' }).focus()
      await keyboard.press('Enter')
      await keyboard.type(' And more.')
      await keyboard.press('Control+Enter')
      await desk.saved()
      await thread.getByText('First. And more.').waitFor()
      await thread.getByRole('button', { name: 'Delete the comment “Second.”' }).focus()
      await keyboard.press('Enter')
      await desk.saved()
      expect(await thread.locator('.comment-text').allInnerTexts()).toEqual(['First. And more.'])
      await keyboard.press('Escape')
      await thread.waitFor({ state: 'detached' })
      expect(await desk.focus()).toBe('loan_loss_provisions@q3_2007')
      expect(await titles(desk, 2)).toEqual([
        `Comment on ${CELL} deleted: “Second.”`,
        `Comment on ${CELL} changed: “First. And more.”`,
      ])
    }),
  )

  it(
    'are kept when the popover is left, and thrown away by Escape alone; blank ones are none',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      const number = await desk.number()
      await desk.cell('interest_income', 'q3_2007').click()
      await page.keyboard.press('Shift+F2')
      await page.keyboard.type('Not meant.')
      await page.keyboard.press('Escape')
      await popover(desk).waitFor({ state: 'detached' })
      await page.keyboard.press('Shift+F2')
      await page.keyboard.type('   ')
      await page.keyboard.press('Control+Enter')
      await popover(desk).waitFor({ state: 'detached' })
      expect(await desk.number()).toBe(number)
      // An input takes F2 for its own edit; with Shift it is the comment.
      await page.keyboard.press('Shift+F2')
      await page.keyboard.type('Meant.')
      await expect.poll(() => popover(desk).getByRole('textbox').inputValue()).toBe('Meant.')
      await page.mouse.click(700, 120)
      await popover(desk).waitFor({ state: 'detached' })
      await mark(desk, 'interest_income', 'q3_2007').waitFor()
      await desk.saved()
      expect(await titles(desk, 1)).toEqual([expect.stringContaining('“Meant.”')])
    }),
  )

  it(
    'show beside the figure in focus or under the pointer, and Escape puts them away',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await comment(desk, 'loan_loss_provisions', 'q3_2007', 'Per the servicer report.')
      const hint = page.locator('.comment-hint')
      await hint.getByText('Per the servicer report.').waitFor()
      await page.keyboard.press('Escape')
      await hint.waitFor({ state: 'detached' })
      await page.keyboard.press('ArrowDown')
      await desk.cell('loan_loss_provisions', 'q3_2007').hover()
      await hint.getByText('Per the servicer report.').waitFor()
      // The card lies over the neighbouring figure: a pointer that goes there to click chooses it all the same.
      await desk.cell('loan_loss_provisions', 'q2_2007').click()
      expect(await desk.focus()).toBe('loan_loss_provisions@q2_2007')
      await desk.cell('net_earnings', 'q3_2007').hover()
      await hint.waitFor({ state: 'detached' })
    }),
  )

  it(
    'on a card hold the pointer that rests there, to scroll and to copy; a click still chooses what lies under it',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      const words = Array.from({ length: 20 }, (_, at) => `Sentence ${at} of the servicer report.`).join(' ')
      await comment(desk, 'loan_loss_provisions', 'q3_2007', words)
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowDown')
      const hint = page.locator('.comment-hint')
      await desk.cell('remic_gaap_earnings', 'q3_2007').hover()
      await hint.waitFor({ state: 'detached' })

      await desk.cell('loan_loss_provisions', 'q3_2007').hover()
      await hint.waitFor()
      const [card, cell] = [
        (await hint.boundingBox())!,
        (await desk.cell('loan_loss_provisions', 'q3_2007').boundingBox())!,
      ]
      // It stands beside its cell and covers nothing of it.
      expect(card.x).toBeGreaterThanOrEqual(cell.x + cell.width - 1)
      const neighbour = (await desk.cell('remic_gaap_earnings', 'q2_2007').boundingBox())!
      const [x, y] = [neighbour.x + neighbour.width / 2, neighbour.y + neighbour.height / 2]
      expect(x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height).toBe(true)
      await page.mouse.move(x, y, { steps: 6 })
      await page.locator('.comment-hint.held').waitFor()
      await page.mouse.wheel(0, 100)
      await expect.poll(() => hint.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(50)
      await page.mouse.move(x - 8, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y + 40, { steps: 4 })
      await page.mouse.up()
      const marked = (): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')
      expect(await marked()).toContain('servicer report')
      expect(await hint.count()).toBe(1)
      const { violations } = await axe(page).include('.comment-hint').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      // The first click lets the marked text go, the next is meant for the figure.
      await page.mouse.click(x, y + 10)
      await expect.poll(marked).toBe('')
      await page.mouse.click(x, y)
      await expect.poll(() => desk.focus()).toBe('remic_gaap_earnings@q2_2007')
      await hint.waitFor({ state: 'detached' })

      await desk.cell('loan_loss_provisions', 'q3_2007').hover()
      await hint.waitFor()
      await page.mouse.move(card.x + 40, card.y + 40, { steps: 3 })
      await page.locator('.comment-hint.held').waitFor()
      await page.keyboard.press('Escape')
      await hint.waitFor({ state: 'detached' })
      expect(await desk.focus()).toBe('remic_gaap_earnings@q2_2007')
    }),
  )

  it(
    'are listed in their panel, the schedule shown first, and lead to their figures; explanation and menu know them',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await comment(desk, 'provision_for_loan_losses', 'q2_2007', 'Of the books.')
      await desk.show('#/impac_2007_q3/reconciliation')
      await comment(desk, 'taxable_income', 'q3_2007', 'Of the tax.')
      await page.getByText('Comment on this figure').waitFor()
      expect(await page.locator('.figure-comments').innerText()).toContain('Of the tax.')

      await page.getByRole('tab', { name: 'Comments' }).click()
      const cells = page.locator('.commented-cells > li')
      expect(await cells.locator('.comment-text').allInnerTexts()).toEqual(['Of the tax.', 'Of the books.'])
      expect(await cells.first().getAttribute('aria-current')).toBe('true')
      await cells.nth(1).getByRole('button').focus()
      await page.keyboard.press('Enter')
      await page.locator('[data-schedule="income"] [row-id]').first().waitFor()
      expect(await desk.focus()).toBe('provision_for_loan_losses@q2_2007')

      await desk.cell('provision_for_loan_losses', 'q2_2007').click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Comment on the figure' }).click()
      await popover(desk).getByText('Of the books.').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: 'Change log' }).click()
      await page.locator('input[name="log-scope"][value="cell"]').check()
      await page.locator('.change-log li').getByText('“Of the books.”').waitFor()
    }),
  )

  it(
    'are written from the comparison at the figure behind it',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '300000')
      await page.keyboard.press('Alt+Shift+C')
      const label = page.locator('[data-schedule] .ag-row', { hasText: 'Interest income' })
      const line = await label.first().getAttribute('row-id')
      await desk.cell(line!, 'base').click()
      await page.keyboard.press('Shift+F2')
      await popover(desk).getByText('Interest income').waitFor()
      await page.keyboard.type('From the comparison.')
      await page.keyboard.press('Control+Enter')
      await desk.saved()
      expect(await desk.focus()).toBe(`${line}@base`)
      expect(await storedComments(desk)).toMatchObject([
        { schedule: 'income', line: 'interest_income', column: 'q3_2007', text: 'From the comparison.' },
      ])
    }),
  )

  it(
    'have no violation that axe knows in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      // The rest of the screen is looked at elsewhere.
      const look = async (where: string, part: string): Promise<void> => {
        const { violations } = await axe(page).include(part).analyze()
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html}`)))
      }
      await desk.show('#/impac_2007_q3/reconciliation')
      await comment(desk, 'loan_loss_provisions', 'q3_2007', 'Per the servicer report.')
      await page.locator('.comment-hint').waitFor()
      await look('figure', '[data-schedule]')
      await look('card', '.comment-hint')
      await page.keyboard.press('Shift+F2')
      await popover(desk).waitFor()
      await look('thread', '[role="dialog"]')
      await page.getByRole('button', { name: /^Change the comment/ }).click()
      await look('change', '[role="dialog"]')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: 'Comments' }).click()
      await look('panel', '[role="tabpanel"]')
      expect(found).toEqual([])
    }),
  )
})
