/**
 * The address of a print document, there and back.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { USUAL_SET_UP } from '../../../shared/model/print_set_up.ts'
import { printAddress, readPrintAddress, setUpOf, unknownSetUp, withSetUp } from '../../../shared/print/address.ts'

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/).filter((text) => text !== 'as_filed')

const cell = fc.record({ schedule: id, line: id, column: id })
const amount = fc.stringMatching(/^-?[1-9]\d{0,12}(?:\.\d{1,4})?$/)
const range = fc.record({ by: cell, from: amount, to: amount, step: amount })
const question = fc.oneof(
  fc.record({ kind: fc.constant('goal_seek' as const), target: cell, value: amount, by: cell }),
  fc.record({ kind: fc.constant('one_way' as const), range, outputs: fc.array(cell, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('two_way' as const), rows: range, columns: range, output: cell }),
  fc.record({
    kind: fc.constant('ranking' as const),
    headline: fc.constantFrom('taxable_income' as const, 'equity' as const),
    period: id,
    relative: amount,
  }),
)

test('what is written is read back', () => {
  const address = fc.record({
    filing: id,
    schedules: fc.array(id, { minLength: 1, maxLength: 4 }),
    scenario: fc.option(id),
    mode: fc.constantFrom('filing' as const, 'workpaper' as const),
    details: fc.constantFrom('changed' as const, 'all' as const),
  })
  const more = fc.record(
    {
      scenarios: fc.array(id, { minLength: 1, maxLength: 4 }),
      period: id,
      changed: fc.constant(true),
      bridge: id,
      question,
      setUp: fc.record(
        {
          paper: fc.constantFrom('letter' as const, 'a4' as const),
          orientation: fc.constantFrom('automatic' as const, 'portrait' as const, 'landscape' as const),
          margins: fc.constantFrom('normal' as const, 'narrow' as const, 'wide' as const),
          notes: fc.constantFrom('printed' as const, 'none' as const),
          extent: fc.constantFrom('schedule' as const, 'filing' as const),
        },
        { requiredKeys: ['paper'] },
      ),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(address, more, (wanted, further) => {
      const [path = '', query = ''] = printAddress({ ...wanted, ...further }).split('?')
      expect(readPrintAddress(path, query)).toEqual({ ...wanted, ...further })
    }),
  )
})

test('as filed and the filing copy unless said', () => {
  const plain = { filing: 'f', schedules: ['s'], scenario: null, mode: 'filing', details: 'changed' }
  expect(readPrintAddress('/print/f/s', '')).toEqual(plain)
  expect(readPrintAddress('/print/f/s/', '?scenario=as_filed')).toEqual(plain)
  expect(printAddress({ filing: 'f', schedules: ['s'], scenario: null, mode: 'filing', details: 'changed' })).toBe(
    '/print/f/s',
  )
})

test('the set-up of the paper stands in the address where it is not the usual one', () => {
  const plain = readPrintAddress('/print/f/s', '')!
  expect(setUpOf(plain)).toEqual(USUAL_SET_UP)
  expect(withSetUp(plain, USUAL_SET_UP)).toEqual(plain)
  const chosen = { ...USUAL_SET_UP, paper: 'a4', margins: 'narrow' } as const
  expect(printAddress(withSetUp(plain, chosen))).toBe('/print/f/s?paper=a4&margins=narrow')
  expect(setUpOf(readPrintAddress('/print/f/s', 'paper=a4&margins=narrow')!)).toEqual(chosen)
  expect(withSetUp(withSetUp(plain, chosen), USUAL_SET_UP)).toEqual(plain)
})

test.each([
  ['paper=a5', 'paper=a5'],
  ['paper=a4&orientation=', 'orientation='],
  ['margins=none', 'margins=none'],
  ['paper=a4&notes=none&extent=schedule', undefined],
])('%s asks for %s, which does not exist', (query, unknown) => {
  expect(unknownSetUp(query)).toBe(unknown)
  expect(readPrintAddress('/print/f/s', query) === undefined).toBe(unknown !== undefined)
})

test.each([
  ['/', ''],
  ['/print/f', ''],
  ['/print/F/s', ''],
  ['/print/f/s/t', ''],
  ['/print/f/..', ''],
  ['/print/f/s', 'mode=draft'],
  ['/print/f/s', 'details=some'],
  ['/print/f/s', 'scenario='],
  ['/print/f/s', 'scenario=A%20B'],
  ['/print/f/s', 'and='],
  ['/print/f/s', 'scenarios='],
  ['/print/f/what_if', 'question='],
  ['/print/f/what_if', 'question=%7B%7D'],
  [
    '/print/f/what_if',
    `question=${encodeURIComponent('{"kind":"ranking","headline":"equity","period":"q","relative":"1e3"}')}`,
  ],
  ['/print/f/s', 'scenarios=a,B'],
  ['/print/f/s', 'period='],
  ['/print/f/s', 'bridge=A'],
])('%s?%s is none', (path, query) => {
  expect(readPrintAddress(path, query)).toBeUndefined()
})
