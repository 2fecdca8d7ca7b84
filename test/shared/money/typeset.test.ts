/** Apostrophes as print sets them, and nothing else changed. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { typeset } from '../../../shared/money/typeset.ts'

test.each([
  ["Stockholders' equity", 'Stockholders’ equity'],
  ["the parent's share", 'the parent’s share'],
  ["Stockholders'", 'Stockholders’'],
  ["REIT's, REITs' and l'été's", 'REIT’s, REITs’ and l’été’s'],
  ["the 1990's and the '90s", 'the 1990’s and the ’90s'],
  ["the 'parent only' column", "the 'parent only' column"],
  ["the 'parent's' column", "the 'parent’s' column"],
  [`6' 2" and "as filed"`, `6' 2" and "as filed"`],
  ['Stockholders’ equity', 'Stockholders’ equity'],
  ["'", "'"],
  ['', ''],
])('%j', (typed, shown) => expect(typeset(typed)).toBe(shown))

test('nothing but apostrophes changes, no more the second time, and no length', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("'", 'a', ' ', '1', 's', '"', '(', '’', 'é', '😀')), (signs) => {
      const text = signs.join('')
      const shown = typeset(text)
      expect(shown.replaceAll('’', "'")).toBe(text.replaceAll('’', "'"))
      expect(shown.length).toBe(text.length)
      if (!text.includes("'")) expect(shown).toBe(text)
    }),
  )
})
