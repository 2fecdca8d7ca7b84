/**
 * remic.csv: one year of a holder of residual interests a row, a REIT's or a corporation's.
 */
import type { GoldenTable } from './golden_table.ts'
import { computed, entered, filingOf, missesOf, withInputs } from './yearly.ts'

export const REMIC_ROWS: GoldenTable = {
  file: 'remic.csv',
  run: (rows) =>
    rows.map((row) => {
      const place = { schedule: 'remic', year: Number(row['year']) }
      const blank = filingOf(['remic'], place.year)
      const filing = withInputs(blank, entered(blank, place, row))
      return { row: row['case']!, misses: missesOf(computed(filing), filing, place, row) }
    }),
}
