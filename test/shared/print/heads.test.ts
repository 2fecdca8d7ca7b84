/**
 * Where the heads of columns break.
 */
import { describe, expect, test } from 'vitest'
import { headEms, headLines, headWords, periodLines } from '../../../shared/print/heads.ts'

/** The lines of heads that have so much room each. */
const row = (ems: number, ...labels: string[]): (string[] | undefined)[] =>
  headLines(labels.map((label) => ({ label, ems, more: 0 })))

describe('headWords', () => {
  test.each([
    ['September 30, 2007', ['September 30,', '2007']],
    ['Sept. 30, 2007', ['Sept. 30,', '2007']],
    ['Increase (decrease)', ['Increase', '(decrease)']],
    ['Pool 12', ['Pool 12']],
    ['', []],
  ])('%j breaks into %j', (label, words) => {
    expect(headWords(label)).toEqual(words)
  })
})

describe('the heads of periods in one row', () => {
  test('stand on one line each where every one has room', () => {
    expect(row(12, 'September 30, 2007', 'June 30, 2007')).toEqual([['September 30, 2007'], ['June 30, 2007']])
  })

  test('break all before the year where one has no room', () => {
    expect(row(9, 'September 30, 2007', 'June 30, 2007', 'Increase (decrease)')).toEqual([
      ['September 30,', '2007'],
      ['June 30,', '2007'],
      undefined,
    ])
  })

  test('break before "Ended" likewise, with the room that marks behind them take', () => {
    expect(periodLines('Nine Months Ended')).toEqual(['Nine Months', 'Ended'])
    const heads = [
      { label: 'Three Months Ended', ems: 40, more: 3 },
      { label: 'Nine Months Ended', ems: 7, more: 3 },
    ]
    expect(headLines(heads)).toEqual([
      ['Three Months', 'Ended'],
      ['Nine Months', 'Ended'],
    ])
  })

  test('need no more room than the longer of their two lines', () => {
    expect(headEms('September 30, 2007', 0)).toBe(headEms('September 30,', 0))
    expect(headEms('Nine Months Ended', 2)).toBeLessThan(headEms('x'.repeat(17), 0) * 2)
  })
})
