/** The size of one call: counted in UTF-8, refused in words that say how large it is and what to do. */
import { expect, it } from 'vitest'
import { foundTooLarge, jsonOf, MOST_BYTES, tooManyChanges } from '../../../shared/contract/size.ts'
import { MOST_CHANGES } from '../../../shared/model/most_changes.ts'

const message = (sized: ReturnType<typeof jsonOf>): string => ('failure' in sized ? sized.failure.message : 'none')

const many = (count: number): unknown => ({ changeSet: { changes: Array.from({ length: count }, () => 0) } })

it('a request within the limit is its JSON, one beyond it is refused', () => {
  expect(jsonOf({ a: 'é' })).toEqual({ json: '{"a":"é"}' })
  // Quotes count, and é takes two bytes, a digit one, a pair of surrogates four.
  for (const [text, bytes] of [
    ['12345678', 10],
    ['éééé', 10],
    ['😀😀', 10],
  ] as const) {
    expect([text, jsonOf(text, bytes)]).toEqual([text, { json: JSON.stringify(text) }])
    expect([text, message(jsonOf(text, bytes - 1))]).toEqual([text, expect.stringContaining('too large')])
  }
})

it('the refusal says how large it is, what is allowed, that nothing was stored, and what to do', () => {
  expect(jsonOf('x'.repeat(MOST_BYTES))).toEqual({
    ok: false,
    failure: {
      kind: 'refused',
      message:
        'This change is too large to be stored at once: it takes 96.1 MB, and at most 96.0 MB are stored at once. Nothing was stored. Make the change in smaller parts, such as one schedule or one block of lines at a time.',
    },
  })
  expect(foundTooLarge('x'.repeat(1024 * 1024 + 1)).failure.message).toContain('it takes 1.1 MB. Nothing')
})

it('too many changes are counted, in whatever else the request holds', () => {
  expect(tooManyChanges(many(MOST_CHANGES))).toBeNull()
  expect(message(jsonOf(many(MOST_CHANGES + 1)))).toContain(
    'it has 100,001 parts, such as cells and lines, and at most 100,000',
  )
  for (const request of [
    null,
    undefined,
    7,
    'x',
    {},
    { changeSet: null },
    { changeSet: { changes: 'x'.repeat(200_000) } },
  ]) {
    expect(tooManyChanges(request)).toBeNull()
  }
})

it('what no text can hold is refused, and any other fault stays a fault', () => {
  const text = 'x'.repeat(300_000_000)
  expect(message(jsonOf([text, text]))).toContain('it takes more than 512.0 MB, and at most 96.0 MB')
  const ring: unknown[] = []
  ring.push(ring)
  expect(() => jsonOf(ring)).toThrow(TypeError)
})
