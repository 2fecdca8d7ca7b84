/**
 * The inventory of temporary differences: tied to the reconciliation through the quarters of a year and into the next, blank where its opening is,
 * and said to be "at most" while the part on REMIC loans is not entered. Golden rows are run apart (test/golden).
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { Decimal, plain } from '../../../shared/money/decimal.ts'
import { KINDS } from '../../../shared/templates/temporary_differences.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { figure, rolled, row, scheduleOf } from './filing_fixture.ts'

const INVENTORY = 'temporary_differences'

const FIRST = newFiling({
  id: 'first',
  details: {
    title: 'First quarter 2026 results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd: '2026-03-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  },
  covers: 'quarter',
  against: 'before',
  schedules: ['income_comparison', 'reconciliation', INVENTORY],
})

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const of = (id: string) => cells.filter(({ schedule }) => schedule === id)
  return { ...filing, schedules: filing.schedules.map((one) => ({ ...one, cells: [...one.cells, ...of(one.id)] })) }
}

function at(engine: Engine, line: string, column: string): string {
  return figure(engine, { schedule: INVENTORY, line, column })
}

/** Provisions, losses, marks, impairment and eliminations of a quarter. */
type Quarter = readonly [number, number, number, number, number]

/** Marks, provisions and impairment are entered in the income schedule, whose mirrors the reconciliation holds. */
function quarter(filing: Filing, id: string, [provision, losses, marks, impairment, elimination]: Quarter): Filing {
  return entered(filing, {
    [`income.provision_for_loan_losses@${id}`]: String(provision),
    [`reconciliation.actual_loan_losses@${id}`]: String(-losses),
    [`income.derivatives_unrealized@${id}`]: String(-marks),
    [`income.otti_loss@${id}`]: String(impairment),
    [`reconciliation.intercompany_elimination@${id}`]: String(elimination),
  })
}

function opened(filing: Filing): Filing {
  return entered(filing, Object.fromEntries(KINDS.map(({ id }) => [`${INVENTORY}.${id}_opening@q1_2026`, '80'])))
}

test('a provision, a mark and an impairment of the income schedule move the inventory through the reconciliation', () => {
  const engine = createEngine(quarter(opened(FIRST), 'q1_2026', [100, 30, -20, 7, 5]))
  expect(
    ['opening', 'additions', 'reversals', 'change', 'closing'].map((one) =>
      at(engine, `loan_losses_${one}`, 'q1_2026'),
    ),
  ).toEqual(['80', '100', '-30', '70', '150'])
  expect(at(engine, 'derivative_marks_closing', 'q1_2026')).toBe('60')
  expect(at(engine, 'impairment_closing', 'q1_2026')).toBe('87')
  expect(at(engine, 'total_change', 'q1_2026')).toBe('62')
  // 320 opened and 62 added, less 87 that only capital gains can bear.
  expect(at(engine, 'future_deductions', 'q1_2026')).toBe('295')
  expect(at(engine, 'future_capital_losses', 'q1_2026')).toBe('87')
})

test('a kind whose character is chosen anew is deductible later in that character', () => {
  const filing = quarter(opened(FIRST), 'q1_2026', [100, 30, -20, 7, 5])
  const capital = createEngine(entered(filing, { [`${INVENTORY}.derivative_marks_character@q1_2026`]: '2' }))
  // Marks of 60 stand with the impairment of 87: 382 in all.
  expect(at(capital, 'future_capital_losses', 'q1_2026')).toBe('147')
  expect(at(capital, 'future_deductions', 'q1_2026')).toBe('235')
  const ordinary = createEngine(entered(filing, { [`${INVENTORY}.impairment_character@q1_2026`]: '1' }))
  expect(at(ordinary, 'future_capital_losses', 'q1_2026')).toBe('0')
  expect(at(ordinary, 'future_deductions', 'q1_2026')).toBe('382')
  const without = quarter(FIRST, 'q1_2026', [100, 30, -20, 7, 5])
  const half = entered(without, {
    [`${INVENTORY}.impairment_opening@q1_2026`]: '80',
    [`${INVENTORY}.derivative_marks_character@q1_2026`]: '2',
  })
  expect(at(createEngine(half), 'future_capital_losses', 'q1_2026')).toBe('')
})

test('a level is blank until its opening is entered, and reads at most until the part on REMIC loans is', () => {
  const without = createEngine(quarter(FIRST, 'q1_2026', [100, 30, 0, 0, 0]))
  expect(at(without, 'loan_losses_closing', 'q1_2026')).toBe('')
  expect(at(without, 'loan_losses_cumulative', 'q1_2026')).toBe('70')
  expect(at(without, 'future_deductions_reading', 'q1_2026')).toBe('')
  const filing = quarter(opened(FIRST), 'q1_2026', [100, 30, 0, 0, 0])
  expect(at(createEngine(filing), 'future_deductions_reading', 'q1_2026')).toBe('2')
  const known = createEngine(entered(filing, { [`${INVENTORY}.remic_part@q1_2026`]: '40' }))
  expect(at(known, 'future_deductions_reading', 'q1_2026')).toBe('1')
  expect(at(known, 'future_deductions', 'q1_2026')).toBe('270')
})

test('the basis of residual interests builds up with taxable income and reverses with what books show, outside the total', () => {
  const filing = entered(opened(FIRST), {
    [`${INVENTORY}.remic_basis_opening@q1_2026`]: '30',
    'reconciliation.remic_taxable_income@q1_2026': '21',
    'reconciliation.remic_gaap_earnings@q1_2026': '-13',
  })
  const engine = createEngine(filing)
  expect(at(engine, 'remic_basis_change', 'q1_2026')).toBe('8')
  expect(at(engine, 'remic_basis_closing', 'q1_2026')).toBe('38')
  expect(at(engine, 'total_closing', 'q1_2026')).toBe('320')
  const next = rolled(filing, 'quarter').filing
  expect(at(createEngine(next), 'remic_basis_opening', 'q2_2026')).toBe('38')
})

test('a scenario moves the inventory and leaves the base', () => {
  const filing = quarter(opened(FIRST), 'q1_2026', [100, 30, 0, 0, 0])
  const engine = createEngine(filing, [{ ...readCellName('reconciliation.actual_loan_losses@q1_2026')!, input: '-50' }])
  expect(at(engine, 'loan_losses_closing', 'q1_2026')).toBe('150')
  const thrown = engine.value(readCellName(`${INVENTORY}.loan_losses_closing@q1_2026`)!)
  expect(isAmount(thrown) && plain(thrown)).toBe('130')
})

const amount = fc.integer({ min: 0, max: 2_000_000 })
const signed = fc.integer({ min: -2_000_000, max: 2_000_000 })
const quarters = fc.array(fc.tuple(amount, amount, signed, amount, signed), { minLength: 5, maxLength: 5 })

test('every inventory rolls: through the year, to its year to date, and into the next year', () => {
  fc.assert(
    fc.property(quarters, (all) => {
      let filing = quarter(opened(FIRST), 'q1_2026', all[0]!)
      const ids = ['q1_2026', 'q2_2026', 'q3_2026', 'q4_2026']
      for (const [before, id] of ids.slice(1).entries()) {
        filing = quarter(rolled(filing, 'quarter', id).filing, id, all[before + 1]!)
      }
      const year = createEngine(filing)
      expect(scheduleOf(filing, INVENTORY).columns.map(({ id }) => id)).toEqual([...ids, 'to_date'])
      for (const { id: kind } of KINDS) {
        const [opening, change, closing, cumulative] = ['opening', 'change', 'closing', 'cumulative'].map((one) =>
          row(filing, INVENTORY, `${kind}_${one}`),
        )
        const sum = change!.slice(0, 4).reduce((total, one) => total.plus(one), new Decimal(0))
        expect(opening!.slice(1, 4)).toEqual(closing!.slice(0, 3))
        expect([opening![4], change![4], closing![4], cumulative![4]]).toEqual([
          '80',
          sum.toFixed(),
          sum.plus(80).toFixed(),
          sum.toFixed(),
        ])
      }
      const next = quarter(rolled(filing, 'quarter', 'q1_2027').filing, 'q1_2027', all[4]!)
      const engine = createEngine(next)
      for (const { id: kind } of KINDS) {
        expect(at(engine, `${kind}_opening`, 'q1_2027')).toBe(at(year, `${kind}_closing`, 'q4_2026'))
        expect(at(engine, `${kind}_cumulative`, 'q1_2027')).toBe(at(engine, `${kind}_change`, 'q1_2027'))
      }
    }),
    { numRuns: 12 },
  )
})
