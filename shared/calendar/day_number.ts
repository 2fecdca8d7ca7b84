/**
 * Dates as numbers that formulas compute with: days since December 30, 1899, as spreadsheets count them (March 1, 1900 is 61), in the
 * Gregorian calendar before its time too. Knows no clock.
 */
import { isoDate, readDate } from './dates.ts'

/** Days from March 1 of the year 0 to December 30, 1899. */
const ORIGIN = 693_899
const DAYS_OF_400_YEARS = 146_097

/** The number of a date; undefined for a text that is no date of the calendar. */
export function dayNumber(iso: string): number | undefined {
  const date = readDate(iso)
  if (!date) return undefined
  // Years are counted from March, so that a leap day is the last of its year.
  const year = date.month > 2 ? date.year : date.year - 1
  const era = Math.floor(year / 400)
  const within = year - era * 400
  const month = (date.month + 9) % 12
  const day = Math.floor((153 * month + 2) / 5) + date.day - 1
  const days = era * DAYS_OF_400_YEARS + within * 365 + Math.floor(within / 4) - Math.floor(within / 100) + day
  return days - ORIGIN
}

/** The first and last numbers that are dates: January 1 of the year 1, December 31, 9999. */
export const FIRST_DAY = dayNumber('0001-01-01')!
export const LAST_DAY = dayNumber('9999-12-31')!

/** The date of a number, as ISO text; undefined for a number that is no whole day from the year 1 to 9999. */
export function dateOfDay(number: number): string | undefined {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) return undefined
  const days = number + ORIGIN
  const era = Math.floor(days / DAYS_OF_400_YEARS)
  const within = days - era * DAYS_OF_400_YEARS
  const year = Math.floor(
    (within - Math.floor(within / 1460) + Math.floor(within / 36_524) - Math.floor(within / 146_096)) / 365,
  )
  const ofYear = within - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1
  return isoDate({
    year: year + era * 400 + (month < 10 ? 0 : 1),
    month: month < 10 ? month + 3 : month - 9,
    day,
  })
}
