/**
 * The main job in a real browser: open, edit, see it answer, lose nothing, take it back.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('one edit, end to end', () => {
  it(
    'offers a filing of one’s own and what is one step away, all of it without scrolling in a small window',
    atDesk(
      async (desk) => {
        const { page } = desk
        await page.setViewportSize({ width: 1280, height: 720 })
        const dialog = page.getByRole('dialog', { name: 'Tieout' })
        await dialog.waitFor()
        expect(await dialog.evaluate((shown) => shown.scrollHeight <= shown.clientHeight)).toBe(true)
        for (const name of ['Goal seek', 'Comparison', 'Roll forward']) {
          expect(await dialog.getByRole('button', { name }).count()).toBe(1)
        }
        await dialog.getByRole('button', { name: 'Start with my own figures' }).click()
        const form = page.getByRole('dialog', { name: 'New filing' })
        await form.waitFor()
        expect(await form.getByRole('textbox', { name: 'Registrant' }).inputValue()).toBe('')
      },
      { welcome: true },
    ),
  )

  it(
    'explains itself on the first run and leads to the first figure',
    atDesk(
      async (desk) => {
        const dialog = desk.page.getByRole('dialog')
        expect(await dialog.innerText()).toContain('799,445')
        await dialog.getByRole('button', { name: 'Go to that figure' }).click()
        await desk.page.waitForFunction(() => document.activeElement?.getAttribute('col-id') === 'q3_2007')
        expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')
        await desk.page.reload()
        await desk.page.locator('[data-status]').waitFor()
        expect(await desk.page.getByRole('dialog').count()).toBe(0)
      },
      { welcome: true },
    ),
  )

  it(
    'previews while typing, applies at Enter, starts a scenario, is found again and undone',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')

      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')

      await desk.page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.number()).toBe(2)
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,201,235)')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.headline('effect_on_equity')).toBe('(10,000)')
      expect(await desk.why()).toContain('The add-back rises by the same amount')
      expect(await desk.focus()).toBe('net_interest_after_provision@q3_2007')
      expect(await desk.page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('Scenario 1')
      await desk.page.getByText('Scenario 1 was started').first().waitFor()
      const changed = desk.cell('provision_for_loan_losses', 'q3_2007')
      expect(await changed.locator('.figure').getAttribute('title')).toBe('As filed: 789,445. Entered in this scenario')
      expect(await changed.getAttribute('aria-description')).toBe('As filed: 789,445. Entered in this scenario')

      await desk.page.reload()
      await desk.page.locator('[data-status]').waitFor()
      await desk.cell('provision_for_loan_losses', 'q3_2007').waitFor()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')

      await desk.restart()
      await desk.show('#/impac_2007_q3/reconciliation')
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('842,453')
      await desk.page.keyboard.press('Control+z')
      await desk.page.locator('[data-schedule="income"]').waitFor()
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('As filed')
      await desk.page.waitForFunction(() => document.activeElement?.getAttribute('col-id') === 'q3_2007')
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')

      await desk.page.keyboard.press('Control+y')
      await desk.page.locator('[data-headline="net_earnings"]', { hasText: '(1,201,235)' }).waitFor()
      expect(await desk.page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('Scenario 1')
    }),
  )

  it(
    'shows no stale figure: cells, headlines and status answer in the task of the Enter key',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      const seen = await desk.page.evaluate(() => {
        document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
        )
        const [headline, cell, variance] = [
          '[data-headline="net_earnings"]',
          '[row-id="net_earnings"] [col-id="q3_2007"]',
          '[row-id="provision_for_loan_losses"] [col-id="variance"]',
        ].map((selector) => document.querySelector(selector)?.textContent)
        return {
          headline,
          cell,
          variance,
          status: document.querySelector('[data-status]')?.getAttribute('data-status'),
        }
      })
      expect(seen).toEqual({
        headline: '(1,201,235)',
        cell: '$ (1,201,235)',
        variance: '638,282',
        status: 'saving',
      })
      await desk.saved()
    }),
  )

  it(
    'holds the first character in the task of its key, so that the next finds the editor open',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      const held = await desk.page.evaluate(() => {
        // The browser has nothing but this function.
        // oxlint-disable-next-line unicorn/consistent-function-scoping
        const press = (key: string): void => {
          const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
          document.activeElement!.dispatchEvent(event)
        }
        press('7')
        const typed = (document.activeElement as HTMLInputElement).value
        press('Escape')
        press('F2')
        return [typed, (document.activeElement as HTMLInputElement).value]
      })
      expect(held).toEqual(['7', '789445'])
    }),
  )

  it(
    'keeps refused text in the cell with its reason, and Escape leaves no trace',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.type('interest_income', 'q3_2007', '799.445,00')
      await desk.page.keyboard.press('Enter')
      const editor = desk.page.locator('.cell-editor input')
      expect(await editor.inputValue()).toBe('799.445,00')
      expect(await editor.getAttribute('aria-invalid')).toBe('true')
      const reason = desk.page.getByRole('alert')
      expect((await reason.innerText()).length).toBeGreaterThan(10)
      expect(await editor.getAttribute('aria-describedby')).toBe(await reason.getAttribute('id'))
      expect(await editor.evaluate((input) => input === document.activeElement)).toBe(true)
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')

      await desk.cell('interest_expense', 'q2_2007').click()
      expect(await editor.inputValue()).toBe('799.445,00')

      await desk.page.keyboard.press('Escape')
      expect(await editor.count()).toBe(0)
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      expect(await desk.number()).toBe(1)
      expect(await desk.focus()).toBe('interest_income@q3_2007')
      expect(await desk.page.locator('.headline-preview').count()).toBe(0)
    }),
  )
})
