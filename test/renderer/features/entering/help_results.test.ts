/**
 * The examples of the help page: each runs in the page's filing and comes to what is said of it.
 */
import { expect, test } from 'vitest'
import { helpEngine, helpFigures, resultText, runExample } from '../../../../renderer/features/entering/help_results.ts'
import { CellError, ERROR_MEANING } from '../../../../shared/calc/cell_error.ts'
import { formulaFault } from '../../../../shared/calc/formula_faults.ts'
import { FUNCTIONS, type FunctionName } from '../../../../shared/formula/ast.ts'
import {
  ARITHMETIC_EXAMPLES,
  ERROR_EXAMPLES,
  FUNCTION_EXAMPLES,
  HELP_CELL,
  HELP_FILING,
  OPERATOR_EXAMPLES,
  REFERENCE_EXAMPLES,
} from '../../../../shared/formula/help.ts'
import { parseFormula } from '../../../../shared/formula/parse.ts'

const engine = helpEngine()

const COMES_TO: Record<FunctionName, string> = {
  sum: '1,725.4',
  average: '690.2167',
  count: '3',
  min: '300',
  max: '420.25',
  abs: '120.25',
  round: '450.13',
  if: '120.25',
  and: '1',
  or: '0',
  not: '1',
  iferror: '0',
  is_blank: '300',
  needs: 'blank',
  printed: '1,620.25',
  as_filed: '50',
  percent_change: '15',
  tax_oldest_first: '149.6',
  tax_layer_law: '2',
  tax_layer_last_year: '2,020',
  tax_losses_open: '1,350.4',
  tax_layer_added: '420.25',
  tax_layer_used: '500',
  tax_layer_expired: '850.4',
  tax_layer_closing: '1,230.15',
  tax_income_for_losses: '1,250.4',
  tax_loss_of_year: '420.25',
  tax_nol_limit_base: '1,050.4',
  tax_nol_limit: '1,080.32',
  tax_loss_deduction: '720.25',
  tax_loss_absorbed: '300',
  tax_dividend_timing: '2',
  tax_in_tax_year: '300',
  tax_from_current: '300',
  tax_from_accumulated: '420.25',
  tax_capital_gain: '300',
  tax_unrecaptured_1250: '71.3861',
  tax_gain_beyond_basis: '50.4',
  tax_spread: '300',
  tax_per_share_part: '0.0833',
  tax_percent_part: '41.65',
  tax_implied_ratio: '0.9287',
  tax_parts_beside: '2',
  tax_decimal_places: '2',
  tax_total_of: '1,350.4',
  tax_payments: '1,350.4',
  tax_paid: '1,350.4',
  tax_over_year_end: '41,274',
  tax_last_day: '41,299',
  tax_business_day: '40,651',
  tax_return_due: '41,533',
}

test.each(Object.keys(FUNCTIONS) as FunctionName[])('the example of %s uses it and comes to what it should', (name) => {
  const { formula } = FUNCTION_EXAMPLES[name]
  expect(formula).toContain(`${name}(`)
  expect(formulaFault(HELP_FILING, HELP_CELL, formula)).toBeUndefined()
  expect(resultText(runExample(engine, formula))).toBe(COMES_TO[name])
})

test('the arithmetic of the examples comes to what is said of it', () => {
  expect(ARITHMETIC_EXAMPLES.map(({ formula }) => resultText(runExample(engine, formula)))).toEqual([
    '450.1333',
    '0',
    '1',
    '0',
  ])
})

test.each([...REFERENCE_EXAMPLES, ...OPERATOR_EXAMPLES, ...ARITHMETIC_EXAMPLES])('$formula runs', ({ formula }) => {
  expect(formulaFault(HELP_FILING, HELP_CELL, formula)).toBeUndefined()
  const value = runExample(engine, formula)
  expect(value).not.toBeNull()
  expect(value).not.toBeInstanceOf(CellError)
})

test('every error is shown by an example that ends in it', () => {
  const codes = ERROR_EXAMPLES.map((formula) => {
    const value = runExample(engine, formula)
    return value instanceof CellError ? value.code : value
  })
  expect(new Set(codes)).toEqual(new Set(Object.keys(ERROR_MEANING)))
})

test('running examples leaves the filing as it was', () => {
  expect(helpFigures(engine)).toEqual([
    { id: 'interest', label: 'Interest', figures: ['1,350.40', '1,200.00'] },
    { id: 'fees', label: 'Fees', figures: ['300', '250'] },
    { id: 'losses', label: 'Losses', figures: ['420.25', '380.00'] },
    { id: 'recoveries', label: 'Recoveries', figures: ['', ''] },
    { id: 'net_result', label: 'Net result', figures: ['1,230', '1,070'] },
    { id: 'remark', label: 'Remark', figures: ['Unaudited', ''] },
  ])
})

test('the arguments that are named are as many as the function takes', () => {
  for (const [name, { least, most, takes }] of Object.entries(FUNCTIONS)) {
    const given = Array.from({ length: least }, () => 'fees').join(', ')
    expect(parseFormula(`= ${name}(${given})`)).toHaveProperty('formula')
    const isOpen: boolean = takes.some((one: string) => one === '…')
    expect([name, isOpen ? 255 : takes.length]).toEqual([name, most])
    expect(takes.filter((one: string) => one !== '…' && !one.startsWith('['))).toHaveLength(least)
  }
})
