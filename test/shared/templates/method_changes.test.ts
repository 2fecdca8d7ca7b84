/**
 * Changes of tax accounting method: positive adjustments over four years, negative ones at once, another period where one is chosen; parts always add; the entries
 * stay through rolls and the part of the year moves on.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { figure, rolled } from './filing_fixture.ts'

const YEAR = newFiling({
  id: 'year',
  details: {
    title: 'Annual report 2007',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-K',
    periodEnd: '2007-12-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: false,
  },
  covers: 'year',
  against: 'before',
  schedules: ['reconciliation', 'method_changes'],
})

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const of = (id: string) => cells.filter(({ schedule }) => schedule === id)
  return { ...filing, schedules: filing.schedules.map((one) => ({ ...one, cells: [...one.cells, ...of(one.id)] })) }
}

function parts(filing: Filing, line: string): string[] {
  const engine = createEngine(filing)
  return ['taken_before', 'of_year', 'remaining'].map((column) =>
    figure(engine, { schedule: 'method_changes', line, column }),
  )
}

/** What of the changes enters the reconciliation. */
function part(filing: Filing, column: string): string {
  return figure(createEngine(filing), readCellName(`reconciliation.method_change@${column}`)!)
}

const FILLED = entered(YEAR, {
  'method_changes.change_1@year_of_change': '2007-12-31',
  'method_changes.change_1@adjustment': '8000',
  'method_changes.change_2@year_of_change': '2007-12-31',
  'method_changes.change_2@adjustment': '-1500',
  'method_changes.change_3@year_of_change': '2007-12-31',
  'method_changes.change_3@adjustment': '400',
  'method_changes.change_3@spread': '1',
})

test('the part of the year enters the reconciliation; what remains follows in later years', () => {
  expect(parts(FILLED, 'change_1')).toEqual(['0', '2000', '6000'])
  expect(parts(FILLED, 'change_2')).toEqual(['0', '-1500', '0'])
  expect(parts(FILLED, 'change_3')).toEqual(['0', '400', '0'])
  expect(parts(FILLED, 'change_4')).toEqual(['', '', ''])
  expect(part(FILLED, 'fy_2007')).toBe('900')
  const second = rolled(FILLED, 'year', 'second').filing
  expect([parts(second, 'change_1'), parts(second, 'change_2')]).toEqual([
    ['2000', '2000', '4000'],
    ['-1500', '0', '0'],
  ])
  expect([part(second, 'fy_2008'), part(second, 'fy_2007')]).toEqual(['2000', '900'])
  const quarter = rolled(second, 'quarter', 'quarter').filing
  expect(parts(quarter, 'change_1')).toEqual(['4000', '2000', '2000'])
})

test('the parts of every year add to the adjustment, and nothing is taken up twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -900_000, max: 900_000 }),
      fc.constantFrom('', '1', '2'),
      fc.integer({ min: 2000, max: 2012 }),
      (amount, spread, year) => {
        const filing = entered(YEAR, {
          'method_changes.change_1@year_of_change': `${year}-12-31`,
          'method_changes.change_1@adjustment': String(amount),
          ...(spread !== '' && { 'method_changes.change_1@spread': spread }),
        })
        const figures = parts(filing, 'change_1')
        const sum = figures.reduce((total, one) => total.plus(one), new Decimal(0))
        expect(sum.toFixed()).toBe(String(amount))
        // A change of a later year has entered nothing yet.
        if (year > 2007) expect(figures.slice(0, 2).map(Number)).toEqual([0, 0])
        for (const one of figures) expect(Number(one) * Math.sign(amount)).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 60 },
  )
})
