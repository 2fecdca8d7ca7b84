/**
 * How a block that is pasted goes into what is selected, in words. Pure.
 */
import { counted, countText } from '../../../shared/money/count.ts'
import type { Block } from './range.ts'

/** Lines and columns. */
export type Size = readonly [lines: number, columns: number]

function sizeWords([rows, columns]: Size): string {
  return `${counted(rows, 'line')} by ${counted(columns, 'column')}`
}

export function sizeOfBlock({ top, bottom, left, right }: Block): Size {
  return [bottom - top + 1, right - left + 1]
}

function excess(count: number, word: string, room: number): string[] {
  return count > room
    ? [`The block has ${counted(count, word)}; ${countText(room)} ${room === 1 ? 'fits' : 'fit'} from here.`]
    : []
}

/** Why a block has no room from where it would go in; undefined where it has. */
export function misfit([height, width]: Size, [rows, columns]: Size): string | undefined {
  const misfits = [...excess(height, 'line', rows), ...excess(width, 'column', columns)]
  return misfits.length > 0 ? misfits.join(' ') : undefined
}

/** What is said of a block that is not of the size of the selection; undefined where it is, or one cell is selected. */
export function unlikeSelection(block: Size, selected: Size): string | undefined {
  const isAlike = block[0] === selected[0] && block[1] === selected[1]
  if (isAlike || selected[0] * selected[1] === 1) return undefined
  return `The block is ${sizeWords(block)}, the selection ${sizeWords(selected)}: it goes in from the first selected cell.`
}
