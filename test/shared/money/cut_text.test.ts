/** Texts are cut between what a reader takes for characters, and never come out longer than asked. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beforeCharacter, cutText } from '../../../shared/money/cut_text.ts'

const FAMILY = '👩‍👩‍👧‍👦'
const FLAG = '🇵🇹'
const ACCENTED = 'e\u0301\u0323'

test.each([
  ['a family of joiners', FAMILY],
  ['a flag', FLAG],
  ['a letter with marks', ACCENTED],
  ['an emoji', '💡'],
  ['a skin tone', '👍🏽'],
  ['a letter', 'a'],
])('%s is kept whole or left out', (_, one) => {
  const text = one.repeat(60)
  for (let most = one.length; most < text.length; most += 1) {
    const whole = Math.floor(most / one.length)
    expect(cutText(text, most)).toBe(one.repeat(whole))
    const beside = Math.floor((most - 1) / one.length)
    if (beside > 0) expect(cutText(text, most, { ellipsis: true })).toBe(`${one.repeat(beside)}…`)
  }
  expect(cutText(text, text.length, { ellipsis: true })).toBe(text)
})

test('a character longer than the room is cut between its parts', () => {
  const marks = `a${'\u0301'.repeat(400)}`
  expect(cutText(marks, 120)).toBe(marks.slice(0, 120))
  const joined = Array.from({ length: 100 }, () => '👩').join('\u200d')
  expect(cutText(joined, 4)).toBe('👩\u200d')
  expect(cutText(joined, 4, { ellipsis: true })).toBe('👩\u200d…')
  expect(cutText(joined, 0)).toBe('')
})

const anything = fc.array(
  fc.oneof(
    fc.constantFrom(FAMILY, FLAG, ACCENTED, '\u200d', '\ufe0f', '\r\n', ' ', 'word'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  { maxLength: 20 },
)

test('what comes out begins the text, is no longer than asked, and of whole characters where the text is', () => {
  fc.assert(
    fc.property(anything, fc.nat(60), fc.boolean(), (parts, most, ellipsis) => {
      const text = parts.join('')
      const cut = cutText(text, most, { ellipsis })
      if (text.length <= most) {
        expect(cut).toBe(text)
        return
      }
      expect(cut.length).toBeLessThanOrEqual(Math.max(most, ellipsis ? 1 : 0))
      const kept = ellipsis ? cut.slice(0, -1) : cut
      expect(text.startsWith(kept)).toBe(true)
      if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true)
      const at = beforeCharacter(text, most)
      expect(at <= most && beforeCharacter(text, at) === at).toBe(true)
    }),
  )
})
