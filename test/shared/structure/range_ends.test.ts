/**
 * Ranges that take in what comes to stand beside their end: lines and columns inserted and duplicated in the sample filings.
 */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../shared/model/filing.ts'
import { changeColumn, duplicateColumn, insertColumn } from '../../../shared/structure/columns.ts'
import { componentColumn, totalColumn } from '../../../shared/structure/computed_columns.ts'
import { duplicateLines } from '../../../shared/structure/line_copies.ts'
import { changeLine, insertLine } from '../../../shared/structure/lines.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { column, columnIds, done, impac, line, planned, refusal, trusts, value } from './sample_drafts.ts'

const entry = (id: string, more: Partial<Line> = {}): Line => ({ id, label: id.toUpperCase(), kind: 'input', ...more })

/** `a`, `b`, `total = sum(a..b)`, `after`. */
function small(): Draft {
  const total: Line = { id: 'total', label: 'Total', kind: 'formula', formula: '= sum(a..b)' }
  const cells = ['a', 'b'].map((id) => ({ schedule: 's', line: id, column: 'x', input: '10' }))
  const columns = [{ id: 'x', label: 'X', kind: 'duration' as const }]
  const lines = [entry('a'), entry('b'), total, entry('after')]
  return {
    filing: { id: 'f', title: 'F', schedules: [{ id: 's', columns, lines, cells }] },
    at: 0,
    scenarios: [],
    comments: [],
  }
}

const insert = (draft: Draft, at: number, given: Line) => insertLine(draft, { schedule: 's', at, line: given })

describe('a line', () => {
  test('inserted below the last member is counted, and the title says so', () => {
    const draft = small()
    const plan = planned(insert(draft, 2, entry('new')))
    expect(plan.title).toBe('Inserted line NEW in s, counted in Total')
    const after = done(draft, plan)
    expect(line(after, 's.total').formula).toBe('= sum(a..new)')
    const again = done(after, insert(after, 3, entry('newer')))
    expect(line(again, 's.total').formula).toBe('= sum(a..newer)')
  })

  test('inserted among the members is counted as it was, and now said to be', () => {
    const draft = small()
    const plan = planned(insert(draft, 1, entry('new')))
    expect(plan.title).toBe('Inserted line NEW in s, counted in Total')
    expect(line(done(draft, plan), 's.total').formula).toBe('= sum(a..b)')
  })

  test.each<[string, number, Line]>([
    ['a heading', 2, entry('new', { kind: 'heading' })],
    ['a number of shares', 2, entry('new', { format: 'shares' })],
    ['a detail', 2, entry('new', { parent: 'b' })],
    ['a line behind the total', 3, entry('new')],
    ['a line that reads the total', 2, entry('new', { kind: 'formula', formula: '= total / 2' })],
  ])('%s is not counted', (_what, at, given) => {
    const draft = small()
    const plan = planned(insert(draft, at, given))
    expect(plan.title).toBe('Inserted line NEW in s')
    expect(line(done(draft, plan), 's.total').formula).toBe('= sum(a..b)')
  })

  test('that holds the range itself does not join it', () => {
    const draft = small()
    const copy = planned(duplicateLines(draft, { schedule: 's', lines: ['total'] }))
    const after = done(draft, copy)
    expect([line(after, 's.total').formula, line(after, 's.total_2').formula]).toEqual(['= sum(a..b)', '= sum(a..b)'])
  })

  test('duplicated behind the last member is counted with what it holds', () => {
    const draft = small()
    const plan = planned(duplicateLines(draft, { schedule: 's', lines: ['b'] }))
    expect(plan.title).toBe('Duplicated line B in s, counted in Total')
    expect(value(done(draft, plan), 's.total@x')).toBe('30')
  })

  test('joins in every layer, except in a scenario that is locked', () => {
    const cell = { schedule: 's', line: 'after', column: 'x', input: '= sum(a..b) * 2' }
    const draft = {
      ...small(),
      scenarios: [
        { id: 'open', name: 'Open', cells: [cell] },
        { id: 'shut', name: 'Shut', locked: true, cells: [cell] },
      ],
    }
    const after = done(draft, insert(draft, 2, entry('new')))
    expect(after.scenarios.map(({ cells }) => cells[0]!.input)).toEqual(['= sum(a..new) * 2', '= sum(a..b) * 2'])
  })

  test('in the sample, an adjustment below the last is part of taxable income', () => {
    const draft = impac()
    const lines = draft.filing.schedules.find(({ id }) => id === 'reconciliation')!.lines
    const total = line(draft, 'reconciliation.taxable_income')
    const last = /\.\.(\w+)/.exec(total.formula!)![1]!
    const at = lines.findIndex(({ id }) => id === last) + 1
    const plan = planned(insertLine(draft, { schedule: 'reconciliation', at, line: entry('new') }))
    expect(plan.title).toContain(`, counted in ${total.label}`)
    expect(line(done(draft, plan), 'reconciliation.taxable_income').formula).toBe(
      total.formula!.replace(`..${last}`, '..new'),
    )
  })
})

describe('a column', () => {
  test('of the same kind behind the last member is counted; a computed one never', () => {
    const draft = trusts()
    const taken = columnIds(draft, 'trusts')
    const at = taken.indexOf('reo') + 1
    const added = componentColumn('Whole loans', taken)
    const plan = planned(insertColumn(draft, { schedule: 'trusts', at, column: added, like: 'reo' }))
    expect(plan.title).toContain(', counted in Total trust assets')
    const after = done(draft, plan)
    expect(column(after, 'trusts@trust_assets').formula).toBe('= sum(@afs..@whole_loans)')
    const total = totalColumn({ first: 'afs', last: 'reo' }, taken)
    const summed = done(draft, insertColumn(draft, { schedule: 'trusts', at, column: total, like: 'reo' }))
    expect(column(summed, 'trusts@trust_assets').formula).toBe('= sum(@afs..@reo)')
    const period = { id: 'q9', label: 'Q9', kind: 'duration' as const }
    const other = done(draft, insertColumn(draft, { schedule: 'trusts', at, column: period }))
    expect(column(other, 'trusts@trust_assets').formula).toBe('= sum(@afs..@reo)')
  })

  test('duplicated behind the last member is counted', () => {
    const draft = trusts()
    const after = done(draft, duplicateColumn(draft, { schedule: 'trusts', column: 'reo' }))
    expect(column(after, 'trusts@trust_assets').formula).toBe('= sum(@afs..@reo_2)')
  })
})

describe('a formula that would read itself', () => {
  test('is refused for a line with the lines on the way, and may stay where it stood', () => {
    const draft = small()
    const plan = refusal(
      changeLine(draft, {
        schedule: 's',
        line: 'a',
        to: entry('a', { kind: 'formula', formula: '= total / 2' }),
        drop: true,
      }),
    )
    expect(plan.reason).toBe('The formula would depend on itself: A reads Total, which reads A.')
    expect(plan.span).toEqual({ at: 0, end: 11 })
    const circular = { ...line(draft, 's.total'), formula: '= total + 1' }
    expect(refusal(changeLine(draft, { schedule: 's', line: 'total', to: circular })).reason).toBe(
      'The formula would depend on itself: Total reads Total.',
    )
  })

  test('is refused for a column with the columns on the way', () => {
    const draft = impac()
    const to = { ...column(draft, 'income@q2_2007'), formula: '= @variance', kind: 'computed' as const }
    const plan = refusal(changeColumn(draft, { schedule: 'income', column: 'q2_2007', to, drop: true }))
    expect(plan.reason).toMatch(/^The formula would depend on itself: .+ reads .+, which reads .+\.$/)
  })

  test('is refused where only a scenario closes the ring', () => {
    const cells = [{ schedule: 's', line: 'b', column: 'x', input: '= after' }]
    const draft = { ...small(), scenarios: [{ id: 'low', name: 'Low', cells }] }
    const to = entry('after', { kind: 'formula', formula: '= total' })
    expect(refusal(changeLine(draft, { schedule: 's', line: 'after', to })).reason).toContain(
      'The formula would depend on itself',
    )
  })
})
