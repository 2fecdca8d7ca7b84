/**
 * Liquidity of the sample of 2007: the golden table figure by figure; what the release does not give is blank, says so and can be completed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import { openAmong } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { factOf, findCell, scheduleOf } from '../../../shared/model/lookup.ts'
import type { Row } from '../../golden/golden_table.ts'
import { isSame, shown } from '../../golden/yearly.ts'

const press = sampleFilings()[0]!
const liquidity = scheduleOf(press, 'liquidity')!
const engine = createEngine(press)
const rows = parse(readFileSync(join(import.meta.dirname, '../../golden/reit/liquidity.csv'), 'utf8'), {
  columns: true,
}) as Row[]

/** The table's columns by those of the schedule. */
const COLUMNS: Readonly<Record<string, string>> = {
  year_before: 'at_2006_09_30',
  at_2006_12_31: 'at_2006_12_31',
  at_2007_09_30: 'at_2007_09_30',
  at_2007_12_18: 'at_2007_12_18',
  movement: 'movement',
  lower: 'lower',
  upper: 'upper',
}

const text = (line: string, column: string): string => {
  const ref = { schedule: 'liquidity', line, column }
  return findCell(press, ref) ? shown(engine, press, ref) : ''
}

test('every line of the table stands in its order, with its figures and their origin', () => {
  const own = liquidity.lines.filter(({ kind }) => kind !== 'heading').map(({ id }) => id)
  // The advance rate, what the parts do not explain, what is accrued beyond what is paid, and the signs are the schedule's own.
  expect(
    own.filter((id) => !['advance_rate', 'not_explained', 'accrued_beyond_paid', 'signs'].includes(id)).toSorted(),
  ).toEqual(rows.map(({ line }) => line!).toSorted())
  let figures = 0
  for (const row of rows) {
    for (const [column, heading] of Object.entries(COLUMNS)) {
      const [expected, got] = [row[heading]!, text(row['line']!, column)]
      expect([row['line'], column, got, isSame(expected, got)]).toEqual([row['line'], column, got, true])
      if (expected === '') continue
      figures += 1
      const origin = factOf(liquidity, row['line']!, column)!.origin
      const isBound = column === 'lower' || column === 'upper'
      expect([row['line'], column, origin]).toEqual([row['line'], column, isBound ? 'derived' : row['origin']])
    }
  }
  expect(figures).toBe(32)
})

test('what is not disclosed is blank and can be completed where it is entered; every figure says its origin', () => {
  const completable: string[] = []
  for (const line of liquidity.lines.filter((one) => !isText(one))) {
    for (const column of liquidity.columns.filter((one) => hasCell(line, one))) {
      const fact = factOf(liquidity, line.id, column.id)!
      const isBlank = text(line.id, column.id) === ''
      expect([line.id, column.id, fact.origin === 'not_disclosed']).toEqual([line.id, column.id, isBlank])
      if (fact.completable) completable.push(line.id)
      if (fact.origin === 'derived' || fact.origin === 'assumed') expect(fact.how).toMatch(/\S{3}/)
    }
  }
  expect(completable).toEqual([
    'fundings',
    'repaid_loan_sales',
    'repaid_refinancing',
    'repaid_margin_calls',
    'line_one',
    'line_two',
    'collateral',
    'advance_rate',
    'cash_opening',
    'residual_cash',
    'master_servicing_fees',
    'operating_costs',
    'debt_service',
    'preferred_dividends',
    'margin_calls',
  ])
})

test('as filed nothing of it is open; lines that do not agree are, once they are entered', () => {
  expect(openAmong(tieOuts(press, engine).filter(({ schedule }) => schedule === 'liquidity'))).toEqual({
    status: 0,
    filed: 0,
  })
  const cells = { line_one: '100', line_two: '200' }
  const scenario = createEngine(
    press,
    Object.entries(cells).map(([line, input]) => ({ schedule: 'liquidity', line, column: 'at_2007_12_18', input })),
  )
  const found = tieOuts(press, scenario).find(({ line, kind }) => line === 'lines_agree' && kind === 'proof')!
  expect([found.status, String(found.difference)]).toEqual(['fail', '-37'])
})
