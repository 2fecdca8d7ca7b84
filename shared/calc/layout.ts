/**
 * Numbers every cell of a filing, so that the engine works on plain indexes.
 * A cell's index is its schedule's offset + line * columns + column. Knows structure, not values.
 */
import { isFunctionName } from '../formula/ast.ts'
import type { CellRef, Column, Filing, Format, Line, Schedule } from '../model/filing.ts'
import { decimalsOf } from '../money/format.ts'

export type ScheduleLayout = {
  schedule: Schedule
  offset: number
  lines: readonly Line[]
  columns: readonly Column[]
  lineIndex: ReadonlyMap<string, number>
  columnIndex: ReadonlyMap<string, number>
}

/** Where a cell index points. */
export type CellPlace = { sheet: ScheduleLayout; line: number; column: number }

export class Layout {
  readonly filing: Filing
  readonly sheets: readonly ScheduleLayout[]
  readonly byId: ReadonlyMap<string, ScheduleLayout>
  readonly cellCount: number
  /** The schedule of each cell, by its place in the filing. */
  private readonly sheetOf: Int32Array

  /** Throws where an id stands twice or is reserved, which storage never lets through. */
  constructor(filing: Filing) {
    this.filing = filing
    const sheets: ScheduleLayout[] = []
    index(filing.schedules, 'schedules')
    let offset = 0
    for (const schedule of filing.schedules) {
      sheets.push({
        schedule,
        offset,
        lines: schedule.lines,
        columns: schedule.columns,
        lineIndex: index(schedule.lines, `lines of ${schedule.id}`),
        columnIndex: index(schedule.columns, `columns of ${schedule.id}`),
      })
      offset += schedule.lines.length * schedule.columns.length
    }
    this.sheets = sheets
    this.byId = new Map(sheets.map((sheet) => [sheet.schedule.id, sheet]))
    this.cellCount = offset
    this.sheetOf = new Int32Array(offset)
    for (const [i, sheet] of sheets.entries()) this.sheetOf.fill(i, sheet.offset)
  }

  /** The cell's index; undefined where schedule, line or column does not exist. */
  cell(ref: CellRef): number | undefined {
    const sheet = this.byId.get(ref.schedule)
    const line = sheet?.lineIndex.get(ref.line)
    const column = sheet?.columnIndex.get(ref.column)
    if (sheet === undefined || line === undefined || column === undefined) return undefined
    return sheet.offset + line * sheet.columns.length + column
  }

  place(cell: number): CellPlace {
    const sheet = this.sheets[this.sheetOf[cell]!]!
    const within = cell - sheet.offset
    const column = within % sheet.columns.length
    return { sheet, line: (within - column) / sheet.columns.length, column }
  }

  ref(cell: number): CellRef {
    const { sheet, line, column } = this.place(cell)
    return { schedule: sheet.schedule.id, line: sheet.lines[line]!.id, column: sheet.columns[column]!.id }
  }
}

function index(items: readonly { id: string }[], what: string): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  for (const [i, { id }] of items.entries()) {
    if (map.has(id)) throw new Error(`The id ${id} occurs twice among the ${what}.`)
    if (isFunctionName(id)) throw new Error(`The id ${id} is reserved for the function of that name.`)
    map.set(id, i)
  }
  return map
}

/** True where the line has a cell in the column: not a heading, and not confined to other columns. */
export function hasCell(line: Line, column: Column): boolean {
  return line.kind !== 'heading' && (line.only === undefined || line.only.includes(column.id))
}

/** True where the line holds words, not amounts. */
export function isText(line: Line): boolean {
  return line.kind === 'text' || line.format === 'text'
}

/** True where a cell takes inputs: it exists, and its column is not computed throughout. */
export function takesInput(line: Line, column: Column): boolean {
  return hasCell(line, column) && !column.all
}

/** True where lines `from` to `to` (indexes) make a range: not reversed, and both ends of one parent. */
export function isLineRange(lines: readonly Line[], from: number, to: number): boolean {
  return from >= 0 && from <= to && to < lines.length && lines[from]!.parent === lines[to]!.parent
}

/** Indexes of the lines of a range with a cell in the column: details count through their total, text is skipped. */
export function linesInRange(lines: readonly Line[], from: number, to: number, column: Column): number[] {
  const { parent } = lines[from]!
  const found: number[] = []
  for (let at = from; at <= to; at++) {
    const line = lines[at]!
    if (line.parent === parent && !isText(line) && hasCell(line, column)) found.push(at)
  }
  return found
}

/** Indexes of the columns `from` to `to` in which the line has a cell. */
export function columnsInRange(line: Line, columns: readonly Column[], from: number, to: number): number[] {
  const found: number[] = []
  for (let at = from; at <= to; at++) if (hasCell(line, columns[at]!)) found.push(at)
  return found
}

/** The format of a cell: the column's where it has one (percent), otherwise the line's. */
export function cellFormat(line: Line, column: Column): Format {
  if (isText(line)) return 'text'
  return column.format ?? line.format ?? 'amount'
}

/** Display decimals where line or column set them. */
export function cellDecimals(line: Line, column: Column): number | undefined {
  return column.format === undefined ? (line.decimals ?? column.decimals) : column.decimals
}

/** Decimal places that a cell prints, of the stored value: a rate printed as 12.50% has 4. */
export function cellPlaces(line: Line, column: Column): number {
  const format = cellFormat(line, column)
  return decimalsOf(format, cellDecimals(line, column)) + (format === 'rate' ? 2 : 0)
}

/**
 * The formula that serves a cell without an input: of a column marked `all`, else the line's, else the column's.
 * A plain column formula passes over heading, text, per-share and share lines, an `all` one over heading, text and shares.
 */
export function structureFormula(line: Line, column: Column): { text: string; by: 'line' | 'column' } | undefined {
  if (!hasCell(line, column) || isText(line)) return undefined
  if (column.all) {
    return column.formula !== undefined && line.format !== 'shares' ? { text: column.formula, by: 'column' } : undefined
  }
  if (line.formula !== undefined && (line.columns === undefined || line.columns.includes(column.id))) {
    return { text: line.formula, by: 'line' }
  }
  if (column.formula !== undefined && line.format !== 'shares' && line.format !== 'per_share') {
    return { text: column.formula, by: 'column' }
  }
  return undefined
}

/** A list of so many of one value. Made whole at once: a filing has hundreds of thousands of cells. */
export function listOf<T>(count: number, value: T): T[] {
  // oxlint-disable-next-line unicorn/no-new-array -- Lists made otherwise cost a call for each cell.
  return new Array<T>(count).fill(value)
}
