/**
 * Print documents on paper: printed to PDF by a real Chromium and read back.
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sampleFilings } from '../../db/samples/samples.ts'
import type { StoredFiling } from '../../shared/model/stored_filing.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { Decimal } from '../../shared/money/decimal.ts'
import { formatAmount } from '../../shared/money/format.ts'
import { describeInBrowser } from './desk.ts'
import { goldenRows, inflated, startPrintHost, toPaper } from './print_host.ts'
import type { Paper, PrintHost } from './print_host.ts'

const PORTRAIT = [612, 792]
const LANDSCAPE = [792, 612]

/** A draft of `count` lines with a total after every twentieth. */
function long(count: number): Filing {
  const lines = Array.from({ length: count }, (_, index) =>
    index % 20 === 19
      ? {
          id: `total_${index}`,
          label: `Total of pools to ${index}`,
          kind: 'formula' as const,
          formula: `= sum(pool_${index - 19}..pool_${index - 1})`,
          rule: 'single' as const,
        }
      : { id: `pool_${index}`, label: `Pool number ${index}`, kind: 'input' as const },
  )
  const columns = ['q1', 'q2'].map((id) => ({
    id,
    label: `March 3${id === 'q1' ? 0 : 1}, 2026`,
    kind: 'duration' as const,
  }))
  return {
    id: 'long_filing',
    title: 'Long',
    registrant: 'Long Schedule REIT, Inc.',
    status: 'draft',
    schedules: [
      {
        id: 'pools',
        title: 'Pools of mortgage loans',
        unitLine: '(in thousands)',
        columns,
        lines,
        groups: [{ label: 'Three Months Ended', columns: ['q1', 'q2'] }],
        cells: lines.flatMap((line, index) =>
          line.kind === 'input'
            ? columns.map((column) => ({
                schedule: 'pools',
                line: line.id,
                column: column.id,
                input: `${-1000 - index}`,
              }))
            : [],
        ),
      },
    ],
  }
}

const COMMENTS: StoredFiling['comments'] = [
  {
    id: '00000000-0000-4000-8000-000000000001',
    schedule: 'reconciliation',
    line: 'taxable_income',
    column: 'q2_2007',
    text: 'Agrees with the earlier release.\nChecked twice.',
    author: 'A. Controller',
    time: '2026-03-04T10:15:59.000Z',
  },
  {
    id: '00000000-0000-4000-8000-000000000002',
    schedule: 'reconciliation',
    line: 'loan_loss_provisions',
    column: 'q2_2007',
    text: 'Per the servicer report.',
    author: 'B. Reviewer',
    time: '2026-03-05T23:00:00.000Z',
  },
]

/** A draft of so many schedules of sixty lines each. */
function many(count: number): Filing {
  const one = long(60)
  const [only] = one.schedules
  const schedules = Array.from({ length: count }, (_, at) => {
    const id = `pools_${at}`
    return { ...only!, id, title: `Pools ${at}`, cells: only!.cells.map((cell) => ({ ...cell, schedule: id })) }
  })
  return { ...one, id: 'many_schedules', schedules }
}

const STORED: StoredFiling[] = [...sampleFilings(), long(200), many(40)].map((filing) => ({
  filing,
  scenarios: [
    {
      id: 'larger_provision',
      name: 'Provision 10,000 higher',
      description: '',
      position: 0,
      cells:
        filing.id === 'impac_2007_q3'
          ? [{ schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007', input: '799445' }]
          : [],
    },
  ],
  comments: filing.id === 'impac_2007_q3' ? COMMENTS : [],
}))

describeInBrowser('on paper', () => {
  let host: PrintHost
  beforeAll(async () => {
    host = await startPrintHost(inject('chromium'), STORED)
  })
  afterAll(async () => {
    await host.close()
  })

  async function paper(address: string): Promise<Paper> {
    const { state, page, trespasses } = await host.open(address)
    expect(state).toBe('ready')
    const printed = await toPaper(page)
    expect(trespasses).toEqual([])
    await page.context().close()
    return printed
  }

  test('the filing copy of the reconciliation is one page with the published figures, to the character', async () => {
    const { pages, sizes } = await paper('/print/impac_2007_q3/reconciliation')
    expect(sizes).toEqual([PORTRAIT])
    const text = flat(pages[0]!)
    const signed = new Set(['net_earnings', 'taxable_income', 'taxable_income_per_share'])
    const rows = (await goldenRows('reconciliation')).filter((row) => row['parent'] === '' && row['q3_2007'] !== '')
    expect(rows).toHaveLength(15)
    for (const row of rows) {
      const line = row['line']!
      const format = line.endsWith('per_share') ? 'per_share' : line === 'diluted_shares' ? 'shares' : 'amount'
      const figures = ['q3_2007', 'q2_2007', 'q3_2006', 'm9_2007'].map((column) =>
        formatAmount(new Decimal(row[column]!), { format, currency: signed.has(line) }),
      )
      const note = row['note'] === '' ? '' : ` (${row['note']})`
      expect(text).toContain(`${row['label']}${note} ${figures.join(' ')}`)
    }
    for (const words of [
      'Impac Mortgage Holdings, Inc.',
      '(unaudited)',
      '(in thousands, except per share amounts)',
      'Three Months Ended (1)',
      'Nine Months Ended (1)',
      'September 30, 2007',
      'Notes (summarized)',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(words)
    }
    for (let note = 1; note <= 11; note += 1) expect(pages[0]).toMatch(new RegExp(`^\\(${note}\\) \\w`, 'm'))
    expect(text).not.toMatch(/March 31|Tieout|Workpaper|Prepared|Hypothetical/)
  })

  test('the comparison of earnings prints the published lines alone', async () => {
    const { pages, sizes } = await paper('/print/impac_2007_q3/income')
    expect(sizes).toEqual([PORTRAIT])
    const text = flat(pages[0]!)
    expect(text).toContain('Net loss $ (1,191,235) $ (152,547) $ (1,038,688) (681)%')
    expect(text).toContain('Provision for loan losses 789,445 161,163 628,282 390')
    expect(text).not.toContain('unrealized')
  })

  test('the trusts lie across one page', async () => {
    const { pages, sizes } = await paper('/print/impac_2009/trusts')
    expect(sizes).toEqual([LANDSCAPE])
    expect(flat(pages[0]!)).toContain('957,103 957,212')
  })

  test('a workpaper copy of a scenario says so on every page, with its changes', async () => {
    const { pages, sizes } = await paper('/print/impac_2007_q3/reconciliation?scenario=larger_provision&mode=workpaper')
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Hypothetical: Provision 10,000 higher')
      expect(page).toContain('change 42')
      expect(flat(page)).toMatch(/Prepared by Date Reviewed by Date/)
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      if (index > 0) expect(flat(page)).toContain('(continued)')
    }
    expect(flat(pages[0]!)).toContain('As filed Scenario Difference Unchanged')
    expect(flat(pages[0]!)).toContain('Loan loss provisions (3) 832,453 842,453 10,000 181,977')
    expect(flat(pages.join(' '))).toContain('Three Months Ended September 30, 2007 789,445 799,445 10,000')
    expect(sizes).toEqual(pages.map(() => LANDSCAPE))
  })

  test('a workpaper copy numbers commented figures and tells the comments below, in the time of the machine', async () => {
    const { pages } = await paper('/print/impac_2007_q3/reconciliation?mode=workpaper')
    const text = flat(pages.join(' '))
    expect(text).toMatch(/Loan loss provisions \(3\) 832,453 181,977 ?\[1\] 3,183/)
    expect(text).toContain(
      '[1] Loan loss provisions, Three Months Ended June 30, 2007. B. Reviewer, March 5, 2026, 6:00 PM EST: Per the servicer report.',
    )
    expect(text).toMatch(
      /A\. Controller, March 4, 2026, 5:15 AM EST: Agrees with the earlier release\.\s+Checked twice\./,
    )
    const { pages: filed } = await paper('/print/impac_2007_q3/reconciliation')
    expect(flat(filed.join(' '))).not.toMatch(/servicer|\[1\]/)
  })

  test('a scenario has no filing copy: the reason stands in place of pages', async () => {
    const { state, page, trespasses } = await host.open('/print/impac_2007_q3/income?scenario=larger_provision')
    expect(state).toBe('refused')
    expect(await page.locator('main').innerText()).toContain('A hypothetical scenario prints as a workpaper copy')
    expect(trespasses).toEqual([])
    await page.context().close()
  })

  test.each(['/print/impac_2007_q3/nowhere', '/print/nowhere/income', '/print/impac_2007_q3/income?scenario=nowhere'])(
    '%s says that there is nothing to print',
    async (address) => {
      const { state, page } = await host.open(address)
      expect(state).toBe('failed')
      expect(await page.locator('main').innerText()).toContain('has no')
      await page.context().close()
    },
  )

  test('a schedule of 200 lines repeats its heads, splits no row and leaves no total first', async () => {
    const { state, page } = await host.open('/print/long_filing/pools')
    expect(state).toBe('ready')
    const sheets = await page.locator('.sheet').evaluateAll((elements) =>
      elements.map((sheet) => {
        const box = sheet.getBoundingClientRect()
        const foot = sheet.querySelector('footer')!.getBoundingClientRect()
        const rows = [...sheet.querySelectorAll<HTMLElement>('tbody tr')]
        const bottoms = rows.map((row) => row.getBoundingClientRect().bottom)
        return {
          height: box.height,
          foot: foot.top,
          lowest: Math.max(...bottoms),
          lines: rows.map((row) => row.dataset['line']),
        }
      }),
    )
    expect(sheets.length).toBeGreaterThan(3)
    const lines = sheets.flatMap((sheet) => sheet.lines)
    expect(lines).toEqual(long(200).schedules[0]!.lines.map(({ id }) => id))
    for (const sheet of sheets) {
      expect(sheet.height).toBe(1056)
      expect(sheet.lowest).toBeLessThan(sheet.foot)
      expect(sheet.lines[0]).toMatch(/^pool_/)
    }
    const { pages, sizes } = await toPaper(page)
    expect(sizes).toEqual(sheets.map(() => PORTRAIT))
    for (const [index, text] of pages.entries()) {
      expect(flat(text)).toContain('Three Months Ended March 30, 2026 March 31, 2026')
      expect(text).toContain(index === 0 ? 'Pools of mortgage loans\n' : 'Pools of mortgage loans (continued)')
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      const shown = sheets[index]!.lines.filter((line) => line!.startsWith('pool_'))
      for (const line of shown) expect(flat(text)).toMatch(new RegExp(`Pool number ${line!.slice(5)} [$(]`))
    }
    await page.context().close()
  })

  test('paper is letter unless A4 is chosen, lies as it is told, and bears no notes where none are wanted', async () => {
    const wide = await paper('/print/impac_2007_q3/reconciliation?paper=a4&orientation=landscape&notes=none')
    expect(wide.sizes).toEqual([[842, 595]])
    expect(flat(wide.pages[0]!)).toContain('Loan loss provisions 832,453 181,977')
    expect(wide.pages[0]).not.toContain('Notes')
    for (const margins of ['narrow', 'wide']) {
      const { sizes } = await paper(`/print/impac_2007_q3/reconciliation?paper=a4&margins=${margins}&mode=workpaper`)
      expect(sizes.map((size) => size.toSorted((a, b) => a - b))).toEqual(sizes.map(() => [595, 842]))
    }
    const { state, page } = await host.open('/print/impac_2007_q3/reconciliation?paper=a5')
    expect(state).toBe('failed')
    expect(await page.locator('main').innerText()).toContain('paper=a5')
    await page.context().close()
  })

  test('a set of forty schedules tells how far it is, and is complete or not printed at all', async () => {
    const address = '/print/many_schedules/pools_0?extent=filing'
    for (const how of ['Cancel', 'Escape']) {
      const { state, page } = await host.open(address, async (open) => {
        await open.getByRole('progressbar', { name: 'Laying out the pages' }).waitFor()
        expect(await open.locator('.working').innerText()).toMatch(/\d+ of 40 schedules/)
        if (how === 'Cancel') await open.getByRole('button', { name: 'Cancel' }).click()
        else await open.keyboard.press('Escape')
      })
      expect(state).toBe('canceled')
      expect(await page.locator('main').innerText()).toContain('Nothing was printed')
      expect(await page.locator('.sheet').count()).toBe(0)
      await page.context().close()
    }
    const { state, page } = await host.open(address)
    expect(state).toBe('ready')
    const titles = await page.locator('h1.title').allTextContents()
    expect(titles).toEqual(Array.from({ length: 40 }, (_, at) => `Pools ${at}`))
    expect(await page.getByRole('progressbar').count()).toBe(0)
    const last = await page.locator('footer .number').last().textContent()
    expect(last).toBe(`Page ${await page.locator('.sheet').count()} of ${await page.locator('.sheet').count()}`)
    await page.context().close()
  })

  test('a set of schedules keeps the orientation of each and counts its pages through', async () => {
    const { pages, sizes } = await paper('/print/impac_2009/equity?mode=workpaper&and=trusts')
    expect(sizes).toEqual([PORTRAIT, LANDSCAPE])
    expect(pages[0]).toContain('Page 1 of 2')
    expect(pages[1]).toContain('Page 2 of 2')
  })

  test('the PDF is tagged, its table has heads, and its fonts are the product\u2019s own', async () => {
    const { state, page } = await host.open('/print/impac_2007_q3/reconciliation')
    expect(state).toBe('ready')
    const { pdf } = await toPaper(page)
    expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(await page.locator('tbody th[scope=row]').count()).toBe(16)
    expect(await page.locator('thead th[scope=col]').count()).toBe(4)
    expect(await page.evaluate(() => document.compatMode)).toBe('CSS1Compat')
    expect(await page.evaluate(() => document.fonts.check('10pt "Source Serif 4"', '1,234'))).toBe(true)
    const fonts = pdf.toString('latin1').match(/\/FontName \/[A-Z]{6}\+[\w-]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    // Read whole, whatever is compressed: fonts drawn as shapes would be of this type.
    expect(inflated(pdf)).toContain('/Subtype /Type0')
    expect(inflated(pdf)).not.toMatch(/\/Subtype\s*\/Type3/)
    for (const font of fonts) expect(font).toContain('SourceSerif4')
    await page.context().close()
  })
})

/** The text on one line, so that wrapped words can be looked for. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
