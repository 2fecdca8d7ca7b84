/**
 * Writes a schedule of a sample filing row by row: a line together with its inputs, the figures its document prints and
 * their origin. Only for the samples; must compute nothing, so that every figure can be read against its document.
 */
import { asLine, type WrittenLine } from '../../shared/templates/template.ts'
import type { CellFact, CellInput, Column, Line, Schedule } from '../../shared/model/filing.ts'

/** What is said of one cell beyond its line. */
export type Said = Omit<CellFact, 'line' | 'column' | 'perSource'>

/** A line with its figures; amounts are plain text in the filing's unit, keyed by column. */
export type Row = WrittenLine & {
  /** Inputs of the base layer. */
  inputs?: Record<string, string>
  /** Figures that the document prints where the product computes. */
  perSource?: Record<string, string>
  /** Shown with every figure of the line that is not a comparison. */
  remark?: string
  /** What differs in single cells. */
  said?: Record<string, Said>
}

/** A schedule but for its lines, cells and facts. */
export type Head = Omit<Schedule, 'lines' | 'cells' | 'facts'>

/**
 * A schedule of the rows given. Each figure is given an origin: what the row says of the cell; published where the
 * document prints a computed figure; derived, as `compared` says, in the columns it names; the origin of the column as a
 * whole; that of the line; published where an input stands.
 */
export function scheduleOf(head: Head, rows: readonly Row[], compared: Record<string, string> = {}): Schedule {
  const cells: CellInput[] = []
  const facts: CellFact[] = []
  const lines: Line[] = []
  for (const row of rows) {
    const { inputs, perSource: _printed, remark: _remark, said: _said, ...written } = row
    const line = asLine(written)
    lines.push(line)
    if (line.kind === 'heading') continue
    for (const column of head.columns) {
      if (line.only && !line.only.includes(column.id)) continue
      const input = inputs?.[column.id]
      if (input !== undefined) cells.push({ schedule: head.id, line: line.id, column: column.id, input })
      const fact = factOf(row, column, compared[column.id])
      if (fact) facts.push({ line: line.id, column: column.id, ...fact })
    }
  }
  return { ...head, lines, cells, facts }
}

function factOf(row: Row, column: Column, compared: string | undefined): Omit<CellFact, 'line' | 'column'> | undefined {
  const printed = row.perSource?.[column.id]
  const said = row.said?.[column.id]
  const remark = compared === undefined && row.remark !== undefined ? { remark: row.remark } : {}
  const origin = originOf(row, column, compared)
  if (!origin && !said) return undefined
  return { ...origin, ...remark, ...said, ...(printed === undefined ? {} : { perSource: printed }) }
}

function originOf(row: Row, column: Column, compared: string | undefined): Said | undefined {
  if (row.perSource?.[column.id] !== undefined) return { origin: 'published' }
  if (compared !== undefined) {
    const blank = row.origin === 'not_disclosed' || row.format === 'shares'
    return blank ? undefined : { origin: 'derived', how: compared }
  }
  if (column.origin && row.kind !== 'text') return said(column.origin, column.how)
  if (row.origin) return said(row.origin, row.how)
  return row.inputs?.[column.id] === undefined ? undefined : { origin: 'published' }
}

function said(origin: NonNullable<Said['origin']>, how: string | undefined): Said {
  return how === undefined ? { origin } : { origin, how }
}
