/**
 * A filed filing that no longer comes to what its version keeps is told cell by cell, and one that does is not.
 */
import { expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../db/samples/impac_2007_q3/filing.ts'
import { keptFigures, recomputedOtherwise } from '../../../shared/analysis/kept_figures.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { NOTHING_BESIDE } from '../../../shared/checks/beside.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import type { KeptFigures } from '../../../shared/model/version.ts'

/** The version with another text kept of the net loss. */
function altered(to: string | null): KeptFigures {
  const kept = keptFigures(IMPAC_2007_Q3)
  const income = IMPAC_2007_Q3.schedules.find(({ id }) => id === 'income')!
  const at = income.lines.findIndex(({ id }) => id === 'net_earnings')
  const rows = kept.values['income']!.map((row, index) => (index === at ? [to, ...row.slice(1)] : row))
  return { ...kept, values: { ...kept.values, income: rows } }
}

const CELL = 'income.net_earnings@q3_2007'

test('a version recomputes to what it keeps', () => {
  expect(recomputedOtherwise(keptFigures(IMPAC_2007_Q3))).toEqual([])
})

test.each([
  ['-1191234', '-1191234'],
  [null, ''],
  ['-0', '-0'],
  ['#DIV/0!', '#DIV/0!'],
])('one that keeps %j of a cell is told with it', (to, kept) => {
  expect(recomputedOtherwise(altered(to))).toEqual([{ cell: CELL, kept }])
})

test('it is a tie-out that fails at the cell, for as long as it is so', () => {
  const engine = createEngine(IMPAC_2007_Q3)
  const book = new TieOutBook(IMPAC_2007_Q3, engine)
  book.advance()
  const apart = (): TieOut[] => book.allOpen().filter(({ kind }) => kind === 'version')
  expect(apart()).toEqual([])
  book.setBeside({ ...NOTHING_BESIDE, kept: new Map([[CELL, '-1191234']]) })
  expect(apart().map(({ id, status, filed, text }) => [id, status, filed, text])).toEqual([
    [
      `version:${CELL}`,
      'fail',
      'fail',
      'Net loss, Three Months Ended September 30, 2007: filed as (1,191,234); what was entered then comes to another figure today, now (1,191,235).',
    ],
  ])
  book.setBeside(NOTHING_BESIDE)
  expect(apart()).toEqual([])
  book.end()
})
