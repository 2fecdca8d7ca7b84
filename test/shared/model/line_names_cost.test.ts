/**
 * Naming lines costs what is named: one name in a long list does not make all, and all are not made one by one.
 */
import { expect, test } from 'vitest'
import type { Line } from '../../../shared/model/filing.ts'
import { lineName } from '../../../shared/model/lookup.ts'
import { lineNames } from '../../../shared/model/names.ts'

const LINES = 400

/** Lines that count how often their labels are read. */
function counted(): { lines: Line[]; reads: () => number } {
  let reads = 0
  const lines = Array.from({ length: LINES }, (_, n): Line => ({
    id: `l${n}`,
    kind: 'input',
    get label() {
      reads++
      return n % 50 === 0 ? 'Other' : `Line ${n}`
    },
  }))
  return { lines, reads: () => reads }
}

test('the names of all lines asked for one by one cost as much as all at once, but for a few', () => {
  const { lines, reads } = counted()
  const made = lineNames(lines)
  const atOnce = reads()
  const named = lines.map((line) => lineName({ schedule: { lines }, line }))
  expect(named).toEqual(lines.map((line) => made.get(line)))
  expect(reads() - atOnce).toBeLessThan(3 * atOnce)
})

test('a first name is the one that it has among all', () => {
  for (const at of [0, 1, 50, 399]) {
    const { lines } = counted()
    const line = lines[at]!
    expect(lineName({ schedule: { lines }, line })).toBe(lineNames(lines).get(line))
  }
})
