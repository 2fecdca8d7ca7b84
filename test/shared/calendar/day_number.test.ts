/** Days as numbers, as spreadsheets count them from March 1900 on, and back. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay, dayNumber, FIRST_DAY, LAST_DAY } from '../../../shared/calendar/day_number.ts'

test.each([
  ['1899-12-30', 0],
  ['1900-03-01', 61],
  ['2007-09-30', 39_355],
  ['2000-02-29', 36_585],
  ['0001-01-01', -693_593],
  ['9999-12-31', 2_958_465],
])('%s is day %s', (iso, day) => {
  expect(dayNumber(iso)).toBe(day)
  expect(dateOfDay(day)).toBe(iso)
})

test('what is no date has no number, and what is no day no date', () => {
  for (const iso of ['2007-02-29', '2007-13-01', 'today', '']) expect(dayNumber(iso)).toBeUndefined()
  for (const day of [0.5, FIRST_DAY - 1, LAST_DAY + 1, NaN]) expect(dateOfDay(day)).toBeUndefined()
})

test('each day follows the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY - 1 }), (day) => {
      const [iso, next] = [dateOfDay(day)!, dateOfDay(day + 1)!]
      expect(dayNumber(iso)).toBe(day)
      expect(next > iso).toBe(true)
    }),
    { seed: 2007 },
  )
})
