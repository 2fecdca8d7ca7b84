/** The schedules of dividends at work together: what is rolled to the next year, what is refused with its reason, what a scenario leaves alone. */
import { expect, test } from 'vitest'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { CellInput, CellRef, Filing } from '../../../shared/model/filing.ts'
import { nextDetails, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import { filingOf, withInputs } from '../../golden/yearly.ts'

const payment = (line: number, column: string, input: string): CellInput => ({
  schedule: 'dividends',
  line: `payment_${line}`,
  column,
  input,
})
const earned = (line: string, input: string): CellInput => ({
  schedule: 'earnings_and_profits',
  line,
  column: 'fy_2012',
  input,
})

/** Current earnings of 60, accumulated ones of 70, and two common payments of 100 together. */
const FILLED = withInputs(filingOf(['earnings_and_profits', 'dividend_year', 'dividends'], 2012), [
  earned('taxable_income', '60'),
  earned('accumulated_ep', '70'),
  ...[1, 2].flatMap((at) => [payment(at, 'class', '2'), payment(at, 'seq', `${at}`), payment(at, 'amount', '50')]),
  payment(1, 'paid', '2012-03-31'),
  payment(2, 'declared', '2012-12-10'),
  payment(2, 'record', '2012-12-31'),
  payment(2, 'paid', '2013-01-25'),
])

function text(engine: Engine, ref: CellRef, layer: 'base' | 'scenario' = 'scenario'): string {
  const value = engine.value(ref, layer)
  return value instanceof CellError ? value.code : value === null || !isAmount(value) ? '' : value.toFixed()
}

function rolled(filing: Filing): Filing {
  const next = rollForward(filing, { id: 'next', details: nextDetails(filing, 'year') })
  if (next.kind === 'refused') throw new Error('refused')
  return next.filing
}

const TIMING = payment(2, 'timing', '')
const CLOSING: CellRef = { schedule: 'earnings_and_profits', line: 'closing_accumulated_ep', column: 'fy_2012' }

test('a January dividend is told by its days, and what dividends leave of earnings is carried to the next year', () => {
  const engine = createEngine(FILLED)
  expect(text(engine, TIMING)).toBe('2')
  expect(text(engine, CLOSING)).toBe('30')
  const next = createEngine(rolled(FILLED))
  expect(text(next, { ...CLOSING, line: 'accumulated_ep', column: 'fy_2013' })).toBe('30')
  expect(text(next, { schedule: 'dividend_year', line: 'accumulated_ep', column: 'preferred' })).toBe('30')
  // It was paid in the next year and counted for the year before.
  expect(text(next, payment(1, 'amount', ''))).toBe('50')
  expect(text(next, payment(1, 'timing', ''))).toBe('6')
  expect(text(next, payment(1, 'in_tax_year', ''))).toBe('0')
  expect(text(next, payment(2, 'amount', ''))).toBe('')
})

test('a record date after the payment is an error with its reason, and what was typed stays', () => {
  const bad = withInputs(FILLED, [payment(2, 'record', '2013-01-26')])
  const engine = createEngine(bad)
  expect(text(engine, TIMING)).toBe('#VALUE!')
  expect(JSON.stringify(engine.explain(TIMING))).toContain('The record date is after the payment.')
  expect(text(engine, payment(2, 'amount', ''))).toBe('50')
})

test('a scenario changes the character and leaves the base', () => {
  const engine = createEngine(FILLED, [earned('taxable_income', '0'), earned('accumulated_ep', '0')])
  const returned = payment(1, 'return_of_capital', '')
  expect(text(engine, returned)).toBe('50')
  expect(text(engine, returned, 'base')).toBe('0')
})
