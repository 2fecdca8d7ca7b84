/**
 * Template: the distribution test of a tax year. What section 857(a)(1) requires, what was distributed and counts, the result with its shortfall
 * or cushion, what is left for common stock to carry, and what stays taxable at the REIT. It estimates and does not advise.
 *
 * Income is positive and losses negative; deductions, dividends, losses carried and taxes are positive amounts. Taxable income is that before
 * the dividends-paid deduction and includes net capital gain; income from foreclosure property stands apart.
 */
import type { Note } from '../model/filing.ts'
import { EQUITY } from './equity.ts'
import { RECONCILIATION } from './reconciliation.ts'
import { incomeWithFloor, lossBesideExcessInclusion, noncash } from './remic_links.ts'
import { FORECAST, taxYearColumns, taxYearGroups, taxYearOf } from './tax_year.ts'
import { isOfRegister, paymentCells } from './test_payments.ts'
import { asLine, yearToDate, yearSoFar, type Covers, type Template, type WrittenLine } from './template.ts'

export const DISTRIBUTION_TEST = 'distribution_test'
/** The schedule of net operating losses of the year, which reads this one. */
export const NOL_YEARS = 'nol_years'

/** How the test ends, in the order in which its formula numbers them. */
const RESULTS = ['met', 'not met']

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. The test is of the tax year as a whole; before it ends, the column to date shows what would hold if the year ended now.',
  },
  {
    mark: '2',
    text: 'Required: 90% of taxable income before the dividends-paid deduction and without net capital gain (95% for years to 2000), 90% of net income from foreclosure property after its tax, less excess noncash income. Net operating losses deducted lower it. 26 USC 857(a)(1), (b)(2).',
  },
  {
    mark: '3',
    text: 'Income from REMIC residual interests and original issue discount beyond the cash received, as far as it exceeds 5% of the base. 26 USC 857(e).',
  },
  {
    mark: '4',
    text: 'Dividends count for the year in which they are paid. One declared and of record in October to December and paid in January counts for the year before (857(b)(9)), one elected under section 858 for the year elected; consent (565) and deficiency dividends (860) are added, preferential dividends (562(c)) are not counted.',
  },
  {
    mark: '5',
    text: 'Only what earnings and profits cover is a dividend; the rest of a distribution is a return of capital and deducts nothing. 26 USC 316, 562(a).',
  },
  {
    mark: '6',
    text: 'Net operating losses absorb what dividends leave undistributed. The rest is taxed at the corporate rate. 26 USC 857(b)(2), 172(d)(6), 11.',
  },
]

/** The share of income to be distributed: 95% for years to 2000, 90% after. Blank until there is income to speak of. */
function rate(year: number): string {
  return `= needs(taxable_income, ${year <= 2000 ? '95%' : '90%'})`
}

/** Section 11: 35% to 2017, exact above 18.3 million of income; 21% after. */
function corporateRate(year: number): string {
  return `= needs(taxable_income, ${year <= 2017 ? '35%' : '21%'})`
}

function linesOf(covers: Covers): WrittenLine[] {
  const year = taxYearOf(covers.periodEnd)
  return [
    { id: 'what_is_required', label: 'What is required', kind: 'heading', notes: ['2'] },
    {
      id: 'taxable_income',
      label: 'Taxable income before the dividends-paid deduction',
      currency: true,
      ...taxableIncome(covers),
    },
    { id: 'net_capital_gain', label: 'Less: net capital gain', deduction: true },
    { id: 'nol_deduction', label: 'Less: net operating loss deduction', deduction: true, ...losses(covers) },
    {
      id: 'base_before_floor',
      label: 'Base before the floor',
      formula: '= taxable_income - net_capital_gain - nol_deduction',
      rule: 'single',
    },
    { id: 'base', label: 'Base', formula: '= max(0, base_before_floor)' },
    { id: 'rate', label: 'Part to be distributed', format: 'rate', decimals: 0, formula: rate(year) },
    { id: 'foreclosure_income', label: 'Net income from foreclosure property' },
    { id: 'foreclosure_tax', label: 'Less: tax on it', deduction: true },
    {
      id: 'noncash_income',
      label: 'Noncash income',
      notes: ['3'],
      formula: '= max(0, remic_income - remic_cash) + max(0, discount_income - discount_cash)',
    },
    {
      id: 'remic_income',
      label: 'REMIC residual interests, income',
      parent: 'noncash_income',
      ...noncash(covers, 'income'),
    },
    {
      id: 'remic_cash',
      label: 'Less: cash received on them',
      parent: 'noncash_income',
      deduction: true,
      ...noncash(covers, 'cash'),
    },
    { id: 'discount_income', label: 'Original issue discount, income', parent: 'noncash_income' },
    { id: 'discount_cash', label: 'Less: cash received on it', parent: 'noncash_income', deduction: true },
    { id: 'noncash_threshold', label: 'Less: 5% of the base', formula: '= 5% * base', deduction: true },
    {
      id: 'excess_noncash_income',
      label: 'Excess noncash income',
      formula: '= max(0, noncash_income - noncash_threshold)',
    },
    {
      id: 'required',
      label: 'Required distribution',
      formula:
        '= needs(base, max(0, rate * base + rate * max(0, foreclosure_income - foreclosure_tax) - excess_noncash_income))',
      rule: 'single',
      currency: true,
    },
    { id: 'required_printed', label: 'As printed', formula: '= printed(required)', parent: 'required' },
    {
      id: 'required_before_losses',
      label: 'Before net operating losses',
      formula:
        '= needs(base, max(0, rate * max(0, taxable_income - net_capital_gain) + rate * max(0, foreclosure_income - foreclosure_tax) - max(0, noncash_income - 5% * max(0, taxable_income - net_capital_gain))))',
      parent: 'required',
    },
    { id: 'what_was_distributed', label: 'What was distributed', kind: 'heading', notes: ['4'] },
    {
      id: 'preferred_paid',
      label: 'Preferred dividends paid in the year',
      ...dividends(covers, 'preferred_dividends'),
    },
    { id: 'common_paid', label: 'Common dividends paid in the year', ...dividends(covers, 'common_dividends') },
    { id: 'prior_january', label: 'Less: paid in January for the year before', deduction: true },
    { id: 'prior_spillover', label: 'Less: elected for the year before (section 858)', deduction: true },
    { id: 'january_deemed', label: 'Declared and of record by December, paid in January' },
    { id: 'spillover_elected', label: 'Paid next year and elected for this one (section 858)' },
    { id: 'consent', label: 'Consent dividends' },
    { id: 'deficiency', label: 'Deficiency dividends' },
    { id: 'preferential', label: 'Less: preferential dividends', deduction: true },
    {
      id: 'distributions_of_the_year',
      label: 'Distributions of the year',
      formula:
        '= preferred_paid + common_paid - prior_january - prior_spillover + january_deemed + spillover_elected + consent + deficiency - preferential',
      rule: 'single',
    },
    { id: 'earnings_and_profits', label: 'Earnings and profits available', notes: ['5'], ...earnings(covers) },
    {
      id: 'beyond_earnings_and_profits',
      label: 'Less: beyond earnings and profits',
      // How much of a distribution is a dividend is not known before earnings and profits are.
      formula: '= needs(earnings_and_profits, max(0, distributions_of_the_year - max(0, earnings_and_profits)))',
      deduction: true,
    },
    {
      id: 'dividends_paid_deduction',
      label: 'Dividends-paid deduction',
      formula: '= needs(beyond_earnings_and_profits, distributions_of_the_year - beyond_earnings_and_profits)',
      rule: 'single',
    },
    { id: 'capital_gain_dividends', label: 'Less: capital gain dividends', deduction: true },
    {
      id: 'counted',
      label: 'Counted against what is required',
      formula: '= needs(dividends_paid_deduction, dividends_paid_deduction - capital_gain_dividends)',
      rule: 'single',
      currency: true,
    },
    { id: 'the_result', label: 'The result', kind: 'heading' },
    {
      id: 'result',
      label: 'Distribution test',
      format: 'choice',
      choices: RESULTS,
      formula: '= needs(required, needs(counted, if(counted >= required, 1, 2)))',
    },
    { id: 'shortfall', label: 'Shortfall', formula: '= needs(required, needs(counted, max(0, required - counted)))' },
    { id: 'cushion', label: 'Cushion', formula: '= needs(required, needs(counted, max(0, counted - required)))' },
    {
      id: 'percent_of_base',
      label: 'Counted, in percent of the base',
      format: 'percent',
      decimals: 2,
      formula: '= needs(counted, if(base > 0, round(100 * counted / base, 2)))',
    },
    {
      id: 'taxable_income_to_common',
      label: 'Taxable income available to common stockholders',
      formula: '= taxable_income - preferred_paid',
    },
    {
      id: 'required_from_common',
      label: 'Left for common dividends to carry',
      formula: '= needs(required, max(0, required - preferred_paid))',
    },
    { id: 'what_stays', label: 'What stays taxable', kind: 'heading', notes: ['6'] },
    {
      id: 'deduction_against_taxable_income',
      label: 'Dividends-paid deduction against taxable income',
      // Income from foreclosure property is taxed apart: the deduction falls on both by their amounts.
      formula:
        '= needs(dividends_paid_deduction, if(foreclosure_income - foreclosure_tax > 0, dividends_paid_deduction * max(0, taxable_income) / (max(0, taxable_income) + foreclosure_income - foreclosure_tax), dividends_paid_deduction))',
    },
    {
      id: 'undistributed_before_nol',
      label: 'Undistributed before net operating losses',
      formula: '= needs(deduction_against_taxable_income, max(0, taxable_income - deduction_against_taxable_income))',
    },
    {
      id: 'nol_used',
      label: 'Less: net operating losses used',
      formula: '= needs(undistributed_before_nol, min(undistributed_before_nol, max(0, nol_deduction)))',
      deduction: true,
    },
    {
      id: 'undistributed_income',
      label: 'Undistributed income',
      formula: '= needs(undistributed_before_nol, undistributed_before_nol - nol_used)',
      rule: 'single',
    },
    { id: 'corporate_rate', label: 'Corporate rate', format: 'rate', decimals: 0, formula: corporateRate(year) },
    {
      id: 'corporate_tax',
      label: 'Corporate tax',
      formula: '= needs(undistributed_income, corporate_rate * undistributed_income)',
      rule: 'double',
      currency: true,
    },
  ]
}

/** The column into which the filing's own figures are linked: what stands to date, else the year that is whole. */
function linked(covers: Covers): string {
  return taxYearColumns(covers)[0]!.id
}

/** The reconciliation's measure is after preferred dividends, which stand there as a deduction (negative): they are added back. */
function taxableIncome(covers: Covers): Partial<WrittenLine> {
  const withFloor = incomeWithFloor(covers)
  if (withFloor) return withFloor
  if (!covers.chosen.has('reconciliation')) return {}
  const quarters = yearSoFar(covers)
  const { id } = yearToDate(covers) ?? quarters.at(-1)!
  return {
    formula: `= ${RECONCILIATION}.taxable_income@${id} - ${RECONCILIATION}.preferred_dividends@${id}`,
    columns: [linked(covers)],
  }
}

/** The most that the year may deduct of its losses, where a schedule of them tells; blank until there is income to speak of. */
function losses(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has(NOL_YEARS)) return lossBesideExcessInclusion(covers) ?? {}
  return { formula: `= needs(taxable_income, ${NOL_YEARS}.maximum_deduction)` }
}

/** Dividends of the equity rollforward, as declared; the register of dividends says when they are paid. */
function dividends(covers: Covers, line: string): Partial<WrittenLine> {
  if (!covers.chosen.has('equity') || isOfRegister(covers)) return {}
  const columns = yearSoFar(covers)
  const [first, last] = [columns[0]!.id, columns.at(-1)!.id]
  // A range of one quarter too: it grows with the year.
  return { formula: `= sum(${EQUITY}.${line}@${first}..@${last})`, columns: [linked(covers)] }
}

const EARNED =
  '= needs(earnings_and_profits.current_ep, max(0, earnings_and_profits.accumulated_ep) + earnings_and_profits.current_ep)'

/** Current and accumulated earnings, where their schedule is chosen; a deficit of the year stands against what is accumulated. */
function earnings(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has('earnings_and_profits')) return {}
  const columns = taxYearColumns(covers).flatMap(({ id, formula }) => (formula === undefined ? [id] : []))
  return { formula: EARNED, columns }
}

/** Lines that compute have no cells in the forecast, which is entered. */
function placed(line: WrittenLine, columns: readonly { id: string }[]): WrittenLine {
  const isEntered = line.formula === undefined || line.columns !== undefined || line.kind !== undefined
  if (isEntered || !columns.some(({ id }) => id === FORECAST)) return line
  return { ...line, only: columns.map(({ id }) => id).filter((id) => id !== FORECAST) }
}

export const DISTRIBUTION_TEST_TEMPLATE: Template = {
  id: 'distribution_test',
  title: 'Distribution test',
  group: 'distributions',
  about:
    'What section 857(a)(1) requires for the tax year, what was distributed and counts, and what is left for common; linked to the reconciliation and to equity where they are chosen.',
  schedule(covers) {
    const columns = taxYearColumns(covers)
    return {
      id: DISTRIBUTION_TEST,
      short: 'Distribution test',
      title: 'Distribution test of the tax year',
      kind: 'reit_tests',
      unitLine: '(in thousands)',
      columns,
      groups: taxYearGroups(columns).map((group) => ({ ...group, notes: ['1'] })),
      lines: linesOf(covers).map((line) => asLine(placed(line, columns))),
      cells: paymentCells(covers),
      notes: NOTES,
    }
  },
  headlines: () => [],
  distributionTest: (covers) => `${DISTRIBUTION_TEST}.required_before_losses@${linked(covers)}`,
}
