/**
 * Long work on the screen: the count stands in the status bar, Cancel ends the work, and the keyboard goes back to the cells. The work is
 * held by the test, since a log that takes long would take the test as long.
 */
import { expect, it } from 'vitest'
import type { Progress } from '../../shared/contract/contract.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const answer = (value: unknown) => ({ json: value })

/** Holds a call until its work is called off, and tells meanwhile how far it is; `told` is what it tells. */
async function held(
  { page }: Desk,
  call: 'export_log' | 'save_copy' | 'print',
  told: { progress: Progress },
): Promise<void> {
  const calledOff = Promise.withResolvers<void>()
  await page.route(`**/api/${call}`, async (route) => {
    await calledOff.promise
    await route.fulfill(answer({ ok: false, failure: { kind: 'canceled', message: 'The work was canceled.' } }))
  })
  await page.route('**/api/progress', (route) => route.fulfill(answer({ ok: true, value: told })))
  await page.route('**/api/call_off', (route) => {
    calledOff.resolve()
    return route.fulfill(answer({ ok: true, value: {} }))
  })
}

describeInBrowser('long work', () => {
  it(
    'an export shows its count while edits go on, and is canceled by the keyboard',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await held(desk, 'export_log', { progress: { step: 'entries', done: 12_000, of: 30_000 } })
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      await page.getByRole('button', { name: /^Change \d/ }).click()
      await page.getByRole('button', { name: 'Export as CSV' }).click()
      const bar = page.getByRole('contentinfo')
      const progress = bar.getByRole('progressbar', { name: 'Exporting the change log' })
      await progress.waitFor()
      expect(await bar.innerText()).toContain('12,000 of 30,000 entries')
      expect(await progress.getAttribute('aria-valuetext')).toBe('12,000 of 30,000 entries')
      expect((await axe(page).analyze()).violations).toEqual([])
      await page.setViewportSize({ width: 800, height: 600 })
      await expect
        .poll(async () => {
          const box = await bar.getByRole('button', { name: 'Cancel' }).boundingBox()
          return box!.x + box!.width <= 800
        })
        .toBe(true)
      await page.setViewportSize({ width: 1440, height: 1000 })
      const before = await desk.number()
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799446')
      await expect.poll(() => desk.number()).toBe(before + 1)
      await bar.getByRole('button', { name: 'Cancel' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => bar.innerText()).toContain('The export was canceled. No file was written.')
      expect(await page.getByRole('progressbar').count()).toBe(0)
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('[data-schedule]') !== null))
        .toBe(true)
    }),
  )

  it(
    'a copy that is being checked is canceled from a dialog that stands before the screen',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      const told: { progress: Progress } = { progress: { step: 'copying', done: 12, of: 41 } }
      await held(desk, 'save_copy', told)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Save a copy')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByRole('contentinfo').innerText()).toContain('12 of 41 MB')
      told.progress = { step: 'checking', done: 0, of: 0 }
      await page.keyboard.press('Control+p')
      const dialog = page.getByRole('dialog', { name: 'Print' })
      await dialog.getByRole('progressbar', { name: 'Checking the copy' }).waitFor()
      expect(await dialog.locator('.count').count()).toBe(0)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await dialog.getByRole('progressbar').waitFor({ state: 'detached' })
      await page.keyboard.press('Escape')
      await expect
        .poll(() => page.getByRole('contentinfo').innerText())
        .toContain('The copy was canceled. No file was written.')
    }),
  )

  it(
    'pages for a PDF are counted at the foot of the preview, the page asks before it goes, and Cancel prints nothing',
    atDesk(async (desk) => {
      const { page } = desk
      // What the desktop program would answer: it alone prints by itself.
      await page.route('**/api/load', async (route) => {
        const answered = await route.fetch()
        const loaded = (await answered.json()) as { value: object }
        await route.fulfill({ json: { ...loaded, value: { ...loaded.value, shell: 'electron' } } })
      })
      await page.reload()
      await desk.show('#/impac_2007_q3/income')
      await held(desk, 'print', { progress: { step: 'pages', done: 3, of: 40 } })
      await page.keyboard.press('Control+p')
      const dialog = page.getByRole('dialog', { name: 'Print' })
      await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
      await dialog.getByRole('progressbar', { name: 'Laying out the pages' }).waitFor()
      expect(await dialog.locator('.count').innerText()).toBe('3 of 40 schedules')
      const mayGo = () => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
      expect(await mayGo()).toBe(false)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await dialog.getByRole('progressbar').waitFor({ state: 'detached' })
      expect(await mayGo()).toBe(true)
      await page.keyboard.press('Escape')
      await expect
        .poll(() => page.getByRole('contentinfo').innerText())
        .toContain('Printing was canceled. Nothing was printed.')
    }),
  )
})
