/** A name set into a sentence turns nothing round beyond itself, and an ordinary one stays as it is. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isolated } from '../../../shared/money/isolated.ts'

test('ordinary text stays byte for byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/['\u202a-\u202e\u2066-\u2069]/.test(text))
      expect(isolated(text)).toBe(text)
    }),
  )
  expect(isolated("Stockholders' equity")).toBe('Stockholders’ equity')
  for (const text of ['', 'Provision for loan losses', 'עברית', '👩‍👩‍👧', '\u200f\u200e', '\ud83d'])
    expect(isolated(text)).toBe(text)
})

test.each([
  ['an override that is open', 'a\u202eb', '\u2068a\u202eb\u202c\u2069'],
  ['an override that is closed', 'a\u202eb\u202cc', '\u2068a\u202eb\u202cc\u2069'],
  ['an end of nothing', 'a\u2069b\u202cc', '\u2068abc\u2069'],
  ['isolates and embeddings crossed', '\u2066a\u202bb\u2069c\u202cd', '\u2068\u2066a\u202bb\u202c\u2069cd\u2069'],
  ['an end that reaches over an isolate', '\u202ea\u2067b\u202cc', '\u2068\u202ea\u2067bc\u2069\u202c\u2069'],
  ['what is set apart already', '\u2068a\u202eb\u202c\u2069', '\u2068a\u202eb\u202c\u2069'],
  ['two that are set apart', '\u2068a\u2069\u2068b\u2069', '\u2068\u2068a\u2069\u2068b\u2069\u2069'],
])('%s', (_, given, made) => expect(isolated(given)).toBe(made))

/** How deep a text stands at each place; undefined where it closes what it did not open. */
function depths(text: string): number[] | undefined {
  const open: string[] = []
  const found: number[] = []
  for (const sign of text) {
    const isIsolate = /[\u2066-\u2068]/.test(sign)
    if (isIsolate || /[\u202a\u202b\u202d\u202e]/.test(sign)) open.push(isIsolate ? '\u2069' : '\u202c')
    else if (/[\u202c\u2069]/.test(sign) && open.pop() !== sign) return undefined
    found.push(open.length)
  }
  return open.length === 0 ? found : undefined
}

test('what is set apart opens and closes in order, and is apart as a whole', () => {
  const signs = fc.stringMatching(/^(?:[\u202a-\u202e\u2066-\u2069]|a|ab |1)$/)
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 14 }), (parts) => {
      const given = parts.join('')
      const made = isolated(given)
      expect(isolated(made)).toBe(made)
      expect(made.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')).toBe(
        given.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, ''),
      )
      const found = depths(made)
      expect(found).toBeDefined()
      if (made !== given || /[\u202a-\u202e\u2066-\u2069]/.test(given))
        expect(found!.slice(0, -1).every((depth) => depth > 0)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
