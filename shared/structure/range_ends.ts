/**
 * The ends of ranges set anew where lines or columns come, or stand elsewhere: a range keeps the members that it had, and what comes to
 * stand directly beside its end joins it. What a range then counts is told by ranges.ts.
 */
import { isLineRange, isText } from '../calc/layout.ts'
import type { Range } from '../formula/ast.ts'
import { namesIn, referencesOf } from '../formula/rewrite.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { positionOf, scheduleOf } from '../model/lookup.ts'
import { refusalText, type Refusal } from '../refusals/refusal.ts'
import { readsAny, ringFault } from './cycles.ts'
import { withFormulas, type FormulaPlace } from './formulas.ts'
import type { Draft } from './plan.ts'
import { cellsServed, placeWords, type RangeChange } from './ranges.ts'

/** Lines or columns of a schedule that an act puts in (`new`) or elsewhere (`moved`). */
export type Coming = { schedule: string; what: 'line' | 'column'; ids: ReadonlySet<string>; how: 'new' | 'moved' }

type Item = Line | Column

/** The later draft with ranges that hold on to their members; `before` is the draft in which the same formulas stand. */
export function withRangeEnds(before: Draft, after: Draft, coming: Coming): Draft {
  return withFormulas(after, (text, place) => {
    if (!text.includes('..') || isNew(coming, place)) return text
    let next = ''
    let done = 0
    for (const range of referencesOf(text)) {
      if (range.type === 'reference' || (range.schedule ?? place.schedule) !== coming.schedule) continue
      if ((range.type === 'line_range') !== (coming.what === 'line')) continue
      const ends = endsOf(before, after, coming, place, range)
      const parts = namesIn(text, range).filter(({ kind }) => kind === coming.what)
      // The last two names of a range of columns are its ends; a line may stand before them.
      const [first, last] = parts.slice(-2)
      if (!ends || !first || !last) continue
      next += text.slice(done, first.at) + ends[0] + text.slice(first.end, last.at) + ends[1]
      done = last.end
    }
    return next + text.slice(done)
  })
}

/** True for a formula that came with the act itself. */
function isNew({ how, schedule, what, ids }: Coming, place: FormulaPlace): boolean {
  if (how === 'moved' || place.schedule !== schedule) return false
  return what === 'line'
    ? place.kind !== 'column' && ids.has(place.line)
    : place.kind !== 'line' && ids.has(place.column)
}

/** The items that could be members of one range: lines of one parent, or columns. */
function siblings(schedule: Schedule, what: 'line' | 'column', parent: string | undefined): Item[] {
  return what === 'line' ? schedule.lines.filter((line) => line.parent === parent) : schedule.columns
}

/** What the range spans in the draft as it stood; undefined where it is no range. */
function spanned(filing: Filing, schedule: string, range: Range): Item[] | undefined {
  const found = scheduleOf(filing, schedule)
  if (!found) return undefined
  const list: Item[] = range.type === 'line_range' ? found.lines : found.columns
  const [from, to] = [positionOf(list, range.first), positionOf(list, range.last)]
  if (from < 0 || to < from) return undefined
  const items = list.slice(from, to + 1)
  if (range.type === 'column_range') return items
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
  const all = siblings(schedule, what, what === 'line' ? (known as Line | undefined)?.parent : undefined)
  const places = (staying.length > 0 ? staying : was).map(({ id }) => positionOf(all, id))
  if (places.includes(-1)) return undefined
  let [first, last] = [Math.min(...places), Math.max(...places)]
  const joins = (item: Item, beside: Item): boolean =>
    isAlike(item, beside, what) &&
    !isOwn(item, what, coming.schedule, place) &&
    !isClosed(before, place) &&
    !readsAny(after, cellsOf(schedule, what, item.id), cellsServed(after.filing, place))
  for (let at = last + 1; at < all.length; at++) {
    const item = all[at]!
    const isJoining = members.has(item.id) || (at === last + 1 && ids.has(item.id) && joins(item, all[last]!))
    if (ids.has(item.id) && isJoining) last = at
    else if (!isSilent(item)) break
  }
  if (how === 'new') return [all[first]!.id, all[last]!.id]
  for (let at = first - 1; at >= 0; at--) {
    const item = all[at]!
    const isJoining = members.has(item.id) || (at === first - 1 && ids.has(item.id) && joins(item, all[first]!))
    if (ids.has(item.id) && isJoining) first = at
    else if (!isSilent(item)) break
  }
  return [all[first]!.id, all[last]!.id]
}

/** True where an item is of the kind of figures that the range adds up at that end. */
function isAlike(item: Item, beside: Item, what: 'line' | 'column'): boolean {
  if (what === 'column') return item.kind !== 'computed' && item.kind === beside.kind
  return !isSilent(item) && (item.format ?? 'amount') === (beside.format ?? 'amount')
}

/** True for the line or column in which the formula itself stands: it cannot count itself. */
function isOwn({ id }: Item, what: 'line' | 'column', schedule: string, place: FormulaPlace): boolean {
  if (place.schedule !== schedule) return false
  return what === 'line' ? place.kind !== 'column' && place.line === id : place.kind !== 'line' && place.column === id
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

/** Why an act is refused after which a formula would count itself, directly or through others; undefined where none would. */
export function selfCounting(
  before: Draft,
  after: Draft,
  changes: readonly RangeChange[],
): { refusal: Refusal; cells: CellRef[] } | undefined {
  for (const { place, added } of changes) {
    if (added.length === 0) continue
    const cells = cellsServed(after.filing, place)
    const ring = ringFault(before, after, cells)
    if (!ring) continue
    const formula = placeWords(before.filing, place)
    return { refusal: { code: 'counts_itself', formula, ring: refusalText(ring) }, cells }
  }
  return undefined
}
