/**
 * Numbers another structure of a filing: what stands keeps its numbers, and the cells that come, go, or are read otherwise are told.
 * Costs what differs, and a look at each line of a schedule whose lines are others. Knows nothing of values and formulas.
 */
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { difference } from '../model/list_difference.ts'
import { cellOf, checkId, indexOf, type Layout, type Row, type ScheduleLayout } from './layout.ts'

/** A stretch of a list, by its places now, outside of which everything stands as it stood: from the first to before the end. */
export type Stretch = { first: number; end: number }

/** What differs in a schedule that stands. */
export type ReshapedSheet = {
  sheet: ScheduleLayout
  /** Undefined where lines are the same in the same order. */
  lines: Stretch | undefined
  columns: Stretch | undefined
  /** Lines that stand and are read otherwise. */
  changed: Row[]
  goneRows: Row[]
  goneSlots: number[]
  /** True where a line or column that stands may have cells that take inputs and took none before. */
  begins: boolean
}

export type Reshaped = {
  /** Cells that are gone, by the names that they had, in the order that they had. */
  gone: { cell: number; ref: CellRef }[]
  /** Cells that are new. */
  come: number[]
  /** Cells that stand and are read otherwise: their formula, format or kind is another. */
  changed: number[]
  sheets: ReshapedSheet[]
  goneSheets: ScheduleLayout[]
  newSheets: ScheduleLayout[]
  /** To be called once nothing leads to what is gone: its numbers may be given again. */
  free: () => void
}

/** Throws where an id stands twice or is reserved, having changed nothing. */
export function reshape(layout: Layout, next: Filing): Reshaped {
  indexOf(next.schedules, 'schedules')
  for (const schedule of next.schedules) checkIds(schedule, layout.byId.get(schedule.id))
  const done: Reshaped = {
    gone: [],
    come: [],
    changed: [],
    sheets: [],
    goneSheets: [],
    newSheets: [],
    free: () => undefined,
  }
  const following = new Map(next.schedules.map((schedule) => [schedule.id, schedule]))
  for (const sheet of layout.sheets) {
    const schedule = following.get(sheet.schedule.id)
    if (schedule) {
      const told = new SheetReshape(layout, sheet, schedule).run(done)
      if (told) done.sheets.push(told)
    } else {
      for (const row of sheet.rows) tellGone(done, sheet, row, sheet.slots)
      done.goneSheets.push(sheet)
    }
  }
  const sheets = next.schedules.map((schedule, position) => {
    const standing = layout.byId.get(schedule.id)
    if (standing) {
      standing.position = position
      return standing
    }
    const sheet = layout.addSheet(schedule, position)
    done.newSheets.push(sheet)
    for (const row of sheet.rows) for (const slot of sheet.slots) done.come.push(cellOf(row, slot))
    return sheet
  })
  for (const sheet of done.goneSheets) sheet.position = -1
  layout.renumber(next, sheets)
  done.free = () => {
    for (const sheet of done.goneSheets) for (const row of sheet.rows) layout.freeRow(row)
    for (const { sheet, goneRows, goneSlots } of done.sheets) {
      for (const row of goneRows) layout.freeRow(row)
      sheet.freeSlots.push(...goneSlots)
    }
  }
  return done
}

function tellGone(
  done: Reshaped,
  { schedule, lines, columns, slots }: ScheduleLayout,
  row: Row,
  of: readonly number[],
): void {
  const line = lines[row.line]!.id
  for (const [at, slot] of slots.entries()) {
    if (of === slots || of.includes(slot)) {
      done.gone.push({ cell: cellOf(row, slot), ref: { schedule: schedule.id, line, column: columns[at]!.id } })
    }
  }
}

function checkIds({ id, lines, columns }: Schedule, standing: ScheduleLayout | undefined): void {
  if (columns !== standing?.columns) indexOf(columns, `columns of ${id}`)
  if (lines === standing?.lines) return
  const what = `lines of ${id}`
  if (!standing) {
    indexOf(lines, what)
    return
  }
  // Outside of the stretch in which the lists differ everything stands: an id that stands there is taken.
  const { first, end, endBefore } = difference(standing.lines, lines)
  const seen = new Set<string>()
  for (const line of lines.slice(first, end)) {
    const at = standing.rowById.get(line.id)?.line
    checkId(line.id, seen.has(line.id) || (at !== undefined && (at < first || at >= endBefore)), what)
    seen.add(line.id)
  }
}

/** One schedule that stands, and what it is to be. */
class SheetReshape {
  private readonly layout: Layout
  private readonly sheet: ScheduleLayout
  private readonly schedule: Schedule
  private readonly told: ReshapedSheet
  private readonly added = new Set<Row>()

  constructor(layout: Layout, sheet: ScheduleLayout, schedule: Schedule) {
    this.layout = layout
    this.sheet = sheet
    this.schedule = schedule
    this.told = { sheet, lines: undefined, columns: undefined, changed: [], goneRows: [], goneSlots: [], begins: false }
  }

  /** What differs; undefined where nothing does. */
  run(done: Reshaped): ReshapedSheet | undefined {
    const { sheet, schedule, told } = this
    const rows = sheet.lines === schedule.lines ? undefined : this.lines()
    const changedSlots = sheet.columns === schedule.columns ? [] : this.columns()
    this.tellGone(done)
    const kept = sheet.rows
    const newSlots = sheet.columns === schedule.columns ? [] : this.takeColumns()
    sheet.schedule = schedule
    sheet.lines = schedule.lines
    if (rows) this.takeLines(rows)
    const slots = sheet.slots.filter((slot) => !newSlots.includes(slot))
    const changed = new Set(told.changed)
    for (const row of changed) for (const slot of slots) done.changed.push(cellOf(row, slot))
    for (const row of changedSlots.length > 0 || newSlots.length > 0 ? kept : []) {
      if (row.line < 0) continue
      for (const slot of newSlots) done.come.push(cellOf(row, slot))
      if (!changed.has(row)) for (const slot of changedSlots) done.changed.push(cellOf(row, slot))
    }
    for (const row of this.added) for (const slot of sheet.slots) done.come.push(cellOf(row, slot))
    return rows || told.columns ? told : undefined
  }

  /** The rows of the lines to come, undefined for a new one; what goes and what is read otherwise is told. */
  private lines(): (Row | undefined)[] {
    const { sheet, schedule, told } = this
    const stretch = difference(sheet.lines, schedule.lines, isSameLine)
    const { first, end, endBefore } = stretch
    const now = new Set(schedule.lines.slice(first, end).map(({ id }) => id))
    for (let at = first; at < endBefore; at++) if (!now.has(sheet.lines[at]!.id)) told.goneRows.push(sheet.rows[at]!)
    const middle = schedule.lines.slice(first, end).map((line) => {
      const row = sheet.rowById.get(line.id)
      const before = row && sheet.lines[row.line]!
      if (row && before && !isSameLine(before, line)) {
        told.changed.push(row)
        told.begins ||= before.kind === 'heading' || !isSameList(before.only, line.only)
      }
      return row
    })
    if (end > first || endBefore > first) told.lines = { first, end }
    return [...sheet.rows.slice(0, first), ...middle, ...sheet.rows.slice(endBefore)]
  }

  /** The slots of columns that are read otherwise; those that go are told. */
  private columns(): number[] {
    const { sheet, schedule, told } = this
    const changed: number[] = []
    const { first, end, endBefore } = difference(sheet.columns, schedule.columns, isSameColumn)
    if (end > first || endBefore > first) told.columns = { first, end }
    for (const [at, column] of sheet.columns.entries()) {
      const now = schedule.columns.find(({ id }) => id === column.id)
      if (!now) told.goneSlots.push(sheet.slots[at]!)
      else if (!isSameColumn(column, now)) {
        changed.push(sheet.slots[at]!)
        told.begins ||= column.all === true
      }
    }
    return changed
  }

  private tellGone(done: Reshaped): void {
    const { sheet, told } = this
    const gone = new Set(told.goneRows)
    const isWhole = told.goneSlots.length > 0
    for (const row of isWhole ? sheet.rows : told.goneRows) {
      tellGone(done, sheet, row, gone.has(row) ? sheet.slots : told.goneSlots)
    }
    for (const row of told.goneRows) {
      sheet.rowById.delete(sheet.lines[row.line]!.id)
      row.line = -1
    }
  }

  /** Gives the columns to come their slots; the new ones, which every line that stands has a cell in. */
  private takeColumns(): number[] {
    const { sheet, schedule, layout, told } = this
    const added: number[] = []
    sheet.slots = schedule.columns.map(({ id }) => {
      const at = sheet.columnIndex.get(id)
      if (at !== undefined) return sheet.slots[at]!
      let slot = sheet.freeSlots.pop()
      if (slot === undefined) {
        slot = sheet.columnOfSlot.length
        sheet.columnOfSlot.push(-1)
        for (const row of sheet.rows) if (row.line >= 0) layout.addCell(row)
      }
      added.push(slot)
      return slot
    })
    for (const slot of told.goneSlots) sheet.columnOfSlot[slot] = -1
    for (const [column, slot] of sheet.slots.entries()) sheet.columnOfSlot[slot] = column
    sheet.columns = schedule.columns
    sheet.columnIndex = indexOf(schedule.columns, `columns of ${schedule.id}`)
    return added
  }

  private takeLines(rows: readonly (Row | undefined)[]): void {
    const { sheet, layout } = this
    sheet.rows = rows.map((known, at) => {
      if (known) {
        known.line = at
        return known
      }
      const row = layout.addRow(sheet, sheet.lines[at]!, at)
      this.added.add(row)
      return row
    })
  }
}

/** True where the engine reads two lines alike, whatever they are called and however they print. */
function isSameLine(a: Line, b: Line): boolean {
  if (a === b) return true
  const isSame = a.id === b.id && a.kind === b.kind && a.formula === b.formula && a.format === b.format
  if (!isSame || a.decimals !== b.decimals || a.parent !== b.parent || a.entity !== b.entity) return false
  return isSameList(a.only, b.only) && isSameList(a.columns, b.columns) && isSameList(a.choices, b.choices)
}

function isSameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((id, at) => id === b[at]))
}

function isSameColumn(a: Column, b: Column): boolean {
  if (a === b) return true
  if (!isSameList(a.choices, b.choices)) return false
  if (a.entity?.of !== b.entity?.of || a.entity?.name !== b.entity?.name) return false
  return (
    a.id === b.id && a.formula === b.formula && a.all === b.all && a.format === b.format && a.decimals === b.decimals
  )
}
