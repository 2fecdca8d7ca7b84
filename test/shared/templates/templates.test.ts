/**
 * New filings from templates: columns for the period, links where two schedules are chosen, no error while empty, and
 * figures that a controller can check by hand; duplicates; ids.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { openAmong } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { filingSchema } from '../../../shared/model/filing.ts'
import type { Filing, Line } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { detailRefusals, detailsOf, filingId, type FilingDetails } from '../../../shared/templates/filing_details.ts'
import type { TemplateId } from '../../../shared/templates/template.ts'
import { TEMPLATE_GROUPS } from '../../../shared/templates/template_groups.ts'
import { duplicateFiling, newFiling, TEMPLATE_IDS, TEMPLATES } from '../../../shared/templates/templates.ts'
import { cellsOf, columnIds, figure, inputAt, rolled, row, scheduleOf } from './filing_fixture.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

const DETAILS: FilingDetails = {
  title: 'Third quarter 2026 results',
  registrant: 'Harbor Mortgage Trust',
  form: 'Form 10-Q',
  periodEnd: '2026-09-30',
  documentDate: '',
  unit: 'thousands of dollars',
  unaudited: true,
}

function made(schedules: readonly TemplateId[], more: Partial<Parameters<typeof newFiling>[0]> = {}): Filing {
  return newFiling({ id: 'new', details: DETAILS, covers: 'quarter', against: 'before', schedules, ...more })
}

const ALL = made(TEMPLATE_IDS)

function withInputs(filing: Filing, inputs: readonly [string, string, string, string][]): Filing {
  return {
    ...filing,
    schedules: filing.schedules.map((one) => ({
      ...one,
      cells: [
        ...one.cells,
        ...inputs
          .filter(([schedule]) => schedule === one.id)
          .map(([schedule, line, column, input]) => ({ schedule, line, column, input })),
      ],
    })),
  }
}

function lineOf(filing: Filing, id: string): Line {
  return scheduleOf(filing, 'reconciliation').lines.find((one) => one.id === id)!
}

/** The cells that an empty filing leaves blank: all but its own days and its calendar. */
function blank(filing: Filing) {
  return cellsOf(filing).filter(
    ({ schedule, line }) => schedule !== 'calendar' && !['year_end', 'period_end', 'period_before'].includes(line),
  )
}

/** The kinds of what is open among the tie-outs, with how it stands. */
function openKinds(filing: Filing): Set<string> {
  const open = tieOuts(filing, createEngine(filing)).filter(({ status }) => status === 'fail' || status === 'flagged')
  return new Set(open.map(({ kind, status }) => `${kind} ${status}`))
}

function unitLine(unit: string): string | undefined {
  return made(['income_comparison'], { details: { ...DETAILS, unit } }).schedules[0]?.unitLine
}

function idOf(registrant: string, periodEnd: string, covers: 'quarter' | 'year', taken: string[] = []): string {
  return filingId({ registrant, title: 'A title', periodEnd }, covers, taken)
}

/** What is wrong with details, in words. */
function detailProblems(details: FilingDetails): object {
  return Object.fromEntries(Object.entries(detailRefusals(details)).map(([field, one]) => [field, refusalText(one)]))
}

describe('a new filing', () => {
  test('is a draft of the details, can be stored, and shows no error while empty', () => {
    expect(filingSchema.parse(ALL)).toEqual(ALL)
    expect([ALL.status, ALL.title, ALL.periodEnd, ALL.documentDate]).toEqual([
      'draft',
      'Third quarter 2026 results',
      '2026-09-30',
      undefined,
    ])
    expect(ALL.schedules.map(({ id }) => id)).toEqual([
      'income',
      'balance_sheet',
      'reconciliation',
      'equity',
      'equity_views',
      'equity_views_trusts',
      'liquidity',
      'look_forward',
      'temporary_differences',
      'loss_rollforwards',
      'method_changes',
      'eps',
      'trs_dividend',
      'remic',
      'remic_quarters',
      'distribution_test',
      'excise',
      'declaration',
      'nol_years',
      'nol',
      'ncl_years',
      'ncl',
      'earnings_and_profits',
      'dividend_year',
      'dividends',
      'published_dividend_year',
      'published_dividends',
      'class_proportion',
      'calendar',
      'trusts',
      'trust_gain',
      'schedule',
    ])
    const engine = createEngine(ALL)
    for (const ref of cellsOf(ALL)) expect([ref, engine.value(ref) instanceof CellError]).toEqual([ref, false])
  })

  test('has the columns of its period, compared with the quarter before or the year before', () => {
    expect(columnIds(ALL, 'income')).toEqual(['q3_2026', 'q2_2026', 'variance', 'percent'])
    expect(columnIds(ALL, 'reconciliation')).toEqual(['q3_2026', 'q2_2026', 'm9_2026', 'q1_2026'])
    expect(columnIds(ALL, 'equity')).toEqual(['q1_2026', 'q2_2026', 'q3_2026'])
    const other = made(['income_comparison', 'reconciliation'], { against: 'year_before' })
    expect(columnIds(other, 'income')).toEqual(['q3_2026', 'q3_2025', 'variance', 'percent'])
    expect(columnIds(other, 'reconciliation')).toEqual(['q3_2026', 'q3_2025', 'm9_2026', 'q2_2026', 'q1_2026'])
    const year = made(TEMPLATE_IDS, { covers: 'year', details: { ...DETAILS, periodEnd: '2026-12-31' } })
    expect(columnIds(year, 'reconciliation')).toEqual(['fy_2026', 'fy_2025'])
    expect(columnIds(year, 'equity')).toEqual(['fy_2025', 'fy_2026'])
    expect(scheduleOf(year, 'trusts').caption).toBe('For the year ended December 31, 2026')
    const first = made(['reconciliation'], { details: { ...DETAILS, periodEnd: '2026-03-31' } })
    expect(columnIds(first, 'reconciliation')).toEqual(['q1_2026', 'q4_2025'])
    expect(first.minimumDistribution?.yearToDate).toEqual({ q1_2026: ['q1_2026'] })
  })

  test('links where both schedules are chosen, with source lines; takes inputs where not', () => {
    expect(lineOf(ALL, 'loan_loss_provisions')).toMatchObject({
      kind: 'formula',
      formula: '= income.provision_for_loan_losses + income.reo_provision',
      columns: ['q3_2026', 'q2_2026'],
      source: { line: 'income.provision_for_loan_losses', sign: 1 },
    })
    expect(lineOf(ALL, 'preferred_dividends').columns).toEqual(['q1_2026', 'q2_2026', 'q3_2026'])
    const alone = made(['reconciliation'])
    for (const id of ['net_earnings', 'loan_loss_provisions', 'preferred_dividends', 'diluted_shares']) {
      expect([id, lineOf(alone, id).kind, lineOf(alone, id).formula]).toEqual([id, 'input', undefined])
    }
    const equity = made(['income_comparison', 'equity'])
    expect(scheduleOf(equity, 'equity').lines[1]).toMatchObject({
      formula: '= income.net_earnings',
      columns: ['q2_2026', 'q3_2026'],
    })
  })

  test('dividends, which stand positive and are taken off, say so', () => {
    const { lines } = scheduleOf(ALL, 'equity')
    const deducted = lines.filter(({ deduction }) => deduction)
    expect(deducted.map(({ label }) => label)).toEqual([
      'Less: dividends on preferred stock',
      'Less: dividends on common stock',
    ])
  })

  test('a provision lowers net earnings and equity and leaves taxable income; the minimum distribution follows', () => {
    const inputs: [string, string, string, string][] = [
      ['income', 'interest_income', 'q3_2026', '1000'],
      ['income', 'provision_for_loan_losses', 'q3_2026', '300'],
      ['income', 'diluted_shares', 'q3_2026', '50'],
      ['equity', 'opening', 'q1_2026', '5000'],
      ['equity', 'preferred_dividends', 'q3_2026', '100'],
    ]
    const filing = withInputs(ALL, inputs)
    expect(row(filing, 'income', 'net_earnings')[0]).toBe('700')
    expect(row(filing, 'reconciliation', 'taxable_income')).toEqual(['900', '', '900', ''])
    expect(row(filing, 'reconciliation', 'taxable_income_per_share')[0]).toBe('18')
    expect(row(filing, 'equity', 'closing')).toEqual(['5000', '5000', '5600'])
    const engine = createEngine(filing)
    const shown = headlines({ filing, engine, column: 'q3_2026', open: openAmong(tieOuts(filing, engine)) })
    expect(shown.map(({ id, scenario }) => [id, isAmount(scenario) ? plain(scenario) : scenario])).toEqual([
      ['net_earnings', '700'],
      ['taxable_income', '900'],
      ['taxable_income_per_share', '18'],
      ['equity', '5600'],
      ['net_trust_result', null],
      ['residual', null],
      ['long_term_debt', null],
      // 90% of taxable income before preferred dividends: 0.9 x (900 + 100).
      ['minimum_distribution', '900'],
      // Years to date that count one quarter of three are flagged, those of earnings per share and of excess inclusion too.
      ['open_tie_outs', '14'],
    ])
    expect(openKinds(filing)).toEqual(new Set(['periods flagged']))
    // 600 over 50 after preferred dividends; without a schedule of earnings per share the figure is before them, and flagged.
    expect(row(filing, 'income', 'net_earnings_per_share')[0]).toBe('12')
    const without = withInputs(made(TEMPLATE_IDS.filter((id) => id !== 'eps')), inputs)
    expect(row(without, 'income', 'net_earnings_per_share')[0]).toBe('14')
    expect(openKinds(without)).toEqual(new Set(['periods flagged', 'per_share flagged']))
  })

  test('rolls forward to the next quarter: equity linked, trusts opened at their close', () => {
    const filled = withInputs(ALL, [
      ['income', 'interest_income', 'q3_2026', '1000'],
      ['equity', 'opening', 'q1_2026', '5000'],
      ['trusts', 'opening', 'collateral', '700'],
      ['trusts', 'settlements', 'collateral', '-50.25'],
    ])
    // Nothing is compared with a quarter that is not known.
    expect(row(filled, 'income', 'interest_income')).toEqual(['1000', '', '', ''])
    expect(row(filled, 'income', 'net_earnings')).toEqual(['1000', '', '', ''])
    const { filing, remarks } = rolled(filled, 'quarter')
    expect(filing.title).toBe('Fourth quarter 2026 results')
    expect(columnIds(filing, 'reconciliation')).toEqual(['q4_2026', 'q3_2026', 'fy_2026', 'q2_2026', 'q1_2026'])
    expect(inputAt(filing, { schedule: 'equity', line: 'opening', column: 'q4_2026' })).toBe('=closing@q3_2026')
    expect(row(filing, 'equity', 'opening')).toEqual(['5000', '5000', '5000', '6000'])
    expect(row(filing, 'trusts', 'opening')[1]).toBe('649.75')
    expect(scheduleOf(filing, 'trusts').lines[1]?.label).toBe('Recorded book value at September 30, 2026')
    expect(scheduleOf(filing, 'trusts').caption).toBe('For the three months ended December 31, 2026')
    expect(remarks).toContain(
      'Reconciliation to taxable income: “Three Months Ended March 31, 2026” stays outside the filing copy, because the year to date includes it.',
    )
  })

  test('whatever is chosen, every link reaches a line that stands', () => {
    const choices = fc.record({
      schedules: fc.subarray([...TEMPLATE_IDS], { minLength: 1 }),
      covers: fc.constantFrom('quarter' as const, 'year' as const),
      against: fc.constantFrom('before' as const, 'year_before' as const),
      month: fc.constantFrom('03-31', '06-30', '09-30', '12-31'),
    })
    fc.assert(
      fc.property(choices, ({ month, ...choice }) => {
        const filing = made(choice.schedules, { ...choice, details: { ...DETAILS, periodEnd: `2026-${month}` } })
        const engine = createEngine(filing)
        for (const ref of blank(filing)) expect([ref, figure(engine, ref)]).toEqual([ref, ''])
        expect(filingSchema.parse(filing)).toEqual(filing)
        const next = rolled(filing, choice.covers).filing
        const later = createEngine(next)
        for (const ref of blank(next)) expect([ref, figure(later, ref)]).toEqual([ref, ''])
      }),
    )
  })

  test('every template is offered with its title and what it holds', () => {
    expect(TEMPLATES.map(({ id }) => id)).toEqual([...TEMPLATE_IDS])
    for (const { title, about } of TEMPLATES) expect([title === '', about === '']).toEqual([false, false])
  })

  test('every template stands in a group of the list, and no group is empty', () => {
    const offered = TEMPLATE_GROUPS.map(
      ({ id, label }) => [label, TEMPLATES.filter(({ group }) => group === id)] as const,
    )
    expect(offered.flatMap(([, templates]) => templates)).toHaveLength(TEMPLATES.length)
    for (const [label, templates] of offered) expect([label, templates.length > 0]).toEqual([label, true])
    expect(new Set(TEMPLATE_GROUPS.map(({ label }) => label)).size).toBe(TEMPLATE_GROUPS.length)
  })

  test('the line under the titles names the unit', () => {
    expect(unitLine('thousands of dollars')).toBe('(in thousands, except per share amounts)')
    expect(unitLine('millions of dollars')).toBe('(in millions, except per share amounts)')
    expect(unitLine('dollars')).toBe('(in dollars, except per share amounts)')
    expect(unitLine('')).toBe('(in thousands, except per share amounts)')
  })
})

describe('a duplicate', () => {
  test('holds every input and fact as a draft, and nothing that can be completed', () => {
    for (const filing of sampleFilings()) {
      const copy = duplicateFiling(filing, 'copy', { ...detailsOf(filing), title: 'Copy' })
      expect([copy.id, copy.title, copy.status]).toEqual(['copy', 'Copy', 'draft'])
      expect(copy.schedules.map(({ cells, lines, columns }) => [cells, lines, columns])).toEqual(
        filing.schedules.map(({ cells, lines, columns }) => [cells, lines, columns]),
      )
      const [before, after] = [createEngine(filing), createEngine(copy)]
      for (const ref of cellsOf(copy)) expect(figure(after, ref)).toBe(figure(before, ref))
      const facts = copy.schedules.flatMap(({ facts = [] }) => facts)
      expect(facts.length).toBe(filing.schedules.flatMap(({ facts = [] }) => facts).length)
      expect(facts.some(({ completable }) => completable !== undefined)).toBe(false)
      expect(filingSchema.parse(copy)).toEqual(copy)
    }
  })
})

describe('details', () => {
  test('ids tell registrant and period and are free', () => {
    expect(idOf('Impac Mortgage Holdings, Inc.', '2007-12-31', 'quarter')).toBe('impac_2007_q4')
    expect(idOf('Impac Mortgage Holdings, Inc.', '2010-12-31', 'year')).toBe('impac_2010')
    expect(idOf('Impac', '2007-09-30', 'quarter', ['impac_2007_q3', 'impac_2007_q3_2'])).toBe('impac_2007_q3_3')
    expect(idOf('The 7th Trust', '2026-03-31', 'quarter')).toBe('filing_7th_2026_q1')
    expect(idOf('Élan Realty', '2026-03-31', 'quarter')).toBe('elan_2026_q1')
    expect(idOf('', '2026-03-31', 'quarter')).toBe('title_2026_q1')
  })

  test('a title and a date of the calendar are needed', () => {
    expect(detailProblems(DETAILS)).toEqual({})
    expect(detailProblems({ ...DETAILS, title: ' ', periodEnd: '2026-02-30', documentDate: '14.2.2026' })).toEqual({
      title: 'A filing needs a title.',
      periodEnd: 'February 2026 has 28 days.',
      documentDate: 'Enter month, day and year, such as 12/31/2007.',
    })
  })
})
