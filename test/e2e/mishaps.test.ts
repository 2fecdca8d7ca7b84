/**
 * When storing does not go as planned: the screen shows what is stored, says so, and offers back what was typed.
 * Answers that are lost, other windows and refusals of the file: test/renderer/session/edit/editing.test.ts.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('mishaps', () => {
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
      expect(await desk.page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('As filed')
      await desk.cell('opening', 'q1_2007').click()
      expect(await desk.page.getByRole('tabpanel').innerText()).toContain('Form 10-K for 2006')
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
      expect(await desk.page.locator('.scenario-switch label:has(:checked)').innerText()).toContain('As filed')
      const message = desk.page.locator('.toast.warned')
      expect(await message.innerText()).toContain('not saved')
      await rm(obstacle, { recursive: true })
      await message.getByRole('button', { name: 'Try again' }).click()
      await desk.page.waitForFunction(() => document.activeElement?.closest('.formula-bar') !== null)
      expect(await desk.page.locator('.formula-bar input').inputValue()).toBe('799445')
      await desk.page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
    }),
  )
})
