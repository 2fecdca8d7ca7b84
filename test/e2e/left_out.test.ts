/**
 * A year to date of some quarters is marked at the figure, told in words where figures are explained and tied out, and printed
 * so in the workpaper copy; the mark goes when the last blank quarter is entered, be it nil.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

const WORDS =
  'Elimination of inter-company transactions, Six Months Ended June 30, 2026: counts 1 of 2 quarters; Three Months Ended March 31, 2026 is blank.'
const RESTS =
  'Estimated taxable income (loss) available to common stockholders, Six Months Ended June 30, 2026: rests on a figure that leaves a period out: Elimination of inter-company transactions.'

describeInBrowser('a year to date that leaves a quarter out', () => {
  it(
    'is marked in a new draft with one quarter entered, on the screen and on paper, until the other is',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await page.keyboard.press('Alt+Shift+F')
      await page.locator('[role="dialog"] input:focus').waitFor()
      await page.keyboard.type('Second quarter 2026')
      for (let count = 0; count < 3; count += 1) await page.keyboard.press('Tab')
      await page.keyboard.type('2026-06-30')
      await page.keyboard.press('Enter')
      await page.locator('[data-schedule="income"] [col-id="q2_2026"]').first().waitFor()
      await desk.saved()
      await desk.show('#/impac_2026_q2/reconciliation')
      const marked = page.locator('.figure.leaves-out')
      expect(await marked.count()).toBe(0)

      await desk.enter('intercompany_elimination', 'q2_2026', '1200')
      await desk.saved()
      const toDate = desk.cell('intercompany_elimination', 'm6_2026')
      await toDate.locator('.figure.leaves-out').waitFor()
      expect(await desk.figure('intercompany_elimination', 'm6_2026')).toBe('1,200')
      expect(await marked.count()).toBe(2)
      expect(await toDate.getAttribute('aria-description')).toBe(WORDS.slice(0, -1))
      expect(await desk.cell('taxable_income', 'm6_2026').getAttribute('aria-description')).toBe(RESTS.slice(0, -1))
      await toDate.click()
      expect(await page.locator('.cell-standing').innerText()).toContain('leaves a period out')
      expect(await page.locator('[data-tie-out-light]').innerText()).toContain('2 flagged')

      // The panel tells it, and leads to the figure.
      await page.locator('[data-tie-out-light]').click()
      await page.getByRole('button', { name: WORDS }).waitFor()
      await page.getByRole('button', { name: RESTS }).click()
      await desk.cell('taxable_income', 'm6_2026').and(page.locator('.ag-cell-focus')).waitFor()

      // So does the workpaper copy, with a mark beside the figure.
      const paper = await page.context().newPage()
      await paper.goto(new URL('/print/impac_2026_q2/reconciliation?mode=workpaper', page.url()).href)
      await paper.getByText(`For review: ${WORDS}`).waitFor()
      expect(await paper.getByText('Leaves out blank periods').innerText()).toContain('see the tie-outs')
      const row = paper.locator('tr', { hasText: 'Elimination of inter-company transactions' }).first()
      expect((await row.innerText()).replaceAll(/\s+/g, ' ').trim()).toMatch(/1,200 p\b/)
      await paper.close()

      // Nil is a figure: the amount stays, the marks go.
      await desk.enter('intercompany_elimination', 'q1_2026', '0')
      await desk.saved()
      await page.locator('.figure.leaves-out').first().waitFor({ state: 'detached' })
      expect(await marked.count()).toBe(0)
      expect(await desk.figure('intercompany_elimination', 'm6_2026')).toBe('1,200')
      expect(await toDate.getAttribute('aria-description')).toBeNull()
    }),
  )
})
