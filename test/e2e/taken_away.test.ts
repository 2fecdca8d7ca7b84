/** The workbook's file taken away while the page is open, and not there when the program starts again. */
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkbook } from '../../db/workbook.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const LINE = 'provision_for_loan_losses'
const COLUMN = 'q3_2007'

const dialog = (desk: Desk) => desk.page.getByRole('dialog', { name: 'The workbook file is not at its place' })

/** Enters a figure that is refused, since the file is gone. */
async function refusedEdit(desk: Desk): Promise<string> {
  await desk.show('#/impac_2007_q3/income')
  const before = await desk.figure(LINE, COLUMN)
  await desk.type(LINE, COLUMN, '900000')
  await desk.page.keyboard.press('Enter')
  await dialog(desk).waitFor()
  expect(await desk.page.locator('[data-status]').getAttribute('data-status')).toBe('failed')
  return before
}

describeInBrowser('the workbook file taken away while it is open', () => {
  it(
    'refuses the edit, shows what is stored, and writes the workbook to its place again on request',
    atDesk(async (desk) => {
      await rm(desk.workbook)
      const before = await refusedEdit(desk)
      const text = await dialog(desk).innerText()
      expect(text).toMatch(/deleted, moved or renamed/)
      expect(text).toMatch(/Everything saved up to change 1 is still held/)
      expect(await desk.figure(LINE, COLUMN)).toBe(before)
      expect((await axe(desk.page).analyze()).violations).toEqual([])
      await dialog(desk).getByRole('button', { name: 'Write the file to its place again' }).click()
      await desk.page
        .getByText(/is at its place again/)
        .first()
        .waitFor()
      await desk.enter(LINE, COLUMN, '900000')
      expect(await desk.number()).toBe(2)
      await desk.restart()
      expect(await desk.number()).toBe(2)
    }),
  )

  it(
    'gives all that was saved as a copy, which opens',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter(LINE, COLUMN, '800000')
      await writeFile(desk.workbook, 'of another program '.repeat(4_000))
      await refusedEdit(desk)
      expect(await dialog(desk).innerText()).toMatch(/written over by another program/)
      expect(await dialog(desk).getByRole('button', { name: 'Write the file to its place again' }).count()).toBe(0)
      const downloading = desk.page.waitForEvent('download')
      await dialog(desk).getByRole('button', { name: 'Save a copy…' }).click()
      const copy = join(desk.folder, 'saved.tieout')
      await (await downloading).saveAs(copy)
      await dialog(desk).waitFor({ state: 'hidden' })
      const saved = openWorkbook(copy, { now: () => new Date(), author: 'A. Controller', productVersion: '0.4.0' })
      expect(saved.read().number).toBe(2)
      saved.close()
      expect(await readFile(desk.workbook, 'utf8')).toMatch(/^of another program/)
    }),
  )

  it(
    'and not there at the next start: says so, makes none, and opens it once it is back',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.enter(LINE, COLUMN, '800000')
      const away = join(desk.folder, 'away.tieout')
      await desk.page.goto('about:blank')
      await desk.end('SIGTERM')
      await rename(desk.workbook, away)
      await desk.page.goto(await desk.startAgain())
      const page = desk.page.locator('[data-failure="missing"]')
      await page.waitFor()
      expect(await page.innerText()).toMatch(/The workbook was not found/)
      expect(await page.innerText()).toMatch(/No new workbook was made/)
      // The backups are listed once they are read.
      await expect.poll(() => page.getByRole('button', { name: 'Restore…' }).count()).toBeGreaterThan(0)
      expect(existsSync(desk.workbook)).toBe(false)
      expect((await axe(desk.page).analyze()).violations).toEqual([])
      await rename(away, desk.workbook)
      await page.getByRole('button', { name: 'Try again' }).click()
      await desk.page.locator('[data-status]').waitFor()
      expect(await desk.number()).toBe(2)
    }),
  )
})
