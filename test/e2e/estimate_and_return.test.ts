/**
 * Estimate and tax return at the desk: the return beside the annual report line by line, where its true-up lands, and a draft that takes the return in one act.
 */
import { expect, it } from 'vitest'
import { NEXT, REPORT, RETURN } from '../shared/analysis/return_filings.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { act } from './draft_desk.ts'
import { toPaper } from './print_host.ts'

describeInBrowser('estimate and tax return', () => {
  it(
    'stand side by side; the true-up lands in the next quarter, which takes it and can give it back',
    atDesk(
      async (desk) => {
        const { page } = desk
        // Wide enough for every column of the layers.
        await page.setViewportSize({ width: 1900, height: 1000 })
        await act(desk, 'Compare documents')
        const dialog = page.getByRole('dialog', { name: 'Compare documents' })
        await dialog.locator('.documents-table').waitFor()
        expect(await dialog.locator('.documents-table thead').innerText()).toMatch(
          /Estimated, 10-K\s+True-up\s+Per return/,
        )
        const rows = await dialog
          .locator('.documents-table tbody tr[data-row]')
          .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')))
        expect(rows).toContain('Tax deduction for actual loan losses | (300) | (120) | (420)')
        expect(rows).toContain(
          'Estimated taxable income (loss) available to common stockholders | (500) | (120) | (620)',
        )

        const landings = dialog.getByRole('region', { name: 'Where the true-up lands' })
        const lands = (): Promise<string[]> => landings.locator('tr[data-lands]').allInnerTexts()
        expect(await lands()).toEqual([
          expect.stringMatching(/^At the beginning of the period.*\t450\t330$/),
          expect.stringMatching(/^.*Opening.*\t500\t620$/),
          expect.stringMatching(/^Accumulated at the beginning of the year.*\t\(420\)\t\(540\)$/),
        ])
        expect((await axe(page).include('[role="dialog"]').analyze()).violations).toEqual([])
        await dialog.getByRole('button', { name: 'Print…' }).click()
        await page.getByRole('radio', { name: 'Workpaper copy' }).check()
        const source = await page.locator('iframe[title="Print preview"]').getAttribute('src')
        const sheet = await page.context().newPage()
        await sheet.goto(new URL(source!, page.url()).href)
        await sheet.locator('[data-print="ready"]').waitFor()
        const paper = (await toPaper(sheet)).pages.join(' ').replaceAll(/\s+/g, ' ')
        expect(paper).toContain('Estimate and tax return')
        expect(paper).toMatch(/Where the true-up lands .*Opened with Per return .*450 330 .*500 620 .*\(420\) \(540\)/)
        await sheet.close()
        await page.keyboard.press('Escape')
        await act(desk, 'Compare documents')

        await landings.getByRole('button', { name: /^Take the return into/ }).click()
        await desk.saved()
        await expect.poll(lands).toEqual([])
        expect(await landings.innerText()).toContain('No later filing opens with an estimate that the return changed.')
        await page.keyboard.press('Escape')

        await desk.show(`#/${NEXT.id}/nol`)
        expect(await desk.figure('layer_1', 'opening')).toBe('620')
        await page.keyboard.press('ControlOrMeta+z')
        await desk.saved()
        // Undo goes to where the act was.
        await desk.show(`#/${NEXT.id}/nol`)
        expect(await desk.figure('layer_1', 'opening')).toBe('500')
      },
      { filings: [REPORT, RETURN, NEXT], at: `#/${RETURN.id}/reconciliation` },
    ),
  )
})
