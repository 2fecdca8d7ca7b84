/**
 * class_proportion.csv: a published year a row.
 */
import type { GoldenTable } from './golden_table.ts'
import { computed, entered, filingOf, missesOf, withInputs } from './yearly.ts'

export const CLASS_ROWS: GoldenTable = {
  file: 'class_proportion.csv',
  run: (rows) =>
    rows.map((row) => {
      const place = { schedule: 'class_proportion', year: Number(row['year']) }
      const blank = filingOf(['class_proportion'], place.year)
      const filing = withInputs(blank, entered(blank, place, row))
      return { row: `${row['company']!} ${row['year']!}`, misses: missesOf(computed(filing), filing, place, row) }
    }),
}
