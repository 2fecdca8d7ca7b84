/**
 * The address of a print document, there and back.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { printAddress, readPrintAddress } from '../../../shared/print/address.ts'

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/).filter((text) => text !== 'as_filed')

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
  ['/print/f/s', 'scenarios=a,B'],
  ['/print/f/s', 'period='],
  ['/print/f/s', 'bridge=A'],
])('%s?%s is none', (path, query) => {
  expect(readPrintAddress(path, query)).toBeUndefined()
})
