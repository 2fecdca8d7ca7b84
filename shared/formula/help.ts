/**
 * The page of help on formulas as data: a small filing, and for each function, reference, operator and error an example
 * that runs in it. What an example comes to is never written here: whoever shows the page computes it.
 */
import type { CellInput, CellRef, Filing, Line } from '../model/filing.ts'
import type { FunctionName } from './ast.ts'
import { TAX_EXAMPLES } from './tax_examples.ts'

function line(id: string, label: string, more: Partial<Line> = {}): Line {
  return { id, label, kind: 'input', ...more }
}

function cells(schedule: string, column: string, inputs: Record<string, string>): CellInput[] {
  return Object.entries(inputs).map(([id, input]) => ({ schedule, line: id, column, input }))
}

/** The filing in which the examples run. */
export const HELP_FILING: Filing = {
  id: 'help',
  title: 'Example',
  schedules: [
    {
      id: 'results',
      title: 'Results',
      columns: [
        { id: 'q3', label: 'Third quarter', kind: 'duration' },
        { id: 'q2', label: 'Second quarter', kind: 'duration' },
      ],
      lines: [
        line('interest', 'Interest', { decimals: 2 }),
        line('fees', 'Fees'),
        line('losses', 'Losses', { decimals: 2 }),
        line('recoveries', 'Recoveries'),
        line('net_result', 'Net result', { kind: 'formula', formula: '= interest + fees - losses + recoveries' }),
        line('remark', 'Remark', { kind: 'text' }),
        line('example', 'The cell of the example'),
      ],
      cells: [
        ...cells('results', 'q3', { interest: '1300.40', fees: '300', losses: '420.25', remark: 'Unaudited' }),
        ...cells('results', 'q2', { interest: '1200', fees: '250', losses: '380' }),
      ],
    },
    {
      id: 'tax',
      title: 'Tax',
      columns: [{ id: 'q3', label: 'Third quarter', kind: 'duration' }],
      lines: [line('adjustment', 'Adjustment')],
      cells: cells('tax', 'q3', { adjustment: '75' }),
    },
  ],
}

/** One input of a scenario laid over it, so that as_filed has something to look beneath. */
export const HELP_SCENARIO: readonly CellInput[] = [
  { schedule: 'results', line: 'interest', column: 'q3', input: '1350.40' },
]

/** The cell in which each example stands. */
export const HELP_CELL: CellRef = { schedule: 'results', line: 'example', column: 'q3' }

export type HelpExample = { formula: string; says: string }

/** An example for each function. */
export const FUNCTION_EXAMPLES: Record<FunctionName, HelpExample> = {
  sum: { formula: '= sum(interest..fees, tax.adjustment)', says: 'Lines from interest to fees, and a line of Tax.' },
  average: { formula: '= average(interest..recoveries)', says: 'Recoveries are blank and do not count.' },
  count: { formula: '= count(interest..recoveries)', says: 'Four lines, three of which hold an amount.' },
  min: { formula: '= min(interest..recoveries)', says: 'The smallest of the three.' },
  max: { formula: '= max(fees, losses)', says: 'The larger of the two.' },
  abs: { formula: '= abs(fees - losses)', says: 'Fees less losses, without the sign.' },
  round: { formula: '= round(interest / 3, 2)', says: 'Two places; without them, none.' },
  if: { formula: '= if(losses > fees, losses - fees, 0)', says: 'The excess of losses over fees, where there is one.' },
  and: { formula: '= and(interest > fees, losses > 0)', says: 'Both hold.' },
  or: { formula: '= or(fees > interest, losses < 0)', says: 'Neither holds.' },
  not: { formula: '= not(fees > interest)', says: 'Fees do not exceed interest.' },
  iferror: { formula: '= iferror(interest / recoveries, 0)', says: 'Nothing to divide by, so the second is taken.' },
  is_blank: { formula: '= if(is_blank(recoveries), fees, recoveries)', says: 'Fees, until recoveries are known.' },
  needs: { formula: '= needs(recoveries, net_result)', says: 'Blank until recoveries are known.' },
  printed: { formula: '= printed(interest@q2) + printed(losses)', says: 'Each as its cell shows it, then added.' },
  as_filed: { formula: '= interest - as_filed(interest)', says: 'The change of interest in the scenario.' },
  ...TAX_EXAMPLES,
  percent_change: {
    formula: '= percent_change(net_result, net_result@q2)',
    says: 'From the second quarter to the third.',
  },
}

/** How cells are named. */
export const REFERENCE_EXAMPLES: readonly HelpExample[] = [
  { formula: '= interest', says: 'A line of this schedule, in the column of the cell.' },
  { formula: '= interest@q2', says: 'The line in another column.' },
  {
    formula: '= net_result@q3 - net_result@q2',
    says: 'Two columns of one line. Where the line is the cell’s own, @q3 - @q2.',
  },
  { formula: '= tax.adjustment', says: 'A line of another schedule, in its column of the same id.' },
  { formula: '= tax.adjustment@q3', says: 'The same with the column named, as it must be where the ids differ.' },
  {
    formula: '= sum(interest..losses)',
    says: 'Lines from first to last that have the same parent; details count through their total.',
  },
  {
    formula: '= sum(interest, interest@previous)',
    says: 'The column before of the same kind; blank here, since the third quarter stands first. @previous alone is the cell’s own line.',
  },
  {
    formula: '= sum(interest@q3..@q2)',
    says: 'Columns from first to last, of one line; @q3..@q2 alone of the cell’s own.',
  },
]

/** What is written between amounts, in the order in which it binds: what stands first binds first. */
export const OPERATOR_EXAMPLES: readonly HelpExample[] = [
  { formula: '= 2 ^ 3', says: 'Power. It binds before the sign: -2^2 is -4.' },
  { formula: '= interest * 2.5%', says: 'Times; a percentage is written with its sign.' },
  { formula: '= (interest + fees) / 2', says: 'Divided by; parentheses are computed first.' },
  { formula: '= interest - losses', says: 'Plus and minus.' },
  { formula: '= fees >= 300', says: 'Comparisons (= <> < <= > >=): 1 where it holds, otherwise 0.' },
]

/** How exact amounts are: the rules of rounding and of residues, each with an example. */
export const ARITHMETIC_EXAMPLES: readonly HelpExample[] = [
  { formula: '= interest / 3', says: 'Products, quotients and powers are kept to 20 decimal places.' },
  {
    formula: '= interest / 3 * 3 - interest',
    says: 'A sum or difference smaller than 10^-15 is nil, because it is the residue of kept quotients. Comparisons do the same.',
  },
  {
    formula: '= interest / 3 * 3 = interest',
    says: 'Three thirds are therefore the whole. A typed amount, a product, a quotient or a power may be smaller.',
  },
  {
    formula: '= round(fees / 76084, 2)',
    says: 'Nil is shown as a dash. An amount that rounds to nil is shown as 0, (0), 0.00 or (0.00).',
  },
]

/** What goes wrong, with an example that shows it. */
export const ERROR_EXAMPLES: readonly string[] = [
  '= no_such_line',
  '= fees / 0',
  '= fees + remark',
  '= fees +',
  '= 10 ^ 30',
  '= example + 1',
]

/** Where formulas differ from those of Excel. */
export const EXCEL_DIFFERENCES: readonly string[] = [
  'Formulas name lines and columns, not addresses. A line keeps its references when lines are inserted, moved or renamed.',
  '-2^2 is -4, as in mathematics; Excel has 4. 2^3^2 is 2^(3^2).',
  'A formula whose references are all blank is blank, not 0. Where one holds an amount, blanks count as nothing.',
  'Amounts are decimal: 0.1 + 0.2 is 0.3. Only round and printed round, half up and away from zero.',
  'A range takes the lines of one parent; headings and text are passed over.',
  'Comparisons give 1 or 0 and are not chained. A formula holds no text.',
  'A formula that depends on its own result is an error that names the cells involved. Formulas are not iterated.',
]
