/**
 * Columns inserted, computed, duplicated, changed and moved in the sample filings.
 */
import { describe, expect, test } from 'vitest'
import { changeColumn, duplicateColumn, insertColumn, moveColumns } from '../../../shared/structure/columns.ts'
import {
  componentColumn,
  percentColumn,
  periodColumn,
  totalColumn,
  varianceColumn,
} from '../../../shared/structure/computed_columns.ts'
import type { StructurePlan } from '../../../shared/structure/plan.ts'
import {
  column,
  columnIds,
  done,
  impac,
  input,
  line,
  planned,
  refusal,
  schedule,
  trusts,
  value,
} from './sample_drafts.ts'

function inserted(formula?: string): StructurePlan {
  const column = { id: 'x', label: 'X', kind: 'computed' as const, all: true, ...(formula && { formula }) }
  return insertColumn(impac(), { schedule: 'income', at: 0, column })
}

describe('insertColumn', () => {
  test('a column between two of one head comes under it; `group` and `like` say otherwise', () => {
    const draft = impac()
    const q4 = periodColumn({ end: '2007-12-31', span: 'quarter' }, columnIds(draft, 'reconciliation'))!
    expect(q4).toEqual({ id: 'q4_2007', label: 'December 31, 2007', kind: 'duration', end: '2007-12-31' })
    const plan = planned(insertColumn(draft, { schedule: 'reconciliation', at: 1, column: q4, like: 'q3_2007' }))
    expect(plan.title).toBe('Inserted column Three Months Ended December 31, 2007 in Reconciliation to taxable income')
    const after = done(draft, plan)
    expect(schedule(after, 'reconciliation').groups![0]!.columns).toEqual(['q3_2007', 'q4_2007', 'q2_2007', 'q3_2006'])
    // Income has no such quarter, so the links leave it out; what adds up takes it in.
    expect(line(after, 'reconciliation.net_earnings').columns).toEqual(['q3_2007', 'q2_2007'])
    const headed = done(
      draft,
      insertColumn(draft, { schedule: 'reconciliation', at: 5, column: q4, group: 'Year Ended' }),
    )
    expect(schedule(headed, 'reconciliation').groups!.at(-1)).toEqual({ label: 'Year Ended', columns: ['q4_2007'] })
  })

  test('variance and percent compare printed amounts, a total adds neighbours', () => {
    const draft = impac()
    const taken = columnIds(draft, 'reconciliation')
    const of = { current: 'q3_2007', prior: 'q2_2007' }
    const compared = done(
      draft,
      insertColumn(draft, { schedule: 'reconciliation', at: 5, column: varianceColumn(of, taken) }),
    )
    const both = done(
      compared,
      insertColumn(compared, { schedule: 'reconciliation', at: 6, column: percentColumn(of, taken) }),
    )
    expect(value(both, 'reconciliation.net_earnings@variance')).toBe('-1038688')
    expect(value(both, 'reconciliation.net_earnings@percent')).toBe(value(draft, 'income.net_earnings@percent'))
    const otherOf = { current: 'q3_2007', prior: 'q3_2006' }
    for (const made of [varianceColumn(otherOf, taken), percentColumn(otherOf, taken)]) {
      const other = done(draft, insertColumn(draft, { schedule: 'reconciliation', at: 5, column: made }))
      // Blank where one of the two is, by being unknown or by having no cell there; nil is compared.
      expect(value(other, 'reconciliation.taxable_income@q3_2006')).toBe('17330')
      expect(value(other, `reconciliation.taxable_income@${made.id}`)).toBe(made.id === 'percent' ? '-194' : '-33627')
      expect(value(other, `reconciliation.deferred_charge_amortization@${made.id}`)).toBe('')
    }
    const total = totalColumn({ first: 'q3_2007', last: 'q2_2007' }, taken)
    const summed = done(draft, insertColumn(draft, { schedule: 'reconciliation', at: 2, column: total }))
    expect(value(summed, 'reconciliation.actual_loan_losses@total')).toBe('-83808')
  })

  test('ids of makers are free, and a date that does not exist is none', () => {
    expect(varianceColumn({ current: 'a', prior: 'b' }, ['variance']).id).toBe('variance_2')
    expect(componentColumn('Loans held-for-sale', []).id).toBe('loans_held_for_sale')
    expect(periodColumn({ end: '2008-02-29', span: 'nine_months' }, [])!.id).toBe('m9_2008')
    expect(periodColumn({ end: '2009-12-31', span: 'year' }, [])!.id).toBe('fy_2009')
    expect(periodColumn({ end: '2009-12-31', span: 'instant' }, [])).toMatchObject({
      id: 'december_31_2009',
      kind: 'instant',
    })
    expect(periodColumn({ end: '2009-02-29', span: 'year' }, [])).toBeUndefined()
    expect(periodColumn({ end: '31.12.2009', span: 'year' }, [])).toBeUndefined()
  })

  test('a column that is computed throughout needs a formula, and one that can be read', () => {
    expect(refusal(inserted()).reason).toBe('A column that is computed throughout needs a formula.')
    expect(refusal(inserted('= @q9')).reason).toBe('Comparative earnings has no column q9.')
  })
})

test('duplicateColumn copies inputs and head, and what its cells say of themselves', () => {
  const draft = impac()
  const plan = planned(duplicateColumn(draft, { schedule: 'equity', column: 'q2_2007' }))
  const after = done(draft, plan)
  expect(columnIds(after, 'equity')).toEqual(
    ['q1_2007', 'q2_2007', 'q3_2007_2', 'q3_2007'].map((id) => (id === 'q3_2007_2' ? plan.focus!.column : id)),
  )
  expect(column(after, `equity@${plan.focus!.column}`).label).toBe('June 30, 2007 (copy)')
  expect(input(after, `equity.opening@${plan.focus!.column}`)).toBe('=closing@q1_2007')
  expect(schedule(after, 'equity').groups![0]!.columns).toEqual(columnIds(after, 'equity'))
})

describe('changeColumn', () => {
  test('another id is carried in every schedule that has it, so that links still find it', () => {
    const draft = impac()
    const to = { ...column(draft, 'income@q3_2007'), id: 'third' }
    const plan = planned(changeColumn(draft, { schedule: 'income', column: 'q3_2007', to }))
    expect(plan.title).toMatch(/^Renamed column q3_2007 to third, \d+ formulas carried, in 3 schedules$/)
    const after = done(draft, plan)
    expect(column(after, 'income@variance').formula).toBe(
      '= needs(@third, needs(@q2_2007, printed(@third) - printed(@q2_2007)))',
    )
    expect(after.filing.minimumDistribution!.yearToDate).toHaveProperty('third')
    expect(line(after, 'reconciliation.net_earnings').columns).toEqual(['third', 'q2_2007'])
    expect(value(after, 'reconciliation.net_earnings@third')).toBe('-1191235')
    expect(JSON.stringify(after.filing)).not.toContain('q3_2007"')
  })

  test('an id that another of these schedules has is refused by the schedule', () => {
    const draft = impac()
    const to = { ...column(draft, 'income@q3_2007'), id: 'q3_2006' }
    expect(refusal(changeColumn(draft, { schedule: 'income', column: 'q3_2007', to })).reason).toBe(
      'Reconciliation to taxable income: The id q3_2006 is taken. Choose another.',
    )
  })

  test('computing throughout what holds figures is refused, or drops them; the head above can change alone', () => {
    const draft = impac()
    const to = { ...column(draft, 'income@q2_2007'), kind: 'computed' as const, formula: '= @q3_2007', all: true }
    const change = { schedule: 'income', column: 'q2_2007', to }
    expect(refusal(changeColumn(draft, change)).dependents!.length).toBeGreaterThan(5)
    const after = done(draft, changeColumn(draft, { ...change, drop: true }))
    expect(value(after, 'income.interest_income@q2_2007')).toBe(value(draft, 'income.interest_income@q3_2007'))
    const regrouped = changeColumn(draft, {
      schedule: 'income',
      column: 'q2_2007',
      to: column(draft, 'income@q2_2007'),
      group: '',
    })
    expect(schedule(done(draft, regrouped), 'income').groups).toEqual([
      { label: 'Three Months Ended', columns: ['q3_2007'] },
    ])
  })
})

describe('moveColumns', () => {
  test('moves within its head and tells what a range then counts', () => {
    const draft = trusts()
    const plan = planned(moveColumns(draft, { schedule: 'trusts', columns: ['collateral'], to: 5 }))
    expect(plan.title).toContain('Moved column Securitized mortgage collateral in')
    expect(plan.title).toContain('; Total trust assets no longer counts Securitized mortgage collateral')
    const after = done(draft, plan)
    expect(schedule(after, 'trusts').groups![0]!.columns).toEqual([
      'afs',
      'derivative_assets',
      'reo',
      'trust_assets',
      'collateral',
    ])
  })

  test('the first of a sum goes to another place, and the sum holds on to the rest', () => {
    const draft = trusts()
    const within = planned(moveColumns(draft, { schedule: 'trusts', columns: ['afs'], to: 3 }))
    expect(within.title).not.toContain('count')
    const after = done(draft, within)
    expect(column(after, 'trusts@trust_assets').formula).toBe('= sum(@collateral..@reo)')
    expect(value(after, 'trusts.closing@trust_assets')).toBe(value(draft, 'trusts.closing@trust_assets'))
    const out = planned(moveColumns(draft, { schedule: 'trusts', columns: ['afs'], to: 5 }))
    expect(out.title).toContain('Total trust assets no longer counts Investment securities available-for-sale')
  })
})
