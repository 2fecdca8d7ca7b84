/**
 * Which backups are kept: many recent ones, few old ones, by their times and by their change numbers. Pure; deletes nothing
 * itself. A clock that jumps can make every time wrong, so a backup goes only where both ways of counting can spare it.
 */

type Dated = { name: string; time: string; number: number | null }

const DAY = 86_400_000
const NEWEST = 10
const DAYS = 14
const WEEKS = 8

/** Whole days since 1970 in UTC, so that the choice is the same in every time zone. */
function day(time: number): number {
  return Math.floor(time / DAY)
}

/** Weeks run from Monday; 1970 began on a Thursday. */
function week(time: number): number {
  return Math.floor((day(time) + 3) / 7)
}

/** True for the first of its bucket. */
function firstOfEach(): (bucket: string) => boolean {
  const seen = new Set<string>()
  return (bucket) => {
    if (seen.has(bucket)) return false
    seen.add(bucket)
    return true
  }
}

/** Newest first: by change number, and where that is equal by time. */
function inOrder(backups: readonly Dated[]): Dated[] {
  return backups.toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0) || Date.parse(b.time) - Date.parse(a.time))
}

/** Of today the ten newest, the newest of each of the 14 days before and of each of the last 8 weeks, and what lies in the future. */
function keptByTime(newestFirst: readonly Dated[], now: string): Set<string> {
  const today = day(Date.parse(now))
  const thisWeek = week(Date.parse(now))
  const first = firstOfEach()
  let ofToday = 0
  const kept = newestFirst.filter(({ time }) => {
    const age = today - day(Date.parse(time))
    const weeks = thisWeek - week(Date.parse(time))
    const ofDay = age >= 1 && age <= DAYS && first(`day ${age}`)
    const ofWeek = weeks >= 0 && weeks < WEEKS && first(`week ${weeks}`)
    const recent = age === 0 && ofToday++ < NEWEST
    return age < 0 || recent || ofDay || ofWeek
  })
  return new Set(kept.map(({ name }) => name))
}

/** The ten with the highest change numbers; of those before, the newest of each doubling of the changes made since. */
function keptByNumber(newestFirst: readonly Dated[]): Set<string> {
  const highest = newestFirst[0]?.number ?? 0
  const first = firstOfEach()
  const kept = newestFirst.filter(({ number }, index) => {
    const since = highest - (number ?? 0)
    const ofDoubling = first(String(Math.floor(Math.log2(since + 1))))
    return index < NEWEST || ofDoubling
  })
  return new Set(kept.map(({ name }) => name))
}

/**
 * The backups that may be deleted: those that neither their time nor their change number keeps.
 * @param now ISO 8601 instant
 */
export function superfluous(backups: readonly Dated[], now: string): string[] {
  const newestFirst = inOrder(backups)
  const [byTime, byNumber] = [keptByTime(newestFirst, now), keptByNumber(newestFirst)]
  return newestFirst.filter(({ name }) => !byTime.has(name) && !byNumber.has(name)).map(({ name }) => name)
}
