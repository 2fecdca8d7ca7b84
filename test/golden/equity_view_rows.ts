/**
 * equity_views.csv and equity_views_trusts.csv: a case a row, its trusts a row each in the schedule that it reads. One that stands for all trusts is
 * entered as what is known in total only.
 */
import { createEngine } from '../../shared/calc/engine.ts'
import { structureFormula, takesInput } from '../../shared/calc/layout.ts'
import type { CellInput, CellRef, Filing } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import type { GoldenTable, Miss, Row } from './golden_table.ts'
import { filingOf, isSame, shown, withInputs } from './yearly.ts'

const VIEWS = 'equity_views'
const TRUSTS = 'equity_views_trusts'

/** The view in which a column of the table stands, where it is not the one as reported; and the line of the schedule, where that is of all views. */
const OF_VIEW: Readonly<Record<string, Partial<CellRef>>> = {
  ...Object.fromEntries(
    ['deficit_per_trust', 'deficit_in_total', 'limited_to_investment', 'limited_if_only_total_known'].map((line) => [
      line,
      { column: 'limited' },
    ]),
  ),
  ...Object.fromEntries(
    ['trusts_net_fair_value', 'fair_value_adjustment', 'fair_value_option_view', 'opening_retained_earnings_line'].map(
      (line) => [line, { column: 'fair_value' }],
    ),
  ),
  // Ids that begin with `tax_` are those of rules.
  tax_effect: { line: 'effect_of_tax', column: 'fair_value' },
  limited_per_share: { line: 'book_value_per_common_share', column: 'limited' },
  fair_value_per_share: { line: 'book_value_per_common_share', column: 'fair_value' },
}

type Placed = { ref: CellRef; column: string; text: string }

/** The cells of a case in the views; what is words has none. */
function viewCells(row: Row): Placed[] {
  return Object.entries(row).map(([column, text]) => ({
    ref: { schedule: VIEWS, line: column, column: 'reported', ...OF_VIEW[column] },
    column,
    text,
  }))
}

/** The cells of a case's trusts. */
function trustCells(trusts: readonly Row[]): Placed[] {
  return trusts.flatMap((row, at) => {
    const line = row['trust'] === 'all trusts' ? 'in_total' : `trust_${at + 1}`
    return Object.entries(row).map(([column, text]) => ({ ref: { schedule: TRUSTS, line, column }, column, text }))
  })
}

function isComputed(filing: Filing, ref: CellRef): boolean | undefined {
  const found = findCell(filing, ref)
  return found && structureFormula(found.line, found.column) !== undefined
}

/** A case entered: what no formula serves. */
function caseOf(row: Row, trusts: readonly Row[]): Filing {
  const blank = filingOf([VIEWS, TRUSTS], 2007)
  const cells = [...viewCells(row), ...trustCells(trusts)].flatMap(({ ref, text }): CellInput[] => {
    const found = findCell(blank, ref)
    if (text === '' || !found || !takesInput(found.line, found.column) || isComputed(blank, ref)) return []
    return [{ ...ref, input: text }]
  })
  return withInputs(blank, cells)
}

function missesAt(filing: Filing, cells: readonly Placed[]): Miss[] {
  const engine = createEngine(filing)
  return cells.flatMap(({ ref, column, text }): Miss[] => {
    if (isComputed(filing, ref) !== true) return []
    const got = shown(engine, filing, ref)
    return isSame(text, got) ? [] : [{ column, expected: text, got }]
  })
}

const of = (rows: readonly Row[] = [], { case: name }: Row): Row[] => rows.filter((one) => one['case'] === name)

export const EQUITY_VIEW_ROWS: GoldenTable = {
  file: 'equity_views.csv',
  needs: ['equity_views_trusts.csv'],
  run: (rows, others) =>
    rows.map((row) => {
      const filing = caseOf(row, of(others['equity_views_trusts.csv'], row))
      return { row: row['case']!, misses: missesAt(filing, viewCells(row)) }
    }),
}

export const EQUITY_VIEW_TRUST_ROWS: GoldenTable = {
  file: 'equity_views_trusts.csv',
  needs: ['equity_views.csv'],
  run: (rows, others) =>
    rows.map((row) => {
      const trusts = of(rows, row)
      const filing = caseOf(of(others['equity_views.csv'], row)[0]!, trusts)
      const at = trusts.indexOf(row)
      const own = trustCells(trusts).slice(at * Object.keys(row).length, (at + 1) * Object.keys(row).length)
      return { row: `${row['case']!} ${row['trust']!}`, misses: missesAt(filing, own) }
    }),
}
