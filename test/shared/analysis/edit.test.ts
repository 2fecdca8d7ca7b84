/**
 * What an edit means, cell by cell: flows, refusals, questions, clearing.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { planEdit, type EditPlan } from '../../../shared/analysis/edit.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing, Flow } from '../../../shared/model/filing.ts'
import { sentence } from '../worded.ts'

const [release, letter] = sampleFilings() as [Filing, Filing]

function edit(
  name: string,
  text: string,
  options: { flow?: Flow; filing?: Filing; engine?: Engine; scenario?: string | null } = {},
): EditPlan {
  const filing = options.filing ?? release
  return planEdit({
    filing,
    engine: options.engine ?? createEngine(filing),
    scenario: options.scenario === undefined ? 'scenario_1' : options.scenario,
    ref: readCellName(name)!,
    text,
    flow: options.flow ?? 'books_and_tax',
  })
}

function inputs(plan: EditPlan): string[] {
  if (plan.kind !== 'plan') throw new Error(JSON.stringify(plan))
  return plan.inputs.map(({ schedule, line, column, input }) => `${schedule}.${line}@${column} ${input}`)
}

function input(name: string, text: string): CellInput {
  return { ...readCellName(name)!, input: text }
}

describe('an amount typed at an adjustment', () => {
  test('solves the source line while books and tax move together', () => {
    expect(inputs(edit('reconciliation.loan_loss_provisions@q3_2007', '842,453'))).toEqual([
      'income.provision_for_loan_losses@q3_2007 799445',
    ])
    expect(inputs(edit('reconciliation.derivatives_change@q2_2007', '(50,000)'))).toEqual([
      'income.derivatives_unrealized@q2_2007 50000',
    ])
  })

  test('stands over the link when only tax moves, and says by how much it differs from books', () => {
    const plan = edit('reconciliation.loan_loss_provisions@q3_2007', '842453', { flow: 'tax_only' })
    expect(inputs(plan)).toEqual(['reconciliation.loan_loss_provisions@q3_2007 842453'])
    expect(plan).toMatchObject({
      consequence: { text: expect.stringContaining('Differs from books by 10,000'), warning: true },
    })
  })

  test('lifts an earlier override before the source line is solved', () => {
    const engine = createEngine(release, [input('reconciliation.loan_loss_provisions@q3_2007', '842453')])
    const plan = edit('reconciliation.loan_loss_provisions@q3_2007', '852453', { engine })
    expect(inputs(plan)).toEqual([
      'reconciliation.loan_loss_provisions@q3_2007 null',
      'income.provision_for_loan_losses@q3_2007 809445',
    ])
    engine.apply(plan.kind === 'plan' ? plan.inputs : [])
    expect(String(engine.value(readCellName('reconciliation.taxable_income@q3_2007')!))).toBe('-16297')
  })

  test('moves net earnings the other way where the source line has no cell in the column', () => {
    expect(inputs(edit('reconciliation.loan_loss_provisions@q3_2006', '4183'))).toEqual([
      'reconciliation.loan_loss_provisions@q3_2006 4183',
      'reconciliation.net_earnings@q3_2006 -128690',
    ])
  })

  test('an allocation without a source cell moves alone: it is no part of net earnings', () => {
    expect(inputs(edit('reconciliation.preferred_dividends@q3_2006', '0'))).toEqual([
      'reconciliation.preferred_dividends@q3_2006 0',
    ])
  })

  test('of a draft asks which way it is meant', () => {
    const draft: Filing = { ...release, status: 'draft' }
    const plan = edit('reconciliation.loan_loss_provisions@q3_2007', '842453', { filing: draft, scenario: null })
    expect(plan.kind).toBe('confirm')
    expect(plan).toMatchObject({
      choices: [{ label: 'Change GAAP and the adjustment' }, { label: 'Change the tax adjustment only' }],
    })
  })

  test('a loss that turns into a gain is said before Enter', () => {
    expect(edit('reconciliation.derivatives_change@q3_2007', '-140347')).toMatchObject({
      consequence: { text: expect.stringContaining('the loss of 135,347 becomes a gain of 140,347'), warning: true },
    })
  })
})

describe('a sum of periods', () => {
  test('moves its latest period, through the books', () => {
    const plan = edit('reconciliation.loan_loss_provisions@m9_2007', '1,063,164')
    expect(inputs(plan)).toEqual(['income.provision_for_loan_losses@q3_2007 799445'])
    expect(plan).toMatchObject({ consequence: { text: expect.stringContaining('The latest period takes the change') } })
  })

  test('of plain inputs moves the latest of them', () => {
    expect(inputs(edit('reconciliation.actual_loan_losses@m9_2007', '-93000'))).toEqual([
      'reconciliation.actual_loan_losses@q3_2007 -33954',
    ])
  })

  test('other computed cells are overridden, and that is said', () => {
    const plan = edit('trusts.opening@trust_assets', '6,495,614', { filing: letter })
    expect(inputs(plan)).toEqual(['trusts.opening@trust_assets 6495614'])
    expect(plan).toMatchObject({
      consequence: { text: expect.stringContaining('Press Delete to restore it'), warning: true },
    })
  })
})

describe('text', () => {
  test.each([
    ['income.interest_income@q3_2007', '799.445,00'],
    ['income.interest_income@q3_2007', 'n/a'],
    ['income.interest_income@q3_2007', '10%'],
    ['income.interest_income@variance', '5'],
    ['reconciliation.adjustments@q3_2007', '5'],
    ['reconciliation.intercompany_other@q3_2006', '5'],
    ['income.interest_income@q3_2007', '= interest_incme'],
    ['income.interest_income@q3_2007', '= 1 +'],
    ['income.interest_income@q3_2007', '= net_earnings'],
    ['income.no_such_line@q3_2007', '5'],
  ])('%s takes no %s, and says why', (name, text) => {
    const plan = edit(name, text)
    expect(plan.kind).toBe('refused')
    expect(plan.kind === 'refused' && sentence(plan).length > 10).toBe(true)
  })

  test('relative changes start from what stands', () => {
    expect(inputs(edit('income.interest_expense@q3_2007', '+=500'))).toEqual(['income.interest_expense@q3_2007 302574'])
    expect(inputs(edit('income.interest_expense@q3_2007', '*=1.1'))).toEqual([
      'income.interest_expense@q3_2007 332281.4',
    ])
    expect(edit('income.derivatives_realized@q3_2007', '*=2').kind).toBe('refused')
  })

  test('a thousand times what stood asks which was meant, and either answer works', () => {
    const plan = edit('income.provision_for_loan_losses@q3_2007', '799,445,000')
    if (plan.kind !== 'confirm') throw new Error(plan.kind)
    expect(plan.question).toContain('thousands of dollars')
    expect(plan.choices.map(({ text }) => text)).toEqual(['799445', '799,445,000'])
    expect(inputs(plan.choices[1]!.plan!)).toEqual(['income.provision_for_loan_losses@q3_2007 799445000'])
  })

  test('what stands already changes nothing', () => {
    expect(inputs(edit('income.net_earnings@q3_2007', '(1,191,235)'))).toEqual([])
  })
})

describe('delete', () => {
  test('reverts an input of the scenario to what was filed', () => {
    const engine = createEngine(release, [input('income.interest_income@q3_2007', '1')])
    expect(inputs(edit('income.interest_income@q3_2007', '', { engine }))).toEqual([
      'income.interest_income@q3_2007 null',
    ])
  })

  test('blanks a filed input in the scenario', () => {
    expect(inputs(edit('income.interest_income@q3_2007', ''))).toEqual(['income.interest_income@q3_2007 '])
  })

  test('is refused on a formula', () => {
    expect(edit('income.net_earnings@q3_2007', '').kind).toBe('refused')
  })

  test('reverts an override', () => {
    const engine = createEngine(release, [input('income.net_earnings@q3_2007', '1')])
    expect(inputs(edit('income.net_earnings@q3_2007', '', { engine }))).toEqual(['income.net_earnings@q3_2007 null'])
  })
})

test('planning leaves the engine as it was', () => {
  const engine = createEngine(release, [input('reconciliation.loan_loss_provisions@q3_2007', '842453')])
  const all = (): string[] =>
    release.schedules.flatMap((schedule) =>
      schedule.lines.flatMap((line) =>
        schedule.columns.map((column) =>
          String(engine.value({ schedule: schedule.id, line: line.id, column: column.id })),
        ),
      ),
    )
  const before = all()
  for (const text of ['852453', '', '= net_earnings', '+=1', '= 5']) {
    edit('reconciliation.loan_loss_provisions@q3_2007', text, { engine })
    edit('reconciliation.loan_loss_provisions@m9_2007', text, { engine })
  }
  expect(all()).toEqual(before)
})
