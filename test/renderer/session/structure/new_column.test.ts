/** What a new column is from the column in focus, and where it comes to stand. */
import { describe, expect, it } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../../db/samples/impac_2007_q3/filing.ts'
import { IMPAC_2009 } from '../../../../db/samples/impac_2009/filing.ts'
import { countedTwice } from '../../../../renderer/session/structure/total_run.ts'
import {
  monthsLater,
  newColumnForm,
  readyColumn,
  withKind,
  withRun,
} from '../../../../renderer/session/structure/new_column.ts'
import type { Column, Filing, Schedule } from '../../../../shared/model/filing.ts'
import { worded } from '../../../shared/worded.ts'

const period = (id: string, end: string): Column => ({ id, label: id, kind: 'duration', end })

const QUARTERS: Schedule = {
  id: 'income',
  columns: [
    period('q3_2007', '2007-09-30'),
    period('q2_2007', '2007-06-30'),
    { id: 'variance', label: 'Change', kind: 'computed', all: true, formula: '= @q3_2007 - @q2_2007' },
  ],
  groups: [{ label: 'Three Months Ended', columns: ['q3_2007', 'q2_2007'] }],
  lines: [{ id: 'a', label: 'A', kind: 'input' }],
  cells: [],
}

const CLASSES: Schedule = {
  ...QUARTERS,
  columns: ['afs', 'reo', 'cash'].map((id): Column => ({ id, label: id, kind: 'component' })),
  groups: [],
}

const RECONCILIATION = IMPAC_2007_Q3.schedules.find(({ id }) => id === 'reconciliation')!

const EMPTY: Schedule = { ...QUARTERS, columns: [], groups: [] }

const filing = (schedule: Schedule): Filing => ({ id: 'f', title: 'F', periodEnd: '2007-09-30', schedules: [schedule] })

function form(schedule: Schedule, focus: string | undefined) {
  return newColumnForm(filing(schedule), schedule, focus)
}

describe('months later', () => {
  it.each([
    ['2007-09-30', 3, '2007-12-31'],
    ['2007-12-31', 2, '2008-02-29'],
    ['2007-12-31', 12, '2008-12-31'],
    ['2008-02-29', 12, '2009-02-28'],
    ['2007-01-15', 1, '2007-02-15'],
    ['2007-01-30', 1, '2007-02-28'],
    ['no date', 1, ''],
  ])('%s and %d months are %s', (end, months, later) => {
    expect(monthsLater(end, months)).toBe(later)
  })
})

describe('by default', () => {
  it.each([
    ['h1_2008', '2008-06-30', 'half_year', '2008-12-31'],
    ['m12_2008', '2008-12-31', 'year', '2009-12-31'],
  ])('follows the period that the id %s names', (id, end, span, next) => {
    const own = { ...QUARTERS, columns: [period(id, end)], groups: [] }
    expect(form(own, id)).toMatchObject({ kind: 'period', span, end: next })
  })

  it('is the next period of the length of that in focus, under its head, after it, serving the lines that it serves', () => {
    const begun = form(QUARTERS, 'q3_2007')
    expect(begun).toMatchObject({ kind: 'period', end: '2007-12-31', span: 'quarter', behind: 'q3_2007' })
    expect(readyColumn(begun, QUARTERS)).toMatchObject({
      column: { id: 'q4_2007', kind: 'duration', end: '2007-12-31' },
      behind: 'q3_2007',
      group: 'Three Months Ended',
      like: 'q3_2007',
    })
  })

  it('compares the column in focus with the next one', () => {
    const compared = withKind(form(QUARTERS, 'q3_2007'), 'variance', QUARTERS, 'q3_2007')
    expect(compared).toMatchObject({ current: 'q3_2007', prior: 'q2_2007', behind: 'variance' })
    expect(readyColumn(compared, QUARTERS)).toMatchObject({
      column: {
        id: 'variance_2',
        formula: '= needs(@q3_2007, needs(@q2_2007, printed(@q3_2007) - printed(@q2_2007)))',
        all: true,
      },
    })
  })

  it('of a comparison stands behind the pair and what compares it already, not last of all', () => {
    const wide: Schedule = { ...QUARTERS, columns: [...QUARTERS.columns, period('q1_2007', '2007-03-31')] }
    expect(withKind(form(wide, 'q3_2007'), 'percent', wide, 'q3_2007').behind).toBe('variance')
    expect(withKind(form(wide, 'q2_2007'), 'percent', wide, 'q2_2007')).toMatchObject({
      current: 'q2_2007',
      prior: 'q1_2007',
      behind: 'q1_2007',
    })
  })

  it('is the next period that does not stand yet', () => {
    expect(form(QUARTERS, 'q2_2007')).toMatchObject({ end: '2007-12-31', behind: 'q2_2007' })
  })

  it('adds up all components side by side, after the last of them', () => {
    const total = withKind(form(CLASSES, 'reo'), 'total', CLASSES, 'reo')
    expect(total).toMatchObject({ kind: 'total', first: 'afs', last: 'cash', behind: 'cash' })
    expect(readyColumn(total, CLASSES)).toMatchObject({ column: { formula: '= sum(@afs..@cash)', label: 'Total' } })
  })

  it.each([
    ['q3_2007', ['q3_2007', 'q2_2007']],
    ['q2_2007', ['q3_2007', 'q2_2007']],
    // Another year, a total of quarters, and a quarter behind that total: no neighbour to add up.
    ['q3_2006', ['q3_2006', 'q3_2006']],
    ['m9_2007', ['m9_2007', 'm9_2007']],
    ['q1_2007', ['q1_2007', 'q1_2007']],
  ])('adds up the quarters of one year beside %s, each once', (focus, run) => {
    const total = withKind(form(RECONCILIATION, focus), 'total', RECONCILIATION, focus)
    expect([total.first, total.last]).toEqual(run)
    expect(countedTwice(RECONCILIATION, total)).toBeUndefined()
  })

  it('adds up components up to a total of them, and no period of another length or one that stands already', () => {
    const trusts = IMPAC_2009.schedules.find(({ id }) => id === 'trusts')!
    expect(withKind(form(trusts, 'reo'), 'total', trusts, 'reo')).toMatchObject({ first: 'afs', last: 'reo' })
    const columns = [
      period('q1_2007', '2007-03-31'),
      period('q2_2007', '2007-06-30'),
      period('q2_2007_copy', '2007-06-30'),
      period('fy_2007', '2007-12-31'),
    ]
    const mixed: Schedule = { ...QUARTERS, groups: undefined, columns }
    expect(form(mixed, 'q1_2007')).toMatchObject({ first: 'q1_2007', last: 'q2_2007' })
    expect(form(mixed, 'fy_2007')).toMatchObject({ first: 'fy_2007', last: 'fy_2007' })
  })

  it('is a component where components stand, and needs a name', () => {
    expect(readyColumn(form(CLASSES, 'reo'), CLASSES)).toMatchObject({ at: 'label' })
    expect(readyColumn({ ...form(CLASSES, 'reo'), label: ' Loans, held ' }, CLASSES)).toMatchObject({
      column: { id: 'loans_held', label: 'Loans, held', kind: 'component' },
      like: 'reo',
    })
  })

  it('ends with the filing where nothing stands yet, first of all, without a head', () => {
    const first = readyColumn(form(EMPTY, undefined), { ...EMPTY, groups: undefined })
    expect(first).toEqual({
      column: { id: 'q3_2007', label: 'September 30, 2007', kind: 'duration', end: '2007-09-30' },
      behind: undefined,
    })
  })
})

describe('a sum that counts amounts twice says which, and can be made', () => {
  const NAME = 'Three Months Ended'
  it.each([
    [
      'q3_2007',
      'q1_2007',
      `The sum counts ${NAME} September 30, 2007, ${NAME} June 30, 2007 and ${NAME} March 31, 2007 twice, because Nine Months Ended September 30, 2007 includes the same amounts.`,
    ],
    [
      'm9_2007',
      'q1_2007',
      `The sum counts ${NAME} March 31, 2007 twice, because Nine Months Ended September 30, 2007 includes the same amounts.`,
    ],
    ['q3_2007', 'q3_2006', undefined],
    ['q3_2006', 'm9_2007', undefined],
  ])('%s to %s', (first, last, words) => {
    const begun = withKind(form(RECONCILIATION, 'q2_2007'), 'total', RECONCILIATION, 'q2_2007')
    const total = withRun(begun, { first, last })
    expect(countedTwice(RECONCILIATION, total)).toBe(words)
    expect(readyColumn(total, RECONCILIATION)).toHaveProperty('column')
  })

  it('also where figures of the longer period were entered, where a period stands twice, and of a comparison', () => {
    const columns = [
      period('fy_2007', '2007-12-31'),
      period('q4_2007', '2007-12-31'),
      period('q4_2007_copy', '2007-12-31'),
      period('q4_2006', '2006-12-31'),
      { id: 'variance', label: 'Change', kind: 'computed' as const, all: true, formula: '= @q4_2007 - @q4_2006' },
      period('q3_2007', '2007-09-30'),
    ]
    const own: Schedule = { ...QUARTERS, groups: undefined, columns }
    const said = (first: string, last: string) => countedTwice(own, { first, last })
    expect(said('fy_2007', 'q4_2007')).toBe('The sum counts q4_2007 twice, because fy_2007 includes the same amounts.')
    expect(said('q4_2007', 'q4_2007_copy')).toBe(
      'The sum counts q4_2007_copy twice, because q4_2007 includes the same amounts.',
    )
    expect(said('q4_2006', 'q3_2007')).toBe('The sum counts Change too, which compares q4_2006.')
    expect(said('q4_2007_copy', 'q4_2006')).toBeUndefined()
  })

  it('stands behind the run that was chosen, and never inside it', () => {
    const total = withKind(form(RECONCILIATION, 'q2_2007'), 'total', RECONCILIATION, 'q2_2007')
    const wider = withRun(total, { last: 'q1_2007' })
    expect(wider).toMatchObject({ first: 'q3_2007', last: 'q1_2007', behind: 'q1_2007' })
    expect(withRun({ ...total, behind: 'm9_2007' }, { last: 'q3_2006' }).behind).toBe('m9_2007')
    for (const behind of ['q3_2007', 'm9_2007']) {
      expect(worded(readyColumn({ ...wider, behind }, RECONCILIATION))).toEqual({
        at: 'behind',
        reason: 'A total comes before or after the columns that it adds up, not among them.',
      })
    }
    for (const behind of ['', 'q1_2007']) {
      expect(readyColumn({ ...wider, behind }, RECONCILIATION)).toHaveProperty('column')
    }
  })

  it('of totals of components', () => {
    const trusts = IMPAC_2009.schedules.find(({ id }) => id === 'trusts')!
    expect(countedTwice(trusts, { first: 'reo', last: 'borrowings' })).toBe(
      'The sum counts Real estate owned twice, because Total trust assets includes the same amounts.',
    )
    expect(countedTwice(trusts, { first: 'afs', last: 'reo' })).toBeUndefined()
  })
})

describe('what cannot be', () => {
  const begun = form(QUARTERS, 'q3_2007')
  it.each([
    [{ kind: 'period', end: '2007-02-30' }, 'end'],
    [{ kind: 'date', end: '' }, 'end'],
    [{ kind: 'period', end: '1206-09-30' }, 'end'],
    [{ kind: 'period', end: '2200-03-31' }, 'end'],
    [{ kind: 'period', end: '2007-06-30' }, 'end'],
    [{ kind: 'total', first: 'q3_2007', last: 'q3_2007' }, 'last'],
    [{ kind: 'total', first: 'q3_2007', last: 'variance' }, 'last'],
    [{ kind: 'total', first: 'variance', last: 'q2_2007' }, 'first'],
    [{ kind: 'variance', prior: 'q3_2007' }, 'prior'],
    [{ kind: 'percent', current: '' }, 'prior'],
    [{ kind: 'total', first: 'q2_2007', last: 'q3_2007' }, 'last'],
    [{ kind: 'total', first: '' }, 'first'],
  ] as const)('%j is said at %s', (change, at) => {
    expect(readyColumn({ ...begun, ...change }, QUARTERS)).toMatchObject({ at })
  })
})

it('a period of another length may end on the day on which one ends, and so may a date', () => {
  const begun = form(QUARTERS, 'q3_2007')
  for (const change of [{ span: 'nine_months' }, { kind: 'date' }] as const) {
    expect(readyColumn({ ...begun, end: '2007-09-30', ...change }, QUARTERS)).toHaveProperty('column')
  }
  expect(worded(readyColumn({ ...begun, end: '2007-09-30' }, QUARTERS))).toEqual({
    at: 'end',
    reason: expect.stringContaining('has this period already: Three Months Ended q3_2007'),
  })
})
