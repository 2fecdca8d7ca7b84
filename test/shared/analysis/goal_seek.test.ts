/**
 * Goal seek: its answer, applied, gives the target to the unit, and every refusal says why.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalSeek, type GoalAnswer } from '../../../shared/analysis/goal_seek.ts'
import { readCell, readGoal, readTarget, type CellField } from '../../../shared/analysis/read_cell.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { at, filing as sheet, type LineText } from '../calc/sheet.ts'
import { both, valueText } from '../calc/snapshots.ts'
import { amount, amountAt, cell, entered, fresh, input, inputTexts, release } from './sample_edits.ts'
import { sentence } from '../worded.ts'
import { asPrinted } from '../../../shared/calc/cell_text.ts'

const TAXABLE = 'reconciliation.taxable_income@q3_2007'
const LOSSES = 'reconciliation.actual_loan_losses@q3_2007'

type Sought = { target: string; value: string; by: string; engine?: Engine; filing?: Filing }

function seek({ target, value, by, engine, filing = release }: Sought) {
  return goalSeek({
    filing,
    engine: engine ?? createEngine(filing),
    target: cell(target),
    value: amount(value),
    by: cell(by),
  })
}

function answer(sought: Sought): GoalAnswer {
  const found = seek(sought)
  if (found.kind === 'refused') throw new Error(sentence(found))
  return found
}

function reason(sought: Sought): string {
  const found = seek(sought)
  return found.kind === 'refused' ? sentence(found) : `answered ${found.amount.toFixed()}`
}

/** Set a line of a small filing by changing line a. */
function small(entries: Record<string, LineText>, target: string, value: string): string {
  const filing = sheet(entries)
  const found = goalSeek({
    filing,
    engine: createEngine(filing),
    target: at(target),
    value: amount(value),
    by: at('a'),
  })
  return found.kind === 'refused' ? sentence(found) : `${found.amount.toFixed()}${found.exact ? '' : ' as printed'}`
}

describe('the third quarter', () => {
  test('taxable income to nil by actual loan losses is exactly (18,051), with all its effects', () => {
    const found = answer({ target: TAXABLE, value: '0', by: LOSSES })
    expect(found.amount.toFixed()).toBe('-18051')
    expect(found.exact).toBe(true)
    expect(inputTexts(found.plan.inputs)).toEqual([`${LOSSES} -18051`])
    const effect = (id: string): string[] => {
      const one = found.effects.find((effect) => effect.id === id)!
      return [one.base, one.now, one.after, one.difference].map(valueText)
    }
    expect(effect('taxable_income')).toEqual(['-16297', '-16297', '0', '16297'])
    expect(effect('net_earnings')).toEqual(['-1191235', '-1191235', '-1191235', '0'])
    expect(effect('minimum_distribution')).toEqual(['0', '0', '9982.8', '9982.8'])
  })

  test('by the provision it is refused, because the add-back offsets it', () => {
    expect(reason({ target: TAXABLE, value: '0', by: 'income.provision_for_loan_losses@q3_2007' })).toBe(
      'Provision for loan losses, Three Months Ended September 30, 2007, does not change Estimated taxable (loss) income available to common stockholders, because the add-back in Loan loss provisions offsets the change.',
    )
    expect(reason({ target: TAXABLE, value: '0', by: 'income.derivatives_unrealized@q3_2007' })).toContain(
      'the adjustment in Change in fair value of derivatives offsets the change',
    )
  })

  test('with the adjustment overridden, the provision does move it', () => {
    const engine = fresh(release, [input('reconciliation.loan_loss_provisions@q3_2007', '832453')])
    const found = answer({ target: TAXABLE, value: '0', by: 'income.provision_for_loan_losses@q3_2007', engine })
    expect(found.amount.toFixed()).toBe('773148')
  })

  test('a per-share target takes the amount nearest to the present that prints it', () => {
    const found = answer({ target: 'reconciliation.taxable_income_per_share@q3_2007', value: '0', by: LOSSES })
    // Nil is printed from (380) thousand on: 380 / 76,084 rounds to 0.00, 381 / 76,084 to 0.01.
    expect(found.amount.toFixed()).toBe('-18431')
    expect(found.exact).toBe(false)
    const shares = answer({
      target: 'reconciliation.taxable_income_per_share@q3_2007',
      value: '-0.15',
      by: 'income.diluted_shares@q3_2007',
    })
    expect(shares.amount.toFixed()).toBe('105142')
  })

  test('a percentage can be the target', () => {
    const provision = 'income.provision_for_loan_losses@q3_2007'
    const found = answer({ target: 'income.provision_for_loan_losses@percent', value: '100', by: provision })
    const engine = fresh(release, found.plan.inputs)
    expect(valueText(engine.value(cell('income.provision_for_loan_losses@percent')))).toBe('100')
    const further = fresh(release, [{ ...cell(provision), input: found.amount.plus(1).toFixed() }])
    expect(valueText(further.value(cell('income.provision_for_loan_losses@percent')))).toBe('101')
    expect(found.effects.find(({ id }) => id === 'taxable_income')!.ref!.column).toBe('q3_2007')
  })

  test('in a draft the answer is one for its base', () => {
    const draft: Filing = { ...release, status: 'draft' }
    const engine = createEngine(draft)
    const target = cell('reconciliation.taxable_income_per_share@q3_2007')
    const by = cell('reconciliation.remic_taxable_income@q3_2007')
    const found = goalSeek({ filing: draft, engine, target, value: amount('0.1'), by, layer: 'base' })
    if (found.kind === 'refused') throw new Error(sentence(found))
    engine.apply(found.plan.inputs, 'base')
    expect(valueText(engine.value(target, 'base'))).toBe('0.1')
    expect(engine.scenarioInputs()).toEqual([])
  })

  test('where the target has the value already, nothing is to be set', () => {
    expect(answer({ target: TAXABLE, value: '-16297', by: LOSSES }).plan.inputs).toEqual([])
    const blank = { target: TAXABLE, value: '-16297', by: 'income.derivatives_realized@q3_2007' }
    expect(answer(blank).plan.inputs).toEqual([])
  })

  test.each([
    ['a blank target', 'equity.closing@q3_2007', LOSSES, 'a figure that it needs is not disclosed'],
    ['a computed changing cell', TAXABLE, 'reconciliation.loan_loss_provisions@q3_2007', 'computed by a formula'],
    ['a cell that takes no input', TAXABLE, 'income.provision_for_loan_losses@variance', 'takes no input'],
    ['a cell without effect', 'income.net_earnings@q3_2007', LOSSES, 'does not depend on'],
    ['a cell that is not there', TAXABLE, 'income.nothing@q3_2007', 'There is no cell'],
    ['words', TAXABLE, 'reconciliation.adjustments@q3_2007', 'takes no input'],
  ])('%s is refused', (_, target, by, words) => {
    expect(reason({ target, value: '5', by })).toContain(words)
  })
})

describe('formulas that bend', () => {
  test.each([
    ['larger of two', { a: '6', b: '4', x: '= max(a, b)' }, '9', '9 as printed'],
    ['the edge of a flat stretch', { a: '6', b: '4', x: '= max(a, b)' }, '4', '4 as printed'],
    ['a rounding', { a: '6', x: '= round(a, -2)' }, '300', '250 as printed'],
    ['below, a rounding', { a: '600', x: '= round(a, -2)' }, '300', '349 as printed'],
    [
      'a square whose root is not whole',
      { a: '6', x: { formula: '= if(a > 0, a * a, 0)', decimals: 2 } },
      '2',
      '1.415 as printed',
    ],
    ['a quotient', { a: '6', x: { formula: '= 100 / a', decimals: 1 } }, '40', '2.5 as printed'],
    ['a third of the unit', { a: '6', x: '= a * 3' }, '1', '0.4 as printed'],
    ['a level kept from falling', { a: '6', x: '= max(a - 10, 0)' }, '90', '100 as printed'],
    ['from a blank', { a: '', b: '5', x: '= max(a, 0) + b' }, '25', '20 as printed'],
    ['more decimals than are printed', { a: '6', x: '= max(a, 0) * a / 10' }, '2.4', '4.9 as printed'],
    ['what it is already', { a: '6', x: '= a * a' }, '36', '6 as printed'],
  ] as [string, Record<string, LineText>, string, string][])('%s', (_, entries, value, expected) => {
    expect(small(entries, 'x', value)).toBe(expected)
  })

  test('two answers are both named', () => {
    expect(small({ a: '6', x: '= a * a' }, 'x', '49')).toBe(
      'More than one amount of A, c, brings X to 49: both 7 and (7) do. Type one of them into the cell.',
    )
    expect(small({ a: '6', x: '= abs(a - 10)' }, 'x', '7')).toContain('both 3 and 17 do')
    // Both lie between the same steps of the ladder; the nearer is named first.
    expect(small({ a: '6', x: '= abs(a - 5)' }, 'x', '10')).toContain('both 15 and (5) do')
    // The trials fall on both answers, and what lies between them is neither.
    expect(small({ a: '7', x: '= a * a' }, 'x', '1')).toContain('both 1 and (1) do')
  })

  test('no answer tells how far the trials went', () => {
    expect(small({ a: '6', x: '= max(a, 4)' }, 'x', '3')).toContain('brings X to 3. The results range from 4 to')
    expect(small({ a: '6', x: '= round(a, -2)' }, 'x', '250')).toContain('No amount of A')
    expect(small({ a: '6', x: '= a > 10' }, 'x', '5')).toContain('The results range from nil to 1')
    expect(small({ a: '6', b: '3', x: '= min(a, b) * 0 + max(b, 3)' }, 'x', '5')).toContain('does not change X')
  })
})

test('the answer, applied, gives the target to the unit and leaves no trace before', () => {
  const inputs = entered(release)
  const targets = [
    'taxable_income@q3_2007',
    'taxable_income_per_share@q3_2007',
    'taxable_income@m9_2007',
    'net_earnings@q3_2007',
  ]
  let answers = 0
  fc.assert(
    fc.property(
      fc.nat(inputs.length - 1),
      fc.nat(targets.length - 1),
      fc.integer({ min: -500_000, max: 500_000 }),
      (b, t, n) => {
        const target = cell(`reconciliation.${targets[t]}`)
        const by = inputs[b]!
        const places = target.line.endsWith('per_share') ? 2 : 0
        const value = amount(n)
          .div(places === 2 ? 10_000 : 1)
          .toDecimalPlaces(places)
        const engine = createEngine(release)
        const before = both(engine)
        const found = goalSeek({ filing: release, engine, target, value, by })
        expect(both(engine)).toEqual(before)
        if (found.kind === 'refused') {
          expect(sentence(found)).toMatch(/^[A-Z].*\.$/)
          return
        }
        answers++
        engine.apply(found.plan.inputs)
        expect(asPrinted(findCell(release, target)!, amountAt(engine, target)).toFixed()).toBe(value.toFixed())
        if (found.exact) expect(amountAt(engine, target).toFixed()).toBe(value.toFixed())
      },
    ),
    runs(150),
  )
  expect(answers).toBeGreaterThan(20)
})

test('through any bent formula an answer is an answer, the nearest to the present amount on its side', () => {
  let answers = 0
  fc.assert(
    fc.property(
      numbers(32),
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: -3000, max: 3000 }),
      (stream, start, n) => {
        const choices = new Choices(stream)
        const forms = [
          '= max(a, b)',
          '= min(a * 3, b)',
          '= round(a / 7, 0)',
          '= if(a > 0, a * 2, a)',
          '= max(a - 100, 0) + min(a, 50)',
          '= a * a / 100',
          '= abs(a) + a / 2',
        ]
        const filing = sheet({ a: `${start}`, b: `${choices.upTo(400) - 200}`, x: choices.pick(forms), y: '= x + b' })
        const engine = createEngine(filing)
        const found = goalSeek({ filing, engine, target: at('y'), value: amount(n), by: at('a') })
        if (found.kind === 'refused') return
        answers++
        engine.apply(found.plan.inputs)
        const reached = engine.value(at('y'))
        expect(isAmount(reached) && reached.toDecimalPlaces(0).toFixed()).toBe(amount(n).toFixed())
      },
    ),
    runs(300),
  )
  expect(answers).toBeGreaterThan(50)
})

const field = (text: string): CellField => ({ text, ref: null })
const goal = (target: string, value: string, by: string) =>
  readGoal(release, { target: field(target), value, by: field(by) })
const read = (text: string, ref: CellField['ref'] = null) => readCell(release, { text, ref })

describe('a cell that is typed', () => {
  test.each([TAXABLE, ` =${TAXABLE} `, TAXABLE.toUpperCase()])('%s is read', (text) => {
    expect(readTarget(release, text)).toEqual({ kind: 'cell', ref: cell(TAXABLE) })
  })

  test.each([
    ['', 'schedule.line@column'],
    ['the total', 'schedule.line@column'],
    [
      'reconcilation.taxable_income@q3_2007',
      'There is no schedule reconcilation in this filing; the nearest is reconciliation.',
    ],
    ['reconciliation.taxable_incom@q3_2007', 'taxable_income'],
    ['reconciliation.taxable_income@q3_2008', 'q3_2007'],
    ['reconciliation.taxable_income', 'needs its column: @q3_2007'],
    ['reconciliation.adjustments@q3_2007', 'is a heading'],
    ['reconciliation.intercompany_other@q3_2006', 'has no figure in the column q3_2006'],
  ])('%s is refused with help', (text, words) => {
    const found = readTarget(release, text)
    expect(found.kind === 'refused' && sentence(found)).toContain(words)
  })

  test('three fields make a goal, or the wrong one is named', () => {
    expect(goal(TAXABLE, '(18,051)', LOSSES)).toMatchObject({ kind: 'goal' })
    expect(goal(TAXABLE, '', LOSSES)).toMatchObject({ field: 'value' })
    expect(goal(TAXABLE, '1,8051', LOSSES)).toMatchObject({ field: 'value' })
    expect(goal('x', '0', LOSSES)).toMatchObject({ field: 'target' })
    expect(goal(TAXABLE, '0', 'x')).toMatchObject({ field: 'by' })
  })

  test('a name in words, a name of ids and a figure pointed at mean the same', () => {
    const same = { kind: 'cell', ref: cell(LOSSES) }
    expect(read('Tax deduction for actual loan losses, Q3 2007')).toEqual(same)
    expect(read(LOSSES)).toEqual(same)
    expect(read('whatever', cell(LOSSES))).toEqual(same)
    const reasonOf = (text: string): string => {
      const found = read(text)
      return found.kind === 'refused' ? sentence(found) : ''
    }
    expect(reasonOf('')).toContain('Click it in the schedule')
    expect(reasonOf('Tax deduction for actual loan losses')).toMatch(/has a figure in \d columns\. One is needed/)
    expect(reasonOf('loan losses realised')).toContain('No figure is called')
  })
})
