/** The contract: every call has its schemas, and what is optional in a scenario may be left out on both sides. */
import { describe, expect, test } from 'vitest'
import { CALLS } from '../../../shared/contract/calls.ts'
import { answerSchema, CONTRACT } from '../../../shared/contract/contract.ts'
import { changeSetSchema } from '../../../shared/model/change_set.ts'
import { storedScenarioSchema } from '../../../shared/model/stored_filing.ts'

const plain = { name: 'Test', description: '', position: 0 }

/** A change set that makes a scenario with this definition. */
function making(after: unknown): unknown {
  const changes = [{ kind: 'scenario', scenario: 'test', before: null, after }]
  return { id: '3f1f2f0a-6f6b-4c83-9f0d-0c9b7a5f2c11', filing: 'plan', title: 'Made', place: null, changes }
}

test('every call has a request and a response, and none is there without a name', () => {
  expect(Object.keys(CONTRACT).sort()).toEqual([...CALLS].sort())
  expect(new Set(CALLS).size).toBe(CALLS.length)
})

test('a failure is an answer to every call', () => {
  const failure = { ok: false, failure: { kind: 'refused', message: 'Not now.' } }
  for (const name of CALLS) expect(answerSchema(name).parse(failure)).toEqual(failure)
})

describe('a scenario', () => {
  test.each([
    ['neither', {}],
    ['the base', { standsOn: null }],
    ['another below', { standsOn: 'base' }],
    ['a lock', { locked: true }],
    ['no lock', { locked: false, standsOn: 'base' }],
  ])('may say %s', (_, more) => {
    expect(changeSetSchema.parse(making({ ...plain, ...more }))).toEqual(making({ ...plain, ...more }))
    const stored = { id: 'test', ...plain, ...more, cells: [] }
    expect(storedScenarioSchema.parse(stored)).toEqual(stored)
  })

  test.each([
    ['a name that is no id', { standsOn: 'Base case' }],
    ['a lock that is no yes or no', { locked: 1 }],
    ['no lock at all', { locked: null }],
    ['more than is known', { color: 'red' }],
  ])('is refused with %s', (_, more) => {
    expect(changeSetSchema.safeParse(making({ ...plain, ...more })).success).toBe(false)
    expect(storedScenarioSchema.safeParse({ id: 'test', ...plain, ...more, cells: [] }).success).toBe(false)
  })
})

test('the log is asked for as before, or of a filing and a cell', () => {
  const { request } = CONTRACT.log
  const cell = { schedule: 'income', line: 'net', column: 'q3' }
  for (const asked of [{ limit: 5 }, { limit: 5, before: 9 }, { limit: 5, filing: 'plan', cell }]) {
    expect(request.parse(asked)).toEqual(asked)
  }
  expect(request.safeParse({ limit: 5, cell: { ...cell, scenario: 'test' } }).success).toBe(false)
})

test('a history is asked for in one layer, in the base, or in all', () => {
  const { request } = CONTRACT.history
  const cell = { filing: 'plan', schedule: 'income', line: 'net', column: 'q3' }
  for (const asked of [cell, { ...cell, scenario: null }, { ...cell, scenario: 'test', before: 3, limit: 1 }]) {
    expect(request.parse(asked)).toEqual(asked)
  }
  const { filing: _filing, ...unplaced } = cell
  expect(request.safeParse(unplaced).success).toBe(false)
})
