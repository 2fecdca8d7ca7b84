/**
 * Filings kept in whole dollars, with figures of ten to sixteen digits: on paper every figure stands whole within its
 * column, and every column within the margins.
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sampleFilings } from '../../db/samples/samples.ts'
import type { StoredFiling } from '../../shared/model/stored_filing.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { describeInBrowser } from './desk.ts'
import { startPrintHost, toPaper } from './print_host.ts'
import type { PrintHost } from './print_host.ts'

/** A draft of a sample whose amounts have so many more digits. */
function longer(filing: Filing, zeros: number): Filing {
  return {
    ...filing,
    id: `${filing.id}_${zeros}`,
    status: 'draft',
    schedules: filing.schedules.map((schedule) => ({
      ...schedule,
      cells: schedule.cells.map((cell) => {
        const line = schedule.lines.find(({ id }) => id === cell.line)
        const isAmount = (line?.format ?? 'amount') === 'amount' && /^-?\d+$/.test(cell.input ?? '')
        return isAmount ? { ...cell, input: `${cell.input}${'7'.repeat(zeros)}` } : cell
      }),
    })),
  }
}

const LENGTHS = [3, 9]
const STORED: StoredFiling[] = sampleFilings().flatMap((filing) =>
  LENGTHS.map((zeros) => ({
    filing: longer(filing, zeros),
    scenarios: [
      {
        id: 'larger',
        name: 'Provision ten times as large',
        description: '',
        position: 0,
        cells:
          filing.id === 'impac_2007_q3'
            ? [
                {
                  schedule: 'income',
                  line: 'provision_for_loan_losses',
                  column: 'q3_2007',
                  input: `9${'9'.repeat(5 + zeros)}`,
                },
              ]
            : [],
      },
    ],
    comments: [],
  })),
)

describeInBrowser('wide figures on paper', () => {
  let host: PrintHost
  beforeAll(async () => {
    host = await startPrintHost(inject('chromium'), STORED)
  })
  afterAll(async () => {
    await host.close()
  })

  const pages = STORED.flatMap(({ filing }) => [
    ...filing.schedules.map(({ id }) => `/print/${filing.id}/${id}?mode=workpaper&details=all`),
    ...(filing.id.startsWith('impac_2007')
      ? [`/print/${filing.id}/income?mode=workpaper&scenario=larger`, `/print/${filing.id}/compare?mode=workpaper`]
      : []),
  ])

  test.each(pages)('%s is whole', async (address) => {
    const { state, page, trespasses } = await host.open(address)
    expect(state).toBe('ready')
    const { cut, texts } = await page.evaluate(() => {
      const figures = [...document.querySelectorAll<HTMLElement>('.sheet .figure')]
      return {
        texts: figures
          .map((figure) => figure.querySelector('.digits')?.textContent ?? '')
          .filter((text) => /\d/.test(text)),
        cut: figures
          .filter((figure) => {
            const box = figure.closest('td')!.getBoundingClientRect()
            const table = figure.closest('table')!.getBoundingClientRect()
            const sheet = figure.closest('.sheet')!.querySelector('.content')!.getBoundingClientRect()
            const parts = [...figure.children].map((part) => part.getBoundingClientRect())
            return (
              table.right > sheet.right + 1 ||
              table.left < sheet.left - 1 ||
              parts.some(
                ({ left, right }, at) =>
                  left < box.left - 0.5 || right > box.right + 0.5 || (at > 0 && left < parts[at - 1]!.right - 0.5),
              )
            )
          })
          .map((figure) => figure.textContent),
      }
    })
    expect(texts.length).toBeGreaterThan(5)
    expect(cut).toEqual([])
    const printed = (await toPaper(page)).pages.join(' ')
    expect(texts.filter((text) => !printed.includes(text))).toEqual([])
    expect(trespasses).toEqual([])
    await page.context().close()
  })
})
