/**
 * The selection of the grid shown: which cells it holds and how keys and pointer change it. It lives in the session by
 * ids; the focused cell is its active cell. Changes no figure.
 */
import { hasCell } from '../../../shared/calc/layout.ts'
import type { CellRef, Schedule } from '../../../shared/model/filing.ts'
import { columnOf, lineOf } from '../../../shared/model/lookup.ts'
import { shownEngine, shownFiling } from '../reading/figures.ts'
import { inScreenOrder, pinnedAmong } from '../view/pinning.ts'
import { visibleRows } from '../reading/rows.ts'
import type { SessionState } from '../state.ts'
import {
  blockOf,
  cellIn,
  isWithin,
  leap,
  spotIn,
  sameSpot,
  spotsOf,
  type Area,
  type Block,
  type Cell,
  type Range,
  type Sight,
} from './range.ts'
import { ofSession, type Session } from '../session.ts'

type Shown = Pick<Schedule, 'id' | 'lines' | 'columns'>

type Seen = {
  lines: Schedule['lines']
  columns: Schedule['columns']
  folded: unknown
  pinned: unknown
  slim: boolean
  filing: string
  sight: Sight
}

/** What was last in sight, until the structure, the folding or the filing is another. */
const lastSeen = ofSession((): { of?: Seen } => ({}))

/** The schedule shown and what of it is in sight; undefined where the screen shows none. */
export function shownSight(session: Session): { schedule: Shown; sight: Sight } | undefined {
  const { place, view, room } = session.getState()
  const schedule = shownFiling(session)?.schedules.find(({ id }) => id === place?.schedule)
  if (!schedule || !place) return undefined
  const { lines, columns } = schedule
  const last = lastSeen(session)
  const same = last.of?.lines === lines && last.of.columns === columns && last.of.folded === view.folded
  const isPinned = last.of?.pinned === view.pinned && last.of?.slim === room.slim
  if (!last.of || !same || !isPinned || last.of.filing !== place.filing) {
    const rows = visibleRows(place.filing, schedule, new Set(view.folded))
    const sight = {
      all: lines.map(({ id }) => id),
      lines: rows.map(({ line }) => line.id),
      columns: inScreenOrder(columns, pinnedAmong(session, schedule.id, columns)).map(({ id }) => id),
    }
    last.of = { lines, columns, folded: view.folded, pinned: view.pinned, slim: room.slim, filing: place.filing, sight }
  }
  return { schedule, sight: last.of.sight }
}

/** The selection as far as it stands in the schedule shown; the focused cell alone where nothing more is selected. */
export function rangeNow(session: Session, state: SessionState = session.getState()): Range | undefined {
  const { range, focus, place } = state
  if (!place) return undefined
  if (range && range.schedule === place.schedule && sameSpot(range.active, focus)) return range
  return focus ? { schedule: place.schedule, active: focus, areas: [{ anchor: focus, head: focus }] } : undefined
}

/** The rectangles selected, in the order in which they were. */
export function selectedBlocks(session: Session): Block[] {
  const [range, shown] = [rangeNow(session), shownSight(session)]
  return range && shown ? range.areas.flatMap((area) => blockOf(area, shown.sight) ?? []) : []
}

/** Every place that is selected, whether it has a cell or not, once, line by line within each area. */
export function* selectedPlaces(session: Session): Generator<CellRef> {
  const shown = shownSight(session)
  if (!shown) return
  const { schedule, sight } = shown
  for (const { row, column } of spotsOf(selectedBlocks(session)))
    yield { schedule: schedule.id, ...cellIn(sight, row, column) }
}

/** Every cell that is selected and exists, in the same order. */
export function selectedCells(session: Session): CellRef[] {
  const schedule = shownSight(session)?.schedule
  if (!schedule) return []
  return [...selectedPlaces(session)].filter((ref) => {
    const [line, column] = [lineOf(schedule, ref.line), columnOf(schedule, ref.column)]
    return line && column && hasCell(line, column)
  })
}

/** True where a cell lies in blocks, the selected ones unless others are given. */
export function isSelected(session: Session, cell: Cell, blocks: readonly Block[] = selectedBlocks(session)): boolean {
  const sight = shownSight(session)?.sight
  const spot = sight && spotIn(sight, cell)
  return spot !== undefined && blocks.some((block) => isWithin(block, spot.row, spot.column))
}

/** True while more than the focused cell is selected. */
export function isMany(session: Session, state: SessionState = session.getState()): boolean {
  const range = rangeNow(session, state)
  return range !== undefined && (range.areas.length > 1 || !sameSpot(range.areas[0].anchor, range.areas[0].head))
}

export function collapse(session: Session): void {
  if (session.getState().range) session.setState({ range: null })
}

/** Selects areas; `takesFocus`: the focus is to go to the active cell. */
function select(
  session: Session,
  active: Cell,
  areas: readonly Area[],
  { byLabel = false, takesFocus = false } = {},
): void {
  const { place } = session.getState()
  const [first, ...more] = areas
  if (!place || !first) return
  const range: Range = { schedule: place.schedule, active, areas: [first, ...more], ...(byLabel && { byLabel }) }
  session.setState({ range, ...(takesFocus && { focus: active, remark: null }) })
}

function isInArea(session: Session, cell: Cell, area: Area): boolean {
  const sight = shownSight(session)?.sight
  const block = sight && blockOf(area, sight)
  return block !== undefined && isSelected(session, cell, [block])
}

/** Moves the head of the last area to a cell. */
export function extendTo(session: Session, head: Cell): void {
  const range = rangeNow(session)
  if (!range) return
  const { active } = range
  const [area, others] = [range.areas.at(-1)!, range.areas.slice(0, -1)]
  // The active cell may have walked away from the anchor; it stays in its area.
  const isLeft = isInArea(session, active, area) && !isInArea(session, active, { ...area, head })
  select(session, active, [...others, { anchor: isLeft ? active : area.anchor, head }])
}

/** Makes another cell of the selection its active one; the focus is to follow. */
export function walkTo(session: Session, active: Cell): void {
  const range = rangeNow(session)
  if (range) select(session, active, range.areas, { takesFocus: true })
}

/** Holds what is selected as a selection of its own, so that a further area joins even a cell that stands alone. */
export function holdSelection(session: Session): Range | undefined {
  const range = rangeNow(session)
  if (range) session.setState({ range })
  return range
}

/** Selects from one cell to another, the focus staying at the active cell; `byLabel`: a line taken by its label. */
export function selectArea(session: Session, active: Cell, anchor: Cell, head: Cell, byLabel = false): void {
  select(session, active, [{ anchor, head }], { byLabel })
}

/** Adds a further area, the focus going to its active cell; of several adds, `instead` takes the place of the last. */
export function addArea(
  session: Session,
  active: Cell,
  { anchor = active, head = active, instead = false }: Partial<Area> & { instead?: boolean } = {},
): void {
  const before = rangeNow(session)?.areas ?? []
  select(session, active, [...(instead ? before.slice(0, -1) : before), { anchor, head }], { takesFocus: true })
}

/** Puts a selection back around a cell within it, after the focus was sent there. */
export function keepSelection(session: Session, range: Range | null): void {
  const { focus, place } = session.getState()
  if (!range || !focus || place?.schedule !== range.schedule) return
  const before = session.getState().range
  session.setState({ range: { ...range, active: focus } })
  if (!isSelected(session, focus)) session.setState({ range: before })
}

/** The selection widened to whole lines, whole columns, or both. */
export function selectWhole(session: Session, what: 'lines' | 'columns' | 'all'): void {
  const [range, shown] = [rangeNow(session), shownSight(session)]
  if (!range || !shown) return
  const { lines, columns } = shown.sight
  const area = range.areas.at(-1)!
  const widened = (at: Cell, end: 0 | -1): Cell => ({
    line: what === 'lines' ? at.line : lines.at(end)!,
    column: what === 'columns' ? at.column : columns.at(end)!,
  })
  select(session, range.active, [{ anchor: widened(area.anchor, 0), head: widened(area.head, -1) }])
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The cell a step, or a leap to the edge of the figures, away; undefined for a cell out of sight. */
export function cellAway(session: Session, from: Cell, direction: Direction, far: boolean): Cell | undefined {
  const [shown, engine] = [shownSight(session), shownEngine(session)]
  if (!shown || !engine) return undefined
  const { schedule, sight } = shown
  const spot = spotIn(sight, from)
  if (!spot) return undefined
  const by = direction === 'down' || direction === 'right' ? 1 : -1
  const isDown = direction === 'up' || direction === 'down'
  const count = isDown ? sight.lines.length : sight.columns.length
  const cellAt = (at: number): Cell =>
    isDown ? { line: sight.lines[at]!, column: from.column } : { line: from.line, column: sight.columns[at]! }
  const isFilled = (at: number): boolean => {
    const value = engine.value({ schedule: schedule.id, ...cellAt(at) })
    return value !== null && value !== ''
  }
  const at = isDown ? spot.row : spot.column
  if (far) return cellAt(leap(at, count, by, isFilled))
  return cellAt(Math.min(Math.max(at + by, 0), count - 1))
}

export function headNow(session: Session): Cell | undefined {
  return rangeNow(session)?.areas.at(-1)?.head
}
