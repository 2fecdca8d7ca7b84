/**
 * The names offered for one that does not exist.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../../shared/formula/nearest.ts'
import { runs } from '../calc/choices.ts'

const LINES = ['interest_income', 'interest_expense', 'net_interest_income', 'provision_for_loan_losses', 'other']

test.each<[string, string[]]>([
  ['provision_for_loan_loses', ['provision_for_loan_losses']],
  ['intrest_income', ['interest_income', 'net_interest_income']],
  ['provision', ['provision_for_loan_losses']],
  ['othr', ['other']],
  ['yyyyyyyyzz', []],
  ['', []],
])('%s', (typed, expected) => {
  expect(nearest(typed, LINES)).toEqual(expected)
})

/** Letters put in, taken out or changed, counted plainly. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = a[0] === b[0] ? 0 : 1
  return Math.min(
    plainDistance(a.slice(1), b) + 1,
    plainDistance(a, b.slice(1)) + 1,
    plainDistance(a.slice(1), b.slice(1)) + rest,
  )
}

test('giving up early misses no nearer name, and equally near names keep their order', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '_'), minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(name, fc.uniqueArray(name, { maxLength: 8 }), (typed, ids) => {
      const distance = (id: string): number =>
        typed !== id && typed.length > 2 && id.includes(typed) ? 1 : plainDistance(typed, id)
      const expected = ids
        .filter((id) => distance(id) <= Math.max(2, Math.ceil(Math.min(typed.length, id.length) / 3)))
        .map((id, at) => ({ id, at, distance: distance(id) }))
        .sort((a, b) => a.distance - b.distance || a.at - b.at)
        .slice(0, 3)
        .map(({ id }) => id)
      expect(nearest(typed, ids)).toEqual(expected)
    }),
    runs(1500),
  )
})
