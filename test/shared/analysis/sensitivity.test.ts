/**
 * Sensitivity tables and the ranking of inputs: each point is what an engine built afresh gives, and bad ranges are refused.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ranking, type Ranking } from '../../../shared/analysis/ranking.ts'
import { amountsOf, oneWay, twoWay } from '../../../shared/analysis/sensitivity.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { ZERO } from '../../../shared/money/decimal.ts'
import { runs } from '../calc/choices.ts'
import { at, filing as sheet } from '../calc/sheet.ts'
import { both, valueText } from '../calc/snapshots.ts'
import { amount, amountAt, cell, entered, fresh, input, release } from './sample_edits.ts'
import { sentence } from '../worded.ts'

const TAXABLE = cell('reconciliation.taxable_income@q3_2007')
const NET = cell('income.net_earnings@q3_2007')
const LOSSES = cell('reconciliation.actual_loan_losses@q3_2007')
const PROVISION = cell('income.provision_for_loan_losses@q3_2007')

function texts(range: Parameters<typeof amountsOf>[0]): string[] | string {
  const found = amountsOf(range)
  return found.kind === 'refused' ? sentence(found) : found.amounts.map((one) => one.toFixed())
}

describe('a range', () => {
  test('goes by steps from its start, either way', () => {
    expect(texts({ from: amount(0), to: amount(10), step: amount(5) })).toEqual(['0', '5', '10'])
    expect(texts({ from: amount(10), to: amount(0), step: amount(4) })).toEqual(['10', '6', '2'])
    expect(texts({ from: amount('0.1'), to: amount('0.3'), step: amount('0.1') })).toEqual(['0.1', '0.2', '0.3'])
    expect(texts({ from: amount(3), to: amount(3), step: amount(1) })).toEqual(['3'])
  })
  test('or by points evenly apart, its end exactly among them', () => {
    expect(texts({ from: amount(0), to: amount(1), points: 4 })).toEqual([
      '0',
      '0.33333333333333333333',
      '0.66666666666666666667',
      '1',
    ])
  })
  test.each([
    [{ from: amount(0), to: null, step: amount(1) }, 'Enter an ending amount'],
    [{ from: null, to: amount(1), step: amount(1) }, 'Enter a starting amount'],
    [{ from: amount(0), to: amount(1) }, 'Enter the size of a step'],
    [{ from: amount(0), to: amount(1), step: ZERO }, 'step of nil'],
    [{ from: amount(0), to: amount(1000), step: amount(1) }, '1001 points'],
    [{ from: amount(0), to: amount('1e18'), step: amount('1e-20') }, 'at most 1,000'],
    [{ from: amount(0), to: amount('1e19'), step: amount('1e18') }, 'beyond the range of amounts'],
    [{ from: amount(0), to: amount(1), points: 1001 }, '1001 points'],
    [{ from: amount(0), to: amount(1), points: 1 }, 'at least two points'],
    [{ from: amount(0), to: amount(1), points: 2.5 }, 'whole number'],
  ])('%j is refused', (range, words) => {
    expect(texts(range)).toContain(words)
  })
})

describe('a one-way table', () => {
  test('shows what each amount does to each output', () => {
    const table = oneWay({
      engine: fresh(release),
      by: LOSSES,
      from: amount(-50_000),
      to: ZERO,
      step: amount(25_000),
      outputs: [TAXABLE, NET],
    })
    if (table.kind === 'refused') throw new Error(sentence(table))
    expect(table.rows.map((row) => [row.amount.toFixed(), ...row.values.map(valueText)])).toEqual([
      ['-50000', '-31949', '-1191235'],
      ['-25000', '-6949', '-1191235'],
      ['0', '18051', '-1191235'],
    ])
    expect(valueText(table.now.by)).toBe('-34348')
  })

  test.each([
    ['a cell without effect', { by: PROVISION, outputs: [TAXABLE] }, 'does not move'],
    ['no output', { by: PROVISION, outputs: [] }, 'Choose at least one output'],
    ['a cell that takes no input', { by: cell('income.net_earnings@variance'), outputs: [NET] }, 'takes no input'],
    ['words', { by: cell('reconciliation.adjustments@q3_2007'), outputs: [NET] }, 'takes no input'],
    ['a cell that is not there', { by: cell('income.nothing@q3_2007'), outputs: [NET] }, 'There is no cell'],
    ['an output that is not there', { by: PROVISION, outputs: [cell('income.nothing@q3_2007')] }, 'There is no cell'],
  ])('%s is refused', (_, { by, outputs }, words) => {
    const table = oneWay({ engine: fresh(release), by, outputs, from: ZERO, to: amount(10), step: amount(5) })
    expect(table.kind === 'refused' && sentence(table)).toContain(words)
  })
})

test('every point of either table is what an engine built afresh gives, and leaves no trace', () => {
  const cells = entered(release).filter(({ column }) => column === 'q3_2007')
  const some = fc.integer({ min: -900_000, max: 900_000 }).map((n) => amount(n))
  fc.assert(
    fc.property(
      fc.nat(cells.length - 1),
      fc.nat(cells.length - 1),
      fc.array(some, { minLength: 1, maxLength: 4 }),
      (a, b, amounts) => {
        const [rows, columns] = [cells[a]!, cells[b]!]
        const engine = fresh(release, [input('income.derivatives_realized@q3_2007', '-5000')])
        const before = both(engine)
        const table = twoWay({
          engine,
          rows: { by: rows, amounts },
          columns: { by: columns, amounts: amounts.toReversed() },
          output: TAXABLE,
        })
        expect(both(engine)).toEqual(before)
        if (table.kind === 'refused') {
          expect(sentence(table)).toMatch(/same cell|do not move/)
          return
        }
        const [row, column] = [amounts.length - 1, 0]
        const alone = fresh(release, [
          input('income.derivatives_realized@q3_2007', '-5000'),
          { ...rows, input: amounts[row]!.toFixed() },
          { ...columns, input: amounts.toReversed()[column]!.toFixed() },
        ])
        expect(valueText(table.values[row]![column]!)).toBe(valueText(alone.value(TAXABLE)))
      },
    ),
    runs(60),
  )
})

test('a grid of too many cells, of one cell against itself, or without amounts is refused', () => {
  const engine = fresh(release)
  const many = Array.from({ length: 40 }, (_, i) => amount(i))
  const axis = { by: LOSSES, amounts: many }
  const other = { by: cell('reconciliation.miscellaneous@q3_2007'), amounts: many }
  const reason = (rows: typeof axis, columns: typeof axis): string => {
    const table = twoWay({ engine, rows, columns, output: TAXABLE })
    return table.kind === 'refused' ? sentence(table) : 'a table'
  }
  expect(reason(axis, other)).toContain('1600 points')
  expect(reason(axis, axis)).toContain('same cell')
  expect(reason(axis, { ...other, amounts: [] })).toContain('Enter amounts for both')
  expect(reason({ ...axis, amounts: many.slice(0, 5) }, { ...other, amounts: many.slice(0, 5) })).toBe('a table')
})

function ranked(relative: string): Ranking {
  const found = ranking({
    filing: release,
    engine: fresh(release),
    output: { headline: 'taxable_income', column: 'q3_2007' },
    relative: amount(relative),
  })
  if (found.kind === 'refused') throw new Error(sentence(found))
  return found
}

describe('the ranking', () => {
  test('puts the largest effect first, and counts the inputs without one', () => {
    const { entries, without, nil } = ranked('0.1')
    expect(entries.slice(0, 3).map(({ ref, effect }) => [cellName(ref), effect.toFixed()])).toEqual([
      ['income.interest_income@q3_2007', '31377.2'],
      ['income.interest_expense@q3_2007', '-30207.4'],
      ['reconciliation.actual_loan_losses@q3_2007', '-3434.8'],
    ])
    expect(entries.map(({ ref }) => ref.line)).not.toContain('provision_for_loan_losses')
    expect(entries.length + without + nil).toBe(entered(release).length)
  })

  test('each effect is that of the changed input alone', () => {
    const base = amountAt(fresh(release), TAXABLE)
    for (const { ref, amount: stood, change, effect } of ranked('-0.05').entries) {
      expect(change.toFixed()).toBe(stood.times('-0.05').toFixed())
      const alone = fresh(release, [{ ...ref, input: stood.plus(change).toFixed() }])
      expect(amountAt(alone, TAXABLE).minus(base).toFixed()).toBe(effect.toFixed())
    }
  })

  test('what weighs the same keeps the order of the filing', () => {
    const filing = sheet({ a: '10', b: '-10', c: '20', d: '10', e: '0', x: '= a + b + c + d + e' })
    const found = ranking({ filing, engine: createEngine(filing), output: at('x'), relative: amount('0.5') })
    expect(found.kind === 'ranking' && found.entries.map(({ ref }) => ref.line)).toEqual(['c', 'a', 'b', 'd'])
    expect(found).toMatchObject({ without: 0, nil: 1 })
  })

  test('a headline of no single cell is ranked too', () => {
    const engine = fresh(release, [input('reconciliation.actual_loan_losses@q3_2007', '0')])
    const output = { headline: 'minimum_distribution', column: 'q3_2007' } as const
    const found = ranking({ filing: release, engine, output, relative: amount('0.1') })
    // The year to date counts: the second quarter's interest income is the largest input of all.
    expect(found.kind === 'ranking' && found.entries[0]!.effect.toFixed()).toBe('28465.65')
  })

  test.each([
    [{ headline: 'taxable_income', column: 'q3_2007' } as const, '0', 'change of nil'],
    [{ headline: 'equity', column: 'q3_2007' } as const, '0.1', 'is blank'],
    [{ headline: 'open_tie_outs', column: 'q3_2007' } as const, '0.1', 'no such headline'],
    [cell('income.nothing@q3_2007'), '0.1', 'There is no cell'],
  ])('%j by %s is refused', (output, relative, words) => {
    const found = ranking({ filing: release, engine: fresh(release), output, relative: amount(relative) })
    expect(found.kind === 'refused' && sentence(found)).toContain(words)
  })
})
