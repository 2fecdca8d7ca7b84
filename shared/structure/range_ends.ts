/**
 * The ends of ranges set anew where lines or columns come, or stand elsewhere: a range keeps the members that it had, and what comes to
 * stand directly beside its end joins it. What a range then counts is told by ranges.ts.
 */
import { isColumnRange, isLineRange, isText } from '../calc/layout.ts'
import type { Range } from '../formula/ast.ts'
import { namesIn, referencesOf, swapped } from '../formula/rewrite.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { lineOf, positionOf, scheduleOf } from '../model/lookup.ts'
import { refusalText } from '../refusals/refusal.ts'
import { readsAny, ringFault } from './cycles.ts'
import { withFormulas, type FormulaPlace } from './formulas.ts'
import { type Draft, type StructureRefusal, refusedBy } from './plan.ts'
import { cellsServed, placeWords, type RangeChange, rangeChanges, brokenRanges } from './ranges.ts'

/** Lines or columns of a schedule that an act puts in (`new`) or elsewhere (`moved`). */
export type Coming = { schedule: string; what: 'line' | 'column'; ids: ReadonlySet<string>; how: 'new' | 'moved' }

type Item = Line | Column

/** The later draft with ranges that hold on to their members; `before` is the draft in which the same formulas stand. */
export function withRangeEnds(before: Draft, after: Draft, coming: Coming): Draft {
  const mayJoin = parentsOf([before, after], coming)
  return withFormulas(after, (text, place) => {
    if (!text.includes('..') || (coming.how === 'new' && standsOn(place, coming))) return text
    const swaps = referencesOf(text).flatMap((range) => {
      if (range.type === 'reference' || (range.schedule ?? place.schedule) !== coming.schedule) return []
      if ((range.type === 'line_range') !== (coming.what === 'line')) return []
      if (!mayJoin(range)) return []
      const ends = endsOf(before, after, coming, place, range)
      const parts = namesIn(text, range).filter(({ kind }) => kind === coming.what)
      // The last two names of a range of columns are its ends; a line may stand before them.
      const [first, last] = parts.slice(-2)
      if (!ends || !first || !last) return []
      return [
        { ...first, text: ends[0] },
        { ...last, text: ends[1] },
      ]
    })
    return swapped(text, swaps)
  })
}

/**
 * Whether what comes stands, or stood, among what a range could count: columns do, and lines where they fold under what the ends of the
 * range fold under. Any other range stays as it is.
 */
function parentsOf(drafts: readonly Draft[], { schedule, what, ids }: Coming): (range: Range) => boolean {
  if (what === 'column') return () => true
  const found = drafts.flatMap(({ filing }) => scheduleOf(filing, schedule) ?? [])
  const parents = new Set<string | undefined>()
  for (const one of found)
    for (const id of ids) {
      const line = lineOf(one, id)
      if (line) parents.add(line.parent)
    }
  return ({ first }) => found.some((one) => parents.has(lineOf(one, first)?.parent))
}

/** True for a formula that stands on one of these lines or columns of a schedule. */
function standsOn(place: FormulaPlace, { schedule, what, ids }: Omit<Coming, 'how'>): boolean {
  if (place.schedule !== schedule) return false
  return what === 'line'
    ? place.kind !== 'column' && ids.has(place.line)
    : place.kind !== 'line' && ids.has(place.column)
}

/** What the range spans in the draft as it stood; undefined where it is no range. */
function spanned(filing: Filing, schedule: string, range: Range): Item[] | undefined {
  const found = scheduleOf(filing, schedule)
  if (!found) return undefined
  const list: Item[] = range.type === 'line_range' ? found.lines : found.columns
  const [from, to] = [positionOf(list, range.first), positionOf(list, range.last)]
  if (from < 0 || to < from) return undefined
  const items = list.slice(from, to + 1)
  if (range.type === 'column_range') {
    if (!isColumnRange(found.columns, from, to)) return undefined
    const of = found.columns[from]!.entity?.of
    return items.filter((one) => (one as Column).entity?.of === of)
  }
  if (!isLineRange(found.lines, from, to)) return undefined
  const { parent } = found.lines[from]!
  return items.filter((one) => (one as Line).parent === parent)
}

/** True for what counts in no range: a heading, words. */
function isSilent(item: Item): boolean {
  return item.kind === 'heading' || item.kind === 'text' || isText(item as Line)
}

function endsOf(
  before: Draft,
  after: Draft,
  coming: Coming,
  place: FormulaPlace,
  range: Range,
): [string, string] | undefined {
  const { what, ids, how } = coming
  const was = spanned(before.filing, coming.schedule, range)
  const schedule = scheduleOf(after.filing, coming.schedule)
  if (!was || !schedule) return undefined
  const list: Item[] = what === 'line' ? schedule.lines : schedule.columns
  const members = new Set(was.map(({ id }) => id))
  const staying = was.filter(({ id }) => !ids.has(id))
  const known = staying[0] ?? list.find(({ id }) => members.has(id))
  // Those that could be members of one range: lines of one parent, or columns.
  const parent = (known as Line | undefined)?.parent
  const all: Item[] = what === 'line' ? schedule.lines.filter((line) => line.parent === parent) : schedule.columns
  const places = (staying.length > 0 ? staying : was).map(({ id }) => positionOf(all, id))
  if (places.includes(-1)) return undefined
  const joins = (item: Item, beside: Item): boolean =>
    isAlike(item, beside, what) &&
    !standsOn(place, { ...coming, ids: new Set([item.id]) }) &&
    !isClosed(before, place) &&
    !readsAny(after, cellsOf(schedule, what, item.id), cellsServed(after.filing, place))
  /** The furthest place from an end outwards up to which what comes belongs to the range. */
  const furthest = (end: number, by: 1 | -1): number => {
    let reached = end
    for (let at = end + by; at >= 0 && at < all.length; at += by) {
      const item = all[at]!
      const isJoining = members.has(item.id) || (at === reached + by && ids.has(item.id) && joins(item, all[reached]!))
      if (ids.has(item.id) && isJoining) reached = at
      else if (!isSilent(item)) break
    }
    return reached
  }
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const from = how === 'new' ? first : furthest(first, -1)
  return [all[from]!.id, all[furthest(last, 1)]!.id]
}

/** True where an item is of the kind of figures that the range adds up at that end. */
function isAlike(item: Item, beside: Item, what: 'line' | 'column'): boolean {
  if (what === 'column') {
    const isOfOne = (item as Column).entity?.of === (beside as Column).entity?.of
    return isOfOne && item.kind !== 'computed' && item.kind === beside.kind
  }
  return !isSilent(item) && (item.format ?? 'amount') === (beside.format ?? 'amount')
}

/** True for an input of a locked scenario: nothing joins it. */
function isClosed({ scenarios }: Draft, place: FormulaPlace): boolean {
  if (place.kind !== 'cell' || place.scenario === null) return false
  return scenarios.some(({ id, locked }) => id === place.scenario && locked === true)
}

function cellsOf(schedule: Schedule, what: 'line' | 'column', id: string): CellRef[] {
  return what === 'line'
    ? schedule.columns.map((column) => ({ schedule: schedule.id, line: id, column: column.id }))
    : schedule.lines.map((line) => ({ schedule: schedule.id, line: line.id, column: id }))
}

/** What becomes of ranges by an act; refused where some break, or where a formula would count itself, directly or through others. */
export function changedRanges(
  before: Draft,
  after: Draft,
): { kind: 'ranges'; changes: RangeChange[] } | StructureRefusal {
  const changes = rangeChanges(before, after)
  const broken = brokenRanges(before.filing, changes)
  if (broken) return broken
  for (const { place, added } of changes) {
    if (added.length === 0) continue
    const cells = cellsServed(after.filing, place)
    const ring = ringFault(before, after, cells)
    if (!ring) continue
    const formula = placeWords(before.filing, place)
    return refusedBy({ code: 'counts_itself', formula, ring: refusalText(ring) }, cells)
  }
  return { kind: 'ranges', changes }
}
