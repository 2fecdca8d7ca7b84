/**
 * The register of dividends through the quarters of a year and into the next, and what it tells the distribution test and equity. Figures are made
 * up and worked out by hand.
 */
import { expect, test } from 'vitest'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import { dayNumber } from '../../../../shared/calendar/day_number.ts'
import { readCellName } from '../../../../shared/model/cell.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { newFiling } from '../../../../shared/templates/templates.ts'
import { nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import { withInputs } from '../../../golden/yearly.ts'
import { figure, rolled, scheduleOf } from '../filing_fixture.ts'

const SCHEDULES = [
  'income_comparison',
  'reconciliation',
  'equity',
  'distribution_test',
  'earnings_and_profits',
  'dividend_year',
  'dividends',
]

function made(id: string, periodEnd: string, covers: 'quarter' | 'year'): Filing {
  const details = {
    registrant: 'Harbor Mortgage Trust',
    form: '',
    periodEnd,
    documentDate: '',
    unit: 'thousands of dollars',
  }
  return newFiling({
    id,
    details: { ...details, title: id, unaudited: true },
    covers,
    against: 'before',
    schedules: SCHEDULES,
  })
}

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  return withInputs(filing, cells)
}

type Payment = {
  of: 1 | 2
  no: number
  declared: string
  record?: string
  paid?: string | undefined
  perShare: string
  shares: string
}

function paid(
  row: number,
  { of, no, declared, record = declared, paid: on, perShare, shares }: Payment,
): Record<string, string> {
  const at = (column: string): string => `dividends.payment_${row}@${column}`
  return {
    [at('class')]: `${of}`,
    [at('seq')]: `${no}`,
    [at('declared')]: `${dayNumber(declared)!}`,
    [at('record')]: `${dayNumber(record)!}`,
    ...(on !== undefined && { [at('paid')]: `${dayNumber(on)!}` }),
    [at('per_share')]: perShare,
    [at('shares')]: shares,
  }
}

function value(filing: Filing, name: string): string {
  return figure(createEngine(filing), readCellName(name)!)
}

/** The register, row by row: class, number, timing, amount. */
function register(filing: Filing): string[] {
  const engine = createEngine(filing)
  const at = (line: string, column: string): string => figure(engine, { schedule: 'dividends', line, column })
  return scheduleOf(filing, 'dividends')
    .lines.filter(({ id }) => id !== 'total' && at(id, 'amount') !== '')
    .map(({ id }) => ['class', 'seq', 'timing', 'amount', 'per_share'].map((column) => at(id, column)).join(' '))
}

const COMMON: Payment = { of: 2, no: 1, declared: '2026-03-01', paid: '2026-03-31', perShare: '0.5', shares: '1000' }

/** The first quarter: 100 on preferred and 500 on common stock paid, 500 declared after its end. */
const FIRST = entered(made('first', '2026-03-31', 'quarter'), {
  ...paid(1, { of: 1, no: 1, declared: '2026-02-10', paid: '2026-03-31', perShare: '1', shares: '100' }),
  ...paid(2, COMMON),
  ...paid(3, { ...COMMON, no: 2, declared: '2026-04-20', paid: '2026-07-15' }),
  'reconciliation.net_earnings@q1_2026': '900',
  'income.dividends_per_share@q1_2026': '0.5',
  'equity.preferred_dividends@q1_2026': '100',
  'equity.common_dividends@q1_2026': '500',
  'earnings_and_profits.accumulated_ep@to_date': '70',
  'dividend_year.deficit_method@common': '2',
  'dividend_year.places@common': '4',
})

/** Lines whose proof fails. */
function open(filing: Filing): string[] {
  const failed = tieOuts(filing, createEngine(filing)).filter(
    ({ kind, status }) => kind === 'proof' && status === 'fail',
  )
  return failed.map(({ line }) => line)
}

test('what was declared to date agrees with equity and per share; what is declared after the period is in neither', () => {
  expect(value(FIRST, 'dividend_year.declared_to_date@preferred')).toBe('100')
  expect(value(FIRST, 'dividend_year.declared_to_date@common')).toBe('500')
  expect(value(FIRST, 'dividend_year.declared_difference@common')).toBe('0')
  expect(value(FIRST, 'dividend_year.per_share_difference@common')).toBe('0')
  const early = entered(FIRST, { 'dividends.payment_3@declared': `${dayNumber('2026-03-30')!}` })
  expect(value(early, 'dividend_year.declared_difference@common')).toBe('500')
  expect(value(early, 'dividend_year.per_share_difference@common')).toBe('0.5')
  expect(open(FIRST)).toEqual([])
  expect(open(early)).toEqual(['declared_difference', 'per_share_difference'])
})

test('the distribution test counts what was paid up to the period’s end, and what is still to be paid in the forecast', () => {
  const paidOn = (column: string): string[] =>
    ['preferred_paid', 'common_paid'].map((line) => value(FIRST, `distribution_test.${line}@${column}`))
  expect(paidOn('to_date')).toEqual(['100', '500'])
  expect(paidOn('forecast')).toEqual(['', '500'])
  expect(paidOn('fy_2026')).toEqual(['100', '1000'])
  // Current earnings of 900 and 70 accumulated.
  expect(value(FIRST, 'distribution_test.earnings_and_profits@to_date')).toBe('970')
})

test('through the quarters every payment stays, and so do opening earnings and choices', () => {
  const second = rolled(FIRST, 'quarter', 'second').filing
  expect(register(second)).toEqual(['1 1 1 100 1', '2 1 1 500 0.5', '2 2 1 500 0.5'])
  expect(value(second, 'earnings_and_profits.accumulated_ep@to_date')).toBe('70')
  expect(value(second, 'dividend_year.deficit_method@common')).toBe('2')
  expect(value(second, 'dividend_year.period_end@common')).toBe(`${dayNumber('2026-06-30')!}`)
  expect(value(second, 'dividend_year.declared_to_date@common')).toBe('1000')
  // The second quarter's own equity is not entered yet.
  expect(value(second, 'dividend_year.in_equity@common')).toBe('500')
  expect(value(rolled(second, 'quarter').filing, 'distribution_test.common_paid@to_date')).toBe('1000')
})

function fourth(): Filing {
  let filing = FIRST
  for (const id of ['second', 'third', 'fourth']) filing = rolled(filing, 'quarter', id).filing
  // Earnings of 1,500: 1,100 paid in the year leave 400 to the January dividends of 100 and 500.
  return entered(filing, {
    'reconciliation.net_earnings@q4_2026': '600',
    ...paid(4, { of: 1, no: 2, declared: '2026-12-10', paid: '2027-01-15', perShare: '1', shares: '100' }),
    ...paid(5, { ...COMMON, no: 3, declared: '2026-12-10', record: '2026-12-31', paid: '2027-01-20' }),
    ...paid(6, { ...COMMON, no: 4, declared: '2026-12-10', record: '2027-01-02', paid: '2027-01-25', perShare: '0.1' }),
    ...paid(7, { ...COMMON, no: 5, declared: '2026-12-20', record: '2027-02-02', paid: undefined, perShare: '0.2' }),
    'earnings_and_profits.accumulated_ep@to_date': '0',
  })
}

test('the next year begins with January dividends, as far as they were not counted, and with what is paid in it', () => {
  const year = fourth()
  expect(value(year, 'distribution_test.january_deemed@to_date')).toBe('400')
  const { filing: next, remarks } = rolled(year, 'quarter', 'next')
  // Years of law are no years of the old filing.
  expect(remarks.join('\n')).not.toContain('Revise the note')
  expect(register(next)).toEqual(['1 1 6 100 1', '2 1 6 300 ', '2 2 4 200 0.2', '2 3 1 100 0.1', '2 4  200 0.2'])
  // 700 paid in January, of which 400 were counted for the year before.
  expect(value(next, 'distribution_test.preferred_paid@to_date')).toBe('100')
  expect(value(next, 'distribution_test.common_paid@to_date')).toBe('600')
  expect(value(next, 'distribution_test.prior_january@to_date')).toBe('400')
  expect(value(next, 'distribution_test.distributions_of_the_year@to_date')).toBe('300')
  // What was declared in the year before is no dividend of this one's equity.
  expect(value(next, 'dividend_year.declared_to_date@common')).toBe('')
  expect(value(next, 'dividend_year.deficit_method@common')).toBe('2')
  const carried = scheduleOf(next, 'dividends').facts!.map(
    ({ line, column, carried: from }) => `${line}@${column} ${from!.line}@${from!.column}`,
  )
  expect(carried).toContain('payment_3@amount payment_5@to_next_year')
  expect(carried).toContain('payment_2@amount payment_5@in_tax_year')
  expect(carried).toContain('payment_4@per_share payment_6@per_share')
})

test('an annual filing collects the register of its quarters', () => {
  const before = entered(made('before', '2025-12-31', 'year'), {
    ...paid(1, { ...COMMON, declared: '2025-12-10', paid: '2026-01-20' }),
    'earnings_and_profits.taxable_income@fy_2025': '9000',
  })
  const details = { ...nextDetails(before, 'year'), title: 'annual' }
  const roll = (others: Filing[]): Filing => {
    const made = rollForward(
      before,
      { id: 'annual', details },
      undefined,
      others.map((filing) => ({ filing, engine: () => createEngine(filing) })),
    )
    if (made.kind === 'refused') throw new Error('refused')
    return made.filing
  }
  expect(register(roll([]))).toEqual(['2 1 6 500 0.5'])
  const year = fourth()
  expect(register(roll([year, FIRST]))).toEqual(register(year))
  expect(value(roll([year]), 'dividends.payment_3@paid')).toBe(`${dayNumber('2026-07-15')!}`)
})

test('payments for which the new register has no rows are said, and nothing is dropped silently', () => {
  const january: Payment = { ...COMMON, declared: '2026-12-10', record: '2026-12-31', paid: '2027-01-20' }
  const rows = Array.from({ length: 16 }, (_, at) => paid(at + 1, { ...january, no: at + 1 }))
  // Earnings cover half of each of sixteen January dividends, so that each is two rows in the next year.
  const year = entered(made('year', '2026-12-31', 'year'), {
    ...Object.assign({}, ...rows),
    'reconciliation.net_earnings@fy_2026': '4000',
  })
  const next = rolled(year, 'year', 'next')
  expect(register(next.filing)).toHaveLength(16)
  expect(next.remarks.join('\n')).toContain('16 payments have no rows here. Insert rows and enter them from “')
})
