/**
 * Acts over very many cells: a sign of work is on the screen before it begins, and gone when it is done. Small acts show none.
 */
import { expect, it } from 'vitest'
import { item, largeFiling, LEDGER } from '../bench/large_filing.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** Pastes one amount, and says what stands in the frame that follows and what has come of it by then. */
function pasteAmount(
  { page }: Desk,
  text: string,
): Promise<{ atOnce: string; sign: string; busy: boolean; open: boolean }> {
  return page.evaluate(async (plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
    const atOnce = document.activeElement!.closest('.ag-cell')?.textContent ?? ''
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return {
      atOnce,
      sign: document.querySelector('[data-work-sign]')?.textContent.trim() ?? '',
      busy: document.querySelector('main')!.getAttribute('aria-busy') === 'true',
      open: document.querySelector('[role="dialog"]') !== null,
    }
  }, text)
}

describeInBrowser('an act over very many cells', () => {
  it(
    'is said before it begins, also where it is applied; a small one is done in its own task',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show(`#/large/${LEDGER}`)
        await desk.cell(item(0, 0), 'q1_2006').click()
        const small = await pasteAmount(desk, '4,321')
        expect(small.atOnce).toContain('4,321')
        expect(small).toMatchObject({ sign: '', busy: false, open: false })
        await desk.saved()

        await page.keyboard.press('Control+a')
        const large = await pasteAmount(desk, '5')
        expect(large.sign).toMatch(/^Planning \d\d,\d\d\d cells…$/)
        expect(large).toMatchObject({ busy: true, open: false })
        const dialog = page.getByRole('dialog')
        await dialog.waitFor({ timeout: 60_000 })
        const sign = page.locator('[data-work-sign]')
        await expect.poll(() => sign.innerText()).toBe('')
        expect(await page.locator('main').getAttribute('aria-busy')).toBeNull()
        expect(await desk.figure(item(0, 1), 'q1_2006')).not.toBe('5')

        const applying = await page.evaluate(async () => {
          document.querySelector<HTMLElement>('[role="dialog"] .button.primary')!.click()
          await new Promise((resolve) => requestAnimationFrame(resolve))
          return document.querySelector('[data-work-sign]')?.textContent.trim() ?? ''
        })
        expect(applying).toMatch(/^Applying [\d,]+ cells…$/)
        await dialog.waitFor({ state: 'detached', timeout: 60_000 })
        await expect.poll(() => sign.innerText()).toBe('')
        await expect.poll(() => desk.figure(item(0, 1), 'q1_2006')).toBe('5')
      },
      { filings: [largeFiling({ lines: 900, status: 'draft' })] },
    ),
    180_000,
  )
})
