/**
 * Schedules inserted, duplicated, renamed and moved; ids; and what is wrong with a structure.
 */
import { describe, expect, test } from 'vitest'
import { headOfSchedule } from '../../../shared/model/lookup.ts'
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import { checkStructure } from '../../../shared/structure/faults.ts'
import { copyId, freeId, idRefusal } from '../../../shared/structure/ids.ts'
import {
  changeScheduleHead,
  duplicateSchedule,
  insertSchedule,
  moveSchedule,
} from '../../../shared/structure/schedules.ts'
import { done, impac, line, planned, refusal, schedule, trusts, value } from './sample_drafts.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

/** The schedules of the tax year, which stand last. */
const TAX = ['distribution_test', 'nol_years', 'nol', 'liquidity']

test('insertSchedule takes a schedule whole and refuses a formula that names what is not there', () => {
  const draft = impac()
  const columns = [{ id: 'q3_2007', label: 'Q3', kind: 'duration' as const }]
  const lines = [{ id: 'a', label: 'A', kind: 'formula' as const, formula: '= income.net_earnings' }]
  const made = { id: 'memo', title: 'Memo', columns, lines, cells: [] }
  const after = done(draft, insertSchedule(draft, { at: 1, schedule: made }))
  expect(after.filing.schedules.map(({ id }) => id)).toEqual(['income', 'memo', 'reconciliation', 'equity', ...TAX])
  expect(value(after, 'memo.a@q3_2007')).toBe('-1191235')
  expect(refusal(insertSchedule(draft, { at: 1, schedule: { ...made, id: 'income' } })).reason).toContain('is taken')
  const wrong = { ...made, lines: [{ ...lines[0]!, formula: '= income.nothing' }] }
  expect(refusal(insertSchedule(draft, { at: 1, schedule: wrong })).reason).toBe(
    'Comparative earnings has no line nothing.',
  )
})

test('duplicateSchedule computes the same beside the original', () => {
  const draft = trusts()
  const after = done(draft, duplicateSchedule(draft, { schedule: 'trusts' }))
  expect(after.filing.schedules.map(({ id }) => id)).toEqual(['trusts', 'trusts_2', 'trust_gain', 'equity'])
  for (const { id } of schedule(draft, 'trusts').lines) {
    expect(value(after, `trusts_2.${id}@residual`)).toBe(value(draft, `trusts.${id}@residual`))
  }
  expect(schedule(after, 'trusts_2').short).toBe('Trust rollforward (copy)')
  expect(schedule(after, 'trusts_2').facts!.some(({ perSource }) => perSource !== undefined)).toBe(false)
})

test('another id of a schedule is carried everywhere', () => {
  const draft = impac()
  const head = headOfSchedule(schedule(draft, 'income'))
  const plan = planned(changeScheduleHead(draft, { schedule: 'income', to: { ...head, id: 'earnings' } }))
  expect(plan.title).toMatch(/^Renamed schedule income to earnings, \d+ formulas carried$/)
  const after = done(draft, plan)
  expect(line(after, 'reconciliation.net_earnings').formula).toBe('= earnings.net_earnings')
  expect(after.filing.headlines![0]!.lines[0]).toBe('earnings.net_earnings')
  expect(JSON.stringify(after.filing)).not.toMatch(/(?<!\w)income\.[a-z]/)
  expect(value(after, 'reconciliation.taxable_income@q3_2007')).toBe(
    value(draft, 'reconciliation.taxable_income@q3_2007'),
  )
  expect(refusal(changeScheduleHead(draft, { schedule: 'income', to: { ...head, id: COMPARE } })).reason).toContain(
    'reserved',
  )
  const titled = planned(changeScheduleHead(draft, { schedule: 'income', to: { ...head, title: 'Earnings' } }))
  expect(titled.changes).toHaveLength(1)
  expect(titled.title).toBe('Changed the head of Comparative earnings')
})

test('moveSchedule moves by one change', () => {
  const draft = impac()
  const plan = planned(moveSchedule(draft, { schedule: 'income', to: 3 }))
  expect(plan.changes).toHaveLength(1)
  expect(done(draft, plan).filing.schedules.map(({ id }) => id)).toEqual(['reconciliation', 'equity', 'income', ...TAX])
  expect(refusal(moveSchedule(draft, { schedule: 'income', to: 1 })).reason).toBe('Nothing would change.')
})

describe('ids', () => {
  test.each([
    ['Servicing fees', 'servicing_fees'],
    ['  Gain (loss) on sale of loans, net ', 'gain_loss_on_sale_of_loans_net'],
    ['90+ days', 'item_90_days'],
    ["Stockholders' équity & other", 'stockholders_equity_and_other'],
    ['Sum', 'sum_2'],
    ['Compare', 'compare_2'],
    ['§', 'item'],
  ])('%s gives %s', (label, id) => {
    expect(freeId(label, [])).toBe(id)
    expect(idRefusal(id, [])).toBeUndefined()
  })

  test('those taken are passed by', () => {
    expect(freeId('Fees', ['fees', 'fees_2'])).toBe('fees_3')
    expect(copyId('fees_2', ['fees', 'fees_2'])).toBe('fees_3')
    expect(freeId('x'.repeat(200), []).length).toBeLessThanOrEqual(60)
  })
})

test('checkStructure tells what is wrong and passes the samples', () => {
  expect([...checkStructure(impac().filing), ...checkStructure(trusts().filing)]).toEqual([])
  const columns = [
    { id: 'c', label: 'C', kind: 'duration' as const },
    { id: 'c', label: 'D', kind: 'duration' as const },
  ]
  const lines = [
    { id: 'a', label: 'A', kind: 'input' as const, parent: 'b' },
    { id: 'b', label: 'B', kind: 'input' as const, parent: 'a' },
    { id: 'sum', label: 'S', kind: 'formula' as const, formula: '= (' },
    { id: 'd', label: 'D', kind: 'input' as const, parent: 'gone' },
  ]
  const faults = checkStructure({ id: 'f', title: 'F', schedules: [{ id: 's', columns, lines, cells: [] }] })
  expect(faults.map(refusalText)).toEqual([
    'The id sum is reserved for the function of that name. Choose another.',
    'The id c occurs twice among the columns of s.',
    's: A would be a detail of itself.',
    's: B would be a detail of itself.',
    's: D is a detail of gone, which does not exist.',
    's, S: The formula ends where an amount, a line or a function is expected.',
  ])
})
