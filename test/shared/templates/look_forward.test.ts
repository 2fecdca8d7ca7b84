/**
 * A look at net worth and cash over the quarters ahead: balances run on, the quarter in which one turns negative is marked, what was expected moves
 * nearer as quarters go. Figures are worked out beside the expectations.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { print } from '../print/sample_documents.ts'
import { columnIds, inputAt, rolled, scheduleOf } from './filing_fixture.ts'

const COLUMNS = ['now', 'ahead_1', 'ahead_2', 'ahead_3', 'ahead_4', 'ahead_5']

function made(
  schedules: readonly string[],
  inputs: Readonly<Record<string, string>> = {},
  covers: 'quarter' | 'year' = 'quarter',
): Filing {
  const details = {
    title: 'T',
    registrant: 'Harbor',
    form: '',
    periodEnd: covers === 'year' ? '2026-12-31' : '2026-09-30',
    documentDate: '',
    unit: '',
    unaudited: true,
  }
  const filing = newFiling({ id: 'new', details, covers, against: 'before', schedules })
  const own = Object.entries(inputs).map(([name, input]): CellInput => ({ ...readCellName(name)!, input }))
  return {
    ...filing,
    schedules: filing.schedules.map((one) => ({
      ...one,
      cells: [...one.cells, ...own.filter(({ schedule }) => schedule === one.id)],
    })),
  }
}

/** A line across, choices by their words. */
function across(filing: Filing, line: string): string[] {
  const engine = createEngine(filing)
  return COLUMNS.map((column) => {
    const ref = { schedule: 'look_forward', line, column }
    const found = findCell(filing, ref)!
    const value = engine.value(ref)
    if (!isAmount(value)) return value === null ? '' : String(value)
    return found.line.format === 'choice' ? cellText(value, found.line, found.column) : plain(value)
  })
}

const at = (line: string, values: readonly string[], from = 0): Record<string, string> =>
  Object.fromEntries(
    values.flatMap((input, n) => (input === '' ? [] : [[`look_forward.${line}@${COLUMNS[n + from]}`, input]])),
  )

/** Net worth of 100 loses 60 and 50, earns 30 and pays 5; cash of 40 receives 10 and pays 25 a quarter. */
const CASE = {
  ...at('net_worth', ['100']),
  ...at('net_earnings', ['-60', '-50', '30'], 1),
  ...at('dividends_declared', ['', '', '5'], 1),
  ...at('cash', ['40']),
  ...at('cash_received', ['10', '10', '10', '60'], 1),
  ...at('operating_costs', ['25', '25', '25'], 1),
  ...at('margin_calls', ['', '5'], 1),
}

function labels(filing: Filing): string[] {
  return scheduleOf(filing, 'look_forward').columns.map(({ label }) => label)
}

test('balances run on, and the quarter in which one turns negative is marked', () => {
  const filing = made(['look_forward'], CASE)
  expect(across(filing, 'net_worth')).toEqual(['100', '40', '-10', '15', '15', '15'])
  expect(across(filing, 'net_worth_sign')).toEqual([
    'positive',
    'positive',
    'turns negative',
    'positive',
    'positive',
    'positive',
  ])
  // 40, 25, 5, (10), 50.
  expect(across(filing, 'cash')).toEqual(['40', '25', '5', '-10', '50', '50'])
  const flagged = tieOuts(filing, createEngine(filing)).filter(({ status }) => status === 'flagged')
  expect(flagged.map(({ kind, line, column }) => [kind, line, column])).toEqual([
    ['attention', 'net_worth_sign', 'ahead_2'],
    ['attention', 'cash_sign', 'ahead_3'],
  ])
})

test('a negative net worth of the day is marked at once, and once only while it lasts', () => {
  const filing = made(['look_forward'], at('net_worth', ['-5']))
  expect(across(filing, 'net_worth_sign')).toEqual(['negative now', ...Array<string>(5).fill('negative')])
})

test('nothing is shown while the balance of the day is not known, whatever is expected', () => {
  const filing = made(['look_forward'], at('net_earnings', ['-60', '-50'], 1))
  expect(across(filing, 'net_worth')).toEqual(['', '', '', '', '', ''])
  expect(across(filing, 'net_worth_sign')).toEqual(['', '', '', '', '', ''])
})

test('linked to equity, its views and liquidity; the opening that is missing leaves it blank', () => {
  const schedules = ['equity', 'equity_views', 'equity_views_trusts', 'liquidity', 'look_forward']
  const cashes = {
    cash_opening: '90',
    residual_cash: '10',
    master_servicing_fees: '5',
    operating_costs: '30',
    debt_service: '3',
    preferred_dividends: '2',
    margin_calls: '0',
  }
  const cash = Object.fromEntries(
    Object.entries(cashes).map(([line, input]) => [`liquidity.${line}@at_2026_09_30`, input]),
  )
  const filing = made(schedules, { ...cash, 'equity.net_earnings@q3_2026': '7' })
  expect([across(filing, 'net_worth')[0], across(filing, 'cash')[0]]).toEqual(['', '70'])
  const known = made(schedules, { ...cash, 'equity.opening@q1_2026': '100', 'equity.net_earnings@q3_2026': '7' })
  expect(across(known, 'net_worth')[5]).toBe('107')
  const alone = made(['equity', 'look_forward'], { 'equity.opening@q1_2026': '100' })
  expect(across(alone, 'net_worth')[0]).toBe('100')
  const next = rolled(alone, 'quarter').filing
  expect(inputAt(next, { schedule: 'look_forward', line: 'net_worth', column: 'now' })).toBe('=equity.closing@q4_2026')
  const later = rolled(known, 'quarter').filing
  expect(inputAt(later, { schedule: 'look_forward', line: 'cash', column: 'now' })).toBe(
    '=liquidity.cash_closing@at_2026_12_31',
  )
})

test('as quarters go, what was expected moves nearer, and the farthest quarters are empty', () => {
  const filing = made(['look_forward'], CASE)
  expect(labels(filing).slice(0, 3)).toEqual(['September 30, 2026', 'December 31, 2026', 'March 31, 2027'])
  const next = rolled(filing, 'quarter').filing
  expect(columnIds(next, 'look_forward')).toEqual(COLUMNS)
  expect(labels(next)).toEqual([
    'December 31, 2026',
    'March 31, 2027',
    'June 30, 2027',
    'September 30, 2027',
    'December 31, 2027',
    'March 31, 2028',
  ])
  expect(across(next, 'net_earnings')).toEqual(['', '-50', '30', '', '', ''])
  expect(across(next, 'cash_received')).toEqual(['', '10', '10', '60', '', ''])
  expect(across(next, 'net_worth')).toEqual(['', '', '', '', '', ''])
  // A year takes four of the five.
  const year = made(['look_forward'], at('net_earnings', ['1', '2', '3', '4', '5'], 1), 'year')
  const after = rolled(year, 'year').filing
  expect(across(after, 'net_earnings')).toEqual(['', '5', '', '', '', ''])
  expect(labels(after).at(-1)).toBe('March 31, 2029')
})

test('no part of a filing copy, and it says so', () => {
  const filing = made(['look_forward'], CASE)
  expect(print(filing, 'look_forward', { mode: 'filing' })).toMatchObject({ kind: 'refusal' })
  const workpaper = JSON.stringify(print(filing, 'look_forward', { mode: 'workpaper' }))
  expect(workpaper).toContain('Expectations of the company, not results')
})

test('whatever is expected, each balance is the one before and its movements, and a scenario leaves the base as it is', () => {
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  const filing = made(['look_forward'])
  fc.assert(
    fc.property(amount, fc.array(fc.tuple(amount, amount, amount), { minLength: 5, maxLength: 5 }), (now, quarters) => {
      const inputs: Record<string, string> = { 'look_forward.net_worth@now': `${now}` }
      quarters.forEach(([earned, other, dividends], n) => {
        inputs[`look_forward.net_earnings@ahead_${n + 1}`] = `${earned}`
        inputs[`look_forward.other_changes@ahead_${n + 1}`] = `${other}`
        inputs[`look_forward.dividends_declared@ahead_${n + 1}`] = `${dividends}`
      })
      const cells = Object.entries(inputs).map(([name, input]): CellInput => ({ ...readCellName(name)!, input }))
      const engine = createEngine(filing, cells)
      let sum = now
      quarters.forEach(([earned, other, dividends], n) => {
        sum += earned + other - dividends
        const ref = readCellName(`look_forward.net_worth@ahead_${n + 1}`)!
        expect(String(engine.value(ref))).toBe(String(sum))
        expect(engine.value(ref, 'base')).toBeNull()
      })
    }),
    { numRuns: 50 },
  )
})
