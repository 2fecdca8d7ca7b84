/**
 * Template: what is still to be declared for the tax year, beside one another for three ends: to keep the status, to pay no income tax, to pay no
 * excise tax; preferred stock first, the rest per common share. It estimates and does not advise.
 *
 * Amounts are positive. What is required rests on the year with its forecast, what is counted on the distributions to date.
 */
import type { Column, Note } from '../model/filing.ts'
import { DISTRIBUTION_TEST } from './distribution_test.ts'
import { EXCISE } from './excise.ts'
import { taxYearColumns, taxYearId, taxYearOf } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

const DECLARATION = 'declaration'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. Income is that of the tax year with its forecast; distributions are those to date.',
  },
  {
    mark: '2',
    text: 'To keep the status the required distribution is met. To pay no income tax, dividends and net operating losses cover taxable income. To pay no excise tax, line 4 of Form 8612 is met without income that is taxed at the REIT.',
  },
  {
    mark: '3',
    text: 'Dividends in arrears and those of the year are paid on preferred stock before any is paid on common. A distribution counts only as far as earnings and profits cover it.',
  },
  {
    mark: '4',
    text: 'State law can bar a distribution while net worth is negative. A consent dividend (section 565) counts without cash.',
  },
]

const COLUMNS: readonly Column[] = [
  { id: 'keep_status', label: 'To keep the status', kind: 'component' },
  { id: 'no_income_tax', label: 'To pay no income tax', kind: 'component' },
  { id: 'no_excise_tax', label: 'To pay no excise tax', kind: 'component' },
]

type Ends = Readonly<Record<'status' | 'tax' | 'excise', string>>

/** The formula of a line, by column: what reads another schedule stands in its cells. */
function cellsOf(
  line: string,
  { status, tax, excise }: Ends,
): { schedule: string; line: string; column: string; input: string }[] {
  const inputs = [status, tax, excise]
  return COLUMNS.map(({ id }, at) => ({ schedule: DECLARATION, line, column: id, input: inputs[at]! }))
}

const LINES: readonly WrittenLine[] = [
  { id: 'required', label: 'Distributions that it takes', notes: ['2'], currency: true },
  { id: 'counted', label: 'Less: distributions to date that count', deduction: true },
  {
    id: 'to_declare',
    label: 'Still to be declared',
    formula: '= needs(required, max(0, required - counted))',
    rule: 'single',
    currency: true,
  },
  { id: 'preferred_arrears', label: 'Preferred dividends in arrears', notes: ['3'] },
  { id: 'preferred_of_the_year', label: 'Preferred dividends of the rest of the year' },
  {
    id: 'on_preferred',
    label: 'On preferred stock',
    formula: '= min(to_declare, preferred_arrears + preferred_of_the_year)',
  },
  { id: 'on_common', label: 'On common stock', formula: '= to_declare - on_preferred', rule: 'single', currency: true },
  { id: 'common_shares', label: 'Common shares at the record date', format: 'shares' },
  {
    id: 'per_common_share',
    label: 'Per common share, at least',
    format: 'per_share',
    decimals: 4,
    formula: '= needs(common_shares, on_common / common_shares)',
    notes: ['4'],
    rule: 'double',
    currency: true,
  },
]

export const DECLARATION_TEMPLATE: Template = {
  id: 'declaration',
  title: 'What to declare by December 31',
  group: 'distributions',
  about:
    'What is still to be declared to keep the status, to pay no income tax, and to pay no excise tax; by class and per share.',
  schedule(covers) {
    return {
      id: DECLARATION,
      short: 'What to declare',
      title: 'What to declare by December 31',
      kind: 'reit_tests',
      unitLine: '(in thousands, except per share amounts)',
      columns: [...COLUMNS],
      groups: [{ label: 'Distributions of the Tax Year', columns: COLUMNS.map(({ id }) => id), notes: ['1'] }],
      lines: LINES.map(asLine),
      cells: linksOf(covers),
      notes: NOTES,
    }
  },
  headlines: () => [],
}

/** A figure of the distribution test. */
function test(line: string, column: string): string {
  return `${DISTRIBUTION_TEST}.${line}@${column}`
}

function linksOf(covers: Covers): { schedule: string; line: string; column: string; input: string }[] {
  const year = taxYearId(taxYearOf(covers.periodEnd))
  const toDate = taxYearColumns(covers)[0]!.id
  const isTested = covers.chosen.has('distribution_test')
  if (!isTested) return []
  const paid = `${test('preferred_paid', toDate)} + ${test('common_paid', toDate)} - ${test('prior_january', toDate)} + ${test('january_deemed', toDate)}`
  const isExcise = covers.chosen.has('excise')
  const required = {
    status: `= ${test('required', year)}`,
    tax: `= max(0, ${test('taxable_income', year)} - ${test('nol_deduction', year)})`,
    excise: isExcise ? `= max(0, ${EXCISE}.line_4_required@${year} - ${EXCISE}.line_7c_overdistribution@${year})` : '',
  }
  const counted = {
    status: `= ${test('counted', toDate)}`,
    tax: `= ${test('dividends_paid_deduction', toDate)}`,
    excise: isExcise ? `= ${paid}` : '',
  }
  return [...cellsOf('required', required), ...cellsOf('counted', counted)].filter(({ input }) => input !== '')
}
