/**
 * Template: changes of tax accounting method, an item a line, with the section 481(a) adjustment and the part of each tax year. It estimates and does not advise.
 *
 * A positive amount raises taxable income and is in general taken up over four years from the year of the change; a negative one lowers it in that year.
 * 26 USC 481(a); Rev. Proc. 2015-13 section 7.03, before that Rev. Proc. 97-27 as modified by Rev. Proc. 2002-19.
 */
import { dayNumber } from '../calendar/day_number.ts'
import type { Column, Note, Schedule } from '../model/filing.ts'
import { TAX_YEAR, taxYearOf } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

export const METHOD_CHANGES = 'method_changes'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. The adjustment keeps a change of method from counting an amount twice or leaving it out. 26 USC 481(a). A positive amount is taken up over four years, a negative one in the year of the change, unless another period is chosen. Rev. Proc. 2015-13, section 7.03.',
  },
]

/** How long an adjustment is taken up, in the order in which the formula of the years numbers them; blank for the rule by sign. */
const SPREADS = ['one year', 'four years']

const FIRST = 'year_of_change'
/** Rows for changes; more are inserted among them. */
const ROWS = 6
/** Days in a year, so that days between two ends of tax years make whole years. */
const YEAR = '365.25'

const first = 'change_1'
const last = `change_${ROWS}`
const AMOUNTS = ['adjustment', 'taken_before', 'of_year', 'remaining']

function column(id: string, label: string, more: Partial<Column> = {}): Column {
  return { id, label, kind: 'component', ...more }
}

function columnsOf(): Column[] {
  const gone = `round((${TAX_YEAR}@${FIRST} - @${FIRST}) / ${YEAR}, 0)`
  const known = (formula: string): string => `= needs(@${FIRST}, needs(@adjustment, ${formula}))`
  return [
    column(FIRST, 'Year of the change ends', { format: 'date' }),
    column('adjustment', 'Section 481(a) adjustment'),
    column('spread', 'Taken up in', { format: 'choice', choices: SPREADS }),
    column('years', 'Years', {
      formula: known('if(@spread = 1, 1, if(@spread = 2, 4, if(@adjustment < 0, 1, 4)))'),
      filingCopy: false,
    }),
    column('taken_before', 'Taken before', {
      formula: known(`@adjustment * min(max(${gone}, 0), @years) / @years`),
    }),
    column('of_year', 'Of the year', {
      formula: known(`if(and(${gone} >= 0, ${gone} < @years), @adjustment / @years, 0)`),
    }),
    column('remaining', 'Remaining', { formula: known('@adjustment - @taken_before - @of_year') }),
  ]
}

function linesOf(covers: Covers): WrittenLine[] {
  return [
    {
      id: TAX_YEAR,
      label: 'Tax year ends',
      format: 'date',
      formula: `= ${dayNumber(`${taxYearOf(covers.periodEnd)}-12-31`)!}`,
      only: [FIRST],
    },
    ...Array.from({ length: ROWS }, (_, at): WrittenLine => ({ id: `change_${at + 1}`, label: `Change ${at + 1}` })),
    {
      id: 'total',
      label: 'Together',
      formula: `= sum(${first}..${last})`,
      only: AMOUNTS,
      rule: 'double',
      currency: true,
    },
  ]
}

/** True for such a schedule: what was entered of a change stays in every later filing. */
export function isOfMethodChanges({ kind, columns }: Schedule): boolean {
  return kind === 'reit_tests' && [FIRST, ...AMOUNTS].every((id) => columns.some((column) => column.id === id))
}

export const METHOD_CHANGES_TEMPLATE: Template = {
  id: METHOD_CHANGES,
  group: 'income_and_equity',
  title: 'Changes of tax accounting method',
  about:
    'Each change with its section 481(a) adjustment: what was taken up before, the part of the tax year, and what remains.',
  schedule(covers) {
    const columns = columnsOf()
    return {
      id: METHOD_CHANGES,
      short: 'Method changes',
      title: 'Changes of tax accounting method and their section 481(a) adjustments',
      kind: 'reit_tests',
      unitLine: '(in thousands)',
      columns,
      groups: [{ label: 'Taken into taxable income', columns: AMOUNTS.slice(1), notes: ['1'] }],
      lines: linesOf(covers).map(asLine),
      cells: [],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
