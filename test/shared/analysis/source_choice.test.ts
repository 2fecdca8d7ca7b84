/**
 * Which GAAP line moves, which adjustments differ from books and how they are mended, and resets.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planEdit, type EditPlan } from '../../../shared/analysis/edit.ts'
import { overridden } from '../../../shared/analysis/overridden.ts'
import { reset, type ResetScope } from '../../../shared/analysis/reset.ts'
import { sourceChoices } from '../../../shared/analysis/source_choice.ts'
import { differenceFromBooks } from '../../../shared/checks/books.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { snapshot, valueText } from '../calc/snapshots.ts'
import { cell, fresh, input, inputTexts, release, someEdits } from './sample_edits.ts'
import { sentence, worded } from '../worded.ts'

const ADD_BACK = 'reconciliation.loan_loss_provisions@q3_2007'

function edit(sourceLine?: string): EditPlan {
  return planEdit({
    filing: release,
    engine: fresh(release),
    scenario: 'scenario_1',
    ref: cell(ADD_BACK),
    text: '842453',
    flow: 'books_and_tax',
    ...(sourceLine !== undefined && { sourceLine }),
  })
}

describe('the line that moves', () => {
  test('can be any that the adjustment adds up, where a link exists', () => {
    expect(sourceChoices(release, cell(ADD_BACK))).toEqual([
      { line: 'income.provision_for_loan_losses', label: 'Provision for loan losses', isDefault: true },
      { line: 'income.reo_provision', label: 'Less: provision for real estate owned losses', isDefault: false },
    ])
    expect(sourceChoices(release, cell('reconciliation.derivatives_change@q3_2007'))).toHaveLength(1)
    expect(sourceChoices(release, cell('reconciliation.loan_loss_provisions@q3_2006'))).toEqual([])
    expect(sourceChoices(release, cell('reconciliation.actual_loan_losses@q3_2007'))).toEqual([])
  })

  test('is the source line unless another is chosen', () => {
    expect(edit()).toMatchObject({ inputs: [{ line: 'provision_for_loan_losses', input: '799445' }] })
    expect(edit('income.reo_provision')).toMatchObject({ inputs: [{ line: 'reo_provision', input: '53008' }] })
  })

  test('cannot be one that the adjustment does not mirror', () => {
    expect(worded(edit('income.otti_loss'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('is not one of the lines'),
    })
    expect(worded(edit('income.nothing'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no cell'),
    })
  })

  test('can be chosen for nine months too, where the latest quarter moves', () => {
    const plan = planEdit({
      filing: release,
      engine: fresh(release),
      scenario: 'scenario_1',
      ref: cell('reconciliation.loan_loss_provisions@m9_2007'),
      text: '1063164',
      flow: 'books_and_tax',
      sourceLine: 'income.reo_provision',
    })
    expect(plan.kind === 'plan' && inputTexts(plan.inputs)).toEqual(['income.reo_provision@q3_2007 53008'])
  })
})

describe('adjustments that differ from books', () => {
  const engine = fresh(release, [
    input(ADD_BACK, '842453'),
    input('reconciliation.nondeductible_capital_loss@q3_2007', '0'),
    input('reconciliation.loan_loss_provisions@q3_2006', '4183'),
    input('reconciliation.actual_loan_losses@q3_2007', '0'),
  ])

  test('are listed with their difference, notes and the ways to mend them', () => {
    const list = overridden(release, engine)
    expect(list.map(({ ref, differs }) => `${ref.line}@${ref.column} ${differs.toFixed()}`)).toEqual([
      'loan_loss_provisions@q3_2007 10000',
      'loan_loss_provisions@q3_2006 1000',
      'nondeductible_capital_loss@q3_2007 -26709',
    ])
    expect(list.map(({ notes }) => notes.map(({ mark }) => mark))).toEqual([['3'], ['3'], ['10']])
    expect(list.map(({ mends }) => mends.map(({ inputs }) => inputTexts(inputs)))).toEqual([
      [[`${ADD_BACK} none`], [`${ADD_BACK} none`, 'income.provision_for_loan_losses@q3_2007 799445']],
      [['reconciliation.loan_loss_provisions@q3_2006 none'], ['reconciliation.net_earnings@q3_2006 -128690']],
      [
        ['reconciliation.nondeductible_capital_loss@q3_2007 none'],
        ['reconciliation.nondeductible_capital_loss@q3_2007 none', 'income.otti_loss@q3_2007 0'],
      ],
    ])
  })

  test('without a link, following the books takes the answer of net earnings into account', () => {
    const moved = fresh(release, [
      input('reconciliation.loan_loss_provisions@q3_2006', '4183'),
      input('reconciliation.net_earnings@q3_2006', '-128190'),
    ])
    const [one] = overridden(release, moved)
    expect(one!.differs.toFixed()).toBe('500')
    expect(one!.mends.map(({ inputs }) => inputTexts(inputs))).toEqual([
      ['reconciliation.loan_loss_provisions@q3_2006 3683'],
      ['reconciliation.net_earnings@q3_2006 -128690'],
    ])
  })

  test('either way of mending one makes it follow the books, whatever else was edited', () => {
    let mended = 0
    fc.assert(
      fc.property(numbers(60), (stream) => {
        const inputs = someEdits(new Choices(stream), release, 6)
        for (const { ref, mends } of overridden(release, fresh(release, inputs))) {
          for (const { inputs: mend } of mends) {
            const after = fresh(release, inputs)
            const shown = valueText(after.value(ref))
            after.apply(mend)
            mended++
            expect(differenceFromBooks(release, after, ref)).toBeNull()
            if (mend.length > 1) expect(valueText(after.value(ref))).toBe(shown)
          }
        }
      }),
      runs(80),
    )
    expect(mended).toBeGreaterThan(40)
  })
})

describe('a reset', () => {
  const own = [
    input('income.provision_for_loan_losses@q3_2007', '1'),
    input('income.provision_for_loan_losses@q2_2007', '2'),
    input('income.reo_provision@q3_2007', '3'),
    input('reconciliation.miscellaneous@q3_2007', ''),
    input('equity.issuances@q1_2007', null),
  ]
  const left = (scope: ResetScope): string[] => {
    const plan = reset(release, own, scope)
    if (plan.kind === 'refused') return [sentence(plan)]
    expect(plan.inputs.every((one) => one.input === null)).toBe(true)
    const engine = fresh(release, own)
    engine.apply(plan.inputs)
    return inputTexts(engine.scenarioInputs())
  }

  test.each([
    [{ of: 'cell', ref: own[0]! } as const, 3],
    [{ of: 'line', schedule: 'income', line: 'provision_for_loan_losses' } as const, 2],
    [{ of: 'schedule', schedule: 'income' } as const, 1],
    [{ of: 'scenario' } as const, 0],
  ])('of %j leaves the rest', (scope, count) => {
    expect(left(scope)).toHaveLength(count)
  })

  test('of what holds no edit is refused', () => {
    expect(left({ of: 'schedule', schedule: 'equity' })[0]).toContain('nothing to reset')
  })

  test('of the whole scenario brings every figure back', () => {
    fc.assert(
      fc.property(numbers(40), (stream) => {
        const inputs = someEdits(new Choices(stream), release, 6)
        const engine = fresh(release, inputs)
        const plan = reset(release, inputs, { of: 'scenario' })
        engine.apply(plan.kind === 'plan' ? plan.inputs : [])
        expect(snapshot(engine, 'scenario')).toEqual(snapshot(engine, 'base'))
      }),
      runs(30),
    )
  })
})
