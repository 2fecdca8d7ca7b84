/**
 * Lines moved, indented and outdented in the sample filings, where totals stand behind their details, and in a small outline where
 * they stand before them.
 */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../shared/model/filing.ts'
import { indentLines, moveLines, moveLinesBy, outdentLines } from '../../../shared/structure/line_order.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { done, impac, line, lineIds, planned, refusal, value } from './sample_drafts.ts'

function of(id: string, parent?: string): Line {
  return { id, label: id.toUpperCase(), kind: 'input', ...(parent && { parent }) }
}

/** `a`, `b` with details `b1` and `b2` below it, `c`, `total = sum(a..c)`. */
function outline(): Draft {
  const total: Line = { id: 'total', label: 'Total', kind: 'formula', formula: '= sum(a..c)' }
  const lines = [of('a'), of('b'), of('b1', 'b'), of('b2', 'b'), of('c'), total]
  const cells = ['a', 'b', 'c'].map((id, at) => ({ schedule: 's', line: id, column: 'x', input: `${10 ** at}` }))
  const columns = [{ id: 'x', label: 'X', kind: 'duration' as const }]
  return {
    filing: { id: 'f', title: 'F', schedules: [{ id: 's', columns, lines, cells }] },
    at: 0,
    scenarios: [],
    comments: [],
  }
}

const order = (draft: Draft): string => lineIds(draft, 's').join(' ')
const move = (draft: Draft, lines: string[], to: number) => moveLines(draft, { schedule: 's', lines, to })
const by = (draft: Draft, lines: string[], step: 1 | -1) => moveLinesBy(draft, { schedule: 's', lines, by: step })

describe('moveLines', () => {
  test('details travel with their line', () => {
    const draft = outline()
    const plan = planned(move(draft, ['b'], 6))
    expect(order(done(draft, plan))).toBe('a c total b b1 b2')
    expect(plan.title).toBe('Moved line B in s; Total no longer counts B')
  })

  test('the middle of another run means its near side', () => {
    const draft = outline()
    const plan = move(draft, ['a'], 3)
    expect(order(done(draft, plan))).toBe('b b1 b2 a c total')
    expect(planned(plan).title).toBe('Moved line A in s')
  })

  test('the ends of a range change places and it counts the same lines', () => {
    const draft = outline()
    const plan = planned(move(draft, ['a'], 5))
    expect(plan.title).toBe('Moved line A in s')
    const after = done(draft, plan)
    expect(line(after, 's.total').formula).toBe('= sum(b..a)')
    expect(value(after, 's.total@x')).toBe('111')
    expect(line(done(draft, by(draft, ['c'], -1)), 's.total').formula).toBe('= sum(a..b)')
  })

  test('an end that leaves is no longer counted, one that comes beside an end is', () => {
    const draft = outline()
    const plan = planned(move(draft, ['c'], 6))
    expect(plan.title).toBe('Moved line C in s; Total no longer counts C')
    const out = done(draft, plan)
    expect(line(out, 's.total').formula).toBe('= sum(a..b)')
    const back = planned(move(out, ['c'], 0))
    expect(back.title).toBe('Moved line C in s; Total now counts C')
    expect(line(done(out, back), 's.total').formula).toBe('= sum(c..b)')
  })

  test('a total does not come to stand among what it counts', () => {
    const plan = refusal(move(outline(), ['total'], 3))
    expect(plan.reason).toBe(
      'Total cannot be among the cells that it counts. The formula would depend on itself: Total reads Total.',
    )
    expect(plan.dependents).toEqual([{ schedule: 's', line: 'total', column: 'x' }])
  })

  test('a detail stays within the run of its line', () => {
    const draft = outline()
    expect(refusal(move(draft, ['b1'], 0)).reason).toBe('B1 is a detail of B and stays with it. Outdent it first.')
    expect(order(done(draft, move(draft, ['b1'], 4)))).toBe('a b b2 b1 c total')
    const moved = done(draft, moveLines(draft, { schedule: 's', lines: ['b1'], to: 5, parent: null }))
    expect(order(moved)).toBe('a b b2 c b1 total')
    expect(line(moved, 's.b1').parent).toBeUndefined()
  })

  test('lines can be put under another line in the same act, never under themselves', () => {
    const draft = outline()
    const after = done(draft, moveLines(draft, { schedule: 's', lines: ['b'], to: 1, parent: 'a' }))
    expect([line(after, 's.b').parent, line(after, 's.b1').parent]).toEqual(['a', 'b'])
    const titled = planned(moveLines(draft, { schedule: 's', lines: ['c'], to: 3, parent: 'b' }))
    expect(titled.title).toBe('Moved line C in s: now a detail of B; Total no longer counts C')
    const out = planned(moveLines(draft, { schedule: 's', lines: ['b1', 'b2'], to: 6, parent: null }))
    expect(out.title).toBe('Moved 2 lines in s: no longer details of B')
    expect(refusal(moveLines(draft, { schedule: 's', lines: ['b'], to: 3, parent: 'b1' })).reason).toBe(
      'B would be a detail of itself.',
    )
  })
})

describe('moveLinesBy', () => {
  test('passes the next line of the same depth with its details', () => {
    const draft = outline()
    expect(order(done(draft, by(draft, ['c'], -1)))).toBe('a c b b1 b2 total')
    expect(order(done(draft, by(draft, ['b1'], 1)))).toBe('a b b2 b1 c total')
    expect(refusal(by(draft, ['b2'], 1)).reason).toBe('B2 is the last detail of B.')
    expect(refusal(by(draft, ['a'], -1)).reason).toBe('A is the first line.')
  })

  test('in the sample a total moves with the details before it', () => {
    const draft = impac()
    const plan = moveLinesBy(draft, { schedule: 'income', lines: ['non_interest_income'], by: 1 })
    const ids = lineIds(done(draft, plan), 'income')
    expect(ids.indexOf('derivatives_unrealized')).toBeGreaterThan(ids.indexOf('non_interest_expense'))
    expect(ids.indexOf('non_interest_income') - ids.indexOf('derivatives_unrealized')).toBe(5)
    expect(
      refusal(moveLinesBy(draft, { schedule: 'income', lines: ['other_non_interest_income'], by: 1 })).reason,
    ).toContain('is the last detail of')
  })
})

describe('indent and outdent', () => {
  test('indenting folds a line under the one above, and the title says what is no longer counted', () => {
    const draft = outline()
    const plan = planned(indentLines(draft, { schedule: 's', lines: ['b'] }))
    expect(plan.title).toBe('Indented line B in s; Total no longer counts B')
    const after = done(draft, plan)
    expect(line(after, 's.b').parent).toBe('a')
    expect(value(after, 's.total@x')).toBe('101')
    const last = planned(indentLines(draft, { schedule: 's', lines: ['c'] }))
    expect(last.title).toBe('Indented line C in s; Total no longer counts C')
    expect(line(done(draft, last), 's.total').formula).toBe('= sum(a..b)')
    expect(refusal(indentLines(draft, { schedule: 's', lines: ['a'] })).reason).toContain('No line at the same level')
  })

  test('a detail folds under the one above it', () => {
    const draft = outline()
    const after = done(draft, indentLines(draft, { schedule: 's', lines: ['b2'] }))
    expect(line(after, 's.b2').parent).toBe('b1')
  })

  test('a line among the details of a total becomes one of them', () => {
    const draft = impac()
    const out = done(draft, outdentLines(draft, { schedule: 'income', lines: ['otti_loss'] }))
    const ids = lineIds(out, 'income')
    expect(line(out, 'income.otti_loss').parent).toBeUndefined()
    expect(ids.indexOf('otti_loss')).toBe(ids.indexOf('derivatives_unrealized') - 1)
    const inside = done(
      out,
      moveLines(out, {
        schedule: 'income',
        lines: ['otti_loss'],
        to: ids.indexOf('other_non_interest_income'),
        parent: 'non_interest_income',
      }),
    )
    expect(line(inside, 'income.otti_loss').parent).toBe('non_interest_income')
  })

  test('outdenting leaves the run, on the side of the parent where the line stood', () => {
    const draft = outline()
    const after = done(draft, outdentLines(draft, { schedule: 's', lines: ['b1'] }))
    expect(order(after)).toBe('a b b2 b1 c total')
    expect(line(after, 's.b1').parent).toBeUndefined()
    expect(refusal(outdentLines(draft, { schedule: 's', lines: ['a'] })).reason).toBe(
      'A is not a detail of another line.',
    )
  })
})
