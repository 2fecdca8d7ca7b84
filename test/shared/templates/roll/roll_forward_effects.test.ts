/**
 * What a scenario does to equity runs on: a quarter that earns more leaves every later quarter of the year with as much more, in
 * whatever filing that one to six rolls of a sample lead to, with the opening balance known or not.
 */
import { describe, expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../../db/samples/impac_2007_q3/filing.ts'
import { IMPAC_2009 } from '../../../../db/samples/impac_2009/filing.ts'
import { createEngine, type Engine } from '../../../../shared/calc/engine.ts'
import { structureFormula, takesInput } from '../../../../shared/calc/layout.ts'
import { isAmount } from '../../../../shared/calc/value.ts'
import type { CellInput, CellRef, Filing } from '../../../../shared/model/filing.ts'
import { columnName, lineOf } from '../../../../shared/model/lookup.ts'
import { Decimal, plain } from '../../../../shared/money/decimal.ts'
import { periodOf } from '../../../../shared/calendar/periods.ts'
import { nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import { columnIds, inputAt, rolled, row, scheduleOf } from '../filing_fixture.ts'
import { sentence } from '../../worded.ts'

const EQUITY = 'equity'

/** Rolled once for every number of months. */
function rolledBy(filing: Filing, steps: readonly number[]): Filing {
  return steps.reduce((one, months) => {
    const details = nextDetails(one, months === 12 ? 'year' : 'quarter')
    const made = rollForward(one, { id: 'next', details: { ...details, periodEnd: endAfter(one, months) } })
    if (made.kind === 'refused') throw new Error(sentence(made))
    return made.filing
  }, filing)
}

function endAfter(filing: Filing, months: number): string {
  let end = filing.periodEnd!
  for (let passed = 0; passed < months; passed += 3)
    end = nextDetails({ ...filing, periodEnd: end }, 'quarter').periodEnd
  return end
}

/** The figures that a person can type anew in a period, where they move what the period does to equity. */
function moversOf(filing: Filing, column: string): CellRef[] {
  return filing.schedules.flatMap((schedule) => {
    const own = schedule.columns.find(({ id }) => id === column)
    if (!own) return []
    const isFormula = (line: string): boolean =>
      inputAt(filing, { schedule: schedule.id, line, column })?.startsWith('=') === true
    const lines = schedule.lines.filter(
      (line) => takesInput(line, own) && !structureFormula(line, own) && !isFormula(line.id) && line.id !== 'opening',
    )
    return lines.map(({ id: line }) => ({ schedule: schedule.id, line, column }))
  })
}

function amountAt(engine: Engine, line: string, column: string): Decimal {
  const value = engine.value({ schedule: EQUITY, line, column })
  return isAmount(value) ? value : new Decimal(0)
}

/** By how much the closing balance of every period is said to move, and moves where its level is known. */
function effects(filing: Filing, scenario: CellInput[]): { said: string[]; level: string[] } {
  const [was, now] = [createEngine(filing), createEngine(filing, scenario)]
  const moved = (line: string): string[] =>
    columnIds(filing, EQUITY).map((id) => plain(amountAt(now, line, id).minus(amountAt(was, line, id))))
  const says = lineOf(scheduleOf(filing, EQUITY), 'effect_on_closing') !== undefined
  return { said: moved(says ? 'effect_on_closing' : 'closing'), level: moved('closing') }
}

/** The filing with an opening balance, so that levels are known. */
function opened(filing: Filing): Filing {
  const equity = scheduleOf(filing, EQUITY)
  const line = lineOf(equity, 'opening') ? 'opening' : 'other_movements'
  const opening: CellInput = { schedule: EQUITY, line, column: equity.columns[0]!.id, input: '1000000' }
  const kept = equity.cells.filter((one) => one.line !== line || one.column !== opening.column)
  return {
    ...filing,
    schedules: filing.schedules.map((one) => (one === equity ? { ...one, cells: [...kept, opening] } : one)),
  }
}

const STEPS = [1, 2, 3, 4, 5, 6].flatMap((count) => [
  Array.from({ length: count }, () => 3),
  Array.from({ length: count }, (_, at) => [6, 3, 9, 12][at % 4]!),
  Array.from({ length: count }, (_, at) => [9, 6, 3, 15][at % 4]!),
])

describe.each([IMPAC_2007_Q3, IMPAC_2009])('$id', (sample) => {
  test.each(STEPS.map((steps) => ({ steps })))('rolled by $steps months', ({ steps }) => {
    const next = rolledBy(sample, steps)
    let moving = 0
    for (const [filing, known] of [
      [next, false],
      [opened(next), true],
    ] as const) {
      const periods = scheduleOf(filing, EQUITY).columns
      for (const [k, { id }] of periods.entries()) {
        for (const mover of moversOf(filing, id)) {
          const old = createEngine(filing).value(mover)
          const to = plain((isAmount(old) ? old : new Decimal(0)).plus(777))
          const { said, level } = effects(filing, [{ ...mover, input: to }])
          const own = said[k]!
          if (own !== '0') moving += 1
          expect([mover, said]).toEqual([mover, periods.map((_, at) => (at < k ? '0' : own))])
          if (known) expect([mover, level]).toEqual([mover, said])
        }
      }
    }
    expect(moving).toBeGreaterThan(periodsOf(next))
  })
})

function periodsOf(filing: Filing): number {
  return scheduleOf(filing, EQUITY).columns.filter((column) => periodOf(column)).length
}

test.each(STEPS.map((steps) => ({ steps })))('what leaves the filing copy is said: $steps months', ({ steps }) => {
  const old = rolledBy(IMPAC_2007_Q3, steps.slice(1))
  const details = { ...nextDetails(old, 'quarter'), periodEnd: endAfter(old, steps[0]!) }
  const made = rollForward(old, { id: 'next', details })
  if (made.kind === 'refused') throw new Error(sentence(made))
  for (const schedule of made.filing.schedules) {
    const stood = scheduleOf(old, schedule.id).columns
    for (const column of schedule.columns) {
      const printed = stood.some(({ id, filingCopy }) => id === column.id && filingCopy !== false)
      if (!printed || column.filingCopy !== false) continue
      const name = columnName(schedule, column)
      expect([
        name,
        made.remarks.filter((one) => one.includes(`“${name}”`) && /outside the filing copy/.test(one)),
      ]).toEqual([name, [expect.any(String)]])
    }
  }
})

function withCells(filing: Filing, cells: readonly CellInput[]): Filing {
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...cells.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}

describe('the third quarter of 2007 on to the second of 2008', () => {
  const q1 = rolledBy(IMPAC_2007_Q3, [3, 3])
  const q2 = rolled(q1, 'quarter').filing
  const at = { schedule: 'income', line: 'provision_for_loan_losses' }

  test('the effect of the second quarter adds to that of the first; the first alone counts its opening', () => {
    expect(lineOf(scheduleOf(q2, EQUITY), 'effect_on_closing')?.columns).toEqual(['q1_2008'])
    expect(inputAt(q2, { schedule: EQUITY, line: 'effect_on_closing', column: 'q2_2008' })).toBe(
      '=effect_on_closing@q1_2008 + known_movements - as_filed(known_movements)',
    )
    const [q3] = [rolled(q2, 'quarter').filing]
    expect(inputAt(q3, { schedule: EQUITY, line: 'effect_on_closing', column: 'q3_2008' })).toBe(
      '=effect_on_closing@q2_2008 + known_movements - as_filed(known_movements)',
    )
  })

  test('a provision of 120,000 instead of 20,000 in the first quarter is (100,000) at the end of either', () => {
    const base = withCells(q2, [
      { schedule: 'income', line: 'interest_income', column: 'q2_2008', input: '100000' },
      { schedule: 'income', line: 'interest_income', column: 'q1_2008', input: '200000' },
      { ...at, column: 'q2_2008', input: '5000' },
      { ...at, column: 'q1_2008', input: '20000' },
    ])
    expect(effects(base, [{ ...at, column: 'q1_2008', input: '120000' }]).said).toEqual(['-100000', '-100000'])
    expect(effects(base, [{ ...at, column: 'q2_2008', input: '6000' }]).said).toEqual(['0', '-1000'])
  })

  test('two quarters at once are chained one to the other', () => {
    const q3 = rolledBy(q1, [6])
    expect(columnIds(q3, EQUITY)).toEqual(['q1_2008', 'q2_2008', 'q3_2008'])
    for (const [column, before] of [
      ['q2_2008', 'q1_2008'],
      ['q3_2008', 'q2_2008'],
    ] as const) {
      expect(inputAt(q3, { schedule: EQUITY, line: 'effect_on_closing', column })).toBe(
        `=effect_on_closing@${before} + known_movements - as_filed(known_movements)`,
      )
    }
    expect(row(q3, EQUITY, 'effect_on_closing').every((one) => one === '' || one === '0')).toBe(true)
  })
})
