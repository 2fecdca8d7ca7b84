/**
 * Realizing a part of a provision, a mark or an impairment: the golden gestures on the press release of 2007, character and capital gains, what is refused,
 * and that net earnings never move.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../shared/analysis/plan.ts'
import { differenceAt, gainsOfYear, realize, type Character } from '../../../shared/analysis/realize.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { sentence } from '../worded.ts'
import { amount, cell, inputTexts, release } from './sample_edits.ts'

type Asked = { filing?: Filing; engine?: Engine; character?: Character; gains?: string }

function plan(name: string, by: string, asked: Asked = {}) {
  const { filing = release, engine = createEngine(filing), character = 'ordinary', gains = '0' } = asked
  return realize({
    filing,
    engine,
    of: differenceAt(filing, cell(name))!,
    amount: amount(by),
    character,
    gains: amount(gains),
  })
}

function planned(name: string, by: string, asked?: Asked): Plan {
  const made = plan(name, by, asked)
  if (made.kind !== 'plan') throw new Error(sentence(made))
  return made
}

function figures(engine: Engine, names: readonly string[]): string[] {
  return names.map((name) => {
    const value = engine.value(cell(name))
    return isAmount(value) ? plain(value) : ''
  })
}

const RESULTS = [
  'income.net_earnings@q3_2007',
  'reconciliation.taxable_income@q3_2007',
  'reconciliation.taxable_income@m9_2007',
]

describe('in the press release', () => {
  test('a provision: the add-back stays, the deduction grows, taxable income falls by 10,000', () => {
    const made = planned('reconciliation.loan_loss_provisions@q3_2007', '10000')
    expect(inputTexts(made.inputs)).toEqual(['reconciliation.actual_loan_losses@q3_2007 -44348'])
    expect(made.title).toBe('Loan loss provisions, Three Months Ended September 30, 2007: 10,000 realized, ordinary')
    const engine = createEngine(release, made.inputs)
    expect(figures(engine, ['reconciliation.loan_loss_provisions@q3_2007', ...RESULTS])).toEqual([
      '832453',
      '-1191235',
      '-26297',
      '-26370',
    ])
  })

  test('a mark: it leaves the unrealized line for the realized one, the add-back follows, net earnings stay', () => {
    const made = planned('income.derivatives_unrealized@q3_2007', '5000')
    expect(inputTexts(made.inputs)).toEqual([
      'income.derivatives_unrealized@q3_2007 -130347',
      'income.derivatives_realized@q3_2007 -5000',
    ])
    const engine = createEngine(release, made.inputs)
    expect(figures(engine, ['reconciliation.derivatives_change@q3_2007', ...RESULTS])).toEqual([
      '130347',
      '-1191235',
      '-21297',
      '-21370',
    ])
  })

  test('a mark of a quarter without an income statement is realized at the add-back', () => {
    const made = planned('reconciliation.derivatives_change@q1_2007', '5000')
    expect(inputTexts(made.inputs)).toEqual(['reconciliation.derivatives_change@q1_2007 49623'])
  })

  test('an impairment is a capital loss: without gains taxable income stays, and the loss is carried forward', () => {
    const made = planned('reconciliation.nondeductible_capital_loss@q3_2007', '26709', { character: 'capital' })
    expect(inputTexts(made.inputs)).toEqual([
      'reconciliation.nondeductible_capital_loss@q3_2007 0',
      'reconciliation.miscellaneous@q3_2007 26877',
    ])
    expect(made.consequence).toEqual({
      text: 'Estimated taxable (loss) income available to common stockholders does not change. 26,709 exceeds capital gains and is carried forward five years as a capital loss. It is added back at Miscellaneous adjustments, which needs a note.',
      warning: false,
    })
    expect(figures(createEngine(release, made.inputs), RESULTS)).toEqual(['-1191235', '-16297', '-16370'])
  })

  test('capital gains bear a capital loss as far as they go', () => {
    const made = planned('reconciliation.nondeductible_capital_loss@q3_2007', '26709', {
      character: 'capital',
      gains: '20000',
    })
    expect(figures(createEngine(release, made.inputs), RESULTS)).toEqual(['-1191235', '-36297', '-36370'])
    const all = planned('reconciliation.nondeductible_capital_loss@q3_2007', '26709', {
      character: 'capital',
      gains: '30000',
    })
    expect(inputTexts(all.inputs)).toEqual(['reconciliation.nondeductible_capital_loss@q3_2007 0'])
  })

  test('is found at the add-back, at its deduction and at the lines that it mirrors; nowhere else', () => {
    const kinds = [
      'reconciliation.loan_loss_provisions@q3_2007',
      'reconciliation.actual_loan_losses@q1_2007',
      'income.reo_provision@q3_2007',
      'income.derivatives_realized@q2_2007',
      'income.otti_loss@q3_2007',
      'income.interest_income@q3_2007',
      'reconciliation.intercompany_elimination@q3_2007',
      'income.otti_loss@variance',
    ].map((name) => differenceAt(release, cell(name))?.kind.id)
    expect(kinds).toEqual([
      'loan_losses',
      'loan_losses',
      'loan_losses',
      'derivative_marks',
      'impairment',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('what cannot be is refused with the reason', () => {
    expect(sentence(plan('reconciliation.loan_loss_provisions@q3_2007', '0') as never)).toBe(
      'An amount of nil moves nothing.',
    )
    expect(sentence(plan('reconciliation.loan_loss_provisions@m9_2007', '5') as never)).toBe(
      'Tax deduction for actual loan losses takes no input here.',
    )
    expect(sentence(plan('reconciliation.loan_loss_provisions@q3_2007', '5', { gains: '-1' }) as never)).toBe(
      'Capital gains are nil or more.',
    )
  })
})

const DRAFT = newFiling({
  id: 'new',
  details: {
    title: 'Year 2007',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-K',
    periodEnd: '2007-12-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: false,
  },
  covers: 'year',
  against: 'before',
  schedules: ['income_comparison', 'reconciliation', 'temporary_differences', 'distribution_test', 'ncl_years', 'ncl'],
})

describe('in a filing from templates', () => {
  test('a capital loss beyond gains has its line, and the year adds it to the capital losses carried forward', () => {
    const engine = createEngine(DRAFT)
    engine.apply(
      [
        { ...cell('income.otti_loss@fy_2007'), input: '700' },
        { ...cell('income.interest_income@fy_2007'), input: '5000' },
      ],
      'base',
    )
    engine.apply([{ ...cell('distribution_test.net_capital_gain@fy_2007'), input: '0' }], 'base')
    expect(gainsOfYear(DRAFT, engine, 'base')?.toFixed()).toBe('0')
    const made = planned('temporary_differences.impairment_closing@fy_2007', '400', {
      filing: DRAFT,
      engine,
      character: 'capital',
    })
    expect(inputTexts(made.inputs)).toEqual([
      'reconciliation.nondeductible_capital_loss@fy_2007 300',
      'reconciliation.capital_loss_excess@fy_2007 400',
    ])
    engine.apply(made.inputs, 'base')
    expect(
      figures(engine, [
        'temporary_differences.impairment_additions@fy_2007',
        'reconciliation.taxable_income@fy_2007',
        'ncl_years.nol_of_the_year@fy_2007',
      ]),
    ).toEqual(['300', '5000', '400'])
  })

  test('more than the inventory holds is said', () => {
    const engine = createEngine(DRAFT)
    engine.apply(
      [
        { ...cell('income.provision_for_loan_losses@fy_2007'), input: '100' },
        { ...cell('reconciliation.actual_loan_losses@fy_2007'), input: '0' },
        { ...cell('temporary_differences.loan_losses_opening@fy_2007'), input: '50' },
      ],
      'base',
    )
    expect(
      planned('reconciliation.loan_loss_provisions@fy_2007', '150', { filing: DRAFT, engine }).consequence?.warning,
    ).toBe(false)
    expect(
      planned('reconciliation.loan_loss_provisions@fy_2007', '151', { filing: DRAFT, engine }).consequence,
    ).toMatchObject({
      warning: true,
      text: expect.stringContaining('The amount exceeds the inventory of loan losses, 150.'),
    })
  })
})

test('whatever is realized, net earnings stay, and taxable income falls by what is deducted', () => {
  const at = ['loan_loss_provisions', 'derivatives_change', 'nondeductible_capital_loss']
  fc.assert(
    fc.property(
      fc.constantFrom(...at),
      fc.constantFrom('q3_2007', 'q2_2007', 'q1_2007'),
      fc.integer({ min: -900_000, max: 900_000 }).filter((one) => one !== 0),
      fc.constantFrom<Character>('ordinary', 'capital'),
      fc.integer({ min: 0, max: 900_000 }),
      (line, column, by, character, gains) => {
        const made = planned(`reconciliation.${line}@${column}`, String(by), { character, gains: String(gains) })
        const [before, after] = [createEngine(release), createEngine(release, made.inputs)]
        const names = [`reconciliation.net_earnings@${column}`, `reconciliation.taxable_income@${column}`]
        const [[net, income], [netAfter, incomeAfter]] = [figures(before, names), figures(after, names)] as [
          [string, string],
          [string, string],
        ]
        expect(netAfter).toBe(net)
        const deducted = character === 'capital' ? Math.min(by, gains) : by
        expect(Number(income) - Number(incomeAfter)).toBe(deducted)
      },
    ),
    { numRuns: 60 },
  )
})
