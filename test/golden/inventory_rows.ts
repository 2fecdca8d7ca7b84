/**
 * temporary_inventory.csv: a kind of difference in a period a row. Additions and reversals are entered in the lines of the reconciliation that the row
 * names, the opening where it is given; the inventory is read back, the year to date from its own column.
 */
import { cellFormat } from '../../shared/calc/layout.ts'
import type { CellInput, CellRef, Filing } from '../../shared/model/filing.ts'
import { readCellName } from '../../shared/model/cell.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import type { GoldenTable, Miss, Row } from './golden_table.ts'
import { computed, isSame, shown, withInputs } from './yearly.ts'

const SCHEDULE = 'temporary_differences'
/** Columns of the table by the line that holds them, after the kind. */
const LINES: Record<string, string> = {
  character: 'character',
  opening: 'opening',
  additions: 'additions',
  reversals: 'reversals',
  change: 'change',
  closing: 'closing',
  taxable_income_effect: 'change',
}

/** The quarter and year of `q3_2007`; of `m9_2007` the quarter with which the months end. */
function periodOf(text: string): { quarter: number; year: number; isToDate: boolean } {
  const [, kind, count, year] = /^([qm])(\d+)_(\d{4})$/.exec(text)!
  const isToDate = kind === 'm'
  return { quarter: isToDate ? Number(count) / 3 : Number(count), year: Number(year), isToDate }
}

/** A blank filing that runs through the year to its last quarter of the case. */
function filingOf(rows: readonly Row[]): Filing {
  const periods = rows.map((row) => periodOf(row['period']!))
  const [quarter, { year }] = [Math.max(...periods.map((one) => one.quarter)), periods[0]!]
  const day = ['03-31', '06-30', '09-30', '12-31'][quarter - 1]!
  return newFiling({
    id: `golden_${year}_q${quarter}`,
    details: {
      title: `Quarter ${quarter} of ${year}`,
      registrant: 'Golden Mortgage Trust',
      form: 'Form 10-Q',
      periodEnd: `${year}-${day}`,
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: true,
    },
    covers: 'quarter',
    against: 'before',
    schedules: ['reconciliation', SCHEDULE],
  })
}

function column({ period }: Row): string {
  return periodOf(period!).isToDate ? 'to_date' : period!
}

/** Where a row names no cells, as the gestures do not, the kind's own in the reconciliation. */
const CELLS: Record<string, [additions: string, reversals?: string]> = {
  loan_losses: ['loan_loss_provisions', 'actual_loan_losses'],
  derivative_marks: ['derivatives_change'],
  impairment: ['nondeductible_capital_loss'],
  intercompany_deferral: ['intercompany_elimination'],
}

function inputsOf(row: Row, isFirst: boolean): CellInput[] {
  const { difference = '', period = '', opening = '' } = row
  const of = CELLS[difference]
  if (!of || periodOf(period).isToDate) return []
  const names = ['additions', 'reversals'].map((part, at) => {
    const own = row[`${part}_cell`]
    return own === '' || own === undefined ? of[at] && `reconciliation.${of[at]}@${period}` : own
  })
  const moved = ['additions', 'reversals'].flatMap((part, at) => {
    const ref = names[at] === undefined ? undefined : readCellName(names[at])
    return ref ? [{ ...ref, input: row[part]! }] : []
  })
  // A later opening is what the period before closed at.
  const opens = isFirst && opening !== ''
  return [...moved, ...(opens ? [{ schedule: SCHEDULE, line: `${difference}_opening`, column: period, input: opening }] : [])]
}

/** A case of one kind of several is named after it, and stands in one filing with the others and their total; each year has a filing. */
function group({ case: name = '', difference = '', period = '' }: Row): string {
  const end = `-${difference}`
  return `${name.endsWith(end) ? name.slice(0, -end.length) : name} ${periodOf(period).year}`
}

/** The rows that one filing holds. */
function filings(rows: readonly Row[]): Row[][] {
  return [...Map.groupBy(rows, group).values()]
}

export const INVENTORY_ROWS: GoldenTable = {
  file: 'temporary_inventory.csv',
  run: (rows) =>
    filings(rows).flatMap((own) => {
      const seen = new Set<string>()
      const inputs = own.flatMap((row) => {
        const isFirst = !seen.has(row['difference']!)
        seen.add(row['difference']!)
        return inputsOf(row, isFirst)
      })
      const filing = withInputs(filingOf(own), inputs)
      const engine = computed(filing)
      return own.map((row) => {
        const movement = Object.keys(row).filter((name) => /^cumulative_\d{4}$/.test(name))
        const lines = { ...LINES, ...Object.fromEntries(movement.map((name) => [name, 'cumulative'])) }
        const misses = Object.entries(lines).flatMap(([name, line]): Miss[] => {
          const ref: CellRef = { schedule: SCHEDULE, line: `${row['difference']!}_${line}`, column: column(row) }
          const found = findCell(filing, ref)
          const expected = row[name] ?? ''
          // Of the total there is no character and no opening; what a gesture leaves out is not told.
          if (!found || (expected === '' && !['opening', 'closing'].includes(name))) return []
          const got = shown(engine, filing, ref)
          const same = cellFormat(found.line, found.column) === 'choice' ? expected === got : isSame(expected, got)
          return same ? [] : [{ column: name, expected, got }]
        })
        return { row: `${row['case']!} ${row['difference']!} ${row['period']!}`, misses }
      })
    }),
}
