/**
 * Template: the calendar of the tax year. The days that decide something (dividends of the last quarter, elections, notices, forms), from the days of
 * the filing and of its register; what is done, what is at risk, what is missed. It estimates and does not advise.
 *
 * Days are day numbers. Last days are computed and can be typed over; what is done is entered, or read from the register.
 */
import { dayNumber } from '../calendar/day_number.ts'
import type { CellInput, Column, Note } from '../model/filing.ts'
import { DIVIDENDS, payments } from './dividend_schedules.ts'
import { NEXT_YEAR_END, PERIOD_END, TAX_YEAR, taxYearOf } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

const CALENDAR = 'calendar'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'Last days are estimates of the law, not tax advice. What is not done is at risk once no more than the days above are left. A form due on a Saturday, a Sunday or a legal holiday is due on the next business day. 26 USC 7503.',
  },
  {
    mark: '2',
    text: 'A dividend declared and of record in October to December and paid in January counts for the year. A record date in January moves it to the next. 26 USC 857(b)(9).',
  },
  {
    mark: '3',
    text: 'A dividend declared before the return is due, extensions included, and paid within twelve months after the year, not later than the first regular dividend that follows, counts for the year as far as the return elects it. 26 USC 858.',
  },
  {
    mark: '4',
    text: 'Capital gain dividends are designated within 30 days after the year, undistributed gains within 60, or with the annual report. 26 USC 857(b)(3). Form 8937 is due 45 days after a distribution that returns capital, by January 15 at the latest, from 2011. 26 USC 6045B.',
  },
  {
    mark: '5',
    text: 'Consents and their claim come with the return, extensions included. 26 USC 565; Rev. Rul. 78-296. A deficiency dividend is paid within 90 days after the determination, its claim filed within 120. 26 USC 860(f), (g).',
  },
]

/** How an act stands, in the order in which the formula numbers them. */
const STANDING = ['open', 'at risk', 'in time', 'missed', 'lapsed']
const [OPEN, AT_RISK, IN_TIME, MISSED, LAPSED] = [1, 2, 3, 4, 5]

const COLUMNS: readonly Column[] = [
  { id: 'from', label: 'From', kind: 'component', format: 'date' },
  { id: 'due', label: 'Last day', kind: 'component', format: 'date' },
  { id: 'done', label: 'Done', kind: 'component', format: 'date' },
  {
    id: 'standing',
    label: 'Standing',
    kind: 'component',
    format: 'choice',
    choices: STANDING,
    attention: [AT_RISK, MISSED],
    formula: `= needs(@due, if(is_blank(@done), if(@days_left < 0, ${LAPSED}, if(@days_left <= warning_days@days_left, ${AT_RISK}, ${OPEN})), if(or(@done > @due, and(not(is_blank(@from)), @done < @from)), ${MISSED}, ${IN_TIME})))`,
  },
  {
    id: 'days_left',
    label: 'Days left',
    kind: 'component',
    format: 'shares',
    formula: `= needs(@due, if(is_blank(@done), @due - ${PERIOD_END}@due))`,
  },
]

const ACTS = COLUMNS.map(({ id }) => id)

/** What the calendar rests on: a cell of one column. */
function setting(line: WrittenLine, column = 'due'): WrittenLine {
  return { ...line, only: [column], filingCopy: false }
}

function act(id: string, label: string, more: Partial<WrittenLine> = {}): WrittenLine {
  return { id, label, only: ACTS, ...more }
}

function linesOf({ periodEnd }: Covers): WrittenLine[] {
  const year = taxYearOf(periodEnd)
  return [
    {
      id: TAX_YEAR,
      label: 'Tax year ends',
      only: ['due'],
      notes: ['1'],
      formula: `= ${dayNumber(`${year}-12-31`)!}`,
    },
    setting({ id: NEXT_YEAR_END, label: 'The next year ends', formula: `= ${dayNumber(`${year + 1}-12-31`)!}` }),
    setting({ id: PERIOD_END, label: 'Days are counted from', formula: `= ${dayNumber(periodEnd)!}` }),
    setting({ id: 'warning_days', label: 'At risk from', format: 'shares', formula: '= 30' }, 'days_left'),
    { id: 'extended_to', label: 'Return extended to', only: ['due'] },
    { id: 'last_quarter', label: 'January dividend', kind: 'heading', notes: ['2'] },
    act('declared', 'Declared'),
    act('of_record', 'Record date'),
    act('paid_in_january', 'Paid'),
    { id: 'spillover', label: 'Spill-over dividend', kind: 'heading', notes: ['3'] },
    act('spillover_declared', 'Declared'),
    { id: 'first_regular', label: 'First regular dividend after it', only: ['due'] },
    act('spillover_paid', 'Paid'),
    act('spillover_elected', 'Elected in the return'),
    { id: 'notices', label: 'Notices to holders', kind: 'heading', notes: ['4'] },
    act('gain_notice', 'Capital gain dividends'),
    act('undistributed_gain_notice', 'Undistributed gains, Form 2439'),
    act('form_1099_div', 'Form 1099-DIV'),
    act('form_8937', 'Form 8937, return of capital'),
    { id: 'consent_and_deficiency', label: 'Consent and deficiency dividends', kind: 'heading', notes: ['5'] },
    act('consent', 'Consents, Forms 972 and 973'),
    { id: 'determination', label: 'Determination of a deficiency', only: ['due'] },
    act('deficiency_paid', 'Deficiency dividend paid'),
    act('form_976', 'Claim, Form 976'),
    { id: 'returns', label: 'Returns', kind: 'heading' },
    act('form_8612', 'Excise tax, Form 8612'),
    act('form_1120_reit', 'Income tax, Form 1120-REIT'),
  ]
}

const YEAR_END = `${TAX_YEAR}@due`
const RETURN = `= if(is_blank(extended_to@due), tax_return_due(1, ${YEAR_END}), extended_to@due)`

/** The first and the last day of each act, by line. */
const DAYS: Record<string, { from?: string; due: string }> = {
  declared: { from: `= ${YEAR_END} - 91`, due: `= ${YEAR_END}` },
  of_record: { from: `= ${YEAR_END} - 91`, due: `= ${YEAR_END}` },
  paid_in_january: { from: `= ${YEAR_END} + 1`, due: `= ${YEAR_END} + 31` },
  spillover_declared: { from: `= ${YEAR_END} + 1`, due: RETURN },
  spillover_paid: {
    from: `= ${YEAR_END} + 1`,
    due: `= if(is_blank(first_regular@due), ${NEXT_YEAR_END}@due, min(first_regular@due, ${NEXT_YEAR_END}@due))`,
  },
  spillover_elected: { due: RETURN },
  gain_notice: { due: `= ${YEAR_END} + 30` },
  undistributed_gain_notice: { due: `= ${YEAR_END} + 60` },
  form_1099_div: { due: `= tax_business_day(${YEAR_END} + 31)` },
  form_8937: {
    due: `= needs(@from, if(${YEAR_END} >= ${dayNumber('2011-12-31')!}, tax_business_day(min(@from + 45, ${YEAR_END} + 15))))`,
  },
  consent: { due: RETURN },
  deficiency_paid: {
    from: '= needs(determination@due, determination@due)',
    due: '= needs(determination@due, determination@due + 90)',
  },
  form_976: {
    from: '= needs(determination@due, determination@due)',
    due: '= needs(determination@due, tax_business_day(determination@due + 120))',
  },
  form_8612: { from: `= ${YEAR_END} + 1`, due: `= tax_return_due(2, ${YEAR_END})` },
  form_1120_reit: { from: `= ${YEAR_END} + 1`, due: RETURN },
}

function cell(line: string, column: string, input: string): CellInput {
  return { schedule: CALENDAR, line, column, input }
}

const of = (column: string): string => payments(column, DIVIDENDS)

/** What the register has of the dividend that it leaves to January, and of what returned capital. */
function registerCells({ chosen }: Covers): CellInput[] {
  if (!chosen.has(DIVIDENDS)) return []
  const over = (asked: string): string =>
    `= tax_over_year_end(${YEAR_END}, ${of(asked)}, ${of('declared')}, ${of('paid')}, ${of('amount')})`
  return [
    cell('declared', 'done', over('declared')),
    cell('of_record', 'done', over('record')),
    cell('paid_in_january', 'done', over('paid')),
    cell('form_8937', 'from', `= tax_last_day(${of('paid')}, ${of('return_of_capital')})`),
  ]
}

export const CALENDAR_TEMPLATE: Template = {
  id: CALENDAR,
  group: 'dividends',
  title: 'Calendar of the tax year',
  about:
    'The days that decide something: dividends of the last quarter, elections, notices and forms, with what is at risk; linked to the register where it is chosen.',
  schedule(covers) {
    const days = Object.entries(DAYS).flatMap(([line, { from, due }]) => [
      ...(from === undefined ? [] : [cell(line, 'from', from)]),
      cell(line, 'due', due),
    ])
    return {
      id: CALENDAR,
      short: 'Tax calendar',
      title: 'Calendar of the tax year',
      kind: 'reit_tests',
      columns: [...COLUMNS],
      lines: linesOf(covers).map(asLine),
      cells: [...days, ...registerCells(covers)],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
