/**
 * The least distribution for the year to date, whatever columns a filing has for it: 90% of taxable income before preferred
 * dividends, not below nil. After every roll, in every year-to-date column, after columns are inserted and deleted by hand; or
 * blank, with the quarter that is missing.
 */
import { describe, expect, test } from 'vitest'
import { headlines, type Headline } from '../../../shared/analysis/headlines.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { CellInput, Column, Filing } from '../../../shared/model/filing.ts'
import { Decimal, plain } from '../../../shared/money/decimal.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { insertColumn } from '../../../shared/structure/columns.ts'
import { periodColumn } from '../../../shared/structure/computed_columns.ts'
import { deleteColumns } from '../../../shared/structure/deletion.ts'
import { periodOf } from '../../../shared/calendar/periods.ts'
import { nextDetails, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { done } from '../structure/sample_drafts.ts'
import { columnIds, scheduleOf } from '../templates/filing_fixture.ts'
import { release } from './sample_edits.ts'
import { sentence } from '../worded.ts'

function made(periodEnd: string, covers: 'quarter' | 'year' = 'quarter', against: 'before' | 'year_before' = 'before') {
  return newFiling({
    id: 'new',
    details: { title: 'New', registrant: '', form: '', periodEnd, documentDate: '', unit: '', unaudited: true },
    covers,
    against,
    schedules: ['reconciliation'],
  })
}

/** Taxable income before preferred dividends typed into columns, with preferred dividends of 100 in each. */
function withIncome(filing: Filing, incomes: Record<string, string | undefined>): Filing {
  const cells = Object.entries(incomes).flatMap(([column, income]): CellInput[] =>
    income === undefined
      ? []
      : [
          { schedule: 'reconciliation', line: 'net_earnings', column, input: income },
          { schedule: 'reconciliation', line: 'preferred_dividends', column, input: '-100' },
        ],
  )
  return {
    ...filing,
    schedules: filing.schedules.map((one) =>
      one.id === 'reconciliation' ? { ...one, cells: [...one.cells, ...cells] } : one,
    ),
  }
}

function headline(filing: Filing, column: string, scenario: CellInput[] = []): Headline {
  const engine = createEngine(filing, scenario)
  return headlines({ filing, engine, column }).find(({ id }) => id === 'minimum_distribution')!
}

function figure(filing: Filing, column: string): string {
  const { scenario } = headline(filing, column)
  return isAmount(scenario) ? plain(scenario) : scenario === null ? '' : JSON.stringify(scenario)
}

function rolledBy(filing: Filing, months: number): Filing {
  const details = nextDetails(filing, 'quarter')
  let { periodEnd } = details
  for (let passed = 3; passed < months; passed += 3)
    periodEnd = nextDetails({ ...filing, periodEnd }, 'quarter').periodEnd
  const next = rollForward(filing, { id: 'next', details: { ...details, periodEnd } })
  if (next.kind === 'refused') throw new Error(sentence(next))
  return next.filing
}

function draftOf(filing: Filing): Draft {
  return { filing, at: 0, scenarios: [], comments: [] }
}

function withColumn(filing: Filing, column: Column, group?: string): Filing {
  const at = scheduleOf(filing, 'reconciliation').columns.length
  const put = { schedule: 'reconciliation', at, column, ...(group !== undefined && { group }) }
  return done(draftOf(filing), insertColumn(draftOf(filing), put)).filing
}

function without(filing: Filing, column: string): Filing {
  const draft = draftOf(filing)
  return done(draft, deleteColumns(draft, { schedule: 'reconciliation', columns: [column], replace: 'values' })).filing
}

describe('a filing of the first quarter, rolled forward', () => {
  const first = withIncome(made('2026-03-31'), { q1_2026: '1000' })
  const second = withIncome(rolledBy(first, 3), { q2_2026: '2000' })

  test('counts both quarters: 1,000 and 2,000 require 2,700, whichever quarter is in focus', () => {
    expect(columnIds(second, 'reconciliation')).toEqual(['q2_2026', 'q1_2026', 'm6_2026'])
    expect(['q2_2026', 'q1_2026'].map((id) => figure(second, id))).toEqual(['2700', '2700'])
    expect(headline(second, 'q2_2026').sentences.join(' ')).toBe('')
    expect(second.minimumDistribution?.yearToDate).toEqual({
      q2_2026: ['m6_2026'],
      q1_2026: ['m6_2026'],
      m6_2026: ['m6_2026'],
    })
  })

  test('is blank where a quarter of the year has no column, and says which', () => {
    // The year to date was taken out by hand, so that the next filing has none either.
    const third = withIncome(rolledBy(without(second, 'm6_2026'), 3), { q3_2026: '500' })
    expect(columnIds(third, 'reconciliation')).toEqual(['q3_2026', 'q2_2026'])
    expect(figure(third, 'q3_2026')).toBe('')
    expect(headline(third, 'q3_2026').sentences.join(' ')).toBe(
      'Minimum distribution: not disclosed for the year to September 30, 2026, because no column holds the quarter ended March 31, 2026.',
    )
    expect(third.minimumDistribution?.yearToDate).toEqual({})
    // The quarter is put in by hand, or a year to date is.
    const quarter = withColumn(third, periodColumn({ end: '2026-03-31', span: 'quarter' }, [])!)
    expect(figure(withIncome(quarter, { q1_2026: '1000' }), 'q3_2026')).toBe('3150')
    const toDate = withColumn(third, periodColumn({ end: '2026-09-30', span: 'nine_months' }, [])!)
    expect(figure(withIncome(toDate, { m9_2026: '7000' }), 'q3_2026')).toBe('6300')
    const half = withColumn(third, periodColumn({ end: '2026-06-30', span: 'half_year' }, [])!)
    expect(figure(withIncome(half, { m6_2026: '4000' }), 'q3_2026')).toBe('4050')
  })

  test('leaves out a quarter that is blank, and says which', () => {
    const open = rolledBy(first, 3)
    expect(figure(open, 'q2_2026')).toBe('900')
    expect(headline(open, 'q2_2026').sentences.join(' ')).toBe(
      'Minimum distribution: for the year to June 30, 2026 without the quarter ended June 30, 2026, whose taxable income is blank.',
    )
  })

  test('is blank while a quarter is blank and no year to date is shown, and says which', () => {
    const open = without(rolledBy(first, 3), 'm6_2026')
    expect(figure(open, 'q2_2026')).toBe('')
    expect(headline(open, 'q2_2026').sentences.join(' ')).toBe(
      'Minimum distribution: not disclosed for the year to June 30, 2026, because taxable income of the quarter ended June 30, 2026 is blank.',
    )
  })

  test('of an earlier year is that of the year to the period in focus', () => {
    expect(figure(withIncome(made('2026-03-31'), { q1_2026: '1000', q4_2025: '3000' }), 'q4_2025')).toBe('')
    expect(headline(first, 'q4_2025').sentences.join(' ')).toBe(
      'Minimum distribution: not disclosed for the year to December 31, 2025, because no column holds the quarters ended March 31, 2025, June 30, 2025 and September 30, 2025.',
    )
    const year = withColumn(first, periodColumn({ end: '2025-12-31', span: 'year' }, [])!)
    const known = headline(withIncome(year, { fy_2025: '9000' }), 'q4_2025')
    expect([isAmount(known.scenario) && plain(known.scenario), known.sentences.join(' ')]).toEqual([
      '8100',
      'Minimum distribution: for the year to December 31, 2025.',
    ])
  })
})

describe('columns put in and taken out by hand', () => {
  const nine = withIncome(made('2026-09-30'), { q1_2026: '1000', q2_2026: '2000', q3_2026: '500' })

  test('the year to date and its quarters give the same', () => {
    expect(columnIds(nine, 'reconciliation')).toContain('m9_2026')
    expect(figure(nine, 'q3_2026')).toBe('3150')
    const gone = without(nine, 'm9_2026')
    expect(columnIds(gone, 'reconciliation')).not.toContain('m9_2026')
    expect(['q3_2026', 'q2_2026', 'q1_2026'].map((id) => figure(gone, id))).toEqual(['3150', '3150', '3150'])
    expect(figure(without(gone, 'q1_2026'), 'q3_2026')).toBe('')
  })

  test('a year to date of another length shows its own', () => {
    const half = withColumn(nine, {
      ...periodColumn({ end: '2026-06-30', span: 'half_year' }, [])!,
      formula: '= @q1_2026 + @q2_2026',
    })
    const { scenario, sentences } = headline(half, 'm6_2026')
    expect([isAmount(scenario) && plain(scenario), sentences.join(' ')]).toEqual([
      '2700',
      'Minimum distribution: for the year to June 30, 2026.',
    ])
    expect(figure(half, 'q3_2026')).toBe('3150')
  })

  test('a column whose id names no period is known by its head and its end', () => {
    const bare = without(without(nine, 'm9_2026'), 'q1_2026')
    const own = withColumn(
      bare,
      { id: 'so_far', label: 'Sept. 30', kind: 'duration', end: '2026-09-30' },
      'Nine Months Ended',
    )
    expect(figure(withIncome(own, { so_far: '5000' }), 'q3_2026')).toBe('4500')
    expect(figure(withIncome(own, { so_far: '5000' }), 'so_far')).toBe('4500')
    const odd = withColumn(nine, { id: 'plan', label: 'Plan', kind: 'duration' })
    expect(headline(odd, 'plan').sentences.join(' ')).toBe(
      'Minimum distribution: not disclosed, because “Plan” is not a period of a fiscal year.',
    )
  })

  test('a year to date that leaves out blank quarters says which', () => {
    const some = withIncome(made('2026-09-30'), { q3_2026: '500', q2_2026: '1500' })
    expect(figure(some, 'q3_2026')).toBe('1800')
    expect(headline(some, 'q3_2026').sentences.join(' ')).toBe(
      'Minimum distribution: for the year to September 30, 2026 without the quarter ended March 31, 2026, whose taxable income is blank.',
    )
  })

  test('an empty year to date beside entered quarters gives way to them', () => {
    const typed = scheduleOf(nine, 'reconciliation').columns.map((one) =>
      one.id === 'm9_2026' ? { id: one.id, label: one.label, kind: one.kind, end: one.end! } : one,
    )
    const filing = { ...nine, schedules: nine.schedules.map((one) => ({ ...one, columns: typed })) }
    expect(figure(filing, 'q3_2026')).toBe('3150')
  })
})

test('the floor is nil for the year as a whole, not for each quarter', () => {
  const filing = withIncome(made('2026-06-30'), { q1_2026: '-5000', q2_2026: '2000' })
  expect(figure(filing, 'q2_2026')).toBe('0')
  expect(figure(withIncome(made('2026-06-30'), { q1_2026: '-500', q2_2026: '2000' }), 'q2_2026')).toBe('1350')
})

test('a fiscal year that ends in June is one year', () => {
  const columns: Column[] = [
    { id: 'q2_2027', label: 'December 31, 2026', kind: 'duration', end: '2026-12-31' },
    { id: 'q1_2027', label: 'September 30, 2026', kind: 'duration', end: '2026-09-30' },
    { id: 'half', label: 'December 31, 2026', kind: 'duration', end: '2026-12-31' },
  ]
  const filing = made('2026-12-31')
  const schedules = filing.schedules.map((one) => ({
    ...one,
    columns,
    groups: [{ label: 'Six Months Ended', columns: ['half'] }],
  }))
  const june = withIncome({ ...filing, schedules }, { q1_2027: '1000', q2_2027: '2000' })
  expect(figure(june, 'q2_2027')).toBe('2700')
  expect(figure(withIncome(june, { half: '5000' }), 'q1_2027')).toBe('4500')
})

describe('the press release', () => {
  test('shows its nine months for every quarter of the year, and why another year is not known', () => {
    for (const column of ['q1_2007', 'q2_2007', 'q3_2007', 'm9_2007']) expect(figure(release, column)).toBe('0')
    const change: CellInput = { schedule: 'reconciliation', line: 'actual_loan_losses', column: 'q3_2007', input: '0' }
    for (const column of ['q1_2007', 'q2_2007', 'q3_2007', 'm9_2007']) {
      const { scenario } = headline(release, column, [change])
      expect([column, isAmount(scenario) && scenario.toFixed(0)]).toEqual([column, '26229'])
    }
    expect(figure(release, 'q3_2006')).toBe('')
    expect(headline(release, 'q3_2006').sentences.join(' ')).toBe(
      'Minimum distribution: not disclosed for the year to September 30, 2006, because the distribution test is of another year.',
    )
  })

  test('is shown before net operating losses and says the figure after those of note 11', () => {
    const change: CellInput = { schedule: 'reconciliation', line: 'actual_loan_losses', column: 'q3_2007', input: '0' }
    const { base, scenario, difference, sentences } = headline(release, 'q3_2007', [change])
    // 90% of 29,143; 90% of 12,743, which is 29,143 less 16,400: 11,468.7.
    expect([base, scenario, difference].map(String)).toEqual(['0', '26228.7', '26228.7'])
    expect(sentences).toEqual(['Minimum distribution: 11,469 after net operating losses.'])
    expect(headline(release, 'q3_2007').sentences).toEqual([])
  })

  test('rolled forward it says which quarter it is without, and is blank while its year has none', () => {
    const fourth = rolledBy(release, 3)
    expect(headline(fourth, 'q4_2007').sentences).toEqual([
      'Minimum distribution: for the year to December 31, 2007 without the quarter ended December 31, 2007, whose taxable income is blank.',
    ])
    const losses: CellInput = { schedule: 'reconciliation', line: 'actual_loan_losses', column: 'q3_2007', input: '0' }
    expect(headline(fourth, 'q4_2007', [losses]).sentences).toEqual([
      'Minimum distribution: 11,469 after net operating losses, for the year to December 31, 2007 without the quarter ended December 31, 2007, whose taxable income is blank.',
    ])
    const first = rolledBy(fourth, 3)
    expect(figure(first, 'q1_2008')).toBe('')
    expect(headline(first, 'q1_2008').sentences).toEqual([
      'Minimum distribution: not disclosed for the year to March 31, 2008, because taxable income of the quarter ended March 31, 2008 is blank.',
    ])
  })
})

/** What the quarters of the year so far require, from what was typed into each of all periods. */
function required(incomes: ReadonlyMap<string, number>, periodEnd: string): string {
  const [year, month] = periodEnd.split('-').map(Number) as [number, number]
  let sum = new Decimal(0)
  for (let quarter = 1; quarter <= month / 3; quarter++) sum = sum.plus(incomes.get(`q${quarter}_${year}`)!)
  return sum.isNegative() ? '0' : plain(sum.times('0.9'))
}

const STARTS = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']
/** One to six rolls: each filing on the way is looked at. */
const STEPS = [[3], [6], [9], [12], [15], [6, 3, 9, 12, 15]].map((steps) =>
  Array.from({ length: 6 }, (_, at) => steps[at % steps.length]!),
)

describe.each([
  ...STARTS.map((end) => made(end)),
  ...STARTS.map((end) => made(end, 'quarter', 'year_before')),
  release,
])('from $periodEnd ($id)', (start) => {
  test.each(STEPS.map((steps) => ({ steps })))(
    'rolled by $steps months: right, or blank with the reason',
    ({ steps }) => {
      const incomes = new Map<string, number>()
      // Each filing is filled in where it takes figures; comparatives stand as they were entered in the one before.
      const fill = (filing: Filing): Filing => {
        const engine = createEngine(filing)
        const typed: Record<string, string> = {}
        for (const column of scheduleOf(filing, 'reconciliation').columns) {
          const period = periodOf(column)
          if (period?.kind !== 'quarter') continue
          const income = incomes.get(column.id) ?? ((incomes.size * 37 + 11) % 50) * 100 - 1500
          incomes.set(column.id, income)
          if (engine.value({ schedule: 'reconciliation', line: 'taxable_income', column: column.id }) === null) {
            typed[column.id] = `${income}`
          }
        }
        return withIncome(filing, typed)
      }
      let filing = start
      let known = 0
      if (start.id === 'new') filing = fill(filing)
      for (const months of steps) {
        filing = rolledBy(filing, months)
        if (start.id === 'new') filing = fill(filing)
        for (const { id } of scheduleOf(filing, 'reconciliation').columns) {
          const period = periodOf({ ...scheduleOf(filing, 'reconciliation').columns.find((one) => one.id === id)! })
          if (!period || period.kind === 'day') continue
          const { scenario, sentences } = headline(filing, id)
          if (scenario === null) {
            expect([id, sentences.join(' ')]).toEqual([
              id,
              expect.stringMatching(
                /^Minimum distribution: not disclosed .*, because (.*(quarter|quarters) ended|the distribution test is of another year)/,
              ),
            ])
          } else if (start.id === 'new' && `${period.year}` === filing.periodEnd!.slice(0, 4)) {
            known += 1
            expect([id, isAmount(scenario) && plain(scenario)]).toEqual([id, required(incomes, filing.periodEnd!)])
          }
        }
      }
      // Quarter by quarter from a filing with a year to date, it is known all along.
      const isWhole = start.id === 'new' && steps[0] === 3 && steps[1] === 3 && start.periodEnd !== '2026-03-31'
      if (isWhole) expect(known).toBeGreaterThan(12)
    },
  )
})
