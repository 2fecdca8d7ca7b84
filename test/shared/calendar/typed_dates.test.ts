/**
 * Dates as people type them: every way in which a date is written is read back, and what is none is refused with the reason.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateInWords, isoDate, lastDay, monthName } from '../../../shared/calendar/dates.ts'
import { parseDate, slashedDate } from '../../../shared/calendar/typed_dates.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

function read(text: string): string {
  const parsed = parseDate(text)
  return parsed.kind === 'date' ? parsed.iso : refusalText(parsed.refusal)
}

const date = fc
  .record({ year: fc.integer({ min: 1000, max: 2999 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc
      .integer({ min: 1, max: lastDay(year, month) })
      .map((day) => ({ year, month, day, iso: isoDate({ year, month, day }) })),
  )

test('every way of writing a date is read as that date', () => {
  fc.assert(
    fc.property(date, ({ year, month, day, iso }) => {
      const short = monthName(month).slice(0, 3)
      const ways = [iso, slashedDate(iso), dateInWords(iso), `${short} ${day} ${year}`, `${short}. ${day}, ${year}`]
      const others = [`${day} ${short} ${year}`, `${day} ${monthName(month)} ${year}`, ` ${month}-${day}-${year} `]
      for (const way of [...ways, ...others, dateInWords(iso).toUpperCase()]) expect(read(way), way).toBe(iso)
    }),
  )
})

test.each([
  ['3/31/2026', '2026-03-31'],
  ['03/31/2026', '2026-03-31'],
  ['Sept. 30, 2007', '2007-09-30'],
  ['March 4th,  2026', '2026-03-04'],
  ['2/29/2028', '2028-02-29'],
  ['2/30/2026', 'February 2026 has 28 days.'],
  ['2026-06-31', 'June 2026 has 30 days.'],
  ['4/0/2026', 'April 2026 has 30 days.'],
  ['3/31/26', 'Enter the year with four digits, as in 12/31/2007.'],
  ['Mar 31 26', 'Enter the year with four digits, as in 12/31/2007.'],
  ['31/3/2026', 'The month comes first, as in 12/31/2007.'],
  ['13/13/2026', 'A month is a number from 1 to 12.'],
  ['2026-13-20', 'A month is a number from 1 to 12.'],
  ['31.3.2026', 'Enter month, day and year, such as 12/31/2007.'],
  ['3/31-2026', 'Enter month, day and year, such as 12/31/2007.'],
  ['Foo 31 2026', 'Enter month, day and year, such as 12/31/2007.'],
  ['2026', 'Enter month, day and year, such as 12/31/2007.'],
  ['', 'Enter month, day and year, such as 12/31/2007.'],
])('“%s” is %s', (text, meant) => {
  expect(read(text)).toBe(meant)
})

test('what is no date is shown as it is', () => {
  expect(slashedDate('2026-03-04')).toBe('3/4/2026')
  expect(slashedDate('soon')).toBe('soon')
})
