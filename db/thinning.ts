/**
 * Which backups are kept: many recent ones, few old ones. Pure; deletes nothing itself.
 */

type Dated = { name: string; time: string }

const DAY = 86_400_000
const NEWEST_TODAY = 10
const DAYS = 14
const WEEKS = 8

/** Whole days since 1970 in UTC, so that the choice is the same in every time zone. */
function day(time: string): number {
  return Math.floor(Date.parse(time) / DAY)
}

/** Weeks run from Monday; 1970 began on a Thursday. */
function week(time: string): number {
  return Math.floor((day(time) + 3) / 7)
}

/**
 * The backups that may be deleted. Kept are the ten newest of today, the newest of each of the 14 days before, the newest
 * of each of the last 8 weeks, the newest of all, and any that a changed clock dates into the future.
 * @param now ISO 8601 instant
 */
export function superfluous(backups: readonly Dated[], now: string): string[] {
  const newestFirst = backups.toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time))
  const today = day(now)
  const seen = new Set<string>()
  /** True for the first of its bucket, which is the newest. */
  const first = (bucket: string): boolean => {
    if (seen.has(bucket)) return false
    seen.add(bucket)
    return true
  }
  let ofToday = 0
  return newestFirst
    .filter((backup, index) => {
      const age = today - day(backup.time)
      const weeks = week(now) - week(backup.time)
      const ofDay = age >= 1 && age <= DAYS && first(`day ${age}`)
      const ofWeek = weeks >= 0 && weeks < WEEKS && first(`week ${weeks}`)
      const recent = age === 0 && ofToday++ < NEWEST_TODAY
      return !(index === 0 || age < 0 || recent || ofDay || ofWeek)
    })
    .map((backup) => backup.name)
}
