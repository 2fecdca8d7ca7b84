/**
 * Shows the selection on the grid's cells: a wash, an outline around each area, what is cut, where a fill would lead, the
 * handle at the corner, and the state for screen readers. Marks elements only, those drawn now and each that is drawn later.
 */
import { isCut } from '../../session/selection/cutting.ts'
import { isWithin, placesOf, type Block, type Sight } from '../../session/selection/range.ts'
import { isMany, rangeNow, selectedBlocks, shownSight } from '../../session/selection/selection.ts'

import type { Session } from '../../session/session.ts'

type Marks = { sight: Sight; blocks: readonly Block[] }

let last: { range: unknown; sight: Sight; marks: Marks } | undefined

/** What is to be marked; undefined while only one cell is selected. */
function marksNow(session: Session): Marks | undefined {
  const { range } = session.getState()
  const sight = range && isMany(session) ? shownSight(session)?.sight : undefined
  if (!sight || rangeNow(session) !== range) return undefined
  if (last?.range !== range || last.sight !== sight)
    last = { range, sight, marks: { sight, blocks: selectedBlocks(session) } }
  return last.marks
}

/** Where a fill under way would lead. */
let filled: Block | undefined

/** The cell that carries the handle, and the handle. */
let corner: { line: string; column: string; handle: HTMLElement } | undefined

const EDGES = ['top', 'bottom', 'left', 'right'] as const

/** What lies beyond each edge of a cell: lines down, columns across. */
const BESIDE: Record<(typeof EDGES)[number], [down: number, across: number]> = {
  top: [-1, 0],
  bottom: [1, 0],
  left: [0, -1],
  right: [0, 1],
}

/** A dashed outline around what is cut: at each edge beyond which nothing is. */
function markCut(session: Session, cell: HTMLElement, row: number, column: number, sight: Sight | undefined): void {
  if (!session.getState().cut && !cell.matches('.is-cut')) return
  const isThere = (down: number, across: number): boolean => {
    const [line, at] = [sight?.lines[row + down], sight?.columns[column + across]]
    return line !== undefined && at !== undefined && isCut(session, { line, column: at })
  }
  const isMarked = isThere(0, 0)
  cell.classList.toggle('is-cut', isMarked)
  for (const edge of EDGES) cell.classList.toggle(`cut-${edge}`, isMarked && !isThere(...BESIDE[edge]))
}

function mark(session: Session, cell: HTMLElement, row: number, column: number, marks: Marks | undefined): void {
  markCut(session, cell, row, column, marks?.sight ?? shownSight(session)?.sight)
  const within = marks?.blocks.filter((block) => isWithin(block, row, column)) ?? []
  cell.classList.toggle('in-range', within.length > 0)
  const target = filled && isWithin(filled, row, column) ? filled : undefined
  cell.classList.toggle('fill-to', target !== undefined)
  const outlined = target ? [...within, target] : within
  for (const edge of EDGES) {
    const at = edge === 'top' || edge === 'bottom' ? row : column
    cell.classList.toggle(
      `range-${edge}`,
      outlined.some((block) => block[edge] === at),
    )
  }
  if (within.length > 0) cell.setAttribute('aria-selected', 'true')
  else cell.removeAttribute('aria-selected')
}

/** Puts the handle on its cell once that is drawn: the grid empties a new cell before the figure comes in. */
function handleOn(cell: HTMLElement, meant: NonNullable<typeof corner>): void {
  queueMicrotask(() => {
    if (corner === meant) cell.append(meant.handle)
  })
}

/** Marks one cell as it is drawn. */
export function markCell(session: Session, cell: HTMLElement, line: string, column: string): void {
  if (corner?.line === line && corner.column === column && corner.handle.parentElement !== cell) handleOn(cell, corner)
  const marks = marksNow(session)
  if (!marks && !filled && !session.getState().cut && !cell.matches('.in-range, .fill-to, .is-cut')) return
  const sight = marks?.sight ?? shownSight(session)?.sight
  const [row, at] = sight ? [placesOf(sight.lines).get(line), placesOf(sight.columns).get(column)] : []
  mark(session, cell, row ?? -1, at ?? -1, marks)
}

/** Marks every cell that is drawn, and puts the handle at the corner of the selection. */
export function markAll(session: Session, container: HTMLElement, handle: HTMLElement): void {
  const marks = marksNow(session)
  const sight = marks?.sight ?? shownSight(session)?.sight
  const drawn = marks || filled || session.getState().cut ? '.ag-cell' : '.ag-cell:is(.in-range, .fill-to, .is-cut)'
  for (const cell of container.querySelectorAll<HTMLElement>(drawn)) {
    const row = sight && placesOf(sight.lines).get(cell.closest('[row-id]')?.getAttribute('row-id') ?? '')
    const column = sight && placesOf(sight.columns).get(cell.getAttribute('col-id') ?? '')
    mark(session, cell, row ?? -1, column ?? -1, marks)
  }
  placeHandle(session, container, handle)
}

/** One area has a handle; of several, no one would be meant. */
function placeHandle(session: Session, container: HTMLElement, handle: HTMLElement): void {
  const [sight, blocks] = [shownSight(session)?.sight, selectedBlocks(session)]
  const [block] = blocks
  const line = block && sight?.lines[block.bottom]
  const column = block && sight?.columns[block.right]
  corner = blocks.length === 1 && line !== undefined && column !== undefined ? { line, column, handle } : undefined
  const cell = corner && container.querySelector(`[row-id="${line}"] .ag-cell[col-id="${column}"]`)
  if (!cell) handle.remove()
  else if (handle.parentElement !== cell) cell.append(handle)
}

/** Shows where a fill would lead; undefined ends it. */
export function showFill(session: Session, container: HTMLElement, handle: HTMLElement, to: Block | undefined): void {
  filled = to
  markAll(session, container, handle)
}

/** Forgets the handle, as when its grid goes. */
export function forgetHandle(handle: HTMLElement): void {
  if (corner?.handle === handle) corner = undefined
  filled = undefined
  handle.remove()
}
