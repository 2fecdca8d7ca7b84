/**
 * Shows the selection on the grid's cells: a wash, an outline around each area, what is cut, where a fill would lead, the
 * handle at the corner, and the state for screen readers. Marks elements only, those drawn now and each that is drawn later.
 */
import type { Cell, GridHandle } from '../../contrib/grid_handle.ts'
import { isCut } from '../../session/selection/cutting.ts'
import { isWithin, placesOf, type Block, type Sight } from '../../session/selection/range.ts'
import { isMany, rangeNow, selectedBlocks, shownSight } from '../../session/selection/selection.ts'
import type { Session } from '../../session/session.ts'

type Shown = { sight: Sight; blocks: readonly Block[] }

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

/** The marks of one grid. */
export type Marks = {
  /** Marks one cell as it is drawn. */
  drawn(element: HTMLElement, cell: Cell): void
  /** Marks every cell that is drawn, and puts the handle at the corner of the selection. */
  all(): void
  /** The same where anything is marked, as after a scroll. */
  viewed(): void
  /** Shows where a fill would lead; undefined ends it. */
  showFill(to: Block | undefined): void
  end(): void
}

/** Marks for a grid, with a handle at the corner of the selection. */
export function makeMarks(grid: GridHandle, handle: HTMLElement): Marks {
  const { session } = grid
  let last: { range: unknown; sight: Sight; shown: Shown } | undefined
  /** Where a fill under way would lead. */
  let filled: Block | undefined
  /** False where no cell bears a mark of the selection. */
  let isAnyMarked = true
  /** The cell that carries the handle. */
  let corner: Cell | undefined

  /** What is to be marked; undefined while only one cell is selected. */
  function now(): Shown | undefined {
    const { range } = session.getState()
    const sight = range && isMany(session) ? shownSight(session)?.sight : undefined
    if (!sight || rangeNow(session) !== range) return undefined
    if (last?.range !== range || last.sight !== sight)
      last = { range, sight, shown: { sight, blocks: selectedBlocks(session) } }
    return last.shown
  }

  /** True where cells are to be marked, be they in sight or not. */
  function isToBeMarked(shown: Shown | undefined): boolean {
    return shown !== undefined || filled !== undefined || session.getState().cut !== null
  }

  function mark(cell: HTMLElement, row: number, column: number, shown: Shown | undefined): void {
    markCut(session, cell, row, column, shown?.sight ?? shownSight(session)?.sight)
    const within = shown?.blocks.filter((block) => isWithin(block, row, column)) ?? []
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
  function handleOn(cell: HTMLElement, meant: Cell): void {
    queueMicrotask(() => {
      if (corner === meant) cell.append(handle)
    })
  }

  /** One area has a handle; of several, no one would be meant. */
  function placeHandle(): void {
    const [sight, blocks] = [shownSight(session)?.sight, selectedBlocks(session)]
    const [block] = blocks
    const line = block && sight?.lines[block.bottom]
    const column = block && sight?.columns[block.right]
    corner = blocks.length === 1 && line !== undefined && column !== undefined ? { line, column } : undefined
    const cell = corner && grid.elementOf(corner)
    if (!cell) handle.remove()
    else if (handle.parentElement !== cell) cell.append(handle)
  }

  function all(): void {
    const shown = now()
    const sight = shown?.sight ?? shownSight(session)?.sight
    const every = isToBeMarked(shown)
    // While the focus alone moves there is nothing to mark, and no cell is looked at.
    for (const { element, line, column } of every || isAnyMarked ? grid.drawn('figures') : []) {
      if (!every && !element.matches('.in-range, .fill-to, .is-cut')) continue
      const row = sight && placesOf(sight.lines).get(line ?? '')
      const at = sight && placesOf(sight.columns).get(column ?? '')
      mark(element, row ?? -1, at ?? -1, shown)
    }
    isAnyMarked = every
    placeHandle()
  }

  return {
    drawn(element, { line, column }) {
      if (corner?.line === line && corner.column === column && handle.parentElement !== element)
        handleOn(element, corner)
      const shown = now()
      const every = isToBeMarked(shown)
      if (!every && !element.matches('.in-range, .fill-to, .is-cut')) return
      isAnyMarked ||= every
      const sight = shown?.sight ?? shownSight(session)?.sight
      const [row, at] = sight ? [placesOf(sight.lines).get(line), placesOf(sight.columns).get(column)] : []
      mark(element, row ?? -1, at ?? -1, shown)
    },
    all,
    viewed() {
      if (isToBeMarked(now())) all()
    },
    showFill(to) {
      filled = to
      all()
    },
    end() {
      corner = undefined
      filled = undefined
      handle.remove()
    },
  }
}
