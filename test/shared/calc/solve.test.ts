/**
 * Solving: what is exact is found exactly, and everything else is refused with its reason.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { Unsolvable, type Goal } from '../../../shared/calc/solve.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { Choices, numbers, runs } from './choices.ts'
import { at, engineOf, filing, text, type LineText } from './sheet.ts'
import { both } from './snapshots.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

function solved(engine: Engine, target: string, value: string, by: string): string {
  const answer = engine.solve({ target: at(target), value: new Decimal(value), by: at(by) })
  return answer instanceof Unsolvable ? answer.kind : answer.toFixed()
}

/** A filing of one column whose formulas are all affine in line l0: sums, multiples, parts, choices that l0 does not move. */
function affine(choices: Choices, whole: boolean): Record<string, LineText> {
  const entries: Record<string, LineText> = { l0: '100', l1: '7', l2: '', l3: '-250.25' }
  for (let i = 4; i < 10; i++) {
    const line = (): string => `l${choices.upTo(i - 1)}`
    const factor = choices.pick(whole ? ['2', '-1', '3'] : ['2', '10%', '-0.3', '1.0375', '0.00001', '35%'])
    const divisor = choices.pick(['4', '3', '-7', '0.9', '1000'])
    const forms = [
      `= ${line()} + ${line()} - ${line()}`,
      `= sum(l${choices.upTo(i - 1)}..l${i - 1}) - ${line()}`,
      `= -(${line()} + 5) * ${factor}`,
      `= ${factor} * 2 * ${line()} + ${line()}`,
      `= if(l1 > 0, ${line()}, 1 / 0) + needs(l3, ${line()})`,
      `= iferror(1 / 0, ${line()}) + iferror(${line()}, 3) - as_filed(${line()})`,
      ...(whole ? [] : [`= ${line()} / ${divisor} + l1 * l3 / 3`, `= (${line()} - 17) / ${divisor}`]),
    ]
    entries[`l${i}`] = choices.pick(forms)
  }
  return entries
}

describe.each([
  ['whole multiples', true],
  ['any multiples and parts', false],
])('affine filings, %s', (_, whole) => {
  test('a value that some amount gives is solved, and the answer gives exactly that value', () => {
    const amount = fc.tuple(fc.maxSafeInteger(), fc.nat(6)).map(([n, places]) => new Decimal(n).div(10 ** places))
    let found = 0
    fc.assert(
      fc.property(numbers(60), amount, fc.nat(9), (stream, some, line) => {
        const engine = engineOf(affine(new Choices(stream), whole))
        const target = `l${line}`
        engine.apply([{ ...at('l0'), input: some.toFixed() }])
        const value = engine.value(at(target))
        engine.apply([{ ...at('l0'), input: null }])
        if (!Decimal.isDecimal(value)) return
        const before = both(engine)
        const answer = engine.solve({ target: at(target), value, by: at('l0') })
        expect(both(engine)).toEqual(before)
        if (answer instanceof Unsolvable) {
          // Only where the line does not move: otherwise `some` would have been an answer.
          expect(['unrelated', 'offset']).toContain(answer.kind)
          expect(text(engine, target)).toBe(value.toFixed())
          return
        }
        found++
        if (whole) expect(answer.toFixed()).toBe(some.toFixed())
        engine.apply([{ ...at('l0'), input: answer.toFixed() }])
        expect(text(engine, target)).toBe(value.toFixed())
      }),
      runs(1500),
    )
    expect(found).toBeGreaterThan(100)
  })
})

describe('what cannot be solved', () => {
  const entries: Record<string, LineText> = {
    a: '6',
    b: '4',
    word: { kind: 'text', input: 'Audited' },
    none: '',
    bad: 'n/a',
    head: { kind: 'heading' },
    total: '= a + b',
    cancels: '= a + b - a',
    filed: '= as_filed(a) + b',
    rounded: '= round(a, 0) + b',
    product: '= a * a',
    tenfold: '= a * 10',
    third: '= a * 3',
    inverse: '= 1 / a',
    larger: '= max(a, b)',
    greater: '= a > b',
    chosen: '= if(a > 5, a, b)',
    power: '= a ^ 2',
    tiny: '= a / 9999999999999999999',
    typed: { input: '= b + 1' },
    over_error: '= bad + a',
    blank: '= none + none',
  }
  const cases: [goal: string, target: string, value: string, by: string, kind: string][] = [
    ['the target does not exist', 'nowhere', '1', 'a', 'unknown'],
    ['the changing cell does not exist', 'total', '1', 'nowhere', 'unknown'],
    ['the changing cell is a heading', 'total', '1', 'head', 'not_editable'],
    ['a formula of its line stands in the changing cell', 'total', '1', 'tenfold', 'not_editable'],
    ['a formula was typed in the changing cell', 'total', '1', 'typed', 'not_editable'],
    ['the changing cell holds text', 'total', '1', 'word', 'no_amount'],
    ['the changing cell holds an error', 'total', '1', 'bad', 'no_amount'],
    ['the target is blank', 'blank', '1', 'a', 'no_amount'],
    ['the target is an error', 'over_error', '1', 'a', 'no_amount'],
    ['the target is text', 'word', '1', 'a', 'no_amount'],
    ['nothing of the target depends on the cell', 'total', '1', 'none', 'unrelated'],
    ['only the filed figure of the cell is read', 'filed', '1', 'a', 'unrelated'],
    ['the effects cancel', 'cancels', '1', 'a', 'offset'],
    ['a rounding lies between', 'rounded', '1', 'a', 'not_affine'],
    ['the cell is multiplied by itself', 'product', '1', 'a', 'not_affine'],
    ['the cell divides', 'inverse', '1', 'a', 'not_affine'],
    ['the larger is taken', 'larger', '9', 'a', 'not_affine'],
    ['a comparison lies between', 'greater', '0', 'a', 'not_affine'],
    ['a choice turns on the cell', 'chosen', '9', 'a', 'not_affine'],
    ['a power lies between', 'power', '4', 'a', 'not_affine'],
    ['no amount of 20 decimals gives it', 'third', '10', 'a', 'inexact'],
    ['the answer is beyond the range of amounts', 'tiny', '5', 'a', 'inexact'],
  ]
  test.each(cases)('%s', (_, target, value, by, kind) => {
    const engine = engineOf(entries)
    const answer = engine.solve({ target: at(target), value: new Decimal(value), by: at(by) })
    expect(answer).toBeInstanceOf(Unsolvable)
    expect((answer as Unsolvable).kind).toBe(kind)
    expect(refusalText((answer as Unsolvable).refusal)).toMatch(/^[A-Z].*\.$/)
  })

  test('a cell of a computed column takes no input', () => {
    const variance = { id: 'v', label: 'Change', kind: 'computed' as const, formula: '= @c - 1', all: true }
    const engine = createEngine(filing({ a: '6' }, ['c', variance]))
    const answer = engine.solve({ target: at('a'), value: new Decimal(1), by: at('a', 'v') })
    expect((answer as Unsolvable).kind).toBe('not_editable')
    expect(refusalText((answer as Unsolvable).refusal)).toBe('A (Change) takes no input.')
  })
})

describe('what can be solved', () => {
  test('a blank changing cell counts as nothing', () => {
    expect(solved(engineOf({ a: '', b: '4', total: '= a + b' }), 'total', '10', 'a')).toBe('6')
  })

  test('the changing cell itself', () => {
    expect(solved(engineOf({ a: '6' }), 'a', '9', 'a')).toBe('9')
  })

  test('a part gives the plain amount, not one a hair beside it', () => {
    expect(solved(engineOf({ a: '7', third: '= a / 3' }), 'third', '10', 'a')).toBe('30')
    expect(solved(engineOf({ a: '7', rate: '0.35', tax: '= -a * rate' }), 'tax', '-3.5', 'a')).toBe('10')
  })

  test('through an override and past a formula that the scenario replaced', () => {
    const engine = engineOf({ a: '6', double: '= a * 2', total: '= double + a' })
    engine.apply([{ ...at('double'), input: '100' }])
    expect(solved(engine, 'total', '150', 'a')).toBe('50')
    expect(solved(engine, 'total', '150', 'double')).toBe('144')
  })
})

/** The goal of one line by another, in the third quarter. */
function goal(target: string, value: string, by: string): Goal {
  const [[schedule, line], [other, source]] = [target.split('.'), by.split('.')] as [[string, string], [string, string]]
  return {
    target: { schedule, line, column: 'q3_2007' },
    value: new Decimal(value),
    by: { schedule: other, line: source, column: 'q3_2007' },
  }
}

describe('the press release of the third quarter of 2007', () => {
  const engine = createEngine(sampleFilings()[0]!)
  test('a provision offsets its own add-back, so taxable income cannot be reached through it', () => {
    const answer = engine.solve(goal('reconciliation.taxable_income', '0', 'income.provision_for_loan_losses'))
    expect((answer as Unsolvable).kind).toBe('offset')
  })

  test.each([
    ['reconciliation.taxable_income', '-18051', 'reconciliation.actual_loan_losses', '-36102'],
    ['reconciliation.taxable_income', '18051', 'reconciliation.actual_loan_losses', '0'],
    ['income.net_earnings', '-1201235', 'income.provision_for_loan_losses', '799445'],
    ['reconciliation.loan_loss_provisions', '842453', 'income.provision_for_loan_losses', '799445'],
    ['reconciliation.derivatives_change', '-140347', 'income.derivatives_unrealized', '140347'],
  ])('%s is %s where %s is %s, to the unit', (target, value, by, expected) => {
    const wanted = goal(target, value, by)
    const answer = engine.solve(wanted)
    expect(answer).not.toBeInstanceOf(Unsolvable)
    expect((answer as Decimal).toFixed()).toBe(expected)
    const changes = engine.preview([{ ...wanted.by, input: expected }])
    const [change] = changes.filter((each) => sameCell(each, wanted.target))
    expect((change!.new as Decimal).toFixed()).toBe(value)
  })
})
