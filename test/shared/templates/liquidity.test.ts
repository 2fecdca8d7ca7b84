/**
 * Liquidity: what the parts of a movement explain, coverage and months of cash, what rounding allows, bad input, the next periods. Figures are worked
 * out beside the expectations.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { Decimal, plain } from '../../../shared/money/decimal.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { columnIds, inputAt, rolled, scheduleOf } from './filing_fixture.ts'

function made(covers: 'quarter' | 'year' = 'quarter', schedules = ['liquidity']): Filing {
  const details = {
    title: 'T',
    registrant: 'Harbor',
    form: '',
    periodEnd: covers === 'year' ? '2026-12-31' : '2026-09-30',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  }
  return newFiling({ id: 'new', details, covers, against: 'before', schedules })
}

const FILING = made()
const END = 'at_2026_09_30'

const cells = (inputs: Readonly<Record<string, string>>): CellInput[] =>
  Object.entries(inputs).map(([name, input]) => ({ ...readCellName(`liquidity.${name}`)!, input }))

/** As a scenario over the empty schedule. */
function computed(inputs: Readonly<Record<string, string>>): Engine {
  return createEngine(FILING, cells(inputs))
}

function value(engine: Engine, name: string): string {
  const found = engine.value(readCellName(`liquidity.${name}`)!)
  return isAmount(found) ? plain(found) : found === null ? '' : String(found)
}

function open(engine: Engine): string[] {
  return tieOuts(FILING, engine)
    .filter(({ status }) => status === 'fail' || status === 'flagged')
    .map(({ kind, line, column }) => `${kind} ${line}@${column}`)
}

const LINES = {
  [`opening@${END}`]: '924.0',
  'opening@within': '0.05',
  'closing@latest': '337.0',
  'closing@within': '0.5',
}

/** Hundredths as they were known, tenths as they are printed. */
function hundredths(n: bigint): Decimal {
  return new Decimal(String(n)).div(100)
}

function printed(n: bigint): string {
  return plain(new Decimal(String(n)).div(10))
}

/** The formula of a lower bound in a filing. */
function bound(filing: Filing, line: string): string {
  return inputAt(filing, { schedule: 'liquidity', line, column: 'lower' }) ?? ''
}

describe('the lines of credit', () => {
  const parts = {
    'fundings@movement': '12.0',
    'repaid_loan_sales@movement': '400.0',
    'repaid_refinancing@movement': '150.0',
  }

  test('the movement is the difference of the balances; its parts are compared once all are entered', () => {
    expect(value(computed({ ...LINES, ...parts }), 'net_movement@movement')).toBe('-587')
    expect(value(computed({ ...LINES, ...parts }), 'not_explained@movement')).toBe('')
    const explained = computed({ ...LINES, ...parts, 'repaid_margin_calls@movement': '49.3' })
    // 12 - 599.3 is (587.3), and rounding allows (587.55) to (586.45).
    expect(value(explained, 'not_explained@movement')).toBe('0')
    expect(open(explained)).toEqual([])
    const short = computed({ ...LINES, ...parts, 'repaid_margin_calls@movement': '40.0' })
    expect(value(short, 'not_explained@movement')).toBe('-9')
    expect(open(short)).toEqual(['proof not_explained@movement'])
    // Without a word on rounding the parts explain the movement to the unit or not at all.
    const exact = computed({
      [`opening@${END}`]: '10',
      'closing@latest': '4',
      ...zero,
      'repaid_loan_sales@movement': '6',
    })
    expect(value(exact, 'not_explained@movement')).toBe('0')
  })

  test('lines one and two are held against the total, and collateral against the balance', () => {
    const engine = computed({ ...LINES, 'line_one@latest': '100', 'line_two@latest': '200' })
    expect(open(engine)).toEqual(['proof lines_agree@latest'])
    // The total is known to within half a million; where nothing is said of rounding, they are the total or are not.
    const near = { 'line_one@latest': '100.2', 'line_two@latest': '236.6' }
    expect(open(computed({ ...LINES, ...near }))).toEqual([])
    const { 'closing@within': _rounded, ...plainly } = LINES
    expect(value(computed({ ...plainly, ...near }), 'lines_agree@latest')).toBe('-0.2')
    const pledged = computed({ ...LINES, 'collateral@latest': '400', 'advance_rate@latest': '0.9' })
    expect(value(pledged, 'margin_excess@latest')).toBe('23')
    expect(value(computed({ ...LINES, 'collateral@latest': '400' }), 'margin_excess@latest')).toBe('')
  })

  const zero = {
    'fundings@movement': '0',
    'repaid_refinancing@movement': '0',
    'repaid_margin_calls@movement': '0',
  }

  test('whatever the balances, the true movement lies within what is shown', () => {
    const amount = fc.bigInt({ min: 10n, max: 10n ** 9n })
    const off = fc.bigInt({ min: -5n, max: 5n })
    fc.assert(
      fc.property(amount, amount, off, off, (from, to, more, less) => {
        const engine = computed({
          [`opening@${END}`]: printed(from),
          'opening@within': '0.05',
          'closing@latest': printed(to),
          'closing@within': '0.05',
        })
        const truth = hundredths(to * 10n + more).minus(hundredths(from * 10n + less))
        expect(truth.gte(value(engine, 'net_movement@lower')) && truth.lte(value(engine, 'net_movement@upper'))).toBe(
          true,
        )
        expect(engine.value(readCellName('liquidity.net_movement@movement')!, 'base')).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})

describe('cash', () => {
  const known = {
    [`cash_opening@${END}`]: '9000',
    [`residual_cash@${END}`]: '3000',
    [`master_servicing_fees@${END}`]: '600',
    [`operating_costs@${END}`]: '4800',
    [`debt_service@${END}`]: '1000',
    [`preferred_dividends@${END}`]: '0',
    [`margin_calls@${END}`]: '800',
  }

  test('coverage is what is received over operating costs; months are what the cash at the end would pay', () => {
    const engine = computed(known)
    expect(value(engine, `cash_closing@${END}`)).toBe('6000')
    expect(value(engine, `coverage@${END}`)).toBe('0.75')
    // 1,200 are lacking in three months, 400 in one.
    expect(value(engine, `months@${END}`)).toBe('15')
    expect(value(computed({ ...known, [`residual_cash@${END}`]: '4200' }), `months@${END}`)).toBe('')
    expect(value(computed({ ...known, [`cash_opening@${END}`]: '0' }), `months@${END}`)).toBe('0')
  })

  test.each(Object.keys(known))('nothing is claimed without %s', (name) => {
    const { [name]: _left, ...rest } = known as Record<string, string>
    expect(value(computed(rest), `cash_closing@${END}`)).toBe('')
    expect(value(computed(rest), `months@${END}`)).toBe('')
  })

  test('costs that are accrued are held against those paid, so that neither is taken for the other', () => {
    const engine = computed({ ...known, [`accrual_costs_q3@${END}`]: '5500' })
    expect(value(engine, `accrued_beyond_paid@${END}`)).toBe('700')
    expect(open(engine)).toEqual([])
  })

  test('costs of nil are no coverage, and no error', () => {
    const engine = computed({ ...known, [`operating_costs@${END}`]: '0' })
    expect([value(engine, `coverage@${END}`), value(engine, `months@${END}`)]).toEqual(['', ''])
  })
})

test('what cannot be negative is flagged where it is, a portfolio beyond total assets too', () => {
  const flagged = ['attention signs@movement']
  for (const name of [
    `opening@${END}`,
    `cash_opening@${END}`,
    'line_two@latest',
    'repaid_loan_sales@movement',
    'portfolio@within',
  ]) {
    expect([name, open(computed({ [name]: '-1' }))]).toEqual([name, flagged])
  }
  expect(open(computed({ [`total_assets@${END}`]: '19.4', [`portfolio@${END}`]: '19.5' }))).toEqual(flagged)
  expect(open(computed(LINES))).toEqual([])
})

test('a year has two dates; its income is linked where it is chosen', () => {
  const year = made('year', ['income_comparison', 'liquidity'])
  expect(columnIds(year, 'liquidity').slice(0, 4)).toEqual(['at_2025_12_31', 'at_2026_12_31', 'latest', 'movement'])
  expect(scheduleOf(year, 'liquidity').lines.find(({ id }) => id === 'accrual_costs_year')!.formula).toBe(
    '= income.non_interest_expense@fy_2026',
  )
})

test('rolled within the year and into the next, dates move, figures of the day stay behind and those of the year end stand', () => {
  const filled = {
    ...FILING,
    schedules: FILING.schedules.map((one) => ({
      ...one,
      cells: [
        ...one.cells,
        ...cells({ ...LINES, [`total_assets@${END}`]: '19.4', 'total_assets@at_2025_12_31': '23.6' }),
      ],
    })),
  }
  const fourth = rolled(filled, 'quarter').filing
  expect(columnIds(fourth, 'liquidity').slice(0, 3)).toEqual(['year_before', 'at_2025_12_31', 'at_2026_12_31'])
  expect(scheduleOf(fourth, 'liquidity').columns[0]!.label).toBe('December 31, 2025')
  expect(inputAt(fourth, { schedule: 'liquidity', line: 'total_assets', column: 'at_2025_12_31' })).toBe('23.6')
  expect(inputAt(fourth, { schedule: 'liquidity', line: 'opening', column: 'at_2026_12_31' })).toBeUndefined()
  expect(bound(fourth, 'opening')).toContain('opening@at_2026_12_31')
  // The last year end stays the same one while the year lasts.
  expect(bound(fourth, 'change_ytd')).toMatch(/total_assets@at_2025_12_31.*total_assets@at_2026_12_31/)
  expect(bound(fourth, 'change_year')).toContain('total_assets@year_before')
  expect(fourth.schedules[0]!.cells.filter(({ column }) => column === 'lower')).toHaveLength(9)
  const cash = {
    cash_opening: '90',
    residual_cash: '10',
    master_servicing_fees: '5',
    operating_costs: '30',
    debt_service: '3',
    preferred_dividends: '2',
    margin_calls: '0',
  }
  const own = Object.entries(cash).map(([line, input]) => ({
    schedule: 'liquidity',
    line,
    column: 'at_2026_12_31',
    input,
  }))
  const first = rolled(
    { ...fourth, schedules: [{ ...fourth.schedules[0]!, cells: [...fourth.schedules[0]!.cells, ...own] }] },
    'quarter',
  ).filing
  expect(bound(first, 'change_ytd')).toMatch(/total_assets@at_2026_12_31.*total_assets@at_2027_03_31/)
  expect(first.schedules[0]!.cells.filter(({ column }) => column === 'lower')).toHaveLength(9)
  // The year end stands as a column in the new filing, without a cell for cash: what closed there is taken from the old filing.
  expect(inputAt(first, { schedule: 'liquidity', line: 'cash_opening', column: 'at_2027_03_31' })).toBe('70')
  expect(columnIds(first, 'liquidity').slice(0, 3)).toEqual(['year_before', 'at_2026_12_31', 'at_2027_03_31'])
  expect(scheduleOf(first, 'liquidity').columns[0]!.label).toBe('March 31, 2026')
  const engine = createEngine(first)
  for (const line of scheduleOf(first, 'liquidity').lines) {
    for (const column of scheduleOf(first, 'liquidity').columns) {
      expect(String(engine.value({ schedule: 'liquidity', line: line.id, column: column.id }))).not.toMatch(/^#/)
    }
  }
})
