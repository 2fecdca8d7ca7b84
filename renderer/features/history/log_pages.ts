/**
 * The change log as far as it was read: page by page towards its beginning, and what was added since in front. Entries never change
 * once they are written, so what was read is not read again. Pure; who reads is use_log.
 */
import type { LogEntry } from '../../../shared/model/log_entry.ts'
import { localDay } from '../../ui/local_time.ts'

/** As many as are read at once. */
export const PAGE = 100

export type LogPages = {
  entries: readonly LogEntry[]
  /** True once the beginning of the log was read. */
  isWhole: boolean
}

export const NO_PAGES: LogPages = { entries: [], isWhole: true }

/** What was read before with the newest page in front of it; the page alone where they do not meet. */
export function withNewest(known: LogPages, page: readonly LogEntry[]): LogPages {
  const last = page.at(-1)
  const meets = last === undefined ? -1 : known.entries.findIndex(({ id }) => id === last.id)
  if (page.length < PAGE || meets < 0) return { entries: page, isWhole: page.length < PAGE }
  return { entries: [...page, ...known.entries.slice(meets + 1)], isWhole: known.isWhole }
}

/** What was read before with the page that stands before it in time. */
export function withOlder(known: LogPages, page: readonly LogEntry[]): LogPages {
  return { entries: [...known.entries, ...page], isWhole: page.length < PAGE }
}

export type Day = { day: string; entries: LogEntry[] }

/** Entries by the day on which they were made, in the order in which they stand. `dayOf` writes the day of a moment. */
export function byDay(entries: readonly LogEntry[], dayOf: (time: string) => string = localDay): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const day = dayOf(entry.time)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
