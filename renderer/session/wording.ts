/**
 * What is said while a workbook is opened and its edits are stored.
 */
import { countText } from '../../shared/money/count.ts'
import type { Reversal } from './book/commit_queue.ts'

/** A way on: the same again. */
export const TRY_AGAIN = 'Try again'

export const UNANSWERED =
  'The program that keeps the workbook does not answer. Saved work is safe in the file. Start Tieout again, or try again.'

/** What is done in the browser shell while edits wait. Its address is made anew at each start, and with it who is let in. */
export const WAITING = {
  unreachable:
    'The program that keeps the workbook does not answer. If it was stopped, start Tieout again and enter the unsaved edits. Everything before them is saved.',
  signed_out:
    'This page is not signed in, as after a new start of Tieout. Open the newly printed address in this browser, then try again here, or enter the unsaved edits there. Everything before them is saved.',
} as const

/** The same in a window, which is of one program alone. */
export const HELD =
  'The program that keeps the workbook does not answer. The last edits are kept on this screen and saved when it answers. Keep this window open.'

/** Over the edits that wait. */
export const unsavedTitle = (count: number): string => `Not saved: ${count}`

export const UNSURE = 'The answer to an undo was lost, so the workbook was read again from the file.'

/** Why a typed text was not entered. */
export const READ_AGAIN = 'the workbook was read again'
export const lostText = (typed: string, why: string): string => `“${typed}” was not entered: ${why}.`

const takenBack = (count: number): string =>
  count === 1 ? 'The last edit was' : `The last ${countText(count)} edits were`

/** Edits that were not stored: where the screen was read anew, and where it shows what the file holds. */
export const NOT_SAVED = {
  readAgain: (count: number, why: string) => `${takenBack(count)} not saved. ${why}`,
  shown: (count: number) => `${takenBack(count)} not saved. The screen shows the saved figures.`,
} as const

const NAMES: Record<Reversal, string> = { undo: 'Undo', redo: 'Redo', revert: 'Undo from here' }

export const notReversedText = (kind: Reversal): string => `${NAMES[kind]} was not done. Nothing changed.`
