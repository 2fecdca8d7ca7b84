/**
 * Spreading a total over its inputs, and reclassifying from the balancing line: exact, or refused with the reason.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reclassify } from '../../../shared/analysis/reclassify.ts'
import { spreadPlans, type Spread, type SpreadPlan, type SpreadWay } from '../../../shared/analysis/spread.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { at, filing as sheet, type LineText } from '../calc/sheet.ts'
import { both, valueText } from '../calc/snapshots.ts'
import { amount, amountAt, cell, fresh, input, inputTexts, letter, release } from './sample_edits.ts'
import { sentence, worded } from '../worded.ts'

function spread(name: string, value: string, filing: Filing = release): Spread {
  const found = spreadPlans({ filing, engine: createEngine(filing), ref: cell(name), value: amount(value) })
  if (found.kind === 'refused') throw new Error(sentence(found))
  return found
}

function plan(found: Spread, way: SpreadWay, line?: string): SpreadPlan {
  return found.plans.find((one) => one.way === way && (line === undefined || one.line?.line === line))!
}

function parts(one: SpreadPlan): string[] {
  return one.parts.map(({ ref, to }) => `${ref.line} ${to.toFixed()}`)
}

describe('a total', () => {
  const found = spread('income.non_interest_income@q3_2007', '-200000')

  test('in proportion to the sizes of its lines, the largest taking what rounding leaves', () => {
    expect(parts(plan(found, 'in_proportion'))).toEqual([
      'derivatives_unrealized -138664',
      'reo_provision 44062',
      'otti_loss 27364',
      'other_non_interest_income 10090',
    ])
  })

  test('equally over the lines that hold amounts', () => {
    expect(parts(plan(found, 'equally'))).toEqual([
      'derivatives_unrealized -136667',
      'reo_provision 44328',
      'otti_loss 28029',
      'other_non_interest_income 9024',
    ])
  })

  test('to one named line, also one that stands blank', () => {
    expect(parts(plan(found, 'one_line', 'derivatives_realized'))).toEqual(['derivatives_realized -5280'])
    expect(parts(plan(found, 'one_line', 'reo_provision'))).toEqual(['reo_provision 48288'])
    expect(plan(found, 'one_line', 'reo_provision').consequence!.text).toContain('becomes 48,288')
  })

  test('of totals reaches their inputs', () => {
    const lines = spread('income.net_earnings@q3_2007', '0').plans.flatMap(({ line }) => line?.line ?? [])
    expect(lines).toContain('interest_income')
    expect(lines).toContain('trs_net_earnings')
    expect(lines).not.toContain('net_interest_income')
  })

  test('across columns too', () => {
    const across = spread('trusts.opening@trust_assets', '6500000', letter)
    expect(plan(across, 'equally').parts.map(({ ref }) => ref.column)).toEqual([
      'afs',
      'collateral',
      'derivative_assets',
      'reo',
    ])
  })

  test('that mirrors the books in part goes to one line alone, and says why', () => {
    const taxable = spread('reconciliation.taxable_income@q3_2007', '0')
    expect(taxable.plans.map(({ way }) => way)).toEqual(taxable.plans.map(() => 'one_line'))
    expect(parts(plan(taxable, 'one_line', 'actual_loan_losses'))).toEqual(['actual_loan_losses -18051'])
    expect(taxable.refused.map(({ way }) => way)).toEqual(['in_proportion', 'equally'])
    expect(taxable.plans.map(({ line }) => line!.line)).not.toContain('loan_loss_provisions')
  })

  test('of nothing but nil cannot be spread in proportion', () => {
    const filing = sheet({ a: '0', b: '', x: '= a - b' })
    const nil = spreadPlans({ filing, engine: createEngine(filing), ref: at('x'), value: amount(9) })
    if (nil.kind === 'refused') throw new Error(sentence(nil))
    expect(nil.refused.map(worded)).toMatchObject([
      { way: 'in_proportion', reason: expect.stringContaining('nil or blank') },
    ])
    expect(parts(plan(nil, 'equally'))).toEqual(['a 9'])
    expect(parts(plan(nil, 'one_line', 'b'))).toEqual(['b -9'])
  })

  test.each([
    ['an input', 'income.interest_income@q3_2007', '5', 'not a sum of lines'],
    ['a link', 'reconciliation.derivatives_change@q3_2007', '5', 'not a sum of lines'],
    ['what stands already', 'income.net_earnings@q3_2007', '-1191235', 'is already (1,191,235)'],
    ['a blank level', 'equity.effect_on_closing@q3_2007', '5', 'not a sum of lines'],
  ])('that is %s is refused', (_, name, value, words) => {
    const refusal = spreadPlans({ filing: release, engine: fresh(release), ref: cell(name), value: amount(value) })
    expect(refusal.kind === 'refused' && sentence(refusal)).toContain(words)
  })

  test('with a subtotal that an input stands over holds the subtotal', () => {
    const filing = sheet({ a: '5', b: '6', s: '= a + b', d: '7', x: '= s + d' })
    for (const text of ['', '20']) {
      const engine = createEngine(filing, [{ ...at('s'), input: text }])
      const held = spreadPlans({ filing, engine, ref: at('x'), value: amount(50) })
      if (held.kind === 'refused') throw new Error(sentence(held))
      expect(held.plans.map(({ line }) => line?.line)).toEqual(['d'])
      expect(sentence(held.refused[0]!)).toBe('S overrides its formula.')
    }
  })

  test('that an input stands over is freed first', () => {
    const engine = fresh(release, [input('income.non_interest_income@q3_2007', '1')])
    const ref = cell('income.non_interest_income@q3_2007')
    const freed = spreadPlans({ filing: release, engine, ref, value: amount(-200_000) })
    if (freed.kind === 'refused') throw new Error(sentence(freed))
    const one = plan(freed, 'in_proportion')
    expect(inputTexts(one.inputs)[0]).toBe('income.non_interest_income@q3_2007 none')
    engine.apply(one.inputs)
    expect(amountAt(engine, ref).toFixed()).toBe('-200000')
  })
})

test('after any way of spreading the total is the value exactly, and planning leaves no trace', () => {
  let plans = 0
  fc.assert(
    fc.property(numbers(60), fc.integer({ min: -100_000, max: 100_000 }), fc.nat(2), (stream, whole, places) => {
      const choices = new Choices(stream)
      const entries: Record<string, LineText> = {}
      for (let i = 0; i < 6; i++) {
        const text = choices.chance(15) ? '' : `${choices.upTo(20_000) - 10_000}${choices.chance(20) ? '.25' : ''}`
        entries[`l${i}`] = { input: text, decimals: choices.pick([0, 0, 1]) }
      }
      entries['s0'] = `= l0 ${choices.pick(['+', '-'])} l1`
      entries['s1'] = choices.pick(['= sum(l2..l4)', '= l2 - l3 - l4', '= -(l2 + l3)'])
      entries['x'] = choices.pick(['= s0 - s1 + l5', '= s0 + s1', '= -s0 - (s1 - l5)', '= s0 + s1 + l0'])
      const filing = sheet(entries)
      const engine = createEngine(filing)
      const value = amount(whole).div(10 ** places)
      const before = both(engine)
      const found = spreadPlans({ filing, engine, ref: at('x'), value })
      expect(both(engine)).toEqual(before)
      if (found.kind === 'refused') return
      const causes = found.refused.map(sentence).filter((reason) => !reason.includes('nil or blank'))
      for (const cause of causes) expect(cause).toBe('L0 counts more than once.')
      for (const one of found.plans) {
        plans++
        const applied = createEngine(filing, one.inputs)
        expect(valueText(applied.value(at('x')))).toBe(value.toFixed())
      }
    }),
    runs(150),
  )
  expect(plans).toBeGreaterThan(300)
})

function moved(to: string, by: string): string[] | string {
  const found = reclassify({ filing: release, engine: fresh(release), to: cell(to), amount: amount(by) })
  return found.kind === 'refused' ? sentence(found) : inputTexts(found.inputs)
}

describe('reclassifying from the balancing line', () => {
  test('moves the amount, in the sign of its line', () => {
    expect(moved('income.derivatives_realized@q3_2007', '-2250')).toEqual([
      'income.derivatives_realized@q3_2007 -2250',
      'income.other_non_interest_income@q3_2007 12594',
    ])
    expect(moved('income.reo_provision@q3_2007', '1000')).toEqual([
      'income.reo_provision@q3_2007 44008',
      'income.other_non_interest_income@q3_2007 11344',
    ])
    expect(moved('income.trs_net_earnings@q2_2007', '49')).toEqual([
      'income.trs_net_earnings@q2_2007 -49502',
      'income.other_discontinued@q2_2007 16560',
    ])
  })

  test('says what becomes of the balancing line, and of taxable income where it moves', () => {
    const engine = fresh(release)
    const still = reclassify({
      filing: release,
      engine,
      to: cell('income.derivatives_realized@q3_2007'),
      amount: amount(20_000),
    })
    expect(still).toMatchObject({
      consequence: { warning: true, text: expect.stringContaining('Other non-interest income turns negative.') },
    })
    const mirrored = reclassify({ filing: release, engine, to: cell('income.otti_loss@q3_2007'), amount: amount(1000) })
    expect(mirrored).toMatchObject({
      consequence: { warning: true, text: expect.stringContaining('becomes (15,297)') },
    })
  })

  test.each([
    ['income.interest_income@q3_2007', '5', 'no balancing line'],
    ['income.other_non_interest_income@q3_2007', '5', 'balancing line itself'],
    ['reconciliation.deferred_charge_amortization@q3_2007', '5', 'mirrors the books'],
    ['income.derivatives_realized@q3_2007', '0', 'moves nothing'],
    ['income.nothing@q3_2007', '5', 'no such cell'],
  ])('%s by %s is refused', (to, by, words) => {
    expect(moved(to, by)).toContain(words)
  })

  test('leaves the total and net earnings as they are, whatever the amount', () => {
    const lines = ['derivatives_unrealized', 'derivatives_realized', 'reo_provision', 'otti_loss', 'trs_net_earnings']
    const decimal = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => amount(n).div(100))
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.constantFrom('q3_2007', 'q2_2007'), decimal, (line, column, by) => {
        const engine = fresh(release)
        const found = reclassify({ filing: release, engine, to: cell(`income.${line}@${column}`), amount: by })
        if (found.kind === 'refused') {
          expect(by.isZero()).toBe(true)
          return
        }
        engine.apply(found.inputs)
        for (const total of ['non_interest_income', 'discontinued_operations', 'net_earnings']) {
          const ref = cell(`income.${total}@${column}`)
          expect(valueText(engine.value(ref))).toBe(valueText(engine.value(ref, 'base')))
        }
      }),
      runs(60),
    )
  })
})
