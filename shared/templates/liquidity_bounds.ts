/**
 * Between what the figures of liquidity may lie that follow from rounded ones, as formulas in the columns beside them; and whether what cannot be
 * negative is. A figure is known to within half a unit of the last digit that is printed, which is entered. Lines stand in liquidity.ts.
 */
import type { CellInput, Column } from '../model/filing.ts'
import type { WrittenLine } from './template.ts'

export const LIQUIDITY = 'liquidity'

export const MOVEMENT = 'movement'
export const WITHIN = 'within'
export const LOWER = 'lower'
export const UPPER = 'upper'

/** The columns of dates, by what they are for: the latest date lies after the period's end. */
export type Dates = { end: Column; yearEnd: Column; yearBefore: Column; latest: Column }

const SIGNS = ['none negative', 'one negative']
const [NONE_NEGATIVE, ONE_NEGATIVE] = [1, 2]

/** What is received and paid in cash in the period, in the filing's unit. */
export const CASH = [
  'cash_opening',
  'residual_cash',
  'master_servicing_fees',
  'operating_costs',
  'debt_service',
  'preferred_dividends',
  'margin_calls',
]

function at(column: string, lines: readonly string[]): string[] {
  return lines.map((line) => `${line}@${column}`)
}

/** Whether what cannot be negative is entered so; flagged where it is not. */
export function signs({ end, latest }: Dates): WrittenLine {
  const amounts = [
    ...at(end.id, ['opening', 'total_assets', 'portfolio', 'other_assets', ...CASH]),
    ...at(latest.id, ['closing', 'line_one', 'line_two', 'collateral', 'advance_rate']),
    ...at(WITHIN, ['opening', 'closing', 'total_assets', 'portfolio']),
    'fundings..repaid_margin_calls',
  ]
  const least = `min(${amounts.join(', ')})`
  return {
    id: 'signs',
    label: 'Amounts that cannot be negative',
    format: 'choice',
    choices: SIGNS,
    attention: [ONE_NEGATIVE],
    only: [MOVEMENT],
    formula: `= if(${least} < 0, ${ONE_NEGATIVE}, needs(${least}, ${NONE_NEGATIVE}))`,
    filingCopy: false,
  }
}

function cell(line: string, column: string, input: string): CellInput {
  return { schedule: LIQUIDITY, line, column, input }
}

/** A published figure: its line and the column in which it stands. */
type Figure = { line: string; at: Column }

function totalAt(at: Column): Figure {
  return { line: 'total_assets', at }
}

/** The lowest that a figure may be, and the highest. */
function low({ line, at }: Figure): string {
  return `(${line}@${at.id} - ${line}@${WITHIN})`
}

function high({ line, at }: Figure): string {
  return `(${line}@${at.id} + ${line}@${WITHIN})`
}

/** Both bounds of a line, blank while one of the figures, or how far it is known, is blank. */
function bounds(figures: readonly Figure[], line: string, lower: string, upper: string): CellInput[] {
  const known = (formula: string): string =>
    figures.reduceRight(
      (inner, one) => `needs(${one.line}@${one.at.id}, needs(${one.line}@${WITHIN}, ${inner}))`,
      formula,
    )
  return [cell(line, LOWER, `=${known(lower)}`), cell(line, UPPER, `=${known(upper)}`)]
}

function less(from: Figure, to: Figure, line: string): CellInput[] {
  return bounds([from, to], line, `${low(to)} - ${high(from)}`, `${high(to)} - ${low(from)}`)
}

/** A part in percent of a whole, as it is printed. */
function percent(part: string, whole: string): string {
  return `if(${whole} > 0, round(100 * ${part} / ${whole}, 1))`
}

/** The formulas of those columns. */
export function boundsOf({ end, yearEnd, yearBefore, latest }: Dates): CellInput[] {
  const [opening, closing]: [Figure, Figure] = [
    { line: 'opening', at: end },
    { line: 'closing', at: latest },
  ]
  const [total, portfolio]: [Figure, Figure] = [totalAt(end), { line: 'portfolio', at: end }]
  return [
    ...bounds([opening], 'opening', low(opening), high(opening)),
    ...less(opening, closing, 'net_movement'),
    ...bounds([closing], 'closing', low(closing), high(closing)),
    ...bounds(
      [opening, closing],
      'reduction_percent',
      percent(`(${low(opening)} - ${high(closing)})`, low(opening)),
      percent(`(${high(opening)} - ${low(closing)})`, high(opening)),
    ),
    ...less(totalAt(yearEnd), total, 'change_ytd'),
    ...(yearBefore.id === yearEnd.id ? [] : less(totalAt(yearBefore), total, 'change_year')),
    ...less(portfolio, total, 'other_assets'),
    ...bounds(
      [total, portfolio],
      'portfolio_share',
      percent(low(portfolio), high(total)),
      percent(high(portfolio), low(total)),
    ),
    // Millions over billions.
    ...bounds(
      [total, opening],
      'lines_share',
      percent(low(opening), `(1000 * ${high(total)})`),
      percent(high(opening), `(1000 * ${low(total)})`),
    ),
  ]
}
