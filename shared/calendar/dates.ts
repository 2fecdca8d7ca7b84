/**
 * Calendar dates as ISO text (2007-09-30): moved by months, compared, written and read as documents write them.
 * Knows no clock and no time zone; a month's last day stays the last day wherever a date is moved to.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export type CalendarDate = { year: number; month: number; day: number }

/** The parts of an ISO date; undefined for anything that is no date of the calendar. */
export function readDate(iso: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month) ? { year, month, day } : undefined
}

function digits(part: number, count: number): string {
  return `${part}`.padStart(count, '0')
}

/** The date as ISO text. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return [digits(year, 4), digits(month, 2), digits(day, 2)].join('-')
}

/** The last day of a month. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The date so many months later, or earlier. */
export function addMonths(iso: string, months: number): string {
  const from = readDate(iso)!
  const counted = from.year * 12 + from.month - 1 + months
  const [year, month] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1]
  const last = lastDay(year, month)
  const day = from.day === lastDay(from.year, from.month) ? last : Math.min(from.day, last)
  return isoDate({ year, month, day })
}

/** Months from one date to another, by calendar month. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [readDate(from)!, readDate(to)!]
  return b.year * 12 + b.month - a.year * 12 - a.month
}

/** The calendar quarter in which a date lies, from 1 to 4. */
export function quarterOf(iso: string): number {
  return Math.ceil(readDate(iso)!.month / 3)
}

/** A date in words: `September 30, 2007`. */
export function dateInWords(iso: string): string {
  const { year, month, day } = readDate(iso)!
  return `${MONTHS[month - 1]} ${day}, ${year}`
}

/** The name of a month, counted from 1. */
export function monthName(month: number): string {
  return MONTHS[month - 1]!
}

/** The month that a word or its abbreviation names, counted from 1; undefined for any other word. */
export function monthNamed(word: string): number | undefined {
  const short = word.replace('.', '').toLowerCase()
  const at = MONTHS.findIndex((name) => {
    const full = name.toLowerCase()
    return full === short || full.slice(0, 3) === short || (short === 'sept' && full === 'september')
  })
  return at < 0 ? undefined : at + 1
}

/** A month written as a document wrote another: in full, or abbreviated with or without its stop. */
export function monthLike(month: number, written: string): string {
  const name = MONTHS[month - 1]!
  const bare = written.replace('.', '')
  const inFull = MONTHS.some((one) => one.toLowerCase() === bare.toLowerCase())
  const short = name === 'September' && bare.length === 4 ? 'Sept' : name.slice(0, 3)
  return inFull || short === name ? name : `${short}${written.endsWith('.') ? '.' : ''}`
}
