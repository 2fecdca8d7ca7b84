/**
 * Periods in a few characters.
 */
import { expect, test } from 'vitest'
import { shortPeriod } from '../../../shared/calendar/short_period.ts'

test.each([
  [{ id: 'q3_2007', kind: 'duration' }, 'Q3 2007'],
  [{ id: 'm9_2007', kind: 'duration' }, 'Nine months 2007'],
  [{ id: 'h1_2008', kind: 'duration' }, 'Six months 2008'],
  [{ id: 'fy_2009', kind: 'duration' }, 'Year 2009'],
  [{ id: 'at_end', kind: 'instant', end: '2007-09-30' }, 'Sep 30, 2007'],
  [{ id: 'plan', kind: 'duration' }, undefined],
  [{ id: 'variance', kind: 'computed' }, undefined],
])('the period of %o is %s', (column, name) => {
  expect(shortPeriod(column)).toBe(name)
})
