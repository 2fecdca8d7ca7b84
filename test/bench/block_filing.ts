/**
 * A filing in which a block of very many adjacent cells takes inputs: 5,000 lines of items x 16 quarters, years and variances
 * computed beside them, one total under them. Sizes are parameters; the figures are made up.
 */
import type { CellInput, Column, Filing, Line } from '../../shared/model/filing.ts'

export const BLOCK_SCHEDULE = 'ledger'
const YEARS = [2006, 2007, 2008, 2009]

export const BLOCK_COLUMNS: readonly string[] = YEARS.flatMap((year) => [1, 2, 3, 4].map((one) => `q${one}_${year}`))

/** The id of a line that takes inputs. */
export function blockLine(n: number): string {
  return `item_${n}`
}

function columns(): Column[] {
  const quarters = BLOCK_COLUMNS.map((id): Column => ({ id, label: `Quarter ${id}`, kind: 'duration' }))
  const years = YEARS.map((year): Column => ({
    id: `fy_${year}`,
    label: `Year ${year}`,
    kind: 'duration',
    formula: `= sum(@q1_${year}..@q4_${year})`,
  }))
  const compared = [2009, 2008].flatMap((year): Column[] => [
    { id: `change_${year}`, label: 'Change', kind: 'computed', all: true, formula: `= @fy_${year} - @fy_${year - 1}` },
    {
      id: `percent_${year}`,
      label: '%',
      kind: 'computed',
      all: true,
      format: 'percent',
      formula: `= percent_change(@fy_${year}, @fy_${year - 1})`,
    },
  ])
  return [...quarters, ...years, ...compared]
}

export function blockFiling(items: number): Filing {
  const lines: Line[] = Array.from({ length: items }, (_, n) => ({
    id: blockLine(n),
    label: `Item ${n + 1}`,
    kind: 'input',
    format: 'amount',
  }))
  const cells = lines.flatMap(({ id }, n) =>
    BLOCK_COLUMNS.map((column, c): CellInput => ({
      schedule: BLOCK_SCHEDULE,
      line: id,
      column,
      input: `${((n * 104_729 + c * 31) % 99_991) + 100_000}`,
    })),
  )
  lines.push({
    id: 'net_earnings',
    label: 'Net earnings',
    kind: 'formula',
    format: 'amount',
    formula: `= sum(${blockLine(0)}..${blockLine(items - 1)})`,
    rule: 'double',
  })
  return {
    id: 'block',
    title: `Block of ${items} lines`,
    unit: 'thousands',
    periodEnd: '2009-12-31',
    status: 'draft',
    schedules: [{ id: BLOCK_SCHEDULE, title: 'Ledger', kind: 'income', columns: columns(), lines, cells }],
    headlines: [
      { id: 'net_earnings', label: 'Net earnings', lines: [`${BLOCK_SCHEDULE}.net_earnings`] },
      { id: 'open_tie_outs', label: 'Open tie-outs', lines: [] },
    ],
  }
}
