/**
 * The ranges that formulas of a filing sum, each once however many read it: their numbers, their extents, and their cells. Keeps them
 * true when lines and columns come, go and move. Sums nothing.
 */
import { difference } from '../model/list_difference.ts'
import type { Edges } from './edges.ts'
import { membersOf, type Extent } from './extent.ts'
import { isColumnRange, isLineRange, type Row, type ScheduleLayout } from './layout.ts'
import type { ReshapedSheet, Stretch } from './reshape.ts'

type LineExtent = Extent & { along: 'lines' }
type ColumnExtent = Extent & { along: 'columns' }
/** The ranges between two lines, by the slot of their column. */
type LineSpan = { from: Row; to: Row; ranges: Map<number, number> }
/** The ranges between two slots, by their line. */
type ColumnSpan = { from: number; to: number; ranges: Map<Row, number> }
type Spans = { lines: Map<number, LineSpan>; columns: Map<number, ColumnSpan> }

/** More lines and slots than any filing has; two of them in one key stay exact. */
const MOST_ROWS = 2 ** 26

/** What became of the ranges of a schedule: those over other cells than before, and those whose ends no longer make a range. */
export type RangesMoved = { moved: { range: number; members: Int32Array }[]; gone: number[] }

export class RangeNodes {
  readonly members: Int32Array[] = []
  private readonly edges: Edges
  private readonly spans = new Map<ScheduleLayout, Spans>()
  private readonly free: number[] = []

  /** `edges` are those that lead from cells to ranges. */
  constructor(edges: Edges) {
    this.edges = edges
  }

  /** The range over these cells; `made` is told of a new one. */
  of(extent: Extent, made: (range: number, members: Int32Array) => void): number {
    const ranges = this.rangesOf(extent) as Map<number | Row, number>
    const key = extent.along === 'lines' ? extent.slot : extent.row
    const known = ranges.get(key)
    if (known !== undefined) return known
    const range = this.free.pop() ?? this.members.length
    const members = membersOf(extent)
    ranges.set(key, range)
    this.members[range] = members
    for (const cell of members) this.edges.add(cell, ~range)
    made(range, members)
    return range
  }

  private rangesOf(extent: LineExtent | ColumnExtent): Map<number, number> | Map<Row, number> {
    let spans = this.spans.get(extent.sheet)
    if (!spans) this.spans.set(extent.sheet, (spans = { lines: new Map(), columns: new Map() }))
    if (extent.along === 'lines') {
      const { from, to } = extent
      const key = from.number * MOST_ROWS + to.number
      let span = spans.lines.get(key)
      if (!span) spans.lines.set(key, (span = { from, to, ranges: new Map() }))
      return span.ranges
    }
    const { from, to } = extent
    const key = from * MOST_ROWS + to
    let span = spans.columns.get(key)
    if (!span) spans.columns.set(key, (span = { from, to, ranges: new Map() }))
    return span.ranges
  }

  /** A range that no formula reads any longer is no node; its number may be given again. */
  drop(range: number): void {
    this.replace(range, NO_CELLS)
    this.free.push(range)
  }

  /** Puts other cells under a range; those that were not under it before, and those that were. */
  replace(range: number, members: Int32Array): { added: number[]; removed: number[] } {
    const before = this.members[range]!
    const { first, end, endBefore } = difference(before, members)
    const removed = without(before, first, endBefore, members, end)
    const added = without(members, first, end, before, endBefore)
    for (const cell of removed) this.edges.remove(cell, ~range)
    for (const cell of added) this.edges.add(cell, ~range)
    this.members[range] = members
    return { added, removed }
  }

  /** Ranges of a schedule that is gone. */
  ofGone(sheet: ScheduleLayout): number[] {
    const spans = this.spans.get(sheet)
    this.spans.delete(sheet)
    return spans
      ? [...spans.lines.values(), ...spans.columns.values()].flatMap(({ ranges }) => [...ranges.values()])
      : []
  }

  /** Follows a schedule whose lines or columns came, went or moved; what is moved is not yet replaced. */
  follow({ sheet, lines, columns, changed, goneRows, goneSlots }: ReshapedSheet): RangesMoved {
    const done: RangesMoved = { moved: [], gone: [] }
    const spans = this.spans.get(sheet)
    if (!spans) return done
    if (lines || goneSlots.length > 0) this.followLines(sheet, spans, lines, goneSlots, done)
    for (const span of spans.columns.values()) {
      for (const row of goneRows) leave(span.ranges, row, done)
      if (columns && isTouched(sheet.columnOfSlot[span.from]!, sheet.columnOfSlot[span.to]!, columns)) {
        this.followColumns(sheet, span, done)
        continue
      }
      for (const row of changed) {
        const range = span.ranges.get(row)
        if (range !== undefined) this.look({ along: 'columns', sheet, row, from: span.from, to: span.to }, range, done)
      }
    }
    return done
  }

  private followLines(
    sheet: ScheduleLayout,
    spans: Spans,
    lines: Stretch | undefined,
    goneSlots: readonly number[],
    done: RangesMoved,
  ): void {
    for (const [key, { from, to, ranges }] of spans.lines) {
      for (const slot of goneSlots) leave(ranges, slot, done)
      if (!lines || !isTouched(from.line, to.line, lines)) continue
      if (isLineRange(sheet.lines, from.line, to.line)) {
        for (const [slot, range] of ranges) this.look({ along: 'lines', sheet, from, to, slot }, range, done)
      } else {
        done.gone.push(...ranges.values())
        spans.lines.delete(key)
      }
    }
  }

  private followColumns(sheet: ScheduleLayout, { from, to, ranges }: ColumnSpan, done: RangesMoved): void {
    const [first, last] = [sheet.columnOfSlot[from]!, sheet.columnOfSlot[to]!]
    for (const [row, range] of ranges) {
      if (isColumnRange(sheet.columns, first, last)) this.look({ along: 'columns', sheet, row, from, to }, range, done)
      else leave(ranges, row, done)
    }
  }

  private look(extent: Extent, range: number, done: RangesMoved): void {
    const [before, members] = [this.members[range]!, membersOf(extent)]
    if (before.length === members.length && members.every((cell, at) => cell === before[at])) return
    done.moved.push({ range, members })
  }
}

const NO_CELLS = new Int32Array(0)

/** The cells of a stretch of one list that the other lacks in its own, which begins at the same place. */
function without(cells: Int32Array, from: number, end: number, others: Int32Array, otherEnd: number): number[] {
  const found: number[] = []
  const there = end > from && otherEnd > from ? new Set(others.subarray(from, otherEnd)) : undefined
  for (let at = from; at < end; at++) if (!there?.has(cells[at]!)) found.push(cells[at]!)
  return found
}

/** False where both ends stand before all that came, went or moved, or both behind it. */
function isTouched(from: number, to: number, { first, end }: Stretch): boolean {
  return from < 0 || to < from || (to >= first && from < end)
}

function leave<K>(ranges: Map<K, number>, key: K, done: RangesMoved): void {
  const range = ranges.get(key)
  if (range === undefined) return
  done.gone.push(range)
  ranges.delete(key)
}
