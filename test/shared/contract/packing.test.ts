/** An answer of very many changes arrives as it was sent, however it travelled, and nothing arrives that is not of the contract. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerInSteps, answerSchema } from '../../../shared/contract/contract.ts'
import { packed, STRETCH } from '../../../shared/contract/packing.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import { MOST_CHANGES } from '../../../shared/model/most_changes.ts'
import { atOnce } from '../../../shared/model/steps.ts'

const ID = '3f1f2f0a-6f6b-4c83-9f0d-0c9b7a5f2c11'

function answer(changes: readonly Change[]): unknown {
  const changeSet = { id: ID, filing: 'plan', title: 'Pasted', place: null, changes }
  return { ok: true, value: { number: 3, undo: null, redo: { number: 2, title: 'Pasted' }, changeSet, reverses: 2 } }
}

function sent(given: unknown): unknown {
  return JSON.parse(JSON.stringify(packed(given)))
}

function cell(n: number, more: object = {}): Change {
  return {
    kind: 'cell',
    schedule: 'income',
    line: `item_${n % 700}`,
    column: `q${n % 3}`,
    scenario: null,
    before: n % 5 === 0 ? null : `${n}`,
    after: `${n + 1}`,
    ...more,
  }
}

const label: Change = {
  kind: 'line',
  schedule: 'income',
  line: 'net',
  before: { definition: { id: 'net', label: 'Net', kind: 'input' }, at: 4 },
  after: { definition: { id: 'net', label: 'Net loss', kind: 'input' }, at: 4 },
}

const change = fc.oneof(
  { weight: 8, arbitrary: fc.nat(5_000).map((n) => cell(n)) },
  fc.nat(5_000).map((n) => cell(n, { scenario: 'low' })),
  fc.nat(5_000).map((n) => cell(n, { schedule: 'equity', after: null })),
  fc.nat(5_000).map((n) => cell(n, { source: 'Form 10-K' })),
  fc.constant(label),
)

test('every answer arrives as it was sent', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(60), (some, times) => {
      const changes = Array.from({ length: times }, () => some).flat()
      const given = answer(changes.length === 0 ? some : changes)
      expect(atOnce(answerInSteps('undo', sent(given)))).toEqual(given)
      expect(answerSchema('undo').parse(given)).toEqual(given)
    }),
    { numRuns: 40 },
  )
})

test('very many cells travel in a third of the text, and few as they are', () => {
  const given = answer(Array.from({ length: 20_000 }, (_, n) => cell(n)))
  expect(JSON.stringify(packed(given)).length).toBeLessThan(JSON.stringify(given).length / 3)
  const few = answer(Array.from({ length: STRETCH }, (_, n) => cell(n)))
  expect(packed(few)).toBe(few)
  const failure = { ok: false, failure: { kind: 'refused', message: 'Not now.' } }
  expect(packed(failure)).toBe(failure)
})

const BEYOND = STRETCH + 1

test.each<[string, string, (pack: Record<string, unknown[]>) => void]>([
  ['undo', 'a place past the list', ({ at }) => at!.splice(-1, 1, 9_999)],
  ['undo', 'a place that is no number', ({ at }) => at!.splice(-1, 1, 'length')],
  ['undo', 'a place too few', ({ at }) => at!.pop()],
  ['undo', 'an input too many', ({ before }) => before!.push('1')],
  ['undo', 'an input that is a number', ({ after }) => after!.splice(600, 1, 1)],
  ['undo', 'half of a character', ({ after }) => after!.splice(7, 1, '\uD83D')],
  ['undo', 'a name that is no id', ({ lines }) => lines!.splice(0, 1, 'Net loss')],
  ['undo', 'another field', (pack) => Object.assign(pack, { source: [] })],
  ['undo', 'no cells', (pack) => Object.assign(pack, { at: [], before: [], after: [] })],
  ['load', 'an answer to another call', () => {}],
])('no answer to %s is one with %s', (name, _, spoil) => {
  const given = sent(answer(Array.from({ length: BEYOND + 200 }, (_, n) => cell(n)))) as {
    value: { changeSet: { packed: [Record<string, unknown[]>] } }
  }
  spoil(given.value.changeSet.packed[0])
  expect(atOnce(answerInSteps(name as 'undo', given))).toBeUndefined()
})

test('an answer of more changes than there may be is none', () => {
  const given = sent(answer(Array.from({ length: MOST_CHANGES + 1 }, (_, n) => cell(n))))
  expect(atOnce(answerInSteps('undo', given))).toBeUndefined()
})

test('a change among packed ones is checked', () => {
  const given = sent(answer([...Array.from({ length: BEYOND }, (_, n) => cell(n)), label])) as {
    value: { changeSet: { packed: unknown[] } }
  }
  expect(atOnce(answerInSteps('undo', given))).toBeDefined()
  given.value.changeSet.packed.push({ ...label, line: 7 })
  expect(atOnce(answerInSteps('undo', given))).toBeUndefined()
})
