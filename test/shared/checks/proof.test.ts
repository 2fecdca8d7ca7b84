/**
 * Proofs: a line that must be nil is a tie-out in each column in which it holds an amount, of the scenario and as filed.
 */
import { expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'

const at = (line: string, input: string): CellInput => ({ schedule: 's', line, column: 'c', input })

function filing(a: string, b: string, proof = true): Filing {
  return {
    id: 'f',
    title: 'F',
    schedules: [
      {
        id: 's',
        columns: [{ id: 'c', label: 'March 31, 2026', kind: 'instant', end: '2026-03-31' }],
        lines: [
          { id: 'a', label: 'A', kind: 'input' },
          { id: 'b', label: 'B', kind: 'input' },
          { id: 'apart', label: 'A less B', kind: 'formula', formula: '= a - b', ...(proof && { proof }) },
        ],
        cells: [at('a', a), at('b', b)],
      },
    ],
  }
}

function found(one: Filing, scenario: CellInput[] = []): string[] {
  return tieOuts(one, createEngine(one, scenario)).flatMap(({ kind, status, filed, differenceText }) =>
    kind === 'proof' ? [`${status} ${filed} ${differenceText}`.trim()] : [],
  )
}

test.each([
  ['10', '10', ['pass pass']],
  ['10', '7', ['fail fail 3']],
  ['7', '10', ['fail fail (3)']],
  ['10.4', '10', ['within_rounding within_rounding 0']],
  ['', '', []],
])('%s less %s', (a, b, expected) => {
  expect(found(filing(a, b))).toEqual(expected)
})

test('a scenario that breaks a proof leaves it as filed', () => {
  expect(found(filing('10', '10'), [at('a', '12')])).toEqual(['fail pass 2'])
})

test('no other line must be nil', () => {
  expect(found(filing('10', '7', false))).toEqual([])
})
