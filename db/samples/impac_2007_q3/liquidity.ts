/**
 * Liquidity as far as the press release lets it be known, made from the product's template: the reverse repurchase lines, total assets and the
 * portfolio, which it gives rounded. What it does not give is blank and says so. Millions or billions of dollars as a line says, else thousands.
 */
import { hasCell, structureFormula } from '../../../shared/calc/layout.ts'
import type { CellFact, CellInput, Column, Line, Schedule } from '../../../shared/model/filing.ts'
import { liquidity } from '../../../shared/templates/liquidity.ts'
import { LIQUIDITY as ID, LOWER, UPPER, WITHIN } from '../../../shared/templates/liquidity_bounds.ts'
import { COVERS, withFacts } from './tax_year.ts'

const LATEST: Column = { id: 'at_2007_12_18', label: 'December 18, 2007', kind: 'instant', end: '2007-12-18' }
const END = 'at_2007_09_30'

const MADE = liquidity({ ...COVERS, chosen: new Set([...COVERS.chosen, 'income_comparison']) }, LATEST)

/** What the release gives, by line and column. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  opening: { [END]: '924.0' },
  closing: { [LATEST.id]: '337.0' },
  total_assets: { year_before: '22.5', at_2006_12_31: '23.6', [END]: '19.4' },
  portfolio: { [END]: '18.7' },
}

const HALF_A_DIGIT = 'half a unit of the last digit that the release prints'

/** How far they are known. */
const KNOWN_TO: Readonly<Record<string, { input: string } & Pick<CellFact, 'origin' | 'how'>>> = {
  opening: { input: '0.05', origin: 'derived', how: HALF_A_DIGIT },
  closing: {
    input: '0.5',
    origin: 'assumed',
    how: 'the release says approximately, which is read as to within half a million',
  },
  total_assets: { input: '0.05', origin: 'derived', how: HALF_A_DIGIT },
  portfolio: {
    input: '0.05',
    origin: 'assumed',
    how: 'the release says approximately, which is read as to within half a unit of the last digit',
  },
}

/** Lines that follow from what is published. */
const WORKED_OUT: Readonly<Record<string, string>> = {
  net_movement: 'the balance of December 18 less that of September 30, 2007',
  reduction_percent: 'the movement in percent of the balance of September 30, 2007',
  change_ytd: 'total assets at September 30, 2007 less those at December 31, 2006',
  change_year: 'total assets at September 30, 2007 less those at September 30, 2006',
  other_assets: 'total assets less the portfolio, both rounded',
  portfolio_share: 'the portfolio over total assets, both rounded',
  lines_share: 'the balance of September 30, 2007 over total assets, both rounded',
}

const REMARKS: Readonly<Record<string, string>> = {
  opening: 'Of discontinued operations.',
  fundings: 'One of the two lines still funds loans that agencies buy; the release gives no amount.',
  repaid_margin_calls: 'The release tells of significant margin calls in the third quarter and gives no amount.',
  line_one:
    'For loans that agencies buy; to be wound down within 90 days, by March 17, 2008 if counted from December 18.',
  line_two: 'Reduced by refinancing and by sales of loans.',
  collateral: 'Needed, with the advance rate, for the margin excess or deficit.',
  residual_cash:
    'The release names residual interests and master servicing as the source of liquidity, without amounts.',
  preferred_dividends: 'The 3,722 of the reconciliation is the accrual of the quarter, not what was paid.',
  coverage: 'The release expects cash flows to cover overhead from the second quarter of 2008 on.',
}

const ACCRUED = 'accrual_costs_q3'

function remarkOf(line: string): Pick<CellFact, 'remark'> {
  const remark = REMARKS[line]
  return remark === undefined ? {} : { remark }
}

function isBound(column: Column): boolean {
  return column.id === LOWER || column.id === UPPER
}

/** What is said of a cell: published, worked out, or not disclosed, and then to be completed where it is entered. */
function factOf(line: Line, column: Column): CellFact {
  const at = { line: line.id, column: column.id }
  const known = KNOWN_TO[line.id]
  if (line.id === 'signs') return { ...at, origin: 'derived', how: 'the amounts above, none of which can be negative' }
  if (line.id === ACCRUED) return { ...at, origin: 'published', perSource: '21635' }
  if (PUBLISHED[line.id]?.[column.id] !== undefined) return { ...at, origin: 'published', ...remarkOf(line.id) }
  if (column.id === WITHIN && known) return { ...at, origin: known.origin, how: known.how }
  const how = WORKED_OUT[line.id]
  if (isBound(column)) return { ...at, origin: 'derived', how: 'what rounding of the published figures allows' }
  if (how !== undefined) return { ...at, origin: 'derived', how }
  const isEntered = structureFormula(line, column) === undefined
  return { ...at, origin: 'not_disclosed', ...(isEntered && { completable: true }), ...remarkOf(line.id) }
}

const ENTERED: readonly CellInput[] = [
  ...Object.entries(PUBLISHED).flatMap(([line, figures]) =>
    Object.entries(figures).map(([column, input]) => ({ schedule: ID, line, column, input })),
  ),
  ...Object.entries(KNOWN_TO).map(([line, { input }]) => ({ schedule: ID, line, column: WITHIN, input })),
]

function inOrder(cells: readonly CellInput[]): CellInput[] {
  return MADE.lines.flatMap(({ id: line }) =>
    MADE.columns.flatMap(({ id: column }) => cells.filter((one) => one.line === line && one.column === column)),
  )
}

export const LIQUIDITY: Schedule = withFacts(
  { ...MADE, title: 'Liquidity in 2007: what the release discloses', cells: inOrder([...MADE.cells, ...ENTERED]) },
  MADE.lines.flatMap((line) =>
    line.kind === 'heading'
      ? []
      : MADE.columns.flatMap((column) => (hasCell(line, column) ? [factOf(line, column)] : [])),
  ),
)
