/**
 * Equity in three views, its trusts, liquidity and the look-forward at the desk and on paper. The figures of the filing are worked out beside the
 * expectations.
 */
import { expect, inject, it } from 'vitest'
import { viewsFiling } from '../shared/templates/views_filing.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const FILING = viewsFiling()

function place(schedule: string): string {
  return `#/${FILING.id}/${schedule}`
}

async function violations(desk: Desk): Promise<string[]> {
  return (await axe(desk.page).analyze()).violations.map(({ id }) => id)
}

describeInBrowser('equity in three views', () => {
  it(
    'follows a trust, and is blank once the opening of equity is taken away',
    atDesk(
      async (desk) => {
        expect(await desk.figure('in_view', 'reported')).toBe('$ (110,000)')
        expect(await desk.figure('in_view', 'limited')).toBe('$ 140,000')
        expect(await desk.figure('book_value_per_common_share', 'limited')).toBe('$ (0.29)')
        expect(await desk.figure('in_view', 'fair_value')).toBe('$ 145,000')
        expect(await violations(desk)).toEqual([])
        await desk.show(place('equity_views_trusts'))
        expect(await desk.figure('trust_1', 'net_book')).toBe('(100,000)')
        expect(await violations(desk)).toEqual([])
        // The second trust loses 60,000: 40,000 beyond its assets, which are added back.
        await desk.enter('trust_2', 'assets_book', '740000')
        await desk.show(place('equity_views'))
        expect(await desk.figure('deficit_per_trust', 'limited')).toBe('290,000')
        expect(await desk.figure('in_view', 'limited')).toBe('$ 180,000')
        await desk.show(place('equity'))
        await desk.cell('opening', 'q1_2026').click()
        await desk.page.keyboard.press('Delete')
        await desk.saved()
        await desk.show(place('equity_views'))
        for (const view of ['reported', 'limited', 'fair_value']) {
          expect([view, await desk.figure('in_view', view)]).toEqual([view, ''])
          expect(await desk.figure('standing', view)).toBe('equity missing')
        }
      },
      { filings: [FILING], at: place('equity_views') },
    ),
  )

  it(
    'the look-forward marks where cash turns negative, and follows what is expected and liquidity',
    atDesk(
      async (desk) => {
        // 20,000, 7,800, (9,400).
        expect(await desk.figure('cash', 'ahead_2')).toBe('$ (9,400)')
        expect(await desk.figure('cash_sign', 'ahead_2')).toBe('turns negative')
        expect(await desk.figure('net_worth_sign', 'now')).toBe('negative now')
        expect(await violations(desk)).toEqual([])
        await desk.enter('margin_calls', 'ahead_2', '2000')
        expect(await desk.figure('cash_sign', 'ahead_2')).toBe('positive')
        // Rows further down are drawn when there is room.
        await desk.page.setViewportSize({ width: 1440, height: 1600 })
        await desk.show(place('liquidity'))
        expect(await desk.figure('cash_closing', 'at_2026_09_30')).toBe('$ 20,000')
        await desk.enter('margin_calls', 'at_2026_09_30', '14300')
        expect(await desk.figure('cash_closing', 'at_2026_09_30')).toBe('$ 10,000')
        await desk.show(place('look_forward'))
        // 10,000, (2,200).
        expect(await desk.figure('cash_sign', 'ahead_1')).toBe('turns negative')
      },
      { filings: [FILING], at: place('look_forward') },
    ),
  )

  it('prints: the tailored views, the trusts and the look-forward on the workpaper copy alone', async () => {
    const host = await startPrintHost(inject('chromium'), [{ filing: FILING, scenarios: [], comments: [] }])
    try {
      const texts: Record<string, string> = {}
      for (const schedule of ['equity_views', 'equity_views_trusts', 'liquidity', 'look_forward']) {
        for (const mode of ['filing', 'workpaper']) {
          const { state, page, trespasses } = await host.open(`/print/${FILING.id}/${schedule}?mode=${mode}`)
          const isNone = mode === 'filing' && ['equity_views_trusts', 'look_forward'].includes(schedule)
          expect([schedule, mode, state, trespasses]).toEqual([schedule, mode, isNone ? 'refused' : 'ready', []])
          if (isNone) continue
          const { pages } = await toPaper(page)
          texts[`${schedule} ${mode}`] = pages.join(' ').replaceAll(/\s+/g, ' ')
        }
      }
      expect(texts['equity_views filing']).toContain('(110,000)')
      expect(texts['equity_views filing']).not.toMatch(/140,000|145,000|[Tt]ailored|[Vv]iew/)
      expect(texts['equity_views workpaper']).toContain('(110,000) $ 140,000 $ 145,000')
      expect(texts['equity_views workpaper']).toContain('Individually tailored measures')
      expect(texts['liquidity filing']).not.toContain('923.95')
      expect(texts['liquidity workpaper']).toContain('923.95')
      expect(texts['look_forward workpaper']).toContain('For review: Unrestricted cash is, March 31, 2027')
    } finally {
      await host.close()
    }
  })
})
