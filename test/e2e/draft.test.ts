/**
 * A draft as a controller works in it: what is typed changes the draft itself, scenarios stand beside it and can be posted to
 * it, and nothing on screen or paper calls its figures "as filed".
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { toPaper } from './print_host.ts'

/** A duplicate of the third quarter's release: a draft with figures, shown in its comparison of earnings. */
async function draft(desk: Desk): Promise<void> {
  const { page } = desk
  await page.getByRole('button', { name: 'What to do with Third quarter 2007 results' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make the duplicate' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.show('#/impac_2007_q3_2/income')
  await desk.saved()
}

async function newScenario(desk: Desk, name: string): Promise<void> {
  await desk.page.keyboard.press('Alt+Shift+N')
  await desk.page.getByRole('textbox', { name: 'Name' }).fill(name)
  await desk.page.getByRole('button', { name: 'Make the scenario' }).click()
  await desk.page.locator('.scenario-switch.hypothetical').waitFor()
  await desk.saved()
}

async function undo(desk: Desk): Promise<void> {
  const before = await desk.number()
  await desk.page.keyboard.press('Control+z')
  await desk.page.locator(`[data-seq="${before + 1}"]`).waitFor()
  await desk.saved()
}

describeInBrowser('a draft', () => {
  it(
    'takes what is typed itself: figures, tie-outs and undo, without a scenario',
    atDesk(async (desk) => {
      const { page } = desk
      await draft(desk)
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.headline('open_tie_outs')).toBe('0')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await page.locator('.scenario-switch').getAttribute('data-scenario')).toBe('as_filed')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      // What the old document prints is not held against a document of its own.
      expect(await desk.headline('open_tie_outs')).toBe('0')
      await desk.restart()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      await undo(desk)
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
      expect(await desk.headline('open_tie_outs')).toBe('0')
      // The original stands untouched beside it.
      await desk.show('#/impac_2007_q3/income')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
    }),
  )

  it(
    'has scenarios beside it, and one is posted to it and undone',
    atDesk(async (desk) => {
      const { page } = desk
      await draft(desk)
      await newScenario(desk, 'Severe losses')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '889445')
      expect(await desk.headline('net_earnings')).toBe('(1,291,235)')
      const cell = desk.cell('provision_for_loan_losses', 'q3_2007')
      expect(await cell.locator('.figure').getAttribute('title')).toContain('Draft: 789,445')
      await cell.click()
      expect(await page.locator('.cell-standing .was').innerText()).toBe('draft 789,445')
      await page.keyboard.press('Alt+Shift+A')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,191,235)' }).waitFor()

      await page.keyboard.press('Alt+Shift+M')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('option', { name: /Severe losses/ }).click()
      await dialog.getByRole('button', { name: /Post/ }).click()
      await desk.saved()
      await page.keyboard.press('Escape')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,291,235)' }).waitFor()
      expect(await page.locator('.scenario-switch').innerText()).toContain('Draft')
      expect(await page.locator('.filing[data-filing="impac_2007_q3_2"] small').innerText()).not.toContain('scenario')
      await desk.restart()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('889,445')
      await undo(desk)
      await page.locator('[data-headline="net_earnings"]', { hasText: /./ }).waitFor()
      expect(await page.locator('.filing[data-filing="impac_2007_q3_2"] small').innerText()).toContain('1 scenario')
      await desk.show('#/impac_2007_q3_2/income?scenario=as_filed')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,191,235)' }).waitFor()
      await desk.show('#/impac_2007_q3_2/income?scenario=severe_losses')
      await page.locator('[data-headline="net_earnings"]', { hasText: '(1,291,235)' }).waitFor()
    }),
  )

  it(
    'never changes its books from a tax schedule without being told to',
    atDesk(async (desk) => {
      const { page } = desk
      await draft(desk)
      await desk.show('#/impac_2007_q3_2/reconciliation')
      await desk.type('loan_loss_provisions', 'q3_2007', '842453')
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      expect(await dialog.innerText()).toContain('mirrors the books of this draft')
      await dialog.getByRole('button', { name: 'Change GAAP and the adjustment' }).click()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      await undo(desk)
      await desk.type('loan_loss_provisions', 'q3_2007', '842453')
      await page.keyboard.press('Enter')
      await dialog.getByRole('button', { name: 'Change the tax adjustment only' }).click()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.headline('taxable_income')).toBe('(6,297)')
    }),
  )

  it(
    'is called a draft wherever its figures are named, never as filed',
    atDesk(async (desk) => {
      const { page } = desk
      await draft(desk)
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
      expect(await page.locator('.scenario-switch').innerText()).toContain('Draft')
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
      await page.getByRole('dialog').waitFor()
      await asFiled('the bridges')
      await page.keyboard.press('Escape')
      await desk.show('#/impac_2007_q3_2/equity')
      expect(await page.locator('[data-headline="equity"]').evaluate((one) => one.parentElement!.innerText)).toContain(
        'blank',
      )
    }),
  )

  it(
    'prints as a draft: both copies say so, and the figure that was amended stands',
    atDesk(async (desk) => {
      await draft(desk)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      const number = await desk.number()
      await desk.page.goto(new URL('/print/impac_2007_q3_2/income?mode=workpaper', desk.page.url()).href)
      await desk.page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      const paper = (await toPaper(desk.page)).pages.join(' ').replaceAll(/\s+/g, ' ')
      expect(paper).toContain(`Workpaper copy · Draft · change ${number}`)
      expect(paper).toContain('799,445')
      await desk.page.goto(new URL('/print/impac_2007_q3_2/income', desk.page.url()).href)
      await desk.page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      const copy = (await toPaper(desk.page)).pages.join(' ').replaceAll(/\s+/g, ' ')
      expect(copy).toMatch(/\bDraft\b/)
      expect(copy).toContain('799,445')
      expect(copy).not.toContain('Workpaper')
    }),
  )
})
