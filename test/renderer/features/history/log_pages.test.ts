/**
 * The change log as it is read page by page, grouped by day and narrowed.
 */
import { describe, expect, test } from 'vitest'
import { rangeOf } from '../../../../renderer/features/history/log_filter.ts'
import { byDay, NO_PAGES, PAGE, withNewest, withOlder } from '../../../../renderer/features/history/log_pages.ts'
import { whereText } from '../../../../renderer/features/history/wording.ts'
import type { LogEntry } from '../../../../shared/model/log_entry.ts'
import { eachAtDesk, type Desk } from '../../session/open_session.ts'

function entry(number: number, time = '2026-03-04T12:00:00.000Z'): LogEntry {
  const none = { filing: null, place: null, reverses: null, changeCount: 1 }
  return { ...none, number, id: `entry ${number}`, time, author: 'A', kind: 'edit', title: `Change ${number}` }
}

/** The entries of these numbers, newest first. */
function page(from: number, to: number): LogEntry[] {
  return Array.from({ length: from - to + 1 }, (_, at) => entry(from - at))
}

const numbers = ({ entries }: { entries: readonly LogEntry[] }): number[] => entries.map(({ number }) => number)

describe('pages of the log', () => {
  const first = withNewest(NO_PAGES, page(250, 151))
  const both = withOlder(first, page(150, 51))

  test('go on towards the beginning, and are whole there', () => {
    expect(first).toMatchObject({ isWhole: false })
    expect(numbers(both)).toHaveLength(2 * PAGE)
    const whole = withOlder(both, page(50, 1))
    expect(whole.isWhole).toBe(true)
    expect(numbers(whole)).toEqual(numbers({ entries: page(250, 1) }))
  })

  test('keep what was read when something new comes in front', () => {
    const news = withNewest(both, page(252, 153))
    expect(numbers(news)).toEqual(numbers({ entries: page(252, 51) }))
    expect(news.isWhole).toBe(false)
  })

  test('begin anew where the newest page does not meet what was read', () => {
    expect(numbers(withNewest(both, page(400, 301)))).toEqual(numbers({ entries: page(400, 301) }))
    // A shorter log than before, as after a backup was restored.
    expect(withNewest(both, page(20, 1))).toEqual({ entries: page(20, 1), isWhole: true })
  })
})

test('entries stand by day, in their order', () => {
  const entries = [entry(4, '2026-03-05T01:00:00Z'), entry(3, '2026-03-04T23:00:00Z'), entry(2, '2026-03-04T02:00:00Z')]
  expect(
    byDay(entries, (time) => time.slice(0, 10)).map(({ day, entries: made }) => [day, numbers({ entries: made })]),
  ).toEqual([
    ['2026-03-05', [4]],
    ['2026-03-04', [3, 2]],
  ])
})

test('a filter asks for what was chosen at the place shown', () => {
  const place = { filing: 'f', schedule: 's', scenario: null }
  const cell = { schedule: 's', line: 'l', column: 'c' }
  const ask = (scope: Parameters<typeof rangeOf>[0]['scope'], kind: 'all' | 'undo' = 'all', text = '') =>
    rangeOf({ scope, kind, text }, place, cell)
  expect(ask('all', 'undo', ' loan ')).toEqual({ kind: 'undo', text: 'loan' })
  expect(ask('filing')).toEqual({ filing: 'f' })
  expect(ask('schedule')).toEqual({ filing: 'f', schedule: 's' })
  expect(ask('scenario')).toEqual({ filing: 'f', scenario: null })
  expect(ask('cell')).toEqual({ filing: 'f', cell })
  expect(rangeOf({ scope: 'cell', kind: 'all', text: '' }, place, undefined)).toBeNull()
})

describe('where a change was made', () => {
  let desk: Desk
  eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

  test('is told by filing, schedule and scenario, and by what is gone', () => {
    desk.enter('provision_for_loan_losses', 'q3_2007', '1')
    const { book } = desk.session.workbook()
    const { scenario } = desk.session.getState().place!
    const place = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007', scenario }
    const where = (filing: string | null, at: LogEntry['place']): string => whereText(book, { filing, place: at })
    expect(where('impac_2007_q3', place)).toBe('Third quarter 2007 results · Comparative earnings · Scenario 1')
    expect(where('impac_2007_q3', { ...place, scenario: null })).toMatch(/ · As filed$/)
    expect(where('impac_2007_q3', { ...place, scenario: 'gone' })).toMatch(/ · Deleted scenario$/)
    expect(where('books', { ...place, schedule: 'gone', scenario: null })).toBe('Books 2008 · Deleted schedule · Draft')
    expect(where('books', null)).toBe('Books 2008')
    expect(where('gone', place)).toBe('Deleted filing')
    expect(where(null, null)).toBe('')
  })
})
