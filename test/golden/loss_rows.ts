/**
 * nol.csv and nol_years.csv: runs of years of one kind of losses, chained by rolling the filing forward. A layer is entered on a free row in the
 * year in which it appears, with its opening where it stood before the run.
 */
import type { CellInput, Filing } from '../../shared/model/filing.ts'
import { dayNumber } from '../../shared/calendar/day_number.ts'
import type { GoldenTable, Miss, Outcome, Row } from './golden_table.ts'
import { computed, entered, filingOf, isSame, missesOf, nextYear, shown, withInputs } from './yearly.ts'

const OF_KIND: Readonly<Record<string, { years: string; layers: string }>> = {
  NOL: { years: 'nol_years', layers: 'nol' },
  NCL: { years: 'ncl_years', layers: 'ncl' },
}

/** Columns of a layer that are computed, with what the table calls them. */
const COMPUTED = ['added', 'used', 'expired', 'closing', 'last_year', 'layer_law']

type Year = { year: number; own: Row; layers: readonly Row[] }

/** A run, year by year: the filing of each as it is filled in. */
function run(attribute: string, years: readonly Year[]): { year: Year; filing: Filing; rowOf: ReadonlyMap<string, string> }[] {
  const { years: yearly, layers } = OF_KIND[attribute]!
  const rowOf = new Map<string, string>()
  let filing: Filing | undefined
  return years.map((year) => {
    const blank = filing ? nextYear(filing, `y${year.year}`) : filingOf([yearly, layers], year.year)
    const isFirst = filing === undefined
    const fresh = year.layers.flatMap((layer): CellInput[] => {
      const name = layer['layer_year']!
      if (rowOf.has(name)) return []
      const line = `layer_${rowOf.size + 1}`
      rowOf.set(name, line)
      const at = { schedule: layers, line }
      const opening = isFirst && layer['opening'] !== '0' ? [{ ...at, column: 'opening', input: layer['opening']! }] : []
      return [{ ...at, column: 'layer_year', input: `${name}-12-31` }, ...opening]
    })
    const given = entered(blank, { schedule: yearly, year: year.year }, year.own)
    filing = withInputs(blank, [...given, ...fresh])
    return { year, filing, rowOf: new Map(rowOf) }
  })
}

function runsOf(yearRows: readonly Row[], layerRows: readonly Row[]): Map<string, Year[]> {
  const runs = new Map<string, Year[]>()
  for (const own of yearRows) {
    const layers = layerRows.filter((one) => one['run'] === own['run'] && one['year'] === own['year'])
    const some = runs.get(own['run']!) ?? []
    runs.set(own['run']!, [...some, { year: Number(own['year']), own, layers }])
  }
  return runs
}

function layerMisses(filing: Filing, layers: string, line: string, row: Row): Miss[] {
  const engine = computed(filing)
  return ['opening', ...COMPUTED].flatMap((column): Miss[] => {
    const got = shown(engine, filing, { schedule: layers, line, column })
    const expected = asHeld(column, row[column]!)
    return isSame(expected, got) || (expected === '0' && got === '') ? [] : [{ column, expected, got }]
  })
}

/** A last year by its last day; none is blank. */
function asHeld(column: string, text: string): string {
  if (column !== 'last_year') return text
  return text === 'none' ? '' : `${dayNumber(`${text}-12-31`)!}`
}

export const LOSS_YEAR_ROWS: GoldenTable = {
  file: 'nol_years.csv',
  needs: ['nol.csv'],
  run(rows, others) {
    return [...runsOf(rows, others['nol.csv']!)].flatMap(([name, years]) =>
      run(years[0]!.own['attribute']!, years).map(({ year, filing }): Outcome => {
        const schedule = OF_KIND[year.own['attribute']!]!.years
        const misses = missesOf(computed(filing), filing, { schedule, year: year.year }, year.own)
        // The other reading is given where it differs alone.
        return { row: `${name} ${year.year}`, misses: misses.filter(({ column, expected }) => column !== 'used_literal' || expected !== '') }
      }),
    )
  },
}

export const LOSS_LAYER_ROWS: GoldenTable = {
  file: 'nol.csv',
  needs: ['nol_years.csv'],
  run(rows, others) {
    return [...runsOf(others['nol_years.csv']!, rows)].flatMap(([name, years]) =>
      run(years[0]!.own['attribute']!, years).flatMap(({ year, filing, rowOf }) =>
        year.layers.map((layer): Outcome => {
          const { layers } = OF_KIND[layer['attribute']!]!
          const line = rowOf.get(layer['layer_year']!)!
          return { row: `${name} ${year.year}, layer ${layer['layer_year']!}`, misses: layerMisses(filing, layers, line, layer) }
        }),
      ),
    )
  },
}
