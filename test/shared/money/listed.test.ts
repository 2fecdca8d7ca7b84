/** Words in a row, as a sentence has them. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listed, listedOr } from '../../../shared/money/listed.ts'

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a and b', 'a or b'],
  [['a', 'b', 'c'], 'a, b and c', 'a, b or c'],
  [['a, b', 'c and d', '4 more'], 'a, b, c and d and 4 more', 'a, b, c and d or 4 more'],
])('%j', (words, and, or) => {
  expect(listed(words)).toBe(and)
  expect(listedOr(words)).toBe(or)
})

test('what is listed stands in it as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (words) => {
      expect(listed(words)).toBe(`${words.slice(0, -1).join(', ')} and ${words.at(-1)}`)
    }),
  )
})
