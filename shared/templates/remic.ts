/**
 * Template: excess inclusion of REMIC residual interests in a tax year. Taxable income is never below it, no loss of the year or of another year stands
 * against it, and what of it exceeds taxable income after dividends passes to the stockholders. What is required to be distributed follows. It
 * estimates and does not advise.
 *
 * Income is positive and a loss negative; excess inclusion, losses carried, dividends and cash are positive amounts.
 */
import type { Note } from '../model/filing.ts'
import { DISTRIBUTION_TEST, NOL_YEARS } from './distribution_test.ts'
import { RECONCILIATION } from './reconciliation.ts'
import { REMIC, REMIC_QUARTERS } from './remic_links.ts'
import { FORECAST, taxYearColumns, taxYearGroups, taxYearOf } from './tax_year.ts'
import { asLine, yearSoFar, yearToDate, type Covers, type Template, type WrittenLine } from './template.ts'

const HOLDERS = ['REIT', 'corporation']
/** What was entered; short, since a column is as wide as its longest word. */
const ENTRIES = ['in order', 'negative amount', 'above REMIC income']

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. The floor is of the tax year as a whole; before it ends, the column to date shows what would hold if the year ended now.',
  },
  {
    mark: '2',
    text: 'Excess inclusion is income from a residual interest beyond its daily accruals, by calendar quarter. Taxable income before dividends is not below it, and it neither lowers a loss of the year nor absorbs one of another year. 26 USC 860E(a), (c).',
  },
  {
    mark: '3',
    text: 'Income without excess inclusion alone absorbs losses carried, as far as dividends leave income. In years after 2020 a limit can stand below the losses that are open. 26 USC 172(a)(2), (b)(2), 860E(a)(3).',
  },
  {
    mark: '4',
    text: 'What of the excess inclusion exceeds taxable income after dividends, without net capital gain, is allocated to the stockholders in proportion to their dividends. 26 USC 860E(d); Notice 2006-97.',
  },
  {
    mark: '5',
    text: 'Excess inclusion beyond the cash received, as far as it exceeds 5% of the base, lowers what is required. 26 USC 857(a)(1), (e).',
  },
]

/** An amount of a REIT's alone; a corporation has none. */
function ofReit(formula: string): string {
  return `= if(holder <> 2, ${formula})`
}

function linesOf(covers: Covers): WrittenLine[] {
  const rate = taxYearOf(covers.periodEnd) <= 2000 ? '95%' : '90%'
  const isTested = covers.chosen.has('distribution_test')
  const columns = taxYearColumns(covers).map(({ id }) => id)
  const whole = columns.filter((id) => id !== FORECAST)
  const onlyToDate = whole.length < columns.length ? { only: whole } : {}
  const fromTest = (line: string): Partial<WrittenLine> =>
    isTested ? { formula: `= ${DISTRIBUTION_TEST}.${line}` } : onlyToDate
  return [
    { id: 'income', label: 'Income before dividends', kind: 'heading', notes: ['2'] },
    {
      id: 'other_income',
      label: 'Income (loss) without excess inclusion',
      currency: true,
      ...otherIncome(covers),
    },
    { id: 'excess_inclusion', label: 'Excess inclusion', ...excessInclusion(covers) },
    {
      id: 'nol_available',
      label: 'Losses of other years at the beginning of the year',
      notes: ['3'],
      ...onlyToDate,
      ...available(covers),
    },
    {
      id: 'loss_limit',
      label: 'Limit of their deduction, if there is one',
      notes: ['3'],
      filingCopy: false,
      ...onlyToDate,
      ...limit(covers),
    },
    {
      id: 'income_without_floor',
      label: 'Income if there were no floor',
      formula: '= needs(other_income, other_income + excess_inclusion - nol_available)',
      filingCopy: false,
    },
    {
      id: 'taxable_income_before_dividends',
      label: 'Taxable income before dividends and losses carried',
      formula: '= needs(other_income, max(0, other_income) + excess_inclusion)',
      // The rest of the year by itself, for the schedules that add it to what stands to date.
      columns,
      rule: 'single',
      currency: true,
    },
    {
      id: 'floor_binds',
      label: 'The floor binds',
      format: 'choice',
      choices: ['yes', 'no'],
      formula: '= needs(other_income, if(income_without_floor < excess_inclusion, 1, 2))',
    },
    { id: 'the_losses', label: 'Losses', kind: 'heading', notes: ['3'] },
    { id: 'nol_of_the_year', label: 'Loss of the year', formula: '= needs(other_income, max(0, -other_income))' },
    {
      id: 'nol_deduction',
      label: 'Loss deduction, the most there is',
      formula: '= needs(other_income, min(max(0, nol_available), max(0, other_income), loss_limit))',
    },
    { id: 'dividends_paid_deduction', label: 'Dividends-paid deduction', ...fromTest('dividends_paid_deduction') },
    {
      id: 'nol_used',
      label: 'Losses used',
      formula:
        '= needs(dividends_paid_deduction, needs(taxable_income_before_dividends, min(nol_deduction, max(0, taxable_income_before_dividends - dividends_paid_deduction))))',
    },
    {
      id: 'nol_closing',
      label: 'Losses carried at the end of the year',
      formula: '= needs(nol_used, nol_available - nol_used + nol_of_the_year)',
      rule: 'single',
    },
    { id: 'what_is_taxed', label: 'What is taxed, and what passes', kind: 'heading', notes: ['4'] },
    {
      id: 'holder',
      label: 'Holder of the residual interests',
      format: 'choice',
      choices: HOLDERS,
      filingCopy: false,
      ...onlyToDate,
    },
    {
      id: 'taxable_income',
      label: 'Taxable income after dividends and losses',
      formula: '= needs(nol_used, max(0, taxable_income_before_dividends - dividends_paid_deduction) - nol_used)',
      currency: true,
    },
    { id: 'net_capital_gain', label: 'Net capital gain of the year', ...fromTest('net_capital_gain') },
    {
      id: 'allocated_to_shareholders',
      label: 'Excess inclusion that passes to stockholders',
      formula: ofReit('needs(taxable_income, max(0, excess_inclusion - max(0, taxable_income - net_capital_gain)))'),
      rule: 'double',
      currency: true,
    },
    { id: 'the_requirement', label: 'What is required', kind: 'heading', notes: ['5'] },
    {
      id: 'distribution_base',
      label: 'Base',
      formula: ofReit(
        'needs(taxable_income_before_dividends, max(0, taxable_income_before_dividends - nol_deduction - net_capital_gain))',
      ),
      currency: true,
    },
    { id: 'cash_received', label: 'Cash received on the residual interests' },
    {
      id: 'noncash_income',
      label: 'Excess inclusion beyond the cash',
      formula: ofReit('needs(cash_received, max(0, excess_inclusion - cash_received))'),
    },
    {
      id: 'noncash_threshold',
      label: 'Less: 5% of the base',
      formula: ofReit('needs(distribution_base, 5% * distribution_base)'),
      deduction: true,
    },
    {
      id: 'excess_noncash_income',
      label: 'Excess noncash income',
      formula: ofReit('needs(noncash_income, max(0, noncash_income - noncash_threshold))'),
    },
    {
      id: 'required',
      label: 'Required distribution',
      formula: ofReit(`needs(distribution_base, max(0, ${rate} * distribution_base - excess_noncash_income))`),
      rule: 'double',
      currency: true,
    },
    {
      id: 'entries',
      label: 'What was entered',
      format: 'choice',
      choices: ENTRIES,
      attention: [2, 3],
      filingCopy: false,
      formula: `= needs(excess_inclusion, if(min(excess_inclusion, nol_available, loss_limit, dividends_paid_deduction, cash_received) < 0, 2, ${aboveIncome(covers)}))`,
      ...(covers.chosen.has('reconciliation') && { only: [columns[0]!] }),
    },
  ]
}

/** The column of the year to date in the reconciliation. */
function toDate(covers: Covers): string {
  return (yearToDate(covers) ?? yearSoFar(covers).at(-1)!).id
}

/** What the reconciliation shows before preferred dividends, which stand there as a deduction, without the excess inclusion in it. */
function otherIncome(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has('reconciliation')) return {}
  const at = toDate(covers)
  return {
    formula: `= needs(${RECONCILIATION}.taxable_income@${at}, ${RECONCILIATION}.taxable_income@${at} - ${RECONCILIATION}.preferred_dividends@${at} - excess_inclusion)`,
    columns: [taxYearColumns(covers)[0]!.id],
  }
}

/** What the quarters add up to, where they are entered. */
function excessInclusion(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has(REMIC_QUARTERS)) return {}
  return { formula: `= ${REMIC_QUARTERS}.total@excess_inclusion`, columns: [taxYearColumns(covers)[0]!.id] }
}

/** Open losses of the schedule of the year. */
function available(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has(NOL_YEARS)) return {}
  return { formula: `= ${NOL_YEARS}.available_pre_2018 + ${NOL_YEARS}.available_post_2017` }
}

/** What may be deducted in a year after 2020: losses of years to 2017 in full and the limit of later ones; blank where there is none. */
function limit(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has(NOL_YEARS)) return {}
  const later = `${NOL_YEARS}.limit_80`
  return { formula: `= needs(${later}, ${NOL_YEARS}.available_pre_2018 + ${later})` }
}

/** More excess inclusion than the year's income from residual interests is asked about. */
function aboveIncome(covers: Covers): string {
  if (!covers.chosen.has('reconciliation')) return '1'
  const income = `${RECONCILIATION}.remic_taxable_income@${toDate(covers)}`
  return `if(excess_inclusion > max(0, ${income}), 3, 1)`
}

/** Lines that compute have no cells in the forecast, which is entered. */
function placed(line: WrittenLine, columns: readonly { id: string }[]): WrittenLine {
  const isEntered = line.formula === undefined || line.columns !== undefined || line.kind !== undefined
  if (isEntered || line.only || !columns.some(({ id }) => id === FORECAST)) return line
  return { ...line, only: columns.map(({ id }) => id).filter((id) => id !== FORECAST) }
}

export const REMIC_TEMPLATE: Template = {
  id: REMIC,
  title: 'Excess inclusion of REMIC residuals',
  group: 'pass_through',
  about:
    'The floor that excess inclusion sets under taxable income, the losses that it leaves, what passes to stockholders and what is required; the distribution test and the losses of the year follow it.',
  schedule(covers) {
    const columns = taxYearColumns(covers)
    return {
      id: REMIC,
      short: 'Excess inclusion',
      title: 'Excess inclusion of REMIC residual interests in the tax year',
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
