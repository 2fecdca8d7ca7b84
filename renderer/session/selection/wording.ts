/**
 * What acts on selected cells say: cutting, pasting, filling, repeating, changing many at once.
 */
import { countText, counted } from '../../../shared/money/count.ts'

/** Where the handle was pressed twice. */
export const NO_EDGE = 'The columns beside hold no figures below, so there is no line to fill down to.'

export const NOTHING_CUT = 'Nothing was cut, because no figure is selected.'

export function cutText(count: number): string {
  const them = count === 1 ? 'it' : 'them'
  return `${counted(count, 'cell')} cut. Paste moves ${them}; Escape leaves ${them}.`
}

/** Where a cut block is not moved, and why. */
export const NOT_MOVED = {
  undoing: 'Nothing was moved. An undo is being saved; cut the cells again when it is saved.',
  severalAreas: (count: number) => `Nothing was moved. A block goes into one area, but ${count} are selected.`,
  because: (why: string) => `Nothing was moved. ${why}`,
} as const

export const PASTED_IN_PLACE = 'The cut cells were pasted in their own place, so nothing changes.'
export const CUT_ENDED = 'The cut cells stay as they are. Pasted now, they are copied.'

export function copiedElsewhere(within: string): string {
  return `The cut cells stay where they are, because a block moves within one ${within}. Pasted here, it is copied.`
}

export function nothingPasted(why: string): string {
  return `Nothing was pasted. ${why}`
}

export const ALL_HOLD_THIS = 'Nothing changes, because every selected cell holds this already.'

/** What Enter does while a change is typed over a selection. */
export function enterText(count: number, asksFirst: boolean): string {
  const cells = `${countText(count)} selected ${count === 1 ? 'cell' : 'cells'}`
  return asksFirst
    ? `Enter first shows the changes to ${cells}, because not every cell is an input.`
    : `Enter changes ${cells}.`
}

/** A block that has no room, or that goes in from one cell. */
export const BLOCK = {
  excess: (count: number, word: string, room: number) =>
    `The block has ${counted(count, word)}; ${countText(room)} ${room === 1 ? 'fits' : 'fit'} from here.`,
  unlike: (block: string, selection: string) =>
    `The block is ${block}, the selection ${selection}. The block goes in from the first selected cell.`,
} as const

/** What is asked once of many cells. */
export const ASKED = {
  larger: (count: string, unit: string) =>
    `${count} amounts are about a thousand times larger than before. The filing is in ${unit}.`,
  smaller: (count: string, unit: string) =>
    `${count} amounts are about a thousand times smaller than before. The filing is in ${unit}.`,
  books: (count: string) => `${count} cells mirror the books of this draft.`,
} as const

/** What was changed, and the way back. */
export const CHANGED = {
  one: (title: string, more = '') => `${title}.${more} Ctrl+Z undoes this.`,
  many: (count: number, passed: number) => {
    const left = passed === 0 ? '' : ` ${counted(passed, 'cell did not change', 'cells did not change')}.`
    return `${counted(count, 'cell')} changed.${left} Ctrl+Z undoes ${count === 1 ? 'this' : 'all changes'}.`
  },
} as const

/** Why figures are not summed. */
export const UNSUMMED = {
  per_share: 'Per-share figures are not summed',
  shares: 'Shares are not summed',
  percent: 'Percentages are not summed',
  rate: 'Rates are not summed',
  date: 'Dates are not summed',
  choice: 'Choices are not summed',
  mixed: 'Figures of different kinds are not summed',
  tooLarge: 'The sum is beyond the range of amounts',
} as const
