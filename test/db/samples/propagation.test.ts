/**
 * Each edit of the golden truth table, applied to the press release as filed, does what the table says.
 * The flows are spelled out here on purpose: this tests the links of the sample, not the product's way of planning an edit.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import type { CellInput, CellRef } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { golden } from './golden.ts'

const filing = sampleFilings()[0]!

function amount(engine: Engine, name: string, column: string): Decimal {
  const [schedule, line] = name.split('.') as [string, string]
  const value = engine.value({ schedule, line, column })
  if (!Decimal.isDecimal(value)) throw new Error(`${name}@${column} is ${JSON.stringify(value)}`)
  return value
}

/** The inputs that an edit comes to under the switch of design.md section 2. */
function inputsOf(engine: Engine, ref: CellRef, to: string, flow: string): CellInput[] {
  const schedule = filing.schedules.find(({ id }) => id === ref.schedule)!
  const line = schedule.lines.find(({ id }) => id === ref.line)!
  if (flow !== 'books_and_tax') return [{ ...ref, input: to }]
  if ((line.columns ?? line.only ?? []).includes(ref.column)) {
    const [source, id] = line.source!.line.split('.') as [string, string]
    const by = { schedule: source, line: id, column: ref.column }
    const solved = engine.solve({ target: ref, value: new Decimal(to), by })
    if (!Decimal.isDecimal(solved)) throw new Error(JSON.stringify(solved))
    return [{ ...by, input: solved.toFixed() }]
  }
  const start = { ...ref, line: schedule.start! }
  const change = new Decimal(to).minus(amount(engine, `${ref.schedule}.${ref.line}`, ref.column))
  return [
    { ...ref, input: to },
    { ...start, input: amount(engine, `${ref.schedule}.${start.line}`, ref.column).minus(change).toFixed() },
  ]
}

/** The minimum distribution before net operating losses, as the headline has it for the period in focus. */
function minimumDistribution(engine: Engine, column: string): Decimal {
  const { scenario } = headlines({ filing, engine, column }).find(({ id }) => id === 'minimum_distribution')!
  if (!Decimal.isDecimal(scenario)) throw new Error(`the minimum distribution is ${JSON.stringify(scenario)}`)
  return scenario
}

describe.each(golden('propagation'))('$edit ($flow)', (record) => {
  const column = record['column'] || 'q3_2007'
  const engine = createEngine(filing)
  const before: CellInput[] = []
  if (record['edit']!.includes('on top of the first')) {
    before.push({ schedule: 'income', line: 'derivatives_unrealized', column: 'q3_2007', input: '-130347' })
  }
  engine.apply(before)
  if (record['schedule'] !== '') {
    const ref = { schedule: record['schedule']!, line: record['line']!, column }
    engine.apply(inputsOf(engine, ref, record['to']!, record['flow']!))
  }

  test('net earnings, equity and taxable income of the column', () => {
    expect({
      net_earnings: amount(engine, 'reconciliation.net_earnings', column).toFixed(),
      effect_on_equity: amount(engine, 'equity.effect_on_closing', column).toFixed(),
      taxable_income: amount(engine, 'reconciliation.taxable_income', column).toFixed(),
      taxable_income_per_share: amount(engine, 'reconciliation.taxable_income_per_share', column).toFixed(2),
    }).toEqual({
      net_earnings: record['net_earnings'],
      effect_on_equity: record['effect_on_equity'],
      taxable_income: record['taxable_income'],
      taxable_income_per_share: record['taxable_income_per_share'],
    })
  })

  test('the year to date', () => {
    expect({
      taxable_income_ytd: amount(engine, 'reconciliation.taxable_income', 'm9_2007').toFixed(),
      minimum_distribution_ytd: minimumDistribution(engine, column).toFixed(0),
    }).toEqual({
      taxable_income_ytd: record['taxable_income_ytd'],
      minimum_distribution_ytd: record['minimum_distribution_ytd'],
    })
  })

  test('equity at the end of each later quarter moves alike, and no earlier one does', () => {
    const quarters = ['q1_2007', 'q2_2007', 'q3_2007']
    for (const [i, quarter] of quarters.entries()) {
      const expected = i < quarters.indexOf(column) ? '0' : record['effect_on_equity']
      expect([quarter, amount(engine, 'equity.effect_on_closing', quarter).toFixed()]).toEqual([quarter, expected])
    }
  })
})
