/**
 * The pages that answer a question: exact figures, what is hypothetical, and why one is refused.
 */
import { describe, expect, test } from 'vitest'
import type { PrintDocument } from '../../../shared/print/document.ts'
import { prepareDocuments } from '../../../shared/print/prepare.ts'
import type { Question } from '../../../shared/print/question.ts'
import { WHAT_IF } from '../../../shared/print/what_if_part.ts'
import type { StoredFiling, StoredScenario } from '../../../shared/model/stored_filing.ts'
import { cellTexts, sample } from './sample_documents.ts'

const at = (schedule: string, line: string, column = 'q3_2007') => ({ schedule, line, column })
const TAXABLE = at('reconciliation', 'taxable_income')
const PER_SHARE = at('reconciliation', 'taxable_income_per_share')
const INTEREST = at('income', 'interest_income')
const EXPENSE = at('income', 'interest_expense')

const filing = sample('impac_2007_q3')

function printed(question: Question, more: Partial<StoredFiling> = {}, scenario: string | null = null) {
  const held: StoredFiling = { filing, scenarios: [], comments: [], ...more }
  return prepareDocuments(
    { filings: [held], number: 17 },
    { filing: filing.id, schedules: [WHAT_IF], scenario, mode: 'workpaper', details: 'changed', question },
    'a day',
  )
}

function page(...asked: Parameters<typeof printed>): PrintDocument {
  const made = printed(...asked)
  if (made.kind !== 'documents') throw new Error(JSON.stringify(made))
  expect(made.documents).toHaveLength(1)
  return made.documents[0]!
}

const rows = ({ rows: all }: PrintDocument): string[][] => all.map((row) => [row.label, ...cellTexts(row)])

const said = ({ blocks }: PrintDocument): string[] => blocks.flatMap((block) => ('text' in block ? [block.text] : []))

describe('goal seek on paper', () => {
  const question: Question = { kind: 'goal_seek', target: TAXABLE, value: '1000', by: INTEREST }

  test('has the figure changed, the figure set and the headline figures, at present, then and the difference', () => {
    const made = page(question)
    expect(made.banner).toEqual(['Hypothetical: no amount is entered'])
    expect(made.columns.map(({ label }) => label)).toEqual(['At present', 'Then', 'Difference'])
    const told = rows(made)
    expect(told).toContainEqual(['Interest income, Q3 2007', '313,772', '331,069', '17,297'])
    expect(told).toContainEqual(['Net (loss) earnings', '(1,191,235)', '(1,173,938)', '17,297'])
    expect(told).toContainEqual(['Per diluted share', '(0.21)', '0.01', '0.22'])
    expect(told.flat()).not.toContain('Stockholders’ equity at end of period')
    expect(said(made)).toEqual([
      'Interest income, Q3 2007 of 331,069 brings Estimated taxable (loss) income available to common stockholders, Q3 2007 to 1,000.',
    ])
  })

  test('stands on the scenario that it is asked of', () => {
    const scenario = {
      id: 'larger',
      name: 'Larger',
      position: 0,
      under: null,
      cells: [{ ...INTEREST, input: '300000' }],
    } as unknown as StoredScenario
    const made = page(question, { scenarios: [scenario] }, 'larger')
    expect(made.banner).toEqual(['Hypothetical: Larger'])
    expect(rows(made)).toContainEqual(['Interest income, Q3 2007', '300,000', '331,069', '31,069'])
  })

  test('is refused with the reason where nothing reaches the value', () => {
    const made = printed({ ...question, by: at('income', 'provision_for_loan_losses') })
    expect(made.kind).toBe('refused')
  })
})

describe('sensitivity on paper', () => {
  const range = { by: INTEREST, from: '313772', to: '333772', step: '10000' }

  test('of one input has a row for each amount, the present one named, and a line for each figure that moves', () => {
    const made = page({ kind: 'one_way', range, outputs: [TAXABLE, PER_SHARE] })
    expect(rows(made)).toEqual([
      ['313,772, at present', '$ (16,297)', '$ (0.21)'],
      ['323,772', '(6,297)', '(0.08)'],
      ['333,772', '3,703', '0.05'],
    ])
    expect(said(made)[0]).toContain('At present Interest income, Q3 2007 is 313,772;')
    const charts = made.blocks.filter((block) => block.kind === 'chart')
    expect(charts.map(({ chart }) => 'points' in chart && [chart.high, chart.low, chart.from, chart.to])).toEqual([
      ['3,703', '(16,297)', '313,772', '333,772'],
      ['0.05', '(0.21)', '313,772', '333,772'],
    ])
  })

  test('of two inputs has their amounts on the two sides of one figure', () => {
    const columns = { by: EXPENSE, from: '302074', to: '304074', step: '2000' }
    const made = page({ kind: 'two_way', rows: range, columns, output: TAXABLE })
    expect(made.groups).toEqual([{ label: 'Interest expense, Q3 2007', notes: [], from: 0, span: 2 }])
    expect(made.columns.map(({ label }) => label)).toEqual(['302,074', '304,074'])
    expect(rows(made)).toEqual([
      ['313,772', '$ (16,297)', '$ (18,297)'],
      ['323,772', '(6,297)', '(8,297)'],
      ['333,772', '3,703', '1,703'],
    ])
  })

  test('is refused with the reason where an input moves nothing', () => {
    const made = printed({
      kind: 'one_way',
      range: { ...range, by: at('income', 'provision_for_loan_losses') },
      outputs: [TAXABLE],
    })
    expect(made).toMatchObject({ kind: 'refused', refusals: [{ title: 'Sensitivity' }] })
  })
})

describe('a ranking on paper', () => {
  const question: Question = { kind: 'ranking', headline: 'taxable_income', period: 'q3_2007', relative: '0.1' }

  test('has amount, change and effect of each input, the largest first, and their bars from nil', () => {
    const made = page(question)
    expect(rows(made).slice(0, 2)).toEqual([
      ['1. Interest income, Q3 2007', '$ 313,772', '$ 31,377', '$ 31,377'],
      ['2. Interest expense, Q3 2007', '302,074', '30,207', '(30,207)'],
    ])
    expect(said(made).slice(0, 2)).toEqual([
      'Each input is taken 10% larger in size. Estimated taxable (loss) income available to common is (16,297) at present.',
      '62 other inputs have no effect. 10 inputs are nil, and no part of nil can be taken.',
    ])
    const chart = made.blocks.find((block) => block.kind === 'chart')!.chart
    if (!('bars' in chart)) throw new Error('no bars')
    expect(chart.isApart).toBe(true)
    expect(chart.bars[0]).toMatchObject({ kind: 'up', text: '+31,377', from: chart.zero, to: 1 })
    expect(chart.bars[1]).toMatchObject({ kind: 'down', text: '(30,207)', from: chart.zero, to: 0 })
  })

  test('of a figure that the filing has not, or without a question, prints nothing', () => {
    expect(printed({ ...question, headline: 'residual' })).toMatchObject({ kind: 'failed' })
    expect(printed(undefined as unknown as Question)).toEqual({
      kind: 'failed',
      message: 'The address of the page has no question.',
    })
  })
})
