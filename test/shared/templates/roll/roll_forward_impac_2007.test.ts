/**
 * The third quarter of 2007 rolled forward to December 31, 2007, and on to the first quarter of 2008: every column, every
 * link and every opening balance as a controller expects them.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { filingSchema } from '../../../../shared/model/filing.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { factOf, findCell } from '../../../../shared/model/lookup.ts'
import { cellsOf, columnIds, figure, inputAt, rolled, row, scheduleOf } from '../filing_fixture.ts'

const old = sampleFilings()[0]!
const { filing: q4, remarks } = rolled(old, 'quarter', 'impac_2007_q4')

function isNew({ schedule, column }: { schedule: string; column: string }): boolean {
  return !columnIds(old, schedule).includes(column)
}

/** The fourth quarter with figures of its earnings. */
function typed(inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([line, input]) => ({ schedule: 'income', line, column: 'q4_2007', input }))
  const schedules = q4.schedules.map((one) => (one.id === 'income' ? { ...one, cells: [...one.cells, ...cells] } : one))
  return { ...q4, schedules }
}

describe('third quarter of 2007 to December 31, 2007', () => {
  test('the head: title and period move, the draft has no document yet', () => {
    const { schedules: _schedules, headlines: _headlines, ...head } = q4
    expect(head).toEqual({
      id: 'impac_2007_q4',
      predecessor: 'impac_2007_q3',
      title: 'Fourth quarter 2007 results',
      registrant: 'Impac Mortgage Holdings, Inc.',
      form: 'Press release',
      periodEnd: '2007-12-31',
      unit: 'thousands of dollars',
      unaudited: true,
      status: 'draft',
    })
    expect(filingSchema.parse(q4)).toEqual(q4)
  })

  test('columns: what was current is comparative, nine months become the year, the first quarter stays for it', () => {
    expect(columnIds(q4, 'income')).toEqual(['q4_2007', 'q3_2007', 'variance', 'percent'])
    expect(columnIds(q4, 'reconciliation')).toEqual(['q4_2007', 'q3_2007', 'q4_2006', 'fy_2007', 'q2_2007', 'q1_2007'])
    expect(columnIds(q4, 'equity')).toEqual(['q1_2007', 'q2_2007', 'q3_2007', 'q4_2007'])
    const { columns, groups, title } = scheduleOf(q4, 'reconciliation')
    expect(columns.map(({ label, end }) => [label, end])).toEqual([
      ['December 31, 2007', '2007-12-31'],
      ['September 30, 2007', '2007-09-30'],
      ['December 31, 2006', '2006-12-31'],
      ['December 31, 2007', '2007-12-31'],
      ['June 30, 2007', '2007-06-30'],
      ['March 31, 2007', '2007-03-31'],
    ])
    expect(groups).toEqual([
      { label: 'Three Months Ended', columns: ['q4_2007', 'q3_2007', 'q4_2006'], notes: ['1'] },
      { label: 'Year Ended', columns: ['fy_2007'], notes: ['1'] },
      { label: 'Three Months Ended', columns: ['q2_2007', 'q1_2007'], notes: ['1'] },
    ])
    expect(columns.filter(({ filingCopy }) => filingCopy === false).map(({ id }) => id)).toEqual(['q2_2007', 'q1_2007'])
    expect(title).toBe(scheduleOf(old, 'reconciliation').title)
    expect(scheduleOf(q4, 'income').title).toBe('Comparative earnings, fourth and third quarters of 2007')
  })

  test('formulas: the variance compares the new pair, the year adds four quarters, links reach the new quarter', () => {
    const variance = scheduleOf(q4, 'income').columns[2]
    expect(variance?.formula).toBe('= needs(@q4_2007, needs(@q3_2007, printed(@q4_2007) - printed(@q3_2007)))')
    expect(scheduleOf(q4, 'income').columns[3]?.formula).toBe(
      '= needs(@q4_2007, needs(@q3_2007, percent_change(@q4_2007, @q3_2007)))',
    )
    const year = scheduleOf(q4, 'reconciliation').columns[3]
    expect(year?.formula).toBe('= @q1_2007 + @q2_2007 + @q3_2007 + @q4_2007')
    const line = (id: string) => scheduleOf(q4, 'reconciliation').lines.find((one) => one.id === id)!
    expect(line('loan_loss_provisions')).toMatchObject({
      formula: '= income.provision_for_loan_losses + income.reo_provision',
      columns: ['q4_2007', 'q3_2007'],
      source: { line: 'income.provision_for_loan_losses', sign: 1 },
      type: 'temporary',
      notes: ['3'],
    })
    expect(line('preferred_dividends').columns).toEqual(['q4_2007', 'q3_2007', 'q2_2007', 'q1_2007'])
    expect(line('deferred_charge_amortization').only).toEqual(['q4_2007', 'q3_2007'])
    expect(scheduleOf(q4, 'reconciliation').notes).toEqual(scheduleOf(old, 'reconciliation').notes)
  })

  test('figures: comparatives to the unit, the year to date of three quarters, the new quarter empty', () => {
    expect(row(q4, 'income', 'net_earnings')).toEqual(['', '-1191235', '', ''])
    expect(row(q4, 'income', 'provision_for_loan_losses')).toEqual(['', '789445', '', ''])
    expect(row(q4, 'reconciliation', 'net_earnings')).toEqual(['', '-1191235', '', '-1465450', '-152547', '-121668'])
    expect(row(q4, 'reconciliation', 'loan_loss_provisions')).toEqual(['', '832453', '', '1053164', '181977', '38734'])
    expect(row(q4, 'reconciliation', 'taxable_income')).toEqual(['', '-16297', '', '-16370', '-18936', '18863'])
    expect(row(q4, 'reconciliation', 'preferred_dividends')).toEqual(['', '-3722', '', '-11165', '-3722', '-3721'])
    expect(row(q4, 'equity', 'known_movements')).toEqual(['-132997', '-156269', '-1194957', ''])
  })

  test('a line is compared once both quarters are known; nil is known', () => {
    const some = typed({ interest_income: '313773', otti_loss: '0', derivatives_realized: '-5' })
    expect(row(some, 'income', 'interest_income')).toEqual(['313773', '313772', '1', '0'])
    expect(row(some, 'income', 'otti_loss')).toEqual(['0', '26709', '-26709', '-100'])
    expect(row(some, 'income', 'interest_expense')).toEqual(['', '302074', '', ''])
    // The earlier quarter is the one that is not disclosed.
    expect(row(some, 'income', 'derivatives_realized')).toEqual(['-5', '', '', ''])
    expect(row(typed({ provision_for_loan_losses: '789446' }), 'income', 'provision_for_loan_losses')[2]).toBe('1')
  })

  test('every value of a period that the old filing showed is the same to the last digit', () => {
    const [before, after] = [createEngine(old), createEngine(q4)]
    const same = cellsOf(q4).filter(
      ({ schedule, line, column, end }) => end && findCell(old, { schedule, line, column }),
    )
    expect(same.length).toBe(170)
    for (const ref of same) expect([ref, figure(after, ref)]).toEqual([ref, figure(before, ref)])
  })

  test('no amount stands in a new period, and nothing is said of one', () => {
    const typed = q4.schedules.flatMap(({ cells }) => cells).filter(isNew)
    expect(typed.map(({ line, column, input }) => [line, column, input])).toEqual([
      ['opening', 'q4_2007', '=closing@q3_2007'],
      ['effect_on_closing', 'q4_2007', '=effect_on_closing@q3_2007 + known_movements - as_filed(known_movements)'],
    ])
    const facts = q4.schedules.flatMap(({ id, facts = [] }) => facts.map((fact) => ({ schedule: id, ...fact })))
    expect(facts.filter(isNew)).toEqual([])
    expect(facts.filter((fact) => 'completable' in fact)).toEqual([])
    expect(facts.filter(({ column }) => column === 'variance' || column === 'percent')).toEqual([])
  })

  test('comparatives say where they come from, and keep what was said of them', () => {
    const said = 'From “Third quarter 2007 results”, as filed.'
    const fact = (schedule: string, line: string, column: string) => factOf(scheduleOf(q4, schedule), line, column)
    expect(fact('income', 'interest_income', 'q3_2007')).toEqual({
      line: 'interest_income',
      column: 'q3_2007',
      origin: 'published',
      remark: said,
      carried: { filing: 'impac_2007_q3', schedule: 'income', line: 'interest_income', column: 'q3_2007' },
    })
    // What the old document only did not print is no mark on the new one; how it was formed is remembered.
    expect(fact('income', 'otti_loss', 'q3_2007')).toEqual({
      line: 'otti_loss',
      column: 'q3_2007',
      remark: `Placing this amount in non-interest income is an assumption. Formed as: the reconciliation's non-deductible capital loss; positive is a loss. ${said}`,
      carried: { filing: 'impac_2007_q3', schedule: 'income', line: 'otti_loss', column: 'q3_2007' },
    })
    expect(fact('income', 'other_non_interest_income', 'q3_2007')?.origin).toBe('balancing')
    expect(fact('income', 'net_earnings', 'q3_2007')).toMatchObject({ origin: 'published' })
    // A line no longer claims of the new quarter what was said of the old one's figure.
    const line = scheduleOf(q4, 'income').lines.find(({ id }) => id === 'other_non_interest_income')!
    expect([line.origin, line.how]).toEqual([undefined, undefined])
    // An assumption on which a formula rests goes on holding.
    const assumed = scheduleOf(q4, 'reconciliation').lines.find(({ id }) => id === 'deferred_charge_amortization')!
    expect(assumed.origin).toBe('assumed')
  })

  test('headlines and the minimum distribution follow the year to date', () => {
    expect(q4.headlines?.find(({ id }) => id === 'minimum_distribution')?.label).toBe(
      'Minimum distribution, year to December 31',
    )
    const test = scheduleOf(q4, 'distribution_test')
    expect(test.columns.map(({ id, label }) => `${id}: ${label}`)).toEqual([
      'to_date: December 31, 2007',
      'forecast: Rest of the year',
      'fy_2007: December 31, 2007',
    ])
    expect(test.lines.find(({ id }) => id === 'taxable_income')!.formula).toBe(
      '= reconciliation.taxable_income@fy_2007 - reconciliation.preferred_dividends@fy_2007',
    )
    expect(test.lines.find(({ id }) => id === 'common_paid')!.formula).toBe(
      '= sum(equity.common_dividends@q1_2007..@q4_2007)',
    )
  })

  test('it ties out, and what is to be known is said', () => {
    const open = tieOuts(q4, createEngine(q4)).filter(({ status }) => status === 'fail')
    expect(open).toEqual([])
    expect(remarks).toEqual([
      'Reconciliation to taxable income: “Three Months Ended December 31, 2006” was not in the prior filing. Enter its figures.',
      'Reconciliation to taxable income: “Three Months Ended June 30, 2007” moves behind “Year Ended December 31, 2007”, outside the filing copy, because the year to date includes it.',
      'Reconciliation to taxable income: “Three Months Ended March 31, 2007” stays outside the filing copy, because the year to date includes it.',
      'Reconciliation to taxable income: note 11 names a date or an amount of the old period and was carried over unchanged. Revise the note.',
      'Stockholders’ equity: note 1 names a date or an amount of the old period and was carried over unchanged. Revise the note.',
      'Distribution test: note 5 names a date or an amount of the old period and was carried over unchanged. Revise the note.',
      'Liquidity: Unrestricted cash at the beginning of “December 31, 2007” is blank, because the prior filing shows no closing balance.',
    ])
  })
})

describe('on to the first quarter of 2008', () => {
  const filled = {
    ...q4,
    schedules: q4.schedules.map((one) =>
      one.id === 'equity'
        ? {
            ...one,
            cells: [...one.cells, { schedule: 'equity', line: 'opening', column: 'q1_2007', input: '1500000' }],
          }
        : one,
    ),
  }
  const { filing: q1, remarks: said } = rolled(filled, 'quarter', 'impac_2008_q1')

  test('a new year: the year to date is the quarter itself, old quarters go, the year before is compared', () => {
    expect(columnIds(q1, 'income')).toEqual(['q1_2008', 'q4_2007', 'variance', 'percent'])
    expect(columnIds(q1, 'reconciliation')).toEqual(['q1_2008', 'q4_2007', 'q1_2007', 'm3_2008'])
    expect(scheduleOf(q1, 'reconciliation').columns[3]).toMatchObject({ formula: '= @q1_2008', filingCopy: false })
    expect(scheduleOf(q1, 'reconciliation').groups).toEqual([
      { label: 'Three Months Ended', columns: ['q1_2008', 'q4_2007', 'q1_2007'], notes: ['1'] },
      { label: 'Year to Date', columns: ['m3_2008'], notes: ['1'] },
    ])
    expect(row(q1, 'reconciliation', 'taxable_income')).toEqual(['', '', '18863', ''])
    expect(scheduleOf(q1, 'distribution_test').lines.find(({ id }) => id === 'taxable_income')!.formula).toBe(
      '= reconciliation.taxable_income@m3_2008 - reconciliation.preferred_dividends@m3_2008',
    )
    // What the layers closed with is what they open with; the loss of 2007 is carried like the older one.
    expect(row(q1, 'nol', 'total').slice(4, 5)).toEqual(['21605'])
    expect(said).toContain(
      'Reconciliation to taxable income: “Year to Date March 31, 2008” repeats the first quarter and is not in the filing copy.',
    )
    expect(q1.title).toBe('First quarter 2008 results')
    expect(scheduleOf(q1, 'income').title).toBe(
      'Comparative earnings, first quarter of 2008 and fourth quarter of 2007',
    )
  })

  test('equity starts the year afresh and opens at the close of the last quarter', () => {
    const equity = scheduleOf(q1, 'equity')
    expect(columnIds(q1, 'equity')).toEqual(['q1_2008'])
    expect(equity.title).toBe("Stockholders' equity in 2008: what is known by quarter")
    const closing = row(filled, 'equity', 'closing').at(-1)!
    expect(closing).toBe('15777')
    expect(inputAt(q1, { schedule: 'equity', line: 'opening', column: 'q1_2008' })).toBe(closing)
    expect(factOf(equity, 'opening', 'q1_2008')).toEqual({
      line: 'opening',
      column: 'q1_2008',
      remark: 'Closing of December 31, 2007. From “Fourth quarter 2007 results”, a draft.',
      carried: { filing: 'impac_2007_q4', schedule: 'equity', line: 'closing', column: 'q4_2007' },
    })
    expect(said.some((one) => one.includes('beginning of period'))).toBe(false)
  })

  test('and to the second quarter: six months, both quarters of equity linked', () => {
    const { filing: q2 } = rolled(q1, 'quarter', 'impac_2008_q2')
    expect(columnIds(q2, 'reconciliation')).toEqual(['q2_2008', 'q1_2008', 'q2_2007', 'm6_2008'])
    const [, , , sixMonths] = scheduleOf(q2, 'reconciliation').columns
    expect(sixMonths?.formula).toBe('= @q1_2008 + @q2_2008')
    expect(sixMonths?.filingCopy).toBeUndefined()
    expect(scheduleOf(q2, 'reconciliation').groups?.[1]).toMatchObject({
      label: 'Six Months Ended',
      columns: ['m6_2008'],
    })
    expect(columnIds(q2, 'equity')).toEqual(['q1_2008', 'q2_2008'])
    expect(inputAt(q2, { schedule: 'equity', line: 'opening', column: 'q2_2008' })).toBe('=closing@q1_2008')
    expect(row(q2, 'equity', 'opening')[0]).toBe('15777')
  })
})
