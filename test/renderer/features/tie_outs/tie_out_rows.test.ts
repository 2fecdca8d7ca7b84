/**
 * The light over the tie-outs, what the table lists first, and what its rows say.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { tieOutLight } from '../../../../renderer/features/tie_outs/tie_out_light.ts'
import { countOf, ORDER, rowOf } from '../../../../renderer/features/tie_outs/tie_out_rows.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { TieOutBook, type TieOutCounts } from '../../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'

const NONE: TieOutCounts = {
  pass: 0,
  within_rounding: 0,
  fail: 0,
  changed_by_scenario: 0,
  not_testable: 0,
  flagged: 0,
}

describe('the light', () => {
  test.each<[Partial<TieOutCounts>, string, string]>([
    [{}, 'none', 'Nothing tied out'],
    [{ not_testable: 3 }, 'none', 'Nothing tied out'],
    [{ pass: 110, within_rounding: 3 }, 'pass', '113 tie'],
    [{ pass: 97, changed_by_scenario: 16 }, 'pass', '97 tie, 16 changed by the scenario'],
    [{ pass: 113, flagged: 2 }, 'open', '113 tie, 2 flagged'],
    [{ flagged: 2 }, 'open', '2 flagged'],
    [{ pass: 112, fail: 1 }, 'open', '1 does not tie'],
    [{ pass: 112, fail: 2, flagged: 1 }, 'open', '2 do not tie, 1 flagged'],
  ])('over %o is %s: %s', (counts, tone, text) => {
    expect(tieOutLight({ ...NONE, ...counts })).toEqual({ tone, text })
  })
})

const [filing] = sampleFilings()
const at = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }

function changed() {
  const engine = createEngine(filing!)
  engine.apply([{ ...at, input: '256992' }])
  return { engine, all: tieOuts(filing!, engine) }
}

describe('the table', () => {
  test('lists what needs work first, each verdict in the order of the filing', () => {
    const { engine, all } = changed()
    const book = new TieOutBook(filing!, engine)
    const rows = book.first(ORDER)
    expect(rows).toHaveLength(countOf(book.counts(), ORDER))
    expect(rows).toHaveLength(all.length)
    const places = rows.map(({ status }) => ORDER.indexOf(status))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(rows[0]!.status).toBe('flagged')
    expect(book.first(ORDER, 5)).toEqual(rows.slice(0, 5))
    for (const status of ORDER) {
      expect(book.first([status]).map(({ id }) => id)).toEqual(
        all.filter((one) => one.status === status).map(({ id }) => id),
      )
    }
  })

  test('says of a row what the source prints, the figure now and the difference, and names the cell once', () => {
    const { engine, all } = changed()
    const row = (kind: string, line: string, column: string) => {
      const found = all.find((one) => one.kind === kind && one.line === line && one.column === column)!
      return rowOf(filing!, engine, found)
    }
    expect(row('per_source', 'net_earnings', 'q3_2007')).toEqual({
      line: 'Net loss',
      schedule: 'Comparative earnings',
      column: 'Three Months Ended September 30, 2007',
      source: '(1,191,235)',
      now: '(658,782)',
      difference: '532,453',
      check: 'The source prints (1,191,235), the figures give (658,782); the difference is 532,453.',
    })
    // A level that needs what was not disclosed has no figures.
    expect(row('level', 'closing', 'q3_2007')).toMatchObject({ source: '', now: '', difference: '' })
    expect(row('level', 'closing', 'q3_2007')!.check).toMatch(/^Blank, because/)
  })
})
