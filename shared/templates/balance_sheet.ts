/**
 * Template: a mortgage REIT's balance sheet at the period's end and at the last year end, trust assets and trust liabilities on lines of
 * their own with long-term debt beside. Liabilities stand positive, as a balance sheet prints them; the trust rollforward holds them
 * negative, so that what is linked to it turns its sign. A balance that no chosen schedule shows takes input: nothing is invented.
 */
import type { CellInput, Column, HeadlineMap } from '../model/filing.ts'
import { addMonths, dateInWords, readDate } from '../calendar/dates.ts'
import { idOfPeriod, yearEndBefore } from '../calendar/periods.ts'
import { idWords } from '../structure/ids.ts'
import { EQUITY, equityColumns } from './equity.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'
import { TRUSTS } from './trust_rollforward.ts'

export const BALANCE_SHEET = 'balance_sheet'

/** A line that a column of the trust rollforward carries: assets as they stand there, liabilities with the other sign. */
type OfTrusts = WrittenLine & { trusts: { column: string; sign: 1 | -1 } }

const TRUST_ASSETS: readonly OfTrusts[] = [
  {
    id: 'securitized_mortgage_collateral',
    label: 'Securitized mortgage collateral',
    trusts: { column: 'collateral', sign: 1 },
  },
  { id: 'trust_securities', label: 'Investment securities available-for-sale', trusts: { column: 'afs', sign: 1 } },
  { id: 'trust_derivative_assets', label: 'Derivative assets', trusts: { column: 'derivative_assets', sign: 1 } },
  { id: 'trust_real_estate_owned', label: 'Real estate owned', trusts: { column: 'reo', sign: 1 } },
]

const TRUST_LIABILITIES: readonly OfTrusts[] = [
  {
    id: 'securitized_mortgage_borrowings',
    label: 'Securitized mortgage borrowings',
    trusts: { column: 'borrowings', sign: -1 },
  },
  {
    id: 'trust_derivative_liabilities',
    label: 'Derivative liabilities',
    trusts: { column: 'derivative_liabilities', sign: -1 },
  },
]

const LONG_TERM_DEBT: OfTrusts = {
  id: 'long_term_debt',
  label: 'Long-term debt',
  trusts: { column: 'long_term_debt', sign: -1 },
}

const OF_TRUSTS: readonly OfTrusts[] = [...TRUST_ASSETS, ...TRUST_LIABILITIES, LONG_TERM_DEBT]

function written({ trusts: _linked, ...line }: OfTrusts): WrittenLine {
  return line
}

/** A class of the trusts, which folds under their total and prints above it. */
function ofClass(line: OfTrusts, parent: string): WrittenLine {
  return { ...written(line), parent, filingCopy: true }
}

/** The head over the classes, which stands with them. */
function headOfClasses(label: string, parent: string): WrittenLine {
  return { id: idWords(label), label, kind: 'heading', parent, filingCopy: true }
}

const LINES: readonly WrittenLine[] = [
  { id: 'assets', label: 'Assets', kind: 'heading' },
  { id: 'cash', label: 'Cash and cash equivalents', currency: true },
  headOfClasses('Trust assets', 'total_trust_assets'),
  ...TRUST_ASSETS.map((line) => ofClass(line, 'total_trust_assets')),
  {
    id: 'total_trust_assets',
    label: 'Total trust assets',
    formula: '= sum(securitized_mortgage_collateral..trust_real_estate_owned)',
  },
  { id: 'other_assets', label: 'Other assets' },
  {
    id: 'total_assets',
    label: 'Total assets',
    formula: '= cash + total_trust_assets + other_assets',
    rule: 'double',
    currency: true,
  },
  { id: 'liabilities_and_equity', label: "Liabilities and stockholders' equity", kind: 'heading' },
  headOfClasses('Trust liabilities', 'total_trust_liabilities'),
  ...TRUST_LIABILITIES.map((line) => ofClass(line, 'total_trust_liabilities')),
  {
    id: 'total_trust_liabilities',
    label: 'Total trust liabilities',
    formula: '= sum(securitized_mortgage_borrowings..trust_derivative_liabilities)',
  },
  written(LONG_TERM_DEBT),
  { id: 'other_liabilities', label: 'Other liabilities' },
  {
    id: 'total_liabilities',
    label: 'Total liabilities',
    formula: '= total_trust_liabilities + long_term_debt + other_liabilities',
    rule: 'single',
  },
  { id: 'stockholders_equity', label: "Total stockholders' equity (deficit)" },
  {
    id: 'total_liabilities_and_equity',
    label: "Total liabilities and stockholders' equity",
    // The total waits for equity: liabilities alone would read like it.
    formula: '= needs(stockholders_equity, total_liabilities + stockholders_equity)',
    rule: 'double',
    currency: true,
  },
  {
    id: 'out_of_balance',
    label: 'Total assets less total liabilities and equity',
    // Half a balance sheet is not one that is out of balance.
    formula: '= needs(total_assets, needs(total_liabilities_and_equity, total_assets - total_liabilities_and_equity))',
    filingCopy: false,
    proof: true,
  },
]

/** The day at which the period begins, as the balances of a rollforward open. */
function opened({ periodEnd, covers }: Covers): string {
  return addMonths(periodEnd, covers === 'quarter' ? -3 : -12)
}

function dayColumn(day: string): Column {
  return { id: idOfPeriod({ kind: 'day', date: day }), label: dateInWords(day), kind: 'instant', end: day }
}

/** The last year end before the period's, in a fiscal year that ends in the month in which a filing of a year does. */
function lastYearEnd({ periodEnd, covers }: Covers): string {
  return yearEndBefore(periodEnd, covers === 'year' ? readDate(periodEnd)!.month : 12)
}

/** The formula that gives stockholders' equity at a day from its rollforward; undefined where that shows no balance of the day. */
function equityAt(covers: Covers, day: string): string | undefined {
  const columns = equityColumns(covers)
  const closing = columns.find(({ end }) => end === day)
  if (closing) return `= ${EQUITY}.closing@${closing.id}`
  const [first] = columns
  const isOpening = first?.end !== undefined && addMonths(first.end, covers.covers === 'quarter' ? -3 : -12) === day
  return isOpening ? `= ${EQUITY}.opening@${first.id}` : undefined
}

/** The formula that gives each line at a day from the schedules chosen beside the sheet; none where they do not show that day. */
function linksAt(covers: Covers, day: string): Map<string, string> {
  const found = new Map<string, string>()
  const balance = day === covers.periodEnd ? 'closing' : day === opened(covers) ? 'opening' : undefined
  if (balance !== undefined && covers.chosen.has('trust_rollforward')) {
    for (const { id, trusts } of OF_TRUSTS) {
      found.set(id, `= ${trusts.sign === 1 ? '' : '-'}${TRUSTS}.${balance}@${trusts.column}`)
    }
  }
  const equity = covers.chosen.has('equity') ? equityAt(covers, day) : undefined
  if (equity !== undefined) found.set('stockholders_equity', equity)
  return found
}

/** What the rollforwards head where they are chosen, read here where they are not. */
function headlines({ chosen }: Covers): HeadlineMap {
  const debt = { id: 'long_term_debt' as const, label: 'Long-term debt', lines: [`${BALANCE_SHEET}.long_term_debt`] }
  const equity = {
    id: 'equity' as const,
    label: "Stockholders' equity at end of period",
    short: 'Equity',
    lines: [`${BALANCE_SHEET}.stockholders_equity`],
  }
  return [...(chosen.has('trust_rollforward') ? [] : [debt]), ...(chosen.has('equity') ? [] : [equity])]
}

export const BALANCE_SHEET_TEMPLATE: Template = {
  id: 'balance_sheet',
  title: 'Balance sheet',
  group: 'statements',
  about:
    "Trust assets and trust liabilities by class, long-term debt, other balances and stockholders' equity at the period's end and the last year end.",
  schedule(covers) {
    const [end, yearEnd] = [dayColumn(covers.periodEnd), dayColumn(lastYearEnd(covers))]
    // The period's end is linked by the lines, so that a figure typed over a link is held against it; the other date by its cells, since
    // that is the one whose figures stay when the sheet rolls on.
    const linked = linksAt(covers, end.end!)
    const lines = LINES.map((line): WrittenLine => {
      const formula = linked.get(line.id)
      return formula === undefined ? line : { ...line, formula, columns: [end.id] }
    })
    const cells = [...linksAt(covers, yearEnd.end!)].map(([line, formula]): CellInput => ({
      schedule: BALANCE_SHEET,
      line,
      column: yearEnd.id,
      input: formula.replace('= ', '='),
    }))
    return {
      id: BALANCE_SHEET,
      short: 'Balance sheet',
      title: 'Balance sheets',
      kind: 'custom',
      unitLine: '(in thousands)',
      columns: [end, yearEnd],
      lines: lines.map(asLine),
      cells,
    }
  },
  headlines,
}
