/**
 * Versions of a filing: reopened as an error and corrected, it is shown and printed beside what was filed; a release beside the 10-Q of the
 * same period.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { act } from './draft_desk.ts'
import { toPaper } from './print_host.ts'

const Q3 = 'Third quarter 2007 results'

async function menu(desk: Desk, filing: string, item: string): Promise<void> {
  await desk.page.getByRole('button', { name: `What to do with ${filing}` }).click()
  await desk.page.getByRole('menuitem', { name: item }).click()
}

/** The rows of figures, as `line earlier adjustment later`. */
function rows(desk: Desk): Promise<string[]> {
  return desk.page
    .locator('.documents-table tbody tr[data-row]')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')))
}

async function reopened(desk: Desk): Promise<void> {
  const { page } = desk
  await menu(desk, Q3, 'Reopen with a reason…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is corrected').selectOption('error_restated')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Provision of one pool was omitted')
  await page.keyboard.press('Enter')
  await desk.saved()
}

describeInBrowser('documents', () => {
  it(
    'a corrected filing stands beside what was filed, with the size of the error, and prints as restated',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await reopened(desk)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.saved()
      await act(desk, 'Compare documents')
      const dialog = page.getByRole('dialog', { name: 'Compare documents' })
      await dialog.locator('.documents-table').waitFor()
      expect(await rows(desk)).toContain('Provision for loan losses | 789,445 | 10,000 | 799,445')
      expect(await rows(desk)).toContain('Net loss | (1,191,235) | (10,000) | (1,201,235)')
      expect((await rows(desk)).some((row) => row.startsWith('Estimated taxable'))).toBe(false)
      expect(await dialog.locator('thead').innerText()).toMatch(/As previously reported\s+Adjustment\s+As restated/)
      expect(await dialog.locator('.documents-size').innerText()).toMatch(
        /rollover\)\s+\(10,000\)[\s\S]+iron curtain\)\s+\(10,000\)[\s\S]+Estimated taxable income.*\s+\(16,370\)/,
      )
      await dialog.getByText('Lines that differ only').click()
      expect((await rows(desk))[0]).toMatch(/^Interest income \| 313,772 \| .+ \| 313,772$/)
      expect((await axe(page).include('[role="dialog"]').analyze()).violations).toEqual([])

      // On paper: the same columns; the workpaper copy has the class, the reason and both measures.
      await dialog.getByText('Lines that differ only').click()
      await dialog.getByRole('button', { name: 'Print…' }).click()
      await page.getByRole('radio', { name: 'Workpaper copy' }).check()
      const source = await page.locator('iframe[title="Print preview"]').getAttribute('src')
      expect(source).toMatch(/^\/print\/impac_2007_q3\/documents\?.*mode=workpaper.*against=impac_2007_q3~1/)
      await page.goto(new URL(source!, page.url()).href)
      await page.locator('[data-print="ready"]').waitFor()
      const { pages } = await toPaper(page)
      const text = pages.join(' ').replaceAll(/\s+/g, ' ')
      for (const words of [
        'Figures as restated',
        'As previously reported',
        'Provision of one pool was omitted',
        'Error, restated.',
        'rollover',
        'iron curtain',
      ]) {
        expect(text).toContain(words)
      }
      await page.goto(new URL(source!.replace('mode=workpaper&', ''), page.url()).href)
      // What the release never published is no part of what could be filed.
      await page.locator('[data-print="refused"]').waitFor()
      expect(await page.locator('main').innerText()).toContain('Known movements in the period')
    }),
  )

  it(
    'a release stands beside the 10-Q of its period, and a version that was filed stays whatever comes later',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await menu(desk, Q3, 'Duplicate…')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Title' }).fill('Third quarter 2007, Form 10-Q')
      await dialog.getByRole('textbox', { name: 'Form' }).fill('Form 10-Q')
      await dialog.getByLabel('Stage').selectOption('report')
      await dialog.getByRole('button', { name: 'Make the duplicate' }).click()
      await desk.saved()
      expect(await page.locator('[data-filing] small').allInnerTexts()).toEqual([
        'Release · As filed, locked · September 30, 2007',
        '10-Q · Draft · September 30, 2007',
        'As filed, locked · December 31, 2009',
      ])
      await desk.enter('interest_income', 'q3_2007', '313773')
      await desk.saved()
      await act(desk, 'Compare documents')
      await page.locator('.documents-table').waitFor()
      expect(await page.locator('.documents-table thead').innerText()).toMatch(/Release\s+Change\s+10-Q/)
      expect(await rows(desk)).toContain('Interest income | 313,772 | 1 | 313,773')
      expect(await rows(desk)).toContain('Net loss | (1,191,235) | 1 | (1,191,234)')
      await page.getByRole('button', { name: 'Class the change' }).click()
      expect(await page.getByRole('alert').innerText()).toBe('Enter the reason.')
      await page.getByLabel('What changed is').selectOption('error_revised')
      await page.getByRole('textbox', { name: 'Reason' }).fill('A rounding of interest')
      expect((await axe(page).include('[role="dialog"]').analyze()).violations).toEqual([])
      await page.getByRole('button', { name: 'Class the change' }).click()
      await desk.saved()
      expect(await page.locator('.documents-answer .hint').first().innerText()).toBe(
        'Error, revised: A rounding of interest',
      )
      // Opened again, the class stands with the comparison.
      await page.keyboard.press('Escape')
      await act(desk, 'Compare documents')
      await page.locator('.documents-table').waitFor()
      expect(await page.locator('.documents-answer .hint').first().innerText()).toBe(
        'Error, revised: A rounding of interest',
      )
    }),
  )
})
