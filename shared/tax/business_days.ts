/**
 * Days on which an act of the tax law can fall due: a last day on a Saturday, Sunday or legal holiday moves to the next business day, and a
 * return has its own last day. Legal holidays are those of the District of Columbia. Knows no clock.
 */
import { addMonths, isoDate, readDate } from '../calendar/dates.ts'
import { dateOfDay, dayNumber } from '../calendar/day_number.ts'
import { ruled, step, unusable, whole, worked } from './arguments.ts'

/** 0 is Saturday, as day numbers count. */
const [SATURDAY, SUNDAY, MONDAY, THURSDAY] = [0, 1, 2, 5]

const weekday = (day: number): number => ((day % 7) + 7) % 7

function on(year: number, month: number, day: number): number {
  return dayNumber(isoDate({ year, month, day }))!
}

/** The weekday of a month by its place, such as the third Monday. */
function nth(year: number, month: number, of: number, place: number): number {
  const first = on(year, month, 1)
  return first + ((of - weekday(first) + 7) % 7) + 7 * (place - 1)
}

function last(year: number, month: number, of: number): number {
  const fifth = nth(year, month, of, 5)
  return readDate(dateOfDay(fifth)!)!.month === month ? fifth : fifth - 7
}

/** A holiday of a fixed date is kept on the Friday before a Saturday and on the Monday after a Sunday. */
function kept(day: number): number {
  return weekday(day) === SATURDAY ? day - 1 : weekday(day) === SUNDAY ? day + 1 : day
}

/** Holidays of the District of Columbia by the year from which they are kept. 5 USC 6103; DC Code 28-2701. */
function holidaysOf(year: number): number[] {
  const since: readonly [from: number, day: number][] = [
    [1900, kept(on(year, 1, 1))],
    [1986, nth(year, 1, MONDAY, 3)],
    [1971, nth(year, 2, MONDAY, 3)],
    [2005, kept(on(year, 4, 16))],
    [1971, last(year, 5, MONDAY)],
    [2021, kept(on(year, 6, 19))],
    [1900, kept(on(year, 7, 4))],
    [1900, nth(year, 9, MONDAY, 1)],
    [1971, nth(year, 10, MONDAY, 2)],
    [1978, kept(on(year, 11, 11))],
    [1942, nth(year, 11, THURSDAY, 4)],
    [1900, kept(on(year, 12, 25))],
    // The day of inauguration every fourth year; on a Sunday it is kept on the Monday.
    ...(year % 4 === 1
      ? [[1957, on(year, 1, 20) + (weekday(on(year, 1, 20)) === SUNDAY ? 1 : 0)] as [number, number]]
      : []),
  ]
  return since.flatMap(([from, day]) => (year >= from ? [day] : []))
}

/** The day itself, or the first business day after it. */
export function businessDay(day: number): number {
  const { year } = readDate(dateOfDay(day)!)!
  // A New Year's Day that is kept on the Friday before belongs to the next year.
  const holidays = new Set([...holidaysOf(year), ...holidaysOf(year + 1)])
  let at = day
  while (weekday(at) === SATURDAY || weekday(at) === SUNDAY || holidays.has(at)) at += 1
  return at
}

export const tax_business_day = ruled(
  {
    least: 1,
    most: 1,
    takes: ['day'],
    help: 'The day, or the next that is no Saturday, Sunday or legal holiday in the District of Columbia: on it an act of the tax law is still in time.',
    source: '26 USC 7503',
  },
  (args) => {
    const day = args.day(0, 'day')
    if (!day) return worked(null, step('The day is not given', null))
    const due = businessDay(day.number)
    const why = due === day.number ? 'A business day' : 'The next business day'
    return worked(whole(due), step('The day', whole(day.number), 'date'), step(why, whole(due), 'date'))
  },
)

/** Form 1120-REIT of a calendar year and Form 8612, by their place. */
const FORMS = ['Form 1120-REIT', 'Form 8612'] as const

/** The month whose 15th is the last day: March, and April for Form 1120-REIT of years that begin after 2015. */
function monthOf(form: number, year: number): number {
  return form === 1 && year > 2015 ? 4 : 3
}

export const tax_return_due = ruled(
  {
    least: 2,
    most: 3,
    takes: ['form (1 Form 1120-REIT, 2 Form 8612)', 'tax year', '[extended (1 no, 2 yes)]'],
    help: 'The last day of a return of a calendar year: March 15, for Form 1120-REIT of years after 2015 April 15; six months later where it is extended; moved to the next business day. An extension gives no time to pay.',
    source: '26 USC 6072(b), 6081, 7503; 26 CFR 55.6071-1',
  },
  (args) => {
    const form = args.count(0, 'form') ?? unusable('The form is blank.')
    if (form < 1 || form > FORMS.length) unusable(`There is no form ${form}; the last is ${FORMS.length}.`)
    const year = args.year(1, 'tax year')
    const isExtended = args.choice(2, 'extension', 2) === 2
    const lawful = isoDate({ year: year + 1, month: monthOf(form, year), day: 15 })
    const named = isExtended ? addMonths(lawful, 6) : lawful
    const due = businessDay(dayNumber(named)!)
    return worked(
      whole(due),
      step(`${FORMS[form - 1]!}, by law`, whole(dayNumber(lawful)!), 'date'),
      ...(isExtended ? [step('Six months later, extended', whole(dayNumber(named)!), 'date')] : []),
      step('The business day', whole(due), 'date'),
    )
  },
)
