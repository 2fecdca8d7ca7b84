/**
 * Acts whose text each cell spells for itself, and what an act over many cells says before it is applied: blanks that
 * clear, formulas that go, signs that are meant to turn.
 */
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { planMany, type ManyCell, type ManyPlan, type ManyRequest } from '../../../shared/analysis/many.ts'
import { turned, type Turn } from '../../../shared/analysis/step.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { runs } from '../calc/choices.ts'
import { cell, input, release } from './sample_edits.ts'
import { worded } from '../worded.ts'

function plan(cells: ManyCell[], more: Partial<ManyRequest> = {}): ManyPlan {
  const filing = more.filing ?? release
  const engine = more.engine ?? createEngine(filing)
  return planMany({ filing, engine, scenario: 'scenario_1', flow: 'books_and_tax', act: 'Pasted', cells, ...more })
}

function inputs(planned: ManyPlan): string[] {
  if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned))
  return planned.plan.inputs.map((one) => `${one.line}@${one.column} ${one.input}`)
}

function turn(names: string[], act: Turn, filing: Filing = release): ManyCell[] {
  return turned(filing, names.map(cell), act)
}

/** A filing with one cell of each format. */
const formats: Filing = {
  id: 'f',
  title: 'F',
  schedules: [
    {
      id: 's',
      columns: [{ id: 'p', label: 'P', kind: 'duration' }],
      lines: [
        { id: 'amount', label: 'A', kind: 'input' },
        { id: 'cents', label: 'C', kind: 'input', decimals: 2 },
        { id: 'share', label: 'S', kind: 'input', format: 'per_share' },
        { id: 'units', label: 'N', kind: 'input', format: 'shares' },
        { id: 'points', label: 'P', kind: 'input', format: 'percent', decimals: 1 },
        { id: 'part', label: 'R', kind: 'input', format: 'rate' },
        { id: 'words', label: 'W', kind: 'text' },
      ],
      cells: ['100', '1', '1', '10', '5', '0.05', 'x'].map((text, at) => ({
        schedule: 's',
        line: ['amount', 'cents', 'share', 'units', 'points', 'part', 'words'][at]!,
        column: 'p',
        input: text,
      })),
    },
  ],
}
const everyFormat = formats.schedules[0]!.lines.map(({ id }) => `s.${id}@p`)

describe('a step', () => {
  test('is one unit of the last digit printed, for each format; words take none', () => {
    expect(inputs(plan(turn(everyFormat, 'step_up', formats), { filing: formats }))).toEqual([
      'amount@p 101',
      'cents@p 1.01',
      'share@p 1.01',
      'units@p 11',
      'points@p 5.1',
      'part@p 0.0501',
    ])
    expect(inputs(plan(turn(everyFormat, 'step_down', formats), { filing: formats }))).toContain('part@p 0.0499')
  })

  test('up and down again leaves every figure as it was', () => {
    const amounts = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(String)
    fc.assert(
      fc.property(amounts, fc.boolean(), (amount, isUp) => {
        const start = { ...cell('s.amount@p'), input: amount }
        const engine = createEngine(formats, [start])
        for (const way of isUp ? (['step_up', 'step_down'] as const) : (['step_down', 'step_up'] as const)) {
          const planned = plan(turn(['s.amount@p'], way, formats), { filing: formats, engine })
          if (planned.kind === 'plan') engine.apply(planned.plan.inputs)
        }
        expect(String(engine.value(cell('s.amount@p')))).toBe(amount)
      }),
      runs(60),
    )
  })

  test('at a link moves the books, at a blank does nothing, at a total asks first', () => {
    const link = plan(turn(['reconciliation.loan_loss_provisions@q3_2007'], 'step_up'))
    expect(inputs(link)).toEqual(['provision_for_loan_losses@q3_2007 789446'])
    const total = plan(turn(['income.net_interest_income@q3_2007'], 'step_up'))
    expect(total).toMatchObject({
      remarks: [{ warning: true, text: expect.stringContaining('Overrides the formula') }],
    })
    const blank = plan(turn(['income.derivatives_realized@q3_2007'], 'step_up'))
    expect(worded(blank)).toMatchObject({ kind: 'refused', refusals: [{ reason: expect.stringContaining('blank') }] })
  })
})

describe('turning the sign', () => {
  test('warns of nothing in the cell itself, where it was asked for', () => {
    const cells = turn(['income.interest_income@q3_2007'], 'flip_sign')
    expect(inputs(plan(cells, { turns: true }))).toEqual(['interest_income@q3_2007 -313772'])
    expect(plan(cells, { turns: true })).toMatchObject({ remarks: [{ warning: false }] })
    expect(plan(cells)).toMatchObject({ remarks: [{ warning: true }] })
  })

  test('still warns where a link turns the sign of the books', () => {
    const cells = turn(['reconciliation.derivatives_change@q3_2007'], 'flip_sign')
    expect(plan(cells, { turns: true })).toMatchObject({ remarks: [{ warning: true }] })
  })

  test('leaves nil as it is, and twice is once too many', () => {
    const nil = { ...cell('s.amount@p'), input: '0' }
    const engine = createEngine(formats, [nil])
    expect(inputs(plan(turn(['s.amount@p'], 'flip_sign', formats), { filing: formats, engine }))).toEqual([
      'amount@p 0',
    ])
    engine.apply([{ ...nil, input: '7' }])
    for (const after of ['-7', '7']) {
      const planned = plan(turn(['s.amount@p'], 'flip_sign', formats), { filing: formats, engine })
      expect(inputs(planned)).toEqual([`amount@p ${after}`])
      if (planned.kind === 'plan') engine.apply(planned.plan.inputs)
    }
  })
})

describe('what is said of a block', () => {
  test('a blank among figures says what it clears; Delete over all says nothing', () => {
    const cells = [
      { ref: cell('income.interest_income@q3_2007'), text: '300,000' },
      { ref: cell('income.interest_expense@q3_2007'), text: ' ' },
    ]
    expect(plan(cells)).toMatchObject({
      changed: 2,
      remarks: [
        { ref: { line: 'interest_expense' }, text: 'The block is blank here: 302,074 cleared.', warning: false },
      ],
    })
    expect(plan(cells.map((one) => ({ ...one, text: '' })))).toMatchObject({ remarks: [] })
  })

  test('an entered formula that a figure replaces is named', () => {
    const engine = createEngine(release, [input('income.interest_income@q3_2007', '= @q2_2007 * 2')])
    const at = cell('income.interest_income@q3_2007')
    expect(plan([{ ref: at, text: '300,000' }], { engine })).toMatchObject({
      remarks: [{ text: 'Replaces the formula = @q2_2007 * 2.', warning: true }],
    })
    expect(plan([{ ref: at, text: '=@q2_2007*2' }], { engine })).toMatchObject({ remarks: [{ warning: false }] })
  })

  test('a formula that serves the cell already is no override', () => {
    const at = cell('income.net_interest_income@q3_2007')
    const formula = release.schedules[0]!.lines.find(({ id }) => id === at.line)!.formula!
    const spaced = `=  ${formula.replace(/^\s*=/, '')} `
    expect(worded(plan([{ ref: at, text: spaced }]))).toMatchObject({
      refusals: [{ reason: 'The cell holds this formula already.' }],
    })
    const engine = createEngine(release, [{ ...at, input: '12000' }])
    expect(plan([{ ref: at, text: spaced }], { engine })).toMatchObject({ kind: 'plan', changed: 1 })
  })
})
