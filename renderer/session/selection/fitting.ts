/**
 * How a block that is pasted goes into what is selected, and in words where it does not. Pure.
 */
import { counted } from '../../../shared/money/count.ts'
import { cellsOf, type Area, type Block, type Cell, type Sight } from './range.ts'
import { refused, type Refusal, type Refused } from '../../../shared/refusals/refusal.ts'
import { BLOCK } from './wording.ts'

type Landed = { kind: 'landed'; spots: Cell[][]; area: Area; note: string | undefined }

export type Size = readonly [lines: number, columns: number]

function sizeWords([rows, columns]: Size): string {
  return `${counted(rows, 'line')} by ${counted(columns, 'column')}`
}

export function sizeOfBlock({ top, bottom, left, right }: Block): Size {
  return [bottom - top + 1, right - left + 1]
}

function excess(count: number, word: string, room: number): string[] {
  return count > room ? [BLOCK.excess(count, word, room)] : []
}

/** Why a block has no room from where it would go in; undefined where it has. */
function misfit([height, width]: Size, [rows, columns]: Size): Refusal | undefined {
  const misfits = [...excess(height, 'line', rows), ...excess(width, 'column', columns)]
  return misfits.length > 0 ? { code: 'block_does_not_fit', misfits } : undefined
}

/** What is said of a block that is not of the size of the selection; undefined where it is, or one cell is selected. */
function unlikeSelection(block: Size, selected: Size): string | undefined {
  const isAlike = block[0] === selected[0] && block[1] === selected[1]
  if (isAlike || selected[0] * selected[1] === 1) return undefined
  return BLOCK.unlike(sizeWords(block), sizeWords(selected))
}

/** Where a block lands that goes in from the first cell of what is selected, and what is to be known of it; or why it has no room. */
export function landingOf(size: Size, block: Block, sight: Sight): Landed | Refused {
  const without = misfit(size, [sight.lines.length - block.top, sight.columns.length - block.left])
  if (without) return refused(without)
  const spots = cellsOf({ ...block, bottom: block.top + size[0] - 1, right: block.left + size[1] - 1 }, sight)
  const area = { anchor: spots[0]![0]!, head: spots.at(-1)!.at(-1)! }
  return { kind: 'landed', spots, area, note: unlikeSelection(size, sizeOfBlock(block)) }
}

/** A block laid over a selection of a size: one value, or a block that goes into it evenly, fills it. */
export function laidOver<T>(block: readonly (readonly T[])[], rows: number, columns: number): T[][] {
  const [height, width] = [block.length, block[0]?.length ?? 0]
  const fills = rows % height === 0 && columns % width === 0
  const [down, across] = fills ? [rows, columns] : [height, width]
  return Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_, column) => block[row % height]![column % width]!),
  )
}
