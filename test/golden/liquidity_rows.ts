/**
 * liquidity.csv: a line a row of one schedule, the liquidity of September 30, 2007. Its figures are entered where the product enters them, with how
 * far the published ones are known; all others must come out.
 */
import { createEngine } from '../../shared/calc/engine.ts'
import { structureFormula, takesInput } from '../../shared/calc/layout.ts'
import type { CellInput, CellRef } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import type { GoldenTable, Miss, Row } from './golden_table.ts'
import { isSame, shown, withInputs } from './yearly.ts'

const SCHEDULE = 'liquidity'

/** The columns of the table that hold figures, by the column of the schedule. */
const COLUMNS: Readonly<Record<string, string>> = {
  at_2006_09_30: 'year_before',
  at_2006_12_31: 'at_2006_12_31',
  at_2007_09_30: 'at_2007_09_30',
  at_2007_12_18: 'latest',
  movement: 'movement',
  lower: 'lower',
  upper: 'upper',
}

/** Half a unit of the last digit that is printed; "approximately 337.0" is read as half a million, as the table says of it. */
const WITHIN: Readonly<Record<string, string>> = { opening: '0.05', closing: '0.5', total_assets: '0.05', portfolio: '0.05' }

const FILING = newFiling({
  id: 'golden',
  details: { title: 'Golden', registrant: '', form: '', periodEnd: '2007-09-30', documentDate: '', unit: 'thousands of dollars', unaudited: true },
  covers: 'quarter',
  against: 'before',
  schedules: [SCHEDULE],
})

const refOf = (row: Row, column: string): CellRef => ({ schedule: SCHEDULE, line: row['line']!, column })

/** True where the schedule computes the cell, by its line or by a formula that stands in it. */
function isComputed(ref: CellRef): boolean | undefined {
  const found = findCell(FILING, ref)
  if (!found || !takesInput(found.line, found.column)) return undefined
  const stands = found.schedule.cells.some(({ line, column }) => line === ref.line && column === ref.column)
  return stands || structureFormula(found.line, found.column) !== undefined
}

export const LIQUIDITY_ROWS: GoldenTable = {
  file: 'liquidity.csv',
  run(rows) {
    const typed = rows.flatMap((row): CellInput[] => {
      const within = WITHIN[row['line']!]
      const figures = Object.entries(COLUMNS).flatMap(([column, id]): CellInput[] =>
        row[column] !== '' && isComputed(refOf(row, id)) === false ? [{ ...refOf(row, id), input: row[column]! }] : [],
      )
      return within === undefined ? figures : [...figures, { ...refOf(row, 'within'), input: within }]
    })
    const filing = withInputs(FILING, typed)
    const engine = createEngine(filing)
    return rows.map((row) => {
      const misses = Object.entries(COLUMNS).flatMap(([column, id]): Miss[] => {
        const got = findCell(filing, refOf(row, id)) ? shown(engine, filing, refOf(row, id)) : ''
        return isSame(row[column]!, got) ? [] : [{ column, expected: row[column]!, got }]
      })
      return { row: row['line']!, misses }
    })
  },
}
