/**
 * Lines, columns and schedules deleted in the sample filings: refused with who depends on them, or with their values kept.
 */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { deleteColumns, deleteLines, deleteSchedule } from '../../../shared/structure/deletion.ts'
import { insertLine } from '../../../shared/structure/lines.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import {
  column,
  columnIds,
  done,
  impac,
  input,
  line,
  lineIds,
  planned,
  refusal,
  schedule,
  trusts,
  value,
} from './sample_drafts.ts'

const income = (draft: Draft, lines: string[], replace?: 'values') =>
  deleteLines(draft, { schedule: 'income', lines, ...(replace && { replace }), engine: createEngine(draft.filing) })

describe('deleteLines', () => {
  test('what formulas read is refused with the cells and in words', () => {
    const plan = refusal(income(impac(), ['provision_for_loan_losses']))
    expect(plan.reason).toBe(
      'Still in use: Net interest (expense) income after provision for loan losses; Loan loss provisions read it; Loan loss provisions mirrors it. Change that first, or keep the values in its place.',
    )
    expect(plan.dependents).toEqual([
      { schedule: 'income', line: 'net_interest_after_provision', column: 'q3_2007' },
      { schedule: 'income', line: 'net_interest_after_provision', column: 'q2_2007' },
      { schedule: 'reconciliation', line: 'loan_loss_provisions', column: 'q3_2007' },
      { schedule: 'reconciliation', line: 'loan_loss_provisions', column: 'q2_2007' },
    ])
  })

  test('with its values kept, each formula takes the amount of its column, and links to it go', () => {
    const draft = impac()
    const plan = planned(income(draft, ['provision_for_loan_losses'], 'values'))
    expect(plan.title).toBe(
      'Deleted line Provision for loan losses in Comparative earnings; its values stay in 4 cells that read it',
    )
    const after = done(draft, plan)
    expect(input(after, 'income.net_interest_after_provision@q3_2007')).toBe('= net_interest_income - 789445')
    expect(input(after, 'reconciliation.loan_loss_provisions@q2_2007')).toBe('= 161163 + income.reo_provision')
    expect(line(after, 'reconciliation.loan_loss_provisions').source).toBeUndefined()
    expect(line(after, 'income.net_interest_after_provision')).toMatchObject({ kind: 'input' })
    for (const name of [
      'income.net_earnings@q3_2007',
      'income.net_earnings@variance',
      'reconciliation.taxable_income@m9_2007',
    ]) {
      expect(value(after, name)).toBe(value(draft, name))
    }
  })

  test('a scenario keeps its own value', () => {
    const cell = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007', input: '799445' }
    const draft = impac({
      scenarios: [
        { id: 'low', name: 'Low', cells: [cell] },
        { id: 'lower', name: 'Lower', standsOn: 'low', cells: [{ ...cell, line: 'interest_income', input: '0' }] },
      ],
    })
    const after = done(draft, income(draft, ['provision_for_loan_losses'], 'values'))
    expect(after.scenarios[0]!.cells).toEqual(
      expect.arrayContaining([
        { ...cell, line: 'net_interest_after_provision', input: '= net_interest_income - 799445' },
      ]),
    )
    expect(after.scenarios[0]!.cells).toHaveLength(2)
    expect(after.scenarios[1]!.cells).toHaveLength(1)
    const locked = { ...draft, scenarios: draft.scenarios.map((one) => ({ ...one, locked: true })) }
    expect(refusal(income(locked, ['provision_for_loan_losses'], 'values')).reason).toContain('is locked')
  })

  test('details go with their total, and what nobody reads goes with its inputs, facts, comments and overlays', () => {
    const at = { schedule: 'income', line: 'otti_loss', column: 'q3_2007' }
    const fees = { id: 'fees', label: 'Fees', kind: 'input' as const, parent: 'new_total' }
    let draft = impac({ comments: [{ id: 'c', ...at, text: 'Seen', author: 'A', time: '2026-01-01T00:00:00Z' }] })
    draft = done(
      draft,
      insertLine(draft, { schedule: 'income', at: 0, line: { id: 'new_total', label: 'New', kind: 'input' } }),
    )
    draft = done(draft, insertLine(draft, { schedule: 'income', at: 1, line: fees }))
    const plan = planned(income(draft, ['new_total']))
    expect(plan.title).toBe('Deleted line New in Comparative earnings, with 1 detail')
    expect(plan.focus!.line).toBe(lineIds(impac(), 'income')[0])
    const all = done(draft, income(draft, ['otti_loss', 'fees'], 'values'))
    expect(all.comments).toEqual([])
    expect(lineIds(all, 'income')).not.toContain('fees')
  })

  test('a headline that shows it stands in the way, and goes with its values kept', () => {
    const draft = impac()
    const of = { schedule: 'reconciliation', lines: ['taxable_income'] }
    expect(refusal(deleteLines(draft, of)).reason).toContain('the headline Taxable income shows it')
    const after = done(draft, deleteLines(draft, { ...of, replace: 'values' }))
    expect(after.filing.headlines!.find(({ id }) => id === 'taxable_income')!.lines).toEqual([])
    expect(after.filing.minimumDistribution).toBeUndefined()
  })

  test('a range is drawn in where what goes is blank, and keeps the amount where it is not', () => {
    const lines = [
      { id: 'a', label: 'A', kind: 'input' as const },
      { id: 'b', label: 'B', kind: 'input' as const },
      { id: 'c', label: 'C', kind: 'input' as const },
      { id: 'total', label: 'Total', kind: 'formula' as const, formula: '= sum(a..c) + max(a..b)' },
    ]
    const cells = [
      { schedule: 's', line: 'b', column: 'x', input: '20' },
      { schedule: 's', line: 'c', column: 'x', input: '-3' },
    ]
    const columns = [{ id: 'x', label: 'X', kind: 'duration' as const }]
    const draft: Draft = {
      filing: { id: 'f', title: 'F', schedules: [{ id: 's', columns, lines, cells }] },
      at: 0,
      scenarios: [],
      comments: [],
    }
    const of = (id: string, replace?: 'values') =>
      deleteLines(draft, { schedule: 's', lines: [id], ...(replace && { replace }) })
    expect(line(done(draft, of('a')), 's.total').formula).toBe('= sum(b..c) + max(b..b)')
    expect(refusal(of('c')).dependents).toEqual([{ schedule: 's', line: 'total', column: 'x' }])
    expect(line(done(draft, of('c', 'values')), 's.total').formula).toBe('= sum(a..b, (-3)) + max(a..b)')
    const without = done(draft, of('b', 'values'))
    expect(line(without, 's.total').formula).toBe('= sum(a..c, 20) + max(a..a, 20)')
    expect(value(without, 's.total@x')).toBe('37')
  })

  test('the last line stays', () => {
    expect(refusal(income(impac(), lineIds(impac(), 'income'))).reason).toContain('needs at least one line')
  })
})

describe('deleteColumns', () => {
  test('comparisons and links by the id of the column depend on it', () => {
    const plan = refusal(deleteColumns(impac(), { schedule: 'income', columns: ['q2_2007'] }))
    expect(plan.dependents).toEqual(
      expect.arrayContaining([
        { schedule: 'income', line: 'net_earnings', column: 'variance' },
        { schedule: 'reconciliation', line: 'net_earnings', column: 'q2_2007' },
      ]),
    )
    expect(plan.dependents!.some((at) => at.schedule === 'reconciliation' && at.column === 'q3_2007')).toBe(false)
  })

  test('with their values kept, a comparison takes inputs and other schedules keep their figures', () => {
    const draft = impac()
    const after = done(draft, deleteColumns(draft, { schedule: 'income', columns: ['q2_2007'], replace: 'values' }))
    expect(columnIds(after, 'income')).toEqual(['q3_2007', 'variance', 'percent'])
    expect(column(after, 'income@variance').all).toBeUndefined()
    expect(input(after, 'income.provision_for_loan_losses@variance')).toBe(
      '= needs(@q3_2007, needs(161163, printed(@q3_2007) - 161163))',
    )
    expect(value(after, 'income.net_earnings@percent')).toBe(value(draft, 'income.net_earnings@percent'))
    expect(input(after, 'reconciliation.net_earnings@q2_2007')).toBe('-152547')
    expect(schedule(after, 'income').groups).toEqual([{ label: 'Three Months Ended', columns: ['q3_2007'] }])
  })

  test('a column that nobody reads goes alone', () => {
    const draft = impac()
    const plan = planned(deleteColumns(draft, { schedule: 'income', columns: ['percent'] }))
    expect(plan.title).toBe('Deleted column % change in Comparative earnings')
    expect(columnIds(done(draft, plan), 'income')).toEqual(['q3_2007', 'q2_2007', 'variance'])
  })
})

describe('deleteSchedule', () => {
  test('what links to it stands in the way; with values kept the links become figures', () => {
    const draft = trusts()
    expect(refusal(deleteSchedule(draft, { schedule: 'trusts' })).dependents!.length).toBeGreaterThan(0)
    const after = done(draft, deleteSchedule(draft, { schedule: 'trusts', replace: 'values' }))
    expect(after.filing.schedules.map(({ id }) => id)).toEqual(['trust_gain', 'equity'])
    for (const { id } of schedule(after, 'equity').lines) {
      expect(value(after, `equity.${id}@fy_2009`)).toBe(value(draft, `equity.${id}@fy_2009`))
    }
    const alone = done(after, deleteSchedule(after, { schedule: 'trust_gain', replace: 'values' }))
    expect(refusal(deleteSchedule(alone, { schedule: 'equity' })).reason).toContain('needs at least one schedule')
  })
})
