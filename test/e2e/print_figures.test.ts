/**
 * The figures of a very large set are read in turns: the count goes up while they are, and Cancel ends it before a page is laid out.
 */
import { expect, inject, it } from 'vitest'
import type { StoredFiling } from '../../shared/model/stored_filing.ts'
import { describeInBrowser } from './desk.ts'
import { startPrintHost } from './print_host.ts'

const LINES = 500
const COLUMNS = ['q1', 'q2', 'q3', 'q4']

/** Forty schedules of five hundred lines. */
function large(): StoredFiling {
  const schedules = Array.from({ length: 40 }, (_, at) => ({
    id: `pools_${at}`,
    title: `Pools ${at}`,
    columns: [
      ...COLUMNS.map((id) => ({ id, label: id.toUpperCase(), kind: 'duration' as const })),
      { id: 'year', label: 'Year', kind: 'duration' as const, formula: '= sum(@q1..@q4)' },
    ],
    lines: Array.from({ length: LINES }, (_, line) => ({
      id: `pool_${line}`,
      label: `Pool ${line}`,
      kind: 'input' as const,
    })),
    cells: Array.from({ length: LINES }, (_, line) =>
      COLUMNS.map((column, c) => ({
        schedule: `pools_${at}`,
        line: `pool_${line}`,
        column,
        input: String(line * 7 + c),
      })),
    ).flat(),
  }))
  return { filing: { id: 'large', title: 'Pools', status: 'draft', schedules }, scenarios: [], comments: [] }
}

describeInBrowser('the figures of a large set', () => {
  it('are counted while they are read, and are left at once where that is canceled', async () => {
    const host = await startPrintHost(inject('chromium'), [large()])
    try {
      const counts: number[] = []
      const { state, page, trespasses } = await host.open('/print/large/pools_0?extent=filing', async (open) => {
        await open.getByRole('progressbar', { name: 'Reading the figures' }).waitFor()
        const count = open.locator('.working .count')
        for (let at = 0; at < 2; at += 1) {
          const words = await count.innerText()
          expect(words).toMatch(/^\d+ of 40 schedules$/)
          counts.push(Number.parseInt(words))
          if (at === 0) await expect.poll(() => count.innerText()).not.toBe(words)
        }
        await open.getByRole('button', { name: 'Cancel' }).click()
      })
      expect(counts[1]).toBeGreaterThan(counts[0]!)
      expect(state).toBe('canceled')
      expect(await page.locator('main').innerText()).toContain('Nothing was printed')
      expect(await page.locator('html').getAttribute('data-step')).toBeNull()
      expect(trespasses).toEqual([])
    } finally {
      await host.close()
    }
  })
})
