/**
 * Which lines of a schedule are the opening and the closing balance of a rollforward, whatever a controller called them.
 */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../../shared/model/filing.ts'
import { rollforwards } from '../../../../shared/templates/roll/roll_lines.ts'

type Written = [id: string, label: string, formula?: string]

function lines(...written: Written[]): Line[] {
  return written.map(([id, label, formula]) =>
    formula === undefined ? { id, label, kind: 'input' } : { id, label, kind: 'formula', formula },
  )
}

function found(...written: Written[]): string[] {
  return rollforwards({ id: 'own', lines: lines(...written) }).map(
    ({ opening, closing }) => `${opening.id} ${closing.id}`,
  )
}

describe('a rollforward runs', () => {
  test.each([
    [
      'by its ids',
      [
        ['opening', 'A'],
        ['a', 'B'],
        ['closing', 'C', '= opening + a'],
      ],
    ],
    [
      'by longer ids',
      [
        ['beginning_balance', 'A'],
        ['ending_equity', 'C', '= beginning_balance'],
      ],
    ],
    [
      'by ids of one stem',
      [
        ['allowance_opening', 'A'],
        ['closing_allowance', 'C', '= allowance_opening'],
      ],
    ],
    [
      'by labels',
      [
        ['x', 'Balance at beginning of period'],
        ['y', 'Balance at end of period', '= x'],
      ],
    ],
    [
      'by labels with a comma',
      [
        ['x', 'Balance, beginning of year'],
        ['y', 'Balance, end of year', '= x'],
      ],
    ],
    [
      'by labels that end with the word',
      [
        ['x', 'Balance, beginning'],
        ['y', 'Balance, ending', '= x'],
      ],
    ],
    [
      'by short labels',
      [
        ['x', 'Beginning of period'],
        ['y', 'End of period', '= x'],
      ],
    ],
    [
      'by adjectives',
      [
        ['x', 'Beginning allowance'],
        ['y', 'Ending allowance', '= x'],
      ],
    ],
    [
      'by what is carried',
      [
        ['x', 'Balance brought forward'],
        ['y', 'Balance carried forward', '= x'],
      ],
    ],
    [
      'by dates alone',
      [
        ['x', 'Fair value at June 30, 2026'],
        ['y', 'Fair value at September 30, 2026', '= x'],
      ],
    ],
    [
      'within a sum',
      [
        ['x', 'Opening balance'],
        ['b', 'B'],
        ['y', 'Closing balance', '= sum(x..b)'],
      ],
    ],
    [
      'with needs',
      [
        ['x', 'Opening balance'],
        ['b', 'B'],
        ['y', 'Closing balance', '= needs(x, x + b)'],
      ],
    ],
    [
      'through a subtotal',
      [
        ['x', 'Opening balance'],
        ['s', 'Restated', '= x'],
        ['y', 'Closing balance', '= s + 1'],
      ],
    ],
    [
      'by the schedule named',
      [
        ['x', 'Opening balance'],
        ['y', 'Closing balance', '= own.x'],
      ],
    ],
  ] as [string, Written[]][])('%s', (_, written) => {
    expect(found(...written)).toEqual([`${written[0]![0]} ${written.at(-1)![0]}`])
  })

  test('several times in one schedule, each opening with the closing that reads it', () => {
    expect(
      found(
        ['loans_opening', 'Balance, beginning of period'],
        ['charge_offs', 'Charge-offs'],
        ['loans_closing', 'Balance, end of period', '= sum(loans_opening..charge_offs)'],
        ['reo', 'Balance, beginning of period'],
        ['reo_end', 'Balance, end of period', '= reo'],
      ),
    ).toEqual(['loans_opening loans_closing', 'reo reo_end'])
  })
})

describe('no rollforward', () => {
  test.each([
    [
      'where the opening balance stands among other things',
      [
        ['x', 'Opening equity and all other movements'],
        ['closing', 'C', '= x'],
      ],
    ],
    [
      'where nothing reads the opening line',
      [
        ['opening', 'A'],
        ['closing', 'C', '= other'],
      ],
    ],
    [
      'where another column of it is read',
      [
        ['opening', 'A'],
        ['closing', 'C', '= opening@q1_2026'],
      ],
    ],
    [
      'where another schedule is read',
      [
        ['opening', 'A'],
        ['closing', 'C', '= other.opening'],
      ],
    ],
    [
      'in lines that read one another',
      [
        ['a', 'Opening'],
        ['b', 'B', '= c'],
        ['c', 'C', '= b'],
      ],
    ],
    [
      'between two totals',
      [
        ['a', 'A'],
        ['total', 'Total', '= a'],
      ],
    ],
    [
      'between a date and nothing else',
      [
        ['a', 'June 30, 2026'],
        ['b', 'September 30, 2026', '= a'],
      ],
    ],
  ] as [string, Written[]][])('%s', (_, written) => {
    expect(found(...written)).toEqual([])
  })
})
