/**
 * The headlines are of a period that the filing shows, named as its schedules head it, whatever became of the column noted last.
 */
import { describe, expect, it } from 'vitest'
import { periodInForce, periodName } from '../../../../renderer/session/reading/period.ts'
import type { Column, Filing, Schedule } from '../../../../shared/model/filing.ts'

const YEAR: Column = { id: 'fy_2022', label: 'December 31, 2022', kind: 'duration', end: '2022-12-31' }
const DAY: Column = { id: 'day', label: 'December 31, 2022', kind: 'instant', end: '2022-12-31' }
const LOANS: Column = { id: 'loans', label: 'Loans', kind: 'component' }

function schedule(id: string, columns: Column[]): Schedule {
  return { id, columns, lines: [], cells: [], groups: [{ label: 'Year Ended', columns: ['fy_2022'] }] }
}

function filing(...schedules: Schedule[]): Filing {
  return { id: 'own', title: 'Own', schedules }
}

describe('the period of the headlines', () => {
  it('is the one last focused', () => {
    const own = filing(schedule('a', [DAY, YEAR]), schedule('b', [YEAR]))
    expect(periodInForce(own, 'fy_2022')).toBe('fy_2022')
    expect(periodName(own, 'a', 'fy_2022')).toBe('Year Ended December 31, 2022')
  })

  it('is another one once that became a component, was renamed or deleted', () => {
    const own = filing(schedule('a', [{ ...YEAR, kind: 'component', label: 'fy_2022' }, DAY]))
    expect(periodInForce(own, 'fy_2022')).toBe('day')
    expect(periodInForce(filing(schedule('a', [LOANS]), schedule('b', [DAY])), 'fy_2022')).toBe('day')
    expect(periodInForce(own, undefined)).toBe('day')
  })

  it('is named by a schedule in which it is a period', () => {
    const own = filing(schedule('a', [{ ...YEAR, kind: 'component', label: 'fy_2022' }]), schedule('b', [YEAR]))
    expect(periodInForce(own, 'fy_2022')).toBe('fy_2022')
    expect(periodName(own, 'a', 'fy_2022')).toBe('Year Ended December 31, 2022')
  })

  it('is the first of the filing where none was noted, whichever schedule is shown, and none where no column is a period', () => {
    const own = filing(schedule('a', [YEAR]), schedule('b', [DAY]))
    expect(periodInForce(own, undefined)).toBe('fy_2022')
    expect(periodInForce(filing(schedule('a', [LOANS])), 'fy_2022')).toBeUndefined()
  })
})
