/**
 * Moments in words, in zones that are given: no two of them read alike, whatever the clocks do.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockText, dayText, momentText, printedMoment } from '../../../shared/calendar/moment.ts'
import { runs } from '../calc/choices.ts'

describe('a moment in a zone', () => {
  test.each([
    ['2026-11-01T05:30:05.123Z', 'America/New_York', 'Nov 1, 2026, 1:30:05 AM EDT'],
    ['2026-11-01T06:30:05.123Z', 'America/New_York', 'Nov 1, 2026, 1:30:05 AM EST'],
    ['2026-11-01T09:30:00.000Z', 'America/Los_Angeles', 'Nov 1, 2026, 1:30:00 AM PST'],
    ['2026-10-25T00:30:05.000Z', 'Europe/Berlin', 'Oct 25, 2026, 2:30:05 AM GMT+2'],
    ['2026-10-25T01:30:05.000Z', 'Europe/Berlin', 'Oct 25, 2026, 2:30:05 AM GMT+1'],
    ['2026-04-04T13:00:00.000Z', 'Pacific/Chatham', 'Apr 5, 2026, 2:45:00 AM GMT+13:45'],
    ['2026-04-04T14:00:00.000Z', 'Pacific/Chatham', 'Apr 5, 2026, 2:45:00 AM GMT+12:45'],
    ['2026-04-04T15:00:00.000Z', 'Australia/Lord_Howe', 'Apr 5, 2026, 1:30:00 AM GMT+10:30'],
    ['2026-12-31T23:59:59.999Z', 'UTC', 'Dec 31, 2026, 11:59:59 PM UTC'],
  ])('%s in %s', (time, zone, words) => {
    expect(momentText(time, zone)).toBe(words)
  })

  test('two moments a second or more apart never read alike', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const start = Date.UTC(2026, 0, 1)
    const hours = fc.integer({ min: 0, max: 365 * 24 * 2 })
    const apart = fc.constantFrom(1, 600, 1800, 3600, 7200)
    fc.assert(
      fc.property(fc.constantFrom(...zones), hours, apart, (zone, half, seconds) => {
        const first = start + half * 1_800_000
        const [a, b] = [first, first + seconds * 1000].map((one) => momentText(new Date(one).toISOString(), zone))
        expect(a).not.toBe(b)
      }),
      runs(4000),
    )
  })

  test('every hour at which the clocks of a zone go back reads in two ways', () => {
    for (const zone of ['America/New_York', 'America/Chicago', 'America/Havana', 'Europe/London', 'Asia/Beirut']) {
      const told = Array.from({ length: 365 * 24 }, (_, hour) =>
        momentText(new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString(), zone),
      )
      expect(new Set(told).size, zone).toBe(told.length)
    }
  })
})

test('without a zone a moment is told in UTC, the same everywhere', () => {
  expect(momentText('2026-12-31T23:59:59.999Z')).toBe('2026-12-31 23:59 UTC')
})

test.each([
  ['2026-11-01T05:30:05.123Z', 'America/New_York', 'Sunday, November 1, 2026', '1:30:05 AM EDT'],
  ['2026-11-01T03:30:05.123Z', 'America/New_York', 'Saturday, October 31, 2026', '11:30:05 PM EDT'],
  ['2026-04-04T14:00:00.000Z', 'Pacific/Chatham', 'Sunday, April 5, 2026', '2:45:00 AM GMT+12:45'],
])('%s in %s is on %s at %s', (time, zone, day, clock) => {
  expect(dayText(time, zone)).toBe(day)
  expect(clockText(time, zone)).toBe(clock)
})

test.each([
  ['2026-11-29T20:40:59.999Z', 'Pacific/Chatham', 'November 30, 2026, 10:25 AM GMT+13:45'],
  ['2026-11-01T05:30:05.123Z', 'America/New_York', 'November 1, 2026, 1:30 AM EDT'],
  ['2026-11-01T05:30:05.123Z', undefined, '2026-11-01 05:30 UTC'],
])('on paper, %s in %s', (time, zone, words) => {
  expect(printedMoment(time, zone)).toBe(words)
})
