/**
 * Template: the excise tax on undistributed income, in the order of Form 8612 (26 USC 4981). Each year takes from the year before what that left
 * short or over. It estimates and does not advise.
 *
 * Amounts are of the calendar year. A result is negative where it is a loss; dividends, carried amounts and the tax are positive.
 */
import type { Note } from '../model/filing.ts'
import { DISTRIBUTION_TEST } from './distribution_test.ts'
import { taxYearColumn, taxYearOf } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

export const EXCISE = 'excise'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. Lines follow Form 8612. The tax rests on the calendar year as a whole.',
  },
  {
    mark: '2',
    text: 'Ordinary income is taxable income without the dividends-paid deduction and without capital gains and losses, after the net operating loss deduction. A net ordinary loss reduces capital gain net income. 26 USC 4981(e).',
  },
  {
    mark: '3',
    text: 'What the year before required in full (100% of both incomes and its own shortfall) less what was distributed for it comes due in full. 26 USC 4981(b)(1)(C).',
  },
  {
    mark: '4',
    text: 'Dividends paid in the calendar year. One paid in January counts for the year before under section 857(b)(9); one elected for the year before under section 858 counts when it is paid. 26 USC 4981(c).',
  },
]

function linesOf(covers: Covers, current: string, prior: string): WrittenLine[] {
  const isLinked = covers.chosen.has('distribution_test')
  const link = (formula: string): Partial<WrittenLine> =>
    isLinked ? { formula: formula.replaceAll('test.', `${DISTRIBUTION_TEST}.`) } : {}
  const carried = (line: string): Partial<WrittenLine> => ({ formula: `= ${line}@${prior}` })
  return [
    {
      id: 'ordinary_result',
      label: 'Ordinary result',
      notes: ['2'],
      currency: true,
      ...link('= test.base_before_floor'),
    },
    { id: 'ordinary_income', label: 'Ordinary income', formula: '= max(0, ordinary_result)' },
    { id: 'net_ordinary_loss', label: 'Net ordinary loss', formula: '= max(0, -ordinary_result)', deduction: true },
    {
      id: 'capital_gain_gross',
      label: 'Capital gains less capital losses',
      ...link('= test.net_capital_gain'),
    },
    {
      id: 'capital_gain_net_income',
      label: 'Capital gain net income',
      formula: '= max(0, capital_gain_gross - net_ordinary_loss)',
    },
    { id: 'required_distribution', label: 'Required distribution', kind: 'heading' },
    { id: 'line_1b', label: 'Line 1b: 85% of ordinary income', formula: '= 85% * ordinary_income' },
    { id: 'line_2b', label: 'Line 2b: 95% of capital gain net income', formula: '= 95% * capital_gain_net_income' },
    {
      id: 'line_3a',
      label: 'Line 3a: required of the year before, in full',
      notes: ['3'],
      ...carried('grossed_up_required'),
    },
    { id: 'line_3b', label: 'Line 3b: distributed for the year before', ...carried('line_8_distributed') },
    { id: 'line_3c', label: 'Line 3c: shortfall of the year before', formula: '= max(0, line_3a - line_3b)' },
    {
      id: 'line_4_required',
      label: 'Line 4: required distribution',
      formula: '= line_1b + line_2b + line_3c',
      rule: 'single',
      currency: true,
    },
    { id: 'distributed_amount', label: 'Distributed amount', kind: 'heading', notes: ['4'] },
    {
      id: 'line_5_dividends_paid',
      label: 'Line 5: dividends paid in the calendar year',
      ...link('= test.preferred_paid + test.common_paid - test.prior_january + test.january_deemed'),
    },
    {
      id: 'memo_january_deemed',
      label: 'Among them: paid in January, declared and of record by December',
      ...link('= test.january_deemed'),
    },
    {
      id: 'memo_spillover_paid_for_prior_year',
      label: 'Among them: elected for the year before under section 858',
      ...link('= test.prior_spillover'),
    },
    {
      id: 'memo_declared_and_paid',
      label: 'Among them: declared and paid in the year for the year',
      formula: '= line_5_dividends_paid - memo_january_deemed - memo_spillover_paid_for_prior_year',
    },
    {
      id: 'line_6_taxed_at_reit',
      label: 'Line 6: income taxed at the REIT',
      ...link('= test.undistributed_income'),
    },
    {
      id: 'line_7c_overdistribution',
      label: 'Line 7c: distributed beyond the requirement of the year before',
      ...carried('carry_overdistribution'),
    },
    {
      id: 'line_8_distributed',
      label: 'Line 8: distributed amount',
      formula: '= line_5_dividends_paid + line_6_taxed_at_reit + line_7c_overdistribution',
      rule: 'single',
      currency: true,
    },
    { id: 'the_tax', label: 'The tax', kind: 'heading' },
    {
      id: 'line_9_undistributed',
      label: 'Line 9: undistributed',
      formula: '= max(0, line_4_required - line_8_distributed)',
    },
    {
      id: 'line_10_excise_tax',
      label: 'Line 10: excise tax, 4%',
      formula: '= 4% * line_9_undistributed',
      rule: 'single',
      currency: true,
    },
    {
      id: 'excise_printed',
      label: 'As printed',
      formula: '= printed(line_10_excise_tax)',
      parent: 'line_10_excise_tax',
    },
    { id: 'carried_to_next_year', label: 'Carried to the next year', kind: 'heading', notes: ['3'] },
    {
      id: 'grossed_up_required',
      label: 'Required in full',
      formula: '= ordinary_income + capital_gain_net_income + line_3c',
    },
    {
      id: 'carry_shortfall',
      label: 'Shortfall carried',
      formula: '= max(0, grossed_up_required - line_8_distributed)',
    },
    {
      id: 'carry_overdistribution',
      label: 'Distributed beyond the requirement, carried',
      formula: '= max(0, line_8_distributed - grossed_up_required)',
      rule: 'double',
    },
  ]
}

/** What the year after takes from a year; nothing else of the year before is shown. */
const TAKEN = new Set(['line_8_distributed', 'grossed_up_required', 'carry_overdistribution'])

/** A line as it stands in the current year: of the year before only what is taken from it, as it was. */
function ofYear(line: WrittenLine, current: string): WrittenLine {
  if (line.kind !== undefined) return line
  if (!TAKEN.has(line.id)) return { ...line, only: [current] }
  return { ...line, columns: [current] }
}

export const EXCISE_TEMPLATE: Template = {
  id: 'excise',
  title: 'Excise tax on undistributed income',
  group: 'distributions',
  about:
    'The 4% tax of section 4981 in the order of Form 8612, with what the year before carries in; linked to the distribution test.',
  schedule(covers) {
    const year = taxYearOf(covers.periodEnd)
    const [current, prior] = [taxYearColumn(year), taxYearColumn(year - 1)]
    return {
      id: EXCISE,
      short: 'Excise tax',
      title: 'Excise tax on undistributed income',
      kind: 'reit_tests',
      unitLine: '(in thousands)',
      columns: [current, prior],
      groups: [{ label: 'Tax Year Ended', columns: [current.id, prior.id], notes: ['1'] }],
      lines: linesOf(covers, current.id, prior.id).map((line) => asLine(ofYear(line, current.id))),
      cells: [],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
