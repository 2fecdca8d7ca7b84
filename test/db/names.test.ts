/**
 * A change set after which a name of the structure leads nowhere is refused in words, and nothing of it is stored; what is taken
 * back, and what led nowhere before, stands in nobody's way.
 */
import { describe, expect, test } from 'vitest'
import { createWorkbook, type Workbook } from '../../db/workbook.ts'
import { inverse } from '../../shared/model/change_set.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { Placed } from '../../shared/model/changes/change_kind.ts'
import type { Filing, FilingHead, Line, Schedule, ScheduleHead } from '../../shared/model/filing.ts'
import { failure, filings, newPath, options, set } from './workbook_fixture.ts'

function opened(all = filings()): Workbook {
  return createWorkbook(newPath(), all, options({ backUpOnOpen: false }))
}

function made(id: string, more: Partial<Line> = {}, at = 2): Change {
  const after: Placed<Line> = { definition: { id, label: id.toUpperCase(), kind: 'input', ...more }, at }
  return { kind: 'line', schedule: 'income', line: id, before: null, after }
}

/** Line `a` or `b` of the draft, changed. */
function changed(id: 'a' | 'b', more: Partial<Line>): Change {
  const at = id === 'a' ? 0 : 1
  const definition: Line = { id, label: id.toUpperCase(), kind: 'input' }
  return {
    kind: 'line',
    schedule: 'income',
    line: id,
    before: { definition, at },
    after: { definition: { ...definition, ...more }, at },
  }
}

function schedule(id: string, more: Partial<Schedule>, at = 1): Change {
  const definition: Schedule = { id, columns: [], lines: [], cells: [], ...more }
  return { kind: 'schedule', schedule: id, before: null, after: { definition, at } }
}

function scheduleHead(more: Partial<ScheduleHead>): Change {
  const before = { definition: { id: 'income' }, at: 0 }
  return {
    kind: 'schedule_head',
    schedule: 'income',
    before,
    after: { ...before, definition: { id: 'income', ...more } },
  }
}

const PLAN: FilingHead = { id: 'plan', title: 'Plan for 2008', status: 'draft' }

function filingHead(more: Partial<FilingHead>, before: FilingHead = PLAN): Change {
  return { kind: 'filing', before: { definition: before, at: 1 }, after: { definition: { ...before, ...more }, at: 1 } }
}

function shows(...lines: string[]): Partial<FilingHead> {
  return { headlines: [{ id: 'net_earnings', label: 'Net', lines }] }
}

describe('refused, and not stored', () => {
  const rule = { taxableIncome: 'income.a', preferredDividends: 'income.b', yearToDate: {} }
  test.each<[string, RegExp, Change[]]>([
    [
      'a parent that is no line',
      /C is a detail of gone, which does not exist\. The change was not stored\./,
      [made('c', { parent: 'gone' })],
    ],
    [
      'a parent of another schedule',
      /is a detail of total/,
      [schedule('equity', { lines: [{ id: 'total', label: 'T', kind: 'input' }] }), made('c', { parent: 'total' })],
    ],
    [
      'a ring of parents',
      /A would be a detail of itself\. So does another name\./,
      [changed('a', { parent: 'b' }), changed('b', { parent: 'a' })],
    ],
    [
      'a link to a schedule that is not there',
      /A in income mirrors equity\.total/,
      [changed('a', { source: { line: 'equity.total', sign: 1 } })],
    ],
    ['a mark without its note', /has the mark of note 1/, [changed('a', { notes: ['1'] })]],
    [
      'a head over no column',
      /spans q9, which is not a column/,
      [scheduleHead({ groups: [{ label: 'Year', columns: ['fy', 'q9'] }] })],
    ],
    ['a sum that starts nowhere', /starts from gone/, [scheduleHead({ start: 'gone' })]],
    [
      'a headline that shows no line',
      /The headline “Net” shows income\.gone or equity\.a/,
      [filingHead(shows('income.gone', 'equity.a'))],
    ],
    ['a headline in a column that is not there', /shows income\.a@q9/, [filingHead(shows('income.a@q9'))]],
    [
      'a rule formed from no line',
      /formed from income\.gone/,
      [filingHead({ minimumDistribution: { ...rule, preferredDividends: 'income.gone' } })],
    ],
    [
      'a year to date of no column',
      /counts q9/,
      [filingHead({ minimumDistribution: { ...rule, yearToDate: { fy: ['q9'] } } })],
    ],
    [
      'a schedule that brings such a name',
      /is a detail of gone/,
      [schedule('equity', { lines: [{ id: 'x', label: 'X', kind: 'input', parent: 'gone' }] })],
    ],
  ])('%s', (_, words, changes) => {
    const workbook = opened()
    const before = workbook.read()
    const refusal = failure(() => workbook.commit(set('plan', ...changes)))
    expect(refusal.kind).toBe('refused')
    expect(refusal.message).toMatch(words)
    expect(workbook.read()).toEqual(before)
    // The workbook goes on from where it stood.
    workbook.commit(set('plan', made('c')))
    workbook.close()
  })

  test('a line that others name is not taken away from them', () => {
    const workbook = opened()
    workbook.commit(set('plan', made('c'), made('d', { parent: 'c' }, 3), filingHead(shows('income.c'))))
    const before = workbook.read()
    const refusal = failure(() => workbook.commit(set('plan', ...inverse([made('c')]))))
    expect(refusal.message).toMatch(/D is a detail of c, which does not exist\. So does another name\./)
    expect(workbook.read()).toEqual(before)
    workbook.close()
  })

  test('a filing made with such a name', () => {
    const workbook = opened()
    const before = workbook.read()
    const definition: FilingHead = { ...PLAN, id: 'next', ...shows('income.gone') }
    const refusal = failure(() =>
      workbook.commit(
        set('next', { kind: 'filing', before: null, after: { definition, at: 2 } }, schedule('income', {}, 0)),
      ),
    )
    expect(refusal.message).toMatch(/shows income\.gone/)
    expect(workbook.read()).toEqual(before)
    workbook.close()
  })
})

test('inside a change set a name may come before what it names', () => {
  const workbook = opened()
  const head: FilingHead = { ...PLAN, ...shows('equity.total@fy', 'other.x') }
  workbook.commit(
    set(
      'plan',
      filingHead(head),
      changed('a', { parent: 'c', source: { line: 'equity.total', sign: -1 }, notes: ['1'] }),
      made('c'),
      scheduleHead({ notes: [{ mark: '1', text: 'Estimated.' }], start: 'c' }),
      schedule('equity', {
        columns: [{ id: 'fy', label: '2008', kind: 'duration' }],
        lines: [{ id: 'total', label: 'Total', kind: 'input' }],
      }),
    ),
  )
  const after = workbook.read().filings
  const { number } = workbook.read().undo!
  workbook.undo(number)
  expect(workbook.read().filings.map(({ filing }) => filing)).toEqual(filings())
  workbook.redo(number)
  expect(workbook.read().filings).toEqual(after)
  workbook.close()
})

/** A draft as an older product may have stored it: names that lead nowhere in all of its parts. */
function faulty(): Filing[] {
  const [filed, draft] = filings() as [Filing, Filing]
  const [income] = draft.schedules as [Schedule]
  const lines = income.lines.map((line, at): Line => (at === 0 ? { ...line, parent: 'gone', notes: ['7'] } : line))
  return [filed, { ...draft, ...shows('old.total'), schedules: [{ ...income, start: 'gone', lines }] }]
}

test('names that led nowhere before do not stand in the way of other changes, of renaming and of mending', () => {
  const workbook = opened(faulty())
  const old: Line = faulty()[1]!.schedules[0]!.lines[0]!
  const before: Placed<Line> = { definition: old, at: 0 }
  workbook.commit(set('plan', made('c')))
  const copy: Change = {
    kind: 'line',
    schedule: 'income',
    line: 'd',
    before: null,
    after: { definition: { ...old, id: 'd' }, at: 3 },
  }
  workbook.commit(set('plan', copy))
  const { parent: _gone, ...mended } = old
  workbook.commit(
    set('plan', { kind: 'line', schedule: 'income', line: 'a', before, after: { definition: mended, at: 0 } }),
  )
  // One more that is missing is news.
  expect(failure(() => workbook.commit(set('plan', made('e', { parent: 'elsewhere' }, 4)))).kind).toBe('refused')
  for (let count = 0; count < 3; count += 1) workbook.undo(workbook.read().undo!.number)
  expect(workbook.read().filings[1]!.filing).toEqual(faulty()[1])
  workbook.close()
})

test('taking back a change out of order is not refused for a name', () => {
  const workbook = opened()
  const { number } = workbook.commit(set('plan', made('c')))
  workbook.commit(set('plan', filingHead(shows('income.c'))))
  workbook.revert(number)
  expect(workbook.read().filings[1]!.filing.schedules[0]!.lines.map(({ id }) => id)).toEqual(['a', 'b'])
  // The headline shows nothing now, and is in no later change's way.
  workbook.commit(set('plan', made('d')))
  for (let count = 0; count < 4; count += 1) workbook.undo(workbook.read().undo!.number)
  expect(workbook.read().filings.map(({ filing }) => filing)).toEqual(filings())
  workbook.close()
})
