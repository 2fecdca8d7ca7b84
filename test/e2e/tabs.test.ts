/**
 * Many tabs over one workbook: a browser has six connections for all tabs of a place, so none may be held open.
 */
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const CELLS = ['interest_income', 'interest_expense', 'provision_for_loan_losses', 'derivatives_unrealized'].flatMap(
  (line) => ['q3_2007', 'q2_2007'].map((column) => ({ line, column })),
)

const cell = (page: Page, { line, column }: { line: string; column: string }) =>
  page.locator(`[data-schedule="income"] [row-id="${line}"] [col-id="${column}"]`)

/** A further tab of the browser, at the schedule that the desk shows. */
async function openTab(desk: Desk): Promise<Page> {
  const page = await desk.page.context().newPage()
  await page.goto(`${new URL(desk.printed).origin}/#/impac_2007_q3/income`)
  await page.locator('[data-schedule="income"] [row-id]').first().waitFor()
  return page
}

async function enter(page: Page, at: (typeof CELLS)[number], text: string): Promise<void> {
  await cell(page, at).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describeInBrowser('many tabs', () => {
  it(
    'each save their edit; one that is stale is told so and reads again',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      // The scenario that all of them edit.
      await desk.enter('interest_income', 'q3_2007', '300000')
      const tabs = [desk.page]
      while (tabs.length < 8) tabs.push(await openTab(desk))
      for (const [at, page] of tabs.entries()) {
        await enter(page, CELLS[at]!, String(1_001 + at))
        await page.locator('[data-status="saved"]').waitFor({ timeout: 15_000 })
      }
      const stored = { line: CELLS[0]!.line, column: CELLS[0]!.column }
      const stale = tabs[7]!
      await enter(stale, stored, '777')
      await stale.locator('.toast.warned', { hasText: 'not saved' }).waitFor()
      await stale.locator('[data-status="saved"]').waitFor()
      for (const [at, one] of CELLS.entries()) {
        expect(await cell(stale, one).innerText()).toContain(`1,00${at + 1}`)
      }
    }),
  )

  it(
    'show the restored figures when one of them restores a backup',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      const other = await openTab(desk)
      const at = CELLS[0]!
      const before = await desk.figure(at.line, at.column)
      await desk.enter(at.line, at.column, '1234')
      await other.reload()
      await cell(other, at).getByText('1,234').waitFor()
      const restored = await desk.page.evaluate(async () => {
        const { backups, restore } = window.workbench!
        const listed = await backups({})
        if (!listed.ok) throw new Error(listed.failure.message)
        return restore({ name: listed.value.backups.at(-1)!.name })
      })
      expect(restored).toMatchObject({ ok: true })
      const shown = async (page: Page): Promise<string> =>
        (await cell(page, at).innerText()).replaceAll(/\s+/g, ' ').trim()
      await expect.poll(() => shown(other), { timeout: 15_000 }).toBe(before)
      await expect.poll(() => shown(desk.page), { timeout: 15_000 }).toBe(before)
    }),
  )
})
