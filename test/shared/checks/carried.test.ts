/**
 * Figures that a roll carried, held against the filing that they came from as it stands now: in step with both, and marked only by what
 * the class of a correction says.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../db/samples/impac_2007_q3/filing.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { carriedSources, isSameSource, type CarriedSources } from '../../../shared/checks/carried.ts'
import { NOTHING_BESIDE } from '../../../shared/checks/beside.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import type { CorrectionClass } from '../../../shared/model/correction.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { runs } from '../calc/choices.ts'
import { rolled } from '../templates/filing_fixture.ts'

/** With a known opening balance, so that one is carried too. */
const Q3: Filing = {
  ...IMPAC_2007_Q3,
  schedules: IMPAC_2007_Q3.schedules.map((schedule) =>
    schedule.id === 'equity'
      ? {
          ...schedule,
          cells: [...schedule.cells, { schedule: 'equity', line: 'opening', column: 'q1_2007', input: '1000000' }],
        }
      : schedule,
  ),
}
const Q4 = rolled(Q3, 'quarter').filing
const Q1 = rolled(Q4, 'quarter').filing

const INTEREST = { schedule: 'income', line: 'interest_income', column: 'q3_2007' }

function withInput(filing: Filing, { schedule, line, column, input }: CellInput): Filing {
  return {
    ...filing,
    schedules: filing.schedules.map((one) =>
      one.id === schedule
        ? {
            ...one,
            cells: [
              ...one.cells.filter((cell) => cell.line !== line || cell.column !== column),
              { schedule, line, column, input },
            ],
          }
        : one,
    ),
  }
}

function sourcesIn(filing: Filing, ...others: Filing[]): CarriedSources {
  const engines = new Map(others.map((one): [string, Engine] => [one.id, createEngine(one)]))
  return carriedSources(filing, (id) => {
    const found = others.find((one) => one.id === id)
    return found && { filing: found, value: (ref) => engines.get(id)!.value(ref, 'base') }
  })
}

function carried(filing: Filing, sources: CarriedSources, engine = createEngine(filing)): TieOut[] {
  return tieOuts(filing, engine, new Set(), sources).filter(({ kind }) => kind === 'carried')
}

/** The earlier filing, its interest corrected as a class says. */
function corrected(as?: CorrectionClass): Filing {
  const changed = withInput(Q3, { ...INTEREST, input: '313800' })
  return as ? { ...changed, corrections: [{ class: as, reason: 'An error' }] } : changed
}

describe('what was rolled forward', () => {
  test('agrees with where it came from: comparatives, parts of the year to date, openings', () => {
    const all = carried(Q4, sourcesIn(Q4, Q3))
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter(({ status }) => status !== 'pass')).toEqual([])
    const opening = carried(Q1, sourcesIn(Q1, Q4)).find(
      ({ line, column }) => line === 'opening' && column === 'q1_2008',
    )
    expect(opening?.status).toBe('pass')
    expect(new Set(all.map(({ column }) => column))).toContain('q1_2007')
  })

  test('without the earlier filings is held against nothing', () => {
    expect(tieOuts(Q4, createEngine(Q4)).filter(({ kind }) => kind === 'carried')).toEqual([])
  })

  test('is marked where the earlier filing was corrected since, with the difference', () => {
    const found = carried(Q4, sourcesIn(Q4, corrected('error_revised'))).filter(({ status }) => status === 'fail')
    expect(found.map(({ schedule, line, column, differenceText }) => [schedule, line, column, differenceText])).toEqual(
      [['income', 'interest_income', 'q3_2007', '(28)']],
    )
    expect(found[0]!.text).toBe(
      'Interest income, Three Months Ended September 30, 2007: “Third quarter 2007 results” now shows 313,800, 313,772 stands here; the difference is (28).',
    )
  })

  test.each([
    ['error_restated', 1],
    ['error_revised', 1],
    ['recast', 1],
    [undefined, 1],
    ['principle', 0],
    ['estimate', 0],
    ['out_of_period', 0],
  ] as const)('after %s marks %i figure', (as, count) => {
    const all = carried(Q4, sourcesIn(Q4, corrected(as)))
    expect(all.filter(({ status }) => status === 'fail')).toHaveLength(count)
    const interest = all.find(({ line, schedule }) => line === 'interest_income' && schedule === 'income')!
    expect(interest.text.includes('leaves later filings as they are')).toBe(count === 0)
  })

  test('of an opening follows the closing that the correction moves', () => {
    const sources = sourcesIn(
      Q1,
      withInput(Q4, { schedule: 'equity', line: 'common_dividends', column: 'q4_2007', input: '100' }),
    )
    const found = carried(Q1, sources).filter(({ status }) => status === 'fail')
    expect(found.map(({ line, differenceText }) => `${line} ${differenceText}`)).toEqual(['opening 100'])
  })

  test('follows the way that it was carried to its beginning, past a filed filing that stays as it is', () => {
    const fourth = rolled(Q3, 'quarter', 'fourth').filing
    const first = rolled(fourth, 'quarter', 'first').filing
    // The first quarter of 2007 stands in all three.
    const cell = { schedule: 'reconciliation', line: 'actual_loan_losses', column: 'q1_2007' }
    const now = withInput(Q3, { ...cell, input: '-9000' })
    const [found] = carried(first, sourcesIn(first, fourth, now)).filter(({ status }) => status === 'fail')
    expect([found?.line, found?.column, found?.differenceText]).toEqual(['actual_loan_losses', 'q1_2007', '(586)'])
    expect(found?.text).toContain('“Third quarter 2007 results” now shows (9,000)')
    // Where the beginning is gone, the nearest that is there counts.
    expect(carried(first, sourcesIn(first, fourth)).filter(({ status }) => status === 'fail')).toEqual([])
  })

  test('shows a blank that came in its place, in words that say so', () => {
    const blank = {
      ...Q3,
      schedules: Q3.schedules.map((one) => ({
        ...one,
        cells: one.cells.filter(({ line, column }) => line !== 'interest_income' || column !== 'q3_2007'),
      })),
    }
    const [found] = carried(Q4, sourcesIn(Q4, blank)).filter(({ status }) => status === 'fail')
    expect(found?.text).toBe(
      'Interest income, Three Months Ended September 30, 2007: “Third quarter 2007 results” now shows blank, 313,772 stands here.',
    )
  })

  test('stays marked while an error is uncorrected, whatever was corrected after it', () => {
    const twice: Filing = {
      ...corrected('error_restated'),
      corrections: [
        { class: 'error_restated', reason: 'An error' },
        { class: 'principle', reason: 'A new principle' },
      ],
    }
    expect(carried(Q4, sourcesIn(Q4, twice)).filter(({ status }) => status === 'fail')).toHaveLength(1)
  })

  test('changed by a scenario alone is no difference as filed', () => {
    const engine = createEngine(Q4, [{ ...INTEREST, input: '1' }])
    const [found] = carried(Q4, sourcesIn(Q4, Q3), engine).filter(({ status }) => status !== 'pass')
    expect([found?.status, found?.filed]).toEqual(['changed_by_scenario', 'pass'])
  })

  test('from a filing or a line that is gone cannot be tested', () => {
    const gone = carried(Q4, sourcesIn(Q4))
    expect(new Set(gone.map(({ status }) => status))).toEqual(new Set(['not_testable']))
    expect(gone[0]!.text).toContain('the filing that it was carried from is no longer there')
    const without = {
      ...Q3,
      schedules: Q3.schedules.map((one) => ({ ...one, lines: one.lines.filter(({ id }) => id !== 'interest_income') })),
    }
    const [found] = carried(Q4, sourcesIn(Q4, without)).filter(({ status }) => status === 'not_testable')
    expect(found?.text).toContain('no longer shows the figure that was carried')
  })
})

/** Tie-outs as they are told, in any order. */
function told(all: readonly TieOut[]): string[] {
  return all.map(({ id, status, filed, text }) => `${id} ${status} ${filed} ${text}`).toSorted()
}

test('a book kept in step tells what checking afresh does, whatever is edited here or there', () => {
  const lines = ['interest_income', 'interest_expense', 'provision_for_loan_losses']
  const edit = fc.record({
    here: fc.boolean(),
    line: fc.constantFrom(...lines),
    input: fc.constantFrom('1', '313772', '5', ''),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      let [earlier, own] = [Q3, Q4]
      const engine = createEngine(own)
      const book = new TieOutBook(own, engine, { ...NOTHING_BESIDE, carried: sourcesIn(own, earlier) })
      book.advance()
      for (const { here, line, input } of edits) {
        const cell = { ...INTEREST, line, input }
        if (here) {
          engine.apply([cell], 'base')
          own = withInput(own, cell)
        } else earlier = withInput(earlier, cell)
        const sources = sourcesIn(own, earlier)
        book.setBeside({ ...NOTHING_BESIDE, carried: sources })
        expect(told(book.all())).toEqual(told(tieOuts(own, engine, new Set(), sources)))
      }
      book.end()
    }),
    runs(25),
  )
})

test('sources that say the same are known to', () => {
  const [a, b] = [sourcesIn(Q4, Q3), sourcesIn(Q4, corrected())]
  const name = 'income.interest_income@q3_2007'
  expect(isSameSource(a.get(name), sourcesIn(Q4, Q3).get(name))).toBe(true)
  expect(isSameSource(a.get(name), b.get(name))).toBe(false)
  expect(isSameSource(a.get(name), undefined)).toBe(false)
  expect(isSameSource(sourcesIn(Q4).get(name), sourcesIn(Q4).get(name))).toBe(true)
})
