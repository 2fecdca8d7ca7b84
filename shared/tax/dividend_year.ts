/**
 * The year to which a dividend belongs by its three days: declared, of record, paid. A dividend declared and of record in the last
 * quarter and paid in January is the earlier year's; one whose record date falls in January is not. Elections (spill-over,
 * consent, deficiency) are made by people and typed, never derived.
 */
import { ruled, step, unusable, whole, worked, type Day } from './arguments.ts'
import type { TaxResult } from './tax_function.ts'
import { JANUARY, NEXT_YEAR, PRIOR_YEAR, YEAR } from './payments.ts'

/** Declared and of record from October to December of a year. */
function inLastQuarter(year: number, ...days: (Day | null)[]): boolean {
  return days.every((day) => day !== null && day.year === year && day.month >= 10)
}

function checkOrder(declared: Day | null, record: Day | null, paid: Day): void {
  if (record && record.number > paid.number) unusable('The record date is after the payment.')
  if (declared && declared.number > paid.number) unusable('The dividend is declared after its payment.')
  if (declared && record && declared.number > record.number) unusable('The dividend is declared after its record date.')
}

/** Why a dividend paid in a January is not the year's before: the trap is the record date. */
function whyNot(year: number, declared: Day | null, record: Day | null): string {
  if (!declared || !record) return 'Its declaration or record date is not given'
  if (!inLastQuarter(year, declared)) return `It was not declared in the last quarter of ${year}`
  return `Its record date is not in the last quarter of ${year}`
}

function timing(place: number, ...words: string[]): TaxResult {
  return worked(whole(place), ...words.map((each) => step(`${each}.`, null)))
}

export const tax_dividend_timing = ruled(
  {
    least: 4,
    most: 4,
    takes: ['tax year', 'declared', 'record date', 'paid'],
    help: 'When the payment counts: 1 paid in the year, 2 a January dividend of the year, 5 the next year, 6 a January dividend of the year before. Spill-over, what is carried in, consent and deficiency dividends are typed.',
    source: '26 USC 857(b)(9)',
  },
  (args) => {
    const year = args.year(0, 'tax year')
    const [declared, record, paid] = [
      args.day(1, 'day of declaration'),
      args.day(2, 'record date'),
      args.day(3, 'day of payment'),
    ]
    if (!paid) return worked(null, step('The day of payment is not given', null))
    checkOrder(declared, record, paid)
    if (paid.month === 1 && inLastQuarter(paid.year - 1, declared, record)) {
      const rule = `Declared and of record in the last quarter of ${paid.year - 1} and paid in January: deemed paid on December 31`
      if (paid.year === year + 1) return timing(JANUARY, rule)
      if (paid.year === year) return timing(PRIOR_YEAR, rule)
    }
    const why = paid.month === 1 ? [whyNot(paid.year - 1, declared, record)] : []
    if (paid.year === year) return timing(YEAR, ...why, `Paid in ${year}`)
    if (paid.year > year) return timing(NEXT_YEAR, ...why, `Paid in ${paid.year}`)
    return unusable(`The payment was made in ${paid.year}, before the tax year ${year}.`)
  },
)
