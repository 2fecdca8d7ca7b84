/** Which backups are kept as they grow old. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { superfluous } from '../../db/thinning.ts'

const NOW = '2026-03-04T12:00:00.000Z'
const HOUR = 3_600_000

const at = (time: string) => ({ name: time, time })
const before = (hours: number) => at(new Date(Date.parse(NOW) - hours * HOUR).toISOString())
const kept = (backups: { name: string; time: string }[], now = NOW) => {
  const gone = new Set(superfluous(backups, now))
  return backups.filter((backup) => !gone.has(backup.name))
}

test('of today the ten newest stay', () => {
  const today = Array.from({ length: 15 }, (_, index) => before(index / 2))
  expect(kept(today)).toEqual(today.slice(0, 10))
})

test('of each day before, the last one stays, for 14 days; then the last of each week, for 8 weeks', () => {
  const hourly = Array.from({ length: 24 * 90 }, (_, index) => before(index + 13))
  const times = kept(hourly).map((backup) => backup.time)
  const days = Array.from({ length: 14 }, (_, day) =>
    new Date(Date.parse('2026-03-03T23:00:00.000Z') - day * 24 * HOUR).toISOString(),
  )
  expect(times.slice(0, 14)).toEqual(days)
  // Sundays: the last days of the weeks of February 9 and before, down to that of January 12.
  expect(times.slice(14)).toEqual(
    ['2026-02-15', '2026-02-08', '2026-02-01', '2026-01-25', '2026-01-18'].map((day) => `${day}T23:00:00.000Z`),
  )
})

test('the newest stays however old, and one dated into the future', () => {
  expect(kept([at('2020-01-01T00:00:00.000Z'), at('2019-01-01T00:00:00.000Z')])).toEqual([
    at('2020-01-01T00:00:00.000Z'),
  ])
  expect(kept([before(-500), before(-501), before(0)])).toHaveLength(3)
})

test('never more than a bounded number stays; thinning twice is thinning once; order does not matter', () => {
  const backups = fc
    .uniqueArray(fc.integer({ min: 0, max: 24 * 200 }), { maxLength: 300 })
    .map((hours) => hours.map(before))
  fc.assert(
    fc.property(backups, (given) => {
      const once = kept(given)
      expect(once.length).toBeLessThanOrEqual(10 + 14 + 8 + 1)
      expect(kept(once)).toEqual(once)
      expect(new Set(superfluous(given.toReversed(), NOW))).toEqual(new Set(superfluous(given, NOW)))
      const newest = given.toSorted((a, b) => (a.time < b.time ? 1 : -1))[0]
      if (newest) expect(once).toContain(newest)
    }),
  )
})

test('thinned every day for a year, a history stays within its bounds and reaches back seven weeks', () => {
  let history: { name: string; time: string }[] = []
  for (let day = 0; day < 365; day++) {
    const noon = Date.parse('2025-01-01T12:00:00.000Z') + day * 24 * HOUR
    history.push(at(new Date(noon).toISOString()), at(new Date(noon + HOUR).toISOString()))
    history = kept(history, new Date(noon + HOUR).toISOString())
  }
  expect(history.length).toBeLessThanOrEqual(33)
  // The Sunday that ended the eighth week back from Wednesday, December 31.
  expect(history[0]!.time).toBe('2025-11-16T13:00:00.000Z')
})
