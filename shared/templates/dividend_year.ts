/**
 * Template: dividends of the tax year by class. What the year brings to the register (earnings, designations, choices), and what its payments
 * come to: totals, percentages, and the accumulated earnings that are left. It estimates and does not advise.
 *
 * Earnings are negative where they are a deficit; everything else is positive. What concerns all classes is entered in the common column.
 */
import { dayNumber } from '../calendar/day_number.ts'
import type { CellInput } from '../model/filing.ts'
import {
  CLASS_COLUMNS,
  DECLARED_NOTE,
  DIVIDENDS,
  DIVIDEND_YEAR,
  EARNINGS_NOTES,
  ESTIMATE,
  GAIN_WORDS,
  JANUARY_WORDS,
  METHOD_WORDS,
  STANDING_WORDS,
  byClass,
  payments,
} from './dividend_schedules.ts'
import { declaredCells, declaredLines } from './dividends_declared.ts'
import { EARNINGS_AND_PROFITS } from './earnings_and_profits.ts'
import { TAX_YEAR, taxYearId, taxYearOf } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

/** Lines that hold for all classes. */
const OF_THE_YEAR: readonly WrittenLine[] = [
  { id: 'current_ep', label: 'Current earnings and profits', currency: true, notes: ['2'] },
  { id: 'accumulated_ep', label: 'Accumulated earnings and profits at the beginning of the year' },
  {
    id: 'deficit_method',
    label: 'Deficit of the year charged by',
    format: 'choice',
    choices: METHOD_WORDS,
    filingCopy: false,
  },
  {
    id: 'january_dividends',
    label: 'January dividends count with',
    format: 'choice',
    choices: JANUARY_WORDS,
    filingCopy: false,
    notes: ['3'],
  },
  { id: 'capital_gain_designated', label: 'Capital gain designated', notes: ['4'] },
  { id: 'unrecaptured_1250', label: 'Unrecaptured section 1250 gain in it' },
  {
    id: 'capital_gain_method',
    label: 'Capital gain spread by',
    format: 'choice',
    choices: GAIN_WORDS,
    filingCopy: false,
  },
  { id: 'qualified_designated', label: 'Qualified dividends designated' },
  {
    id: 'standing',
    label: 'Qualified dividends and unrecaptured gain stand',
    format: 'choice',
    choices: STANDING_WORDS,
    filingCopy: false,
  },
  { id: 'places', label: 'Decimal places per share', filingCopy: false },
  { id: 'percent_places', label: 'Decimal places of percentages', filingCopy: false },
]

/** Totals of the register's columns, by line. */
const TOTALS: readonly [id: string, label: string, column: string][] = [
  ['distributions', 'Distributions', 'amount'],
  ['in_tax_year', 'In the tax year', 'in_tax_year'],
  ['ordinary', 'Ordinary', 'ordinary'],
  ['capital_gain', 'Capital gain', 'capital_gain'],
  ['unrecaptured_1250_total', 'Unrecaptured section 1250 gain in it', 'unrecaptured_1250'],
  ['return_of_capital', 'Return of capital', 'return_of_capital'],
  ['gain_beyond_basis', 'Gain beyond basis', 'gain_beyond_basis'],
  ['to_next_year', 'To the next year', 'to_next_year'],
  ['qualified', 'Qualified dividends in ordinary', 'qualified'],
]

const PERCENTAGES: readonly [id: string, label: string][] = [
  ['pct_ordinary', 'Ordinary, percent'],
  ['pct_capital_gain', 'Capital gain, percent'],
  ['pct_return_of_capital', 'Return of capital, percent'],
  ['pct_gain', 'Gain beyond basis, percent'],
]

/** Dividends of payments that count in one way. */
function covered(timing: number): string {
  return `tax_total_of(${timing}, ${payments('timing', DIVIDENDS)}, ${payments('dividend', DIVIDENDS)})`
}

function linesOf(covers: Covers): WrittenLine[] {
  const { chosen, periodEnd } = covers
  const isLinked = chosen.has(DIVIDENDS)
  const year = taxYearOf(periodEnd)
  const earned = (id: string): Partial<WrittenLine> =>
    chosen.has(EARNINGS_AND_PROFITS) && OF_EARNINGS.has(id)
      ? { formula: `= ${EARNINGS_AND_PROFITS}.${id}@${taxYearId(year)}` }
      : {}
  return [
    { id: TAX_YEAR, label: 'Tax year ends', format: 'date', formula: `= ${dayNumber(`${year}-12-31`)!}` },
    ...OF_THE_YEAR.map((line) => ({ ...line, ...earned(line.id) })),
    { id: 'basis_per_share', label: 'Basis of a holder, per share', format: 'per_share', decimals: 4, notes: ['5'] },
    ...TOTALS.map(([id, label], at): WrittenLine => ({
      id,
      label,
      ...(at === 0 && { currency: true, rule: 'single' as const }),
    })),
    ...PERCENTAGES.map(([id, label], at): WrittenLine => ({
      id,
      label,
      format: 'percent',
      decimals: 2,
      formula: `= tax_percent_part(${at + 1}, percent_places, ordinary, capital_gain, return_of_capital, gain_beyond_basis, if(standing = 2, qualified, 0), if(standing = 2, unrecaptured_1250_total, 0))`,
    })),
    {
      id: 'dividends_of_earnings',
      label: 'Dividends of all classes out of these earnings',
      ...(isLinked && {
        formula: `= needs(current_ep, sum(${payments('dividend', DIVIDENDS)}) - sum(${covered(3)}, ${covered(8)}))`,
      }),
    },
    {
      id: 'closing_accumulated_ep',
      label: 'Accumulated earnings and profits at the end of the year',
      currency: true,
      rule: 'double',
      formula: '= needs(current_ep, accumulated_ep + current_ep - dividends_of_earnings)',
    },
    ...declaredLines(covers),
  ]
}

function at(line: string, column: string, input: string): CellInput {
  return { schedule: DIVIDEND_YEAR, line, column, input }
}

/** The register's columns by class. */
function totals(): CellInput[] {
  return TOTALS.flatMap(([id, , column]) =>
    byClass(
      DIVIDEND_YEAR,
      id,
      (place) => `= tax_total_of(${place}, ${payments('class', DIVIDENDS)}, ${payments(column, DIVIDENDS)})`,
    ),
  )
}

/** The lines that earnings and profits serve where that schedule is chosen. */
const OF_EARNINGS = new Set(['current_ep', 'accumulated_ep'])

function cellsOf(covers: Covers): CellInput[] {
  const { chosen } = covers
  const entered = OF_THE_YEAR.filter(({ id }) => !(chosen.has(EARNINGS_AND_PROFITS) && OF_EARNINGS.has(id)))
  return [
    ...entered.map(({ id }) => at(id, 'preferred', '= @common')),
    ...(chosen.has(DIVIDENDS) ? totals() : []),
    ...declaredCells(covers),
  ]
}

export const DIVIDEND_YEAR_TEMPLATE: Template = {
  id: DIVIDEND_YEAR,
  title: 'Dividends of the year by class',
  group: 'dividends',
  about:
    'Earnings, designations and choices of the year, and what its payments come to by class; linked to the register and to earnings and profits where they are chosen.',
  schedule(covers) {
    return {
      id: DIVIDEND_YEAR,
      short: 'Dividends by class',
      title: 'Dividends of the tax year by class',
      kind: 'reit_tests',
      unitLine: '(in thousands, except per share amounts)',
      columns: [...CLASS_COLUMNS],
      groups: [{ label: 'Class of Stock', columns: CLASS_COLUMNS.map(({ id }) => id), notes: ['1'] }],
      lines: linesOf(covers).map(asLine),
      cells: cellsOf(covers),
      notes: [ESTIMATE, ...EARNINGS_NOTES.filter(({ mark }) => mark !== '6'), DECLARED_NOTE],
    }
  },
  headlines: () => [],
}
