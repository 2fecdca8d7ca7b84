/**
 * Filling: what stands in some cells entered in others, as one act. Down and right from the first line or column of the
 * selection, from the active cell into all that are selected, and on from the selection by its handle.
 */
import type { ManyCell } from '../../../shared/analysis/many.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { editableText, isCell, shownEngine, shownFiling } from '../reading/figures.ts'
import type { Repeat } from '../state.ts'
import { warn } from '../messages.ts'
import { doMany } from './many_acts.ts'
import { cellIn, fillTarget, type Area, type Block } from './range.ts'
import { rangeNow, selectedBlocks, selectedCells, shownSight } from './selection.ts'
import type { Session } from '../session.ts'
import { NOT_FILLED } from './wording.ts'

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

/** Enters in each cell of `to` what stands in the cell of `from` that it repeats, as often as that takes. */
function cellsFilled(session: Session, from: Block, to: Block): ManyCell[] {
  const shown = shownSight(session)
  if (!shown) return []
  const { schedule, sight } = shown
  const filing = shownFiling(session)
  const [height, width] = [from.bottom - from.top + 1, from.right - from.left + 1]
  const refAt = (row: number, column: number): CellRef => ({ schedule: schedule.id, ...cellIn(sight, row, column) })
  const cells: ManyCell[] = []
  for (let row = to.top; row <= to.bottom; row += 1) {
    for (let column = to.left; column <= to.right; column += 1) {
      const ref = refAt(row, column)
      if (!isCell(filing, ref)) continue
      const text = givenBy(session, refAt(repeated(row, from.top, height), repeated(column, from.left, width)))
      if (text !== undefined) cells.push({ ref, text })
    }
  }
  return cells
}

function fillCells(
  session: Session,
  act: string,
  cells: readonly ManyCell[],
  more: { repeat?: Repeat; area?: Area } = {},
): void {
  if (cells.length === 0) return warn(session, NOT_FILLED.noCell)
  doMany(session, { act, cells, ...more })
}

/** Fills each area from its first line or column; one line or column alone is filled from the one before it. */
export function fill(session: Session, way: 'down' | 'right'): void {
  const blocks = selectedBlocks(session)
  if (blocks.length === 0) return warn(session, NOT_FILLED.noSelection)
  const isDown = way === 'down'
  const cells: ManyCell[] = []
  for (const block of blocks) {
    const isSingle = isDown ? block.top === block.bottom : block.left === block.right
    const first = (isDown ? block.top : block.left) - (isSingle ? 1 : 0)
    if (first < 0) return warn(session, NOT_FILLED.noSource(isDown))
    const from = isDown ? { ...block, top: first, bottom: first } : { ...block, left: first, right: first }
    const to = isDown ? { ...block, top: first + 1 } : { ...block, left: first + 1 }
    cells.push(...cellsFilled(session, from, to))
  }
  fillCells(session, isDown ? 'Filled down' : 'Filled right', cells, {
    repeat: { act: isDown ? 'fill_down' : 'fill_right' },
  })
}

/** Enters what stands in the active cell in every other selected cell. */
export function fillSelection(session: Session): void {
  const [range, cells] = [rangeNow(session), selectedCells(session)]
  if (!range || cells.length < 2) return warn(session, NOT_FILLED.oneCell)
  const active: CellRef = { schedule: range.schedule, ...range.active }
  const text = givenBy(session, active)
  if (text === undefined) return warn(session, NOT_FILLED.noFigure)
  const others = cells.filter(({ line, column }) => line !== active.line || column !== active.column)
  fillCells(
    session,
    'Filled',
    others.map((ref) => ({ ref, text })),
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
  fillCells(session, `Filled ${WAYS[way]}`, cellsFilled(session, block, to), { area })
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
  else warn(session, NOT_FILLED.noEdge)
}
