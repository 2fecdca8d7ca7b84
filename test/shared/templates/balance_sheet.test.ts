/**
 * The balance sheet of a new filing: dates, links with the sign of liabilities turned, a balance that holds or says so, and eight
 * quarters of rolling forward. Its figures are worked out by hand in balanced_filing.ts.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headlineCell } from '../../../shared/analysis/headlines.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { lineOf } from '../../../shared/model/lookup.ts'
import { filingSchema } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { runs } from '../calc/choices.ts'
import { balancedFiling } from './balanced_filing.ts'
import { cellsOf, columnIds, inputAt, rolled, row, scheduleOf } from './filing_fixture.ts'

function made(periodEnd: string, covers: 'quarter' | 'year', schedules: string[]): Filing {
  const details = { title: 'T', registrant: 'R', form: '', periodEnd, documentDate: '', unit: '', unaudited: false }
  return newFiling({ id: 'new', details, covers, against: 'before', schedules })
}

function sheet(filing: Filing, line: string): string[] {
  return row(filing, 'balance_sheet', line)
}

/** What gives a line at a date: the formula of the line where it serves that, else the input. */
function linkAt(filing: Filing, line: string, column: string): string | undefined {
  const { formula, columns } = lineOf(scheduleOf(filing, 'balance_sheet'), line)!
  if (formula !== undefined && columns?.includes(column)) return formula
  return inputAt(filing, { schedule: 'balance_sheet', line, column })
}

/** The filing with inputs over those that stand. */
function entered(filing: Filing, inputs: readonly CellInput[]): Filing {
  return {
    ...filing,
    schedules: filing.schedules.map((one) => {
      const own = inputs.filter(({ schedule }) => schedule === one.id)
      const isNew = ({ line, column }: CellInput): boolean => own.some((of) => of.line === line && of.column === column)
      return { ...one, cells: [...one.cells.filter((cell) => !isNew(cell)), ...own] }
    }),
  }
}

function proofs(filing: Filing): string[] {
  return tieOuts(filing, createEngine(filing)).flatMap(({ kind, column, status, differenceText }) =>
    kind === 'proof' ? [`${column} ${status} ${differenceText}`.trim()] : [],
  )
}

describe('a balance sheet', () => {
  test('stands at the end of the period and at the last year end', () => {
    expect(columnIds(made('2026-09-30', 'quarter', ['balance_sheet']), 'balance_sheet')).toEqual([
      'at_2026_09_30',
      'at_2025_12_31',
    ])
    expect(columnIds(made('2026-12-31', 'quarter', ['balance_sheet']), 'balance_sheet')[1]).toBe('at_2025_12_31')
    expect(columnIds(made('2026-06-30', 'year', ['balance_sheet']), 'balance_sheet')).toEqual([
      'at_2026_06_30',
      'at_2025_06_30',
    ])
  })

  test('links what the chosen rollforwards show of its dates, and takes input for the rest', () => {
    const all = ['balance_sheet', 'equity', 'trust_rollforward']
    const third = made('2026-09-30', 'quarter', all)
    expect(linkAt(third, 'stockholders_equity', 'at_2026_09_30')).toBe('= equity.closing@q3_2026')
    expect(linkAt(third, 'stockholders_equity', 'at_2025_12_31')).toBe('=equity.opening@q1_2026')
    expect(linkAt(third, 'long_term_debt', 'at_2026_09_30')).toBe('= -trusts.closing@long_term_debt')
    // The trusts of the third quarter open at June 30, which the sheet does not show.
    expect(linkAt(third, 'long_term_debt', 'at_2025_12_31')).toBeUndefined()
    const year = made('2026-12-31', 'year', all)
    expect(linkAt(year, 'stockholders_equity', 'at_2025_12_31')).toBe('=equity.closing@fy_2025')
    expect(linkAt(year, 'securitized_mortgage_collateral', 'at_2025_12_31')).toBe('=trusts.opening@collateral')
    expect(scheduleOf(made('2026-09-30', 'quarter', ['balance_sheet']), 'balance_sheet').cells).toEqual([])
  })

  test('balances at both dates, liabilities positive', () => {
    const filing = balancedFiling()
    expect(filingSchema.parse(filing)).toEqual(filing)
    const expected: Record<string, [string, string]> = {
      securitized_mortgage_collateral: ['6195000', '6420000'],
      total_trust_assets: ['6212400', '6439500'],
      total_assets: ['6284750', '6495500'],
      securitized_mortgage_borrowings: ['6187900', '6400000'],
      total_trust_liabilities: ['6197200', '6410500'],
      long_term_debt: ['11950', '12000'],
      total_liabilities: ['6245250', '6457500'],
      stockholders_equity: ['39500', '38000'],
      total_liabilities_and_equity: ['6284750', '6495500'],
      out_of_balance: ['0', '0'],
    }
    for (const [line, figures] of Object.entries(expected)) expect([line, sheet(filing, line)]).toEqual([line, figures])
    expect(proofs(filing)).toEqual(['at_2026_03_31 pass', 'at_2025_12_31 pass'])
  })

  test('says by how much it does not balance', () => {
    const filing = entered(balancedFiling(), [
      { schedule: 'balance_sheet', line: 'cash', column: 'at_2026_03_31', input: '31320' },
    ])
    expect(proofs(filing)).toEqual(['at_2026_03_31 fail 120', 'at_2025_12_31 pass'])
    const [open] = tieOuts(filing, createEngine(filing)).filter(({ status }) => status === 'fail')
    expect(open?.text).toBe('Total assets less total liabilities and equity, March 31, 2026: 120; it must be nil.')
  })

  test('a figure typed over a link is held against the rollforward', () => {
    const filing = entered(balancedFiling(), [
      { schedule: 'balance_sheet', line: 'long_term_debt', column: 'at_2026_03_31', input: '12950' },
      { schedule: 'balance_sheet', line: 'stockholders_equity', column: 'at_2026_03_31', input: '38500' },
    ])
    const open = tieOuts(filing, createEngine(filing)).filter(({ status }) => status === 'fail')
    expect(open.map(({ kind, line, differenceText }) => [kind, line, differenceText])).toEqual([
      ['ties', 'long_term_debt', '1,000'],
      ['ties', 'stockholders_equity', '(1,000)'],
    ])
    expect(proofs(filing)).toEqual(['at_2026_03_31 pass', 'at_2025_12_31 pass'])
  })

  test('that is half entered is not called out of balance, and its total waits for equity', () => {
    const bare = made('2026-03-31', 'quarter', ['balance_sheet'])
    const assets = entered(bare, [
      { schedule: 'balance_sheet', line: 'cash', column: 'at_2026_03_31', input: '100' },
      { schedule: 'balance_sheet', line: 'other_liabilities', column: 'at_2026_03_31', input: '40' },
    ])
    expect(sheet(assets, 'total_liabilities')).toEqual(['40', ''])
    expect(sheet(assets, 'total_liabilities_and_equity')).toEqual(['', ''])
    expect(proofs(assets)).toEqual([])
  })

  test('heads equity and long-term debt where no rollforward does, at the date of the period in focus', () => {
    const filing = entered(made('2026-03-31', 'quarter', ['income_comparison', 'balance_sheet']), [
      { schedule: 'balance_sheet', line: 'stockholders_equity', column: 'at_2026_03_31', input: '100' },
    ])
    const equity = filing.headlines!.find(({ id }) => id === 'equity')!
    expect(headlineCell(filing, equity, 'q1_2026')).toMatchObject({ column: 'at_2026_03_31' })
    const both = balancedFiling().headlines!.filter(({ id }) => id === 'equity')
    expect(both.map(({ lines }) => lines)).toEqual([['equity.closing']])
  })
})

function settlement(column: string, input: string): CellInput {
  return { schedule: 'trusts', line: 'settlements', column, input }
}

/** What a quarter adds: settlements of collateral and borrowings that balance, and earnings received in cash. */
function quarterOf(filing: Filing, settled: number, earned: number): CellInput[] {
  const [now] = columnIds(filing, 'balance_sheet')
  const quarter = columnIds(filing, 'equity').at(-1)!
  const before = sheet(filing, 'stockholders_equity')
  const at = (line: string, input: string): CellInput => ({ schedule: 'balance_sheet', line, column: now!, input })
  // Net trust assets and other balances of the first quarter stay; what is earned stands in cash.
  const net = 6212400 - 6197200 - 11950
  return [
    settlement('collateral', String(-settled)),
    settlement('borrowings', String(settled)),
    { schedule: 'equity', line: 'net_earnings', column: quarter, input: String(earned) },
    at('other_assets', '41150'),
    at('other_liabilities', '36100'),
    at('cash', String(Number(before[0]) + earned - net - 41150 + 36100)),
  ]
}

test('eight quarters roll forward without a hand: comparatives stay, links find the new date, and it balances', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: -9_000, max: 9_000 })), {
        minLength: 8,
        maxLength: 8,
      }),
      (quarters) => {
        let filing = balancedFiling()
        let yearEnd = sheet(filing, 'stockholders_equity')[1]!
        for (const [at, [settled, earned]] of quarters.entries()) {
          const held = Object.fromEntries(
            scheduleOf(filing, 'balance_sheet').lines.map(({ id }) => [id, sheet(filing, id)]),
          )
          const isNewYear = filing.periodEnd!.endsWith('12-31')
          const opened = sheet(filing, 'stockholders_equity')[0]!
          if (isNewYear) yearEnd = opened
          filing = rolled(filing, 'quarter', `next_${at}`).filing
          expect(columnIds(filing, 'balance_sheet')).toEqual([
            `at_${filing.periodEnd!.replaceAll('-', '_')}`,
            `at_${Number(filing.periodEnd!.slice(0, 4)) - 1}_12_31`,
          ])
          const end = columnIds(filing, 'balance_sheet')[0]!
          const quarter = columnIds(filing, 'equity').at(-1)!
          expect(linkAt(filing, 'stockholders_equity', end)).toBe(`= equity.closing@${quarter}`)
          expect(linkAt(filing, 'long_term_debt', end)).toBe('= -trusts.closing@long_term_debt')
          const engine = createEngine(filing)
          for (const ref of cellsOf(filing)) expect(engine.value(ref) instanceof CellError, ref.line).toBe(false)
          expect(sheet(filing, 'cash')[0]).toBe('')
          filing = entered(filing, quarterOf(filing, settled, earned))
          for (const [line, [now, then]] of Object.entries(held)) {
            expect([line, sheet(filing, line)[1]]).toEqual([line, isNewYear ? now : then])
          }
          expect(sheet(filing, 'stockholders_equity')).toEqual([String(Number(opened) + earned), yearEnd])
          expect(sheet(filing, 'long_term_debt')[0]).toBe('11950')
          expect(proofs(filing).map((one) => one.split(' ')[1])).toEqual(['pass', 'pass'])
        }
      },
    ),
    runs(10),
  )
})

test('a comparative never reads a rollforward without dates, also where that was blank when it rolled', () => {
  const blank = made('2026-12-31', 'quarter', ['balance_sheet', 'trust_rollforward'])
  const next = rolled(blank, 'quarter').filing
  expect(linkAt(next, 'securitized_mortgage_collateral', 'at_2027_03_31')).toBe('= trusts.closing@collateral')
  expect(linkAt(next, 'securitized_mortgage_collateral', 'at_2026_12_31')).toBeUndefined()
  const first = made('2026-03-31', 'quarter', ['balance_sheet', 'trust_rollforward'])
  expect(linkAt(first, 'long_term_debt', 'at_2025_12_31')).toBe('=-trusts.opening@long_term_debt')
  expect(linkAt(rolled(first, 'quarter').filing, 'long_term_debt', 'at_2025_12_31')).toBeUndefined()
})
