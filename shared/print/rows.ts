/**
 * Rows of a printed schedule: which lines stand on the page, how deep, and what each cell shows.
 * Must not judge whether the page may be filed: that is refusals.
 */
import { formatOf } from '../calc/cell_text.ts'
import { CellError } from '../calc/cell_error.ts'
import { cellDecimals, cellFormat, hasCell } from '../calc/layout.ts'
import { isAmount, sameFigure } from '../calc/value.ts'
import type { Value } from '../calc/value.ts'
import type { CellRef, Column, Line, Origin, Schedule } from '../model/filing.ts'
import { printsInFilingCopy, originOf, factOf } from '../model/lookup.ts'
import { figureParts, isMeasured } from '../money/format.ts'
import { wordsCell } from './words_cell.ts'
import type { PrintCell, PrintMode, PrintRow, StandingMark, ValueSource } from './document.ts'

/** One schedule with its figures, as the builders of a print document look at it. */
export type Sheet = {
  schedule: Schedule
  /** The columns that stand on the page. */
  columns: Column[]
  /** The lines that stand on the page. */
  lines: Line[]
  values: ValueSource
  /** Cells whose scenario has an input of its own over a formula. */
  overridden: ReadonlySet<string>
  /** Cells whose figure leaves a period out. */
  partial: ReadonlySet<string>
  mode: PrintMode
  hypothetical: boolean
}

const ORIGIN_MARK: Record<Origin, StandingMark | undefined> = {
  published: undefined,
  not_disclosed: undefined,
  derived: 'd',
  balancing: 'b',
  assumed: 'a',
}

/** Key of a cell within its schedule. */
export function cellKey(line: string, column: string): string {
  return `${line}@${column}`
}

export function cellRef(sheet: Pick<Sheet, 'schedule'>, line: Line, column: Column): CellRef {
  return { schedule: sheet.schedule.id, line: line.id, column: column.id }
}

/** The value in force; null where the line has no cell in the column. */
export function valueOf(sheet: Sheet, line: Line, column: Column): Value {
  return hasCell(line, column) ? sheet.values(cellRef(sheet, line, column)) : null
}

/** True where the scenario's value differs from the base. */
export function isChanged(sheet: Omit<Sheet, 'lines'>, line: Line, column: Column): boolean {
  if (!sheet.hypothetical || !hasCell(line, column)) return false
  const ref = cellRef(sheet, line, column)
  return !sameFigure(sheet.values(ref), sheet.values(ref, 'base'))
}

/** Where a cell's figure comes from. */
export function originIn({ schedule }: Pick<Sheet, 'schedule'>, line: Line, column: Column): Origin | undefined {
  return originOf({ schedule, line, column }).origin
}

/**
 * The lines on the page, in the schedule's order, whatever is folded on the screen. A detail that is ticked to be shown in the
 * filing copy stands in both copies, with the details above it. Other details fold under their line in a filing copy; in a
 * workpaper copy all details of a line stand when the scenario changed one of them, when one bears a comment, whose mark
 * stands at its figure, or when all are asked for.
 * A line that the document does not disclose in any printed column has no row in a filing copy.
 */
export function printedLines(
  sheet: Omit<Sheet, 'lines'>,
  details: 'changed' | 'all',
  commented: ReadonlySet<string> = new Set(),
): Line[] {
  const byId = new Map(sheet.schedule.lines.map((line) => [line.id, line]))
  const unfolded = new Set<string>()
  const ticked = tickedDetails(sheet, byId)
  if (sheet.mode === 'workpaper') {
    for (const line of sheet.schedule.lines) {
      if (line.parent === undefined) continue
      const isTold = commented.has(line.id) || sheet.columns.some((column) => isChanged(sheet, line, column))
      if (details === 'changed' && !isTold) continue
      for (const ancestor of ancestors(line, byId)) unfolded.add(ancestor.id)
    }
  }
  return sheet.schedule.lines.filter((line) => {
    const above = ancestors(line, byId)
    if (sheet.mode === 'workpaper') return ticked.has(line.id) || above.every(({ id }) => unfolded.has(id))
    const prints = above.length > 0 ? ticked.has(line.id) : line.filingCopy !== false
    return prints && !isWithheld(sheet, line)
  })
}

/** The details that are ticked to be shown, and those that they stand under unless these are unticked. */
function tickedDetails({ schedule, mode }: Omit<Sheet, 'lines'>, byId: ReadonlyMap<string, Line>): Set<string> {
  const found = new Set<string>()
  for (const line of schedule.lines) {
    if (line.parent === undefined || !printsInFilingCopy(line)) continue
    for (const one of [line, ...ancestors(line, byId)]) {
      if (one.parent !== undefined && (mode === 'workpaper' || one.filingCopy !== false)) found.add(one.id)
    }
  }
  return found
}

/** The rows, with a dollar sign on the first amount of each column and on lines that carry one. */
export function printedRows(sheet: Sheet): PrintRow[] {
  const byId = new Map(sheet.schedule.lines.map((line) => [line.id, line]))
  const onPage = new Set(sheet.lines)
  const begun = new Set<string>()
  let underHeading = false
  return sheet.lines.map((line, index) => {
    const depth = ancestors(line, byId).filter((one) => onPage.has(one)).length
    if (line.kind === 'heading' || line.rule !== undefined) underHeading = false
    // A line whose details stand right above it, all that bear on it, is their sum and is ruled as one.
    const summed = sheet.lines[index - 1]?.parent === line.id && !leavesDetails(sheet, line, onPage)
    const rule = line.rule ?? (summed ? 'single' : 'none')
    const row: PrintRow = {
      id: line.id,
      kind: kindOf(line, rule),
      label: line.label,
      notes: line.notes ?? [],
      marks: sheet.mode === 'workpaper' ? standingMarks(line) : [],
      depth: depth + (underHeading ? 1 : 0),
      rule,
      cells: sheet.columns.map((column) => printedCell(sheet, line, column, begun)),
    }
    if (line.kind === 'heading') underHeading = true
    return row
  })
}

function kindOf(line: Line, rule: PrintRow['rule']): PrintRow['kind'] {
  if (line.kind === 'heading') return 'heading'
  if (rule !== 'none') return 'total'
  return line.parent === undefined ? 'line' : 'detail'
}

/** Marks of a whole line, or of a whole column, which stand at its head. */
export function standingMarks({ origin }: Pick<Line | Column, 'origin'>): StandingMark[] {
  const mark = origin && ORIGIN_MARK[origin]
  return mark === undefined ? [] : [mark]
}

function printedCell(sheet: Sheet, line: Line, column: Column, begun: Set<string>): PrintCell {
  const workpaper = sheet.mode === 'workpaper'
  if (line.kind !== 'heading' && !hasCell(line, column)) return { kind: 'blank', isNone: true }
  const value = valueOf(sheet, line, column)
  if (value === null || value === '') {
    const withheld = workpaper && originIn(sheet, line, column) === 'not_disclosed'
    return withheld ? { kind: 'not_disclosed' } : { kind: 'blank' }
  }
  if (value instanceof CellError) return { kind: 'error', code: value.code }
  const marks = workpaper ? cellMarks(sheet, line, column) : []
  if (!isAmount(value)) return { kind: 'words', text: value, marks }
  const words = wordsCell(value, formatOf(line, column), marks)
  if (words) return words
  const format = cellFormat(line, column)
  const opens = !begun.has(column.id) && format !== 'shares' && isMeasured(format)
  if (opens) begun.add(column.id)
  const signed = opens || line.currency === true
  const parts = figureParts(value, {
    format,
    decimals: cellDecimals(line, column),
    currency: signed,
    percentSign: signed,
  })
  return { kind: 'figure', parts, marks }
}

/** What is said of this figure beyond its line and column, which carry their own marks. */
function cellMarks(sheet: Sheet, line: Line, column: Column): StandingMark[] {
  const own = factOf(sheet.schedule, line.id, column.id)?.origin
  const marks = own === line.origin || own === column.origin ? [] : standingMarks({ origin: own })
  if (isChanged(sheet, line, column)) marks.push('c')
  if (sheet.overridden.has(cellKey(line.id, column.id))) marks.push('o')
  if (sheet.partial.has(cellKey(line.id, column.id))) marks.push('p')
  return marks
}

/** True where a detail of the line that holds a figure does not stand on the page. */
function leavesDetails(sheet: Sheet, line: Line, onPage: ReadonlySet<Line>): boolean {
  return sheet.schedule.lines.some(
    (detail) =>
      detail.parent === line.id &&
      !onPage.has(detail) &&
      sheet.columns.some((column) => {
        const value = valueOf(sheet, detail, column)
        return value instanceof CellError || (isAmount(value) && !value.isZero())
      }),
  )
}

function isWithheld(sheet: Omit<Sheet, 'lines'>, line: Line): boolean {
  if (line.kind === 'heading') return false
  const columns = sheet.columns.filter((column) => hasCell(line, column))
  return columns.every((column) => {
    const value = sheet.values(cellRef(sheet, line, column))
    return (
      (value === null || value === '') && (columns.length === 0 || originIn(sheet, line, column) === 'not_disclosed')
    )
  })
}

function ancestors(line: Line, byId: ReadonlyMap<string, Line>): Line[] {
  const chain: Line[] = []
  let parent = line.parent === undefined ? undefined : byId.get(line.parent)
  while (parent !== undefined && !chain.includes(parent)) {
    chain.push(parent)
    parent = parent.parent === undefined ? undefined : byId.get(parent.parent)
  }
  return chain
}
