/**
 * Filling: what stands in some cells entered in others, as one act. Down and right from the first line or column of the
 * selection, from the active cell into all that are selected, and on from the selection by its handle.
 */
import type { ManyCell } from '../../../shared/analysis/many.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { needsCell } from '../edit/resetting.ts'
import { editableText, isCell, shownEngine, shownFiling } from '../reading/figures.ts'
import type { Repeat } from '../state.ts'
import { warn } from '../messages.ts'
import { doMany } from './many_acts.ts'
import { cellIn, fillTarget, type Area, type Block } from './range.ts'
import { rangeNow, selectedBlocks, selectedPlaces, shownSight } from './selection.ts'
import { inputJudge, refusedThroughout } from './selection_refusals.ts'
import type { Session } from '../session.ts'
import { NO_EDGE } from './wording.ts'

/** What a cell gives to be filled on: its text as entered, else the formula that serves it. */
function givenBy(session: Session, ref: CellRef): string | undefined {
  const { place } = session.getState()
  return place && isCell(shownFiling(session), ref)
    ? editableText(session, place.filing, place.scenario, ref)
    : undefined
}

/** The place among the `count` from `first` on that a place beyond them repeats. */
function repeated(at: number, first: number, count: number): number {
  return first + ((((at - first) % count) + count) % count)
}

/** A block that is filled from another, which it repeats as often as that takes. */
type Filled = { from: Block; to: Block }

/** The cells of a block that are filled, each with the place that it repeats. */
function* placesFilled(session: Session, { from, to }: Filled): Generator<{ ref: CellRef; source: CellRef }> {
  const shown = shownSight(session)
  if (!shown) return
  const { schedule, sight } = shown
  const filing = shownFiling(session)
  const [height, width] = [from.bottom - from.top + 1, from.right - from.left + 1]
  const refAt = (row: number, column: number): CellRef => ({ schedule: schedule.id, ...cellIn(sight, row, column) })
  for (let row = to.top; row <= to.bottom; row += 1) {
    for (let column = to.left; column <= to.right; column += 1) {
      const ref = refAt(row, column)
      const source = refAt(repeated(row, from.top, height), repeated(column, from.left, width))
      if (isCell(filing, ref)) yield { ref, source }
    }
  }
}

/** Enters in each cell of `to` what stands in the cell of `from` that it repeats. */
function cellsFilled(session: Session, filled: Filled): ManyCell[] {
  return [...placesFilled(session, filled)].flatMap(({ ref, source }) => {
    const text = givenBy(session, source)
    return text === undefined ? [] : [{ ref, text }]
  })
}

function fillCells(
  session: Session,
  act: string,
  cells: readonly ManyCell[],
  more: { repeat?: Repeat; area?: Area } = {},
): void {
  if (cells.length === 0) return warn(session, { code: 'none_takes_figure' })
  doMany(session, { act, cells, ...more })
}

type Way = 'down' | 'right'

/** What each area is filled from: its first line or column; one line or column alone the one before it. */
function areasFilled(session: Session, way: Way): Filled[] | Refusal {
  const blocks = selectedBlocks(session)
  if (blocks.length === 0) return { code: 'fill_needs_cells' }
  const isDown = way === 'down'
  const filled: Filled[] = []
  for (const block of blocks) {
    const isSingle = isDown ? block.top === block.bottom : block.left === block.right
    const first = (isDown ? block.top : block.left) - (isSingle ? 1 : 0)
    if (first < 0) return { code: isDown ? 'nothing_above' : 'nothing_to_the_left' }
    filled.push({
      from: isDown ? { ...block, top: first, bottom: first } : { ...block, left: first, right: first },
      to: isDown ? { ...block, top: first + 1 } : { ...block, left: first + 1 },
    })
  }
  return filled
}

function* refsFilled(session: Session, areas: readonly Filled[]): Generator<CellRef> {
  for (const area of areas) for (const { ref } of placesFilled(session, area)) yield ref
}

const NONE_TAKES: Refusal = { code: 'none_takes_figure' }

/** Why nothing can be filled down or right; undefined where something can. */
export function fillRefusal(session: Session, way: Way): Refusal | undefined {
  const areas = areasFilled(session, way)
  if ('code' in areas) return needsCell(session) ?? areas
  return needsCell(session) ?? refusedThroughout(refsFilled(session, areas), inputJudge(session), NONE_TAKES)
}

/** Fills each area from its first line or column. */
export function fill(session: Session, way: Way): void {
  const areas = areasFilled(session, way)
  if ('code' in areas) return warn(session, areas)
  const isDown = way === 'down'
  const cells = areas.flatMap((area) => cellsFilled(session, area))
  fillCells(session, isDown ? 'Filled down' : 'Filled right', cells, {
    repeat: { act: isDown ? 'fill_down' : 'fill_right' },
  })
}

/** The text that the active cell gives to the others, which are many, or why it gives none. */
function givenToAll(session: Session): { text: string; active: CellRef } | Refusal {
  const range = rangeNow(session)
  const filing = shownFiling(session)
  let count = 0
  for (const ref of selectedPlaces(session)) if (isCell(filing, ref) && (count += 1) > 1) break
  if (!range || count < 2) return { code: 'fill_needs_several' }
  const active: CellRef = { schedule: range.schedule, ...range.active }
  const text = givenBy(session, active)
  return text === undefined ? { code: 'no_figure_to_fill' } : { text, active }
}

function* othersThan(session: Session, active: CellRef): Generator<CellRef> {
  for (const ref of selectedPlaces(session)) if (!sameCell(ref, active)) yield ref
}

/** Why the active cell cannot be entered in the others; undefined where it can. */
export function fillSelectionRefusal(session: Session): Refusal | undefined {
  const given = givenToAll(session)
  if ('code' in given) return needsCell(session) ?? given
  return refusedThroughout(othersThan(session, given.active), inputJudge(session), NONE_TAKES)
}

/** Enters what stands in the active cell in every other selected cell. */
export function fillSelection(session: Session): void {
  const given = givenToAll(session)
  if ('code' in given) return warn(session, given)
  const filing = shownFiling(session)
  const others = [...othersThan(session, given.active)].filter((ref) => isCell(filing, ref))
  fillCells(
    session,
    'Filled',
    others.map((ref) => ({ ref, text: given.text })),
    { repeat: { act: 'fill_selection' } },
  )
}

const WAYS = { down: 'down', up: 'up', right: 'to the right', left: 'to the left' } as const

/** Fills on from the selection to where its handle was drawn; the selection then holds both. */
export function fillTo(session: Session, { to, way }: NonNullable<ReturnType<typeof fillTarget>>): void {
  const [block, sight] = [selectedBlocks(session)[0], shownSight(session)?.sight]
  if (!block || !sight) return
  const area = {
    anchor: cellIn(sight, Math.min(block.top, to.top), Math.min(block.left, to.left)),
    head: cellIn(sight, Math.max(block.bottom, to.bottom), Math.max(block.right, to.right)),
  }
  fillCells(session, `Filled ${WAYS[way]}`, cellsFilled(session, { from: block, to }), { area })
}

/** Fills down as far as the figures beside the selection go: those on its left, else those on its right. */
export function fillDownBeside(session: Session): void {
  const [block, shown, engine] = [selectedBlocks(session)[0], shownSight(session), shownEngine(session)]
  if (!block || !shown || !engine) return
  const { lines, columns } = shown.sight
  const isFilled = (row: number, column: number): boolean => {
    const [line, at] = [lines[row], columns[column]]
    if (line === undefined || at === undefined) return false
    const value = engine.value({ schedule: shown.schedule.id, line, column: at })
    return value !== null && value !== ''
  }
  const lastBeside = (column: number): number => {
    let row = block.bottom
    while (isFilled(row + 1, column)) row += 1
    return row
  }
  const left = lastBeside(block.left - 1)
  const row = left > block.bottom ? left : lastBeside(block.right + 1)
  const target = fillTarget(block, row, block.left)
  if (target) fillTo(session, target)
  else warn(session, NO_EDGE)
}
