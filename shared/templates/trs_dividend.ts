/**
 * Template: what the distributions of a taxable REIT subsidiary are in a tax year: dividend as far as its earnings go, the year's first and then those
 * of earlier years, then capital down to the basis, then gain. Nothing is a dividend before the earnings are entered, and the schedule says so. It
 * estimates and does not advise.
 *
 * Earnings are after the subsidiary's own tax, a loss of a year and a deficit of earlier ones negative; distributions, basis and tax are positive.
 */
import type { Note } from '../model/filing.ts'
import { DISTRIBUTION_TEST } from './distribution_test.ts'
import { RECONCILIATION } from './reconciliation.ts'
import { FORECAST, taxYearColumns, taxYearGroups, taxYearOf } from './tax_year.ts'
import { SUBSIDIARY_SCHEDULE } from './subsidiary_distribution.ts'
import { asLine, yearSoFar, yearToDate, type Covers, type Template, type WrittenLine } from './template.ts'

/** How earnings of earlier years stand beside those of the year, the default first. */
const READINGS = ['statute', 'cumulative']

/** What is known of the earnings that a distribution comes from; short, since a column is as wide as its longest word. */
const STANDINGS = [
  'entered',
  'not entered',
  'prior not entered',
  'basis not entered',
  'negative amount',
  'gain not in test',
]

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. The character of a distribution rests on the year as a whole; before it ends, the column to date shows what would hold if the year ended now.',
  },
  {
    mark: '2',
    text: 'Earnings and profits of the subsidiary after its own tax; they can differ from its earnings under GAAP. Until they are entered, what the reconciliation shows as a dividend is an assumption.',
  },
  {
    mark: '3',
    text: 'A distribution is a dividend out of earnings of the year first, even beside a deficit of earlier years; a loss of the year stands against what was left of these. Read cumulatively, a deficit of earlier years stands against earnings of the year too. 26 USC 316(a).',
  },
  {
    mark: '4',
    text: 'What exceeds earnings lowers the basis of the stock and is gain once that is used up. Capital that was contributed counts as at the distribution. 26 USC 301(c).',
  },
]

function linesOf(covers: Covers): WrittenLine[] {
  const rate = taxYearOf(covers.periodEnd) <= 2000 ? '95%' : '90%'
  const columns = taxYearColumns(covers).map(({ id }) => id)
  const isForecast = columns.includes(FORECAST)
  // The rest of a year begins with nothing of its own.
  const onlyToDate = isForecast ? { only: columns.filter((id) => id !== FORECAST) } : {}
  const isTested = covers.chosen.has('distribution_test')
  return [
    { id: 'the_earnings', label: 'Earnings and profits of the subsidiary', kind: 'heading', notes: ['2'] },
    {
      id: 'undistributed_opening',
      label: 'Undistributed at the beginning of the year',
      currency: true,
      ...onlyToDate,
    },
    { id: 'current_year_before_tax', label: 'Earnings (loss) of the year before tax' },
    { id: 'current_year_tax', label: 'Less: tax of the subsidiary', deduction: true },
    {
      id: 'current_year',
      label: 'Earnings (loss) of the year',
      formula: '= needs(current_year_before_tax, current_year_before_tax - current_year_tax)',
      rule: 'single',
    },
    {
      id: 'reading',
      label: 'Earlier years, read by',
      format: 'choice',
      choices: READINGS,
      notes: ['3'],
      filingCopy: false,
      ...onlyToDate,
    },
    {
      id: 'available_current',
      label: 'Available: earnings of the year',
      formula:
        '= if(reading = 2, needs(undistributed_opening, needs(current_year, max(0, min(current_year, undistributed_opening + current_year)))), needs(current_year, max(0, current_year)))',
    },
    {
      id: 'available_prior',
      label: 'Available: earnings of earlier years',
      formula:
        '= needs(undistributed_opening, needs(current_year, max(0, undistributed_opening + min(0, current_year))))',
    },
    { id: 'the_distribution', label: 'What the distributions are', kind: 'heading', notes: ['3'] },
    { id: 'distribution', label: 'Distributions of the year', currency: true, ...distribution(covers) },
    {
      id: 'from_current',
      label: 'Out of earnings of the year',
      formula: '= needs(distribution, needs(available_current, min(distribution, available_current)))',
    },
    {
      id: 'from_prior',
      label: 'Out of earnings of earlier years',
      // What earlier years left does not matter while the year covers all.
      formula:
        '= needs(from_current, if(from_current = distribution, 0, needs(available_prior, min(distribution - from_current, available_prior))))',
    },
    {
      id: 'dividend',
      label: 'Dividend',
      formula: '= needs(from_prior, from_current + from_prior)',
      rule: 'single',
    },
    {
      id: 'return_of_capital',
      label: 'Return of capital',
      notes: ['4'],
      formula:
        '= needs(dividend, if(distribution = dividend, 0, needs(basis_opening, min(distribution - dividend, max(0, basis_opening + contributions)))))',
    },
    {
      id: 'capital_gain',
      label: 'Capital gain',
      formula: '= needs(return_of_capital, distribution - dividend - return_of_capital)',
    },
    {
      id: 'standing',
      label: 'Earnings behind the distributions',
      format: 'choice',
      choices: STANDINGS,
      attention: [2, 3, 4, 5, 6],
      filingCopy: false,
      formula: `= needs(distribution, if(min(distribution, contributions, basis_opening) < 0, 5, if(distribution = 0, 1, if(is_blank(current_year), 2, if(is_blank(dividend), 3, if(is_blank(return_of_capital), 4, ${isTested ? `if(capital_gain > max(0, ${DISTRIBUTION_TEST}.net_capital_gain), 6, 1)` : '1'}))))))`,
    },
    { id: 'carried', label: 'Carried to the next year', kind: 'heading', notes: ['4'] },
    {
      id: 'undistributed_closing',
      label: 'Undistributed at the end of the year',
      formula: '= needs(undistributed_opening, needs(current_year, undistributed_opening + current_year - dividend))',
      currency: true,
    },
    { id: 'basis_opening', label: 'Basis of the stock at the beginning of the year', ...onlyToDate },
    { id: 'contributions', label: 'Capital contributed in the year' },
    {
      id: 'basis_closing',
      label: 'Basis of the stock at the end of the year',
      formula:
        '= needs(basis_opening, if(distribution > 0, needs(return_of_capital, basis_opening + contributions - return_of_capital), basis_opening + contributions))',
      rule: 'double',
      currency: true,
    },
    { id: 'at_the_reit', label: 'At the REIT', kind: 'heading' },
    { id: 'line_trs_dividend', label: 'Dividend from taxable REIT subsidiaries', formula: '= dividend' },
    {
      id: 'change_in_taxable_income',
      label: 'Adds to taxable income',
      formula: '= needs(capital_gain, dividend + capital_gain)',
      rule: 'single',
      currency: true,
    },
    { id: 'change_in_net_capital_gain', label: 'Of which: net capital gain', formula: '= capital_gain' },
    {
      id: 'change_in_minimum_distribution',
      label: 'Adds to what must be distributed',
      formula: `= needs(dividend, ${rate} * dividend)`,
      rule: 'double',
      currency: true,
    },
  ]
}

/** What the reconciliation shows of the year to date is what was distributed; how far it is a dividend is told here. */
function distribution(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has('reconciliation')) return {}
  const { id } = yearToDate(covers) ?? yearSoFar(covers).at(-1)!
  return { formula: `= ${RECONCILIATION}.trs_dividend@${id}`, columns: [taxYearColumns(covers)[0]!.id] }
}

/** Lines that compute have no cells in the forecast, which is entered. */
function placed(line: WrittenLine, columns: readonly { id: string }[]): WrittenLine {
  const isEntered = line.formula === undefined || line.columns !== undefined || line.kind !== undefined
  if (isEntered || !columns.some(({ id }) => id === FORECAST)) return line
  return { ...line, only: columns.map(({ id }) => id).filter((id) => id !== FORECAST) }
}

export const TRS_DIVIDEND_TEMPLATE: Template = {
  id: SUBSIDIARY_SCHEDULE,
  title: 'Distributions of the taxable REIT subsidiary',
  group: 'pass_through',
  about:
    'How far what a taxable REIT subsidiary distributes is a dividend, a return of capital or gain, and the earnings and basis that it leaves; linked to the reconciliation where it is chosen.',
  schedule(covers) {
    const columns = taxYearColumns(covers)
    return {
      id: SUBSIDIARY_SCHEDULE,
      short: 'Subsidiary distributions',
      title: 'Distributions of the taxable REIT subsidiary in the tax year',
      kind: 'reit_tests',
      unitLine: '(in thousands)',
      columns,
      groups: taxYearGroups(columns).map((group) => ({ ...group, notes: ['1'] })),
      lines: linesOf(covers).map((line) => asLine(placed(line, columns))),
      cells: [],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
