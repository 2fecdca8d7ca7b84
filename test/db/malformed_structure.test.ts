/** Changes of structure that do not hold together are refused in words, and nothing of them is stored. */
import { expect, test } from 'vitest'
import { createWorkbook } from '../../db/workbook.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { Line, Schedule } from '../../shared/model/filing.ts'
import { failure, filings, newPath, options, set } from './workbook_fixture.ts'

const [A, B] = ['a', 'b'].map((id): Line => ({ id, label: id.toUpperCase(), kind: 'input' })) as [Line, Line]

test.each([
  ['two lines of one id', { lines: [A, A] }, /two lines or two columns of one id/],
  ['a figure on no line', { lines: [B] }, /outside its lines and columns/],
])('a schedule with %s is not stored', (_, more, message) => {
  const workbook = createWorkbook(newPath(), filings(), options({ backUpOnOpen: false }))
  const before = workbook.read()
  const definition: Schedule = { ...before.filings[1]!.filing.schedules[0]!, id: 'other', ...more }
  definition.cells = definition.cells.map((cell) => ({ ...cell, schedule: 'other' }))
  const made: Change = { kind: 'schedule', schedule: 'other', before: null, after: { definition, at: 1 } }
  const refusal = failure(() => workbook.commit(set('plan', made)))
  expect(refusal.kind).toBe('refused')
  expect(refusal.message).toMatch(message)
  const nothing: Change = { kind: 'line', schedule: 'income', line: 'a', before: null, after: null }
  expect(failure(() => workbook.commit(set('plan', nothing))).kind).toBe('refused')
  expect(workbook.read()).toEqual(before)
  workbook.close()
})
