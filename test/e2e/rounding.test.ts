/**
 * Rounding as a controller meets it: a nil told from what rounds to nil, a printed total that is off by one, details that are
 * ticked to print, and an error that no green light hides. On the screen and on paper.
 */
import { expect, it } from 'vitest'
import type { Column, Filing, Line } from '../../shared/model/filing.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const COLUMNS: Column[] = [
  { id: 'm6', label: 'June 30, 2024', kind: 'duration', end: '2024-06-30' },
  { id: 'q3', label: 'September 30, 2024', kind: 'duration', end: '2024-09-30' },
  { id: 'm9', label: 'Nine months', kind: 'duration', end: '2024-09-30', formula: '= sum(@m6..@q3)' },
]

const LINES: Line[] = [
  { id: 'gaap', label: 'GAAP net income (loss)', kind: 'input' },
  { id: 'agency', label: 'Agency Securities', kind: 'input', parent: 'adjustments' },
  { id: 'hedging', label: 'Deferred hedging costs', kind: 'input', parent: 'adjustments' },
  { id: 'adjustments', label: 'Book to tax differences', kind: 'formula', formula: '= sum(agency..hedging)' },
  {
    id: 'taxable',
    label: 'Estimated taxable income',
    kind: 'formula',
    formula: '= gaap + adjustments',
    rule: 'double',
  },
  { id: 'dividend', label: 'Dividend in excess', kind: 'input' },
  { id: 'excess', label: 'Less dividend in excess', kind: 'formula', formula: '= taxable - dividend' },
  { id: 'shares', label: 'Shares', kind: 'input', format: 'shares' },
  {
    id: 'per_share',
    label: 'Dividend in excess per share',
    kind: 'formula',
    format: 'per_share',
    formula: '= needs(shares, round(dividend / shares, 2))',
    columns: ['m6', 'q3'],
  },
  {
    id: 'thirds',
    label: 'Residue of thirds',
    kind: 'formula',
    formula: '= gaap / 3 * 3 - gaap',
    columns: ['m6', 'q3'],
  },
]

const FIGURES: Record<string, string> = {
  'gaap@m6': '-33834',
  'gaap@q3': '65881',
  'agency@m6': '250619',
  'agency@q3': '-306142',
  'hedging@m6': '-42313',
  'hedging@q3': '-20025',
  'dividend@m6': '0',
  'dividend@q3': '73',
  'shares@m6': '76084',
  'shares@q3': '76084',
}

const DRAFT: Filing = {
  id: 'armour',
  title: 'Third quarter 2024',
  registrant: 'ARMOUR Residential REIT, Inc.',
  status: 'draft',
  schedules: [
    {
      id: 'taxes',
      title: 'Taxable income',
      columns: COLUMNS,
      lines: LINES,
      groups: [{ label: 'Three Months Ended', columns: ['q3'] }],
      cells: Object.entries(FIGURES).map(([name, input]) => {
        const [line = '', column = ''] = name.split('@')
        return { schedule: 'taxes', line, column, input }
      }),
    },
  ],
}

/** The text of a page printed from the workbook, with single spaces. */
async function paper(desk: Desk, mode: 'filing' | 'workpaper'): Promise<string> {
  const page = await desk.page.context().newPage()
  await page.goto(new URL(`/print/armour/taxes?mode=${mode}`, desk.page.url()).href)
  await page.locator('.sheet, .refused').first().waitFor()
  const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ').replaceAll(' )', ')')
  await page.close()
  return text
}

const filings = [DRAFT]

describeInBrowser('rounding', () => {
  it(
    'shows what rounds to nil as 0.00 and nil as a dash, while it is typed and on paper',
    atDesk(
      async (desk) => {
        await desk.show('#/armour/taxes')
        expect(await desk.figure('per_share', 'q3')).toBe('0.00')
        expect(await desk.figure('per_share', 'm6')).toBe('–')
        expect(await desk.figure('thirds', 'q3')).toBe('–')
        await desk.enter('dividend', 'm6', '-73')
        expect(await desk.figure('per_share', 'm6')).toBe('(0.00)')
        await desk.enter('dividend', 'q3', '0')
        expect(await desk.figure('per_share', 'q3')).toBe('–')
        await desk.enter('dividend', 'q3', '73')
        expect(await desk.figure('per_share', 'q3')).toBe('0.00')
        expect(await paper(desk, 'filing')).toContain('Dividend in excess per share (0.00) 0.00')
      },
      { filings },
    ),
  )

  it(
    'says of a printed total that it is off by rounding before it is entered, and prints what then stands',
    atDesk(
      async (desk) => {
        await desk.show('#/armour/taxes')
        await desk.type('agency', 'm9', '-55522')
        const hint = desk.page.locator('.cell-hint.warning')
        await hint.getByText('differs from the sum of its columns, (55,523), by 1, within rounding').waitFor()
        expect(await hint.innerText()).toContain('becomes (306,141), from (306,142)')
        await desk.page.keyboard.press('Escape')
        expect(await desk.figure('agency', 'q3')).toBe('(306,142)')
        await desk.enter('agency', 'm9', '= -55522')
        expect(await desk.figure('agency', 'q3')).toBe('(306,142)')
        expect(await desk.figure('agency', 'm9')).toBe('(55,522)')
        expect(await desk.page.locator('[data-tie-out-light]').getAttribute('data-tie-out-light')).toBe('pass')
        expect(await paper(desk, 'filing')).toContain('Amounts may not add because of rounding.')
        expect(await paper(desk, 'workpaper')).toContain('Within rounding: Agency Securities, Nine months')
      },
      { filings },
    ),
  )

  it(
    'prints the details that are ticked in their dialog, in both copies and while they are folded',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show('#/armour/taxes')
        expect(await paper(desk, 'filing')).not.toContain('Agency Securities')
        for (const [line, label] of [
          ['agency', 'Agency Securities'],
          ['hedging', 'Deferred hedging costs'],
        ] as const) {
          await desk.cell(line, 'q3').click()
          await page.keyboard.press('Alt+Enter')
          const dialog = page.getByRole('dialog', { name: label })
          const tick = dialog.getByLabel('Shown in the filing copy')
          expect(await tick.isChecked()).toBe(false)
          await tick.check()
          await dialog.getByRole('button', { name: 'Change' }).click()
          await dialog.waitFor({ state: 'detached' })
          await desk.saved()
        }
        await page.getByRole('button', { name: 'Details of Book to tax differences' }).click()
        await desk.cell('agency', 'q3').waitFor({ state: 'detached' })
        for (const mode of ['filing', 'workpaper'] as const) {
          expect(await paper(desk, mode)).toContain(
            'Agency Securities 250,619 (306,142) (55,523) Deferred hedging costs (42,313) (20,025) (62,338) Book to tax differences 208,306 (326,167) (117,861)',
          )
        }
      },
      { filings },
    ),
  )

  it(
    'counts an error in any cell as an open tie-out, names it and lets it go when it is mended',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show('#/armour/taxes')
        const light = page.locator('[data-tie-out-light]')
        expect(await light.getAttribute('data-tie-out-light')).toBe('pass')
        await desk.enter('shares', 'm9', '= shares@q3 / 0')
        await expect.poll(() => light.getAttribute('data-tie-out-light')).toBe('open')
        expect(await light.innerText()).toContain('1 does not tie')
        await light.click()
        await page.getByRole('button', { name: 'Shares, Nine months: shows #DIV/0!.' }).waitFor()
        await desk.cell('shares', 'm9').click()
        await page.keyboard.press('Delete')
        await desk.saved()
        await expect.poll(() => light.getAttribute('data-tie-out-light')).toBe('pass')
        // A total of another amount than its lines does not tie, by the decimals of its figures.
        await desk.enter('adjustments', 'q3', '-326160')
        await expect.poll(() => light.getAttribute('data-tie-out-light')).toBe('open')
        expect(await page.locator('.tie-out-table .fail .difference-cell').innerText()).toBe('7')
      },
      { filings },
    ),
  )
})
