/**
 * What blocks of cells say.
 */
import { counted, countText } from '../../../shared/money/count.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import type { CopyKind } from '../../session/selection/copying.ts'
import type { ManyAct } from '../../session/state.ts'

export const NOT_COPIED = 'The clipboard did not take the copy. Nothing was changed.'
export const NOTHING_TO_PASTE = 'The clipboard holds no text to paste.'
export const ADDING =
  'The next cells chosen are added to the selection. Arrows go there, Shift+arrows select, Escape ends.'

export function nothingTaken(isCut: boolean, refusal: Refusal): string {
  return `Nothing was ${isCut ? 'cut' : 'copied'}. ${refusalText(refusal)}`
}

export function copiedText(count: number, kind: CopyKind): string {
  const how = { shown: '', exact: ' in full precision', formulas: ' as formulas' }[kind]
  return `${counted(count, 'cell')} copied${how}.`
}

function moveText(all: number, changed: number, refused: number): string {
  const what = all === 1 ? 'A cut cell is' : `A cut block of ${countText(all)} cells is`
  const would =
    refused === 0
      ? `${countText(changed)} of ${counted(all, 'cell')} would go in.`
      : `${counted(refused, 'cell does', 'cells do')} not take this; a figure that cannot go in stays where it is.`
  return `${what} to be moved. Nothing is applied yet. ${would}`
}

function wouldText(all: number, refused: number, changed: number): string {
  if (all === 1) {
    if (refused > 0) return 'The cell does not take this.'
    return changed === 1 ? 'The cell would change.' : 'The cell would not change.'
  }
  return refused === 0
    ? `${countText(changed)} of ${countText(all)} cells would change.`
    : `${countText(refused)} of ${countText(all)} cells ${refused === 1 ? 'does' : 'do'} not take this.`
}

/** What an act over many cells would do: where, and how many of the cells would change or do not take it. */
export function aboutText({ act, cells, moves }: ManyAct, refused: number, changed: number): string {
  if (moves) return moveText(moves.length, changed, refused)
  const where = cells.length === 1 ? 'one cell' : `${countText(cells.length)} cells`
  return `${act} in ${where}. Nothing is applied yet. ${wouldText(cells.length, refused, changed)}`
}

/** The preview of an act over many cells. */
export const CHECK = {
  title: 'Check before it is applied',
  notYet: (act: string) => `${act}. Nothing is applied yet.`,
  notPasted: (why: string) => `Nothing can be pasted. ${why}`,
  list: 'What happens in each cell',
  more: (count: number) => `${countText(count)} more are not listed.`,
  moreLines: (count: number) => `${countText(count)} more lines are not listed.`,
} as const

export const FILL_HANDLE = 'Drag to fill; double-click to fill down'
