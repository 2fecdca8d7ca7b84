/**
 * The tax schedules at the desk and on paper: the test follows the books and the losses, a shortfall shows what is still to be declared, and both
 * copies print. The figures of the filing are worked out beside the expectations.
 */
import { expect, inject, it } from 'vitest'
import { taxFiling } from '../shared/templates/tax_filing.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'

const FILING = taxFiling()
const PLACE = `#/${FILING.id}/distribution_test`

describeInBrowser('the distribution test', () => {
  it(
    'follows an edit in the reconciliation, and says what is required before and after losses',
    atDesk(
      async (desk) => {
        // 90% of 29,143 is 26,228.7; of 12,743 after losses 11,468.7. 18,774 was paid.
        expect(await desk.figure('required', 'to_date')).toBe('$ 11,469')
        expect(await desk.figure('cushion', 'to_date')).toBe('7,305')
        expect(await desk.headline('minimum_distribution')).toBe('26,229')
        expect(await desk.page.locator('body').innerText()).toContain(
          'Minimum distribution: 11,469 after net operating losses.',
        )
        expect((await axe(desk.page).analyze()).violations).toEqual([])
        await desk.enter('nol_deduction', 'to_date', '0')
        expect(await desk.figure('required', 'to_date')).toBe('$ 26,229')
        expect(await desk.figure('shortfall', 'to_date')).toBe('7,455')
        await desk.show(`#/${FILING.id}/declaration`)
        // The year: 38,643, of which 90% is 34,778.7; 18,774 counts, 16,004.7 is to be declared, 3,722 of it on preferred.
        expect(await desk.figure('to_declare', 'keep_status')).toBe('$ 16,005')
        expect(await desk.figure('on_common', 'keep_status')).toBe('$ 12,283')
        expect(await desk.figure('per_common_share', 'keep_status')).toBe('$ 1.6161')
        await desk.show(`#/${FILING.id}/reconciliation`)
        await desk.enter('miscellaneous', 'q3_2026', '1000')
        // 90% of 30,143.
        expect(await desk.headline('minimum_distribution')).toBe('27,129')
      },
      { filings: [FILING], at: PLACE },
    ),
  )

  it('prints in both copies, the excise tax and what to declare too', async () => {
    const host = await startPrintHost(inject('chromium'), [{ filing: FILING, scenarios: [], comments: [] }])
    try {
      const texts: Record<string, string> = {}
      for (const schedule of ['distribution_test', 'excise', 'declaration']) {
        for (const mode of ['filing', 'workpaper']) {
          const { state, page, trespasses } = await host.open(`/print/${FILING.id}/${schedule}?mode=${mode}`)
          expect([schedule, mode, state, trespasses]).toEqual([schedule, mode, 'ready', []])
          const { pages } = await toPaper(page)
          texts[`${schedule} ${mode}`] = pages.join(' ').replaceAll(/\s+/g, ' ')
        }
      }
      expect(texts['distribution_test filing']).toContain('An estimate, not tax advice.')
      expect(texts['distribution_test filing']).toContain('Required distribution $ 11,469 $ 20,019')
      // 85% of 22,243 and the 1,000 short the year before.
      expect(texts['excise workpaper']).toContain('Line 4: required distribution $ 19,907')
      expect(texts['declaration workpaper']).toContain('Still to be declared')
    } finally {
      await host.close()
    }
  })
})
