/**
 * eps.csv: one period a row, whatever it is, in a filing of a year. What a row calls preferred is entered as accumulated. Figures to six places are held
 * against the figure as it shows; which earnings a published figure rests on is compared where the table says it.
 */
import { findCell } from '../../shared/model/lookup.ts'
import { asPrinted } from '../../shared/calc/cell_text.ts'
import { Decimal } from '../../shared/money/decimal.ts'
import type { GoldenTable, Miss, Row } from './golden_table.ts'
import { computed, entered, filingOf, isSame, missesOf, withInputs } from './yearly.ts'

const YEAR = 2007
const PLACE = { schedule: 'eps', year: YEAR }
/** The loss from continuing operations stands in the table beside net income, which the schedule takes apart. */
const GIVEN = ['continuing_available']

export const EPS_ROWS: GoldenTable = {
  file: 'eps.csv',
  run: (rows) =>
    rows.map((row) => {
      const blank = filingOf(['eps'], YEAR)
      const filing = withInputs(blank, entered(blank, PLACE, { ...row, preferred_accumulated: row['preferred']! }, GIVEN))
      const misses = missesOf(computed(filing), filing, PLACE, told(row), GIVEN)
      return { row: row['case']!, misses: misses.filter((miss) => !isSame(miss.expected, shownOf(miss))) }

      function shownOf({ column, got }: Miss): string {
        const found = findCell(filing, { schedule: 'eps', line: column, column: `fy_${YEAR}` })!
        return /^-?\d/.test(got) ? asPrinted(found, new Decimal(got)).toFixed() : got
      }
    }),
}

/** The row without what it leaves blank because it is not told. */
function told(row: Row): Row {
  const { numerator_published_uses: uses = '', ...rest } = row
  return uses === '' ? rest : row
}
