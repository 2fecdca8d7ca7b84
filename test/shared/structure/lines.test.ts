/**
 * Lines inserted, duplicated and changed in the sample filings.
 */
import { describe, expect, test } from 'vitest'
import { duplicateLines } from '../../../shared/structure/line_copies.ts'
import { changeLine, insertLine } from '../../../shared/structure/lines.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { done, impac, input, line, lineIds, planned, refusal, schedule, value } from './sample_drafts.ts'

const SERVICING = { id: 'servicing_fees', label: 'Servicing fees', kind: 'input' as const }
const rename = (draft: Draft, from: string, to: string) =>
  changeLine(draft, { schedule: 'income', line: from, to: { ...line(draft, `income.${from}`), id: to } })

describe('insertLine', () => {
  test('puts a line in its place and says so, with one change', () => {
    const draft = impac()
    const plan = planned(insertLine(draft, { schedule: 'income', at: 2, line: SERVICING }))
    expect(plan.title).toBe('Inserted line Servicing fees in Comparative earnings')
    expect(plan.changes).toEqual([
      {
        kind: 'line',
        schedule: 'income',
        line: 'servicing_fees',
        before: null,
        after: { definition: SERVICING, at: 2 },
      },
    ])
    expect(plan.focus).toEqual({ schedule: 'income', line: 'servicing_fees', column: 'q3_2007' })
    expect(lineIds(done(draft, plan), 'income').indexOf('servicing_fees')).toBe(2)
  })

  test.each([
    ['net_earnings', 'The id net_earnings is taken. Choose another.'],
    ['sum', 'The id sum is reserved for the function of that name. Choose another.'],
    ['compare', 'The id compare is reserved for the comparison of scenarios. Choose another.'],
    [
      'Fees',
      '“Fees” is not an id. An id starts with a small letter and holds only small letters, digits and underscores.',
    ],
  ])('refuses the id %s', (id, reason) => {
    expect(refusal(insertLine(impac(), { schedule: 'income', at: 0, line: { ...SERVICING, id } })).reason).toBe(reason)
  })

  test.each([
    ['= interest_income +', 'The formula ends where an amount, a line or a function is expected.', undefined],
    ['= nowhere + 1', 'Comparative earnings has no line nowhere.', 'nowhere'],
    ['= reconciliation.net_earnings@q9', 'Reconciliation to taxable income has no column q9.', 'q9'],
    ['= trusts.closing', 'There is no schedule trusts.', 'trusts'],
    [
      '= sum(net_interest_income..interest_income)',
      'The range is reversed: interest_income stands before net_interest_income.',
      undefined,
    ],
    [
      '= sum(net_interest_income..reo_provision)',
      'The ends of a range fold under the same line; net_interest_income and reo_provision do not.',
      undefined,
    ],
  ])('refuses the formula %s at its character', (formula, reason, at) => {
    const plan = refusal(
      insertLine(impac(), { schedule: 'income', at: 0, line: { ...SERVICING, kind: 'formula', formula } }),
    )
    expect(plan.reason).toBe(reason)
    expect(plan.span).toBeDefined()
    if (at !== undefined) expect(formula.slice(plan.span!.at, plan.span!.end)).toBe(at)
  })

  test('a formula typed without its equals sign gets one, and a blank one is none', () => {
    const draft = impac()
    const typed = { ...SERVICING, kind: 'formula' as const, formula: ' interest_income * 2 ' }
    const after = done(draft, insertLine(draft, { schedule: 'income', at: 0, line: typed }))
    expect(line(after, 'income.servicing_fees').formula).toBe('= interest_income * 2')
    expect(value(after, 'income.servicing_fees@q3_2007')).not.toBe('')
    const blank = done(draft, insertLine(draft, { schedule: 'income', at: 0, line: { ...SERVICING, formula: '  ' } }))
    expect(line(blank, 'income.servicing_fees').formula).toBeUndefined()
  })
})

describe('duplicateLines', () => {
  test('copies inputs, marks of notes and what is said, but not what the document prints', () => {
    const draft = impac()
    const plan = planned(duplicateLines(draft, { schedule: 'reconciliation', lines: ['actual_loan_losses'] }))
    expect(plan.title).toBe(
      'Duplicated line Tax deduction for actual loan losses in Reconciliation to taxable income, ' +
        'counted in Estimated taxable (loss) income available to common stockholders',
    )
    const after = done(draft, plan)
    const ids = lineIds(after, 'reconciliation')
    expect(ids[ids.indexOf('actual_loan_losses') + 1]).toBe('actual_loan_losses_2')
    expect(line(after, 'reconciliation.actual_loan_losses_2')).toMatchObject({
      label: 'Tax deduction for actual loan losses (copy)',
      notes: ['3'],
    })
    expect(input(after, 'reconciliation.actual_loan_losses_2@q2_2007')).toBe('-49460')
    const facts = schedule(after, 'reconciliation').facts!.filter((fact) => fact.line === 'actual_loan_losses_2')
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.filter((fact) => fact.perSource !== undefined)).toEqual([])
    const again = done(after, duplicateLines(after, { schedule: 'reconciliation', lines: ['actual_loan_losses_2'] }))
    expect(lineIds(again, 'reconciliation')).toContain('actual_loan_losses_3')
  })

  test('a total brings its details along and adds up the copies', () => {
    const draft = impac()
    const after = done(draft, duplicateLines(draft, { schedule: 'income', lines: ['discontinued_operations'] }))
    const ids = lineIds(after, 'income')
    const at = ids.indexOf('discontinued_operations')
    expect(ids.slice(at - 2, at + 4)).toEqual([
      'trs_net_earnings',
      'other_discontinued',
      'discontinued_operations',
      'trs_net_earnings_2',
      'other_discontinued_2',
      'discontinued_operations_2',
    ])
    expect(line(after, 'income.discontinued_operations_2').formula).toBe('= trs_net_earnings_2 + other_discontinued_2')
    expect(line(after, 'income.trs_net_earnings_2')).toMatchObject({ parent: 'discontinued_operations_2' })
    expect(line(after, 'income.trs_net_earnings_2').label).not.toContain('copy')
    expect(value(after, 'income.discontinued_operations_2@q3_2007')).toBe(
      value(draft, 'income.discontinued_operations@q3_2007'),
    )
  })
})

describe('changeLine', () => {
  test('another id is carried through formulas, links, headlines, inputs, facts, scenarios and comments', () => {
    const at = { schedule: 'income', line: 'net_earnings', column: 'q3_2007' }
    const provision = { ...at, line: 'provision_for_loan_losses' }
    const draft = impac({
      scenarios: [
        {
          id: 'low',
          name: 'Low',
          cells: [
            { ...provision, input: '1' },
            { ...at, line: 'reo_provision', input: '= provision_for_loan_losses * 2' },
          ],
        },
      ],
      comments: [{ id: 'c', ...provision, text: 'Seen', author: 'A', time: '2026-01-01T00:00:00Z' }],
    })
    const plan = planned(rename(draft, 'provision_for_loan_losses', 'loan_losses'))
    expect(plan.title).toBe('Renamed line provision_for_loan_losses to loan_losses, 3 formulas carried')
    const after = done(draft, plan)
    expect(line(after, 'income.net_interest_after_provision').formula).toBe('= net_interest_income - loan_losses')
    expect(line(after, 'reconciliation.loan_loss_provisions')).toMatchObject({
      formula: '= income.loan_losses + income.reo_provision',
      source: { line: 'income.loan_losses', sign: 1 },
    })
    expect(input(after, 'income.loan_losses@q3_2007')).toBe('789445')
    expect(after.scenarios[0]!.cells.map((cell) => [cell.line, cell.input])).toEqual(
      expect.arrayContaining([
        ['loan_losses', '1'],
        ['reo_provision', '= loan_losses * 2'],
      ]),
    )
    expect(after.comments[0]!.line).toBe('loan_losses')
    expect(JSON.stringify(after)).not.toContain('provision_for_loan_losses')
    expect(value(after, 'reconciliation.taxable_income@q3_2007')).toBe(
      value(draft, 'reconciliation.taxable_income@q3_2007'),
    )
  })

  test('the line that heads a headline, the minimum distribution and the sum takes them along', () => {
    const draft = impac()
    const taxable = line(draft, 'reconciliation.taxable_income')
    const after = done(
      draft,
      changeLine(draft, { schedule: 'reconciliation', line: 'taxable_income', to: { ...taxable, id: 'eti' } }),
    )
    expect(after.filing.headlines!.find(({ id }) => id === 'taxable_income')!.lines).toEqual(['reconciliation.eti'])
    expect(after.filing.minimumDistribution!.taxableIncome).toBe('reconciliation.eti')
    const start = line(draft, 'reconciliation.net_earnings')
    const renamed = done(
      draft,
      changeLine(draft, { schedule: 'reconciliation', line: 'net_earnings', to: { ...start, id: 'net_loss' } }),
    )
    expect(schedule(renamed, 'reconciliation').start).toBe('net_loss')
  })

  test('details keep to a parent that is renamed', () => {
    const draft = impac()
    const after = done(draft, rename(draft, 'non_interest_income', 'other_income'))
    expect(line(after, 'income.otti_loss').parent).toBe('other_income')
  })

  test('a label alone is one change, and nothing is none', () => {
    const draft = impac()
    const old = line(draft, 'income.interest_income')
    const plan = planned(
      changeLine(draft, { schedule: 'income', line: 'interest_income', to: { ...old, label: 'Interest' } }),
    )
    expect(plan.title).toBe('Renamed line Interest income to Interest in Comparative earnings')
    expect(plan.changes).toHaveLength(1)
    expect(refusal(changeLine(draft, { schedule: 'income', line: 'interest_income', to: old })).reason).toBe(
      'Nothing would change.',
    )
    const formatted = changeLine(draft, {
      schedule: 'income',
      line: 'interest_income',
      to: { ...old, decimals: 1, rule: 'single' },
    })
    expect(planned(formatted).title).toBe('Changed line Interest income in Comparative earnings: decimals, rule')
  })

  test('a heading that still holds figures is refused with its cells, or loses them on request', () => {
    const draft = impac()
    const { currency: _currency, ...old } = line(draft, 'income.interest_income')
    const change = { schedule: 'income', line: 'interest_income', to: { ...old, kind: 'heading' as const } }
    expect(refusal(changeLine(draft, change)).dependents).toEqual(
      expect.arrayContaining([{ schedule: 'income', line: 'interest_income', column: 'q3_2007' }]),
    )
    const after = done(draft, changeLine(draft, { ...change, drop: true }))
    expect(input(after, 'income.interest_income@q3_2007')).toBeUndefined()
    expect(schedule(after, 'income').facts!.some((fact) => fact.line === 'interest_income')).toBe(false)
  })

  test('figures under a new formula are refused, removed or kept as overrides', () => {
    const draft = impac()
    const old = line(draft, 'income.reo_provision')
    const change = {
      schedule: 'income',
      line: 'reo_provision',
      to: { ...old, kind: 'formula' as const, formula: '= interest_income' },
    }
    expect(refusal(changeLine(draft, change)).reason).toContain('would override the formula')
    expect(
      input(done(draft, changeLine(draft, { ...change, drop: true })), 'income.reo_provision@q3_2007'),
    ).toBeUndefined()
    expect(input(done(draft, changeLine(draft, { ...change, drop: false })), 'income.reo_provision@q3_2007')).toBe(
      '43008',
    )
  })

  test('a line that would fold under its own detail is refused, and one that folds elsewhere goes there', () => {
    const draft = impac()
    const total = line(draft, 'income.non_interest_income')
    const looped = changeLine(draft, { schedule: 'income', line: total.id, to: { ...total, parent: 'otti_loss' } })
    expect(refusal(looped).reason).toBe(`${total.label} would be a detail of itself.`)
    const interest = line(draft, 'income.interest_income')
    const to = { ...interest, parent: 'discontinued_operations' }
    const after = done(draft, changeLine(draft, { schedule: 'income', line: 'interest_income', to }))
    const ids = lineIds(after, 'income')
    expect(ids.indexOf('interest_income')).toBe(ids.indexOf('discontinued_operations') - 1)
  })

  test('an act that would touch a locked scenario is refused by its name', () => {
    const cell = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007', input: '1' }
    const draft = impac({ scenarios: [{ id: 'low', name: 'Low case', locked: true, cells: [cell] }] })
    expect(refusal(rename(draft, 'provision_for_loan_losses', 'x')).reason).toContain('“Low case” is locked')
    expect(rename(draft, 'interest_income', 'interest').kind).toBe('plan')
  })
})
