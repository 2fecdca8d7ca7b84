/**
 * The text that pointing writes: shortest that means the cell, ranges of one parent, nothing where there is no figure.
 */
import { expect, test } from 'vitest'
import { pointedText, type Spot } from '../../../../renderer/features/entering/pointed.ts'
import { formulaFault } from '../../../../shared/calc/formula_faults.ts'
import type { Opening } from '../../../../shared/formula/completion.ts'
import type { Filing, Line, Schedule } from '../../../../shared/model/filing.ts'

const line = (id: string, more: Partial<Line> = {}): Line => ({ id, label: id, kind: 'input', ...more })

const SCHEDULE: Schedule = {
  id: 's',
  columns: ['q3', 'q2', 'q1'].map((id) => ({ id, label: id, kind: 'duration' })),
  lines: [
    line('head', { kind: 'heading' }),
    line('income'),
    line('fees', { parent: 'income' }),
    line('rents', { parent: 'income' }),
    line('costs'),
    line('wages', { parent: 'costs' }),
    line('note', { kind: 'text' }),
    line('confined', { only: ['q3'] }),
    line('result'),
  ],
  cells: [],
}
const OWN = { schedule: 's', line: 'result', column: 'q3' }
const FILING: Filing = { id: 'f', title: 'F', schedules: [SCHEDULE] }

const spot = (name: string): Spot => {
  const [id, column] = name.split('@')
  return { ...(id && { line: id }), ...(column && { column }) }
}

function pointed(anchor: string, head = anchor, ranges = true, opening: Opening = 'reference'): string | undefined {
  return pointedText(SCHEDULE, OWN, opening, { anchor: spot(anchor), head: spot(head), ranges })
}

test.each<[string, string, string | undefined]>([
  ['income@q3', 'income@q3', 'income'],
  ['result@q2', 'result@q2', '@q2'],
  ['income@q2', 'income@q2', 'income@q2'],
  ['result@q3', 'result@q3', undefined],
  ['head@q3', 'head@q3', undefined],
  ['note@q3', 'note@q3', undefined],
  ['confined@q3', 'confined@q3', 'confined'],
  ['confined@q2', 'confined@q2', undefined],
  ['income', 'income', 'income'],
  ['@q1', '@q1', '@q1'],
  ['income@q3', 'costs@q3', 'income..costs'],
  ['costs@q2', 'income@q2', 'income..costs@q2'],
  ['income@q2', 'costs@q1', 'income..costs@q2, income..costs@q1'],
  ['costs@q2', 'income@q3', 'income..costs, income..costs@q2'],
  ['income@q3', 'rents@q2', 'income@q3..@q2'],
  ['fees@q3', 'rents@q3', 'fees..rents'],
  ['fees@q3', 'costs@q3', 'income..costs'],
  ['fees@q3', 'wages@q3', 'income..costs'],
  ['income@q3', 'rents@q3', 'income'],
  ['result@q1', 'result@q2', '@q2..@q1'],
  ['income@q2', 'income@q1', 'income@q2..@q1'],
  ['income', 'costs', 'income..costs'],
  ['@q2', '@q1', '@q2..@q1'],
])('from %s to %s: %s', (anchor, head, expected) => {
  const text = pointed(anchor, head)
  expect(text).toBe(expected)
  if (text !== undefined) expect(formulaFault(FILING, OWN, `= sum(${text})`)).toBeUndefined()
})

test('several cells where no range may stand are summed', () => {
  expect(pointed('income@q3', 'costs@q3', false)).toBe('sum(income..costs)')
  expect(pointed('income@q3', 'income@q3', false)).toBe('income')
  expect(pointed('income@q3', 'costs@q2', false)).toBe('sum(income..costs, income..costs@q2)')
})

test.each<[string, string, string | undefined]>([
  ['income@q3', 'income@q3', 'other.income'],
  ['result@q3', 'result@q3', 'other.result'],
  ['income@q1', 'income@q1', 'other.income@q1'],
  ['income@q3', 'costs@q3', 'other.income..costs'],
  ['income@q2', 'costs@q2', 'other.income..costs@q2'],
  ['income@q3', 'income@q1', 'other.income@q3..@q1'],
  ['income', 'income', 'other.income'],
  ['head@q3', 'head@q3', undefined],
])('in another schedule, from %s to %s: %s', (anchor, head, expected) => {
  const other = { ...SCHEDULE, id: 'other' }
  const text = pointedText(other, OWN, 'reference', { anchor: spot(anchor), head: spot(head), ranges: true })
  expect(text).toBe(expected)
  const both = { ...FILING, schedules: [SCHEDULE, other] }
  if (text !== undefined) expect(formulaFault(both, OWN, `= sum(${text})`)).toBeUndefined()
})

test('what is begun is completed', () => {
  expect(pointed('income@q2', 'income@q2', false, 'column')).toBe('q2')
  expect(pointed('income@q2', 'income@q2', true, 'last_column')).toBe('@q2')
  expect(pointed('costs@q2', 'costs@q2', true, 'last_line')).toBe('costs')
})
