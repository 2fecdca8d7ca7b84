/**
 * The geometry of a selection, and what the status bar says of it.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blockOf,
  fillTarget,
  isWithin,
  leap,
  linedUp,
  sizeOf,
  spotsOf,
  walked,
  type Area,
  type Block,
  type Sight,
} from '../../../../renderer/session/selection/range.ts'
import { summarize, summing } from '../../../../renderer/session/selection/summary.ts'
import { runs } from '../../../shared/calc/choices.ts'
import { cell, fresh, input, release } from '../../../shared/analysis/sample_edits.ts'

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

describe('a walk through blocks', () => {
  const block = { top: 1, bottom: 2, left: 4, right: 6 }

  test('goes line by line or column by column, and round', () => {
    const walk = (along: 'lines' | 'columns', by: 1 | -1, row: number, column: number): string => {
      const to = walked([block], { row, column }, along, by)!
      return `${to.row},${to.column}`
    }
    expect(walk('lines', 1, 1, 6)).toBe('2,4')
    expect(walk('columns', 1, 2, 4)).toBe('1,5')
    expect(walk('lines', 1, 2, 6)).toBe('1,4')
    expect(walk('columns', -1, 1, 4)).toBe('2,6')
    expect(walked([block], { row: 0, column: 4 }, 'lines', 1)).toBeUndefined()
  })

  test('visits every cell once before it comes back, and the other way undoes each step', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom('lines' as const, 'columns' as const), (given, along) => {
        const spots = [...spotsOf(given)].map(({ row, column }) => `${row},${column}`)
        let at = { row: given[0]!.top, column: given[0]!.left }
        const visited: string[] = []
        for (let count = 0; count < spots.length; count += 1) {
          visited.push(`${at.row},${at.column}`)
          const next = walked(given, at, along, 1)!
          expect(walked(given, next, along, -1)).toEqual(at)
          at = next
        }
        expect(at).toEqual({ row: given[0]!.top, column: given[0]!.left })
        expect(visited.toSorted()).toEqual(spots.toSorted())
        if (along === 'lines') expect(visited).toEqual(spots)
      }),
      runs(200),
    )
  })
})

/** Blocks within a small grid. */
const blocks = fc.array(fc.tuple(...[0, 1, 2, 3].map(() => fc.nat(7))), { minLength: 1, maxLength: 4 }).map((all) =>
  all.map(([a, b, c, d]): Block => ({
    top: Math.min(a!, b!),
    bottom: Math.max(a!, b!),
    left: Math.min(c!, d!),
    right: Math.max(c!, d!),
  })),
)

function names(spots: Iterable<{ row: number; column: number }>): string[] {
  return [...spots].map(({ row, column }) => `${row} ${column}`)
}

/** Three cells of one column. */
function column(left: number): Block {
  return { top: 1, bottom: 3, left, right: left }
}

describe('several areas', () => {
  test('hold each of their cells once', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const found = names(spotsOf(all))
        const expected = new Set(all.flatMap((block) => names(spotsOf([block]))))
        expect(found.length).toBe(expected.size)
        expect(new Set(found)).toEqual(expected)
        expect(all.reduce((sum, block) => sum + sizeOf(block), 0)).toBeGreaterThanOrEqual(found.length)
      }),
      runs(100),
    )
  })

  test('line up exactly where their lines and columns make a block without holes', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const lined = linedUp(all)
        const [rows, across] = [new Set<string>(), new Set<string>()]
        const cells = names(spotsOf(all))
        for (const name of cells) {
          rows.add(name.split(' ')[0]!)
          across.add(name.split(' ')[1]!)
        }
        expect(lined !== undefined).toBe(rows.size * across.size === cells.length)
        if (lined) expect([lined.rows.length, lined.columns.length]).toEqual([rows.size, across.size])
      }),
      runs(200),
    )
    expect(linedUp([column(4), column(1)])).toEqual({ rows: [1, 2, 3], columns: [1, 4] })
    expect(linedUp([column(4), { ...column(1), bottom: 2 }])).toBeUndefined()
  })
})

describe('a fill', () => {
  const from: Block = { top: 2, bottom: 3, left: 2, right: 2 }
  test.each([
    [5, 3, { way: 'down', to: { top: 4, bottom: 5, left: 2, right: 2 } }],
    [0, 1, { way: 'up', to: { top: 0, bottom: 1, left: 2, right: 2 } }],
    [3, 6, { way: 'right', to: { top: 2, bottom: 3, left: 3, right: 6 } }],
    [2, 0, { way: 'left', to: { top: 2, bottom: 3, left: 0, right: 1 } }],
    [2, 2, undefined],
  ] as const)('drawn to line %d, column %d', (row, column, target) => {
    expect(fillTarget(from, row, column)).toEqual(target)
  })

  test('leads beyond the block and never into it', () => {
    fc.assert(
      fc.property(blocks, fc.nat(7), fc.nat(7), ([block], row, column) => {
        const target = fillTarget(block!, row, column)
        expect(target === undefined).toBe(isWithin(block!, row, column))
        if (target) {
          const inside = [...spotsOf([target.to])].some((spot) => isWithin(block!, spot.row, spot.column))
          expect(inside).toBe(false)
        }
      }),
      runs(200),
    )
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
  const sight = { all: [], lines: schedule.lines.map(({ id }) => id), columns: schedule.columns.map(({ id }) => id) }
  const blocks = cells.map(({ line, column }) => {
    const [row, at] = [sight.lines.indexOf(line), sight.columns.indexOf(column)]
    return { top: row, bottom: row, left: at, right: at }
  })
  return summarize({ schedule, sight, blocks, valueOf: (ref) => engine.value(ref) })
}

describe('the summary', () => {
  test('is exact, and an average that does not end is marked', () => {
    const cells = ['income.interest_income@q3_2007', 'income.interest_expense@q3_2007', 'income.reo_provision@q3_2007']
    const edits = ['0.1', '0.2', '0.4'].map((text, at) => input(cells[at]!, text))
    expect(of(cells, ...edits)).toEqual({ cells: 3, count: 3, sum: '0.7', average: '\u2248 0.2333', why: null })
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

  test('in parts is the same as at once', () => {
    const schedule = release.schedules.find(({ id }) => id === 'income')!
    const engine = fresh(release, [])
    const sight = { all: [], lines: schedule.lines.map(({ id }) => id), columns: ['q3_2007', 'q2_2007'] }
    const summed = {
      schedule,
      sight,
      blocks: [
        { top: 0, bottom: 12, left: 0, right: 1 },
        { top: 4, bottom: 15, left: 1, right: 1 },
      ],
      valueOf: (ref: Parameters<typeof engine.value>[0]) => engine.value(ref),
    }
    for (const most of [1, 7, 1000]) {
      const parts = summing(summed, most)
      let next = parts.next()
      let steps = 0
      for (; !next.done; next = parts.next()) steps += 1
      expect(next.value).toEqual(summarize(summed))
      expect(steps > 0).toBe(most < 29)
    }
  })
})
