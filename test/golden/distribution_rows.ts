/**
 * distribution_test.csv: one year a row. Rates are entered, so that a case can have its own; what is noncash is given as one amount.
 */
import type { GoldenTable } from './golden_table.ts'
import { computed, entered, filingOf, missesOf, withInputs } from './yearly.ts'

const GIVEN = ['rate', 'corporate_rate', 'noncash_income']

export const DISTRIBUTION_ROWS: GoldenTable = {
  file: 'distribution_test.csv',
  run: (rows) =>
    rows.map((row) => {
      const place = { schedule: 'distribution_test', year: Number(row['year']) }
      const blank = filingOf(['distribution_test'], place.year)
      const filing = withInputs(blank, entered(blank, place, row, GIVEN))
      return { row: row['case']!, misses: missesOf(computed(filing), filing, place, row, GIVEN) }
    }),
}
