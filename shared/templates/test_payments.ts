/**
 * What the register of dividends tells the distribution test: payments of the year up to the period's end and those that follow, and which of
 * them count for another year. Links only; the register says when a payment counts.
 */
import type { CellInput } from '../model/filing.ts'
import { DIVIDENDS, DIVIDEND_YEAR, payments } from './dividend_schedules.ts'
import { FORECAST, PERIOD_END, TAX_YEAR, taxYearColumns } from './tax_year.ts'
import type { Covers } from './template.ts'

/** True where the register tells what was paid. */
export function isOfRegister({ chosen }: Covers): boolean {
  return chosen.has(DIVIDENDS) && chosen.has(DIVIDEND_YEAR)
}

const of = (column: string): string => payments(column, DIVIDENDS)

const day = (line: string): string => `${DIVIDEND_YEAR}.${line}@common`

/** Payments by class and by how they count, up to a day: the rule with its ranges; a January dividend is declared in the year and paid after it. */
const LINES: readonly [line: string, formula: (last: string, after: string) => string][] = [
  ['preferred_paid', (last, after) => paid(1, last, after)],
  ['common_paid', (last, after) => paid(2, last, after)],
  ['prior_january', (last, after) => counting(6, 'paid', 'amount', last, after)],
  ['prior_spillover', (last, after) => counting(3, 'paid', 'amount', last, after)],
  ['january_deemed', (last, after) => counting(2, 'declared', 'in_tax_year', last, after)],
  ['consent', (last, after) => counting(7, 'paid', 'amount', last, after)],
]

function paid(place: 1 | 2, last: string, after: string): string {
  return `= tax_paid(${place}, ${last}, ${of('paid')}, ${of('class')}, ${of('timing')}, ${of('amount')}${after})`
}

function counting(timing: number, day: string, amount: string, last: string, after: string): string {
  return `= tax_payments(0, ${timing}, ${last}, ${of(day)}, ${of('class')}, ${of('timing')}, ${of(amount)}${after})`
}

/** The cells that read the register: to date up to the period's end, after it in the forecast. */
export function paymentCells(covers: Covers): CellInput[] {
  if (!isOfRegister(covers)) return []
  const columns = taxYearColumns(covers).map(({ id }) => id)
  const isForecast = columns.includes(FORECAST)
  return LINES.flatMap(([line, formula]) => {
    const cell = (column: string, input: string): CellInput => ({ schedule: 'distribution_test', line, column, input })
    const toDate = cell(columns[0]!, formula(day(PERIOD_END), ''))
    return isForecast ? [toDate, cell(FORECAST, formula(day(TAX_YEAR), `, ${day(PERIOD_END)}`))] : [toDate]
  })
}
