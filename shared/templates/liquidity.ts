/**
 * Template: liquidity as a controller keeps it: the reverse repurchase lines down to their latest balance, total assets and the portfolio, and how far
 * cash covers operating costs. The figures come in the units in which they are published: a line says its unit where that is not the filing's. Beside
 * what is computed of rounded figures stands between what it may lie. Balances, receipts and payments are positive; a movement down is negative.
 */
import { addMonths, dateInWords, quarterOf, readDate } from '../calendar/dates.ts'
import { idOfPeriod } from '../calendar/periods.ts'
import type { Column, Note } from '../model/filing.ts'
import { CASH, LIQUIDITY, LOWER, MOVEMENT, UPPER, WITHIN, boundsOf, signs, type Dates } from './liquidity_bounds.ts'
import { INCOME } from './income_comparison.ts'
import { asLine, periodColumn, type Covers, type Template, type WrittenLine } from './template.ts'

const LATEST: Column = { id: 'latest', label: 'Latest date known', kind: 'component' }

function balanceAt(end: string): Column {
  return { id: idOfPeriod({ kind: 'day', date: end }), label: dateInWords(end), kind: 'instant', end }
}

/** A year before is no day of its own: at a year's end it is that of the year end before, and both columns stand. */
function datesOf({ periodEnd, covers }: Covers, latest: Column): Dates {
  const yearEnd = balanceAt(`${readDate(periodEnd)!.year - 1}-12-31`)
  const label = dateInWords(addMonths(periodEnd, -12))
  const yearBefore = covers === 'year' ? yearEnd : ({ id: 'year_before', label, kind: 'component' } as const)
  return { end: balanceAt(periodEnd), yearEnd, yearBefore, latest }
}

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'A figure that is published rounded is known to within half a unit of its last digit, entered under Known to within. From and to say between what the figures that follow from it may lie.',
  },
  {
    mark: '2',
    text: 'The movement is the difference of the balances. Its parts are compared with it once all of them are entered.',
  },
  {
    mark: '3',
    text: 'Cash received from residual interests and fees over operating costs, and how many months of what it lacks the cash at the end would pay. Blank while a term is blank.',
  },
  {
    mark: '4',
    text: 'Costs of the income statement are accrued and no cash. They are shown so that they are not taken for it.',
  },
]

/** A line in millions or billions, as balances of lenders and totals are published. */
function of(
  unit: string,
  id: string,
  label: string,
  only: readonly string[],
  more: Partial<WrittenLine> = {},
): WrittenLine {
  return { id, label: `${label} (${unit})`, decimals: 1, only: [...only], ...more }
}

function million(id: string, label: string, only: readonly string[], more?: Partial<WrittenLine>): WrittenLine {
  return of('millions', id, label, only, more)
}

function billion(id: string, label: string, only: readonly string[], more?: Partial<WrittenLine>): WrittenLine {
  return of('billions', id, label, only, more)
}

/** The formula, blank until every term is known. */
function needed(terms: readonly string[], formula: string): string {
  return terms.reduceRight((inner, term) => `needs(${term}, ${inner})`, formula)
}

function beside(id: string, label: string): Column {
  return { id, label, kind: 'component', format: 'amount', decimals: 2, filingCopy: false }
}

function repurchaseLines({ end, latest }: Dates): WrittenLine[] {
  const bounded = [WITHIN, LOWER, UPPER]
  const [from, to] = [`opening@${end.id}`, `closing@${latest.id}`]
  const parts = ['fundings', 'repaid_loan_sales', 'repaid_refinancing', 'repaid_margin_calls']
  const [fundings, ...repaid] = parts
  const explained = `${fundings} - ${repaid.join(' - ')}`
  return [
    { id: 'repurchase_lines', label: 'Reverse repurchase lines', kind: 'heading' },
    million('opening', 'Balance at the beginning', [end.id, ...bounded], { currency: true }),
    million('fundings', 'New fundings', [MOVEMENT]),
    million('repaid_loan_sales', 'Less: repaid from loan sales', [MOVEMENT], { deduction: true }),
    million('repaid_refinancing', 'Less: repaid from refinancing of loans', [MOVEMENT], { deduction: true }),
    million('repaid_margin_calls', 'Less: repaid by margin calls in cash', [MOVEMENT], { deduction: true }),
    million('net_movement', 'Net movement', [MOVEMENT, LOWER, UPPER], {
      notes: ['2'],
      formula: `= needs(${from}, needs(${to}, ${to} - ${from}))`,
      columns: [MOVEMENT],
      rule: 'single',
    }),
    million('not_explained', 'Movement that its parts do not explain, beyond rounding', [MOVEMENT], {
      formula: `= needs(net_movement, ${needed(parts, `if(and(not(is_blank(net_movement@${LOWER})), ${explained} >= net_movement@${LOWER}, ${explained} <= net_movement@${UPPER}), 0, net_movement - (${explained}))`)})`,
      proof: true,
      filingCopy: false,
    }),
    million('closing', 'Balance at the latest date', [latest.id, ...bounded], { rule: 'double', currency: true }),
    {
      id: 'reduction_percent',
      label: 'Reduction, in percent',
      format: 'percent',
      decimals: 1,
      only: [MOVEMENT, LOWER, UPPER],
      formula: `= needs(net_movement, if(${from} > 0, round(100 * (${from} - ${to}) / ${from}, 1)))`,
      columns: [MOVEMENT],
    },
    million('line_one', 'Of which: line one', [latest.id]),
    million('line_two', 'Of which: line two', [latest.id]),
    million('lines_agree', 'Lines one and two less the total, beyond rounding', [latest.id], {
      formula: `= needs(line_one, needs(line_two, needs(closing, if(abs(line_one + line_two - closing) <= closing@${WITHIN}, 0, line_one + line_two - closing))))`,
      proof: true,
      filingCopy: false,
    }),
    million('collateral', 'Market value of loans pledged', [latest.id]),
    { id: 'advance_rate', label: 'Advance rate', format: 'rate', decimals: 1, only: [latest.id] },
    million('margin_excess', 'Margin excess (deficit)', [latest.id], {
      formula: '= needs(collateral, needs(advance_rate, needs(closing, collateral * advance_rate - closing)))',
    }),
  ]
}

function totalAssets({ end, yearEnd, yearBefore }: Dates): WrittenLine[] {
  const change = (from: Column): Partial<WrittenLine> => ({
    formula: `= needs(total_assets@${end.id}, needs(total_assets@${from.id}, total_assets@${end.id} - total_assets@${from.id}))`,
    columns: [MOVEMENT],
  })
  const share = (formula: string): Partial<WrittenLine> => ({
    format: 'percent',
    decimals: 1,
    only: [end.id, LOWER, UPPER],
    formula: `= if(total_assets > 0, ${formula})`,
    columns: [end.id],
  })
  return [
    { id: 'assets', label: 'Total assets', kind: 'heading' },
    billion('total_assets', 'Total assets', [...new Set([yearBefore.id, yearEnd.id, end.id]), WITHIN], {
      currency: true,
    }),
    billion('change_ytd', 'Change from the last year end', [MOVEMENT, LOWER, UPPER], change(yearEnd)),
    ...(yearBefore.id === yearEnd.id
      ? []
      : [billion('change_year', 'Change from a year before', [MOVEMENT, LOWER, UPPER], change(yearBefore))]),
    billion('portfolio', 'Long-term investment portfolio', [end.id, WITHIN]),
    billion('other_assets', 'Assets outside the portfolio', [end.id, LOWER, UPPER], {
      formula: '= needs(total_assets, needs(portfolio, total_assets - portfolio))',
      columns: [end.id],
    }),
    {
      id: 'portfolio_share',
      label: 'Portfolio, in percent of total assets',
      ...share('needs(portfolio, round(100 * portfolio / total_assets, 1))'),
    },
    {
      id: 'lines_share',
      label: 'Reverse repurchase lines, in percent of total assets',
      // Millions over billions.
      ...share('needs(opening, round(100 * opening / (1000 * total_assets), 1))'),
    },
  ]
}

function cashCoverage(covers: Covers, { end }: Dates): WrittenLine[] {
  const only = [end.id]
  const isQuarter = covers.covers === 'quarter'
  const accrual = `accrual_costs_${isQuarter ? `q${quarterOf(covers.periodEnd)}` : 'year'}`
  const paid = (id: string, label: string): WrittenLine => ({ id, label: `Less: ${label}`, only, deduction: true })
  return [
    { id: 'cash_coverage', label: 'Cash coverage of operating costs', kind: 'heading', notes: ['3'] },
    { id: 'cash_opening', label: 'Unrestricted cash at the beginning', only, currency: true },
    { id: 'residual_cash', label: 'Cash received from residual interests in the trusts', only },
    { id: 'master_servicing_fees', label: 'Master servicing fees received', only },
    paid('operating_costs', 'operating costs paid'),
    paid('debt_service', 'interest on trust preferred securities and other debt'),
    paid('preferred_dividends', 'preferred dividends paid'),
    paid('margin_calls', 'margin calls and repayments of lines'),
    {
      id: 'cash_closing',
      label: 'Unrestricted cash at the end',
      only,
      formula: `= ${needed(
        CASH,
        'cash_opening + residual_cash + master_servicing_fees - operating_costs - debt_service - preferred_dividends - margin_calls',
      )}`,
      rule: 'double',
      currency: true,
    },
    {
      id: accrual,
      label: 'Memo: non-interest expense of continuing operations, accrued',
      only,
      notes: ['4'],
      ...(covers.chosen.has('income_comparison') && {
        formula: `= ${INCOME}.non_interest_expense@${periodColumn(covers.periodEnd, covers.covers).id}`,
      }),
    },
    {
      id: 'accrued_beyond_paid',
      label: 'Accrued beyond operating costs paid',
      only,
      formula: `= ${needed([accrual, 'operating_costs'], `${accrual} - operating_costs`)}`,
      filingCopy: false,
    },
    {
      id: 'coverage',
      label: 'Coverage of operating costs, in times',
      decimals: 2,
      only,
      formula: `= ${needed(
        ['residual_cash', 'master_servicing_fees'],
        'if(operating_costs > 0, (residual_cash + master_servicing_fees) / operating_costs)',
      )}`,
    },
    {
      id: 'months',
      label: 'Months of cash, by what operating costs lack',
      decimals: 1,
      only,
      formula: `= needs(coverage, if(coverage < 1, needs(cash_closing, max(0, ${isQuarter ? 3 : 12} * cash_closing / (operating_costs - residual_cash - master_servicing_fees)))))`,
    },
  ]
}

/** The cell of cash at the end of the period. */
export function cashCell({ periodEnd }: Covers): string {
  return `${LIQUIDITY}.cash_closing@${balanceAt(periodEnd).id}`
}

/** The schedule, with the date at which balances are known last. */
export function liquidity(covers: Covers, latest: Column = LATEST): ReturnType<Template['schedule']> {
  const dates = datesOf(covers, latest)
  const { end, yearEnd, yearBefore } = dates
  const balances = [...(yearBefore.id === yearEnd.id ? [] : [yearBefore]), yearEnd, end, latest]
  return {
    id: LIQUIDITY,
    short: 'Liquidity',
    title: 'Liquidity',
    kind: 'custom',
    unitLine: '(in thousands, unless the line says otherwise)',
    columns: [
      ...balances,
      { id: MOVEMENT, label: 'Movement', kind: 'component' },
      beside(WITHIN, 'Known to within'),
      beside(LOWER, 'From'),
      beside(UPPER, 'To'),
    ],
    groups: [{ label: 'By Rounding', columns: [WITHIN, LOWER, UPPER], notes: ['1'] }],
    lines: [...repurchaseLines(dates), ...totalAssets(dates), ...cashCoverage(covers, dates), signs(dates)].map(asLine),
    cells: boundsOf(dates),
    notes: NOTES,
  }
}

export const LIQUIDITY_TEMPLATE: Template = {
  id: LIQUIDITY,
  title: 'Liquidity',
  group: 'liquidity',
  about:
    'Reverse repurchase lines to their latest balance, total assets and portfolio, and how far cash covers operating costs, with what rounding of published figures allows.',
  schedule: (covers) => liquidity(covers),
  headlines: () => [],
}
