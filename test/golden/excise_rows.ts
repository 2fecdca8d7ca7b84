/**
 * excise.csv: one calendar year a row, chained within a scenario by rolling the filing forward. What the year before the first left is entered as the
 * table gives it.
 */
import { taxYearId } from '../../shared/templates/tax_year.ts'
import type { Filing } from '../../shared/model/filing.ts'
import type { GoldenTable, Outcome, Row } from './golden_table.ts'
import { computed, entered, filingOf, missesOf, nextYear, withInputs } from './yearly.ts'

const SCHEDULE = 'excise'

/** What the column of the year before holds of the lines that carry it in. */
const CARRIED: Readonly<Record<string, string>> = {
  line_3a: 'grossed_up_required',
  line_3b: 'line_8_distributed',
  line_7c_overdistribution: 'carry_overdistribution',
}

function opened(year: number, row: Row): Filing {
  const column = taxYearId(year - 1)
  const inputs = Object.entries(CARRIED).map(([line, from]) => ({ schedule: SCHEDULE, line: from, column, input: row[line]! }))
  return withInputs(filingOf([SCHEDULE], year), inputs)
}

export const EXCISE_ROWS: GoldenTable = {
  file: 'excise.csv',
  run(rows) {
    const outcomes: Outcome[] = []
    for (const years of Map.groupBy(rows, ({ scenario }) => scenario).values()) {
      let filing: Filing | undefined
      for (const row of years) {
        const year = Number(row['year'])
        const before = filing && Number(filing.periodEnd!.slice(0, 4)) === year - 1 ? filing : undefined
        const blank = before ? nextYear(before, `y${year}`) : opened(year, row)
        filing = withInputs(blank, entered(blank, { schedule: SCHEDULE, year }, row))
        const misses = missesOf(computed(filing), filing, { schedule: SCHEDULE, year }, row)
        outcomes.push({ row: `${row['scenario']!} ${year}`, misses })
      }
    }
    return outcomes
  },
}
