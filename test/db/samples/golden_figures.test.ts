/**
 * Every golden figure stands in the sample filings: as the input where it is entered, as the per-source figure where it is
 * computed and the document prints it. Nothing else stands there.
 */
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import type { CellFact, Filing, Schedule } from '../../../shared/model/filing.ts'
import { golden, goldenFigures, type Figure } from './golden.ts'

const filings = new Map(sampleFilings().map((filing) => [filing.id, filing]))

function place(figure: Figure): { filing: Filing; schedule: Schedule; input?: string; fact?: CellFact } {
  const filing = filings.get(figure.filing)!
  const schedule = filing.schedules.find(({ id }) => id === figure.schedule)!
  const at = (cell: { line: string; column: string }) => cell.line === figure.line && cell.column === figure.column
  const input = schedule.cells.find(at)?.input ?? undefined
  const fact = schedule.facts!.find(at)
  return { filing, schedule, ...(input === undefined ? {} : { input }), ...(fact ? { fact } : {}) }
}

function name(figure: Figure): string {
  return `${figure.filing} ${figure.schedule}.${figure.line}@${figure.column}`
}

/** Computed figures that the documents do not print: each is told apart by its origin. */
const NOT_PRINTED = [
  // Comparisons of lines that the release does not print have no golden figure; the first quarter is derived.
  'impac_2007_q3 reconciliation.deferred_charge_amortization@q3_2007',
  'impac_2007_q3 reconciliation.deferred_charge_amortization@q2_2007',
  'impac_2007_q3 reconciliation.preferred_dividends@q1_2007',
  'impac_2007_q3 reconciliation.taxable_income@q1_2007',
  'impac_2007_q3 reconciliation.taxable_income_per_share@q1_2007',
  'impac_2007_q3 equity.net_earnings@q1_2007',
  // An assumption, computed from the reading that is chosen.
  'impac_2007_q3 equity.common_dividends@q1_2007',
  ...['known_movements', 'effect_on_closing'].flatMap((line) =>
    ['q1_2007', 'q2_2007', 'q3_2007'].map((column) => `impac_2007_q3 equity.${line}@${column}`),
  ),
  // The letter prints no residual: it is trust assets plus trust liabilities.
  ...[
    'opening',
    'interest_income',
    'interest_expense',
    'change_in_fair_value',
    'reo_losses',
    'total_gains',
    'settlements',
    'closing',
  ].map((line) => `impac_2009 trusts.${line}@residual`),
  'impac_2009 equity.net_trust_result@fy_2009',
  'impac_2009 equity.residual@fy_2009',
  'impac_2009 equity.other_net_assets@fy_2009',
]

test('every golden figure is the input or the per-source figure, to the character', () => {
  const notPrinted: string[] = []
  let inputs = 0
  let perSource = 0
  for (const figure of goldenFigures()) {
    const { input, fact } = place(figure)
    if (figure.text === '') {
      expect([name(figure), input?.startsWith('=') ?? true, fact?.perSource]).toEqual([name(figure), true, undefined])
      continue
    }
    if (input !== undefined && !input.startsWith('=')) {
      expect([name(figure), input]).toEqual([name(figure), figure.text])
      inputs++
    } else if (fact?.perSource === undefined) {
      notPrinted.push(name(figure))
      expect(['derived', 'balancing', 'assumed'], name(figure)).toContain(fact?.origin)
    } else {
      expect([name(figure), fact.perSource]).toEqual([name(figure), figure.text])
      expect([name(figure), fact.origin]).toEqual([name(figure), 'published'])
      perSource++
    }
  }
  expect(notPrinted.sort()).toEqual(NOT_PRINTED.sort())
  expect([inputs, perSource]).toEqual([100, 104])
})

test('a per-source figure stands only where the product computes', () => {
  for (const filing of filings.values()) {
    for (const schedule of filing.schedules) {
      for (const fact of schedule.facts!) {
        const input = schedule.cells.find(({ line, column }) => line === fact.line && column === fact.column)
        if (fact.perSource !== undefined)
          expect([fact.line, fact.column, input]).toEqual([fact.line, fact.column, undefined])
      }
    }
  }
})

test('every figure shows its origin, and what is not published says how', () => {
  for (const figure of goldenFigures()) {
    if (figure.text === '') continue
    const { fact } = place(figure)
    expect(fact?.origin, name(figure)).toBeDefined()
    if (fact!.origin !== 'published') expect(fact!.how, name(figure)).toMatch(/\S{3}/)
  }
})

test('origins of the quarters of the income statement are the golden ones', () => {
  for (const record of golden('income')) {
    for (const column of ['q3_2007', 'q2_2007']) {
      const figure = { filing: 'impac_2007_q3', schedule: 'income', line: record['line']!, column, text: '' }
      const expected = record['origin'] === '' ? 'not_disclosed' : record['origin']
      expect([name(figure), place(figure).fact?.origin]).toEqual([name(figure), expected])
    }
  }
})

test('what the release does not disclose of equity is blank and can be completed once', () => {
  const equity = filings.get('impac_2007_q3')!.schedules.find(({ id }) => id === 'equity')!
  const completable = equity.facts!.filter((fact) => fact.completable)
  const blank = ['other_comprehensive_income', 'oci_reclassification', 'issuances'].flatMap((line) =>
    equity.columns.map((column) => `${line}@${column.id}`),
  )
  expect(completable.map(({ line, column }) => `${line}@${column}`).sort()).toEqual(
    ['opening@q1_2007', ...blank].sort(),
  )
  for (const { line, column, origin } of completable) {
    expect(origin).toBe('not_disclosed')
    expect(equity.cells.some((cell) => cell.line === line && cell.column === column)).toBe(false)
  }
})

test('loss per share is flagged with the figure after preferred dividends', () => {
  const facts = filings.get('impac_2007_q3')!.schedules[0]!.facts!
  const remark = (column: string) =>
    facts.find((fact) => fact.line === 'net_earnings_per_share' && fact.column === column)!.remark
  expect(remark('q3_2007')).toContain('(15.71)')
  expect(remark('q2_2007')).toContain('(2.05)')
})
