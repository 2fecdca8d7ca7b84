/**
 * The balance sheet at the desk and on paper: it follows an edit of the equity rollforward, says when it is out of balance, and a copy of
 * it is filed only in balance. Its figures are worked out in test/shared/templates/balanced_filing.ts.
 */
import { expect, inject, it } from 'vitest'
import { balancedFiling } from '../shared/templates/balanced_filing.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const FILING = balancedFiling()
const PLACE = `#/${FILING.id}/balance_sheet`

describeInBrowser('the balance sheet', () => {
  it(
    'follows its rollforwards, and says by how much it is out of balance',
    atDesk(
      async (desk) => {
        expect(await desk.figure('total_assets', 'at_2026_03_31')).toBe('$ 6,284,750')
        expect(await desk.figure('total_liabilities_and_equity', 'at_2026_03_31')).toBe('$ 6,284,750')
        expect(await desk.headline('open_tie_outs')).toBe('0')
        await desk.show(`#/${FILING.id}/equity`)
        await desk.enter('net_earnings', 'q1_2026', '2120')
        await desk.show(PLACE)
        expect(await desk.figure('stockholders_equity', 'at_2026_03_31')).toBe('39,620')
        expect(await desk.figure('out_of_balance', 'at_2026_03_31')).toBe('(120)')
        await expect.poll(() => desk.headline('open_tie_outs')).toBe('1')
        await desk.enter('cash', 'at_2026_03_31', '31320')
        await expect.poll(() => desk.headline('open_tie_outs')).toBe('0')
      },
      { filings: [FILING], at: PLACE },
    ),
  )

  it('prints without its proof in the filing copy, with it in the workpaper copy, and no filing copy out of balance', async () => {
    const off = structuredClone(FILING)
    off.id = 'off_balance'
    const sheet = off.schedules.find(({ id }) => id === 'balance_sheet')!
    sheet.cells = sheet.cells.map((cell) => (cell.input === '31200' ? { ...cell, input: '31201' } : cell))
    const host = await startPrintHost(
      inject('chromium'),
      [FILING, off].map((filing) => ({ filing, scenarios: [], comments: [] })),
    )
    try {
      const texts: string[] = []
      for (const mode of ['filing', 'workpaper']) {
        const { state, page, trespasses } = await host.open(`/print/${FILING.id}/balance_sheet?mode=${mode}`)
        expect([state, trespasses]).toEqual(['ready', []])
        const { pages } = await toPaper(page)
        expect(pages).toHaveLength(1)
        texts.push(pages[0]!.replaceAll(/\s+/g, ' '))
      }
      expect(texts[0]).toContain('Total assets $ 6,284,750 $ 6,495,500')
      expect(texts[0]).toContain('Long-term debt 11,950 12,000')
      expect(texts[0]).not.toContain('Total assets less')
      expect(texts[1]).toContain('Total assets less total liabilities and equity')
      const { state, page } = await host.open(`/print/${off.id}/balance_sheet?mode=filing`)
      expect(state).toBe('refused')
      expect(await page.locator('body').innerText()).toContain('it must be nil')
    } finally {
      await host.close()
    }
  })
})
