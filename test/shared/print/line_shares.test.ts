/**
 * Where the points of a chart stand: shares of amounts, computed exactly.
 */
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../../shared/print/line_shares.ts'
import type { OneWay } from '../../../shared/analysis/sensitivity.ts'
import { Decimal } from '../../../shared/money/decimal.ts'

const REF = { schedule: 's', line: 'l', column: 'c' }
const d = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text))

function table(by: string | null, now: string | null, rows: [string, string | null][]): OneWay {
  return {
    kind: 'one_way',
    by: REF,
    outputs: [REF],
    now: { by: d(by), values: [d(now)] },
    rows: rows.map(([amount, value]) => ({ amount: new Decimal(amount), values: [d(value)] })),
  }
}

describe('a line', () => {
  it('goes over the whole chart, with nil and the point that stands between its ends', () => {
    const line = lineOf(
      table('15', '5', [
        ['10', '10'],
        ['20', '0'],
        ['30', '-10'],
      ]),
      0,
    )!
    expect(line.points).toEqual([
      { x: 0, y: 1 },
      { x: 0.5, y: 0.5 },
      { x: 1, y: 0 },
    ])
    expect(line.zero).toBe(0.5)
    expect(line.now).toEqual({ x: 0.25, y: 0.75 })
  })

  it('runs the way of its range, breaks where there is no amount, and leaves out what lies outside', () => {
    const line = lineOf(
      table('99', '7', [
        ['30', '1'],
        ['20', null],
        ['10', '3'],
      ]),
      0,
    )!
    expect(line.points).toEqual([{ x: 0, y: 0 }, null, { x: 1, y: 1 }])
    expect([line.zero, line.now]).toEqual([null, null])
  })

  it('is not drawn of a figure that does not move', () => {
    expect(
      lineOf(
        table('1', '4', [
          ['1', '4'],
          ['2', '4'],
        ]),
        0,
      ),
    ).toBeUndefined()
    expect(
      lineOf(
        table('1', null, [
          ['1', null],
          ['2', null],
        ]),
        0,
      ),
    ).toBeUndefined()
  })
})
