/**
 * The geometry of a selection, and what the status bar says of it.
 */
import { describe, expect, test } from 'vitest'
import { blockOf, leap, type Area, type Sight } from '../../../renderer/range/range.ts'
import { summarize } from '../../../renderer/range/summary.ts'
import { cell, fresh, input, release } from '../../shared/analysis/sample_edits.ts'

const all = ['a', 'b', 'b1', 'b2', 'c']
const columns = ['p', 'q', 'r']
const sight: Sight = { all, lines: all, columns }

const at = (text: string) => ({ line: text.slice(0, -1), column: text.at(-1)! })

function area(from: string, to: string): Area {
  return { anchor: at(from), head: at(to) }
}

describe('an area', () => {
  test('lies between its corners, whichever way it was drawn', () => {
    const block = { top: 1, bottom: 4, left: 0, right: 2 }
    for (const [from, to] of [
      ['bp', 'cr'],
      ['cr', 'bp'],
      ['br', 'cp'],
    ] as const)
      expect(blockOf(area(from, to), sight)).toEqual(block)
  })

  test('holds what is in sight between ends that are folded away', () => {
    const folded = { ...sight, lines: ['a', 'b', 'c'] }
    expect(blockOf(area('ap', 'b2p'), folded)).toEqual({ top: 0, bottom: 1, left: 0, right: 0 })
    expect(blockOf(area('b1p', 'b2p'), folded)).toBeUndefined()
    expect(blockOf(area('xp', 'ap'), folded)).toBeUndefined()
  })
})

const filled = (text: string) => (at: number) => text[at] === 'x'

describe('a leap', () => {
  test.each([
    ['xxx..x', 0, 1, 2],
    ['xxx..x', 2, 1, 5],
    ['xxx..x', 5, -1, 2],
    ['xxx..x', 3, -1, 2],
    ['xx....', 1, 1, 5],
    ['x.....', 0, -1, 0],
    ['......', 5, 1, 5],
  ] as const)('in %s from %d by %d ends at %d', (text, from, by, to) => {
    expect(leap(from, text.length, by, filled(text))).toBe(to)
  })
})

const quarters = (line: string) => ['q3_2007', 'q2_2007'].map((column) => `reconciliation.${line}@${column}`)

/** The summary of cells of one schedule. */
function of(names: string[], ...edits: ReturnType<typeof input>[]) {
  const engine = fresh(release, edits)
  const cells = names.map(cell)
  const schedule = release.schedules.find(({ id }) => id === cells[0]!.schedule)!
  return summarize(schedule, cells, (ref) => engine.value(ref))
}

describe('the summary', () => {
  test('is exact and rounded once', () => {
    const cells = ['income.interest_income@q3_2007', 'income.interest_expense@q3_2007', 'income.reo_provision@q3_2007']
    const edits = ['0.1', '0.2', '0.4'].map((text, at) => input(cells[at]!, text))
    expect(of(cells, ...edits)).toEqual({ cells: 3, count: 3, sum: '1', average: '0', why: null })
    expect(of(cells.slice(0, 2))).toMatchObject({ sum: '615,846', average: '307,923' })
  })

  test('passes over blanks, and says nothing of a sum where one figure stands alone', () => {
    const cells = ['income.interest_income@q3_2007', 'income.interest_expense@q3_2007']
    expect(of(cells, input(cells[1]!, ''))).toEqual({ cells: 2, count: 1, sum: null, average: null, why: null })
  })

  test('never sums per-share figures, shares or percentages, nor these with amounts', () => {
    const perShare = release.schedules
      .find(({ id }) => id === 'reconciliation')!
      .lines.find((one) => one.format === 'per_share')!
    expect(of(quarters(perShare.id))).toMatchObject({ count: 2, sum: null, why: 'Per-share figures are not summed' })
    expect(of(['income.interest_income@percent', 'income.interest_expense@percent'])).toMatchObject({
      sum: null,
      why: 'Percentages are not summed',
    })
    expect(of(['income.interest_income@q3_2007', 'income.interest_income@percent'])).toMatchObject({
      count: 2,
      sum: null,
      why: 'Figures of different kinds are not summed',
    })
  })
})
