/**
 * Shows the selection on the grid's cells: a wash, an outline around each area, and the state for screen readers.
 * Marks elements only, those drawn now and each that is drawn later.
 */
import { isWithin, type Block, type Sight } from './range.ts'
import { isMany, rangeNow, selectedBlocks, shownSight } from './selection.ts'
import { session } from '../workbench/session.ts'

type Marks = { sight: Sight; blocks: readonly Block[] }

let last: { range: unknown; sight: Sight; marks: Marks } | undefined

/** What is to be marked; undefined while only one cell is selected. */
function marksNow(): Marks | undefined {
  const { range } = session.getState()
  const sight = range && isMany() ? shownSight()?.sight : undefined
  if (!sight || rangeNow() !== range) return undefined
  if (last?.range !== range || last.sight !== sight) last = { range, sight, marks: { sight, blocks: selectedBlocks() } }
  return last.marks
}

const EDGES = ['top', 'bottom', 'left', 'right'] as const

function mark(cell: HTMLElement, row: number, column: number, marks: Marks | undefined): void {
  const within = marks?.blocks.filter((block) => isWithin(block, row, column)) ?? []
  cell.classList.toggle('in-range', within.length > 0)
  for (const edge of EDGES) {
    const at = edge === 'top' || edge === 'bottom' ? row : column
    cell.classList.toggle(
      `range-${edge}`,
      within.some((block) => block[edge] === at),
    )
  }
  if (within.length > 0) cell.setAttribute('aria-selected', 'true')
  else cell.removeAttribute('aria-selected')
}

/** Marks one cell as it is drawn. */
export function markCell(cell: HTMLElement, line: string, column: string): void {
  const marks = marksNow()
  if (!marks && !cell.classList.contains('in-range')) return
  mark(cell, marks?.sight.lines.indexOf(line) ?? -1, marks?.sight.columns.indexOf(column) ?? -1, marks)
}

/** Marks every cell that is drawn. */
export function markAll(container: HTMLElement): void {
  const marks = marksNow()
  const rows = new Map(marks?.sight.lines.map((id, at) => [id, at]))
  const columns = new Map(marks?.sight.columns.map((id, at) => [id, at]))
  const drawn = marks ? '.ag-cell' : '.ag-cell.in-range'
  for (const cell of container.querySelectorAll<HTMLElement>(drawn)) {
    const row = rows.get(cell.closest('[row-id]')?.getAttribute('row-id') ?? '')
    const column = columns.get(cell.getAttribute('col-id') ?? '')
    mark(cell, row ?? -1, column ?? -1, marks)
  }
}
