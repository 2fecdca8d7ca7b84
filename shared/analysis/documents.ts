/**
 * Two documents of a registrant line by line for one period: a filing and one of its versions, two stages of a period, or a period as two
 * filings show it. Pure; reads figures where they stand and holds none.
 */
import { isMeasured } from '../money/format.ts'
import { asPrinted, formatOf } from '../calc/cell_text.ts'
import { CellError } from '../calc/cell_error.ts'
import { cellFormat, hasCell } from '../calc/layout.ts'
import { isAmount, sameFigure, type Value } from '../calc/value.ts'
import { CLASS_RULES, ownCorrections, type Correction } from '../model/correction.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { inLine } from '../model/line_of_filings.ts'
import { columnName, columnOf, lineOf, scheduleName, scheduleOf } from '../model/lookup.ts'
import { withoutResidue, ZERO, type Decimal } from '../money/decimal.ts'
import type { FormatOptions } from '../money/format.ts'
import { upFrom } from '../structure/outline.ts'

/** A document: a filing, and the values of its base layer or those that a version keeps. */
export type DocumentSide = { filing: Filing; value: (ref: CellRef) => Value }

export type DocumentRow = {
  /** `schedule.line`, or `heading:<schedule>` for the heads between. */
  id: string
  kind: 'heading' | 'line'
  schedule: string
  label: string
  /** The line as the later document has it, else as the earlier; null for a head between. */
  line: Line | null
  depth: number
  format: FormatOptions
  /** In which of the two the line stands. */
  stands: 'both' | 'earlier' | 'later'
  earlier: Value
  later: Value
  /** Later less earlier, exact, or as printed for per-share amounts; null where either is unknown. */
  adjustment: Decimal | null
  differs: boolean
}

/** Which document a figure is of: a filing as it stands, or a version of it by its change number. */
type Dated = { filing: Filing; version?: number | undefined }

/** Two documents in their order: versions of one filing by number, the filing as it stands behind them; others by their line. */
export function inOrder<T extends Dated>(a: T, b: T): [earlier: T, later: T] {
  const isInOrder =
    a.filing.id === b.filing.id
      ? (a.version ?? Infinity) <= (b.version ?? Infinity)
      : inLine([a.filing, b.filing])[0] === a.filing
  return isInOrder ? [a, b] : [b, a]
}

/** What was corrected between two documents: of one filing since the earlier, of others what the later was classed against the earlier. */
export function correctionsBetween(earlier: Filing, later: Filing): Correction[] {
  if (earlier.id === later.id) return ownCorrections(later).slice(ownCorrections(earlier).length)
  return (later.corrections ?? []).filter(({ against }) => against === earlier.id)
}

/** The correction that names a comparison: the first that marks later filings, else the last. */
export function leadingCorrection(all: readonly Correction[]): Correction | undefined {
  return all.find((one) => CLASS_RULES[one.class].marksLater) ?? all.at(-1)
}

/** The periods (column ids) that both documents show, in the order of the later one, with their names there. */
export function sharedPeriods(earlier: Filing, later: Filing): { id: string; name: string }[] {
  const found = new Map<string, string>()
  for (const schedule of later.schedules) {
    const other = scheduleOf(earlier, schedule.id)
    for (const column of schedule.columns) {
      const same = columnOf(other, column.id)
      if (!same || !isCompared(column) || found.has(column.id)) continue
      // A column that names no day is of the period of its filing.
      const isSame = (column.end ?? later.periodEnd) === (same.end ?? earlier.periodEnd)
      if (isSame) found.set(column.id, columnName(schedule, column))
    }
  }
  return [...found].map(([id, name]) => ({ id, name }))
}

/** A comparison of two columns is no figure of a document's own. */
function isCompared(column: Column): boolean {
  return !column.all
}

/**
 * The rows for a period: each schedule that shows it in both documents, or in one alone. A line stands where the later document has it;
 * one that it lacks follows the line before it in the earlier.
 */
export function comparedDocuments(earlier: DocumentSide, later: DocumentSide, period: string): DocumentRow[] {
  const rows: DocumentRow[] = []
  const ids = [...later.filing.schedules, ...earlier.filing.schedules].map(({ id }) => id)
  for (const id of new Set(ids)) {
    const [before, after] = [scheduleOf(earlier.filing, id), scheduleOf(later.filing, id)]
    const own = after && columnOf(after, period) ? after : before
    const column = own && columnOf(own, period)
    if (!own || !column || !isCompared(column)) continue
    const byId = new Map(own.lines.map((one) => [one.id, one]))
    const lines = linesOf(before, after)
      .map((line) => rowOf({ earlier, later, schedule: own, byId, line, period }))
      .filter((row) => row !== undefined)
    if (lines.every(({ line }) => line?.kind === 'heading')) continue
    rows.push(headRow(own), ...lines)
  }
  return rows
}

function headRow(schedule: Schedule): DocumentRow {
  return {
    id: `heading:${schedule.id}`,
    kind: 'heading',
    schedule: schedule.id,
    label: scheduleName(schedule),
    line: null,
    depth: 0,
    format: { format: 'text' },
    stands: 'both',
    earlier: null,
    later: null,
    adjustment: null,
    differs: false,
  }
}

/** The lines of both, those of the earlier alone behind the one that they followed. */
function linesOf(before: Schedule | undefined, after: Schedule | undefined): Line[] {
  const stays = new Set(after?.lines.map(({ id }) => id))
  /** By the id of the line that they follow; those at the beginning by none. */
  const gone = new Map<string | undefined, Line[]>()
  let last: string | undefined
  for (const line of before?.lines ?? []) {
    if (stays.has(line.id)) last = line.id
    else gone.set(last, [...(gone.get(last) ?? []), line])
  }
  return [
    ...(gone.get(undefined) ?? []),
    ...(after?.lines ?? []).flatMap((line) => [line, ...(gone.get(line.id) ?? [])]),
  ]
}

type At = {
  earlier: DocumentSide
  later: DocumentSide
  schedule: Schedule
  byId: ReadonlyMap<string, Line>
  line: Line
  period: string
}

function rowOf({ earlier, later, schedule, byId, line, period }: At): DocumentRow | undefined {
  const standing = [earlier, later].map(({ filing }) => {
    const own = scheduleOf(filing, schedule.id)
    const found = lineOf(own, line.id)
    const column = columnOf(own, period)
    return own && found && column && (found.kind === 'heading' || hasCell(found, column))
      ? { found, column }
      : undefined
  })
  const shown = standing[1] ?? standing[0]
  if (!shown) return undefined
  const row: DocumentRow = {
    id: `${schedule.id}.${line.id}`,
    kind: line.kind === 'heading' ? 'heading' : 'line',
    schedule: schedule.id,
    label: shown.found.label,
    line: shown.found,
    depth: Math.max(0, upFrom(byId, line.id).length - 1),
    format: formatOf(shown.found, shown.column),
    stands: standing[0] && standing[1] ? 'both' : standing[1] ? 'later' : 'earlier',
    earlier: null,
    later: null,
    adjustment: null,
    differs: false,
  }
  if (row.kind === 'heading') return row
  const ref = { schedule: schedule.id, line: line.id, column: period }
  const [was, now] = [standing[0] ? earlier.value(ref) : null, standing[1] ? later.value(ref) : null]
  return {
    ...row,
    earlier: was,
    later: now,
    adjustment: adjustmentOf(was, now, shown),
    differs: !isSameFigure(was, now),
  }
}

/** Two errors of one kind show the same. */
function isSameFigure(a: Value, b: Value): boolean {
  return sameFigure(a, b) || (a instanceof CellError && b instanceof CellError && a.code === b.code)
}

/** A blank beside an amount counts as nil in a line that is entered; a computed blank, such as an unknown level, stays unknown. */
function adjustmentOf(was: Value, now: Value, { found, column }: { found: Line; column: Column }): Decimal | null {
  if (!isMeasured(cellFormat(found, column))) return null
  const amount = (value: Value, other: Value): Decimal | null =>
    isAmount(value) ? value : value === null && isAmount(other) && found.kind === 'input' ? ZERO : null
  const [from, to] = [amount(was, now), amount(now, was)]
  if (from === null || to === null) return null
  if (cellFormat(found, column) !== 'per_share') return withoutResidue(to.minus(from))
  const at = { line: found, column }
  return withoutResidue(asPrinted(at, to).minus(asPrinted(at, from)))
}

/** The rows that differ, with the heads that still head one. */
export function differingRows(rows: readonly DocumentRow[]): DocumentRow[] {
  return rows.filter((row, at) => {
    if (row.kind === 'line') return row.differs
    const level = row.line === null
    const next = rows.findIndex((one, i) => i > at && one.kind === 'heading' && (!level || one.line === null))
    return rows.slice(at + 1, next < 0 ? rows.length : next).some(({ differs }) => differs)
  })
}
