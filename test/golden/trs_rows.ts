/**
 * trs_dividend.csv: a year of a subsidiary a row. Years of one case follow each other by rolling the filing forward, so that their openings are what the
 * year before left.
 */
import { taxYearId } from '../../shared/templates/tax_year.ts'
import type { Filing } from '../../shared/model/filing.ts'
import type { GoldenTable, Miss, Outcome, Row } from './golden_table.ts'
import { computed, entered, filingOf, isSame, missesOf, nextYear, shown, withInputs } from './yearly.ts'

const SCHEDULE = 'trs_dividend'
const OPENINGS = ['undistributed_opening', 'basis_opening']

/** The openings that were carried otherwise than the row has them. */
function carriedOtherwise(filing: Filing, year: number, row: Row): Miss[] {
  const engine = computed(filing)
  return OPENINGS.flatMap((line) => {
    const got = shown(engine, filing, { schedule: SCHEDULE, line, column: taxYearId(year) })
    return isSame(row[line]!, got) ? [] : [{ column: line, expected: row[line]!, got }]
  })
}

export const TRS_ROWS: GoldenTable = {
  file: 'trs_dividend.csv',
  run(rows) {
    const outcomes: Outcome[] = []
    for (const years of Map.groupBy(rows, (row) => row['case']).values()) {
      let before: Filing | undefined
      for (const row of years) {
        const place = { schedule: SCHEDULE, year: Number(row['year']) }
        const blank = before ? nextYear(before, `y${place.year}`) : filingOf([SCHEDULE], place.year)
        const inputs = entered(blank, place, row).filter(({ line }) => !before || !OPENINGS.includes(line))
        const filing = withInputs(blank, inputs)
        const misses = [
          ...carriedOtherwise(filing, place.year, row),
          ...missesOf(computed(filing), filing, place, row),
        ]
        outcomes.push({ row: `${row['case']!} ${row['year']!}`, misses })
        before = filing
      }
    }
    return outcomes
  },
}
