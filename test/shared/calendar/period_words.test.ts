/**
 * Dates, quarters, years and spans in titles and labels move to the next period; all else stays.
 */
import { describe, expect, test } from 'vitest'
import { addMonths, dateInWords, monthsBetween, readDate } from '../../../shared/calendar/dates.ts'
import { movedWords, type Move } from '../../../shared/calendar/period_words.ts'
import { datedNotes } from '../../../shared/templates/note_times.ts'
import { nextDetails, periodRefusal } from '../../../shared/templates/roll/roll_forward.ts'
import { sampleFilings } from '../../../db/samples/samples.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

const QUARTER: Move = { from: '2007-09-30', to: '2007-12-31', months: 3 }
const NEW_YEAR: Move = { from: '2007-12-31', to: '2008-03-31', months: 3 }
const YEAR: Move = { from: '2009-12-31', to: '2010-12-31', months: 12 }

/** Why a filing cannot roll to that date, in words. */
function rollRefusal(of: Filing, end: string): string | undefined {
  const refusal = periodRefusal(of, end)
  return refusal && refusalText(refusal)
}

describe('words', () => {
  test.each([
    ['Third quarter 2007 results', QUARTER, 'Fourth quarter 2007 results'],
    [
      'Comparative earnings, third and second quarters of 2007',
      QUARTER,
      'Comparative earnings, fourth and third quarters of 2007',
    ],
    ['fourth and third quarters of 2007', NEW_YEAR, 'first quarter of 2008 and fourth quarter of 2007'],
    ['Fourth quarter 2007', NEW_YEAR, 'First quarter 2008'],
    ['Q3 2007', QUARTER, 'Q4 2007'],
    ['Sept. 30, 2007', QUARTER, 'Dec. 31, 2007'],
    ['September 30, 2007', QUARTER, 'December 31, 2007'],
    [
      'Earnings, first quarter of 2008 and fourth quarter of 2007',
      { from: '2008-03-31', to: '2008-06-30', months: 3 },
      'Earnings, second and first quarters of 2008',
    ],
    [
      'Second Quarter 2007 and First Quarter 2007',
      { from: '2007-06-30', to: '2007-09-30', months: 3 },
      'Third and Second quarters 2007',
    ],
    ['Nine Months Ended', QUARTER, 'Year Ended'],
    ['Three Months Ended', QUARTER, 'Three Months Ended'],
    ['year to September 30', QUARTER, 'year to December 31'],
    ['For the year ended December 31, 2009', YEAR, 'For the year ended December 31, 2010'],
    ['For the year ended December 31, 2007', NEW_YEAR, 'For the three months ended March 31, 2008'],
    ['Recorded book value at 12/31/2008', YEAR, 'Recorded book value at 12/31/2009'],
    ['Opening equity and all other movements of 2009', YEAR, 'Opening equity and all other movements of 2010'],
    ['Loans of 2,009 and $2009 at 6.2009', YEAR, 'Loans of 2,009 and $2009 at 6.2009'],
    ['Maybe 5 of them, May 31, 2009', YEAR, 'Maybe 5 of them, May 31, 2010'],
    ['February 29, 2008', { from: '2008-02-29', to: '2009-02-28', months: 12 }, 'February 28, 2009'],
  ] as const)('%s', (text, move, expected) => {
    expect(movedWords(text, move)).toBe(expected)
  })
})

describe('dates', () => {
  test('the last day of a month stays the last', () => {
    expect(addMonths('2007-09-30', 3)).toBe('2007-12-31')
    expect(addMonths('2007-12-31', -3)).toBe('2007-09-30')
    expect(addMonths('2007-11-30', 3)).toBe('2008-02-29')
    expect(addMonths('2007-12-28', 3)).toBe('2008-03-28')
    expect(monthsBetween('2007-09-30', '2008-03-31')).toBe(6)
    expect(dateInWords('2008-02-29')).toBe('February 29, 2008')
    expect(readDate('2007-02-29')).toBeUndefined()
  })

  test('a roll goes forward by quarters', () => {
    const filing = sampleFilings()[0]!
    expect(rollRefusal(filing, '2007-12-31')).toBeUndefined()
    expect(rollRefusal(filing, '2007-09-30')).toBe('The next period ends after September 30, 2007.')
    expect(rollRefusal(filing, '2007-10-31')).toBe(
      'The next period ends 3, 6, 9 or 12 months or whole years after September 30, 2007; this is 1 month.',
    )
    expect(rollRefusal({ ...filing, periodEnd: '' }, '2007-12-31')).toBe(
      'The filing has no period end. Enter it in the filing details first.',
    )
  })
})

describe('the title that the next period proposes', () => {
  const [release, letter] = sampleFilings()
  test('is that of a filing of its own, also after a copy', () => {
    const copy = { ...release!, title: 'Copy of Copy of Third quarter 2007 results' }
    expect(nextDetails(copy, 'quarter').title).toBe('Fourth quarter 2007 results')
  })

  test('names the quarter where a filing for years goes on by quarters', () => {
    expect(nextDetails(letter!, 'quarter').title).toBe('Trust rollforward for the first quarter of 2010')
    expect(nextDetails(letter!, 'year').title).toBe('Trust rollforward for 2010')
  })
})

describe('notes that speak of another period', () => {
  test('name days that no period of the filing ends on, other years, and amounts', () => {
    const [release] = sampleFilings()
    const text =
      'From September 30, 2007 to 12/31/2006, in 2007 and 2003, third quarter of 2005: $4 million, 1,234, item 3.'
    const [income] = release!.schedules
    const filing = { ...release!, schedules: [{ ...income!, notes: [{ mark: '1', text }] }] }
    expect(datedNotes(filing).map(({ mark, named }) => [mark, named])).toEqual([
      ['1', ['12/31/2006', '2003', 'third quarter of 2005', '$4 million', '1,234']],
    ])
    expect(datedNotes({ ...filing, schedules: [{ ...income!, notes: [{ mark: '1', text: 'Unaudited.' }] }] })).toEqual(
      [],
    )
  })
})
