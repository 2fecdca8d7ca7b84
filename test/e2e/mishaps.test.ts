/**
 * When storing does not go as planned: the screen shows what is stored, says so, and offers back what was typed.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('mishaps', () => {
  it(
    'a commit that cannot be written goes back, says what is safe and offers the text again',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      const before = await desk.number()
      const failure = { kind: 'storage', message: 'The disk is full. Everything saved before is safe.' }
      await desk.page.route('**/api/commit', (route) => route.fulfill({ json: { ok: false, failure } }))
      await desk.type('interest_income', 'q3_2007', '300000')
      await desk.page.keyboard.press('Enter')
      await desk.page.locator('[data-status="failed"]').waitFor()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      expect(await desk.headline('net_earnings')).toBe('(1,201,235)')
      expect(await desk.number()).toBe(before)
      const message = desk.page.locator('.toast.warned')
      expect(await message.innerText()).toContain('not saved')

      expect(await message.innerText()).toContain('The disk is full')
      await desk.page.unroute('**/api/commit')
      await message.getByRole('button', { name: 'Try again' }).click()
      const bar = desk.page.locator('.formula-bar input')
      await desk.page.waitForFunction(() => document.activeElement?.closest('.formula-bar') !== null)
      expect(await bar.inputValue()).toBe('300000')
      await desk.page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 300,000')
      expect(await desk.number()).toBe(before + 1)
    }),
  )

  it(
    'a commit that the shell finds too large goes back, and says so',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      const answer = { status: 413, json: { error: 'The request is larger than any edit can be.' } }
      await desk.page.route('**/api/commit', (route) => route.fulfill(answer))
      await desk.type('interest_income', 'q3_2007', '300000')
      await desk.page.keyboard.press('Enter')
      await desk.page.locator('[data-status="failed"]').waitFor()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
      expect(await desk.page.locator('.toast.warned').innerText()).toContain('too large to be stored at once')
      desk.trespasses.splice(
        0,
        desk.trespasses.length,
        ...desk.trespasses.filter((one) => !one.includes('status of 413')),
      )
    }),
  )

  it(
    'an answer lost after the commit is asked about, and the edit is stored once',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      let lost = 0
      await desk.page.route('**/api/commit', async (route) => {
        lost += 1
        if (lost > 1) return route.continue()
        await route.fetch()
        return route.abort('connectionreset')
      })
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      expect(await desk.number()).toBe(2)
      expect(lost).toBe(1)
      desk.trespasses.splice(
        0,
        desk.trespasses.length,
        ...desk.trespasses.filter((one) => !one.includes('ERR_CONNECTION_RESET')),
      )
      await desk.page.keyboard.press('Control+z')
      await desk.page.locator('[data-seq="3"]').waitFor()
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
    }),
  )

  it(
    'a second program at the same file is told at once',
    atDesk(async (desk) => {
      const answer = await desk.secondOpener()
      expect(answer).toContain('data-failure="locked"')
    }),
  )

  it(
    'asks whether units or thousands were meant, and takes the answer',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445000')
      await desk.page.keyboard.press('Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Which is meant?' })
      await dialog.waitFor()
      expect(await desk.number()).toBe(1)
      await desk.page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      const editor = desk.page.locator('.cell-editor input')
      expect(await editor.inputValue()).toBe('799445000')
      await desk.page.waitForFunction(() => document.activeElement?.closest('.cell-editor') !== null)
      await desk.page.keyboard.press('Enter')
      await dialog.getByRole('button', { name: /Enter 799,445/ }).click()
      await desk.page.locator('[data-seq="2"]').waitFor()
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect(await editor.count()).toBe(0)
    }),
  )

  it(
    'completes a figure that was not disclosed once, with its source, and the equity level appears',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/equity')
      expect(await desk.headline('equity')).toBe('')
      await desk.type('opening', 'q1_2007', '1,000,000')
      await desk.page.keyboard.press('Enter')
      const dialog = desk.page.getByRole('dialog')
      await dialog.getByLabel('Source of the figure').fill('Form 10-K for 2006')
      await dialog.getByRole('button', { name: 'Complete as filed' }).click()
      await desk.page.locator('[data-seq="2"]').waitFor()
      await desk.saved()
      expect(await desk.figure('closing', 'q3_2007')).toBe('$ (484,223)')
      expect(await desk.page.locator('.scenario-switch').innerText()).toContain('As filed')
      await desk.cell('opening', 'q1_2007').click()
      expect(await desk.page.getByRole('tabpanel').innerText()).toContain('Form 10-K for 2006')
      await desk.type('opening', 'q1_2007', '2')
      await desk.page.keyboard.press('Escape')
      await desk.page.keyboard.press('Control+z')
      await desk.page.locator('[data-seq="3"]').waitFor()
      await desk.saved()
      expect(await desk.figure('closing', 'q3_2007')).toBe('')
    }),
  )

  it(
    'a damaged workbook is said to be so, and a backup brings it back with the replaced file kept',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.restart()
      await desk.damage()
      await desk.page.locator('[data-failure="damaged"] .backups li').first().waitFor()
      const first = desk.page.locator('.backups li').first()
      await first.getByRole('button', { name: 'Restore…' }).click()
      await first.getByRole('button', { name: /Restore;/ }).click()
      await desk.page.locator('[data-status]').waitFor()
      await desk.show('#/impac_2007_q3/income')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      expect((await readdir(desk.folder)).length).toBeGreaterThan(1)
    }),
  )
})

describeInBrowser('another window on the same workbook', () => {
  it(
    'changed the figure first: the edit is not stored, the file is read again, and what was typed is offered back',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '313800')
      // The other window is stood in for by a commit beside this page's own queue.
      const answer = await desk.page.evaluate(async () =>
        window.workbench!.commit({
          changeSet: {
            id: crypto.randomUUID(),
            filing: 'impac_2007_q3',
            title: 'Elsewhere',
            place: null,
            changes: [
              {
                kind: 'cell',
                schedule: 'income',
                line: 'interest_income',
                column: 'q3_2007',
                scenario: 'scenario_1',
                before: '313800',
                after: '313850',
              },
            ],
          },
        }),
      )
      expect(answer.ok).toBe(true)
      await desk.type('interest_income', 'q3_2007', '313900')
      await desk.page.keyboard.press('Enter')
      const message = desk.page.getByText('changed in another window').first()
      await message.waitFor()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 313,850')
      await desk.page.getByRole('button', { name: 'Try again' }).click()
      await desk.page.keyboard.press('Enter')
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 313,900')
      await desk.saved()
    }),
  )
})

describeInBrowser('a figure completed as filed', () => {
  it(
    'is completed once, with its source; another amount starts a scenario',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/equity')
      await desk.type('opening', 'q1_2007', '1,080,000')
      await desk.page.keyboard.press('Enter')
      const dialog = desk.page.getByRole('dialog')
      expect(await dialog.innerText()).toContain('1,080,000')
      await dialog.getByLabel('Source of the figure').fill('Form 10-K for 2006, balance sheet')
      await dialog.getByRole('button', { name: 'Complete as filed' }).click()
      await desk.saved()
      expect(await desk.headline('equity')).not.toBe('')
      await desk.enter('opening', 'q1_2007', '1,080,500')
      expect(await desk.page.getByRole('dialog').count()).toBe(0)
      expect(await desk.page.locator('.scenario-switch').innerText()).toContain('Scenario 1')
      expect(await desk.figure('opening', 'q1_2007')).toContain('1,080,500')
    }),
  )
})

describeInBrowser('a file that cannot be written', () => {
  it(
    'takes the edit back to what is stored, and the same edit is stored once it can be written again',
    atDesk(async (desk) => {
      // A folder in the place of the journal stops every write, whoever runs the test.
      const obstacle = `${desk.workbook}-journal`
      await desk.restart('SIGTERM', () => mkdir(obstacle))
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445')
      await desk.page.keyboard.press('Enter')
      await desk.page.locator('[data-status="failed"]').waitFor()
      await expect.poll(() => desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
      expect(await desk.headline('net_earnings')).toBe('(1,191,235)')
      expect(await desk.page.locator('.scenario-switch').innerText()).toContain('As filed')
      await rm(obstacle, { recursive: true })
      await desk.page.getByRole('button', { name: 'Try again' }).click()
      await desk.page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
      await desk.restart()
      await desk.show('#/impac_2007_q3/income')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
    }),
  )
})
