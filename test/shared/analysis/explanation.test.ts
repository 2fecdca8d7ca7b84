/**
 * Why a figure moved, and bridges: parts that add to the whole exactly, in any order, and steps that foot.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equityRoll, scenarioBridge, taxableIncomeBridge, type Bridge } from '../../../shared/analysis/bridges.ts'
import { editsOf, explainDifference } from '../../../shared/analysis/explanation.ts'
import type { Refused } from '../../../shared/refusals/refusal.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { ZERO } from '../../../shared/money/decimal.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { filing as sheet } from '../calc/sheet.ts'
import { both } from '../calc/snapshots.ts'
import { amountAt, cell, fresh, input, letter, release, someEdits } from './sample_edits.ts'
import { sentence } from '../worded.ts'

const SCENARIO = [
  input('income.provision_for_loan_losses@q3_2007', '799445'),
  input('income.derivatives_unrealized@q3_2007', '-130347'),
  input('income.derivatives_realized@q3_2007', '-5000'),
  input('reconciliation.actual_loan_losses@q3_2007', '-30000'),
]

function bridge(found: Bridge | Refused): Bridge {
  if (found.kind === 'refused') throw new Error(sentence(found))
  return found
}

function bars(found: Bridge | Refused): string[] {
  return bridge(found).steps.map(({ kind, id, amount }) => `${kind} ${id} ${amount.toFixed()}`)
}

describe('the explanation', () => {
  test('gives each edit its part of each headline', () => {
    const engine = fresh(release, SCENARIO)
    const edits = editsOf(release, engine, [
      { title: 'A larger provision', cells: [SCENARIO[0]!] },
      { title: 'Overtaken', cells: [SCENARIO[3]!] },
      { title: 'A mark realized', cells: [SCENARIO[1]!, SCENARIO[2]!] },
      { title: 'Fewer actual losses', cells: [SCENARIO[3]!] },
    ])
    const explained = explainDifference({ filing: release, engine, edits, column: 'q3_2007' })
    const told = explained.steps.map(({ title, effects }) => [
      title,
      effects.get('net_earnings')!.toFixed(),
      effects.get('taxable_income')!.toFixed(),
    ])
    expect(told).toEqual([
      ['A larger provision', '-10000', '0'],
      ['A mark realized', '0', '-5000'],
      ['Fewer actual losses', '0', '4348'],
    ])
    expect(explained.figures.map(({ remainder }) => remainder.toFixed())).toEqual(explained.figures.map(() => '0'))
    expect(explained.untold.map(({ id }) => id)).toEqual(['equity'])
  })

  test('edits without a history are told one input at a time, in words', () => {
    const edits = editsOf(release, fresh(release, SCENARIO))
    expect(edits.map(({ title }) => title)).toEqual([
      'Provision for loan losses, Three Months Ended September 30, 2007: 789,445 to 799,445',
      'Change in fair value of derivatives, unrealized, Three Months Ended September 30, 2007: (135,347) to (130,347)',
      'Realized gain (loss) on derivatives, change from filed, Three Months Ended September 30, 2007: blank to (5,000)',
      'Tax deduction for actual loan losses, Three Months Ended September 30, 2007: (34,348) to (30,000)',
    ])
  })

  test('what the edits leave out is the remainder', () => {
    const engine = fresh(release, SCENARIO)
    const edits = editsOf(release, engine).slice(0, 3)
    const explained = explainDifference({ filing: release, engine, edits, column: 'q3_2007' })
    expect(explained.figures.find(({ id }) => id === 'taxable_income')!.remainder.toFixed()).toBe('4348')
    expect(bars(scenarioBridge(explained, 'taxable_income'))).toEqual([
      'start base -16297',
      'down edit_3 -5000',
      'up remainder 4348',
      'total scenario -16949',
    ])
  })

  test('an edit that the scenario does not hold leaves no trace, and its effect is taken back in the remainder', () => {
    const engine = fresh(release, SCENARIO)
    const before = both(engine)
    const edits = [{ title: 'Undone since', inputs: [input('reconciliation.miscellaneous@q3_2007', '1168')] }]
    const { steps, figures } = explainDifference({ filing: release, engine, edits, column: 'q3_2007' })
    expect(both(engine)).toEqual(before)
    expect(steps[0]!.effects.get('taxable_income')!.toFixed()).toBe('1000')
    expect(figures.find(({ id }) => id === 'taxable_income')!.remainder.toFixed()).toBe('-1652')
  })

  test('a figure that is an error for a while gives the edit that mends it the whole change', () => {
    const engine = fresh(release, [input('income.diluted_shares@q3_2007', '80000'), SCENARIO[3]!])
    const edits = [
      { title: 'Shares cleared', inputs: [input('income.diluted_shares@q3_2007', '0')] },
      { title: 'Fewer losses', inputs: [SCENARIO[3]!] },
      { title: 'Shares entered', inputs: [input('income.diluted_shares@q3_2007', '80000')] },
    ]
    const { steps, figures } = explainDifference({ filing: release, engine, edits, column: 'q3_2007' })
    const id = 'taxable_income_per_share'
    expect(steps.map(({ effects }) => effects.get(id)!.toFixed())).toEqual(['0', '0', '0.06'])
    expect(figures.find((figure) => figure.id === id)!.remainder.isZero()).toBe(true)
  })
})

test('parts and remainder add to scenario less base exactly, the remainder nil, in any order of the edits', () => {
  fc.assert(
    fc.property(numbers(60), fc.nat(6), (stream, turn) => {
      const choices = new Choices(stream)
      const inputs = someEdits(choices, release, 7)
      const column = choices.pick(['q3_2007', 'q2_2007', 'q1_2007', 'm9_2007'])
      const engine = fresh(release, inputs)
      const before = both(engine)
      const one = editsOf(release, engine)
      const at = turn % one.length
      const edits = [...one.slice(at), ...one.slice(0, at).toReversed()]
      const cells = [cell('income.net_earnings@variance'), cell('income.net_earnings_per_share@q3_2007')]
      const explained = explainDifference({ filing: release, engine, edits, column, cells })
      expect(both(engine)).toEqual(before)
      expect(explained.steps.length).toBe(inputs.length)
      const [base, scenario] = [fresh(release), fresh(release, inputs)]
      for (const { id, ref, remainder, ...figure } of explained.figures) {
        expect(remainder.toFixed()).toBe('0')
        const parts = explained.steps.reduce((sum, { effects }) => sum.plus(effects.get(id)!), ZERO)
        const whole = ref ? amountAt(scenario, ref).minus(amountAt(base, ref)) : figure.scenario.minus(figure.base)
        expect(parts.toFixed()).toBe(whole.toFixed())
        const drawn = bridge(scenarioBridge(explained, id))
        expect(drawn.foots).toBe(true)
      }
    }),
    runs(60),
  )
})

describe('bridges', () => {
  test('net earnings to taxable income by adjustment, nil ones left out', () => {
    const found = taxableIncomeBridge({ filing: release, engine: fresh(release), column: 'q3_2007' })
    expect(bars(found)).toEqual([
      'start net_earnings -1191235',
      'up loan_loss_provisions 832453',
      'down actual_loan_losses -34348',
      'down remic_gaap_earnings -13421',
      'up remic_taxable_income 21181',
      'up derivatives_change 135347',
      'down preferred_dividends -3722',
      'up trs_net_loss 220071',
      'down intercompany_elimination -9500',
      'up nondeductible_capital_loss 26709',
      'up miscellaneous 168',
      'total taxable_income -16297',
    ])
    expect(bridge(found)).toMatchObject({ foots: true, remarks: [] })
  })

  test('an equity roll without its opening starts at nil and says so', () => {
    const roll = bridge(equityRoll({ filing: release, engine: fresh(release), column: 'q3_2007' }))
    expect(bars(roll)).toEqual([
      'start opening 0',
      'down net_earnings -1191235',
      'down preferred_dividends -3722',
      'total closing -1194957',
    ])
    expect(roll.foots).toBe(true)
    expect(roll.steps.at(-1)!.label).toBe('Change of the period')
    expect(roll.remarks.join(' ')).toContain('is not disclosed')
  })

  test('an equity roll with its opening ends at the level', () => {
    const engine = fresh(release, [input('equity.opening@q1_2007', '1000000')])
    const roll = bridge(equityRoll({ filing: release, engine, column: 'q2_2007' }))
    expect(bars(roll)).toEqual([
      'start opening 867003',
      'down net_earnings -152547',
      'down preferred_dividends -3722',
      'total closing 710734',
    ])
    expect(roll.remarks).toEqual([])
    expect(bars(equityRoll({ filing: letter, engine: fresh(letter), column: 'fy_2009' }))).toEqual([
      'start other_movements 695471',
      'down net_trust_result -679469',
      'down debt_result -509',
      'total closing 15493',
    ])
  })

  test('a deducted subtotal is opened in its sign', () => {
    const filing: Filing = {
      ...sheet({
        opening: '100',
        dividends: '30',
        refunds: '4',
        payouts: '= dividends - refunds',
        closing: '= opening - payouts',
      }),
      headlines: [{ id: 'equity', label: 'Equity', lines: ['s.closing'] }],
    }
    const roll = equityRoll({ filing, engine: fresh(filing), column: 'c' })
    expect(bars(roll)).toEqual(['start opening 100', 'down dividends -30', 'up refunds 4', 'total closing 74'])
    expect(bridge(roll).foots).toBe(true)
  })

  test('a total that an input stands over does not foot, and says so', () => {
    const engine = fresh(release, [input('reconciliation.taxable_income@q3_2007', '1')])
    const found = bridge(taxableIncomeBridge({ filing: release, engine, column: 'q3_2007' }))
    expect(found.foots).toBe(false)
    expect(found.remarks.join(' ')).toContain('overrides its formula')
  })

  test('a bridge to what the filing does not show is refused', () => {
    expect(taxableIncomeBridge({ filing: letter, engine: fresh(letter), column: 'fy_2009' }).kind).toBe('refused')
    expect(equityRoll({ filing: release, engine: fresh(release), column: 'q3_2006' }).kind).toBe('refused')
  })

  test('each bar stands where the one before it ended, and all foot, whatever was edited', () => {
    fc.assert(
      fc.property(numbers(60), (stream) => {
        const choices = new Choices(stream)
        const inputs = someEdits(choices, release, 7)
        if (choices.chance(50)) inputs.push(input('equity.opening@q1_2007', `${choices.upTo(2_000_000)}`))
        const engine = fresh(release, inputs)
        for (const column of ['q3_2007', 'q2_2007', 'q1_2007', 'm9_2007']) {
          for (const found of [
            bridge(taxableIncomeBridge({ filing: release, engine, column })),
            bridge(equityRoll({ filing: release, engine, column })),
          ]) {
            expect(found.foots).toBe(true)
            const [start, ...rest] = found.steps
            let level = start!.to
            for (const { kind, from, to, amount } of rest.slice(0, -1)) {
              expect(from.toFixed()).toBe(level.toFixed())
              expect(to.minus(from).toFixed()).toBe(amount.toFixed())
              expect(kind).toBe(amount.isNegative() ? 'down' : 'up')
              level = to
            }
            expect(rest.at(-1)!.to.toFixed()).toBe(level.toFixed())
          }
        }
      }),
      runs(40),
    )
  })
})
