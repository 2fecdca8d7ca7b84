/**
 * The calendar of the tax year: its last days, what the register tells it, what is flagged, and how it rolls.
 */
import { expect, test } from 'vitest'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { dayNumber } from '../../../shared/calendar/day_number.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { withInputs } from '../../golden/yearly.ts'
import { inputAt, rolled, scheduleOf } from './filing_fixture.ts'

function made(periodEnd: string): Filing {
  return newFiling({
    id: 'harbor',
    details: {
      title: 'Harbor',
      registrant: 'Harbor Mortgage Trust',
      form: '',
      periodEnd,
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: true,
    },
    covers: 'quarter',
    against: 'before',
    schedules: ['dividend_year', 'dividends', 'calendar'],
  })
}

function cells(inputs: Record<string, string>): CellInput[] {
  return Object.entries(inputs).map(([name, text]) => {
    const day = dayNumber(text)
    return { ...readCellName(name)!, input: day === undefined ? text : `${day}` }
  })
}

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  return withInputs(filing, cells(inputs))
}

/** A line of the calendar as it is read: from, last day, done, days left, standing. */
function row(filing: Filing, line: string, scenario?: CellInput[]): string {
  const engine = createEngine(filing, scenario)
  const schedule = scheduleOf(filing, 'calendar')
  const found = schedule.lines.find(({ id }) => id === line)!
  return ['from', 'due', 'done', 'days_left', 'standing']
    .map((id) => schedule.columns.find((one) => one.id === id)!)
    .map((column) => cellText(engine.value({ schedule: 'calendar', line, column: column.id }), found, column))
    .join(' | ')
}

function flagged(filing: Filing): string[] {
  const all = tieOuts(filing, createEngine(filing))
  return all.filter(({ kind, status }) => kind === 'attention' && status === 'flagged').map(({ line }) => line)
}

const COMMON = {
  'dividends.payment_1@class': '2',
  'dividends.payment_1@seq': '1',
  'dividends.payment_1@declared': '2026-12-10',
  'dividends.payment_1@record': '2026-12-31',
  'dividends.payment_1@per_share': '0.5',
  'dividends.payment_1@shares': '1000',
}

test('the last days of a year are counted from the end of the period', () => {
  const year = made('2026-12-31')
  expect(row(year, 'gain_notice')).toBe(' | January 30, 2027 |  | 30 | at risk')
  expect(row(year, 'form_1099_div')).toBe(' | February 1, 2027 |  | 32 | open')
  expect(row(year, 'form_8612')).toBe('January 1, 2027 | March 15, 2027 |  | 74 | open')
  expect(row(year, 'spillover_paid')).toBe('January 1, 2027 | December 31, 2027 |  | 365 | open')
  expect(row(year, 'undistributed_gain_notice')).toBe(' | March 1, 2027 |  | 60 | open')
  expect(row(made('2027-12-31'), 'undistributed_gain_notice')).toBe(' | February 29, 2028 |  | 60 | open')
  // Nothing is due of what did not arise.
  expect(row(year, 'form_976')).toBe(' |  |  |  | ')
  expect(row(year, 'form_8937')).toBe(' |  |  |  | ')
  expect(flagged(year)).toEqual(['declared', 'of_record', 'gain_notice'])
})

test('the register tells the January dividend; a record date in January is missed', () => {
  const open = entered(made('2026-12-31'), COMMON)
  expect(row(open, 'declared')).toBe('October 1, 2026 | December 31, 2026 | December 10, 2026 |  | in time')
  expect(row(open, 'of_record')).toBe('October 1, 2026 | December 31, 2026 | December 31, 2026 |  | in time')
  expect(row(open, 'paid_in_january')).toBe('January 1, 2027 | January 31, 2027 |  | 31 | open')
  const late = entered(open, {
    'dividends.payment_1@record': '2027-01-02',
    'dividends.payment_1@paid': '2027-02-01',
  })
  expect(row(late, 'of_record')).toBe('October 1, 2026 | December 31, 2026 | January 2, 2027 |  | missed')
  expect(row(late, 'paid_in_january')).toBe('January 1, 2027 | January 31, 2027 | February 1, 2027 |  | missed')
  expect(flagged(late)).toEqual(['of_record', 'paid_in_january', 'gain_notice'])
  const early = entered(open, { 'dividends.payment_1@declared': '2026-09-30' })
  expect(row(early, 'declared')).toContain('missed')
})

test('elections, determinations and returns of capital have their own last days', () => {
  const filing = entered(made('2026-12-31'), {
    ...COMMON,
    'dividends.payment_1@declared': '2026-03-01',
    'dividends.payment_1@record': '2026-03-10',
    'dividends.payment_1@paid': '2026-03-31',
    'calendar.extended_to@due': '2027-10-15',
    'calendar.first_regular@due': '2027-03-31',
    'calendar.determination@due': '2027-01-04',
    'calendar.form_8612@done': '2027-03-16',
    'calendar.period_end@due': '2027-11-01',
  })
  expect(row(filing, 'form_8937')).toBe('March 31, 2026 | May 15, 2026 |  | (535) | lapsed')
  expect(row(filing, 'spillover_declared')).toBe('January 1, 2027 | October 15, 2027 |  | (17) | lapsed')
  expect(row(filing, 'spillover_paid')).toContain('March 31, 2027')
  expect(row(filing, 'deficiency_paid')).toContain('January 4, 2027 | April 4, 2027')
  expect(row(filing, 'form_976')).toContain('January 4, 2027 | May 4, 2027')
  expect(row(filing, 'form_8612')).toBe('January 1, 2027 | March 15, 2027 | March 16, 2027 |  | missed')
})

test('a scenario throws a day and leaves the base', () => {
  const filing = entered(made('2026-12-31'), COMMON)
  const moved = cells({ 'dividends.payment_1@record': '2027-01-02' })
  expect(row(filing, 'of_record', moved)).toContain('missed')
  expect(row(filing, 'of_record')).toContain('in time')
})

test('within the year what was done stays and days are counted anew; in the next year the calendar begins afresh', () => {
  const filing = entered(made('2026-09-30'), {
    'calendar.form_1120_reit@done': '2027-04-10',
    'calendar.warning_days@days_left': '45',
    'calendar.period_end@due': '2026-11-15',
  })
  const fourth = rolled(filing, 'quarter', 'fourth').filing
  expect(row(fourth, 'form_1120_reit')).toContain('April 10, 2027')
  expect(row(fourth, 'period_end')).toBe(' | December 31, 2026 |  |  | ')
  expect(row(fourth, 'warning_days')).toContain('45')
  const next = rolled(fourth, 'quarter', 'next').filing
  expect(row(next, 'form_1120_reit')).toBe('January 1, 2028 | April 18, 2028 |  | 384 | open')
  expect(row(next, 'warning_days')).toContain('45')
  expect(row(next, 'next_year_end')).toContain('December 31, 2028')
  expect(inputAt(next, { schedule: 'calendar', line: 'form_1120_reit', column: 'done' })).toBeUndefined()
})
