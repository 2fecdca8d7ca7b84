/**
 * Dates as people type them, in the order of the United States: `3/31/2026`, `Mar 31 2026`, `March 31, 2026`, `31 Mar 2026`,
 * `2026-03-31`. What could be read in two ways, or is no day of the calendar, is refused with the reason. Knows no clock.
 */
import { refused, type Refused } from '../refusals/refusal.ts'
import { isoDate, lastDay, monthName, monthNamed, readDate } from './dates.ts'

type Typed = { month: number; day: number; year: string }

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2(\d+)$/
const MONTH_FIRST = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d+)$/i
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+\.?),? (\d+)$/i

function parts(text: string): Typed | undefined {
  const iso = ISO.exec(text)
  if (iso) return { year: iso[1]!, month: Number(iso[2]), day: Number(iso[3]) }
  const numbers = NUMBERS.exec(text)
  if (numbers) return { month: Number(numbers[1]), day: Number(numbers[3]), year: numbers[4]! }
  const monthFirst = MONTH_FIRST.exec(text)
  const dayFirst = monthFirst ? null : DAY_FIRST.exec(text)
  const [word, day, year] = monthFirst ? monthFirst.slice(1) : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]]
  const month = word === undefined ? undefined : monthNamed(word)
  return month === undefined ? undefined : { month, day: Number(day), year: year! }
}

/** The date that a text means, as ISO text; else why it means none. */
export function parseDate(text: string): { kind: 'date'; iso: string } | Refused {
  const typed = parts(text.trim().replaceAll(/\s+/g, ' '))
  if (!typed) return refused({ code: 'date_malformed' })
  const { month, day, year } = typed
  if (year.length !== 4) return refused({ code: 'date_short_year' })
  if (month > 12 && day >= 1 && day <= 12) return refused({ code: 'date_month_first' })
  if (month < 1 || month > 12) return refused({ code: 'date_without_month' })
  const days = lastDay(Number(year), month)
  if (day < 1 || day > days) return refused({ code: 'date_beyond_month', month: `${monthName(month)} ${year}`, days })
  return { kind: 'date', iso: isoDate({ year: Number(year), month, day }) }
}

/** A date as it is typed in the United States: `3/31/2026`; any other text as it is. */
export function slashedDate(iso: string): string {
  const date = readDate(iso)
  return date ? `${date.month}/${date.day}/${`${date.year}`.padStart(4, '0')}` : iso
}
