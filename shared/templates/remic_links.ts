/**
 * What other schedules of the tax year take from the schedule of excess inclusion, where that is chosen: the distribution test its income, with the
 * floor; the losses of the year the income that losses stand against, without excess inclusion. Formulas only.
 */
import { FORECAST, taxYearColumns } from './tax_year.ts'
import type { Covers, WrittenLine } from './template.ts'

export const REMIC = 'remic'
export const REMIC_QUARTERS = 'remic_quarters'

type Link = Partial<WrittenLine> | undefined

/** Taxable income of the test: with excess inclusion as the floor has it, without any as it stands, a loss too. Undefined where it is not chosen. */
export function incomeWithFloor(covers: Covers): Link {
  if (!covers.chosen.has(REMIC)) return undefined
  return {
    formula: `= if(${REMIC}.excess_inclusion > 0, ${REMIC}.taxable_income_before_dividends, ${REMIC}.other_income)`,
    columns: taxYearColumns(covers).map(({ id }) => id),
  }
}

/** Its noncash income: the excess inclusion once the cash received is known, and that cash. */
export function noncash(covers: Covers, line: 'income' | 'cash'): Partial<WrittenLine> {
  if (!covers.chosen.has(REMIC)) return {}
  const cash = `${REMIC}.cash_received`
  const formula = line === 'cash' ? `= ${cash}` : `= needs(${cash}, ${REMIC}.excess_inclusion)`
  return { formula, columns: taxYearColumns(covers).map(({ id }) => id) }
}

/** The loss deduction of the test, where no schedule of losses tells it. */
export function lossBesideExcessInclusion(covers: Covers): Link {
  if (!covers.chosen.has(REMIC)) return undefined
  const columns = taxYearColumns(covers).flatMap(({ id }) => (id === FORECAST ? [] : [id]))
  return { formula: `= ${REMIC}.nol_deduction`, columns }
}

/** The income that losses of the year stand against, and the one that dividends leave something of; undefined where it is not chosen. */
export function incomeForLosses(covers: Covers): { against: string; beforeDividends: string } | undefined {
  if (!covers.chosen.has(REMIC)) return undefined
  const tested = covers.chosen.has('distribution_test')
  return {
    against: `${REMIC}.other_income`,
    beforeDividends: tested ? 'distribution_test.taxable_income' : `${REMIC}.taxable_income_before_dividends`,
  }
}
