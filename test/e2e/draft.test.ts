/**
 * Nothing on screen or paper calls the figures of a draft "as filed". What an edit of one means, and what is posted to it, is told by
 * test/renderer/session/filings/filing_acts.test.ts.
 */
import { expect, it } from 'vitest'
import { sampleFilings } from '../../db/samples/samples.ts'
import { detailsOf } from '../../shared/templates/filing_details.ts'
import { duplicateFiling } from '../../shared/templates/templates.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { toPaper } from './print_host.ts'

const DRAFT = 'impac_2007_q3_2'

const RELEASE = sampleFilings().find(({ id }) => id === 'impac_2007_q3')!

/** A duplicate of the third quarter's release besides the samples: a draft with figures, shown in its comparison of earnings. */
const AT_DUPLICATE = {
  filings: [
    ...sampleFilings(),
    duplicateFiling(RELEASE, DRAFT, { ...detailsOf(RELEASE), title: `Copy of ${RELEASE.title}` }),
  ],
  at: `#/${DRAFT}/income`,
}

async function newScenario(desk: Desk, name: string): Promise<void> {
  await desk.page.keyboard.press('Alt+Shift+N')
  await desk.page.getByRole('textbox', { name: 'Name' }).fill(name)
  await desk.page.getByRole('button', { name: 'Make the scenario' }).click()
  await desk.page.locator('.scenario-switch.hypothetical').waitFor()
  await desk.saved()
}

describeInBrowser('a draft', () => {
  it(
    'is called a draft wherever its figures are named, never as filed',
    atDesk(async (desk) => {
      const { page } = desk
      const asFiled = async (where: string): Promise<void> => {
        // The list of filings names the original, which is filed; notes and remarks quote it.
        const text = await page.evaluate(() => {
          const parts = [
            '.top-bar',
            '.headline-strip',
            'main',
            '.status-bar',
            '[role="dialog"]',
            '.explain-figure',
            '.was',
          ]
          return parts
            .flatMap((part) => [...document.querySelectorAll<HTMLElement>(part)])
            .flatMap((part) => [
              part.innerText,
              ...[...part.querySelectorAll('[title]')].map((one) => one.getAttribute('title')),
            ])
            .join('\n')
        })
        expect([where, /as filed(?! or)/i.exec(text)?.input.slice(0, 200)]).toEqual([where, undefined])
      }
      expect(await page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('Draft')
      expect(await page.locator('.status-bar').innerText()).toContain('Draft')
      await asFiled('the draft')
      await newScenario(desk, 'Severe losses')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '889445')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await page.locator('.cell-standing .was').waitFor()
      await asFiled('a scenario on it')
      expect(await page.locator('p.was').innerText()).toBe('Draft: 789,445')
      await page.keyboard.press('Alt+Shift+C')
      await page.locator('[data-schedule="compare"] [row-id]').first().waitFor()
      expect(await page.locator('[data-schedule="compare"] .ag-header').innerText()).toContain('Draft')
      await asFiled('the comparison')
      await page.keyboard.press('Alt+Shift+B')
      await page.getByRole('region', { name: 'Bridges' }).waitFor()
      await asFiled('the bridges')
      await page.keyboard.press('Escape')
      await desk.show(`#/${DRAFT}/equity`)
      expect(await page.locator('[data-headline="equity"]').evaluate((one) => one.parentElement!.innerText)).toContain(
        'blank',
      )
    }, AT_DUPLICATE),
  )

  it(
    'prints as a draft: both copies say so, and the figure that was amended stands',
    atDesk(async (desk) => {
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      const number = await desk.number()
      await desk.page.goto(new URL(`/print/${DRAFT}/income?mode=workpaper`, desk.page.url()).href)
      await desk.page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      const paper = (await toPaper(desk.page)).pages.join(' ').replaceAll(/\s+/g, ' ')
      expect(paper).toContain(`Workpaper copy · Draft · change ${number}`)
      expect(paper).toContain('799,445')
      await desk.page.goto(new URL(`/print/${DRAFT}/income`, desk.page.url()).href)
      await desk.page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      const copy = (await toPaper(desk.page)).pages.join(' ').replaceAll(/\s+/g, ' ')
      expect(copy).toMatch(/\bDraft\b/)
      expect(copy).toContain('799,445')
      expect(copy).not.toContain('Workpaper')
    }, AT_DUPLICATE),
  )

  it(
    'has its rarer buttons: a difference is explained, printed figures that differ are dropped, a scenario is posted',
    atDesk(async (desk) => {
      const { page } = desk
      await page.locator(`[data-filing="${DRAFT}"]`).click({ button: 'right' })
      const drop = page.getByRole('menuitem', { name: 'Drop printed figures that differ' })
      expect(await drop.getAttribute('aria-disabled')).toBe('true')
      await drop.hover()
      await page.getByText('No printed figure differs from the draft.', { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await desk.show(`#/${DRAFT}/reconciliation`)
      await newScenario(desk, 'Accrued')
      await desk.chooseFlow('tax_only')
      await desk.enter('preferred_dividends', 'q3_2007', '-4000')
      await page.getByRole('tab', { name: 'Tie-outs' }).click()
      const row = page.locator('[data-adjustment="reconciliation.preferred_dividends@q3_2007"]')
      await row.getByRole('button', { name: /^Explain it in a comment/ }).click()
      await page.getByRole('textbox', { name: 'Comment' }).fill('Accrued for tax alone.')
      await page.keyboard.press('Control+Enter')
      await row.getByText('Accrued for tax alone.').waitFor()
      await page.keyboard.press('Alt+Shift+M')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('option', { name: /Accrued/ }).click()
      await dialog.getByRole('button', { name: /Post/ }).click()
      await desk.saved()
      await page.keyboard.press('Escape')
      expect(await page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('Draft')
      expect(await desk.figure('preferred_dividends', 'q3_2007')).toBe('(4,000)')
    }, AT_DUPLICATE),
  )
})
