/**
 * Numbers every cell of a filing, so that the engine works on plain indexes. A cell keeps its number for as long as its line and its column
 * stand, wherever they are moved: lines hold their numbers, columns their slots in them. Knows structure, not values.
 */
import { isFunctionName, isReserved } from '../formula/ast.ts'
import type { CellRef, Column, Filing, Format, Line, Schedule } from '../model/filing.ts'
import type { Decimal } from '../money/decimal.ts'
import { decimalsOf, isMeasured } from '../money/format.ts'
import { parseStored, parseTyped, type Typed } from '../money/parse.ts'

/** A line with the numbers of its cells: a block from `first` on for the slots that there were when it came, then one by one. */
export type Row = {
  readonly number: number
  readonly sheet: ScheduleLayout
  /** Its place among the lines; -1 once it is gone. */
  line: number
  readonly first: number
  readonly width: number
  readonly more: number[]
}

export type ScheduleLayout = {
  schedule: Schedule
  /** Its place among the schedules; -1 once it is gone. */
  position: number
  lines: readonly Line[]
  columns: readonly Column[]
  /** In the order of the lines. */
  rows: readonly Row[]
  rowById: Map<string, Row>
  columnIndex: ReadonlyMap<string, number>
  /** The slot of each column. */
  slots: readonly number[]
  /** The column of each slot; -1 for a free one. */
  columnOfSlot: number[]
  /** Slots that a new column may take. */
  freeSlots: number[]
}

/** Where a cell index points. */
export type CellPlace = { sheet: ScheduleLayout; line: number; column: number }

/** The number of a line's cell in a slot. */
export function cellOf(row: Row, slot: number): number {
  return slot < row.width ? row.first + slot : row.more[slot - row.width]!
}

/** The number of the cell of a line and a column of a schedule. */
export function cellAt(sheet: ScheduleLayout, line: number, column: number): number {
  return cellOf(sheet.rows[line]!, sheet.slots[column]!)
}

export class Layout {
  filing: Filing
  sheets: readonly ScheduleLayout[]
  readonly byId: Map<string, ScheduleLayout>
  /** How many numbers were given, those of cells that are gone among them. */
  count = 0
  private readonly rows: Row[] = []
  /** The line of each number, by the line's own. */
  private rowOf: Int32Array
  /** Numbers that are free again: blocks by their width. */
  private readonly free = new Map<number, number[]>()
  /** True while the numbers are in the order of the filing. */
  private isInOrder = true

  /** Throws where an id stands twice or is reserved, which storage never lets through. */
  constructor(filing: Filing) {
    indexOf(filing.schedules, 'schedules')
    this.filing = filing
    this.rowOf = new Int32Array(0)
    this.sheets = filing.schedules.map((schedule, position) => this.addSheet(schedule, position))
    this.byId = new Map(this.sheets.map((sheet) => [sheet.schedule.id, sheet]))
  }

  /** The cell's index; undefined where schedule, line or column does not exist. */
  cell(ref: CellRef): number | undefined {
    const sheet = this.byId.get(ref.schedule)
    const row = sheet?.rowById.get(ref.line)
    const column = sheet?.columnIndex.get(ref.column)
    if (sheet === undefined || row === undefined || column === undefined) return undefined
    return cellAt(sheet, row.line, column)
  }

  /** True for a number that a cell of the filing has now. */
  has(cell: number): boolean {
    const { sheet, line, column } = this.place(cell)
    return sheet.position >= 0 && line >= 0 && column >= 0
  }

  place(cell: number): CellPlace {
    const row = this.rows[this.rowOf[cell]!]!
    const within = cell - row.first
    const slot = within >= 0 && within < row.width ? within : row.width + row.more.indexOf(cell)
    return { sheet: row.sheet, line: row.line, column: row.sheet.columnOfSlot[slot]! }
  }

  ref(cell: number): CellRef {
    const { sheet, line, column } = this.place(cell)
    return { schedule: sheet.schedule.id, line: sheet.lines[line]!.id, column: sheet.columns[column]!.id }
  }

  /** Below nil where the one cell stands before the other in the filing, above it where after. */
  compare = (a: number, b: number): number => {
    if (this.isInOrder) return a - b
    const [one, other] = [this.place(a), this.place(b)]
    return one.sheet.position - other.sheet.position || one.line - other.line || one.column - other.column
  };

  /** Every cell of the filing, in its order. */
  *cells(): Iterable<number> {
    for (const sheet of this.sheets) {
      for (let line = 0; line < sheet.lines.length; line++) {
        for (let column = 0; column < sheet.columns.length; column++) yield cellAt(sheet, line, column)
      }
    }
  }

  /** A schedule that stands in no filing yet, with cells of its own. */
  addSheet(schedule: Schedule, position: number): ScheduleLayout {
    const { lines, columns } = schedule
    const sheet: ScheduleLayout = {
      schedule,
      position,
      lines,
      columns,
      rows: [],
      rowById: new Map(),
      columnIndex: indexOf(columns, `columns of ${schedule.id}`),
      slots: columns.map((_, column) => column),
      columnOfSlot: columns.map((_, column) => column),
      freeSlots: [],
    }
    this.makeRoom(lines.length * columns.length)
    sheet.rows = lines.map((line, at) => {
      checkId(line.id, sheet.rowById.has(line.id), `lines of ${schedule.id}`)
      return this.addRow(sheet, line, at)
    })
    return sheet
  }

  /** A new line of a schedule, with a cell in each of its slots. */
  addRow(sheet: ScheduleLayout, { id }: Line, at: number): Row {
    const width = sheet.columnOfSlot.length
    const row: Row = { number: this.rows.length, sheet, line: at, first: this.take(width), width, more: [] }
    this.rows.push(row)
    this.rowOf.fill(row.number, row.first, row.first + width)
    sheet.rowById.set(id, row)
    return row
  }

  /** One more cell of a line. */
  addCell(row: Row): number {
    const cell = this.take(1)
    this.rowOf[cell] = row.number
    row.more.push(cell)
    return cell
  }

  /** The numbers of a line that is gone may be given again. */
  freeRow({ first, width, more }: Row): void {
    this.give(first, width)
    for (const cell of more) this.give(cell, 1)
  }

  /** Another filing is numbered now: cells may stand in another order than their numbers. */
  renumber(filing: Filing, sheets: readonly ScheduleLayout[]): void {
    this.filing = filing
    this.sheets = sheets
    this.byId.clear()
    for (const sheet of sheets) this.byId.set(sheet.schedule.id, sheet)
    this.isInOrder = false
  }

  private take(width: number): number {
    const known = this.free.get(width)?.pop()
    if (known !== undefined) return known
    this.makeRoom(width)
    const first = this.count
    this.count += width
    return first
  }

  private give(first: number, width: number): void {
    const known = this.free.get(width)
    if (known) known.push(first)
    else this.free.set(width, [first])
  }

  private makeRoom(more: number): void {
    if (this.count + more <= this.rowOf.length) return
    const larger = new Int32Array(Math.max(this.count + more, this.count + (this.count >> 3)))
    larger.set(this.rowOf)
    this.rowOf = larger
  }
}

/** The place of each item by its id. Throws where an id stands twice or is reserved. */
export function indexOf(items: readonly { id: string }[], what: string): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, { id }] of items.entries()) {
    checkId(id, places.has(id), what)
    places.set(id, at)
  }
  return places
}

/** Throws for an id that is taken or reserved, which storage never lets through. */
export function checkId(id: string, isTaken: boolean, what: string): void {
  if (isTaken) throw new Error(`The id ${id} occurs twice among the ${what}.`)
  if (isFunctionName(id)) throw new Error(`The id ${id} is reserved for the function of that name.`)
  if (isReserved(id)) throw new Error(`The id ${id} is reserved for formulas.`)
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

/**
 * True where columns `from` to `to` (indexes) make a range: not reversed, and both ends of entities of one period or neither of any. As details
 * count through their total, entities count through their consolidated column.
 */
export function isColumnRange(columns: readonly Column[], from: number, to: number): boolean {
  return from >= 0 && from <= to && to < columns.length && columns[from]!.entity?.of === columns[to]!.entity?.of
}

/** Indexes of the columns of a range in which the line has a cell. */
export function columnsInRange(line: Line, columns: readonly Column[], from: number, to: number): number[] {
  const of = columns[from]!.entity?.of
  const found: number[] = []
  for (let at = from; at <= to; at++) {
    const column = columns[at]!
    if (column.entity?.of === of && hasCell(line, column)) found.push(at)
  }
  return found
}

/** The format of a cell: the column's where it has one (percent), otherwise the line's. */
export function cellFormat(line: Line, column: Column): Format {
  if (isText(line)) return 'text'
  return column.format ?? line.format ?? 'amount'
}

/** The words of a cell that holds a choice: of the column where that gives the format, otherwise of the line. */
export function cellChoices(line: Line, column: Column): readonly string[] {
  return (column.format === undefined ? line.choices : column.choices) ?? []
}

/** What a text typed into a cell means there. */
export function typedAt({ line, column }: { line: Line; column: Column }, text: string): Typed {
  return parseTyped(text, cellFormat(line, column), cellChoices(line, column))
}

/** The amount that a stored input gives a cell; undefined where it is none. */
export function storedAt({ line, column }: { line: Line; column: Column }, text: string): Decimal | undefined {
  return parseStored(text, cellFormat(line, column), cellChoices(line, column))
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
 * A plain column formula passes over heading, text, per-share and share lines, an `all` one over heading, text and shares; both over
 * dates and choices.
 */
export function structureFormula(line: Line, column: Column): { text: string; by: 'line' | 'column' } | undefined {
  if (!hasCell(line, column) || isText(line)) return undefined
  const hasColumnFormula = column.formula !== undefined && isMeasured(line.format ?? 'amount')
  if (column.all) {
    return hasColumnFormula && line.format !== 'shares' ? { text: column.formula!, by: 'column' } : undefined
  }
  if (line.formula !== undefined && (line.columns === undefined || line.columns.includes(column.id))) {
    return { text: line.formula, by: 'line' }
  }
  if (hasColumnFormula && line.format !== 'shares' && line.format !== 'per_share') {
    return { text: column.formula!, by: 'column' }
  }
  return undefined
}

/** A list of so many of one value. Made whole at once: a filing has hundreds of thousands of cells. */
export function listOf<T>(count: number, value: T): T[] {
  // oxlint-disable-next-line unicorn/no-new-array -- Lists made otherwise cost a call for each cell.
  return new Array<T>(count).fill(value)
}
