/**
 * Template: the register of dividends. Each payment with its class and days, the year it belongs to, what earnings cover of it, and its character,
 * in amounts and per share at the printed places. It estimates and does not advise.
 *
 * Payments, parts and shares are positive. What the year brings (earnings, designations, choices) is in the schedule of the year by class.
 */
import type { Column } from '../model/filing.ts'
import { TAX_YEAR, taxYearOf } from './tax_year.ts'
import {
  CLASS_WORDS,
  DIVIDENDS,
  DIVIDEND_YEAR,
  EARNINGS_NOTES,
  ESTIMATE,
  PAYMENT_ROWS,
  TIMING_WORDS,
  component,
  payments,
  perShare,
} from './dividend_schedules.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

/** A figure of the year by class. */
function ofYear(line: string): string {
  return `${DIVIDEND_YEAR}.${line}@common`
}

const ROW = `@class, @seq, ${payments('class')}, ${payments('seq')}`

/** Who is paid, when, and how much. */
function paidColumns(covers: Covers): Column[] {
  return [
    component('class', 'Class', { format: 'choice', choices: CLASS_WORDS }),
    component('seq', 'No.', { format: 'shares' }),
    component('declared', 'Declared', { format: 'date' }),
    component('record', 'Record', { format: 'date' }),
    component('paid', 'Paid', { format: 'date' }),
    component('timing', 'Counts', {
      format: 'choice',
      choices: TIMING_WORDS,
      formula: `= tax_dividend_timing(${covers.chosen.has(DIVIDEND_YEAR) ? ofYear(TAX_YEAR) : taxYearOf(covers.periodEnd)}, @declared, @record, @paid)`,
    }),
    perShare('per_share', 'Per share'),
    component('shares', 'Shares', { format: 'shares' }),
    component('amount', 'Amount', { formula: '= needs(@shares, needs(@per_share, @per_share * @shares))' }),
  ]
}

/** What earnings cover, and the character. Without the schedule of the year these are typed. */
function characterColumns(isLinked: boolean): Column[] {
  const linked = (formula: string): Partial<Column> => (isLinked ? { formula } : {})
  return [
    component(
      'in_tax_year',
      'In tax year',
      linked(
        `= tax_in_tax_year(${ROW}, ${payments('paid')}, ${payments('timing')}, ${payments('amount')}, ${ofYear('current_ep')}, ${ofYear('accumulated_ep')}, ${ofYear('deficit_method')}, ${ofYear('january_dividends')}, ${payments('deficit_before')})`,
      ),
    ),
    component('to_next_year', 'To next year', {
      formula: '= needs(@amount, if(or(@timing = 2, @timing = 5), @amount - @in_tax_year, 0))',
    }),
    component('deficit_before', 'Deficit before, as shown', { filingCopy: false }),
    component(
      'from_current',
      'From current earnings',
      linked(
        `= tax_from_current(${ROW}, ${payments('timing')}, ${payments('in_tax_year')}, ${ofYear('current_ep')}, ${ofYear('january_dividends')})`,
      ),
    ),
    component(
      'from_accumulated',
      'From accumulated',
      linked(
        `= tax_from_accumulated(${ROW}, ${payments('paid')}, ${payments('timing')}, ${payments('in_tax_year')}, ${payments('from_current')}, ${ofYear('current_ep')}, ${ofYear('accumulated_ep')}, ${ofYear('deficit_method')}, ${ofYear('january_dividends')}, ${payments('deficit_before')})`,
      ),
    ),
    component('dividend', 'Dividend', { formula: '= @from_current + @from_accumulated' }),
    component('ordinary', 'Ordinary', { formula: '= @dividend - @capital_gain' }),
    component(
      'qualified',
      'Qualified',
      linked(`= tax_spread(${ROW}, ${payments('ordinary')}, ${ofYear('qualified_designated')})`),
    ),
    component(
      'capital_gain',
      'Capital gain',
      linked(
        `= tax_capital_gain(${ROW}, ${payments('timing')}, ${payments('in_tax_year')}, ${payments('dividend')}, ${ofYear('capital_gain_designated')}, ${ofYear('capital_gain_method')})`,
      ),
    ),
    component(
      'unrecaptured_1250',
      'Unrecaptured 1250',
      linked(
        `= tax_unrecaptured_1250(${ROW}, ${payments('capital_gain')}, ${ofYear('unrecaptured_1250')}, ${ofYear('capital_gain_designated')})`,
      ),
    ),
    component('return_of_capital', 'Return of capital', {
      formula: '= needs(@in_tax_year, @in_tax_year - @dividend - @gain_beyond_basis)',
    }),
    component(
      'gain_beyond_basis',
      'Gain beyond basis',
      linked(
        `= tax_gain_beyond_basis(${ROW}, ${payments('paid')}, ${payments('in_tax_year')}, ${payments('dividend')}, ${payments('shares')}, ${DIVIDEND_YEAR}.basis_per_share@preferred..@common)`,
      ),
    ),
  ]
}

/** Parts in the order in which the rule numbers them, by the last part of their column's id. */
const PER_SHARE: readonly [string, string][] = [
  ['ps_ordinary', 'Ordinary'],
  ['ps_capital_gain', 'Capital gain'],
  ['ps_unrecaptured_1250', 'Unrecaptured 1250'],
  ['ps_qualified', 'Qualified'],
  ['ps_return_of_capital', 'Return of capital'],
  ['ps_gain_beyond_basis', 'Gain beyond basis'],
  ['ps_to_next_year', 'To next year'],
]

function perShareColumns(isLinked: boolean): Column[] {
  const standing = isLinked ? ofYear('standing') : '1'
  const parts = 'ordinary capital_gain unrecaptured_1250 qualified return_of_capital gain_beyond_basis'.split(' ')
  const of = parts.map((part) => `@${part}`).join(', ')
  return [
    component('places', 'Places', {
      decimals: 0,
      filingCopy: false,
      ...(isLinked && { formula: `= ${ofYear('places')}` }),
    }),
    ...PER_SHARE.map(([id, label], at) =>
      perShare(
        id,
        label,
        `= tax_per_share_part(${at + 1}, @places, ${standing}, @per_share, @amount, @in_tax_year, @to_next_year, ${of})`,
      ),
    ),
  ]
}

const SUMMED = new Set([
  'amount',
  'in_tax_year',
  'to_next_year',
  'from_current',
  'from_accumulated',
  'dividend',
  'ordinary',
  'qualified',
  'capital_gain',
  'unrecaptured_1250',
  'return_of_capital',
  'gain_beyond_basis',
])

export const DIVIDENDS_TEMPLATE: Template = {
  id: DIVIDENDS,
  title: 'Dividend register',
  group: 'dividends',
  about:
    'Each payment with its class and days, the year it belongs to, and its character in amounts and per share; linked to the year by class where that is chosen.',
  schedule(covers) {
    const isLinked = covers.chosen.has(DIVIDEND_YEAR)
    const [paid, character, perShares] = [paidColumns(covers), characterColumns(isLinked), perShareColumns(isLinked)]
    const lines: WrittenLine[] = [
      ...Array.from({ length: PAYMENT_ROWS }, (_, at): WrittenLine => ({
        id: `payment_${at + 1}`,
        label: `Payment ${at + 1}`,
      })),
      {
        id: 'total',
        label: 'Together',
        formula: `= sum(payment_1..payment_${PAYMENT_ROWS})`,
        only: [...SUMMED],
        rule: 'double',
        currency: true,
      },
    ]
    return {
      id: DIVIDENDS,
      short: 'Dividend register',
      title: 'Register of dividends and their character',
      kind: 'reit_tests',
      unitLine: '(in thousands, except per share amounts)',
      columns: [...paid, ...character, ...perShares],
      groups: [
        { label: 'Payment', columns: paid.map(({ id }) => id), notes: ['1', '3'] },
        { label: 'Character', columns: character.map(({ id }) => id), notes: ['2', '4', '5'] },
        { label: 'Per Share', columns: perShares.map(({ id }) => id), notes: ['6'] },
      ],
      lines: lines.map(asLine),
      cells: [],
      notes: [ESTIMATE, ...EARNINGS_NOTES],
    }
  },
  headlines: () => [],
}
