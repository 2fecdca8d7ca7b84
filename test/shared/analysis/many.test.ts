/**
 * One act over many cells: nothing counts twice, all or nothing, and the same as the edits made one by one.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planEdit } from '../../../shared/analysis/edit.ts'
import {
  planMany,
  type KindAnswers,
  type ManyCell,
  type ManyPlan,
  type ManyRequest,
} from '../../../shared/analysis/many.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing } from '../../../shared/model/filing.ts'
import { runs } from '../calc/choices.ts'
import { both } from '../calc/snapshots.ts'
import { cell, letter, release } from './sample_edits.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { sentence, worded } from '../worded.ts'

const named = (names: string[], text: string): ManyCell[] => names.map((name) => ({ ref: cell(name), text }))

function many(cells: ManyCell[], more: Partial<ManyRequest> = {}): ManyPlan {
  const filing = more.filing ?? release
  const engine = more.engine ?? createEngine(filing)
  return planMany({ filing, engine, scenario: 'scenario_1', flow: 'books_and_tax', act: '*=1.1', cells, ...more })
}

/** A reason outside the filing. */
const closed = (): Refusal => ({ code: 'formula_fault', fault: 'It is locked.' })

function inputs(planned: ManyPlan): string[] {
  if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned))
  return planned.plan.inputs.map((one) => `${one.line}@${one.column} ${one.input}`)
}

describe('many at once', () => {
  test('a change reaches the inputs; their total follows and is said to', () => {
    const planned = many(
      named(
        ['income.interest_income@q3_2007', 'income.interest_expense@q3_2007', 'income.net_interest_income@q3_2007'],
        '*=1.1',
      ),
    )
    expect(inputs(planned)).toEqual(['interest_income@q3_2007 345149.2', 'interest_expense@q3_2007 332281.4'])
    expect(worded(planned)).toMatchObject({
      plan: { title: expect.stringMatching(/^\*=1\.1 in 2 cells of /) },
      changed: 2,
      passed: [
        { ref: { line: 'net_interest_income' }, reason: 'The cell follows from the other cells.', differs: false },
      ],
    })
  })

  test('a total alone is overridden, with a warning', () => {
    const planned = many(named(['income.net_interest_income@q3_2007'], '+=500'))
    expect(inputs(planned)).toEqual(['net_interest_income@q3_2007 12198'])
    expect(planned).toMatchObject({ remarks: [{ warning: true }] })
  })

  test('a given total that its lines do not come to is passed over and told apart', () => {
    const planned = many([
      { ref: cell('income.interest_income@q3_2007'), text: '302,075' },
      { ref: cell('income.net_interest_income@q3_2007'), text: '2' },
    ])
    expect(worded(planned)).toMatchObject({
      passed: [{ differs: true, reason: expect.stringContaining('from the other cells: 1, not 2') }],
    })
  })

  test('net earnings follow an adjustment that moves the books, wherever they stand in the selection', () => {
    const planned = many(
      named(['reconciliation.net_earnings@q3_2007', 'reconciliation.loan_loss_provisions@q3_2007'], '+=500'),
    )
    expect(inputs(planned)).toHaveLength(1)
    expect(inputs(planned)[0]).toContain('provision_for_loan_losses@q3_2007')
    expect(planned).toMatchObject({ passed: [{ ref: { line: 'net_earnings' } }] })
  })

  test('the nine months follow their quarters', () => {
    const planned = many(
      named(['reconciliation.actual_loan_losses@q3_2007', 'reconciliation.actual_loan_losses@m9_2007'], '-=500'),
    )
    expect(planned).toMatchObject({ changed: 1, passed: [{ ref: { column: 'm9_2007' } }] })
  })

  test('each edit sees the ones before it: net earnings answer all adjustments of a column without a GAAP statement', () => {
    const lines = ['loan_loss_provisions', 'derivatives_change', 'net_earnings']
    const planned = many(
      named(
        lines.map((line) => `reconciliation.${line}@q3_2006`),
        '+=500',
      ),
    )
    expect(inputs(planned)).toContain('net_earnings@q3_2006 -128690')
    expect(planned).toMatchObject({ changed: 2, passed: [{ ref: { line: 'net_earnings' } }] })
  })

  test('one refused text refuses all, each with its reason, and a question waits for its answer', () => {
    const cells = [
      { ref: cell('income.interest_income@q3_2007'), text: '799,44' },
      { ref: cell('income.interest_expense@q3_2007'), text: '302,074,000' },
      { ref: cell('income.provision_for_loan_losses@q3_2007'), text: '1' },
    ]
    const planned = many(cells)
    expect(worded(planned)).toMatchObject({
      kind: 'refused',
      refusals: [
        { ref: { line: 'interest_income' }, reason: expect.stringContaining('comma') },
        {
          ref: { line: 'interest_expense' },
          asks: {
            about: 'thousand_times_larger',
            choices: [expect.stringContaining('Enter'), expect.stringContaining('Keep')],
          },
        },
      ],
    })
    const answered = (choice: number): string[] =>
      inputs(many([cells[1]!, cells[2]!], { answers: { thousand_times_larger: choice } }))
    expect(answered(0)).toEqual(['provision_for_loan_losses@q3_2007 1'])
    expect(answered(1)[0]).toBe('interest_expense@q3_2007 302074000')
    // An answer to another kind of question answers nothing here.
    expect(many(cells.slice(1), { answers: { thousand_times_smaller: 0 } })).toMatchObject({ kind: 'refused' })
  })

  test('blank text clears what can be cleared and passes over formulas; of formulas alone it is refused', () => {
    const lines = ['income.interest_income@q3_2007', 'income.net_interest_income@q3_2007']
    expect(inputs(many(named(lines, '')))).toEqual(['interest_income@q3_2007 '])
    expect(many(named(lines.slice(1), ''))).toMatchObject({
      kind: 'refused',
      refusals: [{ ref: { line: 'net_interest_income' } }],
    })
  })

  test('an override among cleared inputs is taken back, also one that reads them', () => {
    const engine = createEngine(release, [
      { ...cell('income.net_interest_income@q3_2007'), input: '= interest_income' },
    ])
    const planned = many(named(['income.interest_income@q3_2007', 'income.net_interest_income@q3_2007'], ''), {
      engine,
    })
    expect(inputs(planned)).toEqual(['interest_income@q3_2007 ', 'net_interest_income@q3_2007 null'])
  })

  test('a change passes over what is blank and what holds another kind of figure', () => {
    const lines = ['interest_income@q3_2007', 'interest_income@percent', 'diluted_shares@q3_2007']
    const names = [...lines, 'dividends_per_share@q3_2007', 'interest_expense@q3_2007'].map((line) => `income.${line}`)
    const engine = createEngine(release, [{ ...cell('income.interest_expense@q3_2007'), input: '' }])
    const planned = many(named(names, '+=500'), { engine, alike: cell('income.interest_income@q3_2007') })
    expect(inputs(planned)).toEqual(['interest_income@q3_2007 314272'])
    const reasons = planned.kind === 'plan' ? planned.passed.map(sentence) : []
    expect(reasons).toEqual([
      'This cell holds a percentage, unlike the cell where the text was typed.',
      'This cell holds shares, unlike the cell where the text was typed.',
      'This cell holds a per-share figure, unlike the cell where the text was typed.',
      'The cell is blank, so there is nothing to change.',
    ])
    expect(many(named(names.slice(-1), '*=2'), { engine })).toMatchObject({ kind: 'refused', refusals: [{}] })
  })

  test('a closed cell is refused with the reason given', () => {
    expect(worded(many(named(['income.interest_income@q3_2007'], ''), { closed }))).toMatchObject({
      kind: 'refused',
      refusals: [{ reason: 'It is locked.' }],
    })
  })
})

/** Cells of one schedule that take input, as a selection would hold them. */
function cellsOf(filing: Filing): CellRef[][] {
  return filing.schedules.map(({ id, lines, columns }) =>
    lines.flatMap((line) =>
      columns.flatMap((column) =>
        takesInput(line, column) ? [{ schedule: id, line: line.id, column: column.id }] : [],
      ),
    ),
  )
}

const TEXTS = ['*=1.1', '+=500', '-=500', '123', '(45)', '-', '']

const acts = fc.constantFrom(release, letter).chain((filing) =>
  fc.constantFrom(...cellsOf(filing)).chain((cells) =>
    fc.record({
      filing: fc.constant(filing),
      flow: fc.constantFrom('books_and_tax' as const, 'tax_only' as const),
      cells: fc.array(fc.record({ ref: fc.constantFrom(...cells), text: fc.constantFrom(...TEXTS) }), {
        minLength: 1,
        maxLength: 45,
      }),
    }),
  ),
)

/** Every question answered by its second choice, which keeps what was typed. */
const KEPT: KindAnswers = { thousand_times_larger: 1, thousand_times_smaller: 1, books_of_draft: 1 }

/** The plan with questions kept as typed and refused cells left out, as a person would take the good ones. */
function goodOnes(act: { filing: Filing; flow: 'books_and_tax' | 'tax_only'; cells: ManyCell[] }, engine: Engine) {
  let cells = [...new Map(act.cells.map((one) => [cellName(one.ref), one])).values()]
  for (;;) {
    const planned = many(cells, { filing: act.filing, flow: act.flow, engine, answers: KEPT })
    if (planned.kind === 'plan') return { planned, cells }
    const bad = new Set(planned.refusals.map(({ ref }) => cellName(ref)))
    cells = cells.filter(({ ref }) => !bad.has(cellName(ref)))
    if (cells.length === 0) return undefined
  }
}

describe('properties of many at once', () => {
  test('planning leaves the engine as it was; applied it equals the edits one by one; taken back it is as before', () => {
    fc.assert(
      fc.property(acts, (act) => {
        const engine = createEngine(act.filing)
        const before = both(engine)
        const good = goodOnes(act, engine)
        expect(both(engine)).toEqual(before)
        if (!good) return
        const { planned, cells } = good
        const back = planned.plan.inputs.map((one): CellInput => ({ ...one, input: engine.input(one, 'scenario') }))
        engine.apply(planned.plan.inputs)
        const passed = new Set(planned.passed.map(({ ref }) => cellName(ref)))
        const single = createEngine(act.filing)
        for (const { ref, text } of cells) {
          if (passed.has(cellName(ref))) continue
          const edit = planEdit({
            filing: act.filing,
            engine: single,
            scenario: 'scenario_1',
            ref,
            text,
            flow: act.flow,
          })
          const plan = edit.kind === 'confirm' ? edit.choices[KEPT[edit.about]!]!.plan! : edit
          if (plan.kind === 'plan') single.apply(plan.inputs)
          else throw new Error(JSON.stringify(plan))
        }
        expect(both(engine)).toEqual(both(single))
        engine.apply(back)
        expect(both(engine)).toEqual(before)
      }),
      runs(60),
    )
  })
})
