/**
 * What the status bar says of selected figures: the sum with every decimal, the average exact or marked as rounded.
 */
import { expect, test } from 'vitest'
import { summarize } from '../../../../renderer/session/selection/summary.ts'
import type { Line } from '../../../../shared/model/filing.ts'
import { Decimal } from '../../../../shared/money/decimal.ts'

const COLUMN = { id: 'q3', label: 'Q3', kind: 'duration' } as const

function told(amounts: readonly string[], decimals?: number): [string | null, string | null] {
  const lines = amounts.map((_, at): Line => ({
    id: `l${at}`,
    label: `Line ${at}`,
    kind: 'input',
    ...(decimals !== undefined && { decimals }),
  }))
  const ids = lines.map(({ id }) => id)
  const { sum, average } = summarize({
    schedule: { id: 's', lines, columns: [COLUMN] },
    sight: { all: ids, lines: ids, columns: ['q3'] },
    blocks: [{ top: 0, bottom: amounts.length - 1, left: 0, right: 0 }],
    valueOf: ({ line }) => new Decimal(amounts[ids.indexOf(line)]!),
  })
  return [sum, average]
}

test.each<[string[], string, string]>([
  [['1', '2', '3', '4.5'], '10.5', '2.625'],
  [['309301', '309302', '309302', '309302'], '1,237,207', '309,301.75'],
  [['1', '1', '2'], '4', '\u2248 1.3333'],
  [['-1', '-1', '-3'], '(5)', '\u2248 (1.6667)'],
  [['0.00000000000000000001', '1'], '1.00000000000000000001', '\u2248 0.5000'],
  [['5', '-5'], '–', '–'],
  [['2', '4'], '6', '3'],
  // Three thirds of 100 less 100.
  [['33.33333333333333333333', '33.33333333333333333333', '33.33333333333333333333', '-100'], '–', '–'],
])('%j: sum %s, average %s', (amounts, sum, average) => {
  expect(told(amounts)).toEqual([sum, average])
})

test('decimals of the lines stand at least', () => {
  expect(told(['1', '2', '3'], 2)).toEqual(['6.00', '2.00'])
})
