/**
 * Template: earnings and profits of the tax year, apart from taxable income: the adjustments between the two, and the accumulated account from
 * its opening to its close. It estimates and does not advise.
 *
 * Income is positive and losses negative; each adjustment enters with the sign it has in earnings and profits.
 */
import type { Note } from '../model/filing.ts'
import { DIVIDEND_YEAR } from './dividend_schedules.ts'
import { DISTRIBUTION_TEST } from './distribution_test.ts'
import { FORECAST, taxYearColumns, taxYearGroups } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

export const EARNINGS_AND_PROFITS = 'earnings_and_profits'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. Earnings and profits are measured apart from taxable income. 26 USC 312, 857(d).',
  },
  {
    mark: '2',
    text: 'Current earnings of a REIT are not reduced by an amount that its taxable income may not deduct: a net capital loss, or a loss carried from another year. 26 USC 857(d)(1); 26 CFR 1.857-7.',
  },
  {
    mark: '3',
    text: 'A distribution beyond earnings makes no deficit: dividends are what earnings cover. 26 USC 316(a).',
  },
]

function linesOf(covers: Covers): WrittenLine[] {
  const isTested = covers.chosen.has('distribution_test')
  // The rest of a year begins with nothing of its own.
  const columns = taxYearColumns(covers).map(({ id }) => id)
  const onlyToDate = columns.includes(FORECAST) ? { only: columns.filter((id) => id !== FORECAST) } : {}
  return [
    {
      id: 'taxable_income',
      label: 'Taxable income before dividends and losses carried',
      currency: true,
      notes: ['2'],
      ...(isTested && { formula: `= ${DISTRIBUTION_TEST}.taxable_income` }),
    },
    { id: 'exempt_income', label: 'Tax-exempt income' },
    { id: 'depreciation', label: 'Depreciation: difference to the alternative system' },
    { id: 'installment_sales', label: 'Installment sales, recognized in full' },
    { id: 'net_capital_loss', label: 'Net capital loss deducted above, added back', notes: ['2'] },
    { id: 'federal_tax', label: 'Federal tax, excise tax included' },
    { id: 'nondeductible', label: 'Expenses that are not deductible' },
    { id: 'other_adjustments', label: 'Other adjustments' },
    {
      id: 'current_ep',
      label: 'Current earnings and profits',
      formula: '= needs(taxable_income, sum(taxable_income..other_adjustments))',
      rule: 'single',
      currency: true,
    },
    { id: 'accumulated_ep', label: 'Accumulated at the beginning of the year', ...onlyToDate },
    { id: 'dividends', label: 'Less: dividends out of earnings', deduction: true, notes: ['3'] },
    {
      id: 'closing_accumulated_ep',
      label: 'Accumulated at the end of the year',
      formula: '= needs(current_ep, accumulated_ep + current_ep - dividends)',
      rule: 'double',
      currency: true,
    },
  ]
}

export const EARNINGS_AND_PROFITS_TEMPLATE: Template = {
  id: EARNINGS_AND_PROFITS,
  title: 'Earnings and profits',
  group: 'dividends',
  about: 'Current and accumulated earnings and profits of a tax year, with the adjustments from taxable income.',
  schedule(covers) {
    const columns = taxYearColumns(covers)
    return {
      id: EARNINGS_AND_PROFITS,
      short: 'Earnings and profits',
      title: 'Earnings and profits of the tax year',
      kind: 'reit_tests',
      unitLine: '(in thousands)',
      columns,
      groups: taxYearGroups(columns).map((group) => ({ ...group, notes: ['1'] })),
      lines: linesOf(covers).map(asLine),
      cells: covers.chosen.has(DIVIDEND_YEAR)
        ? [
            {
              schedule: EARNINGS_AND_PROFITS,
              line: 'dividends',
              column: columns[0]!.id,
              input: `= ${DIVIDEND_YEAR}.dividends_of_earnings@common`,
            },
          ]
        : [],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
