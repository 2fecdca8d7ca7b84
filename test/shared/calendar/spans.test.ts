/**
 * How long the period of a column is: its id decides, then the head above it.
 */
import { describe, expect, test } from 'vitest'
import { idOfPeriod, periodEnding } from '../../../shared/calendar/periods.ts'
import { MONTHS_OF, monthsNamed, spanEnded, spanOfColumn } from '../../../shared/calendar/spans.ts'

const column = (id: string, kind = 'duration'): { id: string; kind: string; end: string } => ({
  id,
  kind,
  end: '2008-06-30',
})

describe('the span of a column', () => {
  test.each([
    ['q2_2008', '', 'quarter'],
    ['m3_2008', '', 'quarter'],
    ['h1_2008', '', 'half_year'],
    ['m6_2008', '', 'half_year'],
    ['m9_2008', '', 'nine_months'],
    ['m12_2008', '', 'year'],
    ['fy_2008', '', 'year'],
    ['h1_2008', 'Year to Date', 'half_year'],
    ['m12_2008', 'Three Months Ended', 'year'],
    ['own', 'Nine Months Ended', 'nine_months'],
    ['own', 'Six months ended', 'half_year'],
    ['own', 'Twelve months', 'year'],
    ['own', 'Years', 'year'],
    ['own', '', 'quarter'],
  ])('%s under “%s” is of a %s', (id, head, span) => expect(spanOfColumn(column(id), head)).toBe(span))

  test('is a quarter where there is no column', () => expect(spanOfColumn(undefined, '')).toBe('quarter'))

  test('is named by the head that is written over such columns', () => {
    for (const months of Object.values(MONTHS_OF)) expect(monthsNamed(spanEnded(months))).toBe(months)
  })
})

test.each([
  [3, 'q2_2008'],
  [6, 'm6_2008'],
  [9, 'm9_2008'],
  [12, 'fy_2008'],
])('the period of %d months that ends with June 2008 has the id %s', (months, id) =>
  expect(idOfPeriod(periodEnding('2008-06-30', months))).toBe(id),
)
