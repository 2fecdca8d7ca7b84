/** Which backups are kept as they grow old, and when the clock jumps. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { superfluous } from '../../db/thinning.ts'

const NOW = '2026-03-04T12:00:00.000Z'
const HOUR = 3_600_000

type Dated = { name: string; time: string; number: number | null }

/** A backup so many hours before noon; its change number goes with the time unless it is given. */
const before = (hours: number, number = 1_000_000 - hours * 10): Dated => {
  const time = new Date(Date.parse(NOW) - hours * HOUR).toISOString()
  return { name: `${time} ${number}`, time, number }
}
const kept = (backups: Dated[], now = NOW) => {
  const gone = new Set(superfluous(backups, now))
  return backups.filter((backup) => !gone.has(backup.name))
}
const timesOf = (backups: Dated[]) => backups.map(({ time }) => time)

/** What the doublings of the change number keep at most of so many changes, beside the ten newest. */
const doublings = (changes: number) => Math.ceil(Math.log2(changes + 2))

test('of today the ten newest stay', () => {
  const today = Array.from({ length: 40 }, (_, index) => before(index / 4, 500))
  expect(kept(today)).toEqual(today.slice(0, 10))
})

test('of each day before, the last one stays, for 14 days; then the last of each week, for 8 weeks', () => {
  // All of one change number, so that only the times count.
  const hourly = Array.from({ length: 24 * 90 }, (_, index) => before(index + 13, 7))
  const days = Array.from({ length: 14 }, (_, day) =>
    new Date(Date.parse('2026-03-03T23:00:00.000Z') - day * 24 * HOUR).toISOString(),
  )
  // Sundays: the last days of the weeks of February 9 and before, down to that of January 12.
  const weeks = ['2026-02-15', '2026-02-08', '2026-02-01', '2026-01-25', '2026-01-18']
  const newest = timesOf(hourly.slice(0, 10))
  expect(new Set(timesOf(kept(hourly)))).toEqual(
    new Set([...newest, ...days, ...weeks.map((day) => `${day}T23:00:00.000Z`)]),
  )
})

test('the ten with the highest change numbers stay however old the clock makes them', () => {
  const edits = Array.from({ length: 40 }, (_, index) => before(index / 4, 540 - index))
  const decadeLater = '2036-03-04T12:00:00.000Z'
  const left = kept(edits, decadeLater)
  expect(left.slice(0, 10)).toEqual(edits.slice(0, 10))
  expect(left.length).toBeGreaterThan(10)
})

test('a backup dated into the future stays, and does not count as the newest', () => {
  const future = Array.from({ length: 12 }, (_, index) => before(-80_000 - index, 100 + index))
  const since = Array.from({ length: 12 }, (_, index) => before(index / 4, 220 - index))
  const left = kept([...future, ...since])
  for (const backup of [...future, ...since.slice(0, 10)]) expect(left).toContain(backup)
})

test('never more than a bounded number stays; thinning twice is thinning once; order does not matter', () => {
  const backups = fc
    .uniqueArray(fc.integer({ min: 0, max: 24 * 200 }), { maxLength: 300 })
    .map((hours) => hours.map((hour) => before(hour)))
  fc.assert(
    fc.property(backups, (given) => {
      const once = kept(given)
      expect(once.length).toBeLessThanOrEqual(10 + 14 + 8 + 10 + doublings(24 * 200 * 10))
      expect(kept(once)).toEqual(once)
      expect(new Set(superfluous(given.toReversed(), NOW))).toEqual(new Set(superfluous(given, NOW)))
    }),
  )
})

test('whatever the clock says, the ten highest change numbers stay', () => {
  const instant = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2090-01-01') })
  const dated = fc.array(instant, { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(dated, instant, (times, now) => {
      const given = times.map((time, index): Dated => {
        const text = new Date(time).toISOString()
        return { name: `${text} ${index}`, time: text, number: index }
      })
      const left = kept(given, new Date(now).toISOString())
      for (const backup of given.slice(-10)) expect(left).toContain(backup)
    }),
  )
})

test('thinned every day for a year, a history stays within its bounds and reaches back seven weeks', () => {
  let history: Dated[] = []
  for (let day = 0; day < 365; day++) {
    const noon = Date.parse('2025-01-01T12:00:00.000Z') + day * 24 * HOUR
    for (const [half, at] of [noon, noon + HOUR].entries()) {
      const time = new Date(at).toISOString()
      history.push({ name: time, time, number: day * 20 + half * 10 })
    }
    history = kept(history, new Date(noon + HOUR).toISOString())
  }
  expect(history.length).toBeLessThanOrEqual(33 + 10 + doublings(7_300))
  // The Sunday that ended the eighth week back from Wednesday, December 31, or before.
  expect(history[0]!.time <= '2025-11-16T13:00:00.000Z').toBe(true)
})
