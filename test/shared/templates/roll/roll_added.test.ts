/**
 * A first quarter's filing rolled through its year: the years to date that it gains, under heads of their own, summing their quarters;
 * and opening balances of schedules of every shape.
 */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import type { CellInput, Filing, Schedule } from '../../../../shared/model/filing.ts'
import { factOf } from '../../../../shared/model/lookup.ts'
import { nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import { newFiling } from '../../../../shared/templates/templates.ts'
import { sentence } from '../../worded.ts'
import { columnIds, figure, inputAt, rolled, row, scheduleOf } from '../filing_fixture.ts'

function first(against: 'before' | 'year_before', periodEnd = '2026-03-31'): Filing {
  return newFiling({
    id: 'first',
    details: {
      title: 'First quarter 2026 results',
      registrant: '',
      form: 'Form 10-Q',
      periodEnd,
      documentDate: '',
      unit: '',
      unaudited: true,
    },
    covers: 'quarter',
    against,
    schedules: ['income_comparison', 'reconciliation', 'equity', 'blank'],
  })
}

/** The filing with amounts in the lines of a schedule. */
function entered(filing: Filing, schedule: string, column: string, amounts: Record<string, string>): Filing {
  const cells = Object.entries(amounts).map(([line, input]): CellInput => ({ schedule, line, column, input }))
  return {
    ...filing,
    schedules: filing.schedules.map((one) => (one.id === schedule ? { ...one, cells: [...one.cells, ...cells] } : one)),
  }
}

function heads(filing: Filing, schedule: string): string[] {
  return (scheduleOf(filing, schedule).groups ?? []).map(({ label, columns }) => `${label}: ${columns.join(' ')}`)
}

describe('a first quarter beside that of the year before', () => {
  const second = rolled(first('year_before'), 'quarter')
  const third = rolled(second.filing, 'quarter')
  const fourth = rolled(third.filing, 'quarter')

  test('gains six months, which become nine and the year', () => {
    expect(columnIds(second.filing, 'income')).toEqual([
      'q2_2026',
      'q2_2025',
      'variance',
      'percent',
      'm6_2026',
      'm6_2025',
      'q1_2026',
      'q1_2025',
    ])
    expect(columnIds(third.filing, 'schedule')).toEqual([
      'q3_2026',
      'q3_2025',
      'm9_2026',
      'm9_2025',
      'q2_2026',
      'q1_2026',
      'q2_2025',
      'q1_2025',
    ])
    expect(columnIds(fourth.filing, 'schedule').slice(0, 4)).toEqual(['q4_2026', 'q4_2025', 'fy_2026', 'fy_2025'])
  })

  test('has a head over each span, over columns that stand together', () => {
    expect(heads(second.filing, 'income')).toEqual([
      'Three Months Ended: q2_2026 q2_2025',
      'Six Months Ended: m6_2026 m6_2025',
      'Three Months Ended: q1_2026 q1_2025',
    ])
    expect(heads(third.filing, 'schedule')).toEqual([
      'Three Months Ended: q3_2026 q3_2025',
      'Nine Months Ended: m9_2026 m9_2025',
      'Three Months Ended: q2_2026 q1_2026 q2_2025 q1_2025',
    ])
    expect(heads(fourth.filing, 'schedule')[1]).toBe('Year Ended: fy_2026 fy_2025')
  })

  test('sums the quarters of each year; the comparison stays one of quarters', () => {
    const columns = scheduleOf(third.filing, 'income').columns
    const formula = (id: string): string | undefined => columns.find((one) => one.id === id)?.formula
    expect(formula('m9_2026')).toBe('= @q1_2026 + @q2_2026 + @q3_2026')
    expect(formula('m9_2025')).toBe('= @q1_2025 + @q2_2025 + @q3_2025')
    expect(formula('variance')).toContain('printed(@q3_2026) - printed(@q3_2025)')
  })

  test('adds amounts, divides per share, and leaves shares to be entered', () => {
    let filing = entered(first('year_before'), 'income', 'q1_2026', { interest_income: '100', diluted_shares: '10' })
    filing = entered(rolled(filing, 'quarter').filing, 'income', 'q2_2026', {
      interest_income: '250',
      diluted_shares: '12',
    })
    const at = (line: string, column: string): string =>
      figure(createEngine(filing), { schedule: 'income', line, column })
    expect(at('interest_income', 'm6_2026')).toBe('350')
    expect(at('net_interest_income', 'm6_2026')).toBe('350')
    expect(at('diluted_shares', 'm6_2026')).toBe('')
    filing = entered(filing, 'income', 'm6_2026', { diluted_shares: '11' })
    expect(at('diluted_shares', 'm6_2026')).toBe('11')
    // The reconciliation mirrors the earnings of the six months too, and they agree with the sum of its quarters.
    expect(figure(createEngine(filing), { schedule: 'reconciliation', line: 'net_earnings', column: 'm6_2026' })).toBe(
      '350',
    )
    const perShare = { schedule: 'reconciliation', line: 'taxable_income_per_share', column: 'm6_2026' }
    expect(figure(createEngine(filing), perShare)).toBe('31.82')
  })

  test('says what it adds, and asks for no figure of what adds up', () => {
    expect(second.remarks).toContain(
      'Schedule: “Six Months Ended June 30, 2026” is added, because the filing now covers more than the first quarter.',
    )
    const asked = [...second.remarks, ...third.remarks].filter((one) => one.includes('Enter its figures'))
    expect(asked.filter((one) => /Six|Nine/.test(one))).toEqual([])
    expect(asked).toContain(
      'Schedule: “Three Months Ended June 30, 2025” was not in the prior filing. Enter its figures.',
    )
  })
})

test('beside the quarter before, only the reconciliation gains a year to date', () => {
  const { filing } = rolled(first('before'), 'quarter')
  expect(columnIds(filing, 'income')).toEqual(['q2_2026', 'q1_2026', 'variance', 'percent'])
  expect(columnIds(filing, 'reconciliation')).toEqual(['q2_2026', 'q1_2026', 'm6_2026'])
  expect(columnIds(filing, 'schedule')).toEqual(['q2_2026', 'q1_2026'])
})

test('a second quarter that shows no year to date gains none', () => {
  const { filing } = rolled(first('before', '2026-06-30'), 'quarter')
  expect(columnIds(filing, 'schedule')).toEqual(['q3_2026', 'q2_2026'])
})

function shaped(own: Partial<Schedule>): Filing {
  return {
    id: 'old',
    title: 'Old',
    status: 'filed',
    periodEnd: '2026-03-31',
    schedules: [
      {
        id: 'own',
        kind: 'custom',
        columns: [
          { id: 'borrowings', label: 'Borrowings at March 31, 2026', kind: 'duration', end: '2026-03-31' },
          { id: 'notes', label: 'Notes', kind: 'duration' },
        ],
        lines: [
          { id: 'x', label: 'Balance, beginning of period', kind: 'input' },
          { id: 'change', label: 'Change', kind: 'input' },
          { id: 'y', label: 'Balance, end of period', kind: 'formula', formula: '= sum(x..change)' },
          { id: 'reo_opening', label: 'Real estate owned, beginning', kind: 'input' },
          { id: 'reo_closing', label: 'Real estate owned, end', kind: 'formula', formula: '= reo_opening * 2' },
        ],
        cells: [
          { schedule: 'own', line: 'x', column: 'borrowings', input: '-1000' },
          { schedule: 'own', line: 'change', column: 'borrowings', input: '-25.5' },
          { schedule: 'own', line: 'x', column: 'notes', input: '7' },
          { schedule: 'own', line: 'reo_opening', column: 'notes', input: '4' },
        ],
        ...own,
      },
    ],
  }
}

describe('opening balances', () => {
  test('of columns that name no period and of several rollforwards take their own closing', () => {
    const { filing, remarks } = rolled(shaped({}), 'quarter')
    expect(row(filing, 'own', 'x')).toEqual(['-1025.5', '7'])
    expect(row(filing, 'own', 'change')).toEqual(['', ''])
    expect(row(filing, 'own', 'reo_opening')).toEqual(['', '8'])
    expect(scheduleOf(filing, 'own').columns[0]).toMatchObject({
      id: 'borrowings',
      label: 'Borrowings at June 30, 2026',
      end: '2026-06-30',
    })
    expect(remarks.filter((one) => one.includes('is blank'))).toEqual([
      'own: Real estate owned, beginning of “Borrowings at June 30, 2026” is blank, because the prior filing shows no closing balance.',
    ])
  })

  test('of a date take the closing at the date before', () => {
    const columns: Schedule['columns'] = [
      { id: 'at_2026_03_31', label: 'March 31, 2026', kind: 'instant', end: '2026-03-31' },
      { id: 'at_2025_12_31', label: 'December 31, 2025', kind: 'instant', end: '2025-12-31' },
    ]
    const cells: CellInput[] = [
      { schedule: 'own', line: 'x', column: 'at_2026_03_31', input: '10' },
      { schedule: 'own', line: 'change', column: 'at_2026_03_31', input: '5' },
      { schedule: 'own', line: 'x', column: 'at_2025_12_31', input: '3' },
    ]
    const { filing } = rolled(shaped({ columns, cells }), 'quarter')
    expect(columnIds(filing, 'own')).toEqual(['at_2026_06_30', 'at_2025_12_31'])
    expect(row(filing, 'own', 'x')).toEqual(['15', '3'])
    expect(inputAt(filing, { schedule: 'own', line: 'x', column: 'at_2026_06_30' })).toBe('15')
  })
})

describe('a period that the filing before did not show', () => {
  /** The second quarter of 2025, as another filing shows it. */
  const before = entered(
    { ...first('year_before', '2025-06-30'), id: 'second_2025', title: 'Second quarter 2025 results', status: 'filed' },
    'income',
    'q2_2025',
    { interest_income: '77', interest_expense: '7' },
  )
  const q1 = entered(first('year_before'), 'income', 'q1_2026', { interest_income: '100' })
  const details = nextDetails(q1, 'quarter')
  const made = rollForward(q1, { id: 'second', details }, createEngine(q1), [
    { filing: before, engine: () => createEngine(before) },
  ])
  if (made.kind === 'refused') throw new Error(sentence(made))

  test('comes from the latest filing of the registrant that does, with the cell it came from', () => {
    const at = (line: string): string =>
      figure(createEngine(made.filing), { schedule: 'income', line, column: 'q2_2025' })
    expect([at('interest_income'), at('interest_expense'), at('net_interest_income')]).toEqual(['77', '7', '70'])
    expect(factOf(scheduleOf(made.filing, 'income'), 'interest_income', 'q2_2025')).toEqual({
      line: 'interest_income',
      column: 'q2_2025',
      origin: 'published',
      remark: 'From “Second quarter 2025 results”, as filed.',
      carried: { filing: 'second_2025', schedule: 'income', line: 'interest_income', column: 'q2_2025' },
    })
    expect(made.remarks).toContain(
      'Comparative earnings: “Three Months Ended June 30, 2025” was not in the prior filing. Its figures are from “Second quarter 2025 results”.',
    )
  })

  test('is not overwritten where the filing before showed it, and what is computed stays computed', () => {
    expect(inputAt(made.filing, { schedule: 'income', line: 'net_interest_income', column: 'q2_2025' })).toBeUndefined()
    expect(inputAt(made.filing, { schedule: 'income', line: 'interest_income', column: 'q1_2026' })).toBe('100')
    expect(inputAt(made.filing, { schedule: 'income', line: 'interest_income', column: 'q2_2026' })).toBeUndefined()
  })
})

describe('a rollforward beside that of the year before', () => {
  const rollforward: Filing = {
    id: 'old',
    title: 'Old',
    status: 'filed',
    periodEnd: '2026-03-31',
    unit: 'thousands',
    schedules: [
      {
        id: 'own',
        kind: 'custom',
        columns: [
          { id: 'q1_2026', label: 'March 31, 2026', kind: 'duration', end: '2026-03-31' },
          { id: 'q1_2025', label: 'March 31, 2025', kind: 'duration', end: '2025-03-31' },
        ],
        lines: [
          { id: 'opening', label: 'Opening', kind: 'input' },
          { id: 'earnings', label: 'Earnings', kind: 'input' },
          { id: 'rate', label: 'Effective rate', kind: 'input', format: 'percent' },
          { id: 'closing', label: 'Closing', kind: 'formula', formula: '= opening + earnings' },
        ],
        cells: [
          { schedule: 'own', line: 'opening', column: 'q1_2026', input: '100' },
          { schedule: 'own', line: 'earnings', column: 'q1_2026', input: '10' },
          { schedule: 'own', line: 'rate', column: 'q1_2026', input: '30' },
          { schedule: 'own', line: 'opening', column: 'q1_2025', input: '50' },
        ],
      },
    ],
  }
  const { filing } = rolled(rollforward, 'quarter')
  const next = entered(filing, 'own', 'q2_2026', { earnings: '5', rate: '31' })
  const at = (line: string, column: string): string => figure(createEngine(next), { schedule: 'own', line, column })

  test('opens its year to date where the year opens, and adds no rates up', () => {
    expect([at('opening', 'q2_2026'), at('opening', 'm6_2026'), at('closing', 'm6_2026')]).toEqual([
      '110',
      '100',
      '115',
    ])
    expect([at('rate', 'q2_2026'), at('rate', 'm6_2026')]).toEqual(['31', ''])
    expect(inputAt(next, { schedule: 'own', line: 'opening', column: 'm6_2026' })).toBe('=opening@q1_2026')
    expect(tieOuts(next, createEngine(next)).filter(({ status }) => status === 'fail')).toEqual([])
  })

  test('heads it by its span where no head over the columns does', () => {
    expect(scheduleOf(next, 'own').columns.find(({ id }) => id === 'm6_2026')?.label).toBe(
      'Six Months Ended June 30, 2026',
    )
  })

  test('goes on so as nine months', () => {
    const third = entered(rolled(next, 'quarter').filing, 'own', 'q3_2026', { earnings: '1', rate: '32' })
    const engine = createEngine(third)
    const nine = (line: string): string => figure(engine, { schedule: 'own', line, column: 'm9_2026' })
    expect([nine('opening'), nine('closing'), nine('rate')]).toEqual(['100', '116', ''])
  })

  test('takes one opening for a comparative: the close known in the filing before, else what another filing shows', () => {
    const other: Filing = {
      ...rollforward,
      id: 'other',
      title: 'Second quarter 2025',
      periodEnd: '2025-06-30',
      schedules: rollforward.schedules.map((one) => ({
        ...one,
        columns: [{ id: 'q2_2025', label: 'June 30, 2025', kind: 'duration', end: '2025-06-30' }],
        cells: [{ schedule: 'own', line: 'opening', column: 'q2_2025', input: '77' }],
      })),
    }
    const take = (from: Filing): Filing => {
      const made = rollForward(from, { id: 'next', details: nextDetails(from, 'quarter') }, createEngine(from), [
        { filing: other, engine: () => createEngine(other) },
      ])
      if (made.kind === 'refused') throw new Error(sentence(made))
      return made.filing
    }
    const opening = { schedule: 'own', line: 'opening', column: 'q2_2025' }
    // The first quarter of 2025 closed at 50: its own close goes before what another filing shows.
    expect(inputAt(take(rollforward), opening)).toBe('=closing@q1_2025')
    const facts = scheduleOf(take(rollforward), 'own').facts!.map(({ line, column }) => `${line}@${column}`)
    expect(new Set(facts).size).toBe(facts.length)
    const dollars = { ...other, unit: 'dollars' }
    const made = rollForward(rollforward, { id: 'next', details: nextDetails(rollforward, 'quarter') }, undefined, [
      { filing: dollars, engine: () => createEngine(dollars) },
    ])
    expect(made.kind === 'rolled' && made.remarks.join(' ')).toContain('Enter its figures')
  })
})
