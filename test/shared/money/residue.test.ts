/**
 * Nil, what rounds to nil, and the residue of quotients: three things that must not be taken for one another.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueText } from '../../../shared/analysis/headline_text.ts'
import { spokenValue } from '../../../renderer/features/explain/amount_text.ts'
import { compareRows } from '../../../shared/analysis/compare.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import type { Column, Line } from '../../../shared/model/filing.ts'
import { Decimal, ZERO, negated, plain, quantize, roundedTo, withoutResidue } from '../../../shared/money/decimal.ts'
import { formatAmount, percentChange, printedValue } from '../../../shared/money/format.ts'
import { at, computed, engineOf, text } from '../calc/sheet.ts'

const d = (amount: string): Decimal => new Decimal(amount)

/** The cell of a line as it is shown, in its first column unless said. */
function shown(engine: Engine, id: string, column = 'c'): string {
  const [schedule] = engine.filing().schedules
  const line = schedule!.lines.find((one): one is Line => one.id === id)!
  const own = schedule!.columns.find((one): one is Column => one.id === column)!
  return cellText(engine.value(at(id, column)), line, own)
}

/** Earnings per share and what reads them. */
function perShare(earnings: string): Engine {
  return engineOf({
    earnings,
    shares: { format: 'shares', input: '76084' },
    per_share: { kind: 'formula', format: 'per_share', formula: '= needs(shares, round(earnings / shares, 2))' },
    again: { kind: 'formula', format: 'per_share', formula: '= per_share' },
    turned: { kind: 'formula', format: 'per_share', formula: '= -per_share' },
    size: { kind: 'formula', format: 'per_share', formula: '= abs(per_share)' },
    hundreds: { kind: 'formula', formula: '= round(earnings, -3)' },
    twice: { kind: 'formula', formula: '= per_share * 2' },
  })
}

describe('what rounds to nil', () => {
  test('is nil to arithmetic and a figure to readers, wherever it was rounded', () => {
    for (const [value, expected] of [
      ['0', '–'],
      ['0.001', '0.00'],
      ['-0.001', '(0.00)'],
      ['0.005', '0.01'],
    ] as const) {
      const printed = printedValue(d(value), 'per_share')
      expect([value, formatAmount(printed, { format: 'per_share' })]).toEqual([value, expected])
      expect(formatAmount(d(value), { format: 'per_share' })).toBe(expected)
      expect(formatAmount(printedValue(printed, 'per_share'), { format: 'per_share' })).toBe(expected)
    }
    expect([roundedTo(d('-0.001'), 2).isZero(), plain(roundedTo(d('-0.001'), 2))]).toEqual([true, '0'])
    expect(
      printedValue(d('0.001'), 'per_share')
        .minus(printedValue(d('-0.001'), 'per_share'))
        .isZero(),
    ).toBe(true)
  })

  test('turns its sign', () => {
    const format = { format: 'amount' } as const
    expect(formatAmount(negated(roundedTo(d('0.4'), 0)), format)).toBe('(0)')
    expect(formatAmount(negated(roundedTo(d('-0.4'), 0)), format)).toBe('0')
    expect(formatAmount(negated(ZERO), format)).toBe('–')
  })

  test('a percent change of less than half a point is 0 percent; no change is none', () => {
    expect(formatAmount(percentChange(d('1001'), d('1000')), { format: 'percent', percentSign: true })).toBe('0%')
    expect(formatAmount(percentChange(d('999'), d('1000')), { format: 'percent', percentSign: true })).toBe('(0)%')
    expect(formatAmount(percentChange(d('1000'), d('1000')), { format: 'percent', percentSign: true })).toBe('– %')
  })

  test('a per-share formula that rounds shows 73 / 76,084 as 0.00, and its value is 0', () => {
    const engine = perShare('73')
    expect(['per_share', 'again', 'turned', 'size', 'hundreds', 'twice'].map((id) => shown(engine, id))).toEqual([
      '0.00',
      '0.00',
      '(0.00)',
      '0.00',
      '0',
      '–',
    ])
    expect(text(engine, 'per_share')).toBe('0')
    expect(['per_share', 'again', 'turned', 'size'].map((id) => shown(perShare('-73'), id))).toEqual([
      '(0.00)',
      '(0.00)',
      '0.00',
      '0.00',
    ])
    expect(shown(perShare('0'), 'per_share')).toBe('–')
    expect(shown(perShare('-16297'), 'per_share')).toBe('(0.21)')
    expect(text(perShare('-16297'), 'per_share')).toBe('-0.21')
  })

  test('an edit between nil and what rounds to nil is shown in every cell that follows, though no value changes', () => {
    const engine = perShare('0')
    const told: string[] = []
    engine.watch((cells) => told.push(...(cells ?? []).map(({ line }) => line)))
    for (const [earnings, expected] of [
      ['73', '0.00'],
      ['-73', '(0.00)'],
      ['0', '–'],
    ] as const) {
      told.length = 0
      const changes = engine.apply([{ ...at('earnings'), input: earnings }])
      expect(changes.map(({ line }) => line)).toEqual(['earnings'])
      expect(told).toEqual(expect.arrayContaining(['earnings', 'per_share', 'again']))
      expect([shown(engine, 'per_share'), shown(engine, 'again')]).toEqual([expected, expected])
      expect(shown(engine, 'again')).toBe(shown(perShare(earnings), 'again'))
    }
    const before = shown(engine, 'per_share')
    engine.preview([{ ...at('earnings'), input: '73' }])
    expect(shown(engine, 'per_share')).toBe(before)
  })

  test('stays what it is through the limits of amounts', () => {
    expect(formatAmount(quantize(roundedTo(d('-0.4'), 0)), { format: 'amount' })).toBe('(0)')
    expect(formatAmount(quantize(ZERO), { format: 'amount' })).toBe('–')
  })
})

test('compared, spoken of and in the headlines it reads as in its cell', () => {
  const base = perShare('0')
  const own = {
    ...base.filing(),
    headlines: [{ id: 'taxable_income_per_share' as const, label: 'L', lines: ['s.per_share'] }],
  }
  const engine = createEngine(own, [{ ...at('earnings'), input: '-73' }])
  const rows = compareRows({ filing: own, column: 'c', base, scenarios: [{ id: 'one', name: 'One', engine }] })
  for (const id of ['s.per_share', 'headline:taxable_income_per_share']) {
    const row = rows.find((one) => one.id === id)!
    const figures = [row.base, row.scenarios['one']!.value] as Decimal[]
    expect(figures.map((value) => formatAmount(value, row.format))).toEqual(['–', '(0.00)'])
  }
  const [headline] = headlines({ filing: own, engine, column: 'c' })
  expect(valueText('taxable_income_per_share', headline!.scenario)).toBe('(0.00)')
  expect(spokenValue(own, at('per_share'), engine.value(at('per_share')))).toBe('(0.00)')
  expect(spokenValue(own, at('per_share'), engine.value(at('per_share'), 'base'))).toBe('0')
})

describe('the residue of quotients', () => {
  test.each([
    ['= 100/3 + 100/3 + 100/3 - 100', '0'],
    ['= 100 - 3 * (100/3)', '0'],
    ['= sum(100/3, 100/3, 100/3, -100)', '0'],
    ['= average(1/3, 1/3, 1/3, -1)', '0'],
    ['= 3 * (1/3) = 1', '1'],
    ['= 3 * (1/3) <> 1', '0'],
    ['= 3 * (1/3) < 1', '0'],
    ['= 3 * (1/3) >= 1', '1'],
    ['= if(3 * (1/3) - 1, 5, 7)', '7'],
    // What is left of a step goes before the next one.
    ['= 3 * (1/3) - 1 + 5', '5'],
    // The bound itself, and all that is no sum or difference, stay.
    ['= 1 - 0.999999999999999', '0.000000000000001'],
    ['= 1 - 0.9999999999999991', '0'],
    ['= 3 * (1/3)', '0.99999999999999999999'],
    ['= 0.001 ^ 6', '0.000000000000000001'],
    ['= 0.000000001 * 0.00000000001', '0.00000000000000000001'],
    ['= 1 / 3', '0.33333333333333333333'],
    ['= -0.00000000000000000001', '-0.00000000000000000001'],
    ['= 0.00000000000000000001', '0.00000000000000000001'],
  ])('%s is %s', (formula, expected) => {
    expect(computed(formula)).toBe(expected)
  })

  test('typed amounts are never touched, nor a sum that they make larger than the residue', () => {
    const engine = engineOf({ a: '0.00000000000000000001', b: '1', total: '= sum(a..b)', both: '= a + b' })
    expect([text(engine, 'a'), text(engine, 'total'), text(engine, 'both')]).toEqual([
      '0.00000000000000000001',
      '1.00000000000000000001',
      '1.00000000000000000001',
    ])
  })

  test('a range total is exact within and gives nil, in whatever order its cells were edited', () => {
    const lines = { a: '= x / 3', b: '= x / 3', c: '= x / 3', d: '-100', total: '= sum(a..d)', x: '100' }
    const engine = engineOf(lines)
    expect(text(engine, 'total')).toBe('0')
    engine.apply([{ ...at('d'), input: '-99' }])
    expect(text(engine, 'total')).toBe('0.99999999999999999999')
    engine.apply([{ ...at('x'), input: '10' }])
    engine.apply([{ ...at('d'), input: '-10' }])
    expect(text(engine, 'total')).toBe('0')
    // Parts too small to show alone add up to what they are.
    const small = engineOf({
      ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`l${i}`, '0.0000000000000001'])),
      total: '= sum(l0..l19)',
    })
    expect(text(small, 'total')).toBe('0.000000000000002')
    for (let i = 0; i < 15; i++) small.apply([{ ...at(`l${i}`), input: '0' }])
    expect(text(small, 'total')).toBe('0')
    for (let i = 0; i < 15; i++) small.apply([{ ...at(`l${i}`), input: null }])
    expect(text(small, 'total')).toBe('0.000000000000002')
  })

  test('n times an n-th of an amount less the amount is nil', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
        (n, amount) => {
          expect(computed(`= a / b * b - a`, { a: String(amount), b: String(n) })).toBe('0')
        },
      ),
      { numRuns: 200 },
    )
  })

  test('the bound is one order of ten, either way', () => {
    for (const size of ['0.000000000000001', '1', '0.00000000000000123'])
      expect(plain(withoutResidue(d(size)))).toBe(size)
    for (const size of ['0.00000000000000099', '-0.00000000000000099', '0'])
      expect(plain(withoutResidue(d(size)))).toBe('0')
    expect(withoutResidue(d('-0')).isNegative()).toBe(false)
  })

  test('goals are still found: the amount whose thirds make a figure, and the one that makes a difference nil', () => {
    const engine = engineOf({ x: '90', y: '= x / 3', total: '= y + y + y - 100' })
    expect(text(engine, 'total')).toBe('-10')
    expect(engine.solve({ target: at('total'), value: ZERO, by: at('x') })).toEqual(d('100'))
    expect(engine.solve({ target: at('y'), value: d('40'), by: at('x') })).toEqual(d('120'))
  })
})
