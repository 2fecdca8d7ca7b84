/**
 * A cut block moved: each place takes what was cut, what was cut is cleared as Delete would, and no figure is lost where a
 * cell refuses.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsMoved, goingWith, planMove, type Move } from '../../../../renderer/session/selection/move_plan.ts'
import { planEdit } from '../../../../shared/analysis/edit.ts'
import type { ManyPlan, ManyRequest } from '../../../../shared/analysis/many.ts'
import { cellFormat, structureFormula, takesInput } from '../../../../shared/calc/layout.ts'
import { createEngine, type Engine } from '../../../../shared/calc/engine.ts'
import { isAmount } from '../../../../shared/calc/value.ts'
import { cellName } from '../../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing } from '../../../../shared/model/filing.ts'
import { editText } from '../../../../shared/money/format.ts'
import { cell, input, inputTexts, letter, release } from '../../../shared/analysis/sample_edits.ts'
import { runs } from '../../../shared/calc/choices.ts'
import { both, valueText } from '../../../shared/calc/snapshots.ts'
import type { Refusal } from '../../../../shared/refusals/refusal.ts'
import { sentence, worded } from '../../../shared/worded.ts'

function heldText(engine: Engine, ref: CellRef): string {
  const value = engine.value(ref)
  return (
    engine.input(ref, 'scenario') ?? engine.input(ref, 'base') ?? (isAmount(value) ? editText(value, 'amount') : '')
  )
}

/** `a > b` for each place. */
function moving(engine: Engine, ...arrows: string[]): Move[] {
  return arrows.map((arrow) => {
    const [from, to] = arrow.split(' > ').map(cell) as [CellRef, CellRef]
    return { from, to, text: heldText(engine, from) }
  })
}

function plan(engine: Engine, moves: readonly Move[], more: Partial<ManyRequest> = {}): ManyPlan {
  const filing = engine.filing()
  const cells = cellsMoved(filing, moves)
  const given = { filing, engine, scenario: 'scenario_1', flow: 'books_and_tax' as const, act: 'Moved', cells }
  return planMove({ ...given, ...more }, moves)
}

type Good = Extract<ManyPlan, { kind: 'plan' }>

function good(planned: ManyPlan): Good {
  if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned))
  return planned
}

/** What is cleared takes no edit, as an input of the scenario below. */
function closed({ text }: { text: string }): Refusal | undefined {
  return text === '' ? { code: 'formula_fault', fault: 'It comes from the scenario below.' } : undefined
}

/** The plan of what is left without the cells that refuse and those that go with them; undefined where nothing is. */
function goodOnes(engine: Engine, moves: readonly Move[], more: Partial<ManyRequest> = {}): Good | undefined {
  let cells = cellsMoved(engine.filing(), moves)
  for (;;) {
    const planned = plan(engine, moves, { ...more, cells })
    if (planned.kind === 'plan') return planned
    const gone = goingWith(moves, new Set(planned.refusals.map(({ ref }) => cellName(ref))))
    cells = cells.filter(({ ref }) => !gone.has(cellName(ref)))
    if (cells.length === 0) return undefined
  }
}

describe('a move', () => {
  test('clears what was cut and enters it elsewhere, as one act that names both', () => {
    const engine = createEngine(release)
    const moves = moving(
      engine,
      'income.interest_income@q3_2007 > income.non_interest_expense@q3_2007',
      'income.interest_expense@q3_2007 > income.income_tax_expense@q3_2007',
    )
    const planned = good(plan(engine, moves))
    expect(inputTexts(planned.plan.inputs)).toEqual([
      'income.interest_income@q3_2007 ',
      'income.interest_expense@q3_2007 ',
      'income.non_interest_expense@q3_2007 313772',
      'income.income_tax_expense@q3_2007 302074',
    ])
    expect(planned.plan.title).toBe(
      'Moved 2 cells from Interest income, Three Months Ended September 30, 2007 to Total non-interest expense, Three Months Ended September 30, 2007',
    )
    expect(planned).toMatchObject({ changed: 2, passed: [], remarks: [] })
  })

  test('of one cell names its figure; to another schedule names both schedules', () => {
    const engine = createEngine(release, [input('income.interest_income@q3_2007', '40000.25')])
    const planned = good(
      plan(engine, moving(engine, 'income.interest_income@q3_2007 > reconciliation.actual_loan_losses@q3_2007')),
    )
    expect(planned.plan.title).toMatch(/^Moved 40,000 from Interest income, .* in .* to .* in /)
    // What was entered moves in full, not as it is shown; the override gives way as by Delete.
    expect(inputTexts(planned.plan.inputs)).toEqual([
      'income.interest_income@q3_2007 none',
      'reconciliation.actual_loan_losses@q3_2007 40000.25',
    ])
  })

  test('over part of itself leaves only what nothing moves into', () => {
    const engine = createEngine(release)
    const lines = ['interest_income', 'interest_expense']
    const down = moving(
      engine,
      ...['q3_2007', 'q2_2007'].flatMap((column) => [
        `income.${lines[0]}@${column} > income.${lines[1]}@${column}`,
        `income.${lines[1]}@${column} > income.provision_for_loan_losses@${column}`,
      ]),
    )
    engine.apply(good(plan(engine, down)).plan.inputs)
    const now = (name: string): string => valueText(engine.value(cell(`income.${name}`)))
    expect(
      ['interest_income@q3_2007', 'interest_expense@q3_2007', 'provision_for_loan_losses@q3_2007'].map(now),
    ).toEqual(['', '313772', '302074'])
    expect(
      ['interest_income@q2_2007', 'interest_expense@q2_2007', 'provision_for_loan_losses@q2_2007'].map(now),
    ).toEqual(['', '316285', '305076'])
  })

  test('of a computed figure copies it, and says that it stays', () => {
    const engine = createEngine(release)
    const planned = good(
      plan(engine, moving(engine, 'income.net_interest_income@q3_2007 > income.income_tax_expense@q3_2007')),
    )
    expect(inputTexts(planned.plan.inputs)).toEqual(['income.income_tax_expense@q3_2007 11698'])
    expect(planned.plan.title).toMatch(/^Copied 11,698 from Net interest income, /)
    expect(worded(planned.passed)).toMatchObject([
      {
        ref: { line: 'net_interest_income' },
        differs: true,
        reason: expect.stringMatching(/computed here.*copied\.$/),
      },
    ])
  })

  test('of a whole column says nothing of totals that follow at both ends', () => {
    const engine = createEngine(release)
    const lines = ['interest_income', 'interest_expense', 'net_interest_income']
    const moves = moving(engine, ...lines.map((line) => `income.${line}@q3_2007 > income.${line}@q2_2007`))
    const planned = good(plan(engine, moves))
    expect(planned.passed.map(({ differs }) => differs)).toEqual([false, false])
    expect(planned.plan.title).toMatch(/^Moved 2 cells from /)
  })

  test('leaves a cut figure where its place comes to another one', () => {
    const engine = createEngine(release)
    const moves = moving(
      engine,
      'income.non_interest_expense@q3_2007 > income.interest_expense@q3_2007',
      'income.income_tax_expense@q3_2007 > income.net_interest_income@q3_2007',
    )
    const planned = good(plan(engine, moves))
    expect(inputTexts(planned.plan.inputs)).toEqual([
      'income.non_interest_expense@q3_2007 ',
      'income.interest_expense@q3_2007 21635',
    ])
    expect(worded(planned.passed)).toMatchObject([
      {
        ref: { line: 'net_interest_income' },
        differs: true,
        reason: expect.stringMatching(/The cut cell keeps its figure\.$/),
      },
    ])
  })

  test('is refused as a whole where a cell refuses; the figure of that cell stays where it was', () => {
    const engine = createEngine(release)
    const moves = moving(
      engine,
      'income.interest_income@q3_2007 > income.interest_income@variance',
      'income.interest_expense@q3_2007 > income.income_tax_expense@q3_2007',
    )
    expect(plan(engine, moves)).toMatchObject({ kind: 'refused', refusals: [{ ref: { column: 'variance' } }] })
    expect(inputTexts(goodOnes(engine, moves)!.plan.inputs)).toEqual([
      'income.interest_expense@q3_2007 ',
      'income.income_tax_expense@q3_2007 302074',
    ])
  })

  test('what refuses, or follows from other cells, holds back all that would move up behind it', () => {
    const engine = createEngine(release)
    const chain = (last: string): Move[] =>
      moving(
        engine,
        'income.interest_income@q3_2007 > income.interest_income@q2_2007',
        `income.interest_income@q2_2007 > ${last}`,
        'income.income_tax_expense@q2_2007 > income.interest_expense@q2_2007',
      )
    const alone = ['income.income_tax_expense@q2_2007 ', 'income.interest_expense@q2_2007 4969']
    const refused = chain('income.provision_for_loan_losses@percent')
    expect(plan(engine, refused).kind).toBe('refused')
    expect(inputTexts(goodOnes(engine, refused)!.plan.inputs)).toEqual(alone)
    const following = good(plan(engine, chain('income.net_interest_income@q2_2007')))
    expect(inputTexts(following.plan.inputs)).toEqual(alone)
    expect(following.changed).toBe(1)
    expect(following.passed.map((one) => [one.ref.line, sentence(one)])).toEqual([
      ['net_interest_income', expect.stringMatching(/The cut cell keeps its figure\.$/)],
      ['interest_income', 'The figure in this cell stays, so nothing is moved in. The cut cell keeps its figure.'],
    ])
  })

  test('what may not be cleared is not moved either', () => {
    const engine = createEngine(release)
    const moves = moving(engine, 'income.interest_income@q3_2007 > income.income_tax_expense@q3_2007')
    expect(worded(plan(engine, moves, { closed }))).toMatchObject({
      kind: 'refused',
      refusals: [{ ref: { line: 'interest_income' }, reason: 'It comes from the scenario below.' }],
    })
    expect(goodOnes(engine, moves, { closed })).toBeUndefined()
  })

  test('a blank moved over a figure clears it and says so; over no cell it says nothing', () => {
    const engine = createEngine(release, [input('income.interest_income@q3_2007', '')])
    const moves = moving(
      engine,
      'income.interest_income@q3_2007 > income.interest_expense@q3_2007',
      'income.interest_income@q2_2007 > income.interest_expense@q2_2007',
    )
    const planned = good(plan(engine, moves))
    expect(planned.remarks).toMatchObject([
      { ref: { line: 'interest_expense' }, text: 'The block is blank here: 302,074 cleared.' },
    ])
    const nowhere: Move = { from: cell('income.interest_income@q3_2007'), to: cell('income.nowhere@q3_2007'), text: '' }
    expect(cellsMoved(release, [nowhere]).map(({ ref }) => ref.line)).toEqual(['interest_income'])
  })

  test('a formula moves as it was entered', () => {
    const formula = '= interest_income - 1'
    const engine = createEngine(release, [input('income.interest_expense@q3_2007', formula)])
    const moves = moving(engine, 'income.interest_expense@q3_2007 > income.income_tax_expense@q3_2007')
    engine.apply(good(plan(engine, moves)).plan.inputs)
    expect(engine.input(cell('income.income_tax_expense@q3_2007'), 'scenario')).toBe(formula)
    expect(valueText(engine.value(cell('income.interest_expense@q3_2007')))).toBe('302074')
  })
})

/** Plain inputs of a schedule: no formula, no link to the books, all of one format. */
function plainInputs(filing: Filing): CellRef[] {
  return filing.schedules.flatMap(({ id, lines, columns, cells }) =>
    lines.flatMap((line) =>
      columns.flatMap((column) => {
        const isPlain = takesInput(line, column) && !structureFormula(line, column) && !line.source
        const isFigure = cellFormat(line, column) === 'amount' && line.kind === 'input'
        const isFormula = cells.some(
          (one) => one.line === line.id && one.column === column.id && one.input?.trimStart().startsWith('='),
        )
        return isPlain && isFigure && !isFormula ? [{ schedule: id, line: line.id, column: column.id }] : []
      }),
    ),
  )
}

/** A block of plain inputs, moved along their list: by less than its length it overlaps itself. */
const acts = fc.constantFrom(release, letter).chain((filing) => {
  const cells = plainInputs(filing)
  return fc.record({
    filing: fc.constant(filing),
    cells: fc.constant(cells),
    layer: fc.constantFrom('base' as const, 'scenario' as const),
    from: fc.nat({ max: cells.length - 1 }),
    to: fc.nat({ max: cells.length - 1 }),
    count: fc.integer({ min: 1, max: 12 }),
    edits: fc.array(
      fc.record({ at: fc.nat({ max: cells.length - 1 }), text: fc.constantFrom('', '7', '-12.25', '900000') }),
      { maxLength: 8 },
    ),
  })
})

describe('properties of moves', () => {
  test('each place comes to what was cut; what was cut is as after Delete; taken back, all is as before', () => {
    fc.assert(
      fc.property(acts, ({ filing, cells, layer, from, to, count, edits }) => {
        const engine = createEngine(filing)
        if (layer === 'scenario')
          engine.apply(
            edits.map(({ at, text }) => ({ ...cells[at]!, input: text })),
            layer,
          )
        const before = both(engine)
        const length = Math.min(count, cells.length - Math.max(from, to))
        const moves = Array.from({ length }, (_, i): Move => {
          const source = cells[from + i]!
          return { from: source, to: cells[to + i]!, text: heldText(engine, source) }
        })
        if (from === to) return
        const scenario = layer === 'base' ? null : 'scenario_1'
        // A figure about a thousand times another one is asked about; it is kept as it is.
        const answers = { thousand_times_larger: 1, thousand_times_smaller: 1 }
        const planned = good(plan(engine, moves, { scenario, answers }))
        expect(both(engine)).toEqual(before)

        const held = moves.map((move) => valueText(engine.value(move.from)))
        const deleted = createEngine(filing)
        if (layer === 'scenario')
          deleted.apply(
            edits.map(({ at, text }) => ({ ...cells[at]!, input: text })),
            layer,
          )
        const places = new Set(moves.map((move) => cellName(move.to)))
        const left = moves.map((move) => move.from).filter((ref) => !places.has(cellName(ref)))
        // A blank that is moved clears its place, as Delete does there.
        const blanks = moves.filter(({ text }) => text === '').map((move) => move.to)
        for (const ref of [...left, ...blanks]) {
          const cleared = planEdit({ filing, engine: deleted, scenario, ref, text: '', flow: 'books_and_tax' })
          if (cleared.kind === 'plan') deleted.apply(cleared.inputs, layer)
        }
        const back = planned.plan.inputs.map((one): CellInput => ({ ...one, input: engine.input(one, layer) }))
        engine.apply(planned.plan.inputs, layer)
        for (const [i, { to: place, text }] of moves.entries())
          if (text !== '') expect(valueText(engine.value(place))).toBe(held[i])
        for (const ref of [...left, ...blanks]) expect(valueText(engine.value(ref))).toBe(valueText(deleted.value(ref)))
        engine.apply(back, layer)
        expect(both(engine)).toEqual(before)
      }),
      runs(80),
    )
  })
})
